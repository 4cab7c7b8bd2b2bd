"""Everything that changes an appointment."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.utils.translation import gettext_lazy as _

from halte import journal
from halte.accounts.actor import Actor
from halte.advice.models import Appointment, AppointmentCell, AppointmentState
from halte.advice.rules import LONGEST, on_the_quarter, quarters_from
from halte.common.refusal import Refusal, refusing
from halte.common.retry import RetryKey
from halte.guests.models import Guest
from halte.visits.queries import live_guest


class NotOnTheQuarter(Refusal):
    """An appointment begins on a quarter of an hour and lasts whole quarters."""

    code = "advice.not_on_the_quarter"
    message = _("An appointment begins on a quarter of an hour and lasts at most four hours.")
    status = 422


class GuestNotHere(Refusal):
    """The card is not one of this site."""

    code = "advice.guest_not_here"
    message = _("This card is not known at this site. Scan it here first.")
    status = 404


class AppointmentPast(Refusal):
    """The hour has passed."""

    code = "advice.appointment_past"
    message = _("This hour has passed. Choose a later one.")
    status = 422


class AdviserTaken(Refusal):
    """The adviser meets someone else at that hour."""

    code = "advice.adviser_taken"
    message = _("The adviser meets someone else then. Choose another hour.")


class GuestTaken(Refusal):
    """The guest has another appointment at that hour."""

    code = "advice.guest_taken"
    message = _("The guest has another appointment then. Choose another hour.")


class AppointmentOver(Refusal):
    """The appointment was cancelled, or it was written down how it went."""

    code = "advice.appointment_over"
    message = _("This appointment is already over or cancelled.")


OVERLAPS = {
    "one_appointment_per_adviser_and_quarter": AdviserTaken,
    "one_appointment_per_guest_and_quarter": GuestTaken,
}


def book(
    *, actor: Actor, guest: Guest, starts_at: datetime, at: datetime, key: RetryKey, quarters: int = 2
) -> Appointment:
    """A guest has an appointment with the adviser who acts.

    Keeps:
        No adviser and no guest is in two appointments at once. The database holds this: one row for each quarter of
        an hour.

    Raises:
        NotOnTheQuarter, GuestNotHere, CardNotLive, AppointmentPast.
        AdviserTaken, GuestTaken: One of them has another appointment then. Nothing is written.
    """
    if not on_the_quarter(starts_at) or not 1 <= quarters <= LONGEST:
        raise NotOnTheQuarter
    if guest.site_id != actor.site_id:
        raise GuestNotHere
    with refusing(OVERLAPS), journal.act(actor=actor, at=at, key=key, kind="advice.booked") as act:
        live_guest(actor, guest)
        if starts_at < at:
            raise AppointmentPast
        made = Appointment.objects.create(
            site=actor.site,
            guest=guest,
            adviser=actor.id,
            starts_at=starts_at,
            on=actor.site.today(starts_at),
            quarters=quarters,
            booked_at=at,
        )
        AppointmentCell.objects.bulk_create(
            [
                AppointmentCell(site=actor.site, appointment=made, guest=guest, adviser=actor.id, starts_at=begins)
                for begins in quarters_from(starts_at, quarters)
            ]
        )
        act.about([guest], quarters=quarters)
        act.results(appointment=made.id.hex)
    return made


def cancel(*, actor: Actor, appointment: Appointment, at: datetime, key: RetryKey) -> Appointment:
    """An appointment does not take place; its quarters are free again.

    Raises:
        AppointmentOver: It is no longer booked.
    """
    return _end(actor, appointment, AppointmentState.CANCELLED, "advice.cancelled", at, key)


def came(*, actor: Actor, appointment: Appointment, at: datetime, key: RetryKey) -> Appointment:
    """The guest came to the appointment.

    Raises:
        AppointmentOver: It is no longer booked.
    """
    return _end(actor, appointment, AppointmentState.CAME, "advice.came", at, key)


def did_not_come(*, actor: Actor, appointment: Appointment, at: datetime, key: RetryKey) -> Appointment:
    """The guest did not come; what is left of the time is free again. Nothing follows for the guest.

    Raises:
        AppointmentOver: It is no longer booked.
    """
    return _end(actor, appointment, AppointmentState.DID_NOT_COME, "advice.did_not_come", at, key)


def _end(
    actor: Actor, appointment: Appointment, state: AppointmentState, kind: str, at: datetime, key: RetryKey
) -> Appointment:
    with journal.act(actor=actor, at=at, key=key, kind=kind) as act:
        mine = Appointment.objects.seen_by(actor).filter(id=appointment.id, state=AppointmentState.BOOKED)
        if not mine.update(state=state):
            raise AppointmentOver
        if state != AppointmentState.CAME:
            AppointmentCell.objects.seen_by(actor).filter(appointment=appointment).update(ended_at=at)
        act.about([appointment.guest])
        act.results(appointment=appointment.id.hex)
    appointment.state = state
    return appointment


@journal.undoes("advice.booked")
def _unbook(*, actor: Actor, at: datetime, act: journal.Act, results: Mapping[str, Any]) -> None:
    mine = Appointment.objects.seen_by(actor).filter(id=results["appointment"], state=AppointmentState.BOOKED)
    if not mine.update(state=AppointmentState.CANCELLED):
        raise AppointmentOver
    AppointmentCell.objects.seen_by(actor).filter(appointment=results["appointment"]).update(ended_at=at)


@journal.undoes("advice.cancelled")
@journal.undoes("advice.came")
@journal.undoes("advice.did_not_come")
def _stands_again(*, actor: Actor, at: datetime, act: journal.Act, results: Mapping[str, Any]) -> None:
    with refusing(OVERLAPS):
        AppointmentCell.objects.seen_by(actor).filter(appointment=results["appointment"]).update(ended_at=None)
    Appointment.objects.seen_by(actor).filter(id=results["appointment"]).update(state=AppointmentState.BOOKED)
