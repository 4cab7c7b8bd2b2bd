"""Morning 2, the night host: 53 people in 8 taps, the fire list in hand."""

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from halte.nights.models import Stay
from halte.sites.models import RoomKind
from tests.browser.taps import Hand


@pytest.fixture
def wet_night(a_room, dunkirk):
    """A hostel at three in the morning with room for all of them, and another house."""
    for kind, beds in ((RoomKind.MEN, 30), (RoomKind.WOMEN, 20), (RoomKind.FAMILY, 8), (RoomKind.FAMILY, 8)):
        a_room(kind=kind, beds=beds)


def test_53_people_have_beds_in_8_taps_and_the_list_by_the_door_counts_them(browse, wet_night, night_desk, calais):
    tablet = browse(actor=night_desk, width=820)
    tablet.open("/desk/")
    hand = Hand.of(tablet, "53 wet people at 03:00")

    hand.opens("Many at once")
    hand.types("182906")
    hand.presses("Hold beds")

    hand.did_nothing_else()
    assert Stay.objects.filter(ended_at__isnull=True).count() == 53

    night = calais.tonight(timezone.now())
    tablet.open(f"/nights/{night}/list/")
    expect(tablet.page.get_by_role("button", name="Print")).to_be_visible()
    shown = tablet.page.inner_text("main")
    assert "53" in shown
    tablet.is_calm()
