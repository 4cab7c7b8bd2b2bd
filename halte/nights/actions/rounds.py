"""The night round: room by room, who has a bed there and who was seen; from then on that is who is in the house."""

from collections.abc import Collection, Mapping
from datetime import date, datetime
from typing import Any
from uuid import UUID

from halte import journal
from halte.accounts.actor import Actor
from halte.common.retry import RetryKey
from halte.nights import placing, queries, refusals, rounds
from halte.nights.models import Stay
from halte.nights.night_watch import NightRound, RoomRound
from halte.sites.models import Bed, Room


def begin_round(*, actor: Actor, night: date, at: datetime, key: RetryKey) -> NightRound:
    """Another round begins: no room was seen in it yet. What the rounds before found stays as it was written.

    Raises:
        NightOutOfReach: It is not the night that runs.
        RoundHasBegun: No room was seen yet in the round that runs.
    """
    with journal.act(actor=actor, at=at, key=key, kind="nights.round_begun") as act:
        _tonight(actor, night, at)
        running = rounds.current(actor, night, at)
        if running and not running.rooms.filter(ended_at=None).exists():
            raise refusals.RoundHasBegun
        made = _begin(actor, night, at)
        act.about(night=night, number=made.number)
        act.results(round=made.id.hex)
    return made


def see_room(
    *,
    actor: Actor,
    room: Room,
    night: date,
    seen: Collection[UUID],
    at: datetime,
    key: RetryKey,
    all_here: bool = False,
) -> RoomRound:
    """Somebody went through a room: whoever lies in these beds, or is known to be in the house, is inside.

    Keeps:
        Nobody loses a bed: whoever was not seen is out, and their bed is kept.
        Whoever said that they are away is not expected, and is no longer away when they are seen.
        Somebody in a bed that nobody was given is counted too, so that the house knows how many breathe in it.
        The first room that is seen begins the round when none runs.

    Args:
        seen: Beds with somebody in them. Beds of other rooms are not counted.
        all_here: Everyone expected in the room was seen as well.

    Raises:
        NightOutOfReach: It is not the night that runs.
        NotHere: The room is not of the actor's site.
    """
    with journal.act(actor=actor, at=at, key=key, kind="nights.room_seen") as act:
        _tonight(actor, night, at)
        found = Room.objects.seen_by(actor).filter(pk=room.pk).first()
        if found is None:
            raise refusals.NotHere
        held = list(queries.holding(actor, night, at).filter(bed__room=found).select_related("guest"))
        lying = set(seen) | ({stay.bed_id for stay in held if not stay.away_on(night)} if all_here else set())
        came, went = [], []
        for stay in held:
            if stay.bed_id in lying and not (stay.night == night and stay.inside):
                came.append(_in(placing.written_down(stay, night, at), at))
            elif stay.bed_id not in lying and stay.night == night and stay.inside:
                went.append(_out(stay, at))
        free = Bed.objects.seen_by(actor).filter(room=found, id__in=lying)
        running = rounds.current(actor, night, at)
        made: RoomRound = RoomRound.objects.create(
            site=actor.site,
            round=running or _begin(actor, night, at),
            room=found,
            night=night,
            seen_at=at,
            expected=sum(stay.bed_id in lying or not stay.away_on(night) for stay in held),
            seen=sum(stay.bed_id in lying for stay in held),
            others=free.exclude(id__in=[stay.bed_id for stay in held]).count(),
        )
        changed = {one["stay"] for one in came} | set(went)
        about = Stay.objects.seen_by(actor).filter(id__in=changed).select_related("guest")
        act.about(
            [stay.guest for stay in about],
            night=night,
            room=found.code,
            round=made.round.number,
            expected=made.expected,
            seen=made.seen,
            others=made.others,
        )
        act.results(round=made.id.hex, came=came, went=went, at=at.isoformat())
        if running is None:
            act.results(begun=made.round_id.hex)
    return made


def _tonight(actor: Actor, night: date, at: datetime) -> None:
    if night != actor.site.tonight(at):
        raise refusals.NightOutOfReach


def _begin(actor: Actor, night: date, at: datetime) -> NightRound:
    made: NightRound = NightRound.objects.create(
        site=actor.site, night=night, number=rounds.next_number(actor, night), began_at=at
    )
    return made


def _in(stay: Stay, at: datetime) -> dict[str, Any]:
    was: dict[str, Any] = {"stay": stay.id.hex, "was_out": stay.left_at.isoformat() if stay.left_at else ""}
    if stay.away_on(stay.night):
        was["was_away"] = [str(stay.away_from), str(stay.away_until)]
        stay.away_from = stay.away_until = None
    stay.arrived_at, stay.left_at = stay.arrived_at or at, None
    stay.save(update_fields=["arrived_at", "left_at", "away_from", "away_until"])
    return was


def _out(stay: Stay, at: datetime) -> str:
    stay.left_at = at
    stay.save(update_fields=["left_at"])
    return stay.id.hex


@journal.undoes("nights.round_begun")
def _not_begun(*, actor: Actor, at: datetime, act: journal.Act, results: Mapping[str, Any]) -> None:
    """As before; refused when a room was seen in it since."""
    made = NightRound.objects.seen_by(actor).get(id=results["round"])
    if made.rooms.filter(ended_at=None).exists():
        raise refusals.LaterActs
    _end(made, at)


def _end(made: NightRound, at: datetime) -> None:
    made.ended_at = at
    made.save(update_fields=["ended_at"])


@journal.undoes("nights.room_seen")
def _unseen(*, actor: Actor, at: datetime, act: journal.Act, results: Mapping[str, Any]) -> None:
    """Everyone is where they were before; refused when one of them came, went or moved since."""
    then = datetime.fromisoformat(results["at"])
    was = {one["stay"]: one for one in results["came"]}
    for stay in placing.stays(actor, list(was)):
        if not stay.inside or stay.ended_at or placing.next_night_counts_on(stay):
            raise refusals.LaterActs
        _as_it_was(stay, was[stay.id.hex])
    for stay in placing.stays(actor, results["went"]):
        if stay.left_at != then or stay.ended_at:
            raise refusals.LaterActs
        stay.left_at = None
        stay.save(update_fields=["left_at"])
    RoomRound.objects.seen_by(actor).filter(id=results["round"]).update(ended_at=at)
    begun = NightRound.objects.seen_by(actor).filter(id=results.get("begun")).first()
    if begun and not begun.rooms.filter(ended_at=None).exists():
        _end(begun, at)


def _as_it_was(stay: Stay, was: Mapping[str, Any]) -> None:
    if was["was_out"]:
        stay.left_at = datetime.fromisoformat(was["was_out"])
    else:
        stay.arrived_at = None
    if "was_away" in was:
        stay.away_from, stay.away_until = (date.fromisoformat(said) for said in was["was_away"])
    stay.save(update_fields=["arrived_at", "left_at", "away_from", "away_until"])
