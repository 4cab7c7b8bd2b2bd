"""Every address of Halte, found by walking the resolver and the API: nothing is listed by hand."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from django.urls import URLPattern, URLResolver, get_resolver, reverse
from django.utils import timezone

from halte.common.nights import night_of
from halte.config.api import api

TONIGHT = night_of(timezone.now(), ZoneInfo("Europe/Paris"))
_PARAMETER = re.compile(r"\{(?:\w+:)?(\w+)\}")
EXAMPLES = {
    "uuid": UUID("00000000-0000-4000-8000-00000000dead"),
    "int": 999_999,
    "slug": "nothing",
    "str": "nothing",
    "path": "nothing",
    "night": TONIGHT,
}


@dataclass(frozen=True)
class Address:
    """One address: its name, what it needs, and the mark of its door."""

    name: str
    route: str
    converters: tuple[tuple[str, str], ...]
    door: Any
    method: str = ""

    @property
    def is_api(self) -> bool:
        return bool(self.method)

    @property
    def objects(self) -> list[str]:
        """The arguments that name a row."""
        return [name for name, kind in self.converters if kind in {"uuid", "int"}]

    def url(self, **given: Any) -> str:
        """The address with made-up arguments, or with those given."""
        arguments = {name: EXAMPLES[kind] for name, kind in self.converters} | given
        if self.is_api:
            return "/api/v1" + _PARAMETER.sub(lambda found: str(arguments[found[1]]), self.route)
        return reverse(self.name, kwargs=arguments)

    def __str__(self) -> str:
        return self.name


@cache
def addresses() -> tuple[Address, ...]:
    """All of them, pages first, the API's operations after."""
    found = [*_walk(get_resolver().url_patterns, "", ""), *_operations()]
    names = [address.name for address in found]
    assert len(names) == len(set(names)), (
        f"Two addresses share a name: {sorted(n for n in names if names.count(n) > 1)}"
    )
    return tuple(found)


def _walk(patterns: Any, namespace: str, prefix: str) -> Iterator[Address]:
    for pattern in patterns:
        route = prefix + str(pattern.pattern)
        if isinstance(pattern, URLResolver) and pattern.namespace == "api":
            continue
        if isinstance(pattern, URLResolver):
            inner = f"{namespace}{pattern.namespace}:" if pattern.namespace else namespace
            yield from _walk(pattern.url_patterns, inner, route)
        elif isinstance(pattern, URLPattern):
            kinds = tuple((name, _kind(converter)) for name, converter in pattern.pattern.converters.items())
            door = getattr(pattern.callback, "halte_door", None)
            yield Address(f"{namespace}{pattern.name}", route, kinds, door)


def _kind(converter: Any) -> str:
    return type(converter).__name__.removesuffix("Converter").removeprefix("Ninja").lower().replace("string", "str")


def _operations() -> Iterator[Address]:
    """The API's operations, named as programs call them: `POST /cards`."""
    for router in api._get_bound_routers():
        for path, view in router.path_operations.items():
            for operation in view.operations:
                route = "/".join(step for step in (router.prefix, path) if step).replace("//", "/")
                kinds = tuple((name, _kind_of(name)) for name in _PARAMETER.findall(route))
                method = operation.methods[0]
                door = getattr(operation.view_func, "halte_door", None)
                yield Address(f"{method} {route}", route, kinds, door, method)


def _kind_of(parameter: str) -> str:
    """What a parameter of the API is, by its name: `guest_id`, `night`, or a word."""
    return "uuid" if parameter.endswith("_id") else "night" if parameter == "night" else "str"
