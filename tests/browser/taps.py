"""A hand at a tablet: scans and presses are counted, and more than people.md promises fails."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Any

#: The tap table of people.md: what a flow needs at most, as (scans, presses). One scan opens the panel of a guest.
TAPS = {
    "new person, bed, blanket": (1, 1),
    "family of 5": (1, 5),
    "53 wet people at 03:00": (0, 8),
    "a line, scanned": (1, 0),
    "a line, pressed": (0, 1),
    "staying another night": (0, 0),
    "phone to charge": (1, 1),
    "phone back": (2, 0),
    "blanket after an eviction": (1, 1),
    "volunteer takes a tablet": (1, 4),
    "interpreter now": (0, 1),
    "ill at the door": (0, 1),
}


class TooManyTaps(AssertionError):
    """More was touched than people.md promises."""


class Hand:
    """Does what a person does, and has only so many scans and presses.

    Whatever leads from page to page is a press too; nothing here opens an address.
    """

    def __init__(self, watched: Any, *, scans: int = 0, presses: int = 0) -> None:
        self.watched, self.page = watched, watched.page
        self.scans_left, self.presses_left = scans, presses

    @classmethod
    def of(cls, watched: Any, flow: str) -> "Hand":
        """A hand that has what the tap table gives a flow, and not one touch more."""
        scans, presses = TAPS[flow]
        return cls(watched, scans=scans, presses=presses)

    def scans(self, code: str, *, answered: str = "**/desk/scan/", shows: str = "#panel .tile") -> None:
        """A scanner types like a keyboard and ends with Enter; nobody clicks into a field."""
        self._scans(code, lambda: self.page.expect_response(answered))
        self.page.wait_for_selector(shows)

    def scans_to(self, code: str, page: str) -> None:
        """Scan what leads to another page."""
        self._scans(code, lambda: self.page.expect_navigation(url=page))

    def presses(self, name: str, *, role: str = "button", exact: bool = False, to: str = "") -> None:
        """Press one thing that sends or opens a page."""
        self._press()
        with self.page.expect_navigation(url=to) if to else self.page.expect_navigation():
            self.page.get_by_role(role, name=name, exact=exact).first.click()

    def opens(self, name: str, *, exact: bool = False) -> None:
        """Press one link."""
        self.presses(name, role="link", exact=exact)

    def touches(self, name: str, *, role: str = "button", exact: bool = False) -> None:
        """Press one thing that changes the page where it stands."""
        self._press()
        self.page.get_by_role(role, name=name, exact=exact).first.click()

    def touches_at(self, x: float, y: float) -> None:
        """Touch the glass somewhere."""
        self._press()
        self.page.mouse.click(x, y)

    def types(self, digits: str) -> None:
        """Press digits, one after the other."""
        for digit in digits:
            self.touches(digit, exact=True)

    def did_nothing_else(self) -> None:
        """Every scan and press of the promise was needed: the table in the documents tells no more than the truth."""
        assert (self.scans_left, self.presses_left) == (0, 0)

    def _scans(self, code: str, answer: Callable[[], AbstractContextManager[Any]]) -> None:
        self.scans_left -= 1
        if self.scans_left < 0:
            raise TooManyTaps("More scans than promised.")
        self.page.keyboard.type(code)
        with answer():
            self.page.keyboard.press("Enter")

    def _press(self) -> None:
        self.presses_left -= 1
        if self.presses_left < 0:
            raise TooManyTaps("More presses than promised.")
