"""The end of a day: a bed asked for in another house, and seats in the bus that goes there."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db.models import F
from django.utils.translation import gettext_lazy as _

from halte import journal
from halte.accounts.actor import Actor
from halte.common.refusal import Refusal, refusing
from halte.common.retry import RetryKey
from halte.guests.models import Guest
from halte.sites.models import Site, SiteKind
from halte.visits import queries
from halte.visits.models import BedAsked, BusRun, Ending


class AlreadyAsked(Refusal):
    """A house was asked for this guest tonight."""

    code = "visits.already_asked"
    message = _("A bed is asked for already.")


class NotAsked(Refusal):
    """No bed is asked for."""

    code = "visits.not_asked"
    message = _("No bed is asked for any more.")


class NoBedsThere(Refusal):
    """The other house is no open hostel."""

    code = "visits.no_beds_there"
    message = _("This house has no beds to ask for.")
    status = 422


class BusFull(Refusal):
    """There are fewer seats than that."""

    code = "visits.bus_full"
    message = _("The bus has not so many seats left.")


class BusGone(Refusal):
    """The bus left, or was called off."""

    code = "visits.bus_gone"
    message = _("This bus is gone. Open the page again.")


class SameBus(Refusal):
    """There is such a bus."""

    code = "visits.same_bus"
    message = _("There is a bus at this time already.")


def ask_bed(*, actor: Actor, guest: Guest, house: Site, at: datetime, key: RetryKey) -> BedAsked:
    """Another house is asked for a bed tonight: it reads one more, and never for whom.

    Keeps:
        The row belongs to this place. The other house writes its own when the card is scanned there; the two cannot
        be joined.

    Raises:
        AlreadyAsked: A house was asked for this guest tonight.
        NoBedsThere: The other house is no open hostel.
        GuestElsewhere, CardNotLive: The card is of another site, or switched off.
    """
    with (
        refusing({"one_bed_asked_a_night": AlreadyAsked}),
        journal.act(actor=actor, at=at, key=key, kind="visits.bed_asked") as act,
    ):
        queries.live_guest(actor, guest)
        if house.id == actor.site_id or house.kind != SiteKind.HOSTEL or house.opened_on is None:
            raise NoBedsThere
        night = actor.site.tonight(at)
        asked: BedAsked = BedAsked.objects.create(site=actor.site, guest=guest, house=house, night=night, asked_at=at)
        act.about([guest], house=house.code, night=night)
        act.results(asked=asked.id.hex)
    return asked


def take_back_bed(*, actor: Actor, guest: Guest, at: datetime, key: RetryKey) -> None:
    """The guest does not want the bed in the other house any more.

    Raises:
        NotAsked: None is asked for tonight.
    """
    with journal.act(actor=actor, at=at, key=key, kind="visits.bed_not_asked") as act:
        rows = BedAsked.objects.seen_by(actor).filter(guest=guest, night=actor.site.tonight(at), ended_at__isnull=True)
        asked: BedAsked | None = rows.first()
        if asked is None:
            raise NotAsked
        asked.ended_at, asked.ending = at, Ending.UNDONE
        asked.save(update_fields=["ended_at", "ending"])
        act.about([guest], night=asked.night)
        act.results(asked=asked.id.hex)


def set_bus(*, actor: Actor, house: Site, leaves_at: datetime, seats: int, at: datetime, key: RetryKey) -> BusRun:
    """A bus leaves from here for another house, with so many seats.

    Raises:
        SameBus: There is one at this time already.
        NoBedsThere: The other house is no open hostel.
    """
    with (
        refusing({"one_bus_at_a_time": SameBus}),
        journal.act(actor=actor, at=at, key=key, kind="visits.bus_set") as act,
    ):
        if house.id == actor.site_id or house.opened_on is None:
            raise NoBedsThere
        bus: BusRun = BusRun.objects.create(site=actor.site, house=house, leaves_at=leaves_at, seats=seats)
        act.about(house=house.code, seats=seats)
        act.results(bus=bus.id.hex)
    return bus


def take_seats(*, actor: Actor, bus: BusRun, n: int = 1, at: datetime, key: RetryKey) -> None:
    """So many seats of a bus are promised. A number; nobody's name.

    Keeps:
        Never more than the bus has; the database says so.

    Raises:
        BusFull: There are fewer seats left.
        BusGone: It left, or was called off.
    """
    if n < 1:
        raise ValueError("One or more seats.")
    with (
        refusing({"no_more_than_seats": BusFull}),
        journal.act(actor=actor, at=at, key=key, kind="visits.seats_taken") as act,
    ):
        if not _standing(actor, bus, at).update(taken=F("taken") + n):
            raise BusGone
        act.about(n=n)
        act.results(bus=bus.id.hex, n=n)


def call_off_bus(*, actor: Actor, bus: BusRun, at: datetime, key: RetryKey) -> None:
    """The bus does not go.

    Raises:
        BusGone: It left, or was called off before.
    """
    with journal.act(actor=actor, at=at, key=key, kind="visits.bus_called_off") as act:
        if not _standing(actor, bus, at).update(ended_at=at):
            raise BusGone
        act.about(n=1)
        act.results(bus=bus.id.hex)


def _standing(actor: Actor, bus: BusRun, at: datetime) -> Any:
    return BusRun.objects.seen_by(actor).filter(id=bus.id, ended_at__isnull=True, leaves_at__gt=at)


@journal.undoes("visits.bed_asked")
def _not_asked(*, actor: Actor, at: datetime, act: journal.Act, results: Mapping[str, Any]) -> None:
    rows = BedAsked.objects.seen_by(actor).filter(id=results["asked"], ended_at__isnull=True)
    if not rows.update(ended_at=at, ending=Ending.UNDONE):
        raise NotAsked


@journal.undoes("visits.bed_not_asked")
def _asked_after_all(*, actor: Actor, at: datetime, act: journal.Act, results: Mapping[str, Any]) -> None:
    with refusing({"one_bed_asked_a_night": AlreadyAsked}):
        BedAsked.objects.seen_by(actor).filter(id=results["asked"]).update(ended_at=None, ending="")


@journal.undoes("visits.bus_set")
def _no_bus(*, actor: Actor, at: datetime, act: journal.Act, results: Mapping[str, Any]) -> None:
    BusRun.objects.seen_by(actor).filter(id=results["bus"]).update(ended_at=at)


@journal.undoes("visits.bus_called_off")
def _goes_after_all(*, actor: Actor, at: datetime, act: journal.Act, results: Mapping[str, Any]) -> None:
    with refusing({"one_bus_at_a_time": SameBus}):
        BusRun.objects.seen_by(actor).filter(id=results["bus"]).update(ended_at=None)


@journal.undoes("visits.seats_taken")
def _seats_free(*, actor: Actor, at: datetime, act: journal.Act, results: Mapping[str, Any]) -> None:
    BusRun.objects.seen_by(actor).filter(id=results["bus"]).update(taken=F("taken") - results["n"])
