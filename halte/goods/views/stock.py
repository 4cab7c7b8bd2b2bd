"""The store: what lies here, giving to a guest, deliveries and counting."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeVar
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from halte import journal
from halte.accounts import roles
from halte.accounts.answers import pressed
from halte.accounts.doors import HalteRequest, needs
from halte.goods import actions, forms, queries, words
from halte.goods.models import Given, Kind, Variant, WhyGiven
from halte.goods.queries import KindHere, Lying
from halte.guests import queries as guest_queries
from halte.web.forms import ActForm
from halte.web.offers import Pill

Row = TypeVar("Row")


@dataclass(frozen=True)
class Shelf:
    """One size as the pages show it."""

    variant: Variant
    balance: int
    pill: Pill | None


@dataclass(frozen=True)
class Choice:
    """One kind as the page of giving shows it."""

    kind: Kind
    last: str
    reason: WhyGiven
    shelves: list[Shelf]


@needs(roles.GOODS)
@require_safe
def stock(request: HalteRequest) -> HttpResponse:
    """What lies here, by kind and size, and for how long it lasts."""
    at = timezone.now()
    here = queries.stock(request.actor, at)
    shelves = [(kind, [_shelf(lying) for lying in kind.sizes]) for kind in here]
    soon = [lying for kind in here for lying in kind.sizes if _runs_out(kind, lying)]
    context = {
        "kinds": shelves,
        "soon": [_shelf(lying) for lying in soon],
        "may_change": request.actor.may(roles.STOCK),
        "at": at,
    }
    return render(request, "goods/stock.html", context)


@needs(roles.GOODS)
@require_safe
def variant(request: HalteRequest, variant_id: UUID) -> HttpResponse:
    """One size: how many, what moved, and the forms that change it."""
    return _variant_page(request, _found(queries.variant(variant_id)))


@needs(roles.GOODS)
@require_safe
def choose(request: HalteRequest, guest_id: UUID) -> HttpResponse:
    """Everything a guest may be given today, by kind and size."""
    guest = _found(guest_queries.guest(request.actor, guest_id))
    at = timezone.now()
    choices = [_choice(request, here, last, at) for here, last in queries.choices(request.actor, guest, at)]
    return render(request, "goods/choose.html", {"guest": guest, "choices": choices, "at": at})


@needs(roles.GOODS)
@require_POST
def give(request: HalteRequest, guest_id: UUID) -> HttpResponse:
    """A guest gets something: one tap."""
    guest = _found(guest_queries.guest(request.actor, guest_id))
    form = forms.Give(request.POST)
    chosen = _found(queries.variant(form.cleaned_data["variant"])) if form.is_valid() else None

    def act(at: datetime) -> str:
        assert chosen
        actions.give(
            actor=request.actor,
            guest=guest,
            variant=chosen,
            quantity=form.cleaned_data["quantity"],
            reason=form.why,
            at=at,
            key=form.retry_key,
        )
        return _("Given: %(thing)s.") % {"thing": chosen.name}

    pressed(request, form, act)
    return redirect("goods:choose" if form.data.get("next") == "choose" else "desk:guest", guest.id)


@needs(roles.GOODS)
@require_POST
def give_without_card(request: HalteRequest, variant_id: UUID) -> HttpResponse:
    """Something is given to people without a card."""
    chosen = _found(queries.variant(variant_id))
    form = forms.GiveWithoutCard(request.POST)

    def act(at: datetime) -> str:
        quantity, lost = form.cleaned_data["quantity"], form.cleaned_data["lost"]
        reason = WhyGiven.LOST if lost else WhyGiven.FIRST
        actions.give_without_card(
            actor=request.actor, variant=chosen, quantity=quantity, reason=reason, at=at, key=form.retry_key
        )
        return _("%(n)s given.") % {"n": quantity}

    return _on_variant_page(request, chosen, form, act, "give_form")


@needs(roles.STOCK)
@require_POST
def receive(request: HalteRequest, variant_id: UUID) -> HttpResponse:
    """A delivery came in."""
    chosen = _found(queries.variant(variant_id))
    form = forms.Quantity(request.POST)

    def act(at: datetime) -> str:
        quantity = form.cleaned_data["quantity"]
        actions.receive(actor=request.actor, variant=chosen, quantity=quantity, at=at, key=form.retry_key)
        return _("%(n)s received.") % {"n": quantity}

    return _on_variant_page(request, chosen, form, act, "receive_form")


@needs(roles.STOCK)
@require_POST
def count(request: HalteRequest, variant_id: UUID) -> HttpResponse:
    """Somebody counted what lies here."""
    chosen = _found(queries.variant(variant_id))
    form = forms.Counted(request.POST)

    def act(at: datetime) -> str:
        counted = form.cleaned_data["quantity"]
        off = actions.count_stock(actor=request.actor, variant=chosen, counted=counted, at=at, key=form.retry_key)
        if off == 0:
            return _("Counted: just as the list said.")
        return ngettext(
            "Counted: %(n)s, the list was off by %(off)s.", "Counted: %(n)s, the list was off by %(off)s.", abs(off)
        ) % {"n": counted, "off": abs(off)}

    return _on_variant_page(request, chosen, form, act, "count_form")


@needs(roles.STOCK)
@require_POST
def discard(request: HalteRequest, variant_id: UUID) -> HttpResponse:
    """What cannot be given is thrown away."""
    chosen = _found(queries.variant(variant_id))
    form = forms.Quantity(request.POST)

    def act(at: datetime) -> str:
        quantity = form.cleaned_data["quantity"]
        actions.discard(actor=request.actor, variant=chosen, quantity=quantity, at=at, key=form.retry_key)
        return _("%(n)s thrown away.") % {"n": quantity}

    return _on_variant_page(request, chosen, form, act, "discard_form")


@needs(roles.STOCK)
@require_POST
def add_usual_kinds(request: HalteRequest) -> HttpResponse:
    """A new house begins with the usual kinds."""
    form = forms.Press(request.POST)

    def act(at: datetime) -> str:
        added = actions.add_usual_kinds(actor=request.actor, at=at, key=form.retry_key)
        return ngettext("%(n)s kind added.", "%(n)s kinds added.", added) % {"n": added}

    pressed(request, form, act)
    return redirect("goods:stock")


@needs(roles.GOODS)
@require_POST
def undo(request: HalteRequest, line_id: UUID) -> HttpResponse:
    """Take back one movement of the last fifteen minutes."""
    form = forms.Press(request.POST)

    def act(at: datetime) -> str:
        try:
            journal.undo(actor=request.actor, line_id=line_id, at=at, key=form.retry_key, of_colleagues=["goods"])
        except journal.NotUndoable as refusal:
            raise Http404 from refusal
        return _("Taken back.")

    pressed(request, form, act)
    moved = queries.variant_of_line(request.actor, line_id)
    return redirect("goods:variant", moved) if moved else redirect("goods:stock")


def _found(row: Row | None) -> Row:
    """The row, when it is of this site; what another site owns is not found."""
    if row is None:
        raise Http404
    return row


def _shelf(lying: Lying) -> Shelf:
    return Shelf(lying.variant, lying.balance, words.lasts(lying.balance, lying.days_left))


def _runs_out(kind: KindHere, lying: Lying) -> bool:
    """Whether a stock that is being given ends within days."""
    return kind.balance > 0 and lying.days_left is not None and lying.balance > 0 and lying.days_left <= words.SOON


def _choice(request: HalteRequest, here: KindHere, last: Given | None, at: datetime) -> Choice:
    said = words.ago(queries.days_since(request.actor, last, at)) if last else ""
    reason = WhyGiven.WORN if last else WhyGiven.FIRST
    return Choice(here.kind, said, reason, [_shelf(lying) for lying in here.sizes])


def _on_variant_page(
    request: HalteRequest, chosen: Variant, form: forms.Press, act: Callable[[datetime], str], name: str
) -> HttpResponse:
    if not form.is_valid():
        return _variant_page(request, chosen, status=422, **{name: form})
    pressed(request, form, act)
    return redirect("goods:variant", chosen.id)


def _variant_page(request: HalteRequest, chosen: Variant, *, status: int = 200, **given: ActForm) -> HttpResponse:
    at = timezone.now()
    context: dict[str, Any] = {
        "shelf": _shelf(queries.lying(request.actor, chosen, at)),
        "variant": chosen,
        "movements": queries.movements(request.actor, chosen, at),
        "may_change": request.actor.may(roles.STOCK),
        "receive_form": forms.Quantity(auto_id="receive_%s"),
        "count_form": forms.Counted(auto_id="count_%s"),
        "discard_form": forms.Quantity(auto_id="discard_%s"),
        "give_form": forms.GiveWithoutCard(auto_id="give_%s"),
        "at": at,
    }
    return render(request, "goods/variant.html", context | given, status=status)
