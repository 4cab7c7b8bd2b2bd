"""What the nights hold for one guest, taken as one whole."""

from datetime import date, datetime
from typing import Any

from django.utils.formats import date_format, time_format
from django.utils.translation import gettext as _

from halte import journal
from halte.accounts.actor import Actor
from halte.guests.belongings import Told, of_guests
from halte.guests.models import Guest
from halte.guests.signs import found_by_bed
from halte.nights import choices, placing, queries, refusals
from halte.nights.models import ONE_DAY, EndReason, HeldPerson, PlanLine, Stay, WakeUp, Want, WantEnd
from halte.sites.models import Bed

WHY = "told to the guest themselves"


class OfNights:
    """Beds, and waiting for one."""

    def carry_over(
        self, act: journal.Act, *, actor: Actor, old: Guest, new: Guest, bed_of: Guest | None, at: datetime
    ) -> None:
        """One bed lives on each night, the chosen one; the other goes to the next on the waiting list.

        Raises:
            WhichBed: Both have a bed tonight and nobody chose.
        """
        tonight = actor.site.tonight(at)
        _one_bed(act, actor, old, new, bed_of, tonight, at)
        for night in _nights_after(actor, [old, new], tonight):
            _one_bed(act, actor, old, new, bed_of or new, night, at)
        _one_want_a_night(actor, old, new, at)
        before: Any = Stay.objects.seen_by(actor).filter(guest=old, night__lt=tonight)
        both = Stay.objects.seen_by(actor).filter(guest=new, ended_at__isnull=True).values("night")
        before.exclude(ended_at__isnull=True, night__in=both).update(guest=new)
        before.update(leaving=True)
        _to_wake(actor, old).filter(night__in=_to_wake(actor, new).values("night")).update(ended_at=at)
        WakeUp.objects.seen_by(actor).filter(guest=old).update(guest=new)
        answered = PlanLine.objects.seen_by(actor)
        twice = list(answered.filter(guest=new).values_list("plan", flat=True))
        answered.filter(guest=old).exclude(plan__in=twice).update(guest=new)
        expected = HeldPerson.objects.seen_by(actor)
        both_of = list(expected.filter(guest=new).values_list("party", flat=True))
        expected.filter(guest=old).exclude(party__in=both_of).update(guest=new)

    def let_go(self, act: journal.Act, *, actor: Actor, guest: Guest, at: datetime) -> None:
        """The bed is free from now on, and nobody waits."""
        tonight = actor.site.tonight(at)
        mine = Stay.objects.seen_by(actor).filter(guest=guest, ended_at__isnull=True)
        mine.filter(night__gte=tonight).update(ended_at=at, end_reason=EndReason.FREED)
        mine.filter(night=tonight - ONE_DAY).update(leaving=True)
        wants = Want.objects.seen_by(actor).filter(guest=guest, ended_at__isnull=True)
        wants.update(ended_at=at, end=WantEnd.CANCELLED)
        _to_wake(actor, guest).update(ended_at=at)

    def hand_over(self, act: journal.Act, *, actor: Actor, guest: Guest, at: datetime) -> None:
        """A bed is nobody's thing."""

    def told(self, *, guest: Guest, at: datetime) -> list[Told]:
        """Each night with its room and bed, and each night a bed was wanted."""
        tonight = guest.site.tonight(at)
        stays: Any = Stay.objects.everywhere(because=WHY).filter(guest=guest).exclude(end_reason=EndReason.UNDONE)
        wants: Any = Want.objects.everywhere(because=WHY).filter(guest=guest).exclude(end=WantEnd.UNDONE)
        slept = list(stays.select_related("bed__room").order_by("-night", "given_at"))
        open_wants = [want for want in wants.order_by("-night") if want.ended_at is None and want.night >= tonight]
        closed = [want for want in wants.order_by("-night") if want not in open_wants]
        wakes: Any = WakeUp.objects.everywhere(because=WHY).filter(guest=guest, ended_at=None)
        to_wake = list(wakes.filter(woken_at=None, night__gte=tonight).order_by("wake_at"))
        now = [stay for stay in slept if stay.night >= tonight and stay.ended_at is None]
        return [
            Told(_("Your bed"), [_bed(stay) for stay in now], waits=True),
            Told(_("You wait for a bed"), [_night(want.night) for want in open_wants], waits=True),
            Told(_("You will be woken"), [_wake_up(one, guest) for one in to_wake], waits=True),
            Told(_("Nights you had a bed"), [_bed(stay) for stay in slept if stay not in now]),
            Told(_("Nights you asked for a bed"), [_night(want.night) for want in closed]),
        ]

    def erase(self, act: journal.Act, *, actor: Actor, guest: Guest, at: datetime) -> None:
        """Nobody slept here, and nobody waited."""
        models: tuple[Any, ...] = (Stay, Want, PlanLine, HeldPerson, WakeUp)
        for model in models:
            model.objects.seen_by(actor).filter(guest=guest).delete()


def _to_wake(actor: Actor, guest: Guest) -> Any:
    return WakeUp.objects.seen_by(actor).standing().filter(guest=guest, woken_at=None)


def _one_bed(
    act: journal.Act, actor: Actor, old: Guest, new: Guest, bed_of: Guest | None, night: date, at: datetime
) -> None:
    theirs, mine = (queries.stay_of(actor, guest, night, at) for guest in (old, new))
    if theirs is None:
        return
    if mine and bed_of is None:
        raise refusals.WhichBed
    theirs = placing.written_down(theirs, night, at)
    if mine and bed_of == new:
        _end([theirs], at)
        _come_in_too(mine := placing.written_down(mine, night, at), theirs)
        _to_the_next(act, actor, theirs.bed, night, at)
        return
    _end([theirs, mine := placing.written_down(mine, night, at)] if mine else [theirs], at)
    kept = Stay.objects.create(
        site=actor.site,
        guest=new,
        bed=theirs.bed,
        night=night,
        given_at=theirs.given_at,
        arrived_at=theirs.arrived_at,
        left_at=theirs.left_at,
        leaving=theirs.leaving,
        carried=theirs.carried,
        fetch_first=theirs.fetch_first or bool(mine and mine.fetch_first),
        away_from=theirs.away_from,
        away_until=theirs.away_until,
    )
    if mine:
        _come_in_too(kept, mine)
        _to_the_next(act, actor, mine.bed, night, at)


def _end(stays: list[Stay], at: datetime) -> None:
    """As if given by mistake: one man is counted once."""
    Stay.objects.filter(id__in=[stay.id for stay in stays]).update(ended_at=at, end_reason=EndReason.UNDONE)


def _come_in_too(kept: Stay, other: Stay) -> None:
    """Whoever came in with either card is in the house."""
    if kept.arrived_at is None and other.arrived_at:
        kept.arrived_at, kept.left_at = other.arrived_at, other.left_at
        kept.save(update_fields=["arrived_at", "left_at"])


def _to_the_next(act: journal.Act, actor: Actor, bed: Bed, night: date, at: datetime) -> None:
    """The bed that became free is the next one's on the waiting list whom it suits; families wait for a room."""
    waiting = choices.waiting_for_bed(actor, bed, night, at)
    alone = [want for want in waiting if not queries.groups_of([want.guest_id], night)]
    if alone:
        placing.give_all(act, actor, {alone[0].guest_id: bed.id}, night, at)
        act.about([alone[0].guest], passed_on=True)


def _nights_after(actor: Actor, guests: list[Guest], tonight: date) -> list[date]:
    rows = Stay.objects.seen_by(actor).filter(guest__in=guests, ended_at__isnull=True, night__gt=tonight)
    return sorted(set(rows.values_list("night", flat=True)))


def _one_want_a_night(actor: Actor, old: Guest, new: Guest, at: datetime) -> None:
    """The earlier turn is theirs; whoever has a bed waits for none."""
    mine = {want.night: want for want in Want.objects.seen_by(actor).filter(guest=new, ended_at__isnull=True)}
    for want in Want.objects.seen_by(actor).filter(guest=old, ended_at__isnull=True):
        if other := mine.get(want.night):
            Want.objects.filter(id=other.id).update(asked_at=min(want.asked_at, other.asked_at))
            Want.objects.filter(id=want.id).update(ended_at=at, end=WantEnd.UNDONE)
    Want.objects.seen_by(actor).filter(guest=old).update(guest=new)
    held = Stay.objects.seen_by(actor).filter(guest=new, ended_at__isnull=True).values("night")
    still = Want.objects.seen_by(actor).filter(guest=new, ended_at__isnull=True, night__in=held)
    still.update(ended_at=at, end=WantEnd.GIVEN)


def _bed(stay: Stay) -> str:
    words = _("%(night)s: room %(room)s, bed %(bed)s")
    return words % {"night": _night(stay.night), "room": stay.bed.room.code, "bed": stay.bed.label}


def _wake_up(wake_up: WakeUp, guest: Guest) -> str:
    return time_format(wake_up.wake_at.astimezone(guest.site.zone), "H:i")


def _night(night: date) -> str:
    return date_format(night, "DATE_FORMAT")


def in_bed(actor: Actor, typed: str, at: datetime) -> Guest | None:
    """Who has the bed of this number tonight: room and bed, as they stand on the door and on the bed."""
    room, _dash, label = typed.strip().replace(" ", "-").rpartition("-")
    held = queries.holding(actor, actor.site.tonight(at), at).filter(bed__room__code__iexact=room)
    stay = held.filter(bed__label__iexact=label).select_related("guest").first()
    return stay.guest if stay else None


of_guests("nights", OfNights())
found_by_bed(in_bed)
