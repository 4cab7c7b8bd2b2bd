"""Two different people answer a paper, one of them a manager; no name from it is kept; the number is published."""

import pytest
from django.db import connection
from django.test import Client

from halte.accounts.roles import Role
from halte.emergency import actions
from halte.emergency.counts import counts, paper_visits_by_year
from halte.emergency.models import Outcome, Paper, PaperVisit
from halte.journal.models import Line
from tests.cast import a_key_of
from tests.pages import signed_in

KEY = "00000000-0000-4000-8000-00000000000c"


@pytest.fixture
def written(now):
    def write(actor):
        return actions.write_down_visit(
            actor=actor, paper=Paper.PROSECUTOR, outcome=Outcome.NOTHING_HELD, at=now, key=a_key_of()
        )

    return write


def test_a_manager_and_a_second_person_answer(greeter, manager, written, now):
    visit = actions.agree(actor=manager, visit=written(greeter), at=now, key=a_key_of())

    assert (visit.answered_by_1, visit.answered_by_2) == (greeter.id, manager.id)
    assert list(Line.objects.order_by("seq").values_list("kind", flat=True)) == [
        "emergency.paper_came",
        "emergency.paper_answered",
    ]


def test_nobody_answers_alone(manager, written, now):
    with pytest.raises(actions.SamePerson):
        actions.agree(actor=manager, visit=written(manager), at=now, key=a_key_of())


def test_one_of_the_two_is_a_manager(greeter, staff_at, calais, written, now):
    other = staff_at(calais, Role.NIGHT_HOST)

    with pytest.raises(actions.NoManager):
        actions.agree(actor=other, visit=written(greeter), at=now, key=a_key_of())


def test_the_authorities_do_not_answer_for_the_house(authority, written):
    with pytest.raises(actions.NotOfTheHouse):
        written(authority)


def test_a_third_person_changes_nothing(greeter, manager, staff_at, calais, written, now):
    visit = actions.agree(actor=manager, visit=written(greeter), at=now, key=a_key_of())

    with pytest.raises(actions.AgreedAlready):
        actions.agree(actor=staff_at(calais, Role.MANAGER), visit=visit, at=now, key=a_key_of())


def test_no_column_can_hold_a_name_from_the_paper():
    texts = {
        field.name: field.choices
        for field in PaperVisit._meta.get_fields()
        if field.get_internal_type() in {"CharField", "TextField"}
    }

    assert set(texts) == {"paper", "outcome"}
    assert all(texts.values())
    assert connection.vendor


def test_how_often_it_happened_is_published_as_a_plain_number(greeter, manager, written, calais, dunkirk, now):
    written(greeter)
    written(manager)

    assert counts(site=calais, on=calais.today(now)) == {"emergency.paper_visits": 2}
    assert counts(site=dunkirk, on=dunkirk.today(now)) == {}
    assert paper_visits_by_year() == {2026: 2}


def test_the_page_says_what_to_copy_and_what_we_do_not_have(manager, calais, now):
    actions.set_numbers(actor=manager, numbers={"manager": "06 1", "lawyer": "03 2"}, at=now, key=a_key_of())

    page = signed_in(manager).get("/now/visitor/").content.decode()
    for words in ("06 1", "03 2", "Réquisition", "No list of people", "The article of law it names", "ask yours"):
        assert words in page
    assert "06 1" not in Client().get("/now/visitor/").content.decode()
    assert "aucun nom" in Client().get("/now/visitor/nothing/").content.decode()


def test_it_is_written_and_agreed_on_the_page(greeter, manager):
    signed_in(greeter).post("/now/visitor/written/", {"key": KEY, "paper_kind": "none", "answer": "later"})
    visit = PaperVisit.objects.get()

    signed_in(manager).post(f"/now/visitor/{visit.id}/agree/", {"key": KEY})

    visit.refresh_from_db()
    assert visit.answered_by_2 == manager.id
