"""Who is inside, what is free, what a guest has: everything already scoped to one site."""

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Sum

from halte.accounts.actor import Actor
from halte.guests import queries as guest_queries
from halte.guests.actions import CardNotLive, GuestElsewhere
from halte.guests.models import Guest, GuestState
from halte.sites import queries as sites
from halte.sites.models import Closure, Hours, Service, Site, SiteKind
from halte.sites.rules import Rules
from halte.visits import rules
from halte.visits.models import (
    DoorCount,
    DoorKind,
    Letter,
    Numbered,
    NumberedService,
    Queue,
    ServiceCount,
    TagKind,
    Ticket,
    Visit,
)
from halte.visits.queries.tags import taken_in_on
from halte.visits.rules import Slot


def live_guest(actor: Actor, guest: Guest) -> Guest:
    """The guest, when the card is live and of the actor's own site.

    Raises:
        GuestElsewhere: Another site's guest, or one that was erased.
        CardNotLive: The card was replaced or closed.
    """
    state = Guest.objects.seen_by(actor).filter(id=guest.id).values_list("state", flat=True).first()
    if state is None:
        raise GuestElsewhere
    if state != GuestState.LIVE:
        raise CardNotLive
    return guest


def by_code(actor: Actor, typed: str) -> Guest:
    """The guest whose card was scanned, or whose spoken code was said or typed.

    Raises:
        CodeUnknown: No card of this site.
        CodeShared: Two live cards have the spoken code.
    """
    secret = guest_queries.secret_in(typed)
    if secret is None:
        return guest_queries.by_spoken(actor, typed)
    guest = guest_queries.by_secret(actor, secret)
    if guest is None:
        raise guest_queries.CodeUnknown
    return guest


def hour_of(site: Site, at: datetime) -> int:
    """The hour on the site's clock."""
    return at.astimezone(site.zone).hour


def day_of(site: Site, at: datetime) -> date:
    """The day that runs now. A hostel's runs noon to noon: who came at 23:00 is still inside at 02:00."""
    return site.tonight(at) if site.kind == SiteKind.HOSTEL else site.today(at)


def inside_now(site: Site, at: datetime) -> int:
    """How many are inside: cards that have not left, and everyone counted at the door since the day began."""
    since = day_of(site, at)
    here: Any = Visit.objects.everywhere(because="counted for one site").filter(site=site, on__gte=since)
    return int(here.filter(left_at__isnull=True).count()) + sum(_door_sums(site, since).values())


def _door_sums(site: Site, since: date) -> dict[str, int]:
    rows: Any = DoorCount.objects.everywhere(because="counted for one site").filter(site=site, on__gte=since)
    return dict(rows.values_list("kind").annotate(sum=Sum("number")))


def door_counts(actor: Actor, at: datetime) -> dict[str, int]:
    """Men, women and children counted at the door since the day began."""
    sums = _door_sums(actor.site, day_of(actor.site, at))
    return {kind.value: sums.get(kind.value, 0) for kind in DoorKind}


def service_counts(actor: Actor, at: datetime) -> dict[str, int]:
    """Meals, drinks and the other counted services since the day began; a phone with a tag is one that charges."""
    since = day_of(actor.site, at)
    rows: Any = ServiceCount.objects.seen_by(actor).filter(on__gte=since)
    sums = dict(rows.values_list("service").annotate(sum=Sum("number")))
    phones = taken_in_on(actor.site, since)[TagKind.PHONE]
    return sums | {"charging": sums.get("charging", 0) + phones} if phones else sums


def is_inside(guest: Guest, at: datetime) -> bool:
    """Whether the guest came in since the day began and has not left."""
    visit = open_visit(guest)
    return visit is not None and visit.on >= day_of(guest.site, at)


def open_visit(guest: Guest) -> Visit | None:
    """The guest's visit that has not ended, of today or of a day that nobody closed."""
    return Visit.objects.filter(guest=guest, left_at__isnull=True).first()


def closing(site: Site, on: date) -> datetime:
    """The moment at which a site closes on a date; midnight after it when it does not open, or has no hours."""
    midnight = datetime.combine(on + timedelta(days=1), time(0), site.zone)
    return max((_end(row, on, site) for row in sites.hours_on(site, on)), default=midnight)


def _end(row: Hours, on: date, site: Site) -> datetime:
    next_morning = timedelta(days=1) if row.closes <= row.opens else timedelta(0)
    return datetime.combine(on + next_morning, row.closes, site.zone)


def closed_services(actor: Actor, at: datetime) -> frozenset[str]:
    """The services that are not offered today although their hours say so; all of them when the house stays closed."""
    rows: Any = Closure.objects.seen_by(actor).filter(on=actor.site.today(at), ended_at__isnull=True)
    closed = frozenset(rows.values_list("service", flat=True))
    return frozenset(Service.values) if "" in closed else closed


@dataclass(frozen=True)
class Showers:
    """The showers of one day: when they begin, how many cabins, who has which."""

    moments: list[datetime]
    cabins: int
    given: list[Numbered]
    minutes: int

    @property
    def taken(self) -> set[Slot]:
        """The slots that somebody has."""
        return {Slot(row.starts_at, row.number) for row in self.given if row.starts_at}

    def free_after(self, at: datetime) -> list[Slot]:
        """The free slots that still come, the earliest first."""
        return list(rules.free([moment for moment in self.moments if moment >= at], self.cabins, self.taken))


def showers(actor: Actor, at: datetime, house: Rules | None = None) -> Showers:
    """The showers of today, with what is given."""
    house = house or actor.site.rules_at(at)
    today = actor.site.today(at)
    rows = Numbered.objects.seen_by(actor).filter(on=today, service=NumberedService.SHOWER, ended_at__isnull=True)
    return Showers(
        moments=rules.starts(
            today,
            actor.site.zone,
            opens_minute=house.shower_opens_minute,
            closes_minute=house.shower_closes_minute,
            minutes=house.shower_minutes,
        ),
        cabins=house.shower_cabins,
        given=list(rows.select_related("guest__site").order_by("starts_at", "number")),
        minutes=house.shower_minutes,
    )


def free_slots(actor: Actor, at: datetime) -> list[Slot]:
    """The shower slots that are still to come today and that nobody has; none while showers are closed."""
    return [] if Service.SHOWER in closed_services(actor, at) else showers(actor, at).free_after(at)


def lockers_taken(actor: Actor) -> dict[int, UUID]:
    """The lockers in use: number and the row that says so."""
    rows: Any = Numbered.objects.seen_by(actor).filter(service=NumberedService.LOCKER, ended_at__isnull=True)
    return dict(rows.order_by("number").values_list("number", "id"))


def numbered(actor: Actor, row_id: UUID) -> Numbered | None:
    """A shower slot or locker of the actor's own site, given back or not."""
    found: Numbered | None = Numbered.objects.seen_by(actor).select_related("guest").filter(id=row_id).first()
    return found


def letter(actor: Actor, letter_id: UUID) -> Letter | None:
    """A letter of the actor's own site, waiting or not."""
    found: Letter | None = Letter.objects.seen_by(actor).select_related("guest").filter(id=letter_id).first()
    return found


def letters_waiting(actor: Actor) -> int:
    """How many letters wait at the actor's site."""
    return int(Letter.objects.seen_by(actor).filter(passed_at__isnull=True, ended_at__isnull=True).count())


def waiting(actor: Actor, queue: str, at: datetime) -> list[Ticket]:
    """The tickets of today that were not called yet, the first in line first."""
    rows: Any = Ticket.objects.seen_by(actor).filter(queue=queue, on=actor.site.today(at))
    return list(rows.filter(called_at__isnull=True, ended_at__isnull=True).order_by("number"))


def called(actor: Actor, queue: str, at: datetime) -> list[Ticket]:
    """The tickets of today that were called and are not served yet, the last called first."""
    rows: Any = Ticket.objects.seen_by(actor).filter(queue=queue, on=actor.site.today(at))
    return list(rows.filter(called_at__isnull=False, ended_at__isnull=True).order_by("-called_at"))


def ticket(actor: Actor, ticket_id: UUID) -> Ticket | None:
    """A ticket of the actor's own site, served or not."""
    found: Ticket | None = Ticket.objects.seen_by(actor).select_related("guest").filter(id=ticket_id).first()
    return found


@dataclass(frozen=True)
class Holding:
    """What a guest has here and now."""

    visit: Visit | None = None
    locker: Numbered | None = None
    showers: list[Numbered] = field(default_factory=list)
    tickets: list[Ticket] = field(default_factory=list)
    letters: list[Letter] = field(default_factory=list)


def holding(guest: Guest, at: datetime) -> Holding:
    """What a guest has open: visit, showers of today, locker, tickets of today, letters."""
    today = guest.site.today(at)
    things = list(Numbered.objects.filter(guest=guest, ended_at__isnull=True, service__in=NumberedService.values))
    return Holding(
        visit=open_visit(guest),
        locker=next((row for row in things if row.service == NumberedService.LOCKER), None),
        showers=_by_start(row for row in things if row.service == NumberedService.SHOWER and row.on == today),
        tickets=list(Ticket.objects.filter(guest=guest, queue__in=Queue.values, on=today, ended_at__isnull=True)),
        letters=list(Letter.objects.filter(guest=guest, passed_at__isnull=True, ended_at__isnull=True)),
    )


def _by_start(rows: Any) -> list[Numbered]:
    return sorted(rows, key=lambda row: row.starts_at)


def numbers_of_today(actor: Actor, guest: Guest, service: str, at: datetime) -> Collection[int]:
    """Which of the guest's first, second … of a service today are taken."""
    rows: Any = Numbered.objects.seen_by(actor).filter(
        guest=guest, service=service, on=actor.site.today(at), ended_at__isnull=True
    )
    return set(rows.values_list("nth", flat=True))
