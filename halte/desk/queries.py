"""What the desk shows: the panel of one guest and what was just done at this site."""

from dataclasses import replace
from datetime import datetime

from django.urls import reverse
from django.utils.html import format_html

from halte.accounts import roles
from halte.accounts.actor import Actor
from halte.advice import offers as advice
from halte.goods import offers as goods
from halte.guests.acquaintances import known_among
from halte.guests.models import Guest
from halte.journal.recent import Recent, alone_about, recent
from halte.nights import offers as nights
from halte.nights.doors import AT_THE_DOOR
from halte.tracing import offers as tracing
from halte.visits import offers as visits
from halte.web.offers import Offer

UNDOES = {
    "desk": AT_THE_DOOR,
    "guests": roles.DESK,
    "visits": roles.DESK,
    "goods": roles.GOODS,
    "nights": roles.NIGHT_DESK,
    "advice": roles.ADVICE,
    "tracing": roles.ADVICE,
}
"""Which service's acts a role may take back: the same roles as may do them."""

SERVICES = (nights.offers, goods.offers, visits.offers, advice.offers, tracing.offers)


def offers(actor: Actor, guest: Guest, at: datetime) -> list[Offer]:
    """What this guest may have here, now, from every service. A welcome for the night brings a blanket as well."""
    found = [offer for service in SERVICES for offer in service(actor=actor, guest=guest, at=at)]
    return [_with_a_blanket(offer, guest) for offer in sorted(found, key=lambda offer: offer.order)]


def _with_a_blanket(offer: Offer, guest: Guest) -> Offer:
    url = reverse("desk:welcome", args=[guest.id])
    return replace(
        offer,
        actions=[
            replace(action, url=url, fields={"kind": action.fields.get("kind", "")})
            if action.does == nights.WELCOME
            else action
            for action in offer.actions
        ],
    )


def just_done(actor: Actor, at: datetime) -> list[Recent]:
    """The last acts of all desks of the site, with the card they were about, the newest first.

    A greeter does not read here who has an appointment with an adviser: each sees the acts of their own work.
    """
    work = undoes_of_colleagues(actor)
    acts = recent(
        actor,
        at,
        undo_url=lambda line_id: reverse("desk:undo", args=[line_id]),
        of_colleagues=work,
        services=work,
    )
    about = alone_about([done.line_id for done in acts])
    shown = set(about.values()) - known_among(actor, about.values())
    guests = Guest.objects.seen_by(actor).select_related("site").in_bulk(list(shown))
    return [
        replace(done, text=format_html("{}, <bdi>{}</bdi>", done.text, guests[about[done.line_id]].spoken))
        if about.get(done.line_id) in guests
        else done
        for done in acts
    ]


def undoes_of_colleagues(actor: Actor) -> list[str]:
    """The services whose acts this person may take back though a colleague did them."""
    return [service for service, allowed in UNDOES.items() if actor.may(allowed)]
