"""Tags in two halves: what is written on them, which are in use, and what they hold together."""

import hmac
import re
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Count

from halte.accounts.actor import Actor
from halte.common import ids, keys
from halte.sites.models import Site
from halte.visits.models import Ending, Tagged, TagKind

LETTERS = {TagKind.PHONE: "P", TagKind.BAG: "B"}
KINDS = {letter: kind for kind, letter in LETTERS.items()}
CHECKED = 4
GUEST_HALF, THING_HALF = "guest", "thing"
_SHAPE = re.compile(rf"T([PB])(\d{{3,4}})([{ids.ALPHABET}]{{{CHECKED}}})")


@dataclass(frozen=True)
class Half:
    """One half of a tag, as it was scanned."""

    kind: TagKind
    number: int
    half: str
    text: str


def tag_in(text: str) -> tuple[TagKind, int] | None:
    """Kind and number of the tag whose half was scanned; None when it is no tag of any house."""
    found = _SHAPE.fullmatch(text.strip().upper().replace("-", ""))
    return (KINDS[found[1]], int(found[2])) if found else None


def half_in(site: Site, text: str) -> Half | None:
    """Which half of which tag was scanned; None for other houses' tags, and for what nobody printed here."""
    tag = tag_in(text)
    if tag is None:
        return None
    kind, number = tag
    for half in (GUEST_HALF, THING_HALF):
        written = text_of(site, kind, number, half)
        if hmac.compare_digest(written.replace("-", ""), text.strip().upper().replace("-", "")):
            return Half(kind, number, half, written)
    return None


def text_of(site: Site, kind: TagKind, number: int, half: str) -> str:
    """What stands in the code of one half, such as T-P-017-7Q4X. Its end differs for each half and each house.

    Keeps:
        Scanning one half twice never passes for both, and nobody can print a tag without the key of the house.
    """
    digest = hmac.digest(keys.of_site(site.id, "tags"), f"{kind.value}/{number}/{half}".encode(), "sha256")
    check = "".join(ids.ALPHABET[byte % 32] for byte in digest[:CHECKED])
    return f"T-{LETTERS[kind]}-{number:03}-{check}"


def tags_of(site: Site, kind: TagKind, at: datetime) -> int:
    """How many tags of a kind the house has."""
    house = site.rules_at(at)
    return house.phone_tags if kind == TagKind.PHONE else house.bag_tags


def here_now(actor: Actor, kind: TagKind | None = None) -> Any:
    """What is here with a tag, by number."""
    rows = Tagged.objects.seen_by(actor).filter(ended_at__isnull=True).order_by("kind", "number")
    return rows if kind is None else rows.filter(kind=kind)


def tags_in_use(actor: Actor, kind: TagKind) -> set[int]:
    """The numbers that are on something."""
    return set(here_now(actor, kind).values_list("number", flat=True))


def taken_in_on(site: Site, since: date, until: date | None = None) -> dict[str, int]:
    """How many phones and bags were taken in on these days, but for what was taken back."""
    rows: Any = Tagged.objects.everywhere(because="counted for one site").filter(site=site, on__gte=since)
    if until is not None:
        rows = rows.filter(on__lte=until)
    kept = rows.exclude(ending=Ending.UNDONE).order_by()
    numbers = dict(kept.values_list("kind").annotate(n=Count("id")))
    return {kind.value: numbers.get(kind.value, 0) for kind in TagKind}
