"""The morning of the mayor's office: the same number as the prefect at 08:30, its own reply beside it."""

from datetime import UTC, datetime
from uuid import uuid4

import pytest

from halte.accounts.roles import Role
from halte.governance import actions
from halte.governance.models import Body, Reply
from halte.governance.refusals import RepliedAlready
from halte.reports import morning
from tests.pages import signed_in, words_of

MORNING = datetime(2026, 11, 25, 7, 30, tzinfo=UTC)


@pytest.fixture
def note(calais, dunkirk, manager, a_key):
    return morning.write_morning_note(actor=manager, at=MORNING, key=a_key())


def test_each_body_replies_beside_the_number_and_reads_the_others(note, calais, staff_at):
    mayor, prefect = staff_at(calais, Role.AUTHORITY), staff_at(calais, Role.AUTHORITY)
    said = {"note": str(note.id), "body": Body.MAYOR, "text": "The town opens the gymnasium.", "key": str(uuid4())}

    assert signed_in(mayor).post("/governance/mornings/", said).status_code == 302

    page = words_of(signed_in(prefect).get("/governance/mornings/").content.decode())
    assert "The town opens the gymnasium." in page
    assert "Slept here last night" in page


def test_a_body_replies_once_a_morning(note, authority, a_key):
    said = {"actor": authority, "note": note, "body": Body.PREFECT, "text": "Seen.", "at": MORNING}
    actions.reply(**said, key=a_key())

    with pytest.raises(RepliedAlready):
        actions.reply(**said, key=a_key())

    assert Reply.objects.count() == 1


def test_the_other_house_has_its_own_mornings(note, elsewhere):
    said = {"note": str(note.id), "body": Body.MAYOR, "text": "No.", "key": str(uuid4())}

    assert signed_in(elsewhere).post("/governance/mornings/", said).status_code == 404
    assert "Slept here last night" not in signed_in(elsewhere).get("/governance/mornings/").content.decode()
