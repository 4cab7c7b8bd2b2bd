"""Shower slots and lockers: numbers that only one guest can have."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.utils.translation import gettext_lazy as _

from halte import journal
from halte.accounts.actor import Actor
from halte.common.refusal import Refusal, refusing
from halte.common.retry import RetryKey
from halte.guests.models import Guest
from halte.sites.models import Service
from halte.visits import queries, rules
from halte.visits.models import Ending, Numbered, NumberedService
from halte.visits.rules import Slot


class ServiceClosed(Refusal):
    """The service is not offered today."""

    code = "visits.service_closed"
    message = _("This is closed today.")


class NoSlotFree(Refusal):
    """Every slot of today is given or over."""

    code = "visits.no_slot_free"
    message = _("No shower is free any more today.")


class SlotTaken(Refusal):
    """Another desk gave this slot first."""

    code = "visits.slot_taken"
    message = _("Another desk just gave this slot. Take the next one.")


class NotASlot(Refusal):
    """No shower begins then, or there is no such cabin."""

    code = "visits.not_a_slot"
    message = _("No shower begins then. Choose a free slot.")
    status = 422


class EnoughToday(Refusal):
    """The guest had as many today as the rules of this place allow."""

    code = "visits.enough_today"
    message = _("Already given today.")


class NoLockerFree(Refusal):
    """Every locker is in use."""

    code = "visits.no_locker_free"
    message = _("Every locker is in use.")


class LockerTaken(Refusal):
    """Another desk gave this locker first, or there is no such number."""

    code = "visits.locker_taken"
    message = _("This locker is in use. Take another one.")


class HasLocker(Refusal):
    """The guest has a locker."""

    code = "visits.has_locker"
    message = _("This guest already has a locker.")


class NotHeld(Refusal):
    """It was given back before."""

    code = "visits.not_held"
    message = _("Nobody has this any more. Open the page again.")


CLASHES: Mapping[str, type[Refusal]] = {
    "one_guest_per_slot": SlotTaken,
    "only_so_many_a_day": EnoughToday,
    "one_guest_per_locker": LockerTaken,
    "one_locker_per_guest": HasLocker,
}


def give_slot(*, actor: Actor, guest: Guest, at: datetime, key: RetryKey, slot: Slot | None = None) -> Numbered:
    """A guest gets a shower: the chosen slot, or the next free one.

    Keeps:
        One guest per slot, and no more a day than the rules of the site say. The database holds both, so two desks
        pressing at once cannot both succeed.

    Raises:
        ServiceClosed, NoSlotFree, NotASlot, SlotTaken, EnoughToday: Nothing is written.
        GuestElsewhere, CardNotLive: The card is of another site, or switched off.
    """
    with refusing(CLASHES), journal.act(actor=actor, at=at, key=key, kind="visits.slot_given") as act:
        queries.live_guest(actor, guest)
        if Service.SHOWER in queries.closed_services(actor, at):
            raise ServiceClosed
        house = actor.site.rules_at(at)
        nth = _nth(actor, guest, NumberedService.SHOWER, house.showers_per_guest_a_day, at)
        chosen = _free_slot(queries.showers(actor, at, house), slot, at)
        given: Numbered = Numbered.objects.create(
            site=actor.site,
            guest=guest,
            service=NumberedService.SHOWER,
            number=chosen.cabin,
            starts_at=chosen.starts_at,
            on=actor.site.today(at),
            nth=nth,
            given_at=at,
        )
        begins = f"{chosen.starts_at.astimezone(actor.site.zone):%H:%M}"
        act.about([guest], cabin=chosen.cabin, begins=begins, rules=house.version)
        act.results(numbered=given.id.hex)
    return given


def _nth(actor: Actor, guest: Guest, service: str, limit: int, at: datetime) -> int:
    nth = rules.lowest_free(queries.numbers_of_today(actor, guest, service, at), limit)
    if nth is None:
        raise EnoughToday
    return nth


def _free_slot(today: queries.Showers, wanted: Slot | None, at: datetime) -> Slot:
    if wanted is None:
        free = today.free_after(at)
        if not free:
            raise NoSlotFree
        return free[0]
    if wanted.starts_at not in today.moments or not 1 <= wanted.cabin <= today.cabins:
        raise NotASlot
    return wanted


def free_slot(*, actor: Actor, numbered: Numbered, at: datetime, key: RetryKey) -> None:
    """The guest does not come: the shower slot is free for another, and does not count for the day.

    Raises:
        NotHeld: It was given back before, or belongs to another site.
    """
    with journal.act(actor=actor, at=at, key=key, kind="visits.slot_freed") as act:
        _give_back(actor, numbered, NumberedService.SHOWER, at, act)


def give_locker(*, actor: Actor, guest: Guest, at: datetime, key: RetryKey, number: int | None = None) -> Numbered:
    """A guest gets a locker, until it is given back: the chosen one, or the lowest free number.

    Keeps:
        One guest per locker and one locker per guest. The database holds both.

    Raises:
        ServiceClosed, NoLockerFree, LockerTaken, HasLocker: Nothing is written.
        GuestElsewhere, CardNotLive: The card is of another site, or switched off.
    """
    with refusing(CLASHES), journal.act(actor=actor, at=at, key=key, kind="visits.locker_given") as act:
        queries.live_guest(actor, guest)
        if Service.LOCKER in queries.closed_services(actor, at):
            raise ServiceClosed
        if Numbered.objects.seen_by(actor).filter(guest=guest, service=NumberedService.LOCKER, ended_at__isnull=True):
            raise HasLocker
        given: Numbered = Numbered.objects.create(
            site=actor.site,
            guest=guest,
            service=NumberedService.LOCKER,
            number=_locker(actor, number, at),
            on=actor.site.today(at),
            given_at=at,
        )
        act.about([guest], number=given.number)
        act.results(numbered=given.id.hex)
    return given


def _locker(actor: Actor, wanted: int | None, at: datetime) -> int:
    lockers = actor.site.rules_at(at).lockers
    if wanted is not None:
        if not 1 <= wanted <= lockers:
            raise LockerTaken
        return wanted
    lowest = rules.lowest_free(queries.lockers_taken(actor).keys(), lockers)
    if lowest is None:
        raise NoLockerFree
    return lowest


def return_locker(*, actor: Actor, numbered: Numbered, at: datetime, key: RetryKey) -> None:
    """The locker is empty and its key is back: another guest may have it.

    Raises:
        NotHeld: It was given back before, or belongs to another site.
    """
    with journal.act(actor=actor, at=at, key=key, kind="visits.locker_returned") as act:
        _give_back(actor, numbered, NumberedService.LOCKER, at, act)


def _give_back(actor: Actor, numbered: Numbered, service: str, at: datetime, act: journal.Act) -> None:
    rows = Numbered.objects.seen_by(actor).filter(id=numbered.id, service=service, ended_at__isnull=True)
    if not rows.update(ended_at=at, ending=Ending.GIVEN_BACK):
        raise NotHeld
    # Without its number, which would tie this line to the one that gave it, also after erasing.
    act.about([numbered.guest])
    act.results(numbered=numbered.id.hex)


@journal.undoes("visits.slot_given")
@journal.undoes("visits.locker_given")
def _not_given(*, actor: Actor, at: datetime, act: journal.Act, results: Mapping[str, Any]) -> None:
    rows = Numbered.objects.seen_by(actor).filter(id=results["numbered"], ended_at__isnull=True)
    if not rows.update(ended_at=at, ending=Ending.UNDONE):
        raise NotHeld


@journal.undoes("visits.slot_freed")
@journal.undoes("visits.locker_returned")
def _still_held(*, actor: Actor, at: datetime, act: journal.Act, results: Mapping[str, Any]) -> None:
    with refusing(CLASHES):
        Numbered.objects.seen_by(actor).filter(id=results["numbered"]).update(ended_at=None, ending="")
