"""Evening 3 on the tablet: one press, no card, a cot from the store; her bed is kept, the birth declared in time."""

from datetime import UTC, datetime

import pytest
from django.urls import reverse

from halte.goods import actions as goods
from halte.goods.models import Given, Stock, Variant
from halte.guests.models import Guest
from halte.nights import actions as night_actions
from halte.nights.models import Stay
from tests.browser.taps import Hand
from tests.cast import a_key_of

AT_0240 = datetime(2026, 11, 25, 1, 40, tzinfo=UTC)


@pytest.fixture
def mother(a_guest, a_room, night_desk, calais, dunkirk, now, monkeypatch):
    """She sleeps alone in a room for women; now it is 02:40."""
    guest = a_guest(counted="woman")
    a_room(kind="women", beds=1)
    told = {"actor": night_desk, "night": calais.tonight(now), "at": now, "key": a_key_of()}
    night_actions.welcome_for_the_night(guest=guest, **told)
    monkeypatch.setattr("django.utils.timezone.now", lambda: AT_0240)
    return guest


@pytest.fixture
def a_cot(goods_keeper, now, mother):
    """One stands in the store."""
    goods.add_usual_kinds(actor=goods_keeper, at=now, key=a_key_of())
    cot = Variant.objects.get(kind__code="cot")
    goods.receive(actor=goods_keeper, variant=cot, quantity=1, at=now, key=a_key_of())
    return cot


def test_one_press_no_card_a_cot_and_her_bed_is_kept(browse, mother, a_cot, night_desk, calais):
    tablet = browse(width=820, actor=night_desk)
    page, hand = tablet.page, Hand(tablet, presses=5)
    tablet.open(reverse("desk:guest", args=[mother.id]))

    # One press, no question, no card.
    page.get_by_text("Newborn, in a cot").first.wait_for(state="attached")
    hand.presses("Newborn, in a cot")
    newborn = Guest.objects.get(in_cot=True)
    assert (newborn.counted, newborn.on_card_of) == ("child", mother)

    # The cot comes from the store, and is the last.
    tablet.open(reverse("desk:guest", args=[newborn.id]))
    hand.opens("Other things")
    hand.presses("Give Cot")
    page.get_by_text("Last today").wait_for()
    assert Given.objects.get(guest=newborn).variant == a_cot
    assert Stock.objects.get(variant=a_cot).balance == 0

    # One bed, one guest: a cot is no bed, and whoever counts the room counts it.
    stay = Stay.objects.get(ended_at__isnull=True)
    assert stay.guest == mother
    tablet.open(reverse("nights:room", args=[calais.tonight(AT_0240), stay.bed.room_id]))
    assert "And 1 newborn in a cot." in page.inner_text("main")

    # She goes to hospital, and her bed waits for her.
    tablet.open(reverse("desk:guest", args=[mother.id]))
    hand.presses("Left", exact=True)
    assert "the bed is kept" in page.inner_text("#panel")

    # What must be declared, by which day, and that a lawyer has to look at it.
    tablet.open(reverse("guests:about", args=[newborn.id]))
    assert "Declare the birth" in page.inner_text("main")
    assert "Unsure until a lawyer confirms" in page.inner_text("main")
    tablet.is_calm()
