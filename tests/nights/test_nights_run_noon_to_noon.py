"""A night is a date that runs from noon to noon on the site's own clock, also when the clocks change."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from halte.common import nights
from halte.guests.models import Counted
from halte.journal import checking
from halte.nights import actions
from halte.nights.models import NightOpened, Stay
from halte.sites.models import RoomKind, Site
from tests.cast import a_key_of


def last_sunday(year, month):
    day = date(year, month, 31)
    return day - timedelta(days=(day.weekday() + 1) % 7)


CHANGES = [last_sunday(year, month) - timedelta(days=1) for year in range(2026, 2037) for month in (3, 10)]


@pytest.mark.parametrize("night", [*CHANGES, date(2028, 2, 28), date(2028, 2, 29), date(2026, 12, 31)])
def test_every_minute_of_a_night_belongs_to_it(night):
    zone = Site(timezone="Europe/Paris").zone
    begins, ends = (moment(night, zone).astimezone(UTC) for moment in (nights.begins, nights.ends))

    asked = [
        begins,
        begins + timedelta(hours=12),
        begins + timedelta(hours=14, minutes=30),
        ends - timedelta(seconds=1),
    ]

    assert {nights.night_of(at, zone) for at in asked} == {night}
    assert nights.night_of(ends, zone) == night + timedelta(days=1)
    assert nights.night_of(begins - timedelta(seconds=1), zone) == night - timedelta(days=1)


@pytest.mark.parametrize(("night", "hours"), [(date(2026, 3, 28), 23), (date(2026, 10, 24), 25)])
def test_the_nights_of_the_changes_are_an_hour_shorter_and_longer(night, hours):
    zone = Site(timezone="Europe/Paris").zone

    assert nights.ends(night, zone).astimezone(UTC) - nights.begins(night, zone).astimezone(UTC) == timedelta(
        hours=hours
    )


@given(st.integers(0, 10 * 366 * 24 * 60))
def test_every_moment_lies_in_its_night(minutes):
    at = datetime(2026, 1, 1, tzinfo=UTC) + timedelta(minutes=minutes)
    zone = Site(timezone="Europe/Paris").zone
    night = nights.night_of(at, zone)

    assert nights.begins(night, zone) <= at < nights.ends(night, zone)


@pytest.mark.django_db
@pytest.mark.parametrize("night", [date(2027, 3, 27), date(2027, 10, 30), date(2028, 2, 29)])
def test_a_bed_given_at_half_past_two_is_of_the_evening_before_and_goes_on(night, a_guest, a_room, calais, night_desk):
    a_room(kind=RoomKind.MEN)
    guest = a_guest(counted=Counted.MAN)
    at = datetime.combine(night, datetime.min.time(), calais.zone).astimezone(UTC) + timedelta(hours=26, minutes=30)

    assert calais.tonight(at) == night
    actions.welcome_for_the_night(actor=night_desk, guest=guest, night=calais.tonight(at), at=at, key=a_key_of())
    noon = nights.ends(night, calais.zone)
    opened = actions.carry_over(actor=night_desk, night=calais.tonight(noon), at=noon, key=a_key_of())

    assert opened.night == night + timedelta(days=1)
    assert Stay.objects.filter(night=opened.night, guest=guest, carried=True).count() == 1


def test_the_nights_of_ten_years_follow_each_other_without_a_gap():
    zone = Site(timezone="Europe/Paris").zone
    nights_of_ten_years = [date(2026, 1, 1) + timedelta(days=number) for number in range(11 * 365 + 3)]
    hours = dict.fromkeys(nights_of_ten_years, 24) | {night: 23 if night.month == 3 else 25 for night in CHANGES}

    for night in nights_of_ten_years:
        begins, ends = (moment(night, zone).astimezone(UTC) for moment in (nights.begins, nights.ends))
        assert ends == nights.begins(night + timedelta(days=1), zone)
        assert ends - begins == timedelta(hours=hours[night])
    assert {date(2028, 2, 29), date(2032, 2, 29), date(2036, 2, 29)} < set(hours)
    assert len(CHANGES) == 22


@pytest.mark.parametrize("night", [*CHANGES, date(2028, 2, 28), date(2028, 2, 29)])
def test_whatever_hour_the_rules_name_is_an_hour_of_that_night(night):
    """Also half past two, which is there twice in October and not at all in March."""
    zone = Site(timezone="Europe/Paris").zone
    named = [nights.at_minute(night, minute, zone) for minute in (*range(12 * 60, 24 * 60, 15), *range(0, 12 * 60, 15))]

    assert {nights.night_of(at.astimezone(UTC), zone) for at in named} == {night}
    assert named == sorted(named, key=lambda at: at.replace(tzinfo=None))


@pytest.mark.django_db
@pytest.mark.parametrize("jumps", [timedelta(minutes=-50), timedelta(days=-1)])
def test_a_clock_that_jumps_back_over_noon_carries_nobody_twice(jumps, a_guest, a_room, calais, night_desk):
    a_room(kind=RoomKind.MEN)
    guest, night = a_guest(counted=Counted.MAN), date(2026, 10, 24)
    evening, noon = nights.begins(night, calais.zone) + timedelta(hours=8), nights.ends(night, calais.zone)
    actions.welcome_for_the_night(actor=night_desk, guest=guest, night=night, at=evening, key=a_key_of())

    for at in (noon, noon + jumps, noon + timedelta(minutes=5)):
        actions.carry_over(actor=night_desk, night=calais.tonight(at), at=at, key=a_key_of())

    held = Stay.objects.filter(guest=guest, ended_at=None).order_by("night").values_list("night", "carried")
    assert list(held) == [(night, False), (night + timedelta(days=1), True)]
    assert NightOpened.objects.filter(night=night + timedelta(days=1)).count() == 1
    assert list(checking.breaks()) == []
