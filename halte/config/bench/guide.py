"""The guide on a new phone: every page of every language in Chromium, who could not read it, and its search."""

import shutil
import tempfile
import time
from dataclasses import dataclass
from datetime import date
from functools import cache
from http.client import HTTPConnection
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from halte.config.bench.measure import spread
from halte.config.bench.readable import faults
from halte.config.simulate.house import House
from halte.config.unusable import Unusable

if TYPE_CHECKING:
    from halte.rights.finding.ranking import Index

FIRST_PAGE, ANY_PAGE, A_LANGUAGE = 14 * 1024, 20 * 1024, 300_000
TYPING_ERRORS = 5
SEED = 1951


@dataclass(frozen=True)
class Weighed:
    """What opening one page on a new phone took from the network, headers and all."""

    path: str
    bytes: int
    requests: int
    faults: tuple[str, ...]
    """What keeps somebody from reading it."""


def pages(folder: Path) -> dict[str, Any]:
    """Open every page of a folder's guide in a browser that has seen nothing, weigh it, and ask who could not read it.

    Raises:
        Unusable: Playwright or Chromium is missing, or a page is an error: errors are not weighed.
    """
    with tempfile.TemporaryDirectory(prefix="halte-guide-") as run:
        house = House(Path(shutil.copytree(folder, Path(run) / "data")), workers=1)
        house.start()
        try:
            return _weighed(f"http://{house.address}")
        finally:
            house.stop()


def _weighed(home: str) -> dict[str, Any]:
    try:
        from playwright.sync_api import sync_playwright
    except ImportError as error:
        raise Unusable("Playwright is missing: it comes with `make develop`, and needs Chromium beside it.") from error
    found = shutil.which("chromium") or shutil.which("chromium-browser")
    if found is None:
        raise Unusable("Chromium is missing: install it, then measure again.")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=["--no-sandbox", "--disable-gpu"])
        languages = [link.rpartition("/guide/")[2].strip("/") for link in _links(browser, f"{home}/guide/", "li a")]
        rows, kept = [], {}
        for language in languages:
            first = f"{home}/guide/{language}/"
            paths = [first, f"{first}search/", *_links(browser, first, "main ul a")]
            rows += [_weigh(browser, path) for path in paths]
            kept[language] = _kept(browser, first)
        browser.close()
    worst = max(rows, key=lambda row: row.bytes)
    first_pages = max((row for row in rows if row.path.count("/") == 5), key=lambda row: row.bytes)
    return {
        "pages": len(rows),
        "languages": languages,
        "worst_page": _told(worst, home) | {"budget": ANY_PAGE},
        "worst_first_page": _told(first_pages, home) | {"budget": FIRST_PAGE},
        "over_a_round_trip": [_told(row, home) for row in rows if row.bytes > FIRST_PAGE],
        "kept_for_a_language": kept | {"budget_fetched": A_LANGUAGE},
        "cannot_be_read": {row.path.removeprefix(home): row.faults for row in rows if row.faults},
        "judged_by_axe": bool(_axe()),
    }


def _told(row: Weighed, home: str) -> dict[str, Any]:
    return {"path": row.path.removeprefix(home), "bytes": row.bytes, "requests": row.requests}


def _links(browser: Any, address: str, where: str) -> list[str]:
    context = browser.new_context(locale="eo")
    page = context.new_page()
    page.goto(address)
    links: list[str] = page.locator(where).evaluate_all("links => links.map(({ href }) => href)")
    context.close()
    return [link for link in links if "/guide/" in link]


def _weigh(browser: Any, address: str) -> Weighed:
    context = browser.new_context(viewport={"width": 360, "height": 640}, service_workers="block")
    page = context.new_page()
    wire = context.new_cdp_session(page)
    wire.send("Network.enable")
    sizes: list[int] = []
    wire.on("Network.loadingFinished", lambda loaded: sizes.append(loaded["encodedDataLength"]))
    answer = page.goto(address, wait_until="networkidle")
    if answer is None or not answer.ok:
        raise Unusable(
            f"{address} answers {answer.status if answer else 'nothing'}: make the data anew with this version "
            "(`halte demo --make-only`), then measure again."
        )
    weight, requests = round(sum(sizes)), len(sizes)
    page.keyboard.press("Tab")
    told = faults(page, axe=_axe())
    context.close()
    return Weighed(address, weight, requests, tuple(told))


@cache
def _axe() -> str:
    """The program that judges pages for screen readers; empty where it is not installed."""
    try:
        from axe_playwright_python.sync_playwright import Axe
    except ImportError:
        return ""
    program: str = Axe().axe_script
    return program


def _kept(browser: Any, address: str) -> dict[str, int]:
    """What a phone holds once it read one page of a language and its worker is done: bytes fetched, and stored."""
    context = browser.new_context()
    page = context.new_page()
    page.goto(address)
    page.wait_for_function(
        "async () => (await (await caches.open('guide')).keys()).some(({ url }) => url.endsWith('/search.json'))"
    )
    page.wait_for_timeout(3000)
    paths: list[str] = page.evaluate("async () => (await (await caches.open('guide')).keys()).map(({ url }) => url)")
    stored: int = page.evaluate(
        """async () => {
            const kept = await caches.open('guide')
            const answers = await Promise.all((await kept.keys()).map((key) => kept.match(key)))
            const bodies = await Promise.all(answers.map((answer) => answer.arrayBuffer()))
            return bodies.reduce((sum, body) => sum + body.byteLength, 0)
        }"""
    )
    context.close()
    return {"files": len(paths), "fetched": sum(map(_packed, paths)), "stored": stored}


def _packed(address: str) -> int:
    """Bytes of one answer as a phone fetches it, compressed where the server does."""
    at = urlsplit(address)
    connection = HTTPConnection(at.netloc)
    connection.request("GET", at.path, headers={"Accept-Encoding": "gzip"})
    size = len(connection.getresponse().read())
    connection.close()
    return size


def search(on: date) -> dict[str, Any]:
    """Answer the questions of both sets, as written and with a typing error.

    Twice: by the guide's own files, asking only what they hold a page for; and by the search words alone, asking all.
    """
    from halte.rights.finding import asked, in_files

    pages = {code: in_files.index(code, on) for code in (*asked.FIVE, *asked.SIX)}
    words = {code: asked.by_words_alone(code) for code in pages}
    times: list[float] = []
    told = {"pages": _answered(pages, times), "search_words_alone": _answered(words, times)}
    written = {slug for index in pages.values() for slug in index.slugs}
    wanted = {slug for one in asked.fact_file() if not one.right & written for slug in one.right}
    return told | {
        "ms_each": spread(times) | {"worst_ms": round(max(times), 2), "budget": 50},
        "asked_for_and_not_written": sorted(wanted - written),
        "without_search_words": sorted(written - set(asked.phrases("en"))),
    }


def _answered(indexes: "dict[str, Index]", times: list[float]) -> dict[str, Any]:
    """Per set: right among the first three, and how many were asked, in each language."""
    from halte.rights.finding import asked, measuring

    told: dict[str, Any] = {}
    for name, languages, questions in (
        ("development", asked.FIVE, asked.fact_file()),
        ("own", asked.FIVE, asked.own()),
        ("six others, development", asked.SIX, asked.in_six_others()),
        ("six others, own", asked.SIX, asked.own()),
    ):
        draw = Random(SEED)
        spoilt = [measuring.with_one_typing_error(one, draw) for one in questions for _time in range(TYPING_ERRORS)]
        for kind, given in (("as written", questions), ("one typing error", spoilt)):
            row: dict[str, list[int]] = {}
            for code, index in ((code, indexes[code]) for code in languages):
                mine = [one for one in given if one.language == code and one.right & set(index.slugs)]
                right = 0
                for one in mine:
                    began = time.perf_counter()
                    right += measuring.right(one, index)
                    times.append((time.perf_counter() - began) * 1000)
                row[code] = [right, len(mine)]
            good, all_of_them = (sum(one[part] for one in row.values()) for part in (0, 1))
            told[f"{name}, {kind}"] = row | {"share": round(good / all_of_them, 3) if all_of_them else None}
    return told
