"""From a proposal to open places, through opinions, to a decision that opens them: all of it on a public record."""

from datetime import date

import pytest

from halte.governance import actions, queries
from halte.governance.actions import Cited, PlaceNamed
from halte.governance.models import Answer, Body, Commitment, Decision, Evidence, Opinion, Proposal, Verdict
from halte.governance.refusals import (
    CodeTaken,
    DecidedAlready,
    NoPlaceNamed,
    NoReasons,
    NotCounted,
    NothingGranted,
    NotYet,
    PlaceNamedTwice,
    PlaceOfAnotherProposal,
    PlacesDoNotAddUp,
)
from halte.journal import NETWORK
from halte.journal.models import Line
from halte.reports.models import DayTally
from halte.sites.models import Site
from tests.governance.conftest import HALL, HOUSE


@pytest.fixture
def decided(authority, now, a_key):
    def decide(proposal, *, answer=Answer.YES, granted=None, **said):
        everything = {place.id: place.places for place in proposal.places.all()}
        return actions.decide(
            actor=authority,
            proposal=proposal,
            body=Body.MINISTER,
            answer=answer,
            granted=everything if granted is None else granted,
            decided_on=date(2014, 11, 3),
            opens_on=date(2015, 1, 15),
            at=now,
            key=a_key(),
            **said,
        )

    return decide


@pytest.fixture
def opined(authority, now, a_key):
    def give(proposal, body=Body.PREFECT, verdict=Verdict.FAVOURABLE, reasons="It is cold.", **said):
        return actions.give_opinion(
            actor=authority, proposal=proposal, body=body, verdict=verdict, reasons=reasons, at=now, key=a_key(), **said
        )

    return give


def test_a_yes_opens_every_place_and_promises_what_it_granted_in_one_line(proposed, decided):
    proposal = proposed()
    hall, house = proposal.places.all()

    decision = decided(proposal, granted={hall.id: 250, house.id: 100})

    promised = {(row.site.code, row.places, row.since) for row in Commitment.objects.all()}
    assert promised == {("florist", 250, date(2015, 1, 15)), ("dunes", 100, date(2015, 1, 15))}
    assert Site.objects.get(code="florist").opened_on == date(2015, 1, 15)
    assert Site.objects.get(code="florist").town == "Calais"
    line = Line.objects.get(kind="governance.decided")
    assert line.site == NETWORK
    assert b'"places":350' in bytes(line.body)
    assert {row.place for row in queries.decision_on(proposal).commitments.all()} == {hall, house}
    assert decision.answer == Answer.YES


def test_a_site_that_waited_for_the_decision_opens_and_an_open_one_stays_as_it_is(proposed, decided, calais, dunkirk):
    waiting = Site.objects.create(code="calais-b", name="Calais B", kind="hostel", town="Calais")
    places = [PlaceNamed("B", "calais-b", "Calais", 300), PlaceNamed("Here", calais.code, "Calais", 100)]

    decided(proposed(places=places))

    waiting.refresh_from_db()
    assert waiting.opened_on == date(2015, 1, 15)
    calais.refresh_from_db()
    assert calais.opened_on == date(2026, 1, 1)
    dunkirk.refresh_from_db()
    assert dunkirk.opened_on == date(2026, 1, 1)


def test_a_no_opens_nothing(proposed, decided):
    decided(proposed(), answer=Answer.NO, granted={}, conditions="Another town first.")

    assert not Commitment.objects.exists()
    assert not Site.objects.filter(code="florist").exists()


def test_places_left_out_of_a_decision_stay_closed(proposed, decided):
    proposal = proposed()
    hall, house = proposal.places.all()

    decided(proposal, granted={hall.id: 300, house.id: 0}, answer=Answer.WITH_CONDITIONS, conditions="Until April.")

    assert Site.objects.filter(code="florist").exists()
    assert not Site.objects.filter(code="dunes").exists()


def test_a_proposal_is_decided_once(proposed, decided, opined):
    proposal = proposed()
    decided(proposal)

    with pytest.raises(DecidedAlready):
        decided(proposal, answer=Answer.NO, granted={}, conditions="We thought again.")
    with pytest.raises(DecidedAlready):
        opined(proposal)

    assert Decision.objects.count() == 1
    assert Line.objects.filter(kind="governance.decided").count() == 1


def test_a_decision_that_contradicts_itself_writes_nothing(proposed, decided):
    proposal, other = proposed(), proposed(code="other")

    with pytest.raises(NothingGranted):
        decided(proposal, granted={})
    with pytest.raises(NothingGranted):
        decided(proposal, answer=Answer.NO, conditions="No.")
    with pytest.raises(NoReasons):
        decided(proposal, answer=Answer.NO, granted={})
    with pytest.raises(PlaceOfAnotherProposal):
        decided(proposal, granted={other.places.all()[0].id: 5})

    assert not Decision.objects.exists()
    assert not Site.objects.filter(code="florist").exists()


def test_a_new_opinion_takes_the_place_of_the_same_bodys_older_one_which_stays_readable(proposed, opined):
    proposal = proposed()
    first = opined(proposal, verdict=Verdict.UNFAVOURABLE, reasons="Too close to the port.")
    mayor = opined(proposal, body=Body.MAYOR)
    second = opined(proposal, verdict=Verdict.WITH_CONDITIONS, reasons="With a bus.")

    record = queries.record(proposal.code)

    assert set(record.opinions) == {mayor, second}
    assert list(record.earlier_opinions) == [first]
    assert Opinion.objects.filter(superseded_at__isnull=True).count() == 2


def test_an_opinion_without_reasons_or_from_tomorrow_is_none(proposed, opined, now):
    with pytest.raises(NoReasons):
        opined(proposed(), reasons="  ")
    with pytest.raises(NotYet):
        opined(Proposal.objects.get(), given_on=date(2030, 1, 1))


@pytest.mark.parametrize(
    ("places", "wanted", "refusal"),
    [
        ([], 0, NoPlaceNamed),
        ([HALL, HOUSE], 500, PlacesDoNotAddUp),
        ([HALL, HALL], 600, PlaceNamedTwice),
        ([PlaceNamed("Nowhere", "nowhere", "Calais", 0)], 0, NoPlaceNamed),
    ],
)
def test_a_proposal_names_its_places_once_and_they_add_up(proposed, places, wanted, refusal):
    with pytest.raises(refusal):
        proposed(places=places, places_wanted=wanted)

    assert not Proposal.objects.exists()
    assert not Line.objects.exists()


def test_two_proposals_never_share_an_address(proposed):
    proposed()

    with pytest.raises(CodeTaken):
        proposed()


def test_evidence_is_what_was_counted_and_stays_as_it_was_cited(proposed, calais):
    day = date(2014, 8, 20)
    tally = DayTally.objects.create(site=calais, on=day, code="visits.arrivals", value=612)

    proposal = proposed(evidence=[Cited(calais, day, "visits.arrivals")])
    DayTally.objects.filter(id=tally.id).update(value=1)

    assert Evidence.objects.get(proposal=proposal).value == 612
    with pytest.raises(NotCounted):
        proposed(code="other", evidence=[Cited(calais, day, "visits.meals")])


def test_a_meeting_is_bodies_at_a_table_never_people(proposed, coordinator, now, a_key):
    meeting = actions.hold_meeting(
        actor=coordinator,
        proposal=proposed(),
        bodies=[Body.PREFECT, Body.MAYOR, Body.MAYOR],
        held_on=date(2014, 9, 20),
        at=now,
        key=a_key(),
    )

    assert meeting.bodies_named == ["Mayor", "Prefect"]


def test_the_same_key_decides_once(proposed, authority, now, a_key):
    proposal, key = proposed(), a_key()
    said = {"body": Body.MAYOR, "answer": Answer.NO, "granted": {}, "conditions": "No money.", "at": now}
    actions.decide(actor=authority, proposal=proposal, key=key, **said)

    with pytest.raises(Exception, match="already done"):
        actions.decide(actor=authority, proposal=proposal, key=key, **said)
