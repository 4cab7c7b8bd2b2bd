"""That a message may be waiting: never from whom, never what it says."""

from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext as _

from halte.accounts.actor import Actor
from halte.guests.models import Guest
from halte.tracing import queries
from halte.web.offers import Offer, OfferAction, Pill, Tone


def offers(*, actor: Actor, guest: Guest, at: datetime) -> list[Offer]:
    """The tile on the panel, only while something waits."""
    waiting = queries.waiting_for(guest)
    if not waiting:
        return []
    actions = [
        OfferAction(_("Open it with the guest"), reverse("tracing:message", args=[message.id]), opens=True)
        for message in waiting
    ]
    lines = [_("Turn the screen so that only the guest reads it.")]
    pill = Pill(Tone.WAIT, _("A message may be waiting"), "mail")
    return [Offer("tracing", _("Message"), "talk", list(lines), pill, actions, order=65)]


def for_card(*, guest: Guest, at: datetime) -> list[Offer]:
    """The same on the guest's own page: that something may wait, nothing of it. Never on a protected card's phone."""
    if guest.protected or not queries.waiting_for(guest):
        return []
    pill = Pill(Tone.WAIT, _("Ask at a desk"), "talk")
    return [Offer("tracing", _("A message may be waiting for you"), "talk", [], pill, order=65)]
