"""The night round: room by room, who has a bed there and who was seen; from then on that is who is in the house."""

from collections.abc import Collection, Mapping
from datetime import date, datetime
from typing import Any
from uuid import UUID

from halte import journal
from halte.accounts.actor import Actor
from halte.common.retry import RetryKey
from halte.nights import placing, queries, refusals
from halte.nights.models import Stay
from halte.nights.night_watch import RoomRound
from halte.sites.models import Bed, Room


def see_room(
    *, actor: Actor, room: Room, night: date, seen: Collection[UUID], at: datetime, key: RetryKey
) -> RoomRound:
    """Somebody went through a room: whoever lies in these beds, or is known to be in the house, is inside.

    Keeps:
        Nobody loses a bed: whoever was not seen is out, and their bed is kept.
        Somebody in a bed that nobody was given is counted too, so that the house knows how many breathe in it.

    Args:
        seen: Beds with somebody in them. Beds of other rooms are not counted.

    Raises:
        NightOutOfReach: It is not the night that runs.
        NotHere: The room is not of the actor's site.
    """
    with journal.act(actor=actor, at=at, key=key, kind="nights.room_seen") as act:
        if night != actor.site.tonight(at):
            raise refusals.NightOutOfReach
        found = Room.objects.seen_by(actor).filter(pk=room.pk).first()
        if found is None:
            raise refusals.NotHere
        held = list(queries.holding(actor, night, at).filter(bed__room=found).select_related("guest"))
        came, went = [], []
        for stay in held:
            if stay.bed_id in seen and not (stay.night == night and stay.inside):
                came.append(_in(placing.written_down(stay, night, at), at))
            elif stay.bed_id not in seen and stay.night == night and stay.inside:
                went.append(_out(stay, at))
        free = Bed.objects.seen_by(actor).filter(room=found, id__in=seen)
        others = free.exclude(id__in=[stay.bed_id for stay in held]).count()
        made: RoomRound = RoomRound.objects.create(
            site=actor.site,
            room=found,
            night=night,
            seen_at=at,
            expected=len(held),
            seen=sum(stay.bed_id in seen for stay in held),
            others=others,
        )
        changed = {hex_id for hex_id, _was_out in came} | set(went)
        about = Stay.objects.seen_by(actor).filter(id__in=changed).select_related("guest")
        act.about(
            [stay.guest for stay in about],
            night=night,
            room=found.code,
            expected=made.expected,
            seen=made.seen,
            others=others,
        )
        act.results(round=made.id.hex, came=came, went=went, at=at.isoformat())
    return made


def _in(stay: Stay, at: datetime) -> tuple[str, str]:
    was_out = stay.left_at.isoformat() if stay.left_at else ""
    stay.arrived_at, stay.left_at = stay.arrived_at or at, None
    stay.save(update_fields=["arrived_at", "left_at"])
    return stay.id.hex, was_out


def _out(stay: Stay, at: datetime) -> str:
    stay.left_at = at
    stay.save(update_fields=["left_at"])
    return stay.id.hex


@journal.undoes("nights.room_seen")
def _unseen(*, actor: Actor, at: datetime, act: journal.Act, results: Mapping[str, Any]) -> None:
    """Everyone is where they were before; refused when one of them came, went or moved since."""
    then = datetime.fromisoformat(results["at"])
    was_out = dict(results["came"])
    for stay in placing.stays(actor, list(was_out)):
        if not stay.inside or stay.ended_at or placing.next_night_counts_on(stay):
            raise refusals.LaterActs
        if out := was_out[stay.id.hex]:
            stay.left_at = datetime.fromisoformat(out)
        else:
            stay.arrived_at = None
        stay.save(update_fields=["arrived_at", "left_at"])
    for stay in placing.stays(actor, results["went"]):
        if stay.left_at != then or stay.ended_at:
            raise refusals.LaterActs
        stay.left_at = None
        stay.save(update_fields=["left_at"])
    RoomRound.objects.seen_by(actor).filter(id=results["round"]).update(ended_at=at)
