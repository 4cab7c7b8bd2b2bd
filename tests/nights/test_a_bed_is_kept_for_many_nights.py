"""Many nights: a bed is kept for whoever is away as long as the rules say; a stay ends with a reason, never by whim."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.urls import reverse

from halte import journal
from halte.guests import measures
from halte.journal.models import Line
from halte.nights import actions, offers, queries, refusals
from halte.nights.counts import counts
from halte.nights.models import EndReason, Stay
from halte.sites import actions as site_actions
from halte.sites import cold
from halte.sites.models import ColdMetric
from halte.sites.rules import ColdMeasures, Rules
from tests.cast import a_key_of

ONE = timedelta(days=1)


@pytest.fixture
def resident(a_guest, a_room, slept):
    """Somebody who slept here last night, in a room with two beds."""
    a_room(kind="men", beds=2)
    guest = a_guest(counted="man")
    slept(guest)
    return guest


@pytest.fixture
def stay(resident, night_desk, night, now):
    """Their stay of tonight, which goes on by itself."""
    actions.open_night(actor=night_desk, night=night, at=now, key=a_key_of())
    return Stay.objects.get(night=night)


@pytest.fixture
def away(night_desk, night, now):
    """Say that somebody is away."""

    def say(stay, first=0, last=2, *, night=night, at=now):
        return actions.say_away(
            actor=night_desk,
            stay=stay,
            first_night=night + first * ONE,
            last_night=night + last * ONE,
            night=night,
            at=at,
            key=a_key_of(),
        )

    return say


@pytest.fixture
def opens(night_desk, night, now):
    """The nights after tonight open, one after the other."""

    def open_next(number):
        for days in range(1, number + 1):
            at = now + days * ONE
            actions.carry_over(actor=night_desk, night=night + days * ONE, at=at, key=a_key_of())

    return open_next


def bed_on(guest, night):
    return Stay.objects.holding(night).filter(guest=guest).values_list("bed", flat=True).first()


def test_the_bed_is_kept_while_they_are_away_and_they_are_expected_the_night_after(stay, away, opens, resident, night):
    away(stay)
    opens(4)

    kept = [bed_on(resident, night + days * ONE) == stay.bed_id for days in range(5)]
    assert kept == [True, True, True, True, False]
    assert [Stay.objects.holding(night + days * ONE).away().count() for days in range(4)] == [1, 1, 1, 0]


def test_they_are_away_also_from_a_later_night_on(stay, away, opens, resident, night, now, night_desk):
    actions.arrive(actor=night_desk, guest=resident, night=night, at=now, key=a_key_of())
    away(stay, first=1, last=1)
    opens(2)

    assert bed_on(resident, night + 2 * ONE) == stay.bed_id
    with pytest.raises(refusals.AlreadyInside):
        away(stay, first=0, last=1)


def test_nobody_else_is_given_the_bed_and_nobody_says_they_did_not_come(stay, away, night_desk, calais, night, now):
    away(stay)

    assert not queries.free_on(night_desk, night, now).filter(id=stay.bed_id).exists()
    assert not queries.did_not_come_yet(night_desk, night).exists()
    counted = counts(site=calais, on=night)
    assert (counted["nights.away"], counted["nights.did_not_come"], counted["nights.arrived"]) == (1, 0, 0)


def test_a_bed_is_kept_as_long_as_the_rules_say_however_often_it_is_asked(
    stay, away, opens, resident, manager, night_desk, night, now
):
    site_actions.set_rules(actor=manager, rules=Rules(nights_kept_away=3), at=now, key=a_key_of())
    soon = now + timedelta(minutes=1)
    with pytest.raises(refusals.AwayTooLong):
        away(stay, last=3, at=soon)
    away(stay, last=1, at=soon)
    opens(2)
    third = Stay.objects.get(night=night + 2 * ONE)
    later = {"night": night + 2 * ONE, "at": now + 2 * ONE}

    with pytest.raises(refusals.AwayTooLong):
        away(third, last=1, **later)
    away(third, last=0, **later)
    actions.arrive(actor=night_desk, guest=resident, **later, key=a_key_of())
    away(Stay.objects.get(id=third.id), first=1, last=3, **later)


def test_coming_sooner_ends_it_and_both_are_taken_back(stay, away, opens, resident, night_desk, night, now):
    away(stay)
    actions.come_sooner(actor=night_desk, stay=stay, night=night, at=now, key=a_key_of())
    with pytest.raises(refusals.NotAway):
        actions.come_sooner(actor=night_desk, stay=stay, night=night, at=now, key=a_key_of())
    away(stay)
    actions.arrive(actor=night_desk, guest=resident, night=night, at=now, key=a_key_of())
    opens(1)

    assert Stay.objects.get(night=night).away_until is None
    assert not Stay.objects.holding(night + ONE).away().exists()


def test_saying_it_is_taken_back(stay, night_desk, resident, night, now):
    key = a_key_of()
    actions.say_away(
        actor=night_desk, stay=stay, first_night=night, last_night=night + ONE, night=night, at=now, key=key
    )
    journal.undo(actor=night_desk, line_id=Line.objects.latest("seq").id, at=now, key=a_key_of())

    assert Stay.objects.get(id=stay.id).away_from is None


@pytest.mark.parametrize(("first", "last"), [(-1, 1), (2, 1)])
def test_nights_are_said_in_their_order_and_not_for_the_past(stay, away, first, last):
    with pytest.raises(refusals.AwayNights):
        away(stay, first=first, last=last)


def test_a_house_that_opens_its_nights_empty_keeps_no_bed(stay, away, manager, now):
    site_actions.set_rules(actor=manager, rules=Rules(stays_continue=False), at=now, key=a_key_of())
    with pytest.raises(refusals.KeepsNoBed):
        away(stay, at=now + timedelta(minutes=1))


def test_whoever_sleeps_here_stays_until_a_place_is_offered(stay, night_desk, elsewhere, night, now, calais):
    told = {"actor": night_desk, "stay": stay, "night": night, "at": now}

    with pytest.raises(refusals.EndNeedsReason):
        actions.free_bed(**told, key=a_key_of())
    with pytest.raises(refusals.NeedsMeasure):
        actions.free_bed(**told, key=a_key_of(), reason=EndReason.MEASURE)
    actions.free_bed(**told, key=a_key_of(), reason=EndReason.PLACE_FOUND)

    assert counts(site=calais, on=night)["nights.ended_place_found"] == 1


def test_a_measure_of_two_ends_a_stay_and_in_the_cold_only_with_another_place(
    stay, resident, night_desk, manager, night, now, calais
):
    until = calais.today(now) + 5 * ONE
    made, _code = measures.ask_for(actor=night_desk, guest=resident, until=until, note="", at=now, key=a_key_of())
    measures.agree(actor=manager, measure_id=made.id, at=now, key=a_key_of())
    decided = cold.Decided(ColdMetric.FELT, -5, night, "Prefect", ColdMeasures())
    cold.set_plan(actor=manager, decided=decided, seen_version=0, at=now, key=a_key_of())
    cold.switch_on(actor=manager, first_night=night, last_night=night, figure=-6, at=now, key=a_key_of())
    told = {"actor": night_desk, "stay": stay, "night": night, "at": now, "reason": EndReason.MEASURE}

    with pytest.raises(cold.NoOtherPlace):
        actions.free_bed(**told, key=a_key_of())
    actions.free_bed(**told, key=a_key_of(), other_place="other_house")

    assert Stay.objects.get(id=stay.id).end_reason == EndReason.MEASURE


def test_the_desk_says_it_and_a_page_asks_only_for_nights(stay, resident, at_desk, night_desk, night, now, monkeypatch):
    monkeypatch.setattr("django.utils.timezone.now", lambda: now)
    page = reverse("nights:away", args=[night, stay.id])
    assert "for 7 nights in a row at most" in at_desk.get(page).content.decode()
    asked = {"key": str(uuid4()), "first_night": str(night), "last_night": str(night + 9 * ONE)}
    too_long = at_desk.post(page, asked)
    asked = {"key": str(uuid4()), "first_night": str(night), "last_night": str(night + ONE)}
    panel = at_desk.post(page, asked, follow=True).content.decode()

    assert too_long.status_code == 422
    assert "7 nights in a row" in too_long.content.decode()
    assert "Away until the night of Wed 25 Nov" in panel
    assert "Wed 25 Nov" in at_desk.get(reverse("nights:bed", args=[night, stay.bed_id])).content.decode()
    own = offers.for_card(guest=resident, at=now)[0]
    assert any("25.11.2026" in str(line) for line in own.lines)


def test_another_house_neither_sees_nor_says_it(stay, elsewhere, night, now):
    with pytest.raises(refusals.NoBedHeld):
        actions.say_away(
            actor=elsewhere, stay=stay, first_night=night, last_night=night, night=night, at=now, key=a_key_of()
        )
