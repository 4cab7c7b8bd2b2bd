"""What it knows: every field of every table says its purpose, how sensitive it is and how long it is kept."""

import pytest
from django.apps import apps
from django.db import connection

from halte.common.fields import Sensitivity
from halte.config import data_register
from halte.config.third_party_fields import LINKS, THIRD_PARTY, WITHOUT_MODEL

MODELS = [model for model in data_register.models() if model._meta.label not in LINKS]


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model._meta.label)
def test_every_field_says_what_it_knows(model):
    for row in data_register.rows(model):
        assert row.knowledge.purpose.endswith("."), f"{row.table}.{row.field}: say the purpose in a sentence"


@pytest.mark.parametrize(
    "model", [model for model in MODELS if model.__module__.startswith("halte.")], ids=lambda model: model._meta.label
)
def test_every_table_of_ours_says_what_it_knows_of_a_person(model):
    said = " ".join((model.__doc__ or "").split())

    if "No personal data" in said:
        personal = [r.field for r in data_register.rows(model) if r.knowledge.sensitivity is Sensitivity.PERSONAL]
        assert personal == []
    else:
        assert "Knows" in said, f"{model.__name__}: end its docstring with what it knows, or `No personal data`"


def test_nothing_is_said_of_a_field_that_is_gone():
    fields = {model._meta.label: {field.name for field in data_register.fields_of(model)} for model in MODELS}

    assert set(THIRD_PARTY) <= set(fields)
    assert {label: set(said) - fields[label] for label, said in THIRD_PARTY.items() if set(said) - fields[label]} == {}
    assert set(LINKS) <= {model._meta.label for model in data_register.models()}


@pytest.mark.django_db
def test_no_table_is_forgotten():
    known = {model._meta.db_table for model in data_register.models()} | set(WITHOUT_MODEL)

    assert set(connection.introspection.table_names()) - known == set()


def test_the_register_is_in_step():
    text = data_register.REGISTER.read_text(encoding="utf-8")

    assert text == data_register.written(), "Run `python tools/register.py`."


def test_no_library_of_ours_writes_an_address_or_a_mail(settings):
    from halte.accounts.adapters import StaffAdapter
    from halte.accounts.doors import no_address

    assert StaffAdapter().get_client_ip(None) == no_address(None) == "0.0.0.0"
    assert settings.AXES_DISABLE_ACCESS_LOG
    assert apps.is_installed("axes")
