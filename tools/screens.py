"""Draw the pictures of the README, docs/screens/*.png: the demo's own world, seen in the system's Chromium."""

import json
import shutil
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.error import URLError
from urllib.request import urlopen

from playwright.sync_api import sync_playwright

from halte.common import ids
from halte.config.demo import SIGN_INS

ROOT = Path(__file__).resolve().parent.parent
SCREENS = ROOT / "docs" / "screens"
TALLEST = 1000
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]


@dataclass(frozen=True)
class Screen:
    """One picture: what it is called, who looks, at which page, how wide."""

    name: str
    who: str
    page: str
    width: int = 1280
    language: str = "en"

    @property
    def file(self) -> Path:
        """Where it lies."""
        return SCREENS / f"{self.name}-{self.width}.png"


CARD = f"/c/{ids.new_secret()}"
DESK = Screen("desk", "greeter", "/desk/")
PICTURES = (
    Screen("board", "night_host", "/nights/"),
    Screen("today", "greeter", "/visits/today/"),
    Screen("reports", "coordinator", "/reports/"),
    Screen("funding", "treasurer", "/funding/"),
    Screen("governance", "authority", "/governance/"),
    Screen("guide-ar", "", "/guide/ar/shelter-tonight/", width=360, language="ar"),
    Screen("card", "", CARD, width=360),
)


def main() -> int:
    """Draw them all."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    if chromium is None:
        print("Chromium is not installed: apt-get install chromium", file=sys.stderr)
        return 2
    SCREENS.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="halte-screens-") as folder, demo(Path(folder) / "data") as home:
        people = json.loads((Path(folder) / "data" / SIGN_INS).read_text())
        passwords = {person["role"]: (person["sign_in_name"], person["password"]) for person in people}
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
            for screen in (DESK, *PICTURES):
                page = look(browser, home, screen, passwords)
                take(page, screen)
                page.context.close()
            browser.close()
    return 0


@contextmanager
def demo(data: Path) -> Iterator[str]:
    """The demo, served on a free port until we have looked."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "halte.config.cli", "demo", "--port", str(port), "--data", str(data)]
    server = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL)
    home = f"http://localhost:{port}"
    try:
        while not answers(home):
            if server.poll() is not None:
                raise SystemExit(server.returncode)
        yield home
    finally:
        server.terminate()
        server.wait(timeout=30)


def answers(home: str) -> bool:
    """Whether the demo is ready to be looked at."""
    try:
        with urlopen(f"{home}/guide/en/", timeout=1):  # noqa: S310 (our own address)
            return True
    except (URLError, TimeoutError, ConnectionError):
        return False


def look(browser: Any, home: str, screen: Screen, passwords: dict[str, tuple[str, str]]) -> Any:
    """Open a page as its reader does."""
    context = browser.new_context(
        viewport={"width": screen.width, "height": 800}, locale=screen.language, color_scheme="light"
    )
    page = context.new_page()
    if screen.who:
        name, password = passwords[screen.who]
        page.goto(f"{home}/account/login/")
        page.fill("[name=login]", name)
        page.fill("[name=password]", password)
        page.click(".sign-in button[type=submit] >> nth=0")
        page.wait_for_url(lambda url: "/account/login/" not in url)
    page.goto(home + screen.page)
    if screen is DESK:
        someone = page.locator(".done-list bdi").first.inner_text()
        page.keyboard.type(someone)
        page.keyboard.press("Enter")
        page.wait_for_selector("#panel .tile")
        page.goto(page.url)
    return page


def take(page: Any, screen: Screen) -> None:
    """Take the picture; of a tall page, its beginning."""
    height = min(page.evaluate("document.documentElement.scrollHeight"), TALLEST)
    # What stands at the foot of the window stands at the foot of the picture.
    page.set_viewport_size({"width": screen.width, "height": height})
    page.screenshot(path=screen.file, animations="disabled", caret="hide")
    print(f"{screen.file.relative_to(ROOT)}  {screen.file.stat().st_size // 1000} kB")


if __name__ == "__main__":
    sys.exit(main())
