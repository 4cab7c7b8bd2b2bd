"""Every round of a night begins with no room seen and keeps what it saw; whoever is away is not expected."""

from datetime import UTC, datetime, timedelta

import pytest

from halte import journal
from halte.journal.models import Line
from halte.nights import actions, refusals, rounds
from halte.nights import board as boards
from halte.nights.models import NightRound, RoomRound, Stay
from tests.cast import a_key_of
from tests.pages import signed_in, words_of

HALF_PAST_MIDNIGHT = datetime(2026, 11, 24, 23, 30, tzinfo=UTC)
THREE = datetime(2026, 11, 25, 2, 0, tzinfo=UTC)


@pytest.fixture
def at_night(night_desk, night):
    """The night desk does something, at half past midnight if it does not say when."""

    def do(action, at=HALF_PAST_MIDNIGHT, **asked):
        return action(**{"actor": night_desk, "night": night, "at": at, "key": a_key_of()} | asked)

    return do


@pytest.fixture
def round_now(night_desk, night):
    """The round as its page shows it at a moment."""

    def shown(at):
        return rounds.round_of(night_desk, boards.board(night_desk, night, at))

    return shown


@pytest.fixture
def takes_back(night_desk):
    def undo(line, at):
        journal.undo(actor=night_desk, line_id=line.id, at=at, key=a_key_of())

    return undo


@pytest.fixture
def two_rooms(a_room, a_guest, gives, bed_of, at_night, now):
    """Two men in the first room, one in the second; all of them in the house."""
    rooms = [a_room(kind="men", beds=3) for _room in range(2)]
    for room, place in ((0, 0), (0, 1), (1, 0)):
        stay = gives(a_guest(counted="man"), bed=bed_of(rooms[room], place))
        at_night(actions.arrive, guest=stay.guest, at=now)
    return rooms


def test_the_second_round_begins_with_no_room_seen_and_the_first_keeps_its_numbers(
    two_rooms, at_night, round_now, bed_of
):
    first, second = two_rooms
    at_night(actions.see_room, room=first, seen={bed_of(first).id})
    at_night(actions.see_room, room=second, seen=(), all_here=True)
    assert (round_now(HALF_PAST_MIDNIGHT).done, round_now(HALF_PAST_MIDNIGHT).seen) == (2, 2)

    at_night(actions.begin_round, at=THREE)

    now_it_is = round_now(THREE)
    assert (now_it_is.number, now_it_is.done, now_it_is.expected, now_it_is.seen) == (2, 0, 3, 0)
    (before,) = now_it_is.before
    assert (before.number, before.rooms, before.expected, before.seen) == (1, 2, 3, 2)

    at_night(actions.see_room, room=first, seen=(), all_here=True, at=THREE)
    found = round_now(THREE)
    assert (found.done, found.seen, found.next_room.room.id) == (1, 2, second.id)
    assert [one.seen for one in found.before] == [2]
    assert Stay.objects.get(bed=bed_of(first, 1)).inside


def test_a_round_in_the_evening_is_not_the_round_of_the_night(two_rooms, at_night, round_now, now):
    for room in two_rooms:
        at_night(actions.see_room, room=room, seen=(), all_here=True, at=now)
    assert round_now(now).done == 2

    found = round_now(HALF_PAST_MIDNIGHT)

    assert (found.number, found.done, len(found.before)) == (2, 0, 1)
    at_night(actions.see_room, room=two_rooms[0], seen=(), all_here=True)
    assert list(NightRound.objects.order_by("number").values_list("number", flat=True)) == [1, 2]
    assert round_now(THREE).done == 1


def test_a_round_that_saw_nothing_is_not_begun_twice(two_rooms, at_night, night):
    at_night(actions.begin_round)

    with pytest.raises(refusals.RoundHasBegun):
        at_night(actions.begin_round)
    with pytest.raises(refusals.NightOutOfReach):
        at_night(actions.begin_round, night=night + timedelta(days=1))
    assert NightRound.objects.count() == 1


def test_a_round_is_taken_back_only_while_it_saw_nothing(two_rooms, at_night, round_now, takes_back):
    at_night(actions.see_room, room=two_rooms[0], seen=(), all_here=True)
    at_night(actions.begin_round)
    begun = Line.objects.get(kind="nights.round_begun")
    at_night(actions.see_room, room=two_rooms[0], seen=(), all_here=True)
    with pytest.raises(refusals.LaterActs):
        takes_back(begun, HALF_PAST_MIDNIGHT)

    for line in Line.objects.filter(kind__in=["nights.room_seen", "nights.round_begun"]).order_by("-seq"):
        takes_back(line, HALF_PAST_MIDNIGHT)

    found = round_now(HALF_PAST_MIDNIGHT)
    assert (found.number, found.done, found.before) == (1, 0, ())
    assert not NightRound.objects.filter(ended_at=None).exists()


def test_another_house_has_rounds_of_its_own(two_rooms, at_night, elsewhere, night):
    at_night(actions.see_room, room=two_rooms[0], seen=(), all_here=True)

    theirs = at_night(actions.begin_round, actor=elsewhere)

    assert theirs.number == 1
    assert rounds.current(elsewhere, night, HALF_PAST_MIDNIGHT) == theirs


@pytest.fixture
def away(a_room, a_guest, slept, night_desk, night, now, at_night, bed_of):
    """One of two who sleep in a room is away for two nights; the other one is inside."""
    room = a_room(kind="men", beds=3)
    gone, here = (slept(a_guest(counted="man"), bed=bed_of(room, place)) for place in range(2))
    at_night(actions.open_night, at=now)
    stay = Stay.objects.get(night=night, guest=gone.guest)
    said = {"first_night": night, "last_night": night + timedelta(days=1)}
    at_night(actions.say_away, stay=stay, at=now, **said)
    at_night(actions.arrive, guest=here.guest, at=now)
    return stay


def test_whoever_is_away_is_shown_as_away_and_not_as_expected(away, night_desk, night, now, monkeypatch):
    board = boards.board(night_desk, night, now)

    assert (board.inside, board.expected, board.away, board.free) == (1, 0, 1, 1)
    assert [bed.state for bed in board.rooms[0].beds] == ["away", "in", "free"]
    assert {"label": "Away, bed kept", "value": 1} in board.numbers

    monkeypatch.setattr("django.utils.timezone.now", lambda: now)
    desk = signed_in(night_desk)
    page = desk.get(f"/nights/{night}/").content.decode()
    assert "bed 1: away, the bed is kept" in page
    words = " ".join(words_of(desk.get(f"/nights/{night}/beds/{away.bed_id}/").content.decode()).split())
    assert "Away Tue 24 Nov to Wed 25 Nov, the bed is kept" in words
    assert "Expected" not in words


def test_the_next_night_before_it_opens_they_are_away_too(away, night_desk, night, now):
    tomorrow = boards.board(night_desk, night + timedelta(days=1), now)

    assert (tomorrow.away, tomorrow.expected) == (1, 1)


def test_the_round_does_not_expect_whoever_is_away(away, at_night, round_now):
    assert round_now(HALF_PAST_MIDNIGHT).expected == 1

    made = at_night(actions.see_room, room=away.bed.room, seen=(), all_here=True)

    assert (made.expected, made.seen) == (1, 1)
    assert Stay.objects.get(pk=away.pk).away_until


def test_whoever_is_away_and_lies_there_is_back(away, at_night, takes_back, night_desk, night):
    made = at_night(actions.see_room, room=away.bed.room, seen={away.bed_id}, all_here=True)

    assert (made.expected, made.seen) == (2, 2)
    stay = Stay.objects.get(pk=away.pk)
    assert (stay.inside, stay.away_until) == (True, None)

    takes_back(Line.objects.get(kind="nights.room_seen"), HALF_PAST_MIDNIGHT)
    stay = Stay.objects.get(pk=away.pk)
    assert (stay.inside, stay.away_on(night)) == (False, True)
    assert not RoomRound.objects.filter(ended_at=None).exists()
