"""The bed board of a night: every room, every bed, and the numbers that matter; in a fixed number of queries."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import TextChoices
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from halte.accounts.actor import Actor
from halte.journal.recent import Recent, recent
from halte.nights import promise, queries
from halte.nights.doors import of_colleagues
from halte.nights.models import Stay, Want
from halte.sites.models import Bed, BedState, Room

JUST_DONE = 5


class BedLooks(TextChoices):
    """How a bed stands in a night; the value is its class in the style sheet."""

    IN = "in", gettext_lazy("inside")
    DUE = "due", gettext_lazy("expected")
    AWAY = "away", gettext_lazy("away, the bed is kept")
    FREE = "free", gettext_lazy("free")
    SHUT = "shut", gettext_lazy("closed")


@dataclass(frozen=True)
class BedShown:
    """One bed on the board. It names nobody."""

    id: UUID
    room: str
    label: str
    state: BedLooks
    fetch_first: bool = False
    """When everyone must go out, somebody goes to this bed first."""

    @property
    def held(self) -> bool:
        """Whether somebody was given this bed."""
        return self.state in {BedLooks.IN, BedLooks.DUE, BedLooks.AWAY}

    @property
    def name(self) -> str:
        """What a screen reader says, and what shows when one points at it."""
        said = {"room": self.room, "bed": self.label, "state": self.state.label}
        return _("Room %(room)s bed %(bed)s: %(state)s") % said


@dataclass(frozen=True)
class RoomShown:
    """One room on the board."""

    id: UUID
    code: str
    kind: str
    beds: tuple[BedShown, ...]

    def how_many(self, state: BedLooks) -> int:
        """How many beds stand so."""
        return sum(bed.state == state for bed in self.beds)

    @property
    def inside(self) -> int:
        """How many people are in the room's beds."""
        return self.how_many(BedLooks.IN)

    @property
    def expected(self) -> int:
        """How many have a bed here and are not away: inside or still to come."""
        return self.inside + self.how_many(BedLooks.DUE)

    @property
    def away(self) -> int:
        """How many said that they are away, and whose bed is kept."""
        return self.how_many(BedLooks.AWAY)

    @property
    def fetched_first(self) -> list[str]:
        """The beds with somebody in the house to which somebody goes first."""
        return [bed.label for bed in self.beds if bed.fetch_first and bed.state == BedLooks.IN]


@dataclass(frozen=True)
class Board:
    """A night as the night host sees it, and as programs read it."""

    night: date
    at: datetime
    rooms: tuple[RoomShown, ...]
    waiting: int
    warm_seats: int = 0

    @property
    def inside(self) -> int:
        """People in the house."""
        return sum(room.how_many(BedLooks.IN) for room in self.rooms)

    @property
    def expected(self) -> int:
        """People who have a bed and are not in the house, without those who said that they are away."""
        return sum(room.how_many(BedLooks.DUE) for room in self.rooms)

    @property
    def away(self) -> int:
        """People who said that they are away, and whose bed is kept."""
        return sum(room.away for room in self.rooms)

    @property
    def free(self) -> int:
        """Beds that can be given."""
        return sum(room.how_many(BedLooks.FREE) for room in self.rooms)

    @property
    def fetched_first(self) -> bool:
        """Whether somebody goes to some bed first when everyone must go out."""
        return any(room.fetched_first for room in self.rooms)

    @property
    def closed(self) -> int:
        """Beds that cannot be given: closed, not ready, or beyond the legal maximum."""
        return sum(room.how_many(BedLooks.SHUT) for room in self.rooms)

    @property
    def numbers(self) -> list[dict[str, object]]:
        """The numbers readable from two metres."""
        return [
            {"label": _("Inside"), "value": self.inside},
            {"label": _("Expected"), "value": self.expected},
            {"label": _("Free"), "value": self.free},
            {"label": _("Closed"), "value": self.closed},
            {"label": _("Waiting list"), "value": self.waiting, "tone": "wait" if self.waiting else ""},
            *({"label": words, "value": some} for words, some in self._now_and_then if some),
        ]

    @property
    def _now_and_then(self) -> list[tuple[str, int]]:
        return [(_("Away, bed kept"), self.away), (_("Warm seats"), self.warm_seats)]


def board(actor: Actor, night: date, at: datetime, *, room_id: UUID | None = None) -> Board:
    """The board of a night, or the part of it that is one room."""
    rooms = Room.objects.seen_by(actor).order_by("code")
    stays = {stay.bed_id: stay for stay in queries.holding(actor, night, at).order_by("night")}
    beds = Bed.objects.seen_by(actor).in_house(night, stays).order_by("position", "label")
    if room_id:
        rooms, beds = rooms.filter(id=room_id), beds.filter(room=room_id)
    by_room: dict[UUID, list[Bed]] = defaultdict(list)
    for bed in beds:
        by_room[bed.room_id].append(bed)
    return Board(
        night=night,
        at=at,
        rooms=tuple(_room(room, by_room[room.id], stays, night) for room in rooms),
        waiting=Want.objects.seen_by(actor).open_for(night).count(),
        warm_seats=0 if room_id else promise.warm_seats(actor, night, at),
    )


def _room(room: Room, beds: list[Bed], stays: dict[UUID, Stay], night: date) -> RoomShown:
    places = room.legal_maximum - sum(bed.id in stays for bed in beds)
    shown = []
    for bed in beds:
        looks = _looks(room, bed, stays.get(bed.id), night)
        if looks == BedLooks.FREE:
            places -= 1
            looks = BedLooks.FREE if places >= 0 else BedLooks.SHUT
        first = bed.id in stays and stays[bed.id].fetch_first
        shown.append(BedShown(bed.id, room.code, bed.label, looks, first))
    return RoomShown(room.id, room.code, room.get_kind_display(), tuple(shown))


def _looks(room: Room, bed: Bed, stay: Stay | None, night: date) -> BedLooks:
    if stay:
        if stay.night == night and stay.inside:
            return BedLooks.IN
        return BedLooks.AWAY if stay.away_on(night) else BedLooks.DUE
    usable = bed.state == BedState.READY and room.closed_since is None
    return BedLooks.FREE if usable else BedLooks.SHUT


def just_done(actor: Actor, night: date, at: datetime) -> list[Recent]:
    """What the desks of the site last did about beds, the newest first."""
    return recent(
        actor,
        at,
        undo_url=lambda line_id: reverse("nights:undo", args=[night, line_id]),
        of_colleagues=of_colleagues(actor),
        services=["nights"],
        shown=JUST_DONE,
    )
