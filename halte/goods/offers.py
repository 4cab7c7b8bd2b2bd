"""What a guest may have from the store, here and now, and why not."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from halte.accounts import roles
from halte.accounts.actor import Actor
from halte.goods import distributions, queries, words
from halte.goods.distributions import Announced, announced
from halte.goods.models import Given, Kind, WhyGiven
from halte.guests.models import Guest
from halte.sites.models import Service
from halte.visits.queries import closed_services
from halte.web.offers import Offer, OfferAction, Pill, Tone

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

OTHERS_SHOWN = 2

__all__ = ["Announced", "announced", "offers"]


def offers(*, actor: Actor, guest: Guest, at: datetime) -> list[Offer]:
    """The tile of blankets and clothes; none for those who do not give goods."""
    if not actor.may(roles.GOODS):
        return []
    latest = queries.last_given(guest)
    first = queries.first_kind(actor.site.today(at))
    closed = Service.CLOTHES in closed_services(actor, at)
    actions, pill = _one_tap(actor, guest, first, latest, closed) if first else ([], None)
    told, numbers = _numbers(actor, guest)
    other = OfferAction(_("Other things"), reverse("goods:choose", args=[guest.id]), opens=True)
    return [
        Offer(
            "clothes",
            _("Blanket and clothes"),
            "coat",
            [*told, *_lines(actor, first, latest, at)],
            pill,
            [*numbers, *actions, other],
            order=20,
        )
    ]


def _lines(actor: Actor, first: Kind | None, latest: dict[UUID, Given], at: datetime) -> list[StrOrPromise]:
    lines: list[StrOrPromise] = []
    if first and first.id in latest:
        lines.append(words.last(first, queries.days_since(actor, latest[first.id], at)))
    elif first:
        lines.append(_("%(thing)s: not yet.") % {"thing": first.name})
    others = [given for kind_id, given in latest.items() if first is None or kind_id != first.id]
    return lines + [
        words.last(given.variant.kind, queries.days_since(actor, given, at)) for given in others[:OTHERS_SHOWN]
    ]


def _one_tap(
    actor: Actor, guest: Guest, kind: Kind, latest: dict[UUID, Given], closed: bool
) -> tuple[list[OfferAction], Pill | None]:
    variant = kind.variants.all()[0]
    balance = queries.free(actor, variant)
    why_not = _("Closed today") if closed else "" if balance else _("None left here")
    pill = None if balance else Pill(Tone.WAIT, _("%(thing)s: none left") % {"thing": kind.name})
    had = kind.id in latest
    buttons = [(words.give(kind), WhyGiven.WORN if had else WhyGiven.FIRST)]
    if had and not why_not:
        buttons.append((words.give_lost(kind), WhyGiven.LOST))
    url = reverse("goods:give", args=[guest.id])
    return [
        OfferAction(label, url, {"variant": str(variant.id), "reason": reason.value}, not why_not, why_not)
        for label, reason in buttons
    ], pill


def _numbers(actor: Actor, guest: Guest) -> tuple[list[StrOrPromise], list[OfferAction]]:
    """A line and a button for each distribution: the next number, or the thing for the number this guest holds."""
    lines: list[StrOrPromise] = []
    buttons = []
    for told in announced([actor.site]):
        lines.append(words.left(told))
        held = distributions.number_of(guest, told.id)
        fields = {"guest": str(guest.id)}
        if held is None:
            why_not = _("Every number is taken") if told.all_taken else ""
            url = reverse("goods:take_number", args=[told.id])
            buttons.append(OfferAction(words.number(told), url, fields, not why_not, why_not))
        elif held.given_at is None:
            url = reverse("goods:give_for_number", args=[told.id])
            label = _("Give for number %(number)s") % {"number": held.number}
            buttons.append(OfferAction(label, url, fields | {"number": str(held.number)}))
    return lines, buttons
