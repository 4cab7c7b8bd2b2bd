"""What each letter on the sheet does: the services' own acts, as parts of the one act that enters the line."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from halte import journal
from halte.accounts.actor import Actor
from halte.goods.actions.stock import give_within as give_thing
from halte.goods.actions.stock import move as move_stock
from halte.goods.models import Reason, Stock, Variant
from halte.guests.models import Guest
from halte.journal.undoing import take_back_part
from halte.nights import queries as nights
from halte.nights.actions.beds import give_within as give_bed
from halte.nights.actions.coming import leave_within as leave_bed
from halte.nights.actions.coming import welcome_within
from halte.paper import queries
from halte.paper.models import What
from halte.paper.refusals import NothingToGive
from halte.sites.models import Bed
from halte.visits.actions.counts import count_at_door_within, count_service_within
from halte.visits.actions.presence import arrive_within, leave_within
from halte.visits.models import CountedService, DoorKind

SERVED = {What.MEAL: CountedService.MEAL, What.DRINK: CountedService.DRINK}
DOOR = (DoorKind.MAN, DoorKind.WOMAN, DoorKind.CHILD)
BLANKET = "blanket"


@dataclass
class Line:
    """A line of paper as it is understood, within the act that enters it, and the parts it has made so far."""

    act: journal.Act
    actor: Actor
    at: datetime
    what: What
    guest: Guest | None = None
    bed: Bed | None = None
    numbers: tuple[int, ...] = ()
    parts: list[dict[str, Any]] = field(default_factory=list)

    def part(self, kind: str, done: Callable[[journal.Act], object]) -> None:
        """Do one part; it stands in the act with what it made, by the name that it has when it is done alone."""
        act = replace(self.act, guests=[], data={}, made={})
        done(act)
        self.parts.append({"kind": kind, "made": act.made})


def take_back(*, actor: Actor, at: datetime, act: journal.Act, results: Mapping[str, Any]) -> None:
    """Take back every part, the last one first."""
    for part in reversed(results["parts"]):
        take_back_part(actor=actor, at=at, act=act, kind=part["kind"], made=part["made"])


def arrived(line: Line) -> None:
    """In at the door, and into the bed they have."""
    actor, guest, at = line.actor, _of(line), line.at
    stay = nights.stay_of(actor, guest, actor.site.tonight(at), at)
    if (actor.site.rules_at(at).arrive_on_scan or stay is None) and not queries.came_before(actor, guest, at):
        line.part("visits.arrived", lambda act: arrive_within(act, actor=actor, guest=guest, at=at))
    night = actor.site.tonight(at)
    if stay and not (stay.night == night and (stay.inside or (stay.left_at and stay.left_at > at))):
        line.part("nights.welcomed", lambda act: welcome_within(act, actor=actor, guest=guest, night=night, at=at))


def left(line: Line) -> None:
    """Out at the door, and out of the bed, which is kept."""
    actor, guest, at = line.actor, _of(line), line.at
    if queries.visit_to_end(actor, guest, at):
        line.part("visits.left", lambda act: leave_within(act, actor=actor, guest=guest, at=at))
    night = actor.site.tonight(at)
    stay = nights.stay_of(actor, guest, night, at)
    if stay and stay.night == night and stay.inside and stay.arrived_at and stay.arrived_at <= at:
        line.part("nights.left", lambda act: leave_bed(act, actor=actor, stay=stay, at=at))


def at_the_door(line: Line) -> None:
    """Whoever is welcomed for the night came in at the door, too, where a scan would have said so."""
    actor, guest, at = line.actor, _of(line), line.at
    if actor.site.rules_at(at).arrive_on_scan and not queries.came_before(actor, guest, at):
        line.part("visits.arrived", lambda act: arrive_within(act, actor=actor, guest=guest, at=at))


def to_bed(line: Line) -> None:
    """The bed on the sheet, with coming in or without; what the house knows already is not done again."""
    actor, guest, at, bed = line.actor, _of(line), line.at, line.bed
    night = actor.site.tonight(at)
    own = nights.stay_of(actor, guest, night, at)
    same = own is not None and bed is not None and own.bed_id == bed.id
    if line.what == What.BED and not same:
        line.part(
            "nights.given",
            lambda act: give_bed(act, actor=actor, guest=guest, night=night, at=at, bed=bed, without=True),
        )
    if line.what == What.WELCOME and not (same and own and own.night == night and own.arrived_at):
        line.part(
            "nights.welcomed",
            lambda act: welcome_within(act, actor=actor, guest=guest, night=night, at=at, bed=bed, without=True),
        )


def served(line: Line) -> None:
    """Meals or drinks."""
    service = SERVED[line.what]
    line.part(
        "visits.service_counted",
        lambda act: count_service_within(act, actor=line.actor, service=service, n=line.numbers[0], at=line.at),
    )


def tallied(line: Line) -> None:
    """Men, women and children without a card."""
    for kind, n in zip(DOOR, line.numbers, strict=True):
        if n:
            line.part("visits.counted_at_door", _counted(line, kind, n))


def _counted(line: Line, kind: DoorKind, n: int) -> Callable[[journal.Act], object]:
    return lambda act: count_at_door_within(act, actor=line.actor, kind=kind, n=n, at=line.at)


def blanket(line: Line) -> None:
    """Blankets, to a guest or to nobody who is written down.

    Paper was right that they were given: when the shelf says there were fewer, it was counted wrong before.
    """
    actor, at, n = line.actor, line.at, line.numbers[0]
    variant = Variant.objects.select_related("kind").filter(kind__code=BLANKET).first()
    if variant is None:
        raise NothingToGive
    stock = Stock.objects.seen_by(actor).filter(variant=variant).first()
    missing = n - (stock.balance - stock.promised if stock else 0)
    if missing > 0:
        line.part("goods.counted", lambda act: move_stock(actor, variant, missing, Reason.COUNTED, at, act))
    guest = line.guest
    if guest:
        line.part(
            "goods.given",
            lambda act: give_thing(act, actor=actor, guest=guest, variant=variant, quantity=n, at=at),
        )
    else:
        line.part("goods.given_without_card", lambda act: move_stock(actor, variant, -n, Reason.GIVEN, at, act))


def _of(line: Line) -> Guest:
    assert line.guest is not None, "A line about a guest names one."
    return line.guest


STROKES: Mapping[str, Callable[[Line], None]] = {
    What.ARRIVED: arrived,
    What.LEFT: left,
    What.MEAL: served,
    What.DRINK: served,
    What.BLANKET: blanket,
    What.TALLY: tallied,
}
"""Everything but beds, which may clash."""
