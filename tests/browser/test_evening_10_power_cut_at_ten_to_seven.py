"""Evening 10: the power goes at 18:50 with 120 in line; paper carries the evening, and a human decides two clashes."""

import re
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.utils import timezone

from halte.accounts.roles import Role
from halte.common import ids
from halte.common.retry import RetryKey
from halte.nights import actions as nights
from halte.nights.models import Stay
from halte.paper.models import LineState, PaperLine, PaperPeriod

MOST_KEYS = 12
"""Keys of one line, the Enter that saves it among them; ten such lines a minute are two keys a second."""
MOST_KEYS_OF_A_BED = 17
"""A new minute, a letter, the seven characters of a card, four of a bed, and Enter, with a field to step over."""


class Keyboard:
    """Somebody who types what stands on the sheet, key by key, and never touches the mouse."""

    def __init__(self, page: Any) -> None:
        self.page = page
        self.counts: list[int] = []

    def line(self, *keys: str) -> None:
        """Type a line and save it; a word is typed letter by letter, Enter and Tab are one key."""
        pressed = 0
        for key in [*keys, "Enter"]:
            if key in {"Enter", "Tab"}:
                pressed += 1
                if key == "Enter":
                    with self.page.expect_navigation():
                        self.page.keyboard.press("Enter")
                else:
                    self.page.keyboard.press(key)
            else:
                pressed += len(key)
                self.page.keyboard.type(key)
        self.counts.append(pressed)


@pytest.fixture
def half_past(calais: Any) -> datetime:
    """The end of the half hour on paper: now, and never across noon, where the night changes."""
    now = timezone.now().replace(second=0, microsecond=0)
    local = now.astimezone(calais.zone)
    return now - timedelta(hours=2) if local.hour == 12 else now


def code_of_a_blank_card() -> str:
    return ids.code_of_secret(ids.new_secret())


def test_paper_is_entered_by_keyboard_two_clashes_are_shown_and_nobody_is_put_out(
    browse: Callable[..., Any],
    night_desk: Any,
    calais: Any,
    a_room: Callable[..., Any],
    a_guest: Callable[..., Any],
    half_past: datetime,
) -> None:
    beds = list(a_room(kind="men", beds=6).beds.select_related("room").order_by("position"))
    sleeper, known = a_guest(), a_guest()
    night, began = calais.tonight(half_past), half_past - timedelta(minutes=30)
    nights.welcome_for_the_night(
        actor=night_desk, guest=sleeper, night=night, at=half_past, key=RetryKey.new(), bed=beds[0]
    )
    watched = browse(actor=night_desk)
    page = watched.page
    local = began.astimezone(calais.zone)

    watched.open("/paper/catch-up/")
    page.fill("[name=began]", f"{local:%Y-%m-%dT%H:%M}")
    page.fill("[name=ended]", f"{half_past.astimezone(calais.zone):%Y-%m-%dT%H:%M}")
    with page.expect_navigation():
        page.get_by_role("button", name="Begin").click()
    typed = Keyboard(page)
    typed.line(f"{local + timedelta(minutes=2):%H%M}", "a", known.code)
    typed.line(f"{local + timedelta(minutes=3):%H%M}", "m", "20")
    typed.line("d", "18")
    typed.line("t", "12 3 4")
    short = list(typed.counts)
    first, second = code_of_a_blank_card(), code_of_a_blank_card()
    typed.line(f"{local + timedelta(minutes=5):%H%M}", "w", first, str(beds[1]).replace("-", ""))
    typed.line("w", second, str(beds[1]).replace("-", ""))
    typed.line("w", known.code, str(beds[0]).replace("-", ""))

    assert max(short) <= MOST_KEYS + 1, short
    assert max(typed.counts) <= MOST_KEYS_OF_A_BED, typed.counts
    assert PaperLine.objects.filter(state=LineState.ENTERED).count() == 5
    clashes = page.locator("section.card.warns")
    assert clashes.count() == 2
    assert Stay.objects.get(guest=sleeper, ended_at__isnull=True).bed == beds[0]

    page.get_by_role("button", name="Finish Catch up").click()
    assert PaperPeriod.objects.get().closed_at is None
    for _clash in range(2):
        page.locator("section.card.warns").first.get_by_role("button", name="Give them this bed").click()
    assert page.locator("section.card.warns").count() == 0
    page.get_by_role("button", name="Finish Catch up").click()

    assert PaperPeriod.objects.get().closed_at is not None
    held = Stay.objects.filter(night=night, ended_at__isnull=True)
    assert held.count() == held.values("bed").distinct().count() == held.values("guest").distinct().count() == 4
    assert held.get(guest=sleeper).bed == beds[0]
    watched.is_calm()


def test_without_scripts_tab_leads_through_the_row_and_enter_saves(
    browse: Callable[..., Any], night_desk: Any, calais: Any, half_past: datetime
) -> None:
    began = half_past - timedelta(minutes=30)
    PaperPeriod.objects.create(site=calais, began_at=began, ended_at=half_past, opened_at=half_past)
    watched = browse(actor=night_desk, scripts=False)
    watched.open("/paper/catch-up/")
    page = watched.page

    page.focus("[name=time]")
    for key in (f"{began.astimezone(calais.zone):%H%M}", "Tab", "m", "Tab", "Tab", "Tab", "20"):
        page.keyboard.press(key) if key == "Tab" else page.keyboard.type(key)
    with page.expect_navigation():
        page.keyboard.press("Enter")

    assert PaperLine.objects.get().state == LineState.ENTERED


def test_the_numbers_say_from_when_to_when_there_was_paper(
    browse: Callable[..., Any], staff_at: Callable[..., Any], calais: Any
) -> None:
    yesterday = (timezone.now() - timedelta(days=1)).astimezone(calais.zone)
    began = yesterday.replace(hour=18, minute=50, second=0, microsecond=0)
    PaperPeriod.objects.create(
        site=calais,
        began_at=began,
        ended_at=began + timedelta(minutes=30),
        opened_at=began + timedelta(hours=1),
        closed_at=began + timedelta(hours=2),
    )
    watched = browse(actor=staff_at(calais, Role.MANAGER))

    watched.open("/reports/")

    assert "paper 18:50–19:20" in watched.page.inner_text("main")


def test_one_press_prints_the_pack_on_a4_with_every_room(
    browse: Callable[..., Any], night_desk: Any, a_room: Callable[..., Any]
) -> None:
    rooms = [a_room(kind="men", beds=6) for _number in range(5)]
    watched = browse(actor=night_desk)
    page = watched.page
    page.add_init_script("window.print = () => { document.documentElement.dataset.printed = 'yes'; };")
    watched.open("/paper/")
    assert "No pack was ever printed here" in page.inner_text("main")

    page.get_by_role("button", name="Print the pack").click()
    page.wait_for_selector("html[data-printed]", state="attached")
    pdf = page.pdf(prefer_css_page_size=True)

    page.emulate_media(media="print")
    page.set_viewport_size({"width": 718, "height": 1047})
    tall = page.eval_on_selector_all(".pack-sheet", "sheets => sheets.map((sheet) => sheet.offsetHeight)")
    assert max(tall) <= 1047, tall
    # A cover, five rooms of six beds on two sheets, strips, numbers, blank lines.
    sizes = re.findall(rb"/MediaBox\s*\[([^\]]+)\]", pdf)
    assert len(sizes) == len(page.query_selector_all(".pack-sheet")) == 6
    assert {tuple(round(float(side)) for side in size.split()) for size in sizes} <= {
        (0, 0, 595, 842),
        (0, 0, 594, 841),
    }
    for room in rooms:
        assert page.get_by_text(f"Room {room.code} · Men").count() == 1
    assert page.get_by_text("pack 1").count() == 6
    watched.open("/paper/")
    assert "Pack 1 was printed today" in page.inner_text("main")
    watched.is_calm()
