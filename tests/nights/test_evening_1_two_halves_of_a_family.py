"""Evening 1: beds for three, a place held until 23:00; at the door nothing is told; she says yes or he sleeps apart."""

from datetime import timedelta

import pytest

from halte.config import jobs
from halte.guests import actions as guest_actions
from halte.guests import queries as guest_queries
from halte.guests.models import Guest, GuestState
from halte.guests.refusals import AlreadyInGroup
from halte.nights import actions, expecting, queries, refusals
from halte.nights.held import HeldEnd, HeldParty
from halte.nights.models import Stay
from tests.cast import a_key_of


@pytest.fixture
def family_room(a_room):
    a_room(kind="men", beds=2)
    return a_room(kind="family", beds=4)


@pytest.fixture
def mother(family_room, a_guest, night_desk, night, now):
    """A mother with two children, in their beds."""
    people = [a_guest(counted=counted) for counted in ("woman", "child", "child")]
    family = guest_actions.keep_together(actor=night_desk, guests=people, is_family=True, at=now, key=a_key_of())
    actions.shelter_group(actor=night_desk, group=family, night=night, at=now, key=a_key_of())
    return people[0]


@pytest.fixture
def until(now):
    return now + timedelta(hours=5)


@pytest.fixture
def party(mother, night_desk, night, now, until):
    return actions.hold_beside(
        actor=night_desk, guest=mother, counted="man", night=night, until=until, at=now, key=a_key_of()
    )


def says_yes(actor, party, guest, at):
    return actions.say_yes(actor=actor, party=party, guest=guest, at=at, key=a_key_of())


def test_the_place_is_in_their_room_and_at_the_door_nobody_comes_to_it(party, family_room, night_desk, night, now):
    held = Stay.objects.filter(bed__room=family_room, ended_at__isnull=True)

    assert held.count() == 4
    with pytest.raises(refusals.AskThemFirst):
        actions.they_came(actor=night_desk, party=party, at=now, key=a_key_of())
    assert not Stay.objects.filter(arrived_at__isnull=False).exists()


def test_when_she_says_yes_he_has_the_place_and_belongs_to_them_in_one_act(
    party, mother, family_room, a_guest, night_desk, gives, night, now
):
    father = a_guest(counted="man")
    apart = gives(father)
    at = now + timedelta(hours=3)

    stay = says_yes(night_desk, party, father, at)

    assert stay.bed.room == family_room
    assert stay.inside
    assert guest_queries.membership_of(father).group == guest_queries.membership_of(mother).group
    assert queries.free_on(night_desk, night, at).filter(id=apart.bed_id).exists()
    assert Guest.objects.filter(state=GuestState.CLOSED).count() == 1
    assert HeldParty.objects.get().end == HeldEnd.CAME
    assert len(queries.members_of(night_desk, guest_queries.membership_of(mother).group, night)) == 4


def test_after_the_hour_it_is_free_and_no_stranger_belongs_to_them(
    party, mother, family_room, night_desk, night, until
):
    jobs.release_held(until)

    assert expecting.held_beside(night_desk, mother, night) is None
    assert Stay.objects.filter(bed__room=family_room, ended_at__isnull=True).count() == 3
    assert len(queries.members_of(night_desk, guest_queries.membership_of(mother).group, night)) == 3


def test_late_he_sleeps_apart_and_they_are_joined_tomorrow(
    party, mother, family_room, a_guest, gives, night_desk, night, now, until
):
    jobs.release_held(until)
    father, late = a_guest(counted="man"), until + timedelta(hours=1)
    actions.welcome_for_the_night(actor=night_desk, guest=father, night=night, at=late, key=a_key_of())
    for guest in queries.members_of(night_desk, guest_queries.membership_of(mother).group, night):
        actions.arrive(actor=night_desk, guest=guest, night=night, at=late, key=a_key_of())
    with pytest.raises(refusals.HoldOver):
        says_yes(night_desk, party, father, late)
    tomorrow, evening = night + timedelta(days=1), now + timedelta(days=1)
    actions.open_night(actor=night_desk, night=tomorrow, at=evening, key=a_key_of())
    family = guest_queries.membership_of(mother).group
    guest_actions.join(actor=night_desk, guest=father, group=family, at=evening, key=a_key_of())

    bed = queries.free_on(night_desk, tomorrow, evening).get(room=family_room)
    stay = queries.stay_of(night_desk, father, tomorrow, evening)
    moved = actions.move(actor=night_desk, stay=stay, bed=bed, night=tomorrow, at=evening, key=a_key_of())

    assert moved.bed.room == family_room
    assert Stay.objects.holding(tomorrow).filter(bed__room=family_room).count() == 4


def test_nobody_of_another_family_is_taken_and_nothing_changes(party, a_family, night_desk, now):
    other = a_family(members=2).memberships.first().guest
    before = Stay.objects.filter(ended_at__isnull=True).count()

    with pytest.raises(AlreadyInGroup):
        says_yes(night_desk, party, other, now)

    assert Stay.objects.filter(ended_at__isnull=True).count() == before
    assert HeldParty.objects.get().ended_at is None


def test_a_place_is_held_once_and_only_beside_a_family_with_beds(
    party, mother, a_guest, elsewhere, night_desk, night, now, until
):
    asked = {"actor": night_desk, "counted": "man", "night": night, "until": until, "at": now}

    with pytest.raises(refusals.HeldBefore):
        actions.hold_beside(**asked, guest=mother, key=a_key_of())
    with pytest.raises(refusals.NoFamilyHere):
        actions.hold_beside(**asked, guest=a_guest(counted="woman"), key=a_key_of())
    with pytest.raises(refusals.NotHere):
        actions.hold_beside(**asked | {"actor": elsewhere}, guest=mother, key=a_key_of())
