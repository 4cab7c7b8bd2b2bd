"""Evening 4 on the tablet: one held press ends everything, her things are listed, the others move in one act."""

import pytest
from django.urls import reverse
from django.utils import timezone

from halte.guests.models import Guest, GuestState
from halte.nights import actions as night_actions
from halte.nights.models import Stay
from halte.visits import actions as visit_actions
from tests.browser.taps import Hand
from tests.cast import a_key_of


@pytest.fixture
def three_women(a_guest, a_room, night_desk, calais, dunkirk):
    """Three in a room, beside an empty one; a letter waits for the first of them."""
    at = timezone.now()
    here, there = a_room(kind="women", beds=3), a_room(kind="women", beds=3)
    women = [a_guest(counted="woman") for _bed in range(3)]
    for guest, bed in zip(women, here.beds.order_by("position"), strict=True):
        told = {"actor": night_desk, "night": calais.tonight(at), "at": at, "key": a_key_of()}
        night_actions.welcome_for_the_night(guest=guest, bed=bed, **told)
    visit_actions.receive_letter(actor=night_desk, guest=women[0], at=at, key=a_key_of())
    return women, here, there


def test_one_held_press_ends_everything_and_the_others_move_in_one_act(browse, three_women, night_desk, calais):
    (dead, *others), here, there = three_women
    tablet = browse(width=820, actor=night_desk)
    page, hand = tablet.page, Hand(tablet, presses=1)

    # Held, not asked: bed, letters and card are out of everything at once.
    tablet.open(reverse("guests:closed", args=[dead.id]))
    button = page.locator("[data-held] button")
    with page.expect_navigation():
        button.hover()
        page.mouse.down()
    page.mouse.up()
    words = page.inner_text("main")
    assert "Closed by staff" in words
    assert "Letter" in words
    assert Guest.objects.get(id=dead.id).state == GuestState.CLOSED
    assert not Stay.objects.filter(guest=dead, ended_at__isnull=True).exists()

    # The others of the room move, in one act.
    night = calais.tonight(timezone.now())
    tablet.open(reverse("nights:room", args=[night, here.id]))
    hand.presses(f"Room {there.code}")
    moved = Stay.objects.filter(ended_at__isnull=True)
    assert {(stay.guest, stay.bed.room) for stay in moved} == {(guest, there) for guest in others}

    tablet.is_calm()

    # Her card opens nothing any more.
    tablet.open("/desk/")
    page.keyboard.type(dead.spoken)
    page.keyboard.press("Enter")
    page.wait_for_selector("[role=alert], .message")
    assert page.locator("#panel .tile").count() == 0
