"""Places as files that other directories take: Open Referral HSDS 3 and data-inclusion. In and out."""

import json
from datetime import date, datetime
from decimal import Decimal
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from pydantic import BaseModel, Field, ValidationError

from halte.common.languages import BY_CODE
from halte.common.text import Text
from halte.rights.models import PlaceKind
from halte.rights.places.actions import Told
from halte.rights.places.queries import PlaceRead, read
from halte.rights.places.rules import DAYS, HoursWrong, Opening, read_hours, write_hours
from halte.sites.models import Service

OURS = "halte"
LARGEST = 5_000_000


class FileWrong(Exception):
    """A file that cannot be taken; the message names the place in it."""


def hsds(at: datetime) -> str:
    """Every place as Open Referral HSDS 3: a page of services, each with its organization and location."""
    services = [_hsds(one) for one in read(at)]
    page = {"total_items": len(services), "total_pages": 1, "page_number": 1, "size": len(services)}
    ends = {"first_page": True, "last_page": True, "empty": not services}
    return _written(page | ends | {"contents": services})


def data_inclusion(at: datetime) -> str:
    """Every place as data-inclusion writes structures and services."""
    structures, services = [], []
    for one in read(at):
        row, where = one.row, _where(one)
        shared = {"source": row.source or OURS, "date_maj": row.changed_on.isoformat(), **where}
        if row.phone:
            shared["telephone"] = row.phone
        if one.openings:
            shared["horaires_accueil"] = write_hours(one.openings)
        structures.append({"id": _name(one), "nom": row.name, **shared})
        for service in one.services:
            label = str(service.label)
            text = f"{label} : {row.name}. Gratuit, sans papiers, sans nom, sans rendez-vous."
            own = {"id": f"{_name(one)}-{service.value}", "structure_id": _name(one), "nom": f"{label} ({row.name})"}
            services.append({**own, "description": text, "frais": "gratuit", **shared})
    return _written({"structures": structures, "services": services})


def _written(whole: dict[str, Any]) -> str:
    return json.dumps(whole, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def _name(one: PlaceRead) -> str:
    return one.row.key or str(one.row.id)


def _where(one: PlaceRead) -> dict[str, Any]:
    row = one.row
    told: dict[str, Any] = {"commune": row.town, "code_postal": row.postal_code, "adresse": row.address}
    if row.latitude is not None and row.longitude is not None:
        told |= {"latitude": float(row.latitude), "longitude": float(row.longitude)}
    return {name: value for name, value in told.items() if value != ""}


def _own_id(one: PlaceRead, part: str) -> str:
    return str(uuid5(NAMESPACE_URL, f"{one.row.id}/{part}"))


def _hsds(one: PlaceRead) -> dict[str, Any]:
    row = one.row
    location: dict[str, Any] = {"id": _own_id(one, "location"), "location_type": "physical", "name": row.name}
    if row.latitude is not None and row.longitude is not None:
        location |= {"latitude": float(row.latitude), "longitude": float(row.longitude)}
    if row.address:
        location["addresses"] = [
            {
                "id": _own_id(one, "address"),
                "address_1": row.address,
                "city": row.town,
                "state_province": "",
                "postal_code": row.postal_code,
                "country": "FR",
                "address_type": "physical",
            }
        ]
    return {
        "id": _name(one),
        "name": row.name,
        "status": "active",
        "last_modified": f"{row.changed_on.isoformat()}T00:00:00Z",
        "organization": {"id": _own_id(one, "organization"), "name": row.name, "description": row.get_kind_display()},
        "phones": [{"id": _own_id(one, "phone"), "number": row.phone}] if row.phone else [],
        "languages": [
            {"id": _own_id(one, code), "code": code, "name": BY_CODE[code].english_name} for code in row.languages
        ],
        "schedules": [
            {
                "id": _own_id(one, f"{opening.weekday}/{opening.opens}"),
                "freq": "WEEKLY",
                "byday": DAYS[opening.weekday].upper(),
                "opens_at": f"{opening.opens:%H:%M}",
                "closes_at": f"{opening.closes:%H:%M}",
            }
            for opening in one.openings
        ],
        "attributes": [
            {"id": _own_id(one, service.value), "link_type": "service", "value": service.value}
            for service in one.services
        ],
        "service_at_locations": [{"id": _own_id(one, "at"), "location": location}],
    }


class _Schedule(BaseModel):
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
    hours = []
    for row in one.schedules:
        for day in row.byday.split(","):
            hours += _opening(one.id, f"{day.strip().capitalize()} {row.opens_at}-{row.closes_at}")
    return one.id, Told(
        name=one.name,
        kind=PlaceKind.OTHER.value,
        address=where.address_1 if where else "",
        town=where.city if where else "",
        postal_code=where.postal_code if where else "",
        latitude=_rounded(at.latitude),
        longitude=_rounded(at.longitude),
        phone=one.phones[0].number if one.phones else "",
        languages=tuple(row.code for row in one.languages if row.code in BY_CODE),
        services=tuple(row.value for row in one.attributes if row.value in Service.values),
        hours=_stored(hours),
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
        hours=_stored(_opening(one.id, one.horaires_accueil)),
    )


def _opening(name: str, written: str) -> list[Opening]:
    try:
        return list(read_hours(written))
    except HoursWrong as wrong:
        raise FileWrong(f"{name}: the hours “{wrong}” cannot be read; write them like Mo-Fr 09:00-17:00") from None


def _stored(openings: list[Opening]) -> tuple[tuple[int, str, str], ...]:
    return tuple((one.weekday, f"{one.opens:%H:%M}", f"{one.closes:%H:%M}") for one in sorted(openings))


def _rounded(degrees: Decimal | None) -> Decimal | None:
    return None if degrees is None else degrees.quantize(Decimal("0.00001"))
