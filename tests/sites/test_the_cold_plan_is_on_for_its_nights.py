"""The cold plan: a signed threshold, switched on by hand, never beyond what a room may hold, over by itself."""

from datetime import date, time, timedelta

import pytest

from halte.journal.models import Line
from halte.sites import cold, queries, spells
from halte.sites.actions import NothingChanged, RoomElsewhere
from halte.sites.models import Bed, BedState, ColdMetric, ColdPlan, ColdSpell, Hours, Room, Service
from halte.sites.rules import ColdMeasures, is_reached

TONIGHT = date(2026, 11, 24)
SEASON = date(2027, 3, 31)
ONE = timedelta(days=1)


@pytest.fixture
def hall(a_room):
    """A room with four beds that may hold ten people."""
    room = a_room(kind="men", beds=4)
    Room.objects.filter(id=room.id).update(legal_maximum=10)
    return room


@pytest.fixture
def plans(manager, now, a_key):
    """Set a cold plan."""

    def set_it(rooms, *, actor=manager, seen=0, bound=-5, until=SEASON, metric=ColdMetric.FELT, **does):
        decided = cold.Decided(
            metric, bound, until, "Prefect of Pas-de-Calais, 12 November", ColdMeasures(rooms, **does)
        )
        return cold.set_plan(actor=actor, decided=decided, seen_version=seen, at=now, key=a_key())

    return set_it


@pytest.fixture
def on(manager, now, a_key):
    """Switch it on."""

    def switch(*, actor=manager, first=TONIGHT, last=TONIGHT + ONE, figure=-7, at=now):
        return cold.switch_on(actor=actor, first_night=first, last_night=last, figure=figure, at=at, key=a_key())

    return switch


def ready(actor, room, night):
    return queries.room(actor, room.id, night).ready


def test_more_beds_stand_on_its_nights_and_on_no_other(manager, hall, plans, on, calais, now):
    plans({hall.code: 5})
    on()

    assert [ready(manager, hall, TONIGHT + ONE * n) for n in (-1, 0, 1, 2)] == [4, 9, 9, 4]
    assert spells.on(calais, now).figure == -7
    assert spells.on_night(calais, TONIGHT + 2 * ONE) is None


def test_one_site_in_the_cold_plan_changes_nothing_at_another(hall, plans, on, elsewhere, dunkirk, a_room, now):
    theirs = a_room(kind="men", beds=2, site=dunkirk)
    plans({hall.code: 5})
    on()

    assert spells.on(dunkirk, now) is None
    assert ready(elsewhere, theirs, TONIGHT) == 2
    assert [told.site.code for told in spells.notices(now)] == ["calais"]
    with pytest.raises(RoomElsewhere):
        plans({hall.code: 1}, actor=elsewhere)
    with pytest.raises(cold.NoPlan):
        on(actor=elsewhere)


def test_no_room_is_promised_more_than_fire_limit_and_floor_allow(hall, plans, on):
    with pytest.raises(cold.BeyondLegal):
        plans({hall.code: 7})
    plans({hall.code: 6})
    Room.objects.filter(id=hall.id).update(legal_maximum=9)

    with pytest.raises(cold.BeyondLegal):
        on()
    assert not ColdSpell.objects.exists()
    assert Bed.objects.count() == 4


def test_a_figure_is_held_against_the_threshold_and_an_authority_may_name_the_nights_without_one(hall, plans, on):
    plans({})

    with pytest.raises(cold.NotCold):
        on(figure=-4)
    assert on(figure=None).figure is None


@pytest.mark.parametrize(
    ("metric", "bound", "figure", "reached"),
    [
        ("felt", -5, -5, True),
        ("felt", -5, -4, False),
        ("measured", 0, 1, False),
        ("wind", 100, 99, False),
        ("wind", 100, 150, True),
    ],
)
def test_cold_is_at_or_below_the_bound_and_wind_at_or_above_it(metric, bound, figure, reached):
    assert is_reached(metric, bound, figure) == reached


def test_every_version_is_kept_and_signed_and_a_row_changed_by_hand_says_so(hall, plans):
    first = plans({hall.code: 2})
    second = plans({hall.code: 3}, seen=1)

    assert (first.number, second.number) == (1, 2)
    assert second.signature == second.signed_now
    assert second.signature in bytes(Line.objects.get(seq=2).body).decode()
    ColdPlan.objects.filter(id=second.id).update(bound=30)
    second.refresh_from_db()
    assert second.signature != second.signed_now
    with pytest.raises(cold.PlanChanged):
        plans({hall.code: 4}, seen=1)
    with pytest.raises(NothingChanged):
        plans({hall.code: 3}, seen=2, bound=30)


@pytest.mark.parametrize(
    ("nights", "refusal"),
    [
        ({"first": TONIGHT - ONE}, cold.NightsWrong),
        ({"first": TONIGHT + 2 * ONE}, cold.NightsWrong),
        ({"last": SEASON + ONE}, cold.NoPlan),
    ],
)
def test_it_is_on_for_nights_of_its_season(hall, plans, on, nights, refusal):
    plans({})
    with pytest.raises(refusal):
        on(**nights)


def test_it_is_not_on_twice_and_ends_another_night_when_somebody_says_so(manager, hall, plans, on, now, a_key):
    plans({hall.code: 5})
    on()
    with pytest.raises(cold.AlreadyCold):
        on(first=TONIGHT + ONE, last=TONIGHT + 3 * ONE)

    cold.change_end(actor=manager, last_night=TONIGHT + 3 * ONE, at=now, key=a_key())

    assert [ready(manager, hall, TONIGHT + ONE * n) for n in (2, 3, 4)] == [9, 9, 4]


def test_whoever_ends_it_ends_it_in_the_morning_and_the_same_beds_stand_again(
    manager, hall, plans, on, calais, now, a_key
):
    plans({hall.code: 5})
    on()
    cold.switch_off(actor=manager, at=now, key=a_key())

    assert spells.on(calais, now)
    assert [ready(manager, hall, TONIGHT + ONE * n) for n in (0, 1)] == [9, 4]
    with pytest.raises(cold.NotOn):
        cold.switch_off(actor=manager, at=now, key=a_key())
    later = now + 3 * ONE
    on(first=TONIGHT + 3 * ONE, last=TONIGHT + 4 * ONE, at=later)
    assert ready(manager, hall, TONIGHT + 3 * ONE) == 9
    assert Bed.objects.count() == 9


def test_nights_to_come_are_called_off(manager, hall, plans, on, calais, now, a_key):
    plans({hall.code: 5})
    on(first=TONIGHT + ONE, last=TONIGHT + ONE)
    cold.switch_off(actor=manager, at=now, key=a_key())

    assert spells.on_night(calais, TONIGHT + ONE) is None
    assert ready(manager, hall, TONIGHT + ONE) == 4
    assert on(first=TONIGHT + ONE, last=TONIGHT + ONE).plan.number == 1


def test_a_broken_bed_makes_room_for_one_more(hall, plans, on, manager):
    Bed.objects.filter(room=hall, label="1").update(state=BedState.BROKEN)
    plans({hall.code: 7})
    on()

    assert ready(manager, hall, TONIGHT) == 10


def test_the_door_is_open_longer_while_it_is_on(hall, plans, on, calais, now):
    for weekday in range(7):
        Hours.objects.create(site=calais, service=Service.BED, weekday=weekday, opens=time(18), closes=time(23))
    half_past_midnight = now + timedelta(hours=6, minutes=30)

    def open_then():
        return next(one.open_now for one in queries.offered_today(calais, half_past_midnight))

    plans({}, open_until="01:00")
    assert not open_then()
    on()
    assert open_then()
    assert Hours.objects.filter(closes=time(23)).count() == 7


def test_each_act_is_a_line_without_words(manager, hall, plans, on, now, a_key):
    plans({hall.code: 5}, bus_from="Place d'Armes", bus_at=("17:45",))
    on()
    cold.switch_off(actor=manager, at=now, key=a_key())

    assert list(Line.objects.order_by("seq").values_list("kind", flat=True)) == [
        "sites.cold_plan_set",
        "sites.cold_plan_on",
        "sites.cold_plan_off",
    ]
    assert not any(b"Armes" in bytes(body) for body in Line.objects.values_list("body", flat=True))
