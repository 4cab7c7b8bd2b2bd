"""The machine's clock, when it cannot be right."""

from contextlib import suppress

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from halte import journal
from halte.accounts import actions
from halte.accounts.doors import HalteRequest, needs
from halte.accounts.roles import MANAGE
from halte.web.forms import ActForm


@require_POST
@needs(MANAGE, shows_people=False)
def clock_is_right(request: HalteRequest) -> HttpResponse:
    """A manager looked at another clock: the machine is right."""
    form = ActForm(request.POST)
    if form.is_valid():
        with suppress(journal.AlreadyDone):
            actions.say_clock_is_right(actor=request.actor, at=timezone.now(), key=form.retry_key)
        messages.success(request, _("The house goes by the machine's clock."))
    return redirect("desk:front_door")
