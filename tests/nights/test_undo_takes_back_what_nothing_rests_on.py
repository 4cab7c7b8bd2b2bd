"""Undo takes an act of the night back, and says why not when later acts rest on it."""

import pytest

from halte import journal
from halte.guests.models import Counted
from halte.journal.models import Line
from halte.nights import actions
from halte.nights.models import EndReason, PlaceProposal, ProposalAnswer, Stay, Want
from halte.nights.refusals import LaterActs
from halte.sites.models import RoomKind
from tests.cast import a_key_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def told(night_desk, night, now):
    return lambda: {"actor": night_desk, "night": night, "at": now, "key": a_key_of()}


@pytest.fixture
def undoes(night_desk):
    def undo(kind):
        line = Line.objects.filter(kind=kind).order_by("-seq").first()
        journal.undo(actor=night_desk, line_id=line.id, at=line.recorded_at, key=a_key_of())

    return undo


@pytest.fixture
def man(a_guest):
    return lambda: a_guest(counted=Counted.MAN)


@pytest.fixture
def men(a_room):
    return a_room(kind=RoomKind.MEN, beds=3)


def held(guest, night):
    return Stay.objects.holding(night).filter(guest=guest).first()


def test_a_given_bed_is_taken_back_and_they_wait_again_in_their_turn(man, men, gives, told, undoes, night):
    guest = man()
    want = actions.want_bed(guest=guest, **told())
    gives(guest)

    undoes("nights.given")

    assert held(guest, night) is None
    assert Stay.objects.get().end_reason == EndReason.UNDONE
    assert Want.objects.open_for(night).get() == want


def test_a_freed_bed_does_not_come_back_to_someone_who_waits_anew(man, men, gives, told, undoes, night):
    stay = gives(man())
    actions.free_bed(stay=stay, **told())
    actions.want_bed(guest=stay.guest, **told())

    with pytest.raises(LaterActs):
        undoes("nights.freed")

    assert held(stay.guest, night) is None
    undoes("nights.wanted")
    undoes("nights.freed")
    assert held(stay.guest, night) == stay


def test_a_given_bed_is_not_taken_back_from_someone_who_came_in(man, men, gives, told, undoes, night):
    stay = gives(man())
    actions.arrive(guest=stay.guest, **told())

    with pytest.raises(LaterActs):
        undoes("nights.given")

    assert held(stay.guest, night)


def test_a_given_bed_is_not_taken_back_after_a_move(man, men, gives, told, undoes, bed_of):
    stay = gives(man(), bed=bed_of(men))
    actions.move(stay=stay, bed=bed_of(men, 1), **told())

    with pytest.raises(LaterActs):
        undoes("nights.given")


def test_a_move_is_taken_back(man, men, gives, told, undoes, bed_of, night):
    stay = gives(man(), bed=bed_of(men))
    actions.move(stay=stay, bed=bed_of(men, 1), **told())

    undoes("nights.moved")

    assert held(stay.guest, night) == stay


def test_a_move_is_not_taken_back_when_the_old_bed_was_given_again(man, men, gives, told, undoes, bed_of):
    stay = gives(man(), bed=bed_of(men))
    new = actions.move(stay=stay, bed=bed_of(men, 1), **told())
    gives(man(), bed=bed_of(men))

    with pytest.raises(LaterActs):
        undoes("nights.moved")

    new.refresh_from_db()
    assert new.ended_at is None


def test_a_swap_is_taken_back_whole(man, men, gives, told, undoes, bed_of, night):
    one, two = gives(man(), bed=bed_of(men)), gives(man(), bed=bed_of(men, 1))
    actions.swap(one=one, other=two, **told())

    undoes("nights.swapped")

    assert {held(stay.guest, night) for stay in (one, two)} == {one, two}


def test_a_swap_is_not_taken_back_when_one_of_them_went_on(man, men, gives, told, undoes, bed_of, night):
    one, two = gives(man(), bed=bed_of(men)), gives(man(), bed=bed_of(men, 1))
    new, _other = actions.swap(one=one, other=two, **told())
    actions.move(stay=new, bed=bed_of(men, 2), **told())

    with pytest.raises(LaterActs):
        undoes("nights.swapped")

    assert Stay.objects.holding(night).count() == 2


def test_a_freed_bed_is_theirs_again_unless_it_was_given(man, men, gives, told, undoes, bed_of, night):
    stay = gives(man(), bed=bed_of(men))
    actions.free_bed(stay=stay, **told())
    undoes("nights.freed")
    assert held(stay.guest, night) == stay

    actions.free_bed(stay=stay, **told())
    gives(man(), bed=bed_of(men))
    with pytest.raises(LaterActs):
        undoes("nights.freed")


def test_an_arrival_is_taken_back(man, men, gives, told, undoes, night_desk, now, night):
    stay = gives(man())
    actions.arrive(guest=stay.guest, **told())
    undoes("nights.arrived")
    assert not held(stay.guest, night).arrived_at

    actions.arrive(guest=stay.guest, **told())
    actions.leave(actor=night_desk, stay=stay, at=now, key=a_key_of())
    with pytest.raises(LaterActs):
        undoes("nights.arrived")


def test_coming_back_is_taken_back_to_being_out(man, men, gives, told, undoes, night_desk, now, night):
    stay = gives(man())
    actions.arrive(guest=stay.guest, **told())
    actions.leave(actor=night_desk, stay=stay, at=now, key=a_key_of())
    actions.arrive(guest=stay.guest, **told())

    undoes("nights.arrived")

    assert held(stay.guest, night).left_at == now


def test_a_welcome_is_taken_back_as_one(man, men, told, undoes, night):
    guest = man()
    assert actions.welcome_for_the_night(guest=guest, **told()).inside

    undoes("nights.welcomed")

    assert held(guest, night) is None


def test_a_welcome_to_a_bed_they_had_leaves_them_the_bed(man, men, gives, told, undoes, night):
    stay = gives(man())
    actions.welcome_for_the_night(guest=stay.guest, **told())

    undoes("nights.welcomed")

    assert held(stay.guest, night) == stay
    assert not held(stay.guest, night).arrived_at


def test_going_out_and_saying_leaving_are_taken_back(man, men, told, undoes, night_desk, now, night):
    stay = actions.welcome_for_the_night(guest=man(), **told())
    actions.says_leaving(stay=stay, **told())
    actions.leave(actor=night_desk, stay=stay, at=now, key=a_key_of())

    undoes("nights.left")
    undoes("nights.leaving_said")

    now_held = held(stay.guest, night)
    assert now_held.inside
    assert not now_held.leaving


def test_wanting_and_no_longer_wanting_are_taken_back(man, told, undoes, night_desk, now, night):
    want = actions.want_bed(guest=man(), **told())
    actions.cancel_want(actor=night_desk, want=want, at=now, key=a_key_of())

    undoes("nights.want_cancelled")
    assert Want.objects.open_for(night).get() == want
    undoes("nights.wanted")
    assert not Want.objects.open_for(night).exists()


def test_a_family_room_is_taken_back_for_all(a_family, a_room, told, undoes, night):
    a_room(beds=4)
    actions.shelter_group(group=a_family(members=4), **told())

    undoes("nights.sheltered")

    assert not Stay.objects.holding(night).exists()


def test_a_family_room_is_kept_once_one_of_them_came_in(a_family, a_room, told, undoes, night):
    a_room(beds=4)
    found = actions.shelter_group(group=a_family(members=4), **told())
    actions.arrive(guest=found.stays[0].guest, **told())

    with pytest.raises(LaterActs):
        undoes("nights.sheltered")

    assert Stay.objects.holding(night).count() == 4


def test_a_proposal_and_its_answer_are_taken_back(a_family, told, undoes, night_desk, now, night):
    found = actions.shelter_group(group=a_family(members=2, children=1), **told())
    answered = {"actor": night_desk, "proposal": found.proposal, "at": now, "key": a_key_of()}
    actions.answer_proposal(answer=ProposalAnswer.DECLINED, **answered)

    undoes("nights.proposal_answered")
    assert PlaceProposal.objects.get(answered_at__isnull=True) == found.proposal

    undoes("nights.sheltered")
    assert not PlaceProposal.objects.filter(answered_at__isnull=True).exists()
    assert not Want.objects.open_for(night).exists()


def test_an_act_is_not_taken_back_once_the_next_night_counts_on_it(man, men, told, undoes, night_desk, night, now):
    stay = actions.welcome_for_the_night(guest=man(), **told())
    Stay.objects.create(
        site=stay.site, guest=stay.guest, bed=stay.bed, night=night.replace(day=25), given_at=now, carried=True
    )

    with pytest.raises(LaterActs):
        undoes("nights.welcomed")
