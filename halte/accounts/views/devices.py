"""The tablets and programs of a site."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from halte import journal
from halte.accounts import actions, forms, queries
from halte.accounts.doors import HalteRequest, needs
from halte.accounts.models import DeviceKind
from halte.accounts.roles import MANAGE, Role, given_by
from halte.common.refusal import Refusal
from halte.web.forms import ActForm


@require_http_methods(["GET", "HEAD", "POST"])
@needs(MANAGE)
def devices(request: HalteRequest) -> HttpResponse:
    """Which devices hold a token; a new one's token is in this one answer and nowhere else."""
    form = forms.RegisterDevice(request.POST or None, may_give=given_by(request.actor.roles))
    if request.method == "POST" and form.is_valid():
        return _register(request, form)
    context = {"devices": queries.devices(request.actor), "form": form}
    return render(request, "accounts/devices.html", context, status=422 if form.is_bound else 200)


@require_POST
@needs(MANAGE)
def revoke_device(request: HalteRequest, device_id: UUID) -> HttpResponse:
    """A device's token opens nothing any more."""
    device = queries.device(request.actor, device_id)
    if device is None:
        raise Http404
    form = ActForm(request.POST)
    if form.is_valid():
        try:
            actions.revoke_device(actor=request.actor, device=device, at=timezone.now(), key=form.retry_key)
        except journal.AlreadyDone:
            pass
        except Refusal as refusal:
            messages.error(request, str(refusal))
            return redirect("accounts:devices")
        messages.success(request, _("Its token opens nothing any more."))
    return redirect("accounts:devices")


def _register(request: HalteRequest, form: forms.RegisterDevice) -> HttpResponse:
    try:
        device, token = actions.register_device(
            actor=request.actor,
            label=form.cleaned_data["label"],
            kind=DeviceKind(form.cleaned_data["kind"]),
            roles=[Role(role) for role in form.cleaned_data["roles"]],
            at=timezone.now(),
            key=form.retry_key,
        )
    except journal.AlreadyDone:
        messages.warning(request, _("This token was shown once already. Switch the device off and register it again."))
        return redirect("accounts:devices")
    except Refusal as refusal:
        messages.error(request, str(refusal))
        return redirect("accounts:devices")
    return render(request, "accounts/device_made.html", {"device": device, "token": token})
