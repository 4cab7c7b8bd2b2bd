"""Evening 5, fire at 03:00, server burnt: the tablet counts rooms alone, the missing are called by bed."""

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from halte.nights import actions
from halte.sites.models import RoomKind
from tests.cast import a_key_of

KEPT = """async () => {
  const looksAfter = async () => (await navigator.serviceWorker.getRegistration("/nights/out/"))?.active;
  while (!(await caches.match("/nights/out/")) || !(await looksAfter())) await new Promise((on) => setTimeout(on, 50));
}"""
"""As soon as the board was open for a moment, the page and its worker lie on the tablet."""


@pytest.fixture
def asleep(a_room, a_guest, night_desk, calais, dunkirk):
    """Two rooms with five people in them, one to be fetched first, and another house."""
    at = timezone.now()
    told = {"actor": night_desk, "night": calais.tonight(at), "at": at}
    for kind, counted, people in ((RoomKind.MEN, "man", 3), (RoomKind.WOMEN, "woman", 2)):
        a_room(kind=kind, beds=4)
        for _one in range(people):
            stay = actions.welcome_for_the_night(guest=a_guest(counted=counted), key=a_key_of(), **told)
    actions.fetch_first(stay=stay, first=True, key=a_key_of(), **told)


def test_the_tablet_counts_without_the_house_and_the_missing_are_called_by_bed(browse, asleep, night_desk):
    tablet = browse(actor=night_desk, width=820)
    tablet.open("/nights/")
    tablet.page.evaluate(KEPT)

    tablet.page.context.set_offline(True)
    tablet.page.goto(tablet.home + "/nights/out/")
    expect(tablet.page.get_by_text("The house does not answer. This tablet counts alone.")).to_be_visible()
    expect(tablet.page.locator("[data-n-missing]")).to_have_text("5")
    tablet.page.get_by_role("button", name="All out 001").click()
    tablet.page.reload()

    expect(tablet.page.locator("[data-n-out]")).to_have_text("3")
    called = tablet.page.locator("[data-missing] button")
    expect(called).to_have_text(["002-1", "002-2"])
    called.first.click()
    called.first.click()
    expect(tablet.page.locator("[data-n-missing]")).to_have_text("0")
    assert night_desk.called not in tablet.page.content()
