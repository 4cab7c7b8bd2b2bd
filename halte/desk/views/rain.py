"""Rain mode: one tap, remembered on the tablet, and no word about anybody."""

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from halte.accounts import roles
from halte.accounts.doors import HalteRequest, counts_with
from halte.web.context import RAIN_COOKIE


@counts_with(roles.EVERYONE)
@require_POST
def rain(request: HalteRequest) -> HttpResponse:
    """Rain mode on, or off again; back to the page where it was pressed."""
    back = request.POST.get("next", "")
    safe = back.startswith("/") and url_has_allowed_host_and_scheme(back, allowed_hosts=None)
    response = redirect(back if safe else "/")
    if request.POST.get("rain") == "1":
        response.set_cookie(
            RAIN_COOKIE,
            "1",
            max_age=settings.SESSION_COOKIE_AGE,
            samesite="Lax",
            secure=settings.SECURE,
            httponly=True,
        )
    else:
        response.delete_cookie(RAIN_COOKIE, samesite="Lax")
    return response
