"""What documents say is true: every test they name exists, and what is made from the fields is in step."""

import re
from collections import Counter
from pathlib import Path

import pytest

from halte.common.fields import Sensitivity
from halte.config import data_register, impact

HOUSE = Path(__file__).parents[2]
LEVELS_1_AND_2 = (
    "1.1:2 1.2:9 1.3:11 1.4:3 1.5:2 2.1:3 2.2:3 2.3:4 2.4:1 3.2:2 3.3:4 3.4:6 3.5:5 3.7:2 4.1:3 4.2:1 4.3:2 4.4:4 "
    "5.1:1 5.2:3 5.3:2 5.4:3 6.1:3 6.2:12 6.3:4 6.4:4 6.5:5 6.6:3 6.8:4 7.1:3 7.2:4 7.3:2 7.4:5 7.5:2 7.6:2 8.1:2 "
    "8.2:3 8.3:1 8.4:1 9.1:3 9.2:4 11.1:2 11.2:3 11.3:3 11.4:4 11.5:1 11.6:1 12.1:3 12.2:2 12.3:4 13.1:1 13.2:5 13.3:2 "
    "13.4:5 14.1:2 14.2:4 14.3:3 15.1:3 15.2:3 15.3:7 16.1:1 16.2:5 16.3:4 16.4:3 16.5:3"
)
"""How many requirements each section of ASVS 5.0.0 has at levels 1 and 2, which come first; OAuth and WebRTC apart."""
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


@pytest.mark.parametrize("document", ["threat-model.md", "asvs.md"])
def test_every_test_that_a_document_names_exists(document):
    text = (HOUSE / "docs" / document).read_text()

    assert len(named_tests(text)) > 20
    assert missing(text) == set()


def test_one_that_was_renamed_is_found():
    assert missing("| a | b | `guests/test_erased_is_erased`, `guests/test_was_renamed`, `nowhere/` |") == {
        "guests/test_was_renamed",
        "nowhere/",
    }


def requirements():
    """Each line of our reading of the standard: its number, what it says of us, and how."""
    text = (HOUSE / "docs" / "asvs.md").read_text()
    return re.findall(r"(?m)^\| ([\d.]+) \| [^|]+ \| ([^|]+) \| ([^|]+) \|$", text)


def test_every_number_of_the_standard_stands_there_once_and_is_counted():
    sections = [section.split(":") for section in LEVELS_1_AND_2.split()]
    expected = [f"{section}.{number}" for section, many in sections for number in range(1, int(many) + 1)]
    found = requirements()
    said = Counter(status.strip("*") for _number, status, _how in found)
    said["not here"] += 29 + 7

    assert [number for number, _status, _how in found] == expected
    told = " | ".join(str(said[one]) for one in ("met", "met by a library", "partly", "not met", "not here"))
    assert f"| {told} | {said.total()} |" in (HOUSE / "docs" / "asvs.md").read_text()
    assert said.total() == 253


def test_what_is_met_names_the_test_that_proves_it():
    without = [number for number, status, how in requirements() if status == "met" and not named_tests(how)]

    assert without == []


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
