"""Coming in, going out, and closing the day."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.utils.translation import gettext_lazy as _

from halte import journal
from halte.accounts.actor import Actor
from halte.common.refusal import Refusal, refusing
from halte.common.retry import RetryKey
from halte.guests.models import Guest
from halte.visits import queries
from halte.visits.models import Ending, Ticket, Visit


class AlreadyInside(Refusal):
    """The guest is inside: nothing changed."""

    code = "visits.already_inside"
    message = _("This guest is already inside.")


class NotInside(Refusal):
    """The guest is not inside."""

    code = "visits.not_inside"
    message = _("This guest is not inside.")


class VisitMovedOn(Refusal):
    """The arrival cannot be taken back because the guest has left since."""

    code = "visits.moved_on"
    message = _("The guest has left since. Take that back first.")


def arrive(*, actor: Actor, guest: Guest, at: datetime, key: RetryKey) -> Visit:
    """A guest comes in with a card.

    Keeps:
        A guest is inside once; the database says so.
        A visit that an earlier day left open ends at that day's closing, so nobody is refused for it.

    Raises:
        AlreadyInside: The guest came in since the day began and has not left.
        GuestElsewhere, CardNotLive: The card is of another site, or switched off.
    """
    with (
        refusing({"inside_once": AlreadyInside}),
        journal.act(actor=actor, at=at, key=key, kind="visits.arrived") as act,
    ):
        return arrive_within(act, actor=actor, guest=guest, at=at)


def arrive_within(act: journal.Act, *, actor: Actor, guest: Guest, at: datetime) -> Visit:
    """The same as a part of a larger act, inside its `journal.act`."""
    queries.live_guest(actor, guest)
    before = queries.open_visit(guest)
    if before is not None:
        if before.on >= queries.day_of(actor.site, at):
            raise AlreadyInside
        _end(before, at=_closing(actor, before, at), ending=Ending.DAY_CLOSED)
    visit: Visit = Visit.objects.create(
        site=actor.site,
        guest=guest,
        on=actor.site.today(at),
        hour=queries.hour_of(actor.site, at),
        arrived_at=at,
    )
    act.about([guest])
    act.results(visit=visit.id.hex)
    return visit


def leave(*, actor: Actor, guest: Guest, at: datetime, key: RetryKey) -> Visit:
    """A guest goes out.

    Raises:
        NotInside: The guest is not inside.
    """
    with journal.act(actor=actor, at=at, key=key, kind="visits.left") as act:
        return leave_within(act, actor=actor, guest=guest, at=at)


def leave_within(act: journal.Act, *, actor: Actor, guest: Guest, at: datetime) -> Visit:
    """The same as a part of a larger act, inside its `journal.act`."""
    visit: Visit | None = Visit.objects.seen_by(actor).filter(guest=guest, left_at__isnull=True).first()
    if visit is None:
        raise NotInside
    _end(visit, at=max(at, visit.arrived_at), ending=Ending.LEFT)
    act.about([guest])
    act.results(visit=visit.id.hex)
    return visit


def close_day(*, actor: Actor, on: date, at: datetime, key: RetryKey) -> int:
    """End what the day left open: visits at the site's closing, tickets that were never served.

    Closing a day again ends nothing more. Numbers for reports are written before this.

    Args:
        on: The day to close, on the site's clock; older open visits end too, each at its own day's closing.

    Returns:
        How many visits ended.
    """
    with journal.act(actor=actor, at=at, key=key, kind="visits.day_closed") as act:
        visits = list(Visit.objects.seen_by(actor).filter(on__lte=on, left_at__isnull=True))
        closings = {visit.on: queries.closing(actor.site, visit.on) for visit in visits}
        for visit in visits:
            visit.left_at = max(visit.arrived_at, min(closings[visit.on], at))
            visit.ending = Ending.DAY_CLOSED
        Visit.objects.bulk_update(visits, ["left_at", "ending"], batch_size=200)
        tickets = Ticket.objects.seen_by(actor).filter(on__lte=on, ended_at__isnull=True)
        ended = tickets.update(ended_at=at, ending=Ending.DAY_CLOSED)
        act.about(on=on, visits=len(visits), tickets=ended)
    return len(visits)


def _closing(actor: Actor, visit: Visit, at: datetime) -> datetime:
    return max(visit.arrived_at, min(queries.closing(actor.site, visit.on), at))


def _end(visit: Visit, *, at: datetime, ending: str) -> None:
    visit.left_at, visit.ending = at, ending
    visit.save(update_fields=["left_at", "ending"])


@journal.undoes("visits.arrived")
def _not_arrived(*, actor: Actor, at: datetime, act: journal.Act, results: Mapping[str, Any]) -> None:
    """The guest never came; an earlier visit that the arrival ended stays ended."""
    visit = Visit.objects.seen_by(actor).filter(id=results["visit"]).first()
    if visit is None or visit.left_at is not None:
        raise VisitMovedOn
    _end(visit, at=at, ending=Ending.UNDONE)


@journal.undoes("visits.left")
def _still_inside(*, actor: Actor, at: datetime, act: journal.Act, results: Mapping[str, Any]) -> None:
    """The guest is inside after all."""
    with refusing({"inside_once": AlreadyInside}):
        Visit.objects.seen_by(actor).filter(id=results["visit"]).update(left_at=None, ending="")
