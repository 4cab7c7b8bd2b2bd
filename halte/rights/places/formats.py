"""Places as files that other directories take: Open Referral HSDS 3 and data-inclusion."""

import json
import re
from datetime import datetime
from typing import Any
from uuid import NAMESPACE_URL, UUID, uuid5

from halte.common.languages import BY_CODE
from halte.rights.places.queries import PlaceRead, read
from halte.rights.places.rules import DAYS, clocks

OURS = "halte"
_POSTAL_CODE = re.compile(r"\d{5}")


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
        if one.hours:
            shared["horaires_accueil"] = one.hours
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


def _uuid(one: PlaceRead) -> str:
    """HSDS asks for a UUID: the one that its source gave, else one that follows from source and key."""
    try:
        return str(UUID(_name(one)))
    except ValueError:
        return str(uuid5(NAMESPACE_URL, f"{one.row.source}/{_name(one)}"))


def _where(one: PlaceRead) -> dict[str, Any]:
    row = one.row
    told: dict[str, Any] = {"commune": row.town, "code_postal": row.postal_code, "adresse": row.address}
    if row.latitude is not None and row.longitude is not None:
        told |= {"latitude": float(row.latitude), "longitude": float(row.longitude)}
    if not _POSTAL_CODE.fullmatch(row.postal_code):
        told.pop("code_postal")
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
        "id": _uuid(one),
        "name": row.name,
        "status": "active",
        "last_modified": f"{row.changed_on.isoformat()}T00:00:00Z",
        "organization": {"id": _own_id(one, "organization"), "name": row.name, "description": row.get_kind_display()},
        "phones": [{"id": _own_id(one, "phone"), "number": row.phone}] if row.phone else [],
        "languages": [
            {"id": _own_id(one, code), "code": code, "name": BY_CODE[code].english_name} for code in row.languages
        ],
        "schedules": _schedules(one),
        "attributes": [
            {"id": _own_id(one, row.kind), "link_type": "kind", "value": row.kind, "label": row.get_kind_display()},
            *(
                {"id": _own_id(one, code), "link_type": "service", "value": code.value, "label": str(code.label)}
                for code in one.services
            ),
        ],
        "service_at_locations": [{"id": _own_id(one, "at"), "location": location}],
    }


def _schedules(one: PlaceRead) -> list[dict[str, Any]]:
    """The week opening by opening, for programs that read no more; in words of OpenStreetMap what holds besides.

    A time says how far it is from that of Greenwich, as HSDS asks, so summer and winter are told apart.
    """
    if not one.hours:
        return []
    whole = {"id": _own_id(one, "hours"), "description": one.hours}
    return [whole] + [
        {
            "id": _own_id(one, f"{opening.weekday}/{opening.opens}/{clock.first or ''}"),
            "freq": "WEEKLY",
            "byday": DAYS[opening.weekday].upper(),
            "opens_at": f"{opening.opens:%H:%M}{clock.written}",
            "closes_at": f"{opening.closes:%H:%M}{clock.written}",
            **({"valid_from": clock.first.isoformat()} if clock.first else {}),
            **({"valid_to": clock.last.isoformat()} if clock.last else {}),
        }
        for clock in clocks(one.zone, one.day)
        for opening in one.openings
    ]
