"""A night is a date that runs from noon to noon on the site's own clock, also when the clocks change."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from halte.common import nights
from halte.guests.models import Counted
from halte.nights import actions
from halte.nights.models import Stay
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
