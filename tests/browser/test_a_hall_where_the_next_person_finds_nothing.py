"""Two hundred tries of whoever comes next at the machine in the hall: 0 bytes of the one before (issue 3, 9)."""

import random
from uuid import uuid4

import pytest
from django.utils import timezone
from playwright.sync_api import Error

from halte.accounts.actions import register_device
from halte.accounts.models import DeviceKind
from halte.accounts.roles import Role
from halte.guests import actions
from halte.visits import actions as visits
from tests.cast import a_key_of

TRIES = 200
SIGN = ("sun", "fish", "kite")


@pytest.fixture
def hall(browse, staff_at, calais, dunkirk):
    """A browser in kiosk mode, as a manager left it."""
    manager = staff_at(calais, Role.MANAGER)
    _device, token = register_device(
        actor=manager, label="Hall", kind=DeviceKind.KIOSK, roles=[], at=timezone.now(), key=a_key_of()
    )
    watched = browse()
    watched.page.context.add_cookies([{"name": "halte_kiosk", "value": token, "url": watched.home}])
    return watched


@pytest.fixture
def someone(greeter):
    """A guest with a sign of their own and a number that stands out."""
    at = timezone.now()
    guest, secret = actions.make_card(actor=greeter, at=at, key=a_key_of())
    actions.choose_sign(actor=greeter, guest=guest, pictures=list(SIGN), at=at, key=a_key_of())
    ticket = visits.take_ticket(actor=greeter, guest=guest, at=at, key=a_key_of())
    type(ticket).objects.filter(id=ticket.id).update(number=7413)
    return guest, secret


def reads_own_things(hall, secret):
    """The person before: a scan as a scanner types it, then the own sign; one page, their number on it."""
    hall.open("/kiosk/things/")
    hall.page.locator("input.scan").press_sequentially(secret)
    hall.page.keyboard.press("Enter")
    hall.page.wait_for_selector(":text('7413')")
    hall.page.get_by_role("button", name="My own sign").click()
    for picture in SIGN:
        hall.page.locator(f"button[value='{picture}']").click()
    hall.page.wait_for_selector(":text('7413')")


def all_that_is_there(hall):
    """Everything the next person, or a curious one with the tools of the browser, can get out of this page."""
    page = hall.page
    # A page that the browser refuses to show again has no storage that could be read.
    kept = """() => { try { return JSON.stringify([history.state, {...localStorage}, {...sessionStorage},
        document.cookie, document.referrer]); } catch (refused) { return String(refused); } }"""
    fields = "Array.from(document.querySelectorAll('input')).map((one) => one.value).join(' ')"
    return " ".join([page.content(), page.url, page.evaluate(kept), page.evaluate(fields)])


HISTORY = {
    "back": "history.back()",
    "far back": "history.go(-4)",
    "forward": "history.forward()",
    "refresh": "location.reload()",
}
PAGES = {name: f"/kiosk/{name}/" for name in ("things", "ticket", "help", "interpreter", "visitor", "say")} | {
    "start": "/kiosk/"
}
STEPS = (*HISTORY, *PAGES)


def once_still(hall, look):
    """Look once the page stands still: a step of history may be under way, and has no event of its own to wait for."""
    for _attempt in range(10):
        try:
            return look()
        except Error:
            hall.page.wait_for_load_state("load")
    return look()


def goes(hall, step):
    if step in PAGES:
        once_still(hall, lambda: hall.open(PAGES[step]))
    else:
        once_still(hall, lambda: hall.page.evaluate(f"() => {{ setTimeout(() => {HISTORY[step]}, 0); }}"))
        once_still(hall, lambda: hall.page.evaluate("() => new Promise((done) => setTimeout(done, 25))"))


def test_two_hundred_tries_of_the_next_person_find_nothing_of_the_one_before(hall, someone):
    guest, secret = someone
    reads_own_things(hall, secret)
    hall.page.locator("[data-kiosk-finish]").click()
    hall.page.wait_for_url("**/kiosk/")
    chance = random.Random(7)
    traces = (secret, "7413", guest.spoken, guest.code, str(guest.id))

    found = []
    for number in range(TRIES):
        step = chance.choice(STEPS)
        goes(hall, step)
        there = once_still(hall, lambda: all_that_is_there(hall))
        found += [(number, step, trace) for trace in traces if trace in there]
        if number % 50 == 0:
            printed = once_still(hall, hall.page.pdf)
            found += [(number, "print", trace) for trace in traces if trace.encode() in printed]

    assert found == []


def test_without_a_touch_the_page_closes_by_itself(hall, someone):
    hall.page.clock.install()
    reads_own_things(hall, someone[1])

    hall.page.clock.run_for(44_000)
    assert "7413" in hall.page.content()
    hall.page.clock.run_for(2_000)

    hall.page.wait_for_url("**/kiosk/")
    assert "7413" not in hall.page.content()


def test_a_touch_gives_the_reader_time_again(hall, someone):
    hall.page.clock.install()
    reads_own_things(hall, someone[1])

    hall.page.clock.run_for(40_000)
    hall.page.mouse.move(5, 300)
    hall.page.mouse.down()
    hall.page.mouse.up()
    hall.page.clock.run_for(40_000)

    assert "7413" in hall.page.content()


def test_the_browser_offers_nothing_that_was_typed_before(hall, someone):
    reads_own_things(hall, someone[1])
    hall.page.locator("[data-kiosk-finish]").click()
    hall.page.wait_for_url("**/kiosk/")

    hall.open("/kiosk/things/")
    field = hall.page.locator("input.scan")

    assert field.input_value() == ""
    assert field.get_attribute("autocomplete") == "off"
    hall.open("/kiosk/things/")
    assert field.get_attribute("name") != uuid4().hex
