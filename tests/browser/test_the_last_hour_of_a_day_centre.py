"""The last hour at Dunkirk: a phone comes back in two scans, a bed elsewhere is one tap, seats are counted."""

from datetime import timedelta

import pytest
from django.utils import timezone

from halte.accounts.roles import Role
from halte.common import ids
from halte.guests.models import Guest
from halte.visits import actions, queries
from halte.visits.models import BedAsked, BusRun, Tagged, TagKind
from halte.visits.queries import GUEST_HALF, THING_HALF
from tests.browser.taps import Hand
from tests.cast import a_key_of

MATCH = "**/visits/tags/match/"


@pytest.fixture
def desk(browse, staff_at, calais, dunkirk):
    watched = browse(actor=staff_at(dunkirk, Role.GREETER))
    watched.open("/desk/")
    return watched


def test_a_phone_to_charge_is_one_scan_and_one_tap_and_back_in_two_scans(desk, dunkirk):
    brings = Hand.of(desk, "phone to charge")
    brings.scans(ids.new_secret())
    brings.presses("Take a phone, tag 1")
    assert Tagged.objects.get().guest == Guest.objects.get()
    brings.did_nothing_else()

    desk.open("/visits/tags/")
    fetches = Hand.of(desk, "phone back")
    fetches.scans(queries.text_of(dunkirk, TagKind.PHONE, 1, GUEST_HALF), answered=MATCH, shows=".tag-answer.wait")
    fetches.scans(queries.text_of(dunkirk, TagKind.PHONE, 1, THING_HALF), answered=MATCH, shows=".tag-answer.ok")

    fetches.did_nothing_else()
    assert Tagged.objects.get().ended_at
    assert desk.page.evaluate("document.activeElement.id") == "scan"
    desk.is_calm()


def test_a_wrong_phone_is_red_is_heard_and_stays(desk, staff_at, dunkirk):
    actor = staff_at(dunkirk, Role.GREETER)
    for _phone in range(2):
        actions.take_in(actor=actor, kind=TagKind.PHONE, at=timezone.now(), key=a_key_of())
    desk.open("/visits/tags/")
    desk.page.evaluate("document.addEventListener('halte:tell', (event) => { document.title = event.detail })")
    hand = Hand(desk, scans=2)
    hand.scans(queries.text_of(dunkirk, TagKind.PHONE, 1, GUEST_HALF), answered=MATCH, shows=".tag-answer.wait")

    hand.scans(queries.text_of(dunkirk, TagKind.PHONE, 2, THING_HALF), answered=MATCH, shows=".tag-answer.bad")

    desk.page.wait_for_function("document.title === 'no'")
    assert "Nothing was handed back" in desk.page.inner_text(".tag-answer")
    assert Tagged.objects.filter(ended_at__isnull=True).count() == 2


def test_tags_match_without_scripts(browse, staff_at, dunkirk):
    actor = staff_at(dunkirk, Role.GREETER)
    actions.take_in(actor=actor, kind=TagKind.BAG, at=timezone.now(), key=a_key_of())
    plain = browse(actor=actor, scripts=False)
    plain.open("/visits/tags/")
    for half in (GUEST_HALF, THING_HALF):
        plain.page.locator("#scan").fill(queries.text_of(dunkirk, TagKind.BAG, 1, half))
        with plain.page.expect_navigation():
            plain.page.locator("#scan").press("Enter")

    assert plain.page.locator(".tag-answer.ok").is_visible()
    assert Tagged.objects.get().ended_at


def test_a_bed_at_the_hostel_is_one_tap_and_a_seat_is_one_more(desk, staff_at, calais, dunkirk):
    at = timezone.now()
    bus = actions.set_bus(
        actor=staff_at(dunkirk, Role.GREETER),
        house=calais,
        leaves_at=at + timedelta(hours=1),
        seats=8,
        at=at,
        key=a_key_of(),
    )
    hand = Hand(desk, scans=1, presses=2)
    hand.scans(ids.new_secret())
    hand.presses("Ask Calais for a bed")
    assert hand.presses_left == 1
    assert BedAsked.objects.get().house == calais

    desk.open("/desk/last-hour/")
    assert desk.page.inner_text("#without-bed") == "0"
    hand.presses("+1 seat")

    hand.did_nothing_else()
    assert BusRun.objects.get(id=bus.id).taken == 1
    desk.is_calm()


def test_the_sheet_is_one_tap_from_the_panel(desk):
    hand = Hand(desk, scans=1, presses=1)
    hand.scans(ids.new_secret())

    hand.opens("Sheet for tonight: 115")

    assert "115" in desk.page.inner_text(".tonight-sheet")
