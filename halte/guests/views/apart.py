"""Who shares no room with whom: written and read by an adviser or a manager, never by a desk."""

from datetime import datetime
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from halte.accounts.answers import done, pressed
from halte.accounts.doors import HalteRequest, needs
from halte.accounts.roles import MATCH
from halte.guests import actions, forms, queries
from halte.guests.models import KeptApart
from halte.guests.views.cards import by_code
from halte.guests.views.finding import found_guest
from halte.web.forms import ActForm


@needs(MATCH)
@require_http_methods(["GET", "HEAD", "POST"])
def apart(request: HalteRequest, guest_id: UUID) -> HttpResponse:
    """With whom a guest shares no room, and one more card."""
    guest = found_guest(request, guest_id)
    form = forms.Apart(request.POST or None)

    def act() -> None:
        other = queries.not_shown(request.actor, by_code(request, form.cleaned_data["code"]))
        actions.keep_apart(actor=request.actor, one=guest, other=other, at=timezone.now(), key=form.retry_key)

    if request.method == "POST" and form.is_valid() and done(form, act):
        messages.success(request, _("They share no room from now on. Nobody is moved by this."))
        return redirect("guests:apart", guest.id)
    rows = queries.apart_from(guest)
    kept = [(row, row.other if row.one_id == guest.id else row.one) for row in rows]
    context = {"guest": guest, "form": form, "kept": kept}
    return render(request, "guests/apart.html", context, status=422 if form.errors else 200)


@needs(MATCH)
@require_POST
def end_apart(request: HalteRequest, guest_id: UUID, kept_id: UUID) -> HttpResponse:
    """They may share a room again."""
    guest = found_guest(request, guest_id)
    kept: KeptApart | None = KeptApart.objects.seen_by(request.actor).filter(id=kept_id).first()
    if kept is None or guest.id not in {kept.one_id, kept.other_id}:
        raise Http404
    form = ActForm(request.POST)

    def act(at: datetime) -> str:
        actions.no_longer_apart(actor=request.actor, kept=kept, at=at, key=form.retry_key)
        return _("They may share a room again.")

    pressed(request, form, act)
    return redirect("guests:apart", guest.id)
