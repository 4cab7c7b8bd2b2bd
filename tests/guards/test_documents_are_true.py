"""What documents say is true: every test they name exists, and what is made from the fields is in step."""

import re
from pathlib import Path

import pytest

from halte.common.fields import Sensitivity
from halte.config import data_register, impact

HOUSE = Path(__file__).parents[2]
NAMED = re.compile(r"`((?:tests/)?[a-z_]+/(?:[a-z0-9_]+(?:\.py)?)?)`")


def named_tests(text):
    """The tests that a document names: `room/test_file`, `room/` or `tests/room/file.py`."""
    return {name for name in NAMED.findall(text) if not name.startswith(("docs/", "system/", "halte/"))}


def missing(text):
    """Those that are not there."""
    return {name for name in named_tests(text) if not exists(name.removeprefix("tests/"))}


def exists(name):
    path = HOUSE / "tests" / name
    return path.is_dir() if name.endswith("/") else path.with_suffix(".py").is_file()


@pytest.mark.parametrize("document", ["threat-model.md"])
def test_every_test_that_a_document_names_exists(document):
    text = (HOUSE / "docs" / document).read_text()

    assert len(named_tests(text)) > 20
    assert missing(text) == set()


def test_one_that_was_renamed_is_found():
    assert missing("| a | b | `guests/test_erased_is_erased`, `guests/test_was_renamed`, `nowhere/` |") == {
        "guests/test_was_renamed",
        "nowhere/",
    }


def test_the_sheets_for_whoever_answers_for_the_data_are_in_step():
    assert impact.DPIA.read_text() == impact.dpia(), "Run `python tools/register.py`."
    assert impact.BREACH.read_text() == impact.breach(), "Run `python tools/register.py`."


def test_they_name_every_field_that_could_harm_somebody_and_everything_that_is_open():
    models = [model for model in data_register.models() if model._meta.label not in data_register.LINKS]
    rows = [row for model in models for row in data_register.rows(model)]
    worst = {f"`{row.table}.{row.field}`" for row in rows if row.knowledge.sensitivity is Sensitivity.CONFIDENTIAL}

    assert len(worst) > 10
    for text in (impact.dpia(), impact.breach()):
        assert {name for name in worst if name not in text} == set()
    weighed = re.findall(r"(?m)^- \*\*(\w+)\.\*\*", impact.THREATS.read_text())
    assert impact.dpia().count("\n| Medium |") == weighed.count("Medium") > 0
    assert impact.dpia().count("\n| Low |") == weighed.count("Low") > 0


def test_a_field_that_becomes_confidential_makes_them_late(monkeypatch):
    before = impact.dpia(), impact.breach()
    row = next(iter(data_register.rows(data_register.models()[0])))
    changed = data_register.Row(
        row.table, "new_field", type(row.knowledge)("New.", Sensitivity.CONFIDENTIAL, row.knowledge.keep)
    )
    found = data_register.rows

    monkeypatch.setattr(data_register, "rows", lambda model: [*found(model), changed])

    assert impact.dpia() != before[0]
    assert impact.breach() != before[1]
