"""What makes the house: rooms, beds, and the facts that somebody counted in it. Actions, as in `actions`."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Max, ProtectedError
from django.utils.translation import gettext_lazy as _

from halte import journal
from halte.common import nights
from halte.common.refusal import Refusal, refusing
from halte.common.retry import RetryKey
from halte.sites.actions import NothingChanged, RoomElsewhere
from halte.sites.doors import SiteActor
from halte.sites.models import Bed, FactsVersion, Room, RoomKind, RoomVersion
from halte.sites.standards import Facts, legal_maximum, standard_limit

MOST_BEDS = 200


class CodeTaken(Refusal):
    """Another room has this number on its door."""

    code = "sites.code_taken"
    message = _("There is a room with this number already.")


class RoomInUse(Refusal):
    """Somebody slept there since."""

    code = "sites.room_in_use"
    message = _("Somebody had a bed there since. Close the room or the bed instead.")


class TooManyBeds(Refusal):
    """More beds than one room has room for on the board."""

    code = "sites.too_many_beds"
    message = _("A room has at most 200 beds.")


class NightIsOver(Refusal):
    """A room cannot be changed in the past."""

    code = "sites.night_is_over"
    message = _("This night is over. Choose tonight or a later one.")
    status = 422


class ChangedSince(Refusal):
    """The room is another one since."""

    code = "sites.changed_since"
    message = _("This room was changed since, or the change is in force. Change it again instead.")


class FactsChanged(Refusal):
    """Someone else counted while this form was open."""

    code = "sites.facts_changed"
    message = _("Somebody changed these numbers meanwhile. Look at them again, then change what you want.")


@dataclass(frozen=True)
class RoomFacts:
    """What a room is: who may sleep there, how large it is, what it offers."""

    kind: RoomKind
    floor: int
    area_dm2: int | None
    offers: Sequence[str]
    fire_limit: int
    dog_places: int = 0

    @property
    def columns(self) -> dict[str, Any]:
        """As the table holds them; the legal maximum is the smallest of all limits."""
        return {
            "kind": self.kind.value,
            "floor": self.floor,
            "area_dm2": self.area_dm2,
            "offers": sorted(self.offers),
            "dog_places": self.dog_places,
            "fire_limit": self.fire_limit,
            "standard_limit": standard_limit(area_dm2=self.area_dm2, kind=self.kind.value),
            "legal_maximum": legal_maximum(fire_limit=self.fire_limit, area_dm2=self.area_dm2, kind=self.kind.value),
        }


def add_room(
    *, actor: SiteActor, code: str, facts: RoomFacts, lower: int, upper: int, at: datetime, key: RetryKey
) -> Room:
    """A room stands at the site with its beds, numbered from 1, all ready.

    Keeps:
        The most people it may hold is the smallest of the fire limit and the standards.

    Raises:
        CodeTaken: The number is on another door of the site.
        TooManyBeds: More than the board can show.
    """
    with (
        refusing({"one_room_per_code": CodeTaken}),
        journal.act(actor=actor, at=at, key=key, kind="sites.room_added") as act,
    ):
        room: Room = Room.objects.create(site=actor.site, code=code, **facts.columns)
        beds = put_beds(actor, room, lower, upper)
        _version(actor, room, facts.columns, since=at, at=at)
        act.about(room=code, beds=len(beds), legal_maximum=room.legal_maximum)
        act.results(room=room.id.hex)
    return room


def add_beds(*, actor: SiteActor, room: Room, lower: int, upper: int, at: datetime, key: RetryKey) -> list[Bed]:
    """More beds stand in a room, ready, with the next numbers. How many may sleep there stays the same.

    Raises:
        NothingChanged: Not one bed was asked for.
        TooManyBeds: More than the board can show.
        RoomElsewhere: It is another site's room.
    """
    with journal.act(actor=actor, at=at, key=key, kind="sites.beds_added") as act:
        beds = put_beds(actor, _own(actor, room), lower, upper)
        if not beds:
            raise NothingChanged
        act.about(room=room.code, beds=len(beds))
        act.results(beds=[bed.id.hex for bed in beds])
    return beds


def change_room(
    *, actor: SiteActor, room: Room, facts: RoomFacts, at: datetime, key: RetryKey, night: date | None = None
) -> RoomVersion:
    """A room is for others, larger, or offers something else: a new version of it. Whoever has a bed there keeps it.

    Args:
        night: From which night on; empty is from now on.

    Raises:
        NothingChanged: It says the same.
        RoomElsewhere: It is another site's room.
        NightIsOver: The night is over.
    """
    with journal.act(actor=actor, at=at, key=key, kind="sites.room_changed") as act:
        standing = _own(actor, room)
        tonight = actor.site.tonight(at)
        later = night is not None and night > tonight
        if night is not None and night < tonight:
            raise NightIsOver
        before = {name: getattr(standing, name) for name in facts.columns}
        if before | {"offers": sorted(before["offers"])} == facts.columns:
            raise NothingChanged
        since = nights.begins(night, actor.site.zone) if night and later else at
        made = _version(actor, room, facts.columns, since=since, at=at)
        if not later:
            Room.objects.seen_by(actor).filter(id=room.id).update(**facts.columns)
        act.about(room=room.code, kind=facts.kind.value, legal_maximum=facts.columns["legal_maximum"])
        act.about(version=made.number)
        if later:
            act.about(night=night)
        act.results(room=room.id.hex, before=before, version=made.id.hex, later=later)
    return made


def begin_room_rules(*, actor: SiteActor, at: datetime, key: RetryKey) -> int:
    """What was decided for rooms from a night on is in force, once that night begins. It happens by itself.

    Returns:
        How many rooms changed.

    Raises:
        NothingChanged: Nothing was decided for this moment.
    """
    with journal.act(actor=actor, at=at, key=key, kind="sites.room_rules_began") as act:
        due = list(RoomVersion.objects.seen_by(actor).filter(began=False, since__lte=at).select_related("room"))
        if not due:
            raise NothingChanged
        for version in sorted(due, key=lambda version: version.number):
            Room.objects.seen_by(actor).filter(id=version.room_id).update(**version.rules)
        RoomVersion.objects.filter(id__in=[version.id for version in due]).update(began=True)
        act.about(rooms=sorted({version.room.code for version in due}))
        act.results(versions=[version.id.hex for version in due])
    return len({version.room_id for version in due})


def set_facts(*, actor: SiteActor, facts: Facts, at: datetime, key: RetryKey) -> FactsVersion:
    """The standards are assessed with these numbers from now on; the versions before stay as they were.

    Args:
        facts: Its `version` is the one that was looked at: setting rests on what was seen.

    Raises:
        FactsChanged: Another version was set since.
        NothingChanged: They say the same.
    """
    with journal.act(actor=actor, at=at, key=key, kind="sites.facts_set") as act:
        last: FactsVersion | None = FactsVersion.objects.seen_by(actor).order_by("-number").first()
        if (last.number if last else 0) != facts.version:
            raise FactsChanged
        if facts.stored() == (last.facts if last else {}):
            raise NothingChanged
        made: FactsVersion = FactsVersion.objects.create(
            site=actor.site, number=facts.version + 1, since=at, facts=facts.stored(), set_by=actor.id
        )
        act.about(version=made.number)
        act.results(version=made.id.hex)
    return made


@journal.undoes("sites.room_added")
def _take_room_away(*, actor: SiteActor, at: datetime, act: journal.Act, results: Mapping[str, Any]) -> None:
    try:
        Bed.objects.seen_by(actor).filter(room_id=results["room"]).delete()
        Room.objects.seen_by(actor).filter(id=results["room"]).delete()
    except ProtectedError:
        raise RoomInUse from None


@journal.undoes("sites.beds_added")
def _take_beds_away(*, actor: SiteActor, at: datetime, act: journal.Act, results: Mapping[str, Any]) -> None:
    try:
        Bed.objects.seen_by(actor).filter(id__in=results["beds"]).delete()
    except ProtectedError:
        raise RoomInUse from None


@journal.undoes("sites.room_changed")
def _room_as_before(*, actor: SiteActor, at: datetime, act: journal.Act, results: Mapping[str, Any]) -> None:
    made = RoomVersion.objects.seen_by(actor).filter(id=results["version"])
    if RoomVersion.objects.seen_by(actor).filter(room=results["room"], number__gt=made.values("number")[:1]).exists():
        raise ChangedSince
    if not results["later"]:
        Room.objects.seen_by(actor).filter(id=results["room"]).update(**results["before"])
    elif made.filter(began=True).exists():
        raise ChangedSince
    made.delete()


def _own(actor: SiteActor, room: Room) -> Room:
    found: Room | None = Room.objects.seen_by(actor).filter(id=room.id).first()
    if found is None:
        raise RoomElsewhere
    return found


def _version(actor: SiteActor, room: Room, rules: Mapping[str, Any], *, since: datetime, at: datetime) -> RoomVersion:
    last = RoomVersion.objects.seen_by(actor).filter(room=room).aggregate(last=Max("number"))["last"] or 0
    made: RoomVersion = RoomVersion.objects.create(
        site=actor.site,
        room=room,
        number=last + 1,
        since=since,
        rules=dict(rules),
        set_at=at,
        set_by=actor.id,
        began=since <= at,
    )
    return made


def put_beds(
    actor: SiteActor,
    room: Room,
    lower: int,
    upper: int,
    *,
    first_night: date | None = None,
    last_night: date | None = None,
) -> list[Bed]:
    """Numbered on from the highest number in the room; lower bunks first. They stand for good, or for some nights."""
    standing = Bed.objects.seen_by(actor).filter(room=room)
    if standing.count() + lower + upper > MOST_BEDS:
        raise TooManyBeds
    highest = max((int(label) for label in standing.values_list("label", flat=True) if label.isdecimal()), default=0)
    last = standing.aggregate(last=Max("position"))["last"] or 0
    made = [
        Bed(
            site=actor.site,
            room=room,
            label=str(highest + turn),
            position=last + turn,
            lower=turn <= lower,
            first_night=first_night,
            last_night=last_night,
        )
        for turn in range(1, lower + upper + 1)
    ]
    return list(Bed.objects.bulk_create(made))
