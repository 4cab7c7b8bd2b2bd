"""What was just done at a site, in words, with what may still be taken back.

Each service says in a module `said.py` how its kinds of acts are spoken of: `recent.say({...})`.
"""

import json
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.utils.translation import gettext as _

from halte.journal.acts import Acting
from halte.journal.models import Line, Subject
from halte.journal.undoing import WINDOW, can_undo, is_free_to_undo

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

SHOWN = 8
LOOKED_AT = 80
"""Lines looked at, the newest first. By number, not by time: the chain's own index gives them at once."""


@dataclass(frozen=True)
class Said:
    """How one kind of act is spoken of: a sign, the words, and what its line adds to them."""

    pictogram: str
    words: "StrOrPromise"
    detail: Callable[[Mapping[str, Any]], object] = lambda data: ""

    def sentence(self, data: Mapping[str, Any]) -> str:
        """The words, with the detail where there is one."""
        detail = self.detail(data)
        if detail in {"", None}:
            return str(self.words)
        return _("%(what)s: %(detail)s") % {"what": self.words, "detail": detail}


@dataclass(frozen=True)
class Recent:
    """One act of the last fifteen minutes."""

    line_id: UUID
    pictogram: str
    text: str
    undone: bool
    undo_url: str


_said: dict[str, Said] = {}
_quiet: set[str] = set()


def say(words: Mapping[str, Said]) -> None:
    """Register how kinds of acts are spoken of."""
    _said.update(words)


def keep_quiet(*kinds: str) -> None:
    """Register kinds of lines that change nothing: nobody speaks of them, and they push no act out of the list."""
    _quiet.update(kinds)


def recent(
    actor: Acting,
    at: datetime,
    *,
    undo_url: Callable[[UUID], str],
    of_colleagues: Collection[str] = (),
    services: Collection[str],
    shown: int = SHOWN,
) -> list[Recent]:
    """The last acts of all desks of the actor's site that have words, the newest first.

    Args:
        undo_url: Gives the address that takes a line back; asked for lines that this actor may still take back.
        of_colleagues: As for `journal.undo`.
        services: Only acts of these services, and one's own: whoever does not work in one does not read its acts here.
    """
    lines_here = Line.objects.filter(site=actor.site_id).exclude(kind__in=_quiet)
    latest = list(lines_here.order_by("-epoch", "-seq")[:LOOKED_AT])
    undone = {line.undoes for line in latest if line.undoes}

    def in_words(line: Line) -> Recent:
        said = _said[line.kind]
        text = said.sentence(json.loads(bytes(line.body))["data"])
        possible = line.id not in undone and can_undo(line, at)
        free = possible and is_free_to_undo(actor, line.actor, line.kind, of_colleagues)
        return Recent(line.id, said.pictogram, text, line.id in undone, undo_url(line.id) if free else "")

    lines = [
        line
        for line in latest
        if line.kind in _said
        and is_free_to_undo(actor, line.actor, line.kind, services)
        and at - line.recorded_at <= WINDOW
    ]
    return [in_words(line) for line in lines[:shown]]


def alone_about(line_ids: list[UUID]) -> dict[UUID, UUID]:
    """The guest of each act that was about one guest alone."""
    about: dict[UUID, list[UUID]] = {}
    for line_id, guest in Subject.objects.filter(line__in=line_ids).values_list("line_id", "guest"):
        about.setdefault(line_id, []).append(guest)
    return {line_id: guests[0] for line_id, guests in about.items() if len(guests) == 1}
