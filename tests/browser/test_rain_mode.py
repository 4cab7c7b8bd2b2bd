"""Rain mode: one tap, targets of 72 px, 16 px apart, heard and felt; measured on the pages that stand at the door."""

import pytest
from django.utils import timezone

from halte.accounts.roles import Role
from halte.common import ids
from halte.guests import actions as guests
from halte.sites.models import RoomKind
from tests.cast import a_key_of

TARGET, APART = 72, 16
MEASURE = """() => {
  const seen = (one) => {
    const box = one.getBoundingClientRect();
    const style = getComputedStyle(one);
    return box.width > 2 && box.height > 2 && box.right > 0 && box.bottom > 0 && style.visibility !== "hidden"
      && !one.closest(".unseen, .skip, [hidden]");
  };
  const words = (one) => (one.getAttribute("aria-label") || one.textContent || one.name).trim().replace(/\\s+/g, " ");
  const all = [...document.querySelectorAll("a, button, summary, input:not([type=hidden]), select, textarea")]
    .filter(seen).map((one) => ({ one, box: one.getBoundingClientRect(), words: words(one).slice(0, 40),
      sticky: !!one.closest(".at-hand") }));
  const bad = [];
  for (const { box, words } of all) {
    if (box.width < 71.5 || box.height < 71.5) bad.push(`${words}: ${box.width.toFixed()} x ${box.height.toFixed()}`);
  }
  all.forEach((one, place) => all.slice(place + 1).forEach((other) => {
    if (one.sticky !== other.sticky || one.one.contains(other.one)) return;
    const across = Math.max(other.box.left - one.box.right, one.box.left - other.box.right);
    const down = Math.max(other.box.top - one.box.bottom, one.box.top - other.box.bottom);
    const apart = Math.max(across, down);
    if (apart < 15.5) bad.push(`${one.words} and ${other.words}: ${apart.toFixed(1)} apart`);
  }));
  return bad;
}"""


@pytest.fixture
def wet(browse, calais, dunkirk, staff_at, a_room):
    """A tablet on which somebody pressed Rain."""
    for kind in (RoomKind.MEN, RoomKind.WOMEN):
        a_room(kind=kind, beds=4)
    colleague = staff_at(calais, Role.GREETER)

    def opened(width):
        watched = browse(actor=colleague, width=width)
        watched.open("/desk/")
        with watched.page.expect_navigation():
            watched.page.get_by_role("button", name="Rain").click()
        return watched

    return opened


@pytest.mark.parametrize("width", [360, 1280])
def test_every_target_at_the_door_is_large_and_apart(wet, width, calais, greeter):
    guest, _secret = guests.make_card(actor=greeter, at=timezone.now(), key=a_key_of())
    tablet = wet(width)

    wrong = {}
    for page in ("/desk/", f"/desk/guest/{guest.id}/", "/desk/line/meal/", "/desk/line/", "/desk/arrivals/"):
        tablet.open(page)
        assert tablet.page.evaluate("document.documentElement.hasAttribute('data-rain')")
        assert tablet.page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), page
        if found := tablet.page.evaluate(MEASURE):
            wrong[page] = found

    assert wrong == {}
    tablet.is_calm()


def test_a_result_is_heard_and_felt_as_well_as_seen(wet):
    tablet = wet(800)
    tablet.page.context.add_init_script(
        "window.told = []; document.addEventListener('halte:tell', (event) => window.told.push(event.detail));"
    )
    tablet.open("/desk/")

    tablet.page.keyboard.type("K7M-4QX-8")
    tablet.page.keyboard.press("Enter")
    tablet.page.wait_for_selector("#messages .message.error")
    tablet.page.wait_for_function("window.told.includes('no')")

    tablet.page.keyboard.type(ids.new_secret())
    tablet.page.keyboard.press("Enter")
    tablet.page.wait_for_selector("#panel .tile")
    with tablet.page.expect_navigation():
        tablet.page.get_by_role("button", name="Welcome: men's room").click()
    tablet.page.wait_for_function("window.told.includes('ok')")


def test_one_more_tap_ends_it(wet):
    tablet = wet(800)

    tablet.page.wait_for_timeout(750)
    with tablet.page.expect_navigation():
        tablet.page.get_by_role("button", name="Rain").click()

    assert not tablet.page.evaluate("document.documentElement.hasAttribute('data-rain')")
