"""A guest's own phone: the desk shows a link once, and may end every pairing of the card."""

from datetime import datetime
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from halte import journal
from halte.accounts.answers import pressed
from halte.accounts.doors import HalteRequest, needs
from halte.accounts.roles import DESK
from halte.common.refusal import Refusal
from halte.guests import pairing
from halte.guests.printing import drawn
from halte.guests.views.finding import found_guest, too_old
from halte.web.forms import ActForm


@needs(DESK)
@require_POST
def pair_phone(request: HalteRequest, guest_id: UUID) -> HttpResponse:
    """A link for the guest's phone, as a QR code in this one answer: it works once, for two minutes."""
    guest = found_guest(request, guest_id)
    form = ActForm(request.POST)
    if not form.is_valid():
        return too_old(request, form)
    try:
        link = pairing.offer_link(actor=request.actor, guest=guest, at=timezone.now(), key=form.retry_key)
    except journal.AlreadyDone:
        return redirect("desk:guest", guest.id)
    except Refusal as refusal:
        messages.error(request, str(refusal))
        return redirect("desk:guest", guest.id)
    address = request.build_absolute_uri(reverse("mycard:pair", args=[link]))
    return render(request, "guests/pairing.html", {"guest": guest, "qr": drawn(address), "address": address})


@needs(DESK)
@require_POST
def end_phones(request: HalteRequest, guest_id: UUID) -> HttpResponse:
    """No phone shows this guest's things any more."""
    guest = found_guest(request, guest_id)
    form = ActForm(request.POST)

    def act(at: datetime) -> str:
        pairing.end_pairing(actor=request.actor, guest=guest, at=at, key=form.retry_key)
        return _("No phone is paired with this card any more.")

    pressed(request, form, act)
    return redirect("desk:guest", guest.id)
