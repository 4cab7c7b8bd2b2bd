"""Moving a whole room at once: after a death, a leak, a broken heater."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.db.models import Q

from halte import journal
from halte.accounts.actor import Actor
from halte.common.refusal import refusing
from halte.common.retry import RetryKey
from halte.nights import placing, queries, refusals, rules
from halte.nights.actions.beds import end_stay, go_on_in, put_back
from halte.nights.models import EndReason, Stay
from halte.sites.models import Bed, Room


def move_room(*, actor: Actor, room: Room, to: Room, night: date, at: datetime, key: RetryKey) -> list[Stay]:
    """Everyone of a room has a bed in another room for the same night, or nobody moves: one act, taken back as one.

    Keeps:
        Families stay together, a room is for whom its kind says, and never holds more people than it may.

    Returns:
        The new stays; whether they are inside or leaving goes with them.

    Raises:
        SameBed: It is the same room.
        NobodyToShelter: Nobody has a bed in the room.
        RoomTooSmall: There are not enough beds in the other room that suit them.
        NotHere: A room of another site.
    """
    with (
        refusing(refusals.TAKEN),
        journal.act(actor=actor, at=at, key=key, kind="nights.room_moved") as act,
    ):
        if room.pk == to.pk:
            raise refusals.SameBed
        held = queries.holding(actor, night, at).filter(bed__room=room.pk).select_related("guest", "bed__room")
        old = [placing.written_down(stay, night, at) for stay in held.order_by("bed__position")]
        beds = _beds_in(actor, old, to, night, at)
        for stay in old:
            end_stay(stay, at, EndReason.MOVED)
        new = [go_on_in(stay, beds[stay.id], at) for stay in old]
        act.about([stay.guest for stay in old], night=night, room=to.code, n=len(old))
        act.results(stays=[stay.id.hex for stay in new], old=[stay.id.hex for stay in old])
    return new


def _beds_in(actor: Actor, old: list[Stay], to: Room, night: date, at: datetime) -> dict[object, Bed]:
    """Which bed of the other room follows each stay."""
    if not old:
        raise refusals.NobodyToShelter
    spaces = queries.house(actor, night, at, among=Q(id=to.pk))
    if not spaces:
        raise refusals.NotHere
    people = queries.people_of([stay.guest for stay in old], night)
    found = rules.one_room(rules.counting_as(people, to.kind), [spaces[0].with_buffer])
    if found is None:
        raise refusals.RoomTooSmall
    beds = Bed.objects.seen_by(actor).select_related("room").in_bulk(list(found.values()))
    return {stay.id: beds[found[stay.guest_id]] for stay in old}


@journal.undoes("nights.room_moved")
def _room_unmoved(*, actor: Actor, at: datetime, act: journal.Act, results: Mapping[str, Any]) -> None:
    put_back(actor, at, new=results["stays"], old=results["old"])
