"""What a site offers now, and where people may sleep."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import UUID

from django.contrib.auth import get_user_model
from django.utils.dates import WEEKDAYS

from halte.sites import spells
from halte.sites.models import (
    AtSite,
    Bed,
    BedState,
    Closure,
    FactsVersion,
    Hours,
    PlaceNeed,
    Room,
    RoomVersion,
    RulesVersion,
    Service,
    Shutter,
    Site,
)
from halte.sites.standards import Facts, Sleeping

NEARLY_READY = (BedState.READY, BedState.TO_MAKE, BedState.DEEP_CLEAN)
"""Beds that need only hands to be given."""


@dataclass(frozen=True)
class OfferedToday:
    """One service as it stands today: its hours, and whether somebody closed it."""

    service: Service
    hours: list[Hours]
    open_now: bool
    closure: Closure | None


@dataclass(frozen=True)
class RoomNow:
    """A room with its beds, and how many of them can be slept in."""

    room: Room
    beds: list[Bed]
    offers: list[str]
    night: date

    @property
    def ready(self) -> int:
        """Beds that somebody may be placed in."""
        return (
            0
            if self.room.closed_since
            else sum(bed.state == BedState.READY and bed.stands(self.night) for bed in self.beds)
        )


@dataclass(frozen=True)
class WeekdayHours:
    """The opening hours of one weekday."""

    weekday: int
    name: Any
    hours: list[Hours]


def site_is_open(site: Site, at: datetime) -> bool:
    """Whether the house is open: after its opening day, within its hours, on a day on which it does not stay closed.

    Hours past midnight belong to the evening. Desk, board, guide and files all ask here.
    """
    if site.opened_on is None or site.opened_on > site.today(at):
        return False
    return any(_covers(row, site, at) for row in _hours_around(site, at) if not row.service)


def closes_at(site: Site, at: datetime) -> datetime | None:
    """When the house closes that is open now; None while it is not, or when it has no hours."""
    ends = [_end(row, site, at) for row in _hours_around(site, at) if not row.service and _covers(row, site, at)]
    return max(ends, default=None)


def closed_days(site: Site, since: date) -> list[date]:
    """The dates from a day on, on which the whole house stays closed."""
    rows: Any = Closure.objects.everywhere(because="closed days are shown to anyone, site by site")
    whole = rows.filter(site=site, service="", on__gte=since, ended_at__isnull=True)
    return list(whole.order_by("on").values_list("on", flat=True))


def hours_on(site: Site, on: date) -> list[Hours]:
    """When the house opens on a date; never on a day on which it stays closed."""
    if on in closed_days(site, on):
        return []
    return [row for row in _hours_of(site) if not row.service and row.weekday == on.weekday()]


def screens_rest(site: Site) -> bool:
    """Whether the shutter is down: no screen of the site shows people."""
    rows: Any = Shutter.objects.everywhere(because="asked for one site, by its own screens")
    found: bool = rows.filter(site=site, opened_at__isnull=True).exists()
    return found


def offered_today(site: Site, at: datetime) -> list[OfferedToday]:
    """Every service that the site offers on some day, with today's hours."""
    rows = _hours_of(site)
    closures = {row.service: row for row in _closures_on(site, site.today(at))}
    weekday = site.today(at).weekday()
    around = _hours_around(site, at)
    later = _later_hour(site, at)
    found = []
    for service in Service:
        if not any(row.service == service for row in rows):
            continue
        closure = closures.get(service) or closures.get("")
        open_now = closure is None and any(row.service == service and _covers(row, site, at) for row in around)
        today = [later(row) for row in rows if row.service == service and row.weekday == weekday]
        found.append(OfferedToday(service, today, open_now, closure))
    return found


def week(site: Site) -> list[WeekdayHours]:
    """The opening hours of the house, day by day."""
    whole = [row for row in _hours_of(site) if not row.service]
    return [WeekdayHours(day, WEEKDAYS[day], [row for row in whole if row.weekday == day]) for day in range(7)]


def rooms(actor: AtSite, night: date) -> list[RoomNow]:
    """The rooms of the actor's site with their beds, as they stand in a night."""
    found = Room.objects.seen_by(actor).prefetch_related("beds")
    return [_room_now(room, night) for room in found]


def room(actor: AtSite, room_id: UUID, night: date) -> RoomNow | None:
    """One room of the actor's own site, as it stands in a night."""
    found = Room.objects.seen_by(actor).prefetch_related("beds").filter(id=room_id).first()
    return _room_now(found, night) if found else None


def room_versions(actor: AtSite, room: Room) -> list[tuple[RoomVersion, str]]:
    """What a room was and will be, the newest first, and what whoever decided it is called."""
    versions = list(RoomVersion.objects.seen_by(actor).filter(room=room).order_by("-number"))
    staff: Any = get_user_model()
    called = dict(staff.objects.filter(id__in={one.set_by for one in versions}).values_list("id", "called"))
    return [(version, called.get(version.set_by, "")) for version in versions]


def bed(actor: AtSite, bed_id: UUID) -> Bed | None:
    """One bed of the actor's own site."""
    found: Bed | None = Bed.objects.seen_by(actor).select_related("room").filter(id=bed_id).first()
    return found


def facts(actor: AtSite) -> Facts:
    """What somebody counted in the house last; nothing before that."""
    last: FactsVersion | None = FactsVersion.objects.seen_by(actor).order_by("-number").first()
    return last.known if last else Facts()


def sleeping(actor: AtSite, night: date) -> list[Sleeping]:
    """The rooms that are open, with the places that can be given in them (an unmade bed counts).

    A place of the cold plan counts as any other: standards hold on a cold night too.
    """
    return [
        Sleeping(
            code=now.room.code,
            kind=now.room.kind,
            places=min(
                now.room.legal_maximum,
                sum(bed.state in NEARLY_READY and bed.stands(night) for bed in now.beds),
            ),
            area_dm2=now.room.area_dm2,
            locks=PlaceNeed.DOOR_THAT_LOCKS in now.room.offers,
        )
        for now in rooms(actor, night)
        if not now.room.closed_since
    ]


def rules_versions(actor: AtSite) -> list[RulesVersion]:
    """Every version of the site's rules, the newest first."""
    return list(RulesVersion.objects.seen_by(actor).order_by("-number"))


def _room_now(room: Room, night: date) -> RoomNow:
    beds = [bed for bed in room.beds.all() if bed.last_night is None or bed.last_night >= night]
    offers = [str(name) for name in room.offered]
    return RoomNow(room, sorted(beds, key=lambda bed: bed.position), offers, night)


def _hours_of(site: Site) -> list[Hours]:
    rows: Any = Hours.objects.everywhere(because="hours are shown to anyone, site by site")
    return list(rows.filter(site=site).order_by("weekday", "opens"))


def _closures_on(site: Site, day: date) -> list[Closure]:
    rows: Any = Closure.objects.everywhere(because="closed services are shown to anyone, site by site")
    return list(rows.filter(site=site, on=day, ended_at__isnull=True))


def _hours_around(site: Site, at: datetime) -> list[Hours]:
    """Today's hours, and yesterday's that run past midnight; none of a day on which the house stays closed."""
    today = site.today(at)
    yesterday = today - timedelta(days=1)
    later = _later_hour(site, at)
    rows = [later(row) for row in _hours_of(site)]
    closed = closed_days(site, yesterday)
    begun = [row for row in rows if row.weekday == today.weekday() and today not in closed]
    overnight = [row for row in rows if row.weekday == yesterday.weekday() and row.closes <= row.opens]
    return begun + (overnight if yesterday not in closed else [])


def _later_hour(site: Site, at: datetime) -> Callable[[Hours], Hours]:
    """How the hours of a bed for the night read while the cold plan keeps the door open longer."""
    told = spells.notice(site, at)
    if told is None or not told.open_until:
        return lambda row: row
    until = time.fromisoformat(told.open_until)

    def read(row: Hours) -> Hours:
        if row.service == Service.BED and _after(row.opens, until) > _after(row.opens, row.closes):
            row.closes = until
        return row

    return read


def _after(opens: time, moment: time) -> int:
    """Minutes from the opening, past midnight if need be."""
    return ((moment.hour - opens.hour) * 60 + moment.minute - opens.minute) % (24 * 60)


def _covers(row: Hours, site: Site, at: datetime) -> bool:
    clock = at.astimezone(site.zone).time()
    overnight = row.closes <= row.opens
    if row.weekday == site.today(at).weekday():
        return row.opens <= clock and (overnight or clock < row.closes)
    return overnight and clock < row.closes


def _end(row: Hours, site: Site, at: datetime) -> datetime:
    """The end of an opening that covers this moment: today, or tomorrow if it began today and runs past midnight."""
    today = site.today(at)
    past_midnight = (
        row.closes <= row.opens and row.weekday == today.weekday() and at.astimezone(site.zone).time() >= row.opens
    )
    return datetime.combine(today + timedelta(days=past_midnight), row.closes, site.zone)
