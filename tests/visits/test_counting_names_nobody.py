"""What is counted at the door is a number and nothing else; meals and drinks are never refused."""

import json

import pytest

from halte import journal
from halte.common.retry import RetryKey
from halte.journal.models import Line, Subject
from halte.sites.models import Closure, Service
from halte.visits import actions, queries
from halte.visits.counts import counts
from halte.visits.models import DoorCount, ServiceCount


def test_fifty_three_people_are_three_acts_and_three_numbers(greeter, morning, a_key):
    for kind, n in (("man", 40), ("woman", 8), ("child", 5)):
        actions.count_at_door(actor=greeter, kind=kind, n=n, at=morning, key=a_key())

    assert queries.inside_now(greeter.site, morning) == 53
    assert queries.door_counts(greeter, morning) == {"man": 40, "woman": 8, "child": 5}
    assert not Subject.objects.exists()
    assert Line.objects.filter(kind="visits.counted_at_door").count() == 3


def test_one_hour_is_one_row_however_often_the_key_is_pressed(greeter, morning, a_key):
    for _again in range(5):
        actions.count_at_door(actor=greeter, kind="man", at=morning, key=a_key())

    count = DoorCount.objects.get()
    assert (count.number, count.hour) == (5, 10)


def test_the_tables_of_counting_have_no_column_for_a_person():
    for model in (DoorCount, ServiceCount):
        assert not {field.name for field in model._meta.fields} & {"guest", "at", "actor"}


def test_a_meal_is_given_though_the_kitchen_is_said_to_be_closed(greeter, morning, a_key):
    Closure.objects.create(site=greeter.site, service=Service.MEAL, on=greeter.site.today(morning), reason="staff")

    actions.count_service(actor=greeter, service="meal", n=2, at=morning, key=a_key())

    assert queries.service_counts(greeter, morning) == {"meal": 2}
    assert not Subject.objects.exists()


def test_a_double_tap_counts_once(greeter, morning, a_key):
    key = RetryKey.new(b"+1")
    actions.count_service(actor=greeter, service="drink", at=morning, key=key)

    with pytest.raises(journal.AlreadyDone):
        actions.count_service(actor=greeter, service="drink", at=morning, key=key)

    assert queries.service_counts(greeter, morning) == {"drink": 1}


def test_a_count_is_taken_back(greeter, morning, a_key, undone):
    actions.count_at_door(actor=greeter, kind="woman", n=5, at=morning, key=a_key())
    undone()
    actions.count_service(actor=greeter, service="meal", n=3, at=morning, key=a_key())
    undone()

    assert queries.inside_now(greeter.site, morning) == 0
    assert queries.service_counts(greeter, morning) == {"meal": 0}


def test_the_line_says_how_many_and_which(greeter, morning, a_key):
    actions.count_service(actor=greeter, service="meal", n=3, at=morning, key=a_key())

    assert json.loads(bytes(Line.objects.get().body))["data"] == {"service": "meal", "n": 3}


def test_less_than_one_is_not_a_count(greeter, morning, a_key):
    with pytest.raises(ValueError, match="one or more"):
        actions.count_at_door(actor=greeter, kind="man", n=0, at=morning, key=a_key())


def test_the_day_in_numbers_is_the_sites_own(greeter, elsewhere, a_guest, morning, a_key, undone):
    guest, gone = a_guest(), a_guest()
    actions.arrive(actor=greeter, guest=guest, at=morning, key=a_key())
    actions.give_slot(actor=greeter, guest=guest, at=morning, key=a_key())
    actions.give_locker(actor=greeter, guest=guest, at=morning, key=a_key())
    actions.receive_letter(actor=greeter, guest=guest, at=morning, key=a_key())
    actions.count_at_door(actor=greeter, kind="child", n=2, at=morning, key=a_key())
    actions.count_service(actor=greeter, service="meal", n=9, at=morning, key=a_key())
    actions.count_at_door(actor=elsewhere, kind="man", n=7, at=morning, key=a_key())
    actions.arrive(actor=greeter, guest=gone, at=morning, key=a_key())
    undone()

    numbers = counts(site=greeter.site, on=greeter.site.today(morning))

    assert numbers == {
        "visits.arrivals": 3,
        "visits.arrivals_by_card": 1,
        "visits.arrivals_men": 0,
        "visits.arrivals_women": 0,
        "visits.arrivals_children": 2,
        "visits.arrivals_h10": 3,
        "visits.meals": 9,
        "visits.drinks": 0,
        "visits.charging": 0,
        "visits.laundry": 0,
        "visits.toilets": 0,
        "visits.bags": 0,
        "visits.beds_asked": 0,
        "visits.bus_seats": 0,
        "visits.showers": 1,
        "visits.lockers": 1,
        "visits.tickets": 0,
        "visits.letters": 1,
    }
