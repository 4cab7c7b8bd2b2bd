"""Evening 2, two cards, one man: merged with his agreement; one bed lives, the other is the next one's at once."""

from datetime import timedelta

import pytest

from halte.accounts.roles import Role
from halte.advice import actions as advice_actions
from halte.advice.belongings import TwoAtOneHour
from halte.goods.models import Given, Kind, Variant
from halte.guests import actions, queries
from halte.guests.models import Guest, GuestState
from halte.journal.models import Line
from halte.journal.undoing import can_undo
from halte.nights import actions as night_actions
from halte.nights.models import Stay, Want
from halte.nights.refusals import WhichBed
from halte.visits import actions as visit_actions
from halte.visits.belongings import TwoLockers
from halte.visits.models import Letter, Ticket, Visit


@pytest.fixture
def early(a_guest):
    """The card he got in October."""
    return a_guest(counted="man", language="ti")


@pytest.fixture
def late(a_guest):
    """The card he got today, having lost the other."""
    return a_guest()


@pytest.fixture
def merge(greeter, early, late, now, a_key):
    def press(**more):
        actions.merge_cards(actor=greeter, old=early, new=late, at=now, key=a_key(), **more)

    return press


@pytest.fixture
def bed_for(night_desk, calais, now, a_key):
    def give(guest, room, place=0):
        return night_actions.give_bed(
            actor=night_desk,
            guest=guest,
            bed=room.beds.order_by("position")[place],
            night=calais.tonight(now),
            at=now,
            key=a_key(),
        )

    return give


def held(guest):
    return Stay.objects.filter(guest=guest, ended_at__isnull=True)


def test_he_keeps_the_bed_he_chooses_and_the_other_is_the_next_ones_in_the_same_act(
    early, late, merge, bed_for, a_room, a_guest, night_desk, calais, now, a_key
):
    warm, cold = a_room(kind="men", beds=1), a_room(kind="men", beds=1)
    bed_for(early, warm), bed_for(late, cold)
    next_one = a_guest(counted="man")
    night_actions.want_bed(actor=night_desk, guest=next_one, night=calais.tonight(now), at=now, key=a_key())
    before = Line.objects.count()

    merge(bed_of=early)

    assert held(late).get().bed.room == warm
    assert held(next_one).get().bed.room == cold
    assert not held(early).exists()
    assert not Want.objects.filter(ended_at__isnull=True).exists()
    assert Line.objects.count() == before + 1


def test_he_may_keep_the_bed_of_the_newer_card(early, late, merge, bed_for, a_room):
    warm, cold = a_room(kind="men", beds=1), a_room(kind="men", beds=1)
    bed_for(early, warm), bed_for(late, cold)

    merge(bed_of=late)

    assert held(late).get().bed.room == cold
    assert Stay.objects.filter(ended_at__isnull=True).count() == 1


def test_nobody_chooses_a_bed_for_him(early, late, merge, bed_for, a_room):
    room = a_room(kind="men", beds=2)
    bed_for(early, room), bed_for(late, room, 1)

    with pytest.raises(WhichBed):
        merge()

    assert Stay.objects.filter(ended_at__isnull=True).count() == 2
    assert Guest.objects.get(id=early.id).state == GuestState.LIVE


def test_the_only_bed_goes_along_without_a_question(
    early, late, merge, bed_for, a_room, night_desk, calais, now, a_key
):
    room = a_room(kind="men", beds=1)
    bed_for(early, room)
    night_actions.arrive(actor=night_desk, guest=early, night=calais.tonight(now), at=now, key=a_key())

    merge()

    stay = held(late).get()
    assert stay.bed.room == room
    assert stay.inside


def test_the_earlier_turn_on_the_waiting_list_is_his(early, late, merge, night_desk, calais, now, a_key):
    night = calais.tonight(now)
    night_actions.want_bed(actor=night_desk, guest=late, night=night, at=now, key=a_key())
    earlier = now - timedelta(hours=1)
    night_actions.want_bed(actor=night_desk, guest=early, night=night, at=earlier, key=a_key())

    merge()

    want = Want.objects.get(ended_at__isnull=True)
    assert (want.guest, want.asked_at) == (late, earlier)


def test_goods_tickets_and_letters_add_up(early, late, merge, greeter, calais, now, a_key):
    variant = Variant.objects.create(kind=Kind.objects.create(code="blanket"))
    for guest in (early, late):
        Given.objects.create(site=calais, guest=guest, variant=variant, at=now, on=calais.today(now))
        visit_actions.take_ticket(actor=greeter, guest=guest, at=now, key=a_key())
        visit_actions.receive_letter(actor=greeter, guest=guest, at=now, key=a_key())
        visit_actions.arrive(actor=greeter, guest=guest, at=now, key=a_key())

    merge()

    assert Given.objects.filter(guest=late).count() == 2
    assert Ticket.objects.get(ended_at__isnull=True).number == 1
    assert Letter.objects.filter(guest=late, passed_at__isnull=True).count() == 2
    assert Visit.objects.filter(guest=late, left_at__isnull=True).count() == 1


def test_two_lockers_hold_two_sets_of_things_so_one_is_emptied_first(early, late, merge, greeter, now, a_key):
    for guest in (early, late):
        visit_actions.give_locker(actor=greeter, guest=guest, at=now, key=a_key())

    with pytest.raises(TwoLockers):
        merge()

    assert not Line.objects.filter(kind="guests.merged").exists()


def test_hours_with_an_adviser_go_along_but_never_two_at_once(
    early, late, merge, adviser, staff_at, calais, now, a_key
):
    hour = now.replace(hour=9) + timedelta(days=1)
    mine = advice_actions.book(actor=adviser, guest=early, starts_at=hour, at=now, key=a_key())
    merge()
    mine.refresh_from_db()
    assert mine.guest == late


def test_two_at_one_hour_are_for_the_adviser_to_decide(early, late, merge, adviser, staff_at, calais, now, a_key):
    hour = now.replace(hour=9) + timedelta(days=1)
    advice_actions.book(actor=adviser, guest=early, starts_at=hour, at=now, key=a_key())
    colleague = staff_at(calais, Role.ADVISER)
    advice_actions.book(actor=colleague, guest=late, starts_at=hour, at=now, key=a_key())

    with pytest.raises(TwoAtOneHour):
        merge()


def test_the_earlier_card_opens_nothing_and_the_newer_knows_what_he_told(early, late, merge, greeter):
    merge()

    late.refresh_from_db()
    assert Guest.objects.get(id=early.id).state == GuestState.REPLACED
    assert (late.language, late.counted) == ("ti", "man")
    with pytest.raises(queries.CodeUnknown):
        queries.by_spoken(greeter, early.code)


def test_his_children_come_along_on_the_newer_card(early, late, merge, greeter, now, a_key):
    child = actions.add_company(actor=greeter, guest=early, counted="child", at=now, key=a_key())

    merge()

    assert queries.people_on_card(late) == [late, child]
    assert queries.together_with(late) == [child]


def test_it_says_that_it_cannot_be_taken_back(merge, now):
    merge()

    assert not can_undo(Line.objects.get(kind="guests.merged"), now)


def test_a_card_of_another_house_is_as_unknown_as_none(late, elsewhere, a_guest, greeter, now, a_key):
    far = a_guest(actor=elsewhere)

    with pytest.raises(actions.GuestElsewhere):
        actions.merge_cards(actor=greeter, old=far, new=late, at=now, key=a_key())
