"""Those who came on somebody's card: one tap each."""

from datetime import datetime
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from halte import journal
from halte.accounts.answers import pressed
from halte.accounts.doors import HalteRequest, needs
from halte.accounts.roles import DESK
from halte.common.refusal import Refusal
from halte.guests import actions, forms
from halte.guests.printing import back_of_a_card, printed
from halte.guests.views.finding import found_guest, too_old
from halte.web.forms import ActForm


@needs(DESK)
@require_POST
def add_company(request: HalteRequest, guest_id: UUID) -> HttpResponse:
    """One more woman, man, child or newborn is on this card. The panel stays open for the next."""
    guest = found_guest(request, guest_id)
    form = forms.Company(request.POST)

    def act(at: datetime) -> str:
        who = form.cleaned_data["counted"]
        newborn = who == forms.NEWBORN
        counted = "child" if newborn else who
        actions.add_company(
            actor=request.actor, guest=guest, counted=counted, in_cot=newborn, at=at, key=form.retry_key
        )
        return _("Written down. They sleep in a cot and take no bed.") if newborn else _("One more on this card.")

    pressed(request, form, act)
    return redirect("desk:guest", guest.id)


@needs(DESK)
@require_POST
def own_card(request: HalteRequest, guest_id: UUID) -> HttpResponse:
    """A card of their own for someone who came on another's. They stay together."""
    guest = found_guest(request, guest_id)
    form = ActForm(request.POST)
    if not form.is_valid():
        return too_old(request, form)
    try:
        secret = actions.give_own_card(actor=request.actor, guest=guest, at=timezone.now(), key=form.retry_key)
    except journal.AlreadyDone:
        return redirect("desk:guest", guest.id)
    except Refusal as refusal:
        messages.error(request, str(refusal))
        return redirect("desk:guest", guest.id)
    return render(
        request, "guests/card_made.html", {"guest": guest, "card": printed(request, secret), "back": back_of_a_card()}
    )
