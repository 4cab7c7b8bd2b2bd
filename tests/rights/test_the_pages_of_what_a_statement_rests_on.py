"""On screen: a draft, its review, a new source, what is wrong, and everything a statement is besides its words."""

from collections.abc import Callable
from dataclasses import replace
from uuid import uuid4

import pytest

from halte.accounts.roles import Role
from halte.rights.models import Progress, Revision, Source, Statement
from halte.rights.refusals import NotInReview
from halte.sites.models import Site
from tests.guards.askers import browser
from tests.rights.a_footing import stands, statement

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("a_few_topics")]


def test_a_draft_is_seen_by_nobody_else_and_the_next_one_takes_its_place(
    propose: Callable[..., Revision], approve: Callable[..., None], calais: Site, dunkirk: Site
):
    client, colleague = browser(calais, Role.EDITOR), browser(dunkirk, Role.EDITOR)
    row = statement()
    address = f"/editing/statement/{row.id}/rests-on/"
    now = stands()
    typed = {
        "kind": now.kind,
        "pictogram": now.pictogram,
        "law": "CASF L345-9",
        "sources": list(now.sources),
        "confidence": now.confidence,
        "danger": now.danger,
        "applies_to": ["women", "minors"],
        "show_until": "2027-05-01",
    }
    for law in ("CASF L345-8", "CASF L345-9"):
        client.post(address, typed | {"law": law, "draft": "1", "key": str(uuid4())})
    [draft] = Revision.objects.all()
    assert draft.progress == Progress.DRAFT
    assert 'value="CASF L345-9"' in client.get(address).content.decode()
    assert "L345-9" not in colleague.get(address).content.decode()
    with pytest.raises(NotInReview):
        approve(draft)

    client.post(address, typed | {"key": str(uuid4())})
    [waits] = Revision.objects.all()
    assert waits.progress == Progress.IN_REVIEW
    page = colleague.get(address).content.decode()
    assert "<del>CASF L345-2-2</del> <ins>CASF L345-9</ins>" in page
    assert "shelter-tonight · asylum-refused" in colleague.get("/editing/").content.decode()
    colleague.post(f"/editing/version/{waits.id}/approve/", {"key": str(uuid4())})
    assert statement().law == "CASF L345-9"
    assert "women" in client.get(f"/editing/statement/{row.id}/").content.decode()


def test_the_pages_add_a_source_change_it_and_say_what_is_wrong(calais: Site, dunkirk: Site):
    client, colleague = browser(calais, Role.EDITOR), browser(dunkirk, Role.EDITOR)
    row, now = statement(), stands()
    address = f"/editing/statement/{row.id}/rests-on/"
    typed = {
        "kind": now.kind,
        "pictogram": now.pictogram,
        "law": now.law,
        "sources": [],
        "confidence": now.confidence,
        "danger": now.danger,
        "applies_to": list(now.applies_to),
    }
    refused = client.post(address, typed | {"key": str(uuid4())})
    assert refused.status_code == 422
    assert "names a source" in refused.content.decode()
    new = {
        "new-title": "Arrêté du 2 novembre",
        "new-address": "https://legifrance.gouv.fr/arrete",
        "new-language": "fr",
        "new-dated": "2026-11-02",
        "new-read_on": "2026-11-20",
    }
    assert client.post(address, typed | new | {"new-dated": "soon", "key": str(uuid4())}).status_code == 422
    client.post(address, typed | new | {"key": str(uuid4())})
    waits = Revision.objects.get()
    colleague.post(f"/editing/version/{waits.id}/approve/", {"key": str(uuid4())})
    source = Source.objects.get(title="Arrêté du 2 novembre")
    assert source.address == "legifrance.gouv.fr/arrete"

    there = f"/editing/source/{source.id}/"
    assert "shelter-tonight · asylum-refused" in client.get(there).content.decode()
    said = {"title": "Arrêté du 3 novembre", "address": source.address, "language": "fr", "dated": "2026-11-03"}
    client.post(there, said | {"read_on": "2026-11-20", "key": str(uuid4())})
    waits = Revision.objects.get(source=source, progress=Progress.IN_REVIEW)
    assert "<ins>Arrêté du 3 novembre</ins>" in colleague.get(there).content.decode()
    assert colleague.post(f"/editing/version/{waits.id}/approve/", {"key": str(uuid4())}).headers["Location"] == there
    assert Source.objects.get(id=source.id).title == "Arrêté du 3 novembre"
    assert "rests-on" not in browser(calais, Role.GREETER).get(address).content.decode()


def test_kind_number_sign_and_figures_are_typed_and_shown_beside_what_stands(calais: Site, dunkirk: Site):
    client, colleague = browser(calais, Role.EDITOR), browser(dunkirk, Role.EDITOR)
    row, now = statement(), stands()
    Statement.objects.filter(code="one-night-only").update(figures=[["court-year", "2014"]])
    address = f"/editing/statement/{row.id}/rests-on/"
    typed = {
        "kind": "step",
        "phone": "115",
        "pictogram": "phone",
        "law": now.law,
        "figures": "court-year 2013\n",
        "sources": list(now.sources),
        "confidence": now.confidence,
        "danger": now.danger,
        "applies_to": list(now.applies_to),
    }
    for wrong in ("2013", "Court 2013", "court-year 2013 2014", "court-year 2013\ncourt-year 2013"):
        assert client.post(address, typed | {"figures": wrong, "key": str(uuid4())}).status_code == 422
    client.post(address, typed | {"draft": "1", "key": str(uuid4())})
    mine = client.get(address).content.decode()
    assert "court-year 2013" in mine
    assert "shelter-tonight · one-night-only" in mine, "another statement says another year"
    client.post(address, typed | {"key": str(uuid4())})
    page = colleague.get(address).content.decode()
    for said in ("<del>Fact</del> <ins>Step</ins>", "<ins>115</ins>", "<ins>Telephone</ins>", "court-year 2013"):
        assert said in page
    colleague.post(f"/editing/version/{Revision.objects.get().id}/approve/", {"key": str(uuid4())})
    assert stands() == replace(now, kind="step", phone="115", pictogram="phone", figures=(("court-year", "2013"),))
