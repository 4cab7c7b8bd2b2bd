"""The guest an address names, and the answer to a page that is too old."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect

from halte.accounts.doors import HalteRequest
from halte.guests import queries
from halte.guests.models import Guest
from halte.web.forms import ActForm


def found_guest(request: HalteRequest, guest_id: UUID) -> Guest:
    """The guest of the asker's own site; any other is not found."""
    guest = queries.guest(request.actor, guest_id)
    if guest is None:
        raise Http404
    return guest


def too_old(request: HttpRequest, form: ActForm) -> HttpResponse:
    """Say what the form lacked, and begin again at the desk."""
    for errors in form.errors.values():
        messages.error(request, str(errors[0]))
    return redirect("desk:home")
