"""Pages of the treasurer, and of those who look over the treasurer's shoulder."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from halte.accounts import roles
from halte.accounts.answers import done
from halte.accounts.doors import HalteRequest, needs
from halte.funding import actions, forms, queries, receipts, rules
from halte.funding.models import Agreement, Expense
from halte.governance.queries import commitments
from halte.web.forms import ActForm

ASKED = ["GET", "HEAD", "POST"]


@needs(roles.MONEY_SEEN)
@require_safe
def overview(request: HalteRequest) -> HttpResponse:
    """Agreements with what is left of them, this site's expenses, and the places that were decided."""
    context = {
        "agreements": queries.agreements(),
        "expenses": queries.expenses(request.actor),
        "commitments": commitments(),
        "may_write": request.actor.may(roles.MONEY),
    }
    return render(request, "funding/overview.html", context)


@needs(roles.MONEY_SEEN)
@require_safe
def statement(request: HalteRequest, agreement_id: UUID) -> HttpResponse:
    """Who owes what under an agreement."""
    agreement = queries.agreement(agreement_id)
    if agreement is None:
        raise Http404
    return render(request, "funding/statement.html", {"statement": queries.statement(request.actor, agreement)})


@needs(roles.MONEY_SEEN)
@require_safe
def expense(request: HalteRequest, expense_id: UUID) -> HttpResponse:
    """One expense of this site: proof, corrections, shares."""
    return _expense_page(request, _expense(request, expense_id))


@needs(roles.MONEY_SEEN)
@require_safe
def receipt(request: HalteRequest, expense_id: UUID) -> HttpResponse:
    """The file of an expense's proof, as it came; a browser shows it and runs nothing in it."""
    found = queries.receipt(request.actor, expense_id)
    if found is None:
        raise Http404
    ending = found.get_kind_display().lower()
    answer = HttpResponse(receipts.opened(found), content_type=found.kind)
    answer.headers["Content-Disposition"] = f'inline; filename="receipt-{found.expense_id.hex[:8]}.{ending}"'
    answer.headers["Content-Security-Policy"] = "default-src 'none'; style-src 'unsafe-inline'; sandbox"
    return answer


@needs(roles.MONEY)
@require_http_methods(ASKED)
def new_agreement(request: HalteRequest) -> HttpResponse:
    """An agreement is written down."""
    form = forms.Agree(request.POST or None)
    if form.is_valid() and done(form, lambda: _agree(request, form)):
        messages.success(request, _("The agreement stands."))
        return redirect("funding:overview")
    context = {"form": form, "title": _("New agreement"), "button": _("Write it down")}
    return render(request, "funding/write.html", context, status=422 if form.errors else 200)


def _agree(request: HalteRequest, form: forms.Agree) -> Agreement:
    names = ("title", "currency", "amount_cents", "starts_on", "ends_on")
    said = {name: form.cleaned_data[name] for name in names}
    return actions.agree(actor=request.actor, payers=form.payers, at=timezone.now(), key=form.retry_key, **said)


@needs(roles.MONEY)
@require_http_methods(ASKED)
def new_expense(request: HalteRequest) -> HttpResponse:
    """An expense is written down with its proof."""
    form = forms.RecordExpense(request.POST or None, request.FILES or None, initial={"currency": "EUR"})
    if form.is_valid() and done(form, lambda: _record(request, form)):
        messages.success(request, _("The expense stands."))
        return redirect("funding:overview")
    context = {"form": form, "title": _("New expense"), "button": _("Write it down")}
    return render(request, "funding/write.html", context, status=422 if form.errors else 200)


def _record(request: HalteRequest, form: forms.RecordExpense) -> Expense:
    when = ("paid_on", "covers_from", "covers_until")
    names = ("what", "currency", "cents", *when, "purpose", "clause", "proof_reference")
    said = {name: form.cleaned_data[name] for name in names}
    return actions.record_expense(
        actor=request.actor, receipt=form.cleaned_data["proof"], at=timezone.now(), key=form.retry_key, **said
    )


@needs(roles.MONEY)
@require_POST
def share(request: HalteRequest, expense_id: UUID) -> HttpResponse:
    """An expense is shared between the payers of an agreement."""
    found = _expense(request, expense_id)
    form = forms.ShareExpense(request.POST, auto_id="share_%s")
    if form.is_valid() and done(
        form,
        lambda: actions.share_expense(
            actor=request.actor,
            expense=found,
            agreement=form.cleaned_data["agreement"],
            at=timezone.now(),
            key=form.retry_key,
        ),
    ):
        messages.success(request, _("The expense is shared, to the cent."))
        return redirect("funding:expense", found.id)
    return _expense_page(request, found, share_form=form)


@needs(roles.MONEY)
@require_POST
def correct(request: HalteRequest, expense_id: UUID) -> HttpResponse:
    """An expense, and its shares, are brought to the right amount."""
    found = _expense(request, expense_id)
    form = forms.Correct(request.POST)
    if form.is_valid() and done(
        form,
        lambda: actions.correct(
            actor=request.actor,
            expense=found,
            right_cents=form.cleaned_data["right_cents"],
            why=form.cleaned_data["why"],
            at=timezone.now(),
            key=form.retry_key,
        ),
    ):
        messages.success(request, _("The correction stands beside the expense. Nothing was overwritten."))
        return redirect("funding:expense", found.id)
    return _expense_page(request, found, correct_form=form)


def _expense(request: HalteRequest, expense_id: UUID) -> Expense:
    found = queries.expense(request.actor, expense_id)
    if found is None:
        raise Http404
    return found


def _expense_page(
    request: HalteRequest,
    found: Expense,
    share_form: forms.ShareExpense | None = None,
    correct_form: forms.Correct | None = None,
) -> HttpResponse:
    wrong: list[ActForm] = [form for form in (share_form, correct_form) if form is not None]
    open_to = queries.agreements_for(found)
    shown = queries.expense_shown(found)
    context = {
        "shown": shown,
        "years": rules.by_year(shown.stands_at, *found.used),
        "digest": bytes(found.proof_digest).hex() if found.proof_digest else "",
        "receipt": queries.receipt(request.actor, found.id),
        "corrections": found.corrections.order_by("id"),
        "shares": queries.shares_shown(found),
        "may_write": request.actor.may(roles.MONEY),
        "agreements": open_to,
        "share_form": share_form or forms.ShareExpense(agreements=open_to, auto_id="share_%s"),
        "correct_form": correct_form or forms.Correct(),
    }
    return render(request, "funding/expense.html", context, status=422 if wrong else 200)
