"""Morning 1, the manager: closed the showers once; board, machine, phones and desk knew. Note and plates came alone."""

from datetime import time, timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from halte.common import ids
from halte.config import jobs
from halte.reports.models import DayClosed, DayTally
from halte.sites.models import Hours, Service
from tests.browser.taps import Hand

CLOSED = "Closed today: Shower"


@pytest.fixture
def house(calais, dunkirk):
    """Two houses with showers all day, and three closed weeks of meals."""
    for site in (calais, dunkirk):
        for weekday in range(7):
            for service in ("", Service.SHOWER):
                Hours.objects.create(site=site, service=service, weekday=weekday, opens=time(0), closes=time(23, 59))
    today = calais.today(timezone.now())
    for back, meals in enumerate([200, 190, 210], start=1):
        on = today - timedelta(weeks=back)
        DayClosed.objects.create(site=calais, on=on, closed_at=timezone.now(), tallies=1)
        DayTally.objects.create(site=calais, on=on, code="visits.meals", value=meals)
    return calais


def test_closed_once_and_every_screen_knows(browse, house, manager, greeter):
    desk, board, phone = browse(actor=greeter), browse(), browse(width=360)
    board.open("/hall/calais/")
    phone.open(f"/c/{ids.new_secret()}")
    assert CLOSED not in board.page.inner_text("main") + phone.page.inner_text("main")
    office = browse(actor=manager)
    office.open("/sites/")
    hand = Hand(office, presses=2)

    office.page.locator("section", has=office.page.get_by_role("heading", name="Shower")).locator("summary").click()
    hand.presses_left -= 1
    hand.presses("Being repaired")

    expect(office.page.get_by_text("closed today: Being repaired")).to_be_visible()
    expect(board.page.get_by_text(CLOSED)).to_be_visible(timeout=30_000)
    phone.open(f"/c/{ids.new_secret()}")
    expect(phone.page.get_by_text(CLOSED)).to_be_visible()
    desk.open("/desk/")
    Hand(desk, scans=1).scans(ids.new_secret())
    shower = desk.page.locator("#panel .tile", has=desk.page.get_by_role("heading", name="Shower"))
    assert shower.get_by_role("button", disabled=False).count() == 0
    board.open("/hall/dunkirk/")
    assert CLOSED not in board.page.inner_text("main")
    for screen in (office, board, phone, desk):
        screen.is_calm()


def test_the_note_of_the_morning_and_the_number_of_plates_are_there_when_she_comes(browse, house, manager):
    at_0830 = timezone.localtime(timezone.now(), house.zone).replace(hour=8, minute=30)
    jobs.run_due(at_0830)

    office = browse(actor=manager)
    office.open("/reports/morning/")

    expect(office.page.locator("main")).to_contain_text("200")
    expect(office.page.locator("main")).to_contain_text("Plates")
    office.is_calm()
