"""Morning 3, a volunteer on the first day: took the tablet in ten seconds, and could break nothing."""

from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from halte.accounts import actions
from halte.accounts.asking import TABLET_COOKIE
from halte.accounts.models import Badge, Device
from halte.accounts.roles import Role
from halte.guests.models import Guest, GuestState
from halte.journal.checking import breaks
from halte.journal.models import Line
from tests.browser.taps import Hand
from tests.cast import a_key_of


@pytest.fixture
def tablet(browse, manager, calais, dunkirk):
    """A tablet of the house on the counter, with nobody signed in."""
    until = timezone.now() + timedelta(days=1)
    _made, token = actions.open_tablet(actor=manager, label="Tablet 3", until=until, at=timezone.now(), key=a_key_of())
    watched = browse(width=820)
    watched.page.context.add_cookies([{"name": TABLET_COOKIE, "value": token, "url": watched.home}])
    watched.open("/")
    return watched


@pytest.fixture
def made(manager):
    return actions.make_badge(actor=manager, at=timezone.now(), key=a_key_of())


def takes(tablet, made):
    """A scan and four digits, and not one touch more."""
    hand = Hand.of(tablet, "volunteer takes a tablet")
    hand.scans_to(f"{tablet.home}/account/tablet/badge/{made.secret}/", "**/digits/")
    hand.types(made.digits[:3])
    hand.presses(made.digits[3], exact=True, to="**/desk/")
    hand.did_nothing_else()


def test_a_scan_and_four_digits_take_the_tablet(tablet, made):
    takes(tablet, made)

    expect(tablet.page.get_by_role("link", name="Badge 1")).to_be_visible()
    assert tablet.page.evaluate("document.activeElement.id") == "scan"
    tablet.is_calm()


def test_the_secret_of_the_badge_stays_nowhere_on_the_tablet(tablet, made):
    takes(tablet, made)

    kept = tablet.page.evaluate("JSON.stringify([location.href, {...localStorage}, {...sessionStorage}])")
    assert made.secret not in kept + tablet.page.content()
    tablet.page.go_back()
    assert made.secret not in tablet.page.content() + tablet.page.url


def test_she_could_break_nothing(tablet, made):
    """What only a manager opens stays shut, and what she did by mistake is taken back in one press."""
    takes(tablet, made)
    for page in ("/account/team/", "/account/shift/", "/account/devices/", "/sites/", "/reports/"):
        assert tablet.page.request.get(tablet.home + page).status == 403

    hand = Hand(tablet, presses=2)
    hand.presses("New card, no questions")
    assert Guest.objects.filter(state=GuestState.LIVE).count() == 1
    tablet.open("/desk/")
    hand.presses("Undo New card")

    assert not Guest.objects.filter(state=GuestState.LIVE).exists()
    assert Line.objects.get(kind="guests.card_made").actor == made.badge.id
    assert list(breaks()) == []


def test_a_lock_hides_the_panel_at_once_and_gives_it_back_as_it_was(tablet, made):
    takes(tablet, made)
    with tablet.page.expect_navigation():
        tablet.page.get_by_role("button", name="New card, no questions").click()
    guest = Guest.objects.get()
    tablet.open(f"/cards/{guest.id}/about/")
    tablet.page.get_by_label("Woman").check()

    with tablet.page.expect_response("**/account/lock/"):
        tablet.page.get_by_role("button", name="Lock", exact=True).click()
    expect(tablet.page.get_by_role("heading", name="Locked")).to_be_visible()
    assert "Woman" not in tablet.page.content().split("</main>")[0]
    assert tablet.page.request.get(f"{tablet.home}/desk/guest/{guest.id}/", max_redirects=0).status == 302
    hand = Hand(tablet, presses=4)
    hand.types(made.digits)

    expect(tablet.page.get_by_label("Woman")).to_be_checked()
    hand.did_nothing_else()
    assert tablet.page.url.endswith(f"/cards/{guest.id}/about/")
    tablet.is_calm()


def test_without_scripts_it_locks_and_opens_as_well(browse, manager, calais, made):
    until = timezone.now() + timedelta(days=1)
    _made, token = actions.open_tablet(actor=manager, label="Plain", until=until, at=timezone.now(), key=a_key_of())
    plain = browse(scripts=False)
    plain.page.context.add_cookies([{"name": TABLET_COOKIE, "value": token, "url": plain.home}])
    plain.open(f"/account/tablet/badge/{made.secret}/")
    plain.page.get_by_label("Your four digits").fill(made.digits)
    plain.page.get_by_role("button", name="Take this tablet").click()
    plain.page.get_by_role("button", name="Lock", exact=True).click()
    assert plain.page.get_by_role("heading", name="Locked").is_visible()

    plain.page.get_by_label("Your four digits").fill(made.digits)
    plain.page.get_by_role("button", name="Open", exact=True).click()

    assert plain.page.url.endswith("/desk/")


def test_the_lead_makes_a_badge_in_three_taps_and_opens_a_tablet_in_four(browse, staff_at, calais, dunkirk):
    lead = browse(actor=staff_at(calais, Role.MANAGER))
    lead.open("/desk/")
    hand = Hand(lead, presses=3)
    hand.opens("Team", exact=True)
    hand.touches("New badge")
    lead.page.wait_for_selector(".told-digits")
    hand.touches("Print")
    hand.did_nothing_else()
    assert Badge.objects.count() == 1

    lead.open("/account/shift/")
    lead.page.get_by_label("What is written on it").fill("Tablet 4")
    lead.page.get_by_role("button", name="Open it").click()
    lead.page.wait_for_url("**/account/tablet/")

    cookie = next(one for one in lead.page.context.cookies() if one["name"] == TABLET_COOKIE)
    assert (cookie["httpOnly"], cookie["sameSite"]) == (True, "Strict")
    assert Device.objects.get().label == "Tablet 4"
    lead.open("/account/team/")
    assert lead.page.url.endswith("/account/tablet/")
    lead.is_calm()
