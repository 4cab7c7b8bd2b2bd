"""The pages that showed markup, opened in Chromium under their own policy: nothing in them lives."""

from html import escape
from pathlib import Path
from typing import Any

from tests.chromium import CHROMIUM
from tests.hostile.figures import Page
from tests.hostile.values import MARK, TAG, TEXTS

HOUSE = "http://localhost:8000"
KINDS = {".js": "text/javascript", ".css": "text/css", ".svg": "image/svg+xml", ".png": "image/png"}
LISTENS = "window.broken = []; addEventListener('securitypolicyviolation', one => broken.push(one.violatedDirective))"
LOOKS = f"""() => ({{
    broken: window.broken, title: document.title.includes('{MARK}') && document.title,
    alive: [...document.querySelectorAll('*')].filter(one => one.localName.includes('{TAG}')
        || [...one.attributes].some(it => it.name.includes('{TAG}') || it.name.startsWith('on'))).length,
}})"""


def opened(pages: dict[str, Page]) -> tuple[int, dict[str, str]]:
    """How many pages were opened, and what lived in which."""
    if CHROMIUM is None or not pages:
        return 0, {}
    from playwright.sync_api import sync_playwright

    wrong: dict[str, str] = {}
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        for name, page in pages.items():
            seen = _looked(chromium, page)
            if seen["alive"] or seen["broken"] or str(seen["title"]) == MARK:
                wrong[f"{name}, in Chromium"] = str(seen)
        chromium.close()
    return len(pages), wrong


def control_is_caught(pages: dict[str, Page]) -> bool:
    """Whether one of these pages, with its markup not escaped, is found to live; inside a title none would."""
    value = TEXTS["markup: image that fails"]
    bare = {
        name: (path, headers, content.replace(escape(value).encode(), value.encode()))
        for name, (path, headers, content) in pages.items()
    }
    return bool(opened({name: page for name, page in bare.items() if page != pages[name]})[1])


def _looked(chromium: Any, page: Page) -> Any:
    path, headers, content = page
    tab = chromium.new_page()
    tab.add_init_script(LISTENS)

    def answer(route: Any) -> None:
        from django.contrib.staticfiles import finders

        asked = route.request.url.removeprefix(HOUSE)
        if asked == path:
            route.fulfill(body=content, headers={k: v for k, v in headers.items() if k != "Content-Length"})
        elif asked.startswith("/static/") and (found := finders.find(asked.removeprefix("/static/").split("?")[0])):
            route.fulfill(body=Path(found).read_bytes(), content_type=KINDS.get(Path(found).suffix, "text/plain"))
        else:
            route.fulfill(status=404, body="")

    tab.route("**/*", answer)
    tab.goto(HOUSE + path)
    seen = tab.evaluate(LOOKS)
    tab.close()
    return seen
