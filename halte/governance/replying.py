"""The page of the mornings: the same number for every body, and each body's reply beside it."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from halte.accounts import roles
from halte.accounts.answers import done
from halte.accounts.doors import HalteRequest, needs
from halte.governance import actions, forms, mornings
from halte.reports.models import MorningNote


@needs(roles.GOVERN)
@require_http_methods(["GET", "HEAD", "POST"])
def replies(request: HalteRequest) -> HttpResponse:
    """The last mornings. Posting replies to the newest."""
    shown = mornings.last_mornings(request.actor)
    newest = {"note": shown[0].shown.note.id} if shown else {}
    form = forms.WriteReply(request.POST or None, initial=newest)
    if form.is_valid():
        note = get_object_or_404(MorningNote.objects.seen_by(request.actor), pk=form.cleaned_data["note"])
        if done(form, lambda: _reply(request, form, note)):
            return redirect("governance:mornings")
    context = {"mornings": shown, "form": form}
    return render(request, "governance/mornings.html", context, status=422 if form.errors else 200)


def _reply(request: HalteRequest, form: forms.WriteReply, note: MorningNote) -> None:
    said = form.cleaned_data
    actions.reply(
        actor=request.actor, note=note, body=said["body"], text=said["text"], at=timezone.now(), key=form.retry_key
    )
