"""What the door holds for one guest, taken as one whole: visits, numbers, lockers, tags and letters."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.db.models import F, Q, QuerySet
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from halte import journal
from halte.accounts.actor import Actor
from halte.common.languages import colon
from halte.common.refusal import Refusal
from halte.guests.belongings import Told, of_guests
from halte.guests.models import Guest
from halte.visits import rules
from halte.visits.models import (
    BedAsked,
    DoorCount,
    DoorKind,
    Ending,
    Letter,
    Numbered,
    NumberedService,
    Tagged,
    Ticket,
    Visit,
)

WHY = "told to the guest themselves"
LOCKER = NumberedService.LOCKER
MOST_A_DAY = 1000


class TwoLockers(Refusal):
    """Both cards of one person have a locker."""

    code = "visits.two_lockers"
    message = gettext_lazy("Both cards have a locker. Empty one and give it back first.")


class OfVisits:
    """Everything at the door of a day centre."""

    def carry_over(
        self, act: journal.Act, *, actor: Actor, old: Guest, new: Guest, bed_of: Guest | None, at: datetime
    ) -> None:
        """Visits, showers, letters and tags add up; of two numbers in one queue the earlier one lives.

        Raises:
            TwoLockers: There are things of theirs in two lockers, and a card opens one.
        """
        _one_visit(actor, old, new, at)
        _numbered(actor, old, new)
        _earlier_ticket(actor, old, new, at)
        _one_bed_asked(actor, old, new, at)
        models: tuple[Any, ...] = (Visit, Ticket, Letter, Tagged, BedAsked)
        for model in models:
            model.objects.seen_by(actor).filter(guest=old).update(guest=new)

    def let_go(self, act: journal.Act, *, actor: Actor, guest: Guest, at: datetime) -> None:
        """Inside no more, and no number waits. What is in a locker, a bag or a letter is still theirs: see `told`."""
        Visit.objects.seen_by(actor).filter(guest=guest, left_at__isnull=True).update(left_at=at, ending=Ending.LEFT)
        held = Numbered.objects.seen_by(actor).filter(guest=guest, ended_at__isnull=True, starts_at__gt=at)
        held.update(ended_at=at, ending=Ending.GIVEN_BACK)
        models: tuple[Any, ...] = (Ticket, BedAsked)
        for model in models:
            rows = model.objects.seen_by(actor).filter(guest=guest, ended_at__isnull=True)
            rows.update(ended_at=at, ending=Ending.UNDONE)

    def hand_over(self, act: journal.Act, *, actor: Actor, guest: Guest, at: datetime) -> None:
        """Locker and tags are free for others; the letters are gone."""
        models: tuple[Any, ...] = (Numbered, Tagged)
        for model in models:
            rows = model.objects.seen_by(actor).filter(guest=guest, ended_at__isnull=True)
            rows.update(ended_at=at, ending=Ending.GIVEN_BACK)
        _letters_here(Letter.objects.seen_by(actor).filter(guest=guest)).update(passed_at=at)

    def told(self, *, guest: Guest, at: datetime) -> list[Told]:
        """What lies here for them, and when they came."""
        letters = _letters_here(_of(Letter, guest))
        lockers = _of(Numbered, guest).filter(service=LOCKER, ended_at__isnull=True)
        tags = _of(Tagged, guest).filter(ended_at__isnull=True)
        return [
            Told(_("Letters that wait for you"), [_letter(one) for one in letters], waits=True, in_hand=True),
            Told(_("Your locker"), [str(one.number) for one in lockers], waits=True, in_hand=True),
            Told(_("Phones and bags we keep for you"), [_tag(one) for one in tags], waits=True, in_hand=True),
            *_told_of_the_past(guest),
        ]

    def erase(self, act: journal.Act, *, actor: Actor, guest: Guest, at: datetime) -> None:
        """Nobody came and nobody waited. Today's visit is counted over to the door, where it names nobody.

        A number on a door, a tag or in a queue that is in use stays, as a number of nobody: its bag is still here.
        """
        _count_over(actor, guest, at)
        mine = Q(guest=guest)
        models: tuple[Any, ...] = (Visit, Numbered, Letter, BedAsked)
        for model in models:
            model.objects.seen_by(actor).filter(mine).delete()
        numbers: tuple[Any, ...] = (Ticket, Tagged)
        for model in numbers:
            model.objects.seen_by(actor).filter(mine).update(guest=None)


def _of(model: Any, guest: Guest) -> "QuerySet[Any]":
    found: QuerySet[Any] = model.objects.everywhere(because=WHY).filter(guest=guest)
    return found


def _letters_here(letters: "QuerySet[Any]") -> "QuerySet[Any]":
    return letters.filter(passed_at__isnull=True, ended_at__isnull=True)


def _one_visit(actor: Actor, old: Guest, new: Guest, at: datetime) -> None:
    """Whoever came in with both cards is inside once; the earlier arrival stands."""
    theirs = Visit.objects.seen_by(actor).filter(guest=old, left_at__isnull=True).first()
    mine = Visit.objects.seen_by(actor).filter(guest=new, left_at__isnull=True).first()
    if theirs and mine:
        theirs.left_at, theirs.ending = at, Ending.UNDONE
        theirs.save(update_fields=["left_at", "ending"])
        if theirs.on == mine.on and theirs.arrived_at < mine.arrived_at:
            mine.arrived_at, mine.hour = theirs.arrived_at, theirs.hour
            mine.save(update_fields=["arrived_at", "hour"])


def _numbered(actor: Actor, old: Guest, new: Guest) -> None:
    lockers = Numbered.objects.seen_by(actor).filter(guest__in=[old, new], service=LOCKER, ended_at__isnull=True)
    if lockers.count() > 1:
        raise TwoLockers
    for one in Numbered.objects.seen_by(actor).filter(guest=old).order_by("given_at"):
        same_day = Numbered.objects.seen_by(actor).filter(
            guest=new, service=one.service, on=one.on, ended_at__isnull=True
        )
        one.nth = rules.lowest_free(set(same_day.values_list("nth", flat=True)), MOST_A_DAY) or one.nth
        one.guest = new
        one.save(update_fields=["guest", "nth"])


def _earlier_ticket(actor: Actor, old: Guest, new: Guest, at: datetime) -> None:
    for theirs in Ticket.objects.seen_by(actor).filter(guest=old, ended_at__isnull=True):
        mine = Ticket.objects.seen_by(actor).filter(guest=new, queue=theirs.queue, on=theirs.on, ended_at__isnull=True)
        if other := mine.first():
            later = max((theirs, other), key=lambda ticket: ticket.number)
            Ticket.objects.filter(id=later.id).update(ended_at=at, ending=Ending.UNDONE)


def _one_bed_asked(actor: Actor, old: Guest, new: Guest, at: datetime) -> None:
    mine = BedAsked.objects.seen_by(actor).filter(guest=new, ended_at__isnull=True).values("night")
    twice = BedAsked.objects.seen_by(actor).filter(guest=old, ended_at__isnull=True, night__in=mine)
    twice.update(ended_at=at, ending=Ending.UNDONE)


def _count_over(actor: Actor, guest: Guest, at: datetime) -> None:
    """Day close has not counted today's visit yet; whoever never said how they count is missing in that number."""
    if guest.counted not in DoorKind.values:
        return
    today = Visit.objects.seen_by(actor).filter(guest=guest, on=actor.site.today(at)).exclude(ending=Ending.UNDONE)
    for visit in today:
        hour = {"on": visit.on, "hour": visit.hour, "kind": guest.counted}
        DoorCount.objects.seen_by(actor).get_or_create(site=actor.site, **hour)
        DoorCount.objects.seen_by(actor).filter(**hour).update(number=F("number") + 1)


def _told_of_the_past(guest: Guest) -> Sequence[Told]:
    visits = _of(Visit, guest).exclude(ending=Ending.UNDONE).order_by("-arrived_at")
    showers = _of(Numbered, guest).filter(starts_at__isnull=False).exclude(ending=Ending.UNDONE).order_by("-starts_at")
    tickets = _of(Ticket, guest).exclude(ending=Ending.UNDONE).order_by("-taken_at")
    given = _of(Letter, guest).filter(passed_at__isnull=False).order_by("-received_on")
    asked = _of(BedAsked, guest).exclude(ending=Ending.UNDONE).select_related("house").order_by("-night")
    lockers = _of(Numbered, guest).filter(service=LOCKER, ended_at__isnull=False).exclude(ending=Ending.UNDONE)
    tags = _of(Tagged, guest).filter(ended_at__isnull=False).exclude(ending=Ending.UNDONE)
    return [
        Told(_("Days you came"), [_moment(guest, one.arrived_at) for one in visits]),
        Told(_("Showers"), [_moment(guest, one.starts_at) for one in showers]),
        Told(_("Numbers you had in a queue"), [f"{_day(one.on)}{colon()} {one.number}" for one in tickets]),
        Told(_("Letters you were given"), [_letter(one) for one in given]),
        Told(_("Beds asked for elsewhere"), [f"{_day(one.night)}{colon()} {one.house.name}" for one in asked]),
        Told(_("Lockers you had"), [f"{_day(one.on)}{colon()} {one.number}" for one in lockers]),
        Told(_("Phones and bags we kept for you"), [f"{_day(one.on)}{colon()} {_tag(one)}" for one in tags]),
    ]


def _letter(one: Letter) -> str:
    return f"{_day(one.received_on)}{colon()} {one.get_kind_display()}"


def _tag(one: Tagged) -> str:
    return f"{one.get_kind_display()} {one.number}"


def _day(day: Any) -> str:
    return date_format(day, "DATE_FORMAT")


def _moment(guest: Guest, moment: datetime) -> str:
    return date_format(moment.astimezone(guest.site.zone), "DATETIME_FORMAT")


of_guests("visits", OfVisits())
