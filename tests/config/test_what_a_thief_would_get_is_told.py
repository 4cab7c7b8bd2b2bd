"""The morning of the data officer: what a thief would get is one page, and it is made from the tables."""

from halte.common.fields import Sensitivity
from halte.config import data_register, thief
from halte.config.third_party_fields import LINKS
from tests.pages import signed_in, words_of


def test_every_field_that_knows_a_person_stands_on_the_page():
    told = {(kept.table, field) for kind in thief.readable() for kept in kind.tables for field, *_said in kept.fields}

    known = {
        (row.table, row.field)
        for model in data_register.models()
        if model._meta.label not in LINKS
        for row in data_register.rows(model)
        if row.knowledge.sensitivity is not Sensitivity.NONE
    }
    assert told == known
    assert ("nights.Stay", "guest") in told


def test_the_page_says_what_is_safe_without_the_key(manager, greeter, elsewhere):
    page = words_of(signed_in(manager).get("/thief/").content.decode())

    assert "Nothing: the database and the files are encrypted as a whole." in page
    assert "nights.Stay" in page
    assert signed_in(greeter).get("/thief/").status_code == 403
    assert signed_in(elsewhere).get("/thief/").status_code == 200
