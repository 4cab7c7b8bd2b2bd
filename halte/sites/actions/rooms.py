"""Rooms that close and open, and beds."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from halte import journal
from halte.common.retry import RetryKey
from halte.sites.actions.refusals import AlreadyClosed, NotClosed, NothingChanged, RoomElsewhere
from halte.sites.doors import SiteActor
from halte.sites.models import (
    Bed,
    BedState,
    Room,
    RoomClosedWhy,
)


def close_room(
    *,
    actor: SiteActor,
    room: Room,
    at: datetime,
    key: RetryKey,
    why: RoomClosedWhy = RoomClosedWhy.OTHER,
) -> None:
    """Nobody new is placed in the room; who sleeps there is moved by the night desk, not by this.

    Raises:
        AlreadyClosed: It is closed.
    """
    with journal.act(actor=actor, at=at, key=key, kind="sites.room_closed") as act:
        if not _room(actor, room).filter(closed_since__isnull=True).update(closed_since=at, closed_why=why):
            raise AlreadyClosed
        act.about(room=room.code, reason=why.value)
        act.results(room=room.id.hex)


def open_room(*, actor: SiteActor, room: Room, at: datetime, key: RetryKey) -> None:
    """The room may be slept in again.

    Raises:
        NotClosed: It is open.
    """
    with journal.act(actor=actor, at=at, key=key, kind="sites.room_opened") as act:
        closed = _room(actor, room).filter(closed_since__isnull=False).first()
        if closed is None:
            raise NotClosed
        _room(actor, room).update(closed_since=None, closed_why="")
        act.about(room=room.code)
        act.results(room=room.id.hex, why=closed.closed_why)


def beds_ready(*, actor: SiteActor, room: Room, at: datetime, key: RetryKey) -> int:
    """Every bed of a room that was to make or to clean is ready: one tap for a whole room.

    Returns:
        How many.

    Raises:
        NothingChanged: None was.
    """
    with journal.act(actor=actor, at=at, key=key, kind="sites.beds_ready") as act:
        dirty = Bed.objects.seen_by(actor).filter(room=room.id, state__in=[BedState.TO_MAKE, BedState.DEEP_CLEAN])
        before = {bed.hex: state for bed, state in dirty.values_list("id", "state")}
        if not before:
            raise NothingChanged
        dirty.update(state=BedState.READY)
        act.about(room=room.code, n=len(before))
        act.results(before=before)
    return len(before)


def keep_back(*, actor: SiteActor, bed: Bed, kept: bool, at: datetime, key: RetryKey) -> None:
    """A bed is a buffer: given by a person, or to a group at the door, never by itself. Or it is like any other again.

    Raises:
        RoomElsewhere: It is another site's bed.
        NothingChanged: It is so already.
    """
    with journal.act(actor=actor, at=at, key=key, kind="sites.bed_kept_back") as act:
        if not Bed.objects.seen_by(actor).filter(id=bed.id).exists():
            raise RoomElsewhere
        if not Bed.objects.seen_by(actor).filter(id=bed.id).exclude(kept_back=kept).update(kept_back=kept):
            raise NothingChanged
        act.about(room=bed.room.code, bed=bed.label, kept=kept)
        act.results(bed=bed.id.hex, kept=kept)


def set_bed_state(*, actor: SiteActor, bed: Bed, state: BedState, at: datetime, key: RetryKey) -> None:
    """A bed is ready, to make, to clean deeply, broken or closed. Whoever sleeps in it keeps it until they move.

    Raises:
        RoomElsewhere: It is another site's bed.
    """
    with journal.act(actor=actor, at=at, key=key, kind="sites.bed_state_set") as act:
        before = Bed.objects.seen_by(actor).filter(id=bed.id).values_list("state", flat=True).first()
        if before is None:
            raise RoomElsewhere
        Bed.objects.seen_by(actor).filter(id=bed.id).update(state=state)
        act.about(room=bed.room.code, bed=bed.label, state=state.value)
        act.results(bed=bed.id.hex, before=before)


@journal.undoes("sites.room_closed")
def _open_room_again(*, actor: SiteActor, at: datetime, act: journal.Act, results: Mapping[str, Any]) -> None:
    Room.objects.seen_by(actor).filter(id=results["room"]).update(closed_since=None, closed_why="")


@journal.undoes("sites.room_opened")
def _close_room_again(*, actor: SiteActor, at: datetime, act: journal.Act, results: Mapping[str, Any]) -> None:
    Room.objects.seen_by(actor).filter(id=results["room"], closed_since__isnull=True).update(
        closed_since=at, closed_why=results["why"]
    )


@journal.undoes("sites.beds_ready")
def _beds_as_before(*, actor: SiteActor, at: datetime, act: journal.Act, results: Mapping[str, Any]) -> None:
    for bed, state in results["before"].items():
        Bed.objects.seen_by(actor).filter(id=bed, state=BedState.READY).update(state=state)


@journal.undoes("sites.bed_kept_back")
def _kept_as_before(*, actor: SiteActor, at: datetime, act: journal.Act, results: Mapping[str, Any]) -> None:
    Bed.objects.seen_by(actor).filter(id=results["bed"]).update(kept_back=not results["kept"])


@journal.undoes("sites.bed_state_set")
def _bed_as_before(*, actor: SiteActor, at: datetime, act: journal.Act, results: Mapping[str, Any]) -> None:
    Bed.objects.seen_by(actor).filter(id=results["bed"]).update(state=results["before"])


def _room(actor: SiteActor, room: Room) -> Any:
    found = Room.objects.seen_by(actor).filter(id=room.id)
    if not found.exists():
        raise RoomElsewhere
    return found
