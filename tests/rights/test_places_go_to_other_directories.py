"""Places as files for others, as their published schemas ask; what comes in again is what went out."""

import json
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest
from data_inclusion.schema import v1
from jsonschema import Draft202012Validator

from halte.accounts.actor import Actor
from halte.common.retry import RetryKey
from halte.config import cli
from halte.config.folder import DataFolder
from halte.rights.models import Place
from halte.rights.places import actions, formats, incoming, queries
from halte.sites.models import Site

pytestmark = pytest.mark.usefixtures("at_six")


@pytest.mark.django_db
@pytest.mark.parametrize("write", [formats.hsds, formats.data_inclusion], ids=["hsds", "data-inclusion"])
def test_what_goes_out_comes_in_the_same(
    write: Callable[[datetime], str], publish: Callable[..., Place], elsewhere: Actor, now: datetime
):
    publish()
    written = write(now)

    found = incoming.taken(written.encode())

    actions.import_places(actor=elsewhere, source="Other hub", found=found, at=now, key=RetryKey.new())
    ours, theirs = (one for one in sorted(queries.read(now), key=lambda one: one.row.source))
    for name in ("name", "address", "town", "postal_code", "phone", "latitude", "longitude"):
        assert getattr(theirs.row, name) == getattr(ours.row, name), name
    if write is formats.hsds:
        assert (theirs.row.kind, theirs.row.languages) == (ours.row.kind, ours.row.languages) == ("women", ["fr", "ti"])
    else:
        assert (theirs.row.kind, theirs.row.languages) == ("other", []), "data-inclusion has no word for either"
    assert theirs.openings == ours.openings
    assert theirs.services == ours.services
    again = actions.import_places(actor=elsewhere, source="Other hub", found=[], at=now, key=RetryKey.new())
    assert again == 0
    assert Place.objects.get().site_id is not None, "a file never touches our own houses"


@pytest.mark.parametrize(
    "content",
    [
        b"\xff\xfe",
        b"{",
        b"[]",
        b"[" * 100_000,
        b'{"contents": [{"id": "1"}]}',
        b'{"contents": [{"id": "1", "name": "A"}, {"id": "1", "name": "B"}]}',
        b'{"structures": [{"id": "1", "nom": "A", "date_maj": "never"}]}',
        b'{"structures": [{"id": "1", "nom": "A", "date_maj": "2026-11-01", "horaires_accueil": "sunrise-sunset"}]}',
        b'{"structures": [{"id": "1", "nom": "A", "date_maj": "2026-11-01", "latitude": 900}]}',
        '{"structures": [{"id": "1", "nom": "A\N{RIGHT-TO-LEFT OVERRIDE}", "date_maj": "2026-11-01"}]}'.encode(),
        b'{"contents": [{"id": "1", "name": "A", "phones": [{"number": "javascript:1"}]}]}',
    ],
)
def test_a_malformed_file_gets_one_clear_sentence(content: bytes):
    with pytest.raises(incoming.FileWrong) as wrong:
        incoming.taken(content)
    assert "\n" not in str(wrong.value)
    assert 5 < len(str(wrong.value)) < 300


@pytest.mark.django_db
def test_a_file_that_cannot_be_taken_changes_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, calais: Site
):
    monkeypatch.setattr(DataFolder, "open", lambda _folder: None)
    whole = '{"contents": [{"id": "1", "name": "A"}, {"id": "2", "name": ""}]}'
    (tmp_path / "places.json").write_text(whole)
    asked = ["guide", "places-import", str(tmp_path / "places.json"), "--source", "Other hub"]

    assert cli.main(asked) == 2
    assert capsys.readouterr().err.count("\n") == 1
    assert not Place.objects.exists()

    (tmp_path / "places.json").write_text(whole.replace('""', '"B"'))
    assert cli.main(asked) == 0
    assert Place.objects.count() == 2
    assert cli.main(["guide", "places-export", str(tmp_path / "places.json")]) == 2, "no file is written over"


@pytest.mark.django_db
def test_what_is_written_is_valid_by_the_published_schema_of_data_inclusion(
    publish: Callable[..., Place], now: datetime
):
    publish()
    whole = json.loads(formats.data_inclusion(now))
    assert [structure.nom for structure in map(v1.Structure.model_validate, whole["structures"])] == ["Maison"]
    assert [service.source for service in map(v1.Service.model_validate, whole["services"])] == ["halte"]


OFFSET = r"^\d\d:\d\d(Z|[+-]\d\d:\d\d)$"
"""HSDS 3: HH:MM, and how far it is from UTC."""
HSDS = {
    "type": "object",
    "required": ["id", "name", "status", "organization", "schedules", "languages", "service_at_locations"],
    "properties": {
        "id": {"$ref": "#/$defs/id"},
        "name": {"type": "string", "minLength": 1},
        "status": {"enum": ["active", "inactive", "defunct", "temporarily closed"]},
        "last_modified": {"type": "string", "format": "date-time"},
        "organization": {"type": "object", "required": ["id", "name", "description"]},
        "phones": {"type": "array", "items": {"type": "object", "required": ["id", "number"]}},
        "schedules": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["id"],
                "properties": {
                    "freq": {"enum": ["WEEKLY", "MONTHLY"]},
                    "byday": {"type": "string", "pattern": "^(MO|TU|WE|TH|FR|SA|SU)$"},
                    "opens_at": {"type": "string", "pattern": OFFSET},
                    "closes_at": {"type": "string", "pattern": OFFSET},
                    "valid_from": {"type": "string", "format": "date"},
                    "valid_to": {"type": "string", "format": "date"},
                },
            },
        },
        "languages": {"type": "array", "items": {"type": "object", "required": ["id", "code"]}},
        "service_at_locations": {
            "type": "array",
            "minItems": 1,
            "items": {
                "type": "object",
                "required": ["id", "location"],
                "properties": {"location": {"$ref": "#/$defs/location"}},
            },
        },
    },
    "$defs": {
        "id": {"type": "string", "format": "uuid"},
        "location": {
            "type": "object",
            "required": ["id", "location_type"],
            "properties": {
                "location_type": {"enum": ["physical", "postal", "virtual"]},
                "latitude": {"type": "number", "minimum": -90, "maximum": 90},
                "longitude": {"type": "number", "minimum": -180, "maximum": 180},
                "addresses": {
                    "type": "array",
                    "items": {
                        "type": "object",
                        "required": [
                            *("id", "address_1", "city", "state_province", "postal_code", "country", "address_type")
                        ],
                        "properties": {"country": {"type": "string", "minLength": 2, "maxLength": 2}},
                    },
                },
            },
        },
    },
}
"""What Open Referral HSDS 3.0 asks of the fields that we write; its own schema is in no package."""


@pytest.mark.django_db
def test_what_is_written_has_the_fields_that_hsds_requires(publish: Callable[..., Place], now: datetime):
    publish()
    asked = Draft202012Validator(HSDS, format_checker=Draft202012Validator.FORMAT_CHECKER)
    (service,) = json.loads(formats.hsds(now))["contents"]

    asked.validate(service)

    assert list(asked.iter_errors(service | {"id": "Maison"})), "the control: a name is no identifier"
    assert list(asked.iter_errors(service | {"schedules": [{"id": service["id"], "opens_at": "09:00"}]})), "no offset"


@pytest.mark.django_db
def test_summer_and_winter_are_told_apart_on_the_clock_of_the_place(
    publish: Callable[..., Place], now: datetime, calais: Site
):
    publish()
    week = [one for one in json.loads(formats.hsds(now))["contents"][0]["schedules"] if "byday" in one]

    assert [(one["opens_at"], one["valid_from"], one["valid_to"]) for one in week] == [
        ("17:00+01:00", "2026-11-24", "2027-03-27"),
        ("17:00+02:00", "2027-03-28", "2027-10-30"),
        ("17:00+01:00", "2027-10-31", "2027-11-23"),
    ]
    Site.objects.filter(id=calais.id).update(timezone="Africa/Addis_Ababa")
    [one] = [one for one in json.loads(formats.hsds(now))["contents"][0]["schedules"] if "byday" in one]
    assert (one["opens_at"], "valid_from" in one) == ("17:00+03:00", False)


def test_the_same_hours_in_summer_and_in_winter_come_in_once():
    spans = [{"byday": "TU", "opens_at": f"17:00+0{n}:00", "closes_at": f"21:00+0{n}:00"} for n in (1, 2)]
    place = {
        "id": "5a6a6f3c-7b1c-4c1e-9d3e-000000000001",
        "name": "Maison",
        "status": "active",
        "organization": {"name": "Maison"},
        "schedules": [{"id": str(n)} | one for n, one in enumerate(spans)],
    }
    [(_key, found)] = incoming.taken(json.dumps({"contents": [place]}).encode())
    assert found.hours == "Tu 17:00-21:00"
