"""Places out of the files of other directories: Open Referral HSDS 3 and data-inclusion."""

import json
from datetime import date
from decimal import Decimal
from typing import Any

from pydantic import BaseModel, Field, ValidationError

from halte.common.languages import BY_CODE
from halte.common.text import Text
from halte.rights.models import PlaceKind
from halte.rights.places.actions import Told
from halte.rights.places.rules import HoursWrong, read_hours
from halte.sites.models import Service

LARGEST = 5_000_000


class FileWrong(Exception):
    """A file that cannot be taken; the message names the place in it."""


class _Schedule(BaseModel):
    description: str = Field(default="", max_length=500)
    byday: str = ""
    opens_at: str = ""
    closes_at: str = ""


class _Address(BaseModel):
    address_1: Text = Field(max_length=160)
    city: Text = Field(max_length=80)
    postal_code: Text = Field(default="", max_length=12)


class _Location(BaseModel):
    latitude: Decimal | None = Field(default=None, ge=-90, le=90)
    longitude: Decimal | None = Field(default=None, ge=-180, le=180)
    addresses: list[_Address] = []


class _AtLocation(BaseModel):
    location: _Location = _Location()


class _Phone(BaseModel):
    number: str = Field(max_length=20, pattern=r"^\+?[\d .]+$")


class _Coded(BaseModel):
    link_type: str | None = None
    code: str | None = None
    value: str | None = None


class _HsdsService(BaseModel):
    id: Text = Field(min_length=1, max_length=80)
    name: Text = Field(min_length=1, max_length=80)
    phones: list[_Phone] = []
    languages: list[_Coded] = []
    attributes: list[_Coded] = []
    schedules: list[_Schedule] = []
    service_at_locations: list[_AtLocation] = []


class _HsdsFile(BaseModel):
    contents: list[_HsdsService] = Field(max_length=2000)


class _Structure(BaseModel):
    id: Text = Field(min_length=1, max_length=80)
    nom: Text = Field(min_length=1, max_length=80)
    date_maj: date
    commune: Text = Field(default="", max_length=80)
    code_postal: Text = Field(default="", max_length=12)
    adresse: Text = Field(default="", max_length=160)
    latitude: Decimal | None = Field(default=None, ge=-90, le=90)
    longitude: Decimal | None = Field(default=None, ge=-180, le=180)
    telephone: str = Field(default="", max_length=20, pattern=r"^(\+?[\d .]+)?$")
    horaires_accueil: str = Field(default="", max_length=500)


class _Inclusion(BaseModel):
    structures: list[_Structure] = Field(max_length=2000)
    services: list[dict[str, Any]] = []


def taken(content: bytes) -> list[tuple[str, Told]]:
    """Read a file of either kind: what it calls each place, and what it tells of it.

    Raises:
        FileWrong: It is no such file, or something in it cannot be used; it names what and where.
    """
    if len(content) > LARGEST:
        raise FileWrong("it is larger than 5 MB")
    try:
        whole = json.loads(content.decode())
    except (ValueError, RecursionError):
        raise FileWrong("it is no JSON in UTF-8") from None
    try:
        if isinstance(whole, dict) and "contents" in whole:
            found = [_of_hsds(one) for one in _HsdsFile.model_validate(whole).contents]
        elif isinstance(whole, dict) and "structures" in whole:
            file = _Inclusion.model_validate(whole)
            found = [_of_inclusion(one, file.services) for one in file.structures]
        else:
            raise FileWrong("it holds neither `contents` (HSDS) nor `structures` (data-inclusion)")
    except ValidationError as error:
        first = error.errors()[0]
        at = ".".join(str(part) for part in first["loc"])
        raise FileWrong(f"{at}: {first['msg']}") from None
    names = [name for name, _told in found]
    if twice := next((name for name in names if names.count(name) > 1), ""):
        raise FileWrong(f"{twice} stands in it twice")
    return found


def _of_hsds(one: _HsdsService) -> tuple[str, Told]:
    at = one.service_at_locations[0].location if one.service_at_locations else _Location()
    where = at.addresses[0] if at.addresses else None
    kinds = [row.value for row in one.attributes if row.link_type == "kind" and row.value in PlaceKind.values]
    return one.id, Told(
        name=one.name,
        kind=(kinds or [PlaceKind.OTHER.value])[0] or PlaceKind.OTHER.value,
        address=where.address_1 if where else "",
        town=where.city if where else "",
        postal_code=where.postal_code if where else "",
        latitude=_rounded(at.latitude),
        longitude=_rounded(at.longitude),
        phone=one.phones[0].number if one.phones else "",
        languages=tuple(row.code for row in one.languages if row.code in BY_CODE),
        services=tuple(row.value for row in one.attributes if row.value in Service.values),
        hours=_weekly(one),
    )


def _of_inclusion(one: _Structure, services: list[dict[str, Any]]) -> tuple[str, Told]:
    own = [str(row.get("id", "")) for row in services if row.get("structure_id") == one.id]
    offered = tuple(code for code in Service.values if f"{one.id}-{code}" in own)
    return one.id, Told(
        name=one.nom,
        kind=PlaceKind.OTHER.value,
        address=one.adresse,
        town=one.commune,
        postal_code=one.code_postal,
        latitude=_rounded(one.latitude),
        longitude=_rounded(one.longitude),
        phone=one.telephone,
        services=offered,
        hours=_hours(one.id, one.horaires_accueil),
    )


def _weekly(one: _HsdsService) -> str:
    """Hours in words of OpenStreetMap where the file has them, else its days and hours."""
    for row in one.schedules:
        if not row.byday and row.description:
            try:
                return read_hours(row.description)
            except HoursWrong:
                continue
    rules = [
        f"{day.strip().capitalize()} {row.opens_at[:5]}-{row.closes_at[:5].replace('00:00', '24:00')}"
        for row in one.schedules
        if row.byday
        for day in row.byday.split(",")
    ]
    return _hours(one.id, "; ".join(_gathered(rules)))


def _gathered(rules: list[str]) -> list[str]:
    """One rule for each day: OpenStreetMap reads a second rule of a day in the place of the first.

    The same hours in summer and in winter are the same hours.
    """
    days: dict[str, list[str]] = {}
    for rule in rules:
        day, spans = rule.split(" ", 1)
        days.setdefault(day, []).append(spans)
    return [f"{day} {','.join(sorted(set(spans)))}" for day, spans in days.items()]


def _hours(name: str, written: str) -> str:
    try:
        return read_hours(written)
    except HoursWrong:
        raise FileWrong(f"{name}: the hours cannot be read; write them like Mo-Fr 09:00-17:00; PH off") from None


def _rounded(degrees: Decimal | None) -> Decimal | None:
    return None if degrees is None else degrees.quantize(Decimal("0.00001"))
