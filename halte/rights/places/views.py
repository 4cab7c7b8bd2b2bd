"""A house for its own team: what guests read of it, and the one tap that says it is full."""

from datetime import datetime

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from halte.accounts.answers import done, pressed
from halte.accounts.doors import HalteRequest, needs
from halte.accounts.roles import DESK, MANAGE
from halte.rights.models import Place
from halte.rights.places import actions, forms
from halte.rights.places.rules import write_walk

OPENS = DESK | MANAGE


@needs(OPENS, shows_people=False)
@require_safe
def home(request: HalteRequest) -> HttpResponse:
    """What guests read of this house, and whether it is full today."""
    place = Place.objects.filter(site=request.actor.site).first()
    context = {
        "place": place,
        "is_full": place is not None and place.full_on == request.actor.site.today(timezone.now()),
        "may_publish": request.actor.may(MANAGE),
    }
    return render(request, "rights/places/home.html", context)


@needs(OPENS, shows_people=False)
@require_POST
def full(request: HalteRequest) -> HttpResponse:
    """Full today, or room again: one tap."""
    form = forms.SayFull(request.POST)

    def act(at: datetime) -> str:
        is_full = form.cleaned_data["full"] == "yes"
        actions.say_full(actor=request.actor, full=is_full, at=at, key=form.retry_key)
        return _("Guests read that it is full today.") if is_full else _("Guests read that there is room again.")

    pressed(request, form, act)
    return redirect("places:home")


@needs(MANAGE, shows_people=False)
@require_http_methods(["GET", "HEAD", "POST"])
def publish(request: HalteRequest) -> HttpResponse:
    """A manager writes what guests read of the house."""
    site = request.actor.site
    form = forms.PublishPlace(request.POST or None, initial=_standing(request))

    def act() -> None:
        actions.publish(actor=request.actor, told=form.told, at=timezone.now(), key=form.retry_key)

    if request.method == "POST" and form.is_valid() and done(form, act):
        messages.success(request, _("Guests read this of %(site)s from now on.") % {"site": site})
        return redirect("places:home")
    return render(request, "rights/places/publish.html", {"form": form}, status=422 if form.is_bound else 200)


def _standing(request: HalteRequest) -> dict[str, object]:
    """What stands, else what we know of the house; where it is, somebody types on purpose."""
    place = Place.objects.filter(site=request.actor.site).first()
    if place is None:
        return {"name": request.actor.site.name, "kind": request.actor.site.kind}
    plain = (
        "name",
        "kind",
        "protected",
        "phone",
        "address",
        "postal_code",
        "town",
        "latitude",
        "longitude",
        "languages",
    )
    standing: dict[str, object] = {name: getattr(place, name) for name in plain}
    return standing | {"walk": write_walk(place.walk)}
