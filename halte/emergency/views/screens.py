"""What open screens ask, and the page they rest on."""

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils import timezone, translation
from django.utils.formats import time_format
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from halte.accounts.doors import in_own_language, open_to_all
from halte.common.languages import STAFF
from halte.emergency import queries
from halte.emergency.whose import asker


@open_to_all
@require_safe
def seen(request: HttpRequest, ticket: str) -> HttpResponse:
    """Asked by every open screen each second and a half, without cookies: whether it rests, and who called help.

    Keeps:
        One query. No session is read, so none is kept alive.
    """
    state = queries.screen_state(ticket, timezone.now())
    if state is None:
        raise Http404
    if not state.rests and state.called is None:
        return HttpResponse(status=204)
    language = request.GET.get("in", "")
    with translation.override(language if language in STAFF else translation.get_language()):
        said = sentence(state.called, state.site.zone) if state.called else ""
    return JsonResponse({"rests": state.rests, "called": said})


def sentence(called: queries.Called, zone: object) -> str:
    """That help was called, or an interpreter asked for: when and by whom."""
    at = time_format(called.at.astimezone(zone), "H:i")  # type: ignore[arg-type]
    if called.language:
        wanted = {"time": at, "name": called.by, "language": called.spoken}
        return _("%(time)s, %(name)s: somebody wants an interpreter for %(language)s.") % wanted
    if not called.by:
        return _("Help was called at %(time)s.") % {"time": at}
    return _("Help was called at %(time)s by %(name)s.") % {"time": at, "name": called.by}


@open_to_all
@require_safe
@in_own_language
def rest(request: HttpRequest) -> HttpResponse:
    """Where open screens go while the shutter is down. The script leads back when it opens."""
    actor = asker(request)
    if actor is not None:
        request.actor = actor  # type: ignore[attr-defined]
    return render(request, "accounts/rest.html")
