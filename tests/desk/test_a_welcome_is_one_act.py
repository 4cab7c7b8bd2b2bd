"""Welcome for the night: bed, coming in and blanket are one act with one Undo, for one guest or for a family."""

from datetime import date

import pytest

from halte import journal
from halte.desk import actions
from halte.desk.actions import Blanket
from halte.goods import actions as goods
from halte.goods.models import Given, Stock
from halte.guests import actions as guests
from halte.guests.models import Guest
from halte.journal.checking import breaks
from halte.journal.models import Line
from halte.nights import actions as nights
from halte.nights import refusals
from halte.nights.models import Stay
from halte.sites.models import RoomKind
from tests.cast import a_key_of

NIGHT = date(2026, 11, 24)


@pytest.fixture
def blankets(goods_keeper, now):
    """Put so many blankets on the shelf."""

    def put(number):
        kind = goods.add_kind(
            actor=goods_keeper, code="blanket", names={"en": "Blanket"}, pictogram="blanket", at=now, key=a_key_of()
        )
        if number:
            goods.receive(actor=goods_keeper, variant=kind.variants.get(), quantity=number, at=now, key=a_key_of())

    return put


@pytest.fixture
def welcomes(greeter, now):
    def do(guest, **asked):
        return actions.welcome(
            **{"actor": greeter, "guest": guest, "night": NIGHT, "at": now, "key": a_key_of()} | asked
        )

    return do


@pytest.fixture
def takes_back(greeter, now):
    def do():
        line = Line.objects.filter(kind="desk.welcomed").latest("seq")
        return journal.undo(actor=greeter, line_id=line.id, at=now, key=a_key_of(), of_colleagues=["desk"])

    return do


def test_bed_arrival_and_blanket_are_one_line(welcomes, a_guest, a_room, blankets):
    a_room(kind=RoomKind.MEN)
    blankets(2)
    guest = a_guest()

    done = welcomes(guest, kind="men")

    assert Stay.objects.get().inside
    assert Given.objects.get().guest == guest
    assert done.blankets == [Blanket.GIVEN]
    assert Line.objects.latest("seq").kind == "desk.welcomed"
    assert list(breaks()) == []


def test_one_undo_takes_all_of_it_back(welcomes, takes_back, a_guest, a_room, blankets):
    a_room(kind=RoomKind.MEN)
    blankets(2)
    welcomes(a_guest(), kind="men")

    takes_back()

    assert not Stay.objects.filter(ended_at=None).exists()
    assert not Given.objects.filter(ended_at=None).exists()
    assert Stock.objects.get().balance == 2


def test_the_bed_does_not_wait_for_a_blanket(welcomes, takes_back, a_guest, a_room, blankets):
    a_room(kind=RoomKind.MEN)
    blankets(0)

    done = welcomes(a_guest(counted="man"))

    assert Stay.objects.get().inside
    assert done.blankets == [Blanket.NONE_LEFT]
    takes_back()
    assert not Stay.objects.filter(ended_at=None).exists()


def test_whoever_has_a_blanket_gets_no_second_one_unasked(greeter, welcomes, a_guest, a_room, blankets, now):
    a_room(kind=RoomKind.WOMEN)
    blankets(5)
    guest = a_guest(counted="woman")
    variant = Stock.objects.get().variant
    goods.give(actor=greeter, guest=guest, variant=variant, at=now, key=a_key_of())

    done = welcomes(guest)

    assert done.blankets == [Blanket.HAD_ONE]
    assert Stock.objects.get().balance == 4


def test_without_a_bed_nothing_is_given(welcomes, a_guest, a_room, blankets):
    a_room(kind=RoomKind.WOMEN)
    blankets(5)

    with pytest.raises(refusals.NoBedFits):
        welcomes(a_guest(counted="man"))

    assert not Given.objects.exists()
    assert not Line.objects.filter(kind="desk.welcomed").exists()


def test_a_family_on_one_card_gets_one_room_and_a_blanket_each(
    greeter, welcomes, takes_back, a_guest, a_room, blankets, now
):
    a_room(kind=RoomKind.FAMILY, beds=5)
    blankets(4)
    mother = a_guest(counted="woman")
    for counted in ("man", "child", "child", "child"):
        guests.add_company(actor=greeter, guest=mother, counted=counted, at=now, key=a_key_of())

    done = welcomes(mother)

    assert len(done.stays) == 5
    assert {stay.bed.room.code for stay in done.stays} == {"001"}
    assert all(stay.inside for stay in Stay.objects.all())
    assert done.blankets.count(Blanket.GIVEN) == 4
    assert done.blankets.count(Blanket.NONE_LEFT) == 1
    takes_back()
    assert not Stay.objects.filter(ended_at=None).exists()
    assert Stock.objects.get().balance == 4


def test_a_family_that_no_room_holds_gets_a_proposal_and_no_blanket(welcomes, takes_back, a_family, a_room, blankets):
    a_room(kind=RoomKind.FAMILY, beds=2)
    blankets(4)
    family = a_family(members=4)

    done = welcomes(Guest.objects.filter(memberships__group=family).first())

    assert done.proposal
    assert not Stay.objects.exists()
    assert not Given.objects.exists()
    takes_back()


def test_those_of_a_family_who_have_a_bed_come_in_with_the_others(
    night_desk, welcomes, takes_back, a_family, a_room, blankets, now
):
    room = a_room(kind=RoomKind.FAMILY, beds=4)
    blankets(4)
    family = a_family(members=3)
    one, *_others = Guest.objects.filter(memberships__group=family).order_by("id")
    bed = room.beds.get(position=0)
    nights.give_bed(actor=night_desk, guest=one, bed=bed, night=NIGHT, at=now, key=a_key_of())

    done = welcomes(one)

    assert len(done.stays) == 3
    assert Stay.objects.filter(arrived_at__isnull=False, ended_at=None).count() == 3
    takes_back()
    assert list(Stay.objects.filter(ended_at=None).values_list("bed", "arrived_at")) == [(bed.id, None)]


def test_a_bed_that_someone_left_since_is_not_taken_back(greeter, welcomes, takes_back, a_guest, a_room, blankets, now):
    a_room(kind=RoomKind.MEN)
    blankets(1)
    stay = welcomes(a_guest(counted="man")).stays[0]
    nights.leave(actor=greeter, stay=stay, at=now, key=a_key_of())

    with pytest.raises(refusals.LaterActs):
        takes_back()

    assert Given.objects.filter(ended_at=None).exists()


def test_a_card_of_another_house_gets_nothing(elsewhere, welcomes, a_guest, a_room, blankets):
    a_room(kind=RoomKind.MEN)
    blankets(1)
    guest = a_guest(actor=elsewhere, counted="man")

    with pytest.raises(refusals.NotHere):
        welcomes(guest)

    assert not Stay.objects.exists()
