"""What is proposed, thought and decided is open to all; who may write it is not everybody."""

from datetime import date
from uuid import uuid4

import pytest

from halte.governance.actions import Cited
from halte.governance.models import Commitment, Opinion, Proposal
from halte.reports.models import DayClosed, DayTally
from tests.pages import signed_in

OPINION = {"body": "prefect", "verdict": "favourable", "reasons": "It freezes.", "given_on": "2014-09-01"}
DECISION = {
    "body": "minister",
    "answer": "yes",
    "decided_on": "2014-11-03",
    "opens_on": "2015-01-15",
    "granted1": "300",
    "granted2": "100",
}
PROPOSAL = {
    "title": "A hostel for 400",
    "made_by": "mayor",
    "made_on": "2014-08-25",
    "place1-name": "Hall",
    "place1-town": "Calais",
    "place1-kind": "hostel",
    "place1-places": "400",
    "place2-kind": "hostel",
    "place3-kind": "hostel",
}


def test_anybody_reads_the_record_without_signing_in(client, proposed):
    proposed()

    page = client.get("/governance/public/calais-400/").content.decode()

    assert client.get("/governance/public/").status_code == 200
    assert "A hostel for 400" in page
    assert "Not decided yet" in page
    assert "House by the dunes" in page


def test_small_numbers_of_the_evidence_are_never_told(client, proposed, calais):
    for day, value in [(1, 7), (2, 613)]:
        DayTally.objects.create(site=calais, on=date(2014, 8, day), code="visits.arrivals", value=value)
    proposed(evidence=[Cited(calais, date(2014, 8, day), "visits.arrivals") for day in (1, 2)])

    page = client.get("/governance/public/calais-400/").content.decode()

    assert "under 11" in page
    assert ">7<" not in page
    assert ">615<" in page
    assert ">613<" not in page


def test_a_proposal_that_is_not_there_is_not_found(client, db):
    assert client.get("/governance/public/nothing/").status_code == 404


@pytest.mark.parametrize("page", ["", "propose/", "proposals/calais-400/"])
def test_a_greeter_neither_proposes_nor_decides(greeter, proposed, page):
    proposed()

    assert signed_in(greeter).get(f"/governance/{page}").status_code == 403


@pytest.mark.parametrize("page", ["opinion", "decision"])
def test_only_an_authority_gives_an_opinion_or_decides(coordinator, authority, proposed, page):
    proposed()

    assert signed_in(coordinator).get(f"/governance/proposals/calais-400/{page}/").status_code == 403
    assert signed_in(authority).get(f"/governance/proposals/calais-400/{page}/").status_code == 200


def test_an_authority_writes_the_whole_story_by_its_pages(authority, client, calais):
    browser = signed_in(authority)
    DayTally.objects.create(site=calais, on=date(2014, 8, 20), code="visits.arrivals", value=612)
    DayClosed.objects.create(site=calais, on=date(2014, 8, 20), closed_at="2014-08-21T12:00Z", tallies=1)
    numbers = {"evidence_at": calais.id, "evidence_from": "2014-08-19", "evidence_until": "2014-08-21"}
    proposal = PROPOSAL | numbers | {"key": uuid4(), "place2-name": "House", "place2-town": "Calais"}

    answer = browser.post("/governance/propose/", proposal | {"place1-places": "300", "place2-places": "100"})
    code = Proposal.objects.get().code
    opinion = browser.post(f"/governance/proposals/{code}/opinion/", OPINION | {"key": uuid4()})
    meeting = {"key": uuid4(), "held_on": "2014-09-20", "town": "London", "bodies": ["minister", "united_kingdom"]}
    met = browser.post(f"/governance/proposals/{code}/meeting/", meeting)
    decision = browser.post(f"/governance/proposals/{code}/decision/", DECISION | {"key": uuid4()})

    assert [page.status_code for page in (answer, opinion, met, decision)] == [302] * 4
    assert sorted(row.places for row in Commitment.objects.all()) == [100, 300]
    page = client.get(f"/governance/public/{code}/").content.decode()
    assert "It freezes." in page
    assert "London: Minister of the Interior, Government of the United Kingdom" in page
    assert "610" in page


@pytest.mark.parametrize(
    "wrong",
    [{"place1-name": ""}, {"place1-places": "0"}, {"title": ""}, {"place2-name": "Half"}, {"made_on": "2040-01-01"}],
)
def test_a_proposal_that_says_too_little_keeps_what_was_typed(authority, wrong):
    answer = signed_in(authority).post("/governance/propose/", PROPOSAL | {"key": uuid4()} | wrong)

    assert answer.status_code == 422
    assert "Calais" in answer.content.decode()
    assert not Proposal.objects.exists()


def test_a_double_tap_gives_one_opinion(authority, proposed):
    proposed()
    browser, said = signed_in(authority), OPINION | {"key": uuid4()}

    for _tap in range(2):
        assert browser.post("/governance/proposals/calais-400/opinion/", said).status_code == 302

    assert Opinion.objects.count() == 1
