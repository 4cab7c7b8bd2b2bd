"""Evening 1 on tablets and a phone: nothing is told at the door; he leaves a message; joined when she says yes."""

import pytest
from django.urls import reverse

from halte.common import ids
from halte.guests import queries as guest_queries
from halte.guests.models import Guest
from halte.nights.models import Stay
from tests.browser.taps import Hand


@pytest.fixture
def six_o_clock(monkeypatch, now, calais, dunkirk, a_room):
    """18:00 in a hostel with a room for men and a room for a family."""
    monkeypatch.setattr("django.utils.timezone.now", lambda: now)
    a_room(kind="men", beds=2)
    return a_room(kind="family", beds=4)


def test_she_says_yes_and_only_then_he_is_beside_them(browse, six_o_clock, night_desk, manager, now):
    tablet = browse(width=1280, actor=night_desk)
    tablet.open("/desk/")
    hand = Hand(tablet, scans=1, presses=99)
    page = tablet.page

    # 18:00: beds for three, and a place until 23:00.
    hand.scans(ids.new_secret())
    hand.presses("Child", exact=True)
    hand.presses("Child", exact=True)
    hand.presses("Welcome the family for the night")
    mother = Guest.objects.get(on_card_of__isnull=True)
    hand.opens("Hold a place beside them")
    page.select_option("[name=counted]", "man")
    page.fill("[name=until]", "23:00")
    hand.presses("Hold the place")
    assert "held until 23:00" in page.inner_text("#panel")
    assert Stay.objects.filter(bed__room=six_o_clock, ended_at__isnull=True).count() == 4

    # At the door he is told nothing: a new card, a bed like everybody's.
    door = browse(width=1280, actor=night_desk)
    door.open("/desk/")
    before = set(Guest.objects.values_list("id", flat=True))
    at_door = Hand(door, scans=1, presses=99)
    at_door.scans(ids.new_secret())
    father = Guest.objects.exclude(id__in=before).get()
    panel = door.page.inner_text("#panel")
    assert mother.spoken not in panel
    assert "beside" not in panel.lower()
    door.open(reverse("nights:expected", args=[night_desk.site.tonight(now)]))
    assert "only they say yes" in door.page.inner_text("main")
    assert door.page.get_by_role("button", name="They are here").count() == 0
    assert mother.spoken not in door.page.inner_text("main")

    # He leaves a message on his phone, in his language; nobody says whether she is here.
    phone = browse(width=360, language="ar", scripts=False)
    phone.open(reverse("tracing:write"))
    phone.page.fill("[name=hint]", "زوجتي مع طفلين")
    phone.page.fill("[name=text]", "أنا عند الباب")
    phone.page.locator("main form button[type=submit]").first.click()
    assert mother.spoken not in phone.page.inner_text("main")

    # Somebody thinks of her; she reads it alone.
    office = browse(width=1280, actor=manager)
    office.open(reverse("tracing:to_match"))
    office.page.fill("[name=code]", mother.spoken)
    office.page.get_by_role("button", name="Offer it").click()
    page.reload()
    hand.opens("Open it with the guest")
    hand.presses("The guest is here: open it")
    assert "أنا عند الباب" in page.inner_text("main")
    hand.presses("No answer")

    # She says yes.
    tablet.open(reverse("desk:guest", args=[mother.id]))
    hand.opens("Who came to them")
    page.fill("[name=code]", father.spoken)
    hand.presses("They say yes: join them")
    assert "They are together." in page.inner_text("main")
    assert Stay.objects.get(guest=father, ended_at__isnull=True).bed.room == six_o_clock
    assert guest_queries.membership_of(father).group == guest_queries.membership_of(mother).group
    for watched in (tablet, door, phone, office):
        watched.is_calm()
