"""The page of the outreach teams."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from halte.accounts import roles
from halte.accounts.answers import done, say_errors
from halte.accounts.doors import HalteRequest, needs
from halte.outreach import actions, forms, queries
from halte.web.forms import ActForm


@needs(roles.FIELD)
@require_http_methods(["GET", "HEAD", "POST"])
def rounds(request: HalteRequest) -> HttpResponse:
    """The last rounds, and the form for a new one."""
    today = request.actor.site.today(timezone.now())
    form = forms.RecordRound(request.POST or None, initial={"on": today})
    if request.method == "POST" and form.is_valid() and _record(request, form):
        messages.success(request, _("The round is written down. Thank you for going out."))
        return redirect("outreach:rounds")
    context = {
        "form": form,
        "rounds": queries.latest(request.actor),
        "today": queries.seen_on(request.actor.site, today),
    }
    return render(request, "outreach/rounds.html", context, status=422 if form.errors else 200)


def _record(request: HalteRequest, form: forms.RecordRound) -> bool:
    names = ("on", "area", "method", "counted_by", "low", "high")
    said = {name: form.cleaned_data[name] for name in names}
    return done(
        form,
        lambda: actions.record_round(
            actor=request.actor, needs=form.needs, at=timezone.now(), key=form.retry_key, **said
        ),
    )


@needs(roles.FIELD)
@require_POST
def take_back(request: HalteRequest, round_id: UUID) -> HttpResponse:
    """A round that was written down wrong no longer stands."""
    made = queries.round_of(request.actor, round_id)
    if made is None:
        raise Http404
    form = ActForm(request.POST)
    if form.is_valid() and done(
        form, lambda: actions.take_back(actor=request.actor, made=made, at=timezone.now(), key=form.retry_key)
    ):
        messages.success(request, _("The round is taken back. Write it down anew if it was only wrong."))
    say_errors(request, form)
    return redirect("outreach:rounds")
