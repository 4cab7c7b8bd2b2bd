"""A proposal of autumn 2014: 400 places in two buildings."""

from collections.abc import Callable
from datetime import date

import pytest

from halte.accounts.actor import Actor
from halte.common.retry import RetryKey
from halte.governance.actions import PlaceNamed, propose
from halte.governance.models import Body, Proposal
from halte.sites.models import SiteKind

HALL = PlaceNamed("Hall of the florist", "florist", "Calais", 300, SiteKind.HOSTEL, "Rue du Vauxhall")
HOUSE = PlaceNamed("House by the dunes", "dunes", "Calais", 100)


@pytest.fixture
def proposed(coordinator: Actor, now: object) -> Callable[..., Proposal]:
    """Make a proposal, complete by default."""

    def make(**said: object) -> Proposal:
        facts: dict[str, object] = {
            "actor": coordinator,
            "code": "calais-400",
            "title": "A hostel for 400",
            "text": "People sleep in the woods. It freezes.",
            "places_wanted": 400,
            "made_by": Body.MAYOR,
            "places": [HALL, HOUSE],
            "made_on": date(2014, 8, 25),
            "at": now,
            "key": RetryKey.new(),
        }
        return propose(**(facts | said))  # type: ignore[arg-type]

    return make
