"""What a guest may have from the advisers, here and now, and why not."""

from datetime import datetime

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from halte.accounts import roles
from halte.accounts.actor import Actor
from halte.advice import queries
from halte.guests.models import Guest
from halte.sites.models import Service
from halte.visits import queries as visits
from halte.visits.models import Queue, Ticket
from halte.web.offers import Offer, OfferAction, Pill, Tone


def offers(*, actor: Actor, guest: Guest, at: datetime) -> list[Offer]:
    """The tile of advice: the number in the queue, how many come before, and the next appointment."""
    waiting = visits.waiting(actor, Queue.ADVICE, at)
    called = visits.called(actor, Queue.ADVICE, at)
    ticket = next((row for row in [*waiting, *called] if row.guest_id == guest.id), None)
    appointment = queries.next_of(guest, at)
    lines = [_ticket(ticket, waiting)] if ticket else [_waiting(waiting)]
    if appointment is not None:
        local = appointment.starts_at.astimezone(actor.site.zone)
        lines.append(_("Appointment %(when)s.") % {"when": date_format(local, "l j F, H:i")})
    pill = Pill(Tone.GO, _("Called now")) if ticket and ticket.called_at else None
    actions = [_take(guest, ticket, Service.ADVICE in visits.closed_services(actor, at))]
    if appointment is None and actor.may(roles.ADVICE):
        actions += _book(actor, guest, at)
    return [Offer("advice", Service.ADVICE.label, "talk", list(lines), pill, actions, order=50)]


def _ticket(ticket: Ticket, waiting: list[Ticket]) -> str:
    before = sum(row.number < ticket.number for row in waiting)
    said = _("Ticket %(number)s.")
    number = format_html("<b>{}</b>", ticket.number)
    if ticket.called_at:
        return format_html(said.replace("%(number)s", "{}"), number)
    line = ngettext("Ticket %(number)s, %(before)s before them.", "Ticket %(number)s, %(before)s before them.", before)
    return format_html(line.replace("%(number)s", "{0}").replace("%(before)s", "{1}"), number, before)


def _waiting(waiting: list[Ticket]) -> str:
    number = len(waiting)
    if not number:
        return _("Nobody is waiting.")
    return ngettext("%(number)s person is waiting.", "%(number)s people are waiting.", number) % {"number": number}


def _take(guest: Guest, ticket: Ticket | None, closed: bool) -> OfferAction:
    why_not = _("Closed today") if closed else _("Has a ticket") if ticket else ""
    fields = {"queue": Queue.ADVICE.value, "guest": str(guest.id)}
    return OfferAction(_("Give a ticket"), reverse("visits:take_ticket"), fields, not why_not, why_not)


def _book(actor: Actor, guest: Guest, at: datetime) -> list[OfferAction]:
    """A button for the adviser's own next free half hour today."""
    free = queries.free_for(actor, actor.site.today(at), after=at, quarters=2)
    if not free:
        return []
    begins = free[0].astimezone(actor.site.zone)
    label = _("Appointment %(time)s") % {"time": date_format(begins, "H:i")}
    return [OfferAction(label, reverse("advice:book"), {"guest": str(guest.id), "starts_at": begins.isoformat()})]


def for_card(*, guest: Guest, at: datetime) -> list[Offer]:
    """What the guest's own page says of advice: when the next appointment is. Never with whom, never why."""
    appointment = queries.next_of(guest, at)
    if appointment is None:
        return []
    local = appointment.starts_at.astimezone(guest.site.zone)
    # In figures: not every language of the guests has names of days and months here.
    if local.date() == guest.site.today(at):
        when = format_html("{} <bdi dir=ltr>{}</bdi>", _("Today"), f"{local:%H:%M}")
    else:
        when = format_html("<bdi dir=ltr>{}</bdi>", f"{local:%d.%m. %H:%M}")
    return [Offer("appointment", _("Appointment"), "calendar", [when], order=55)]
