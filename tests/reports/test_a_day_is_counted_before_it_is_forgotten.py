"""Day close writes the exact numbers of every service, once, in one act."""

from datetime import timedelta

import pytest

from halte.guests.models import Guest
from halte.journal.models import Line
from halte.outreach.actions import record_round
from halte.outreach.models import Area, CountedBy, Method
from halte.reports import queries
from halte.reports.actions import DayNotOver, close_day, close_days_due
from halte.reports.models import DayClosed, DayTally
from halte.visits import actions as visits


def test_the_numbers_outlive_the_people(manager, greeter, coordinator, calais, a_guest, now, noon_after, a_key):
    today = calais.today(now)
    visits.arrive(actor=greeter, guest=a_guest(), at=now, key=a_key())
    visits.count_at_door(actor=greeter, kind="man", n=3, at=now, key=a_key())
    record_round(
        actor=coordinator,
        on=today,
        area=Area.EAST,
        method=Method.TOLD,
        counted_by=CountedBy.OUR_TEAM,
        low=20,
        high=30,
        at=now,
        key=a_key(),
    )

    closed = close_day(actor=manager, on=today, at=noon_after(today), key=a_key())
    Guest.objects.all().delete()

    numbers = queries.numbers(calais, today)
    assert numbers["visits.arrivals"] == 4
    assert numbers["visits.arrivals_h18"] == 4
    assert numbers["outreach.people_low"] == 20
    assert "nights.beds_given" in numbers
    assert "advice.came" in numbers
    assert closed.tallies == DayTally.objects.count() == len(numbers)


def test_closing_a_day_is_one_line_that_tells_how_many_tallies_it_wrote(manager, now, noon_after, a_key):
    today = manager.site.today(now)

    closed = close_day(actor=manager, on=today, at=noon_after(today), key=a_key())

    line = Line.objects.get(kind="reports.day_closed")
    assert f'"tallies":{closed.tallies}'.encode() in bytes(line.body)


def test_a_day_is_closed_once(manager, greeter, now, noon_after, a_key):
    today = manager.site.today(now)
    first = close_day(actor=manager, on=today, at=noon_after(today), key=a_key())
    visits.count_at_door(actor=greeter, kind="man", at=now, key=a_key())

    again = close_day(actor=manager, on=today, at=noon_after(today), key=a_key())

    assert again == first
    assert Line.objects.filter(kind="reports.day_closed").count() == 1
    assert queries.tally(manager.site, today, "visits.arrivals") == 0


def test_a_day_whose_night_still_runs_cannot_be_closed(manager, now, noon_after, a_key):
    today = manager.site.today(now)

    with pytest.raises(DayNotOver):
        close_day(actor=manager, on=today, at=noon_after(today) - timedelta(seconds=1), key=a_key())

    assert not DayClosed.objects.exists()


def test_days_that_nobody_closed_are_caught_up_and_each_site_closes_its_own(manager, elsewhere, now):
    made = close_days_due(actor=manager, at=now)

    yesterday = manager.site.today(now) - timedelta(days=1)
    assert made[-1].on == yesterday
    assert len(made) == 32
    assert close_days_due(actor=manager, at=now) == []
    assert not DayClosed.objects.filter(site=elsewhere.site).exists()
    assert queries.days_to_close(elsewhere.site, at=now)[-1] == yesterday


def test_a_site_that_is_not_open_has_no_days(manager, now):
    manager.site.opened_on = None

    assert queries.days_to_close(manager.site, at=now) == []


def test_the_usual_weekday_is_the_mean_of_the_last_four(manager, now, a_closed_day):
    today = manager.site.today(now)
    for back, value in enumerate([10, 20, 30, 41, 999], start=1):
        a_closed_day(today - timedelta(weeks=back), visits__arrivals=value)

    assert queries.usual_weekday(manager.site, today, ["visits.arrivals"]) == [25]
