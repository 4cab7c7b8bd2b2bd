"""A family gets one room, or neighbouring rooms it agreed to, or a proposal that a human answers. Never nothing."""

import pytest

from halte.guests import actions as guest_actions
from halte.guests.models import Counted
from halte.nights import actions, queries, refusals
from halte.nights.models import PlaceProposal, ProposalAnswer, ProposalKind, Stay, Want, WantEnd
from halte.sites.models import RoomKind
from tests.cast import a_key_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def shelters(night_desk, night, now):
    def shelter(group, **asked):
        asked = {"actor": night_desk, "group": group, "night": night, "at": now, "key": a_key_of()} | asked
        return actions.shelter_group(**asked)

    return shelter


@pytest.fixture
def answers(night_desk, now):
    def answer(proposal, said):
        return actions.answer_proposal(actor=night_desk, proposal=proposal, answer=said, at=now, key=a_key_of())

    return answer


def rooms_of(stays):
    return {stay.bed.room_id for stay in stays}


def test_everyone_in_a_family_sleeps_in_the_same_room(shelters, a_room, a_family):
    family = a_family(members=4, children=2)
    room = a_room(beds=6)

    found = shelters(family)

    assert {stay.guest_id for stay in found.stays} == set(family.memberships.values_list("guest", flat=True))
    assert rooms_of(found.stays) == {room.id}


def test_the_smallest_room_that_holds_everyone_is_chosen(shelters, a_room, a_family):
    a_room(beds=6)
    small = a_room(beds=4)

    assert rooms_of(shelters(a_family(members=4)).stays) == {small.id}


def test_a_chosen_room_one_bed_short_takes_nobody(shelters, a_room, a_family):
    room = a_room(beds=3)

    with pytest.raises(refusals.RoomTooSmall):
        shelters(a_family(members=4), room=room)

    assert not Stay.objects.exists()


def test_one_family_in_a_room(shelters, a_room, a_family, night_desk, night, now):
    a_room(beds=6)
    shelters(a_family(members=2, children=1))

    found = shelters(a_family(members=3, children=1))

    assert found.stays == []
    assert found.proposal


def test_neighbouring_rooms_only_when_they_agreed(shelters, a_room, a_family):
    left, right = a_room(beds=2), a_room(beds=3)
    left.neighbours.add(right)

    asked = shelters(a_family(members=4, children=2))
    agreed = shelters(a_family(members=4, children=2, agreed_neighbouring=True))

    assert asked.proposal.kind == ProposalKind.SPLIT_ROOMS
    assert set(asked.proposal.rooms.all()) == {left, right}
    assert rooms_of(agreed.stays) == {left.id, right.id}


def test_a_child_is_not_alone_in_a_neighbouring_room(shelters, a_room, a_family):
    left, right = a_room(beds=2), a_room(beds=2)
    left.neighbours.add(right)

    found = shelters(a_family(members=4, children=2, agreed_neighbouring=True))

    for room in (left, right):
        inside = {stay.guest.counted for stay in found.stays if stay.bed.room_id == room.id}
        assert inside & {Counted.MAN, Counted.WOMAN}


def test_for_a_family_with_a_child_there_is_never_nothing(shelters, answers, a_family, night_desk, night):
    family = a_family(members=4, children=2)

    proposal = shelters(family).proposal

    assert proposal.kind == ProposalKind.OTHER_PLACE
    assert queries.in_turn(night_desk, night).count() == 4
    warm = answers(proposal, ProposalAnswer.DECLINED).proposal
    assert warm.kind == ProposalKind.WARM_SEAT
    answers(warm, ProposalAnswer.DECLINED)
    assert Want.objects.open_for(night).count() == 4
    assert shelters(family).proposal.kind == ProposalKind.WARM_SEAT


def test_they_agree_to_several_rooms_and_have_beds(shelters, answers, a_room, a_family, night):
    rooms = {a_room(beds=2).id, a_room(beds=3).id}
    proposal = shelters(a_family(members=4, children=1)).proposal

    found = answers(proposal, ProposalAnswer.AGREED)

    assert rooms_of(found.stays) == rooms
    assert not Want.objects.open_for(night).exists()
    assert not PlaceProposal.objects.filter(answered_at__isnull=True).exists()


def test_they_agree_to_a_warm_seat_and_wait_no_longer(shelters, answers, a_family, night):
    proposal = shelters(a_family(members=2, children=1)).proposal
    proposal = answers(proposal, ProposalAnswer.DECLINED).proposal

    answers(proposal, ProposalAnswer.AGREED)

    assert set(Want.objects.values_list("end", flat=True)) == {WantEnd.WARM_SEAT}


def test_a_proposal_is_answered_once(shelters, answers, a_family):
    proposal = shelters(a_family(members=2, children=1)).proposal
    answers(proposal, ProposalAnswer.AGREED)

    with pytest.raises(refusals.ProposalAnswered):
        answers(proposal, ProposalAnswer.AGREED)


def test_a_room_that_became_free_answers_the_proposal(shelters, a_room, a_family):
    family = a_family(members=3, children=1)
    proposal = shelters(family).proposal
    a_room(beds=3)

    assert len(shelters(family).stays) == 3
    proposal.refresh_from_db()
    assert proposal.answer == ProposalAnswer.WITHDRAWN


def test_a_member_of_a_family_is_not_placed_alone_by_the_machine(a_room, a_family, gives):
    a_room(kind=RoomKind.FAMILY)
    a_room(kind=RoomKind.MEN)
    member = a_family(members=2).memberships.first().guest

    with pytest.raises(refusals.FamilyTogether):
        gives(member)


def test_whoever_joins_a_family_later_sleeps_beside_them(
    greeter, shelters, gives, a_room, a_guest, a_family, now, bed_of
):
    room, other = a_room(beds=4), a_room(beds=4)
    family = a_family(members=2, children=1)
    shelters(family, room=room)
    late = a_guest(counted=Counted.MAN)
    family.memberships.create(site=greeter.site, guest=late, since=now.date())

    with pytest.raises(refusals.FamilyTogether):
        gives(late, bed=bed_of(other))

    assert gives(late).bed.room == room


def test_friends_who_cannot_share_a_room_are_asked(greeter, shelters, answers, a_room, a_guest, now):
    a_room(kind=RoomKind.MEN)
    a_room(kind=RoomKind.WOMEN)
    friends = [a_guest(counted=Counted.MAN), a_guest(counted=Counted.WOMAN)]
    group = guest_actions.keep_together(actor=greeter, guests=friends, is_family=False, at=now, key=a_key_of())

    proposal = shelters(group).proposal

    assert proposal.kind == ProposalKind.SPLIT_ROOMS
    assert len(answers(proposal, ProposalAnswer.AGREED).stays) == 2


def test_a_family_that_is_here_is_welcomed_in_one_act(shelters, a_room, a_family, now):
    a_room(beds=4)

    found = shelters(a_family(members=4, children=2), arrived=True)

    assert all(stay.inside for stay in found.stays)


def test_a_family_of_another_site_is_unknown_here(elsewhere, a_family, a_room, night, now):
    a_room()

    with pytest.raises(refusals.NotHere):
        actions.shelter_group(actor=elsewhere, group=a_family(), night=night, at=now, key=a_key_of())


def test_a_family_that_was_made_after_midnight_belongs_together_in_that_night(
    greeter, night_desk, a_room, a_guest, now, night
):
    a_room(beds=4)
    at = now.replace(day=25, hour=1)
    members = [a_guest(counted=Counted.WOMAN), a_guest(counted=Counted.CHILD)]
    family = guest_actions.keep_together(actor=greeter, guests=members, is_family=True, at=at, key=a_key_of())

    found = actions.shelter_group(actor=night_desk, group=family, night=night, at=at, key=a_key_of())

    assert len(found.stays) == 2


def test_whoever_parted_today_is_placed_alone_tonight(greeter, gives, a_room, a_family, now):
    a_room(kind=RoomKind.MEN)
    family = a_family(members=2)
    man = next(row.guest for row in family.memberships.all() if row.guest.counted == Counted.MAN)
    family.memberships.update(since=now.date().replace(day=1))
    guest_actions.part(actor=greeter, guest=man, at=now, key=a_key_of())

    assert gives(man).bed.room.kind == RoomKind.MEN
