"""Counted taps: what people.md promises of the night, touched in a real browser. More taps than promised fail."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from halte.common import ids
from halte.goods import actions as goods
from halte.goods.models import Given, Variant
from halte.guests.models import Guest
from halte.journal.models import Line
from halte.nights import actions as nights
from halte.nights.models import Stay
from halte.sites.models import RoomKind
from tests.browser.taps import Hand
from tests.cast import a_key_of


@pytest.fixture
def evening(calais, dunkirk, goods_keeper, a_room, now):
    """A hostel in the evening with blankets."""
    kind = goods.add_kind(
        actor=goods_keeper, code="blanket", names={"en": "Blanket"}, pictogram="blanket", at=now, key=a_key_of()
    )
    goods.receive(actor=goods_keeper, variant=kind.variants.get(), quantity=200, at=now, key=a_key_of())
    for room, rooms, beds in ((RoomKind.WOMEN, 5, 4), (RoomKind.MEN, 5, 6), (RoomKind.FAMILY, 2, 5)):
        for _room in range(rooms):
            a_room(kind=room, beds=beds)


@pytest.fixture
def desk(browse, evening, night_desk):
    def opened(flow="", *, presses=0):
        watched = browse(actor=night_desk)
        watched.open("/desk/")
        return Hand.of(watched, flow) if flow else Hand(watched, presses=presses)

    return opened


def test_a_new_person_has_bed_and_blanket_in_two_taps(desk):
    hand = desk("new person, bed, blanket")

    hand.scans(ids.new_secret())
    hand.presses("Welcome: women's room")

    hand.did_nothing_else()
    assert Stay.objects.get().inside
    assert Given.objects.get().guest == Guest.objects.get()
    assert Line.objects.filter(kind="desk.welcomed").count() == 1
    hand.watched.is_calm()


def test_a_family_of_five_sleeps_in_one_room_after_six_taps(desk):
    hand = desk("family of 5")

    hand.scans(ids.new_secret())
    for who in ("Man", "Child", "Child", "Child"):
        hand.presses(who, exact=True)
    hand.presses("Welcome the family for the night")

    hand.did_nothing_else()
    stays = list(Stay.objects.select_related("bed"))
    assert len(stays) == 5
    assert len({stay.bed.room_id for stay in stays}) == 1
    assert Given.objects.count() == 5
    hand.watched.is_calm()


def test_fifty_three_people_have_a_bed_after_eight_taps(desk):
    hand = desk("53 wet people at 03:00")

    hand.opens("Many at once")
    hand.types("182906")
    hand.presses("Hold beds")

    hand.did_nothing_else()
    expect(hand.page.get_by_role("heading", name="53 people have a bed")).to_be_visible()
    assert Stay.objects.count() == 53
    hand.watched.is_calm()


def test_blankets_and_tea_for_all_are_a_tap_each_and_the_beds_are_taken_back_in_one(desk):
    hand = desk(presses=11)
    hand.opens("Many at once")
    hand.types("030400")
    hand.presses("Hold beds")

    hand.presses("Blanket +7")
    hand.presses("Hot drink +7")
    hand.presses("Undo")

    assert not Stay.objects.filter(ended_at=None).exists()
    assert not Given.objects.exists()
    assert re.search(r"Taken back", hand.page.content())


def test_a_blanket_after_an_eviction_is_one_tap_and_no_question(desk, a_guest, night_desk, now):
    guest = a_guest()
    goods.give(actor=night_desk, guest=guest, variant=Variant.objects.get(), at=now, key=a_key_of())
    hand = desk("blanket after an eviction")
    hand.scans(guest.spoken)

    hand.presses("Give a blanket: it was lost")

    assert Given.objects.filter(guest=guest, reason="lost").exists()
    hand.did_nothing_else()


@pytest.mark.parametrize("opened", [True, False], ids=["after noon", "before the night was opened"])
def test_whoever_slept_here_has_the_same_bed_another_night_without_a_tap(desk, a_guest, night_desk, calais, opened):
    at, guest = timezone.now(), a_guest(counted="man")
    tonight, before = calais.tonight(at), at - timedelta(days=1)
    yesterday = {"actor": night_desk, "guest": guest, "night": tonight - timedelta(days=1), "at": before}
    bed = nights.give_bed(**yesterday, key=a_key_of()).bed
    nights.arrive(**yesterday, key=a_key_of())
    if opened:
        nights.carry_over(actor=night_desk, night=tonight, at=at, key=a_key_of())
    hand = desk("staying another night")

    hand.watched.open(f"/desk/guest/{guest.id}/")

    expect(hand.page.locator("#panel")).to_contain_text(f"{bed.room.code}")
    hand.watched.open("/nights/")
    expect(hand.page.locator("main")).to_contain_text("Expected 1")
    hand.did_nothing_else()
