"""Standards are met, not met, or not assessed where data is missing; what fails says what would cure it."""

from dataclasses import fields
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as some

from halte.sites import building, queries, said
from halte.sites.house_forms import FACT_WORDS
from halte.sites.models import BedState, FactsVersion, PlaceNeed, RoomKind
from halte.sites.standards import Facts, FactsWrong, Sleeping, Verdict, assess, legal_maximum

NUMBERS = [field.name for field in fields(Facts) if field.default is None]


def one(name, rooms=(), **facts):
    return next(found for found in assess(rooms, Facts(**facts)) if found.id == name)


def a_house(places, *, rooms=1, kind="men", area_dm2=None, locks=True):
    return [Sleeping(str(number), kind, places, area_dm2, locks) for number in range(rooms)]


def test_what_nobody_counted_is_not_assessed():
    assert all(found.verdict is Verdict.NOT_ASSESSED for found in assess([], Facts()))
    assert one("sphere.toilets", a_house(400)).verdict is Verdict.NOT_ASSESSED
    assert one("sphere.space", a_house(4)).verdict is Verdict.NOT_ASSESSED


def test_a_house_without_one_shower_fails_and_is_not_left_unassessed():
    found = one("sphere.bathing", a_house(400), showers=0)

    assert (found.verdict, found.missing, found.found) == (Verdict.NOT_MET, 8, None)
    assert said.standard(found).found == "none"


def test_a_hostel_for_400_needs_what_the_handbooks_say():
    house = a_house(6, rooms=66) + a_house(4)

    assert one("sphere.toilets", house, toilets=20).verdict is Verdict.MET
    assert one("sphere.toilets", house, toilets=19).missing == 1
    assert one("sphere.toilets", house, toilets=8, first_phase=True).verdict is Verdict.MET
    assert one("sphere.bathing", house, showers=8).verdict is Verdict.MET
    assert one("quoted.showers", house, showers=34).verdict is Verdict.MET
    assert one("quoted.toilets", house, toilets=40).verdict is Verdict.MET
    assert one("sphere.water", house, water_litres_a_day=6000).verdict is Verdict.MET
    assert one("sphere.water", house, water_litres_a_day=5999).missing == 1
    assert one("easo.drinking", house, drinking_litres_a_day=1000).verdict is Verdict.MET
    assert one("sphere.laundry", house, laundry_places=4).verdict is Verdict.MET


def test_twelve_in_a_container_fail_every_rule_of_space():
    house = a_house(12, area_dm2=1400)

    assert (one("easo.space", house).verdict, one("easo.space", house).missing) == (Verdict.NOT_MET, 9)
    assert one("sphere.space", house, cold=False).missing == 8
    assert one("easo.singles", house).missing == 6


def test_one_narrow_room_fails_although_another_was_not_measured():
    house = [Sleeping("12", "men", 4, 1000, True), Sleeping("14", "men", 4, None, True)]

    found = one("easo.space", house)

    assert (found.verdict, found.rooms, found.missing) == (Verdict.NOT_MET, ("12",), 2)


def test_a_failed_standard_says_what_would_cure_it():
    lines = {line.id: line for line in map(said.standard, assess(a_house(400), Facts(showers=25)))}

    assert lines["quoted.showers"].cure == "9 more showers"
    assert lines["sphere.bathing"].passed
    assert not lines["sphere.bathing"].cure


def test_what_we_did_not_read_is_never_shown_as_certain():
    for found in assess([], Facts()):
        assert found.sure is ("quoted" not in found.id)
        assert ("not read" in said.standard(found).source) is not found.sure


@given(some.integers(1, 3000), some.dictionaries(some.sampled_from(NUMBERS), some.integers(0, 9000)))
def test_curing_what_fails_lets_it_pass_and_one_less_does_not(places, counted):
    cured = {
        "sphere.toilets": "toilets",
        "sphere.bathing": "showers",
        "sphere.taps": "taps",
        "sphere.water": "water_litres_a_day",
        "easo.ceiling": "ceiling_cm",
        "sphere.plot": "plot_m2",
    }
    house = a_house(places)
    for name, fact in cured.items():
        found = one(name, house, **counted)
        if found.missing:
            enough = counted[fact] + found.missing
            assert one(name, house, **{fact: enough}).verdict is Verdict.MET
            assert one(name, house, **{fact: enough - 1}).verdict is Verdict.NOT_MET


@pytest.mark.parametrize("wrong", [{"beds": 3}, {"showers": -1}, {"showers": True}, {"cold": 1}])
def test_a_fact_that_is_none_is_refused(wrong):
    with pytest.raises(FactsWrong):
        Facts.parse(wrong, version=1)


def test_every_fact_and_every_standard_has_words():
    assert set(FACT_WORDS) == {field.name for field in fields(Facts)} - {"version"}
    assert {found.id for found in assess([], Facts())} == set(said.ASKS)


def test_most_people_in_a_room_is_the_smallest_of_all_limits():
    assert legal_maximum(fire_limit=12, area_dm2=1400, kind="men") == 4
    assert legal_maximum(fire_limit=3, area_dm2=1400, kind="men") == 3
    assert legal_maximum(fire_limit=12, area_dm2=None, kind="men") == 12
    assert legal_maximum(fire_limit=12, area_dm2=9000, kind="minors") == 4


def test_only_open_rooms_and_beds_that_can_be_given_count(manager, a_room, dunkirk, now):
    a_room(beds=6, kind=RoomKind.MEN, offers=[PlaceNeed.DOOR_THAT_LOCKS])
    closed = a_room(beds=5)
    type(closed).objects.filter(id=closed.id).update(closed_since=now)
    broken = a_room(beds=2).beds.first()
    type(broken).objects.filter(id=broken.id).update(state=BedState.BROKEN)
    a_room(site=dunkirk, beds=9)

    assert sorted(room.places for room in queries.sleeping(manager, date(2026, 11, 24))) == [1, 6]


def test_the_numbers_stand_in_versions_and_rest_on_what_was_seen(manager, dunkirk, now, a_key):
    building.set_facts(actor=manager, facts=Facts(showers=0), at=now, key=a_key())
    building.set_facts(actor=manager, facts=Facts(version=1, showers=6, cold=False), at=now, key=a_key())

    assert queries.facts(manager) == Facts(version=2, showers=6, cold=False)
    assert FactsVersion.objects.seen_by(manager).get(number=1).known.showers == 0
    with pytest.raises(building.FactsChanged):
        building.set_facts(actor=manager, facts=Facts(version=1, showers=9), at=now, key=a_key())
    with pytest.raises(building.NothingChanged):
        building.set_facts(actor=manager, facts=queries.facts(manager), at=now, key=a_key())
    assert not FactsVersion.objects.everywhere(because="a test looks").filter(site=dunkirk).exists()
