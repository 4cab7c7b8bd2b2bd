"""The house at night: wake-ups by bed, the round that says who is inside, lists that are printed in time."""

from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest
from django.urls import reverse

from halte import journal
from halte.journal.models import Line
from halte.nights import actions, lists, refusals, rounds, watch
from halte.nights import board as boards
from halte.nights.models import ListPrinted, RoomRound, Stay, WakeUp
from halte.nights.night_watch import PrintedWhy
from halte.nights.offers import for_card
from halte.sites.models import RoomKind
from tests.cast import a_key_of
from tests.pages import signed_in

SIX = datetime(2026, 11, 25, 5, 0, tzinfo=UTC)
HALF_PAST_MIDNIGHT = datetime(2026, 11, 24, 23, 30, tzinfo=UTC)


@pytest.fixture
def men(a_room):
    return a_room(kind=RoomKind.MEN, beds=4)


@pytest.fixture
def at_night(night_desk, night, now):
    """The night desk does something."""

    def do(action, at=now, **asked):
        return action(**{"actor": night_desk, "night": night, "at": at, "key": a_key_of()} | asked)

    return do


@pytest.fixture
def takes_back(night_desk):
    def undo(kind, at):
        line = Line.objects.filter(kind=kind).order_by("-seq").first()
        journal.undo(actor=night_desk, line_id=line.id, at=at, key=a_key_of())

    return undo


def clock(hour, minute=0, day=24):
    """A moment on the clock of Calais in that night."""
    return datetime(2026, 11, day, hour, minute, tzinfo=UTC) - timedelta(hours=1)


def test_the_list_of_wake_ups_shows_the_bed_they_have_by_then(
    men, at_night, gives, a_guest, bed_of, night_desk, night, takes_back, now
):
    late, early = gives(a_guest(counted="man")), gives(a_guest(counted="man"))
    at_night(actions.ask_wake_up, guest=late.guest, wake_at=SIX + timedelta(hours=1))
    at_night(actions.ask_wake_up, guest=early.guest, wake_at=SIX)
    at_night(actions.ask_wake_up, guest=late.guest, wake_at=SIX + timedelta(minutes=30))
    at_night(actions.move, stay=early, bed=bed_of(men, 3))

    shown = watch.to_wake(night_desk, night, SIX - timedelta(minutes=5))

    assert [(one.stay.bed.label, one.wake_at, one.due) for one in shown] == [
        ("4", SIX, True),
        (late.bed.label, SIX + timedelta(minutes=30), False),
    ]
    assert "06:00" in str(for_card(guest=early.guest, at=now)[0].lines[-1])
    takes_back("nights.wake_up_asked", now)
    assert watch.wake_up_of(night_desk, late.guest, night).wake_at == SIX + timedelta(hours=1)


def test_woken_is_ticked_once_and_whoever_went_out_is_not_looked_for(
    men, at_night, gives, a_guest, night_desk, elsewhere, night, takes_back
):
    stay, gone = gives(a_guest(counted="man")), gives(a_guest(counted="man"))
    wake_up = at_night(actions.ask_wake_up, guest=stay.guest, wake_at=SIX)
    at_night(actions.ask_wake_up, guest=gone.guest, wake_at=SIX)
    at_night(actions.arrive, guest=gone.guest)
    said = {"at": SIX, "key": a_key_of()}
    actions.leave(actor=night_desk, stay=gone, **said)

    with pytest.raises(refusals.NotToWake):
        actions.wake(actor=elsewhere, wake_up=wake_up, at=SIX, key=a_key_of())
    actions.wake(actor=night_desk, wake_up=wake_up, at=SIX, key=a_key_of())
    with pytest.raises(refusals.NotToWake):
        actions.wake(actor=night_desk, wake_up=wake_up, at=SIX, key=a_key_of())
    assert [one.woken_at for one in watch.to_wake(night_desk, night, SIX)] == [SIX]

    takes_back("nights.woken", SIX)
    assert [one.due for one in watch.to_wake(night_desk, night, SIX)] == [True]


def test_nobody_is_woken_without_a_bed_in_the_past_or_in_another_night(men, at_night, gives, a_guest, now):
    stay = gives(a_guest(counted="man"))
    with pytest.raises(refusals.NoBedHeld):
        at_night(actions.ask_wake_up, guest=a_guest(), wake_at=SIX)
    for moment in (now, SIX + timedelta(hours=7)):
        with pytest.raises(refusals.NightOutOfReach):
            at_night(actions.ask_wake_up, guest=stay.guest, wake_at=moment)
    assert not WakeUp.objects.exists()


def test_the_round_says_who_is_inside_and_nobody_loses_a_bed(
    men, at_night, gives, a_guest, bed_of, night_desk, night, takes_back
):
    asleep, _never_seen, slipped_in, went_out = (
        gives(a_guest(counted="man"), bed=bed_of(men, place)) for place in range(4)
    )
    for stay in (asleep, went_out):
        at_night(actions.arrive, guest=stay.guest)
    seen = {asleep.bed_id, slipped_in.bed_id}

    made = at_night(actions.see_room, room=men, seen=seen, at=HALF_PAST_MIDNIGHT)

    assert (made.expected, made.seen, made.others) == (4, 2, 0)
    inside = {stay.guest for stay in Stay.objects.all() if stay.inside}
    assert inside == {asleep.guest, slipped_in.guest}
    assert Stay.objects.holding(night).count() == 4
    line = Line.objects.get(kind="nights.room_seen")
    assert set(line.subjects.values_list("guest", flat=True)) == {slipped_in.guest_id, went_out.guest_id}

    takes_back("nights.room_seen", HALF_PAST_MIDNIGHT)
    assert {stay.guest for stay in Stay.objects.all() if stay.inside} == {asleep.guest, went_out.guest}
    assert not RoomRound.objects.filter(ended_at=None).exists()


def test_a_round_is_not_taken_back_over_whoever_came_back_since(men, at_night, gives, a_guest, bed_of, takes_back):
    stay = gives(a_guest(counted="man"))
    at_night(actions.arrive, guest=stay.guest)
    at_night(actions.see_room, room=men, seen=set(), at=HALF_PAST_MIDNIGHT)
    at_night(actions.arrive, guest=stay.guest, at=HALF_PAST_MIDNIGHT)

    with pytest.raises(refusals.LaterActs):
        takes_back("nights.room_seen", HALF_PAST_MIDNIGHT)


def test_whoever_stays_on_and_whoever_lies_in_a_bed_of_nobody_is_counted(
    men, at_night, slept, a_guest, bed_of, night_desk, night, elsewhere
):
    stays_on = slept(a_guest(counted="man"), bed=bed_of(men))

    made = at_night(actions.see_room, room=men, seen={stays_on.bed_id, bed_of(men, 2).id}, at=HALF_PAST_MIDNIGHT)

    assert (made.expected, made.seen, made.others) == (1, 1, 1)
    assert Stay.objects.get(night=night).inside
    found = rounds.round_of(night_desk, boards.board(night_desk, night, HALF_PAST_MIDNIGHT))
    assert (found.done, found.expected, found.seen, found.next_room) == (1, 1, 2, None)
    with pytest.raises(refusals.NotHere):
        at_night(actions.see_room, actor=elsewhere, room=men, seen=set(), at=HALF_PAST_MIDNIGHT)
    with pytest.raises(refusals.NightOutOfReach):
        at_night(actions.see_room, room=men, seen=set(), at=HALF_PAST_MIDNIGHT + timedelta(days=1))


@pytest.mark.parametrize(
    ("at", "printed_at", "why"),
    [
        (clock(21, 59), None, None),
        (clock(22), None, PrintedWhy.HOUR),
        (clock(23, 30), clock(22, 5), None),
        (clock(0, 1, day=25), clock(22, 5), PrintedWhy.HOUR),
        (clock(4, day=25), clock(0, 5, day=25), PrintedWhy.HOUR),
        (clock(4, day=25), clock(3, 5, day=25), None),
        (clock(9, 1, day=25), None, None),
    ],
)
def test_the_list_is_printed_at_set_hours(men, night_desk, night, calais, at, printed_at, why):
    if printed_at:
        ListPrinted.objects.create(site=calais, night=night, printed_at=printed_at, why="hour", inside=0)

    assert lists.why_now(night_desk, night, at) == why


def test_it_is_printed_after_twenty_changes_and_says_when_and_why(a_room, at_night, a_guest, night_desk, night):
    a_room(kind=RoomKind.MEN, beds=30)
    at, seven, eight = clock(18, 30), clock(19), clock(20)
    at_night(actions.print_list, at=at)
    guests = [a_guest(counted="man") for _one in range(20)]
    for guest in guests[:19]:
        at_night(actions.welcome_for_the_night, guest=guest, at=seven)
    assert lists.why_now(night_desk, night, seven) is None
    at_night(actions.welcome_for_the_night, guest=guests[19], at=eight)
    assert lists.why_now(night_desk, night, eight) == PrintedWhy.CHANGES

    printed = at_night(actions.print_list, at=eight)

    assert (printed.why, printed.inside, printed.changes) == (PrintedWhy.CHANGES, 20, 20)
    assert lists.why_now(night_desk, night, eight) is None
    assert ListPrinted.objects.order_by("printed_at").first().why == PrintedWhy.BY_HAND


def test_a_bed_to_go_to_first_is_a_place_that_goes_with_its_guest(
    men, at_night, gives, a_guest, bed_of, night_desk, night, now, takes_back
):
    stay = gives(a_guest(counted="man"), bed=bed_of(men))
    at_night(actions.fetch_first, stay=stay, first=True)
    at_night(actions.arrive, guest=stay.guest)
    at_night(actions.move, stay=stay, bed=bed_of(men, 2))

    board = boards.board(night_desk, night, now)
    assert board.fetched_first
    assert board.rooms[0].fetched_first == ["3"]

    tomorrow = now + timedelta(days=1)
    actions.open_night(actor=night_desk, night=night + timedelta(days=1), at=tomorrow, key=a_key_of())
    assert Stay.objects.get(night=night + timedelta(days=1)).fetch_first


def test_the_night_host_goes_through_all_of_it_on_pages(men, a_guest, night_desk, calais, bed_of, night, monkeypatch):
    at, guest = HALF_PAST_MIDNIGHT, a_guest(counted="man")
    monkeypatch.setattr("django.utils.timezone.now", lambda: at)
    browser = signed_in(night_desk)

    def press(name, *args, **fields):
        return browser.post(reverse(f"nights:{name}", args=[night, *args]), {"key": str(uuid4())} | fields, follow=True)

    def page(name, *args):
        return browser.get(reverse(f"nights:{name}", args=[night, *args])).content.decode()

    stay = actions.welcome_for_the_night(actor=night_desk, guest=guest, night=night, at=at, key=a_key_of())
    assert "Nobody is to be woken" in page("wake_list")
    WakeUp.objects.create(site=calais, guest=guest, night=night, wake_at=at, asked_at=at)
    assert guest.spoken not in page("wake_list")
    press("woken", WakeUp.objects.get().id)
    assert WakeUp.objects.get().woken_at

    press("wake_guest", guest.id, wake_at="11:59")
    assert "11:59" in page("wake_guest", guest.id)
    press("wake_guest", guest.id, wake_at="")
    assert WakeUp.objects.filter(woken_at=None, ended_at=None).count() == 0

    assert "checked" not in page("see_room", men.id)
    said = press("see_room", men.id, bed=[str(stay.bed_id), str(bed_of(men, 3).id)]).content.decode()
    assert "somebody lies in a bed that nobody was given" in said
    assert press("see_room", men.id, bed="none").status_code == 200
    assert RoomRound.objects.count() == 1
    assert "1 seen at" in page("round")
    assert "checked" in page("see_room", men.id)

    press("begin_round")
    again = page("round")
    assert "not yet seen" in again
    assert "Earlier rounds of this night" in again
    assert "The one expected is here" in page("see_room", men.id)
    press("see_room", men.id, all_here="on")
    assert RoomRound.objects.get(round__number=2).seen == 1

    press("fetch_first", stay.id, first="1")
    printed = press("print_list")
    assert "nights/print.js" in printed.content.decode()
    assert "Printed at" in printed.content.decode()
    assert "★" in printed.content.decode()
    assert guest.spoken not in printed.content.decode()


def test_the_board_asks_as_little_when_everything_is_due(
    a_room, at_night, gives, a_guest, night_desk, night, now, monkeypatch, django_assert_max_num_queries
):
    for _room in range(3):
        a_room(kind=RoomKind.MEN)
    for _one in range(4):
        stay = gives(a_guest(counted="man"))
        at_night(actions.ask_wake_up, guest=stay.guest, wake_at=SIX)
    at_night(actions.want_bed, guest=a_guest(counted="man"))
    browser = signed_in(night_desk)
    monkeypatch.setattr("django.utils.timezone.now", lambda: HALF_PAST_MIDNIGHT)

    with django_assert_max_num_queries(28):
        page = browser.get(reverse("nights:board", args=[night])).content.decode()

    for words in ("Print the list now: the hour has come", "Night round: 3 rooms to see", "By 20:00: 0 of 1 know"):
        assert words in page
