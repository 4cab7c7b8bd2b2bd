"""A greeter signs in, makes a card, gives bed and blanket, and takes them back: all at one field and one panel."""

import time

import pytest

from halte.accounts.models import Staff
from halte.accounts.roles import Role
from halte.common import ids
from halte.goods import actions as goods
from halte.goods.models import Given, Stock
from halte.guests.models import Guest
from halte.journal.checking import breaks
from halte.journal.models import Line
from halte.nights.models import Stay
from halte.sites.models import RoomKind
from tests.cast import a_key_of

PASSWORD = "three-wet-boots-by-the-stove"
SHORTLY = 5_000


@pytest.fixture
def greeter(staff_at, calais):
    return staff_at(calais, Role.GREETER)


@pytest.fixture
def evening(calais, dunkirk, goods_keeper, a_room, now):
    """A hostel with a room for men and two blankets."""
    a_room(kind=RoomKind.MEN, beds=2)
    kind = goods.add_kind(
        actor=goods_keeper, code="blanket", names={"en": "Blanket"}, pictogram="blanket", at=now, key=a_key_of()
    )
    goods.receive(actor=goods_keeper, variant=kind.variants.get(), quantity=2, at=now, key=a_key_of())


@pytest.fixture
def desk(browse, evening, greeter):
    """The greeter's tablet, signed in through the form at the front door."""
    person = Staff.objects.get(pk=greeter.id)
    person.set_password(PASSWORD)
    person.save()
    watched = browse()
    watched.open("/")
    watched.page.get_by_label("Your sign-in name").fill(person.sign_in_name)
    watched.page.get_by_label("Your password").fill(PASSWORD)
    watched.page.get_by_role("button", name="Open", exact=True).click()
    watched.page.wait_for_url("**/desk/")
    return watched


def scans(desk, code):
    """A scanner types like a keyboard, fast, and ends with Enter. Nobody clicks into the field."""
    desk.page.keyboard.type(code)
    with desk.page.expect_response("**/desk/scan/"):
        desk.page.keyboard.press("Enter")
    desk.page.wait_for_selector("#panel .tile")


def presses(desk, name):
    """Press one button; the page that comes back shows what happened."""
    with desk.page.expect_navigation():
        desk.page.get_by_role("button", name=name).first.click()


def test_a_card_is_made_in_one_tap_and_no_question(desk):
    presses(desk, "New card, no questions")

    guest = Guest.objects.get()
    assert desk.page.get_by_text(guest.spoken).first.is_visible()
    assert desk.page.locator("main input:not([type=hidden]), main select, main textarea").count() == 0
    assert (guest.language, guest.counted) == ("", "")
    desk.page.get_by_role("link", name="To this guest").click()
    desk.page.wait_for_selector("#panel .tile")
    desk.is_calm()


def test_a_blank_card_gets_bed_and_blanket_and_both_are_taken_back(desk):
    assert desk.page.evaluate("document.activeElement.id") == "scan"

    scans(desk, f"HTTPS://HALTE.EXAMPLE/c/{ids.new_secret()}")
    guest = Guest.objects.get()
    presses(desk, "Welcome: men's room")
    assert Stay.objects.get().guest == guest
    assert Given.objects.get().guest == guest

    presses(desk, "Undo Welcomed for the night")
    assert not Given.objects.filter(ended_at=None).exists()
    assert Stock.objects.get().balance == 2
    assert not Stay.objects.filter(ended_at=None).exists()

    assert desk.page.get_by_role("button", name="Welcome: men's room").is_visible()
    assert desk.page.evaluate("document.activeElement.id") == "scan"
    assert list(breaks()) == []
    desk.is_calm()


def test_the_secret_of_a_scanned_card_does_not_stay_on_the_glass(desk):
    secret = ids.new_secret()

    scans(desk, f"https://halte.example/c/{secret}")

    assert desk.page.locator("#scan").input_value() == Guest.objects.get().spoken
    assert secret not in desk.page.content()
    assert secret not in desk.page.url
    assert secret not in desk.page.evaluate("JSON.stringify([history.state, {...localStorage}, {...sessionStorage}])")
    desk.page.reload()
    assert secret not in desk.page.content()


def test_the_next_card_is_scanned_over_the_one_before(desk):
    scans(desk, ids.new_secret())
    second = ids.new_secret()

    desk.page.keyboard.type(second)
    assert desk.page.locator("#scan").input_value() == second
    with desk.page.expect_response("**/desk/scan/"):
        desk.page.keyboard.press("Enter")

    desk.page.wait_for_selector(f"#panel :text('{ids.spaced(ids.code_of_secret(second))}')")
    assert Guest.objects.count() == 2


def test_a_card_with_a_slip_of_the_finger_says_why_and_keeps_the_desk_ready(desk):
    desk.page.keyboard.type("K7M-4QX-8")
    with desk.page.expect_response("**/desk/scan/") as answer:
        desk.page.keyboard.press("Enter")

    assert answer.value.status == 422
    desk.page.wait_for_selector("#messages .message.error")
    assert desk.page.evaluate("document.activeElement.id") == "scan"
    assert not Line.objects.filter(kind="guests.card_made").exists()


def test_what_another_desk_does_appears_within_five_seconds(desk, browse, night_desk):
    other = browse(actor=night_desk)
    other.open("/desk/")
    began = time.monotonic()
    presses(other, "New card, no questions")
    code = Guest.objects.get().spoken

    desk.page.wait_for_selector(f".done-list :text('{code}')", timeout=SHORTLY)

    assert time.monotonic() - began < SHORTLY / 1000 + 1
    desk.is_calm()


def test_a_panel_left_open_shows_what_another_desk_gave(desk, browse, night_desk):
    scans(desk, ids.new_secret())
    other = browse(actor=night_desk)
    other.open(f"/desk/guest/{Guest.objects.get().id}/")

    presses(other, "Welcome: men's room")

    desk.page.wait_for_selector("#panel :text('Inside since')", timeout=SHORTLY)
    desk.is_calm()
