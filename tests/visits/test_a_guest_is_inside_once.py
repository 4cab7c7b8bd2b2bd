"""A guest is inside once, and the number inside is true."""

from datetime import UTC, datetime, time, timedelta

import pytest
from django.db import IntegrityError, transaction

from halte import journal
from halte.common.refusal import constraint_of
from halte.guests import actions as guest_actions
from halte.guests.actions import CardNotLive, GuestElsewhere
from halte.journal.models import Line
from halte.sites.models import Hours
from halte.visits import actions, queries
from halte.visits.actions.presence import VisitMovedOn
from halte.visits.models import Ending, Visit


def test_whoever_comes_in_is_inside_and_whoever_leaves_is_not(greeter, a_guest, morning, a_key):
    guest = a_guest()

    actions.arrive(actor=greeter, guest=guest, at=morning, key=a_key())
    assert queries.is_inside(guest, morning)
    assert queries.inside_now(greeter.site, morning) == 1

    actions.leave(actor=greeter, guest=guest, at=morning + timedelta(hours=2), key=a_key())
    assert not queries.is_inside(guest, morning)
    assert queries.inside_now(greeter.site, morning) == 0


def test_a_second_scan_changes_nothing(greeter, a_guest, morning, a_key):
    guest = a_guest()
    actions.arrive(actor=greeter, guest=guest, at=morning, key=a_key())
    lines = Line.objects.count()

    with pytest.raises(actions.AlreadyInside):
        actions.arrive(actor=greeter, guest=guest, at=morning, key=a_key())

    assert Visit.objects.count() == 1
    assert Line.objects.count() == lines


def test_the_database_itself_refuses_a_guest_who_is_inside_twice(greeter, a_guest, morning, a_key):
    visit = actions.arrive(actor=greeter, guest=a_guest(), at=morning, key=a_key())

    with pytest.raises(IntegrityError) as clash, transaction.atomic():
        Visit.objects.create(site=greeter.site, guest=visit.guest, on=visit.on, hour=10, arrived_at=morning)

    assert constraint_of(clash.value) == "inside_once"


def test_whoever_has_left_comes_again_the_same_day(greeter, a_guest, morning, a_key):
    guest = a_guest()
    actions.arrive(actor=greeter, guest=guest, at=morning, key=a_key())
    actions.leave(actor=greeter, guest=guest, at=morning + timedelta(hours=1), key=a_key())

    actions.arrive(actor=greeter, guest=guest, at=morning + timedelta(hours=2), key=a_key())

    assert queries.inside_now(greeter.site, morning + timedelta(hours=2)) == 1


def test_nobody_leaves_who_is_not_inside(greeter, a_guest, morning, a_key):
    with pytest.raises(actions.NotInside):
        actions.leave(actor=greeter, guest=a_guest(), at=morning, key=a_key())


def test_a_day_that_nobody_closed_refuses_nobody_the_next_morning(elsewhere, a_guest, morning, a_key):
    guest = a_guest(actor=elsewhere)
    first = actions.arrive(actor=elsewhere, guest=guest, at=morning, key=a_key())
    tomorrow = morning + timedelta(days=1)
    assert queries.inside_now(elsewhere.site, tomorrow) == 0

    actions.arrive(actor=elsewhere, guest=guest, at=tomorrow, key=a_key())

    first.refresh_from_db()
    assert first.ending == Ending.DAY_CLOSED
    assert first.left_at == datetime(2026, 11, 24, 23, 0, tzinfo=UTC)
    assert queries.inside_now(elsewhere.site, tomorrow) == 1


def test_at_a_hostel_whoever_came_in_the_evening_is_still_inside_at_night(greeter, a_guest, morning, a_key):
    evening = datetime(2026, 11, 24, 22, 0, tzinfo=UTC)
    guest = a_guest()
    actions.arrive(actor=greeter, guest=guest, at=evening, key=a_key())
    actions.count_at_door(actor=greeter, kind="man", n=3, at=evening, key=a_key())

    at_night = evening + timedelta(hours=4)

    assert queries.is_inside(guest, at_night)
    assert queries.inside_now(greeter.site, at_night) == 4


def test_the_other_sites_card_is_refused_and_its_people_are_not_counted(greeter, elsewhere, a_guest, morning, a_key):
    other = a_guest(actor=elsewhere)
    actions.arrive(actor=elsewhere, guest=other, at=morning, key=a_key())

    with pytest.raises(GuestElsewhere):
        actions.arrive(actor=greeter, guest=other, at=morning, key=a_key())
    with pytest.raises(actions.NotInside):
        actions.leave(actor=greeter, guest=other, at=morning, key=a_key())

    assert queries.inside_now(greeter.site, morning) == 0
    assert queries.inside_now(elsewhere.site, morning) == 1


def test_a_card_that_was_switched_off_opens_nothing(greeter, a_guest, morning, a_key):
    guest = a_guest()
    guest_actions.close_card(actor=greeter, guest=guest, at=morning, key=a_key())

    with pytest.raises(CardNotLive):
        actions.arrive(actor=greeter, guest=guest, at=morning, key=a_key())


def test_an_arrival_is_taken_back_and_is_not_counted(greeter, a_guest, morning, a_key, undone):
    guest = a_guest()
    actions.arrive(actor=greeter, guest=guest, at=morning, key=a_key())

    undone()

    assert queries.inside_now(greeter.site, morning) == 0
    assert Visit.objects.get().ending == Ending.UNDONE


def test_leaving_is_taken_back(greeter, a_guest, morning, a_key, undone):
    guest = a_guest()
    actions.arrive(actor=greeter, guest=guest, at=morning, key=a_key())
    actions.leave(actor=greeter, guest=guest, at=morning, key=a_key())

    undone()

    assert queries.is_inside(guest, morning)


def test_an_arrival_stands_once_the_guest_has_left(greeter, a_guest, morning, a_key):
    guest = a_guest()
    actions.arrive(actor=greeter, guest=guest, at=morning, key=a_key())
    line = Line.objects.latest("seq")
    actions.leave(actor=greeter, guest=guest, at=morning, key=a_key())

    with pytest.raises(VisitMovedOn):
        journal.undo(actor=greeter, line_id=line.id, at=line.recorded_at, key=a_key())


def test_closing_the_day_ends_what_is_open_at_the_closing_hour_and_only_once(
    manager, elsewhere, a_guest, morning, a_key
):
    Hours.objects.create(site=manager.site, weekday=1, opens=time(9), closes=time(18))
    guest, other = a_guest(), a_guest(actor=elsewhere)
    visit = actions.arrive(actor=manager, guest=guest, at=morning, key=a_key())
    actions.arrive(actor=elsewhere, guest=other, at=morning, key=a_key())
    actions.take_ticket(actor=manager, guest=guest, at=morning, key=a_key())
    at = morning + timedelta(hours=13)

    assert actions.close_day(actor=manager, on=visit.on, at=at, key=a_key()) == 1
    assert actions.close_day(actor=manager, on=visit.on, at=at, key=a_key()) == 0

    visit.refresh_from_db()
    assert visit.left_at == datetime(2026, 11, 24, 17, 0, tzinfo=UTC)
    assert queries.waiting(manager, "advice", morning) == []
    assert queries.is_inside(other, at)
