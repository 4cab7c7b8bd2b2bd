"""One card may stand for a family: one tap for each, a row for each, a card of one's own later."""

import pytest

from halte import journal
from halte.common import ids
from halte.guests import actions, queries
from halte.guests.models import Group, Guest, GuestState
from halte.journal.models import Line
from halte.nights import actions as night_actions
from halte.nights.models import Stay


@pytest.fixture
def mother(a_guest):
    return a_guest(counted="woman", language="ar")


@pytest.fixture
def brings(greeter, now, a_key):
    """Press one more person onto a card."""

    def press(holder, counted, **more):
        return actions.add_company(actor=greeter, guest=holder, counted=counted, at=now, key=a_key(), **more)

    return press


def test_each_person_is_one_tap_and_one_line_and_of_the_family(mother, brings):
    added = [brings(mother, counted) for counted in ("man", "child", "child", "child")]

    assert queries.people_on_card(mother) == [mother, *added]
    assert Group.objects.get().is_family
    assert {guest.id for guest in queries.together_with(mother)} == {guest.id for guest in added}
    assert [one.number_on_card for one in queries.people_on_card(added[0])] == [1, 2, 3, 4, 5]


def test_their_code_is_the_holders_with_a_number_and_no_card_opens_them(mother, brings, greeter):
    child = brings(mother, "child")

    assert child.spoken == f"{mother.spoken}·2"
    assert queries.by_spoken(greeter, mother.code) == mother
    assert not ids.is_code(ids.normal(child.code))


def test_whoever_is_on_a_card_brings_others_onto_the_same(mother, brings):
    child = brings(mother, "child")

    brother = brings(child, "child")

    assert brother.on_card_of == mother


def test_a_family_that_there_is_takes_them_in(mother, brings, a_guest, greeter, now, a_key):
    father = a_guest(counted="man")
    family = actions.keep_together(actor=greeter, guests=[mother, father], is_family=True, at=now, key=a_key())

    child = brings(mother, "child")

    assert queries.membership_of(child).group == family


def test_five_on_one_card_get_five_beds_of_one_room(mother, brings, night_desk, calais, a_room, now, a_key):
    room = a_room(beds=6)
    for counted in ("man", "child", "child", "child"):
        brings(mother, counted)

    family = queries.membership_of(mother).group
    night_actions.shelter_group(
        actor=night_desk, group=family, night=calais.tonight(now), at=now, key=a_key(), arrived=True
    )

    stays = Stay.objects.all()
    assert len({stay.bed_id for stay in stays}) == len({stay.guest_id for stay in stays}) == 5
    assert {stay.bed.room for stay in stays} == {room}


def test_a_card_of_ones_own_is_one_act_and_the_family_stays(mother, brings, greeter, now, a_key):
    father = brings(mother, "man")

    secret = actions.give_own_card(actor=greeter, guest=father, at=now, key=a_key())

    assert queries.by_secret(greeter, secret) == father
    assert queries.people_on_card(mother) == [mother]
    assert queries.together_with(father) == [mother]


def test_whoever_has_a_card_needs_no_second(mother, greeter, now, a_key):
    with pytest.raises(actions.HasOwnCard):
        actions.give_own_card(actor=greeter, guest=mother, at=now, key=a_key())


def test_a_press_too_many_is_taken_back_with_the_family_it_began(mother, brings, greeter, now):
    child = brings(mother, "child")
    line = Line.objects.get(kind="guests.company_added")

    journal.undo(actor=greeter, line_id=line.id, at=line.recorded_at, key=journal.RetryKey.new())

    assert queries.people_on_card(mother) == [mother]
    assert Guest.objects.get(id=child.id).state == GuestState.CLOSED
    assert not Group.objects.exists()


def test_it_is_not_taken_back_once_they_have_a_bed(mother, brings, greeter, night_desk, calais, a_room, now, a_key):
    a_room(beds=2)
    brings(mother, "child")
    line = Line.objects.get(kind="guests.company_added")
    family = queries.membership_of(mother).group
    night_actions.shelter_group(actor=night_desk, group=family, night=calais.tonight(now), at=now, key=a_key())

    with pytest.raises(actions.CardInUse):
        journal.undo(actor=greeter, line_id=line.id, at=line.recorded_at, key=journal.RetryKey.new())


def test_nobody_is_added_to_a_card_that_is_off_or_of_another_house(mother, greeter, elsewhere, now, a_key):
    with pytest.raises(actions.GuestElsewhere):
        actions.add_company(actor=elsewhere, guest=mother, counted="child", at=now, key=a_key())

    actions.close_card(actor=greeter, guest=mother, at=now, key=a_key())
    with pytest.raises(actions.CardNotLive):
        actions.add_company(actor=greeter, guest=mother, counted="child", at=now, key=a_key())
