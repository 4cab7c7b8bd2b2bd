"""An act of several services: each does its part, and takes its part back."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from halte import journal
from halte.accounts.actor import Actor
from halte.guests.models import Guest
from halte.journal.undoing import take_back_part


@dataclass(frozen=True)
class Part:
    """What one service did within the act; its kind is the one that it has when it is done alone."""

    kind: str
    act: journal.Act


def part_of(act: journal.Act, kind: str) -> Part:
    """A part of an act: the same line, results of its own."""
    return Part(kind, replace(act, guests=[], data={}, made={}))


def put_together(act: journal.Act, parts: Sequence[Part], guests: Sequence[Guest] = ()) -> None:
    """The act is about these guests; what its parts made is kept in their order, to take it back."""
    act.about(guests)
    act.results(parts=[{"kind": part.kind, "made": part.act.made} for part in parts])


def take_back(*, actor: Actor, at: datetime, act: journal.Act, results: Mapping[str, Any]) -> None:
    """Take back every part, the last one first."""
    for part in reversed(results["parts"]):
        inner = part_of(act, part["kind"]).act
        take_back_part(actor=actor, at=at, act=inner, kind=part["kind"], made=part["made"])
