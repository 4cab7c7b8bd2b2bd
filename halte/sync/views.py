"""The page that shows where the ends of our registers are kept."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from halte.accounts import roles
from halte.accounts.answers import done, say_errors
from halte.accounts.doors import HalteRequest, needs
from halte.sync import actions, forms, queries
from halte.sync.models import Where


@needs(roles.MANAGE)
@require_safe
def overview(request: HalteRequest) -> HttpResponse:
    """Our heads, when they were last kept elsewhere, and what we keep of others."""
    shown = queries.own_heads_shown(request.actor)
    form = forms.Pinned(initial={"heads": " ".join(str(row.head) for row in shown)})
    return render(request, "sync/overview.html", {"heads": shown, "witnesses": queries.witnesses(), "form": form})


@needs(roles.MANAGE)
@require_POST
def pinned(request: HalteRequest) -> HttpResponse:
    """The printed page hangs on the wall."""
    form = forms.Pinned(request.POST)
    if form.is_valid() and done(
        form,
        lambda: actions.note_kept_elsewhere(
            actor=request.actor,
            heads=form.cleaned_data["heads"],
            where=Where.PAPER,
            at=timezone.now(),
            key=form.retry_key,
        ),
    ):
        messages.success(request, _("Written down: the heads hang on the wall."))
    say_errors(request, form)
    return redirect("sync:overview")
