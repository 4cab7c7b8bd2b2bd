"""Outside, people are counted as a range with source, method and date; never by name, never twice."""

from datetime import timedelta
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from halte import journal
from halte.common.retry import RetryKey
from halte.journal.models import Line
from halte.outreach import queries
from halte.outreach.actions import (
    CountedAlready,
    NeedSeen,
    RangeUpsideDown,
    RoundGone,
    RoundNotYet,
    record_round,
    take_back,
)
from halte.outreach.counts import counts
from halte.outreach.models import Area, CountedBy, Method, Need, Round
from halte.outreach.rules import Counted, Range, envelope
from tests.pages import signed_in, words_of


@pytest.fixture
def round_of(coordinator, now, a_key):
    def make(actor=coordinator, **said):
        facts = {
            "on": now.date(),
            "area": Area.EAST,
            "method": Method.TENTS,
            "counted_by": CountedBy.OUR_TEAM,
            "low": 120,
            "high": 150,
            "at": now,
            "key": a_key(),
        }
        return record_round(actor=actor, **(facts | said))

    return make


def test_a_round_stands_with_its_source_method_date_range_and_one_line(round_of, calais, now):
    made = round_of(needs=[NeedSeen(Need.BLANKET, 80, 100)])

    line = Line.objects.get(kind="outreach.round_recorded")
    assert (made.low, made.high, made.method, made.counted_by, made.on) == (120, 150, "tents", "our_team", now.date())
    assert [str(need.kind) for need in made.needs.all()] == ["blanket"]
    assert b'"low":120' in bytes(line.body)
    assert counts(site=calais, on=now.date()) == {
        "outreach.rounds": 1,
        "outreach.people_low": 120,
        "outreach.people_high": 150,
    }


def test_a_range_that_stands_upside_down_is_refused(round_of):
    with pytest.raises(RangeUpsideDown):
        round_of(low=10, high=9)
    with pytest.raises(RangeUpsideDown):
        round_of(needs=[NeedSeen(Need.TENT, 5, 4)])

    assert not Round.objects.exists()
    assert not Line.objects.exists()


def test_the_same_source_counts_an_area_once_a_day(round_of):
    round_of()

    with pytest.raises(CountedAlready):
        round_of(low=1, high=2)

    assert round_of(counted_by=CountedBy.PREFECTURE, low=60, high=70)


def test_no_round_is_written_down_before_it_is_made(round_of, now):
    with pytest.raises(RoundNotYet):
        round_of(on=now.date() + timedelta(days=1))


def test_two_counts_of_one_area_are_the_same_people_seen_twice(round_of, calais, now):
    round_of()
    round_of(counted_by=CountedBy.PREFECTURE, low=60, high=70)
    round_of(area=Area.COAST, low=10, high=20)

    assert queries.seen_on(calais, now.date()) == Range(70, 170)


def test_a_day_without_a_round_has_no_count_rather_than_zero(calais, now):
    assert counts(site=calais, on=now.date()) == {}


def test_a_round_can_be_taken_back(round_of, coordinator, a_key):
    round_of(needs=[NeedSeen(Need.WATER, 1, 2)])
    line = Line.objects.get()

    journal.undo(actor=coordinator, line_id=line.id, at=line.recorded_at, key=a_key())

    assert not Round.objects.exists()


def test_a_wrong_round_is_taken_back_at_any_time_and_written_anew(round_of, coordinator, now):
    made, browser = round_of(needs=[NeedSeen(Need.WATER, 1, 2)]), signed_in(coordinator)
    key = uuid4()

    for _tap in range(2):
        browser.post(f"/outreach/{made.id}/take-back/", {"key": key})

    assert not Round.objects.exists()
    assert Line.objects.filter(kind="outreach.round_taken_back").count() == 1
    assert round_of(low=1, high=2)


def test_another_sites_round_is_not_found(round_of, elsewhere):
    made = round_of()

    assert signed_in(elsewhere).post(f"/outreach/{made.id}/take-back/", {"key": uuid4()}).status_code == 404
    with pytest.raises(RoundGone):
        take_back(actor=elsewhere, made=made, at=made.told_at, key=RetryKey.new())


def test_another_site_sees_none_of_our_rounds(round_of, elsewhere, coordinator):
    round_of()

    assert queries.latest(elsewhere) == []
    assert len(queries.latest(coordinator)) == 1
    assert "120" not in words_of(signed_in(elsewhere).get("/outreach/").content.decode())


@given(st.lists(st.builds(Counted, st.sampled_from("abc"), st.integers(0, 500), st.just(500)), min_size=1, max_size=9))
def test_more_counts_of_an_area_never_add_people(counted):
    whole = envelope(counted)

    assert whole.low <= whole.high
    assert envelope([*counted, counted[0]]) == whole


def test_the_page_writes_a_round_down_and_a_double_tap_changes_nothing(coordinator):
    browser = signed_in(coordinator)
    said = {
        "key": uuid4(),
        "on": "2026-01-02",
        "area": "coast",
        "low": 40,
        "high": 60,
        "method": "people_seen",
        "counted_by": "our_team",
        "need": "bed",
        "need_low": 5,
        "need_high": 9,
    }

    assert [browser.post("/outreach/", said).status_code for _tap in range(2)] == [302, 302]

    assert Round.objects.count() == 1
    assert "40–60" in browser.get("/outreach/").content.decode()


@pytest.mark.parametrize("wrong", [{"low": 61}, {"low": ""}, {"on": "soon"}, {"need_high": ""}, {"area": "moon"}])
def test_a_form_that_says_too_little_keeps_what_was_typed(coordinator, wrong):
    said = {"key": uuid4(), "on": "2026-01-02", "area": "coast", "low": 40, "high": 60, "method": "meals"}
    said |= {"counted_by": "our_team", "need": "bed", "need_low": 1, "need_high": 2}

    answer = signed_in(coordinator).post("/outreach/", said | wrong)

    assert answer.status_code == 422
    assert not Round.objects.exists()
