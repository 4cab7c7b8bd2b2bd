"""Under which heading each topic stands in the list of readers. Pure: no database, no clock."""

import tomllib
from collections.abc import Mapping, Sequence
from importlib.resources import files

URGENT = "urgent"
MORE = "more"
ORDER: dict[str, list[str]] = tomllib.loads((files("halte.rights") / "order.toml").read_text(encoding="utf-8"))
ORDER[MORE] = []
"""Which topics stand in which group, the groups in their order; the last takes whatever none names."""


def in_order(kept: Mapping[str, Sequence[str]]) -> dict[str, list[str]]:
    """The order that editors left; what it does not name stands where the house's own says."""
    named = {slug for slugs in kept.values() for slug in slugs}
    return {
        code: [*kept.get(code, ()), *(slug for slug in slugs if slug not in named)] for code, slugs in ORDER.items()
    }
