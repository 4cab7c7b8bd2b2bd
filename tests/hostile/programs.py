"""Every field of every operation of the API, and headers that lie."""

import json
from typing import Any
from uuid import uuid4

from halte.config.api import api
from tests.guards.addresses import Address, addresses
from tests.hostile.asking import Asker
from tests.hostile.figures import Figures
from tests.hostile.house import House, taken_back
from tests.hostile.values import TEXTS, some_of

HEADERS = ("Accept-Language", "Cookie", "Host", "Origin", "Referer", "User-Agent", "HX-Current-URL", "Range")


def attack_api(house: House, *, one_in: int = 1) -> Figures:
    """Each field of each body with each value, and with what is no text at all; keys and tokens too."""
    asker, described = Asker(house), api.get_openapi_schema()
    for address in (one for one in addresses() if one.is_api):
        operation = described["paths"]["/api/v1" + address.route][address.method.lower()]
        body = operation.get("requestBody", {}).get("content", {}).get("application/json", {}).get("schema")
        valid = _valid(described, body) if body else {}
        with taken_back():
            url, _given = house.where(address)
            for name, hostile in _bodies(valid, f"{address}", one_in):
                _ask(asker, house, address, url, name, json.dumps(hostile))
            for name, value in some_of(TEXTS, f"{address}", one_in).items():
                _ask(asker, house, address, url, f"whole body / {name}", value)
                shown = value[:2000].encode("utf-8", "replace").decode("latin-1")
                for header in ("Authorization", "Idempotency-Key"):
                    _ask(asker, house, address, url, f"{header} / {name}", json.dumps(valid), {header: shown})
    asker.finish()
    return asker.figures


def attack_headers(house: House, *, one_in: int = 1) -> Figures:
    """Headers of a page that a guest opens, and of one of the staff's."""
    asker = Asker(house)
    for path, client in (("/guide/fr/", house.nobody), ("/c/mine/", house.nobody), ("/desk/", house.staff)):
        for header in HEADERS:
            for name, value in some_of(TEXTS, path + header, one_in).items():
                shown = value[:2000].encode("utf-8", "replace").decode("latin-1")
                asker.ask(f"{path} / {header} / {name}", None, client, "GET", path, headers={header: shown})
    asker.finish()
    return asker.figures


def _ask(
    asker: Asker, house: House, address: Address, url: str, name: str, body: str, headers: dict[str, str] | None = None
) -> None:
    told = {**house.token, "Idempotency-Key": str(uuid4()), **(headers or {})}
    data = body.encode("utf-8", "surrogatepass")
    asker.ask(
        f"{address} / {name}",
        None,
        house.nobody,
        address.method,
        url,
        data=data,
        content_type="application/json",
        headers=told,
    )


def _bodies(valid: Any, where: str, one_in: int) -> list[tuple[str, Any]]:
    others: dict[str, Any] = {"odd: nothing at all": None, "odd: list": [], "odd: object": {"a": {}}, "odd: flag": True}
    others |= {"odd: number": 10**40, "odd: so deep": _deep(200), "odd: float": 1e308}
    return [
        (f"{name} / {kind}", {**valid, name: value})
        for name in valid
        for kind, value in (some_of(TEXTS, where + name, one_in) | others).items()
    ]


def _deep(levels: int) -> Any:
    return [_deep(levels - 1)] if levels else []


def _valid(described: dict[str, Any], schema: dict[str, Any]) -> Any:
    """Something that a schema takes."""
    if "$ref" in schema:
        return _valid(described, described["components"]["schemas"][schema["$ref"].rpartition("/")[2]])
    for choice in ("anyOf", "allOf", "oneOf"):
        if choice in schema:
            return _valid(described, schema[choice][0])
    if "enum" in schema or "const" in schema:
        return schema.get("const") or schema["enum"][0]
    match schema.get("type"), schema.get("format"):
        case "object", _:
            return {name: _valid(described, one) for name, one in schema.get("properties", {}).items()}
        case "array", _:
            return [_valid(described, schema.get("items", {}))]
        case "integer" | "number", _:
            return schema.get("minimum", 1)
        case "boolean", _:
            return False
        case _, "uuid":
            return str(uuid4())
        case _, "date":
            return "2026-11-28"
        case _, "date-time":
            return "2026-11-28T18:00:00+01:00"
    return schema.get("default") or "x" * schema.get("minLength", 1)
