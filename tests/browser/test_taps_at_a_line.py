"""Line mode on a tablet: a press or a scan and nothing else; what the server cannot take is kept, and sent once."""

import pytest
from django.utils import timezone

from halte.accounts.asking import TABLET_COOKIE
from halte.common import ids
from halte.guests.models import Guest
from halte.visits.models import ServiceCount
from tests.browser.taps import Hand
from tests.guards.askers import open_tablet


@pytest.fixture
def tablet(browse, calais, dunkirk, live_server):
    """A tablet that the lead opened as the line of meals, with nobody signed in."""

    def opened(*, scripts=True):
        token = open_tablet(calais, now=timezone.now()).cookies[TABLET_COOKIE].value
        watched = browse(scripts=scripts, width=800)
        watched.page.context.add_cookies([{"name": TABLET_COOKIE, "value": token, "url": live_server.url}])
        watched.open("/desk/line/meal/")
        return watched

    return opened


def shows(watched, number, said="ok"):
    watched.page.wait_for_selector(f".line-field[data-said={said}]")
    watched.page.wait_for_selector(f"[data-count]:text-is('{number}')")


def counted():
    return sum(ServiceCount.objects.values_list("number", flat=True))


def test_a_press_anywhere_or_a_scan_is_one_meal_and_shows_nobody(tablet):
    line = tablet()
    box = line.page.locator(".line-field").bounding_box()

    presses, scans = Hand.of(line, "a line, pressed"), Hand.of(line, "a line, scanned")

    presses.touches_at(box["x"] + 30, box["y"] + box["height"] - 30)
    shows(line, 1)
    scans.scans(f"https://halte.example/c/{ids.new_secret()}", answered="**/press/", shows="[data-count]:text-is('2')")
    shows(line, 2)

    presses.did_nothing_else()
    scans.did_nothing_else()
    assert counted() == 2
    assert not Guest.objects.exists()
    assert box["height"] > 500
    line.is_calm()


def test_a_second_touch_of_wet_fingers_is_not_a_second_meal(tablet):
    line = tablet()

    line.page.locator(".line-field").dblclick()
    shows(line, 1)

    assert counted() == 1


def test_what_the_server_cannot_take_is_kept_as_a_number_and_sent_once(tablet):
    line = tablet()
    line.page.route("**/press/", lambda route: route.abort())
    line.page.keyboard.type(ids.new_secret())
    line.page.keyboard.press("Enter")
    shows(line, 0, said="kept")
    assert line.page.locator("[data-kept]").is_visible()
    stored = line.page.evaluate("localStorage.getItem('halte.line')")
    assert sorted(line.page.evaluate("Object.keys(JSON.parse(localStorage.getItem('halte.line'))[0])")) == [
        "at",
        "key",
        "service",
    ]
    assert "/desk/line/meal/" in stored

    line.page.unroute("**/press/")
    line.page.evaluate("window.dispatchEvent(new Event('online'))")

    line.page.wait_for_selector("[data-kept]", state="hidden")
    assert counted() == 1


def test_without_a_script_the_whole_field_is_a_button(tablet):
    line = tablet(scripts=False)

    with line.page.expect_navigation():
        line.page.locator(".line-field").click()

    assert line.page.locator("[data-count]").text_content() == "1"
    assert counted() == 1
