"""Who looks at cards: alarms to tick, and decoys."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from halte.accounts.answers import done, press
from halte.accounts.doors import HalteRequest, needs
from halte.accounts.roles import MANAGE
from halte.guests import decoys, forms, looking, queries
from halte.guests.context import news_of
from halte.guests.views.cards import read_or_post


@needs(MANAGE)
@read_or_post
def looks(request: HalteRequest) -> HttpResponse:
    """What alarmed the house, and the decoys that lie here; a blank card that is scanned becomes one."""
    form = forms.Decoy(request.POST or None)
    at = timezone.now()
    if request.method == "POST" and form.is_valid():
        secret = queries.secret_in(form.cleaned_data["code"]) or ""
        given: dict[str, Any] = {"actor": request.actor, "at": at, "key": form.retry_key}
        if done(form, lambda: decoys.make_decoy(secret=secret, **given)):
            return redirect("guests:looks")
    context = {
        "form": form,
        "alarms": decoys.alarms(request.actor, at),
        "decoys": decoys.decoys(request.actor),
        "at_most": looking.AT_MOST,
        "minutes": looking.WITHIN.seconds // 60,
    }
    return render(request, "guests/looks.html", context, status=422 if form.errors else 200)


@needs(MANAGE, shows_people=False)
@require_safe
def look_news(request: HalteRequest) -> HttpResponse:
    """A manager's open page asks by itself whether anything alarms; nothing is answered when nothing changed."""
    news = news_of(request.actor)
    if request.GET.get("seen") == str(news.n):
        return HttpResponse(status=204)
    return render(request, "guests/_partials/look_alarms.html", {"look_alarms": news})


@needs(MANAGE)
@require_POST
def tick_look(request: HalteRequest, alarm_id: UUID) -> HttpResponse:
    """Somebody who manages the house read it."""
    alarm = decoys.alarm(request.actor, alarm_id)
    if alarm is None:
        raise Http404
    press(request, decoys.tick, _("Written down: you saw it."), alarm=alarm)
    return redirect("guests:looks")


@needs(MANAGE)
@require_POST
def end_decoy(request: HalteRequest, decoy_id: UUID) -> HttpResponse:
    """The card is no decoy any more, and opens nothing."""
    decoy = decoys.decoy(request.actor, decoy_id)
    if decoy is None:
        raise Http404
    press(request, decoys.end_decoy, _("This card opens nothing any more."), decoy=decoy)
    return redirect("guests:looks")
