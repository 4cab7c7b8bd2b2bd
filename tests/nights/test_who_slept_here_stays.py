"""Whoever slept here last night and has not said they leave stays: no tap, no question."""

from datetime import timedelta

import pytest

from halte.guests.models import Counted
from halte.journal.models import Line
from halte.nights import actions, board, queries, refusals
from halte.nights.models import EndReason, NightOpened, Stay, Want
from halte.sites.models import BedState, RoomKind, RulesVersion
from tests.cast import a_key_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def opens(night_desk, night, now):
    def opened():
        return actions.carry_over(actor=night_desk, night=night, at=now, key=a_key_of())

    return opened


@pytest.fixture
def men(a_room):
    return a_room(kind=RoomKind.MEN, beds=6)


def test_they_have_the_same_bed_the_next_night(a_guest, men, slept, opens, night):
    before = slept(a_guest(counted=Counted.MAN))

    opened = opens()

    stay = Stay.objects.get(night=night)
    assert (stay.guest_id, stay.bed_id, stay.carried) == (before.guest_id, before.bed_id, True)
    assert not stay.inside
    assert (opened.carried, opened.without_bed) == (1, 0)


def test_it_is_one_line_and_done_once(a_guest, men, slept, opens, night):
    for _ in range(3):
        slept(a_guest(counted=Counted.MAN))

    first, second = opens(), opens()

    assert first == second
    line = Line.objects.get(kind="nights.opened")
    assert line.subjects.count() == 3
    assert Stay.objects.filter(night=night).count() == 3


def test_whoever_came_after_a_clock_had_opened_the_night_too_early_is_brought_along(a_guest, men, slept, opens, night):
    opens()
    late, leaves = slept(a_guest(counted=Counted.MAN)), slept(a_guest(counted=Counted.MAN))
    Stay.objects.filter(id=leaves.id).update(leaving=True)

    opens()
    opens()

    stay = Stay.objects.get(night=night)
    assert (stay.guest_id, stay.bed_id) == (late.guest_id, late.bed_id)
    assert Line.objects.get(kind="nights.brought_along").subjects.get().guest == late.guest_id


def test_whoever_said_they_leave_does_not_stay(a_guest, men, slept, opens, night_desk, night, now):
    stay = slept(a_guest(counted=Counted.MAN))
    before = night - timedelta(days=1)
    actions.says_leaving(actor=night_desk, stay=stay, night=before, at=now - timedelta(hours=10), key=a_key_of())

    opens()

    assert not Stay.objects.filter(night=night).exists()


def test_whoever_changed_their_mind_stays(a_guest, men, slept, opens, night_desk, night, now):
    stay = slept(a_guest(counted=Counted.MAN))
    said = {"actor": night_desk, "stay": stay, "night": night - timedelta(days=1), "at": now}
    actions.says_leaving(**said, key=a_key_of())
    actions.stays_after_all(**said, key=a_key_of())

    assert opens().carried == 1


def test_whoever_did_not_come_last_night_does_not_stay(a_guest, men, gives, opens, night, now):
    gives(a_guest(counted=Counted.MAN), night=night - timedelta(days=1), at=now - timedelta(days=1))

    assert opens().carried == 0


def test_whoever_went_out_in_the_morning_stays(a_guest, men, slept, opens, night_desk, now):
    stay = slept(a_guest(counted=Counted.MAN))
    actions.leave(actor=night_desk, stay=stay, at=now - timedelta(hours=9), key=a_key_of())

    assert opens().carried == 1


def test_one_night_halls_switch_it_off(a_guest, men, slept, gives, opens, calais, night_desk, night, now):
    before = slept(a_guest(counted=Counted.MAN))
    RulesVersion.objects.create(
        site=calais, number=1, since=now - timedelta(hours=1), settings={"stays_continue": False}, set_by=night_desk.id
    )

    assert gives(a_guest(counted=Counted.MAN), bed=before.bed).bed == before.bed
    assert opens().carried == 0


def test_nobody_is_carried_into_a_closed_bed(a_guest, men, slept, opens, night):
    stay = slept(a_guest(counted=Counted.MAN))
    stay.bed.state = BedState.BROKEN
    stay.bed.save()

    assert opens().without_bed == 1
    assert Want.objects.open_for(night).get().guest_id == stay.guest_id


def test_nobody_is_carried_beyond_the_legal_maximum(a_guest, men, slept, opens, night):
    for _ in range(3):
        slept(a_guest(counted=Counted.MAN))
    men.legal_maximum = 2
    men.save()

    opened = opens()

    assert (opened.carried, opened.without_bed) == (2, 1)


def test_a_bed_freed_after_opening_stays_free(a_guest, men, slept, opens, night_desk, night, now):
    slept(a_guest(counted=Counted.MAN))
    opens()
    stay = Stay.objects.get(night=night)

    actions.free_bed(actor=night_desk, stay=stay, night=night, at=now, key=a_key_of(), reason=EndReason.OWN_WISH)

    assert queries.free_on(night_desk, night, now).count() == 6
    assert queries.stay_of(night_desk, stay.guest, night, now) is None


def test_they_can_be_freed_before_the_night_was_opened(a_guest, men, slept, opens, night_desk, night, now):
    before = slept(a_guest(counted=Counted.MAN))

    actions.free_bed(actor=night_desk, stay=before, night=night, at=now, key=a_key_of(), reason=EndReason.OWN_WISH)

    assert opens().carried == 0
    assert Stay.objects.get(night=night).end_reason == EndReason.OWN_WISH
    assert Stay.objects.get(night=before.night).ended_at is None


def test_they_arrive_before_the_night_was_opened(a_guest, men, slept, opens, night_desk, night, now):
    before = slept(a_guest(counted=Counted.MAN))

    stay = actions.arrive(actor=night_desk, guest=before.guest, night=night, at=now, key=a_key_of())

    assert (stay.night, stay.bed_id, stay.carried) == (night, before.bed_id, True)
    assert opens().carried == 0


def test_the_board_expects_them_before_and_after(a_guest, men, slept, opens, night_desk, night, now):
    slept(a_guest(counted=Counted.MAN))

    before = board.board(night_desk, night, now)
    opens()
    after = board.board(night_desk, night, now)

    assert (before.expected, before.free) == (after.expected, after.free) == (1, 5)


def test_a_night_is_not_opened_before_its_noon(night_desk, night, now):
    with pytest.raises(refusals.NightOutOfReach):
        actions.open_night(actor=night_desk, night=night, at=now - timedelta(hours=8), key=a_key_of())
    assert not NightOpened.objects.exists()


def test_another_site_opens_its_own_night_only(a_guest, men, slept, elsewhere, night, now):
    slept(a_guest(counted=Counted.MAN))

    opened = actions.carry_over(actor=elsewhere, night=night, at=now, key=a_key_of())

    assert opened.carried == 0
    assert not Stay.objects.filter(night=night).exists()
