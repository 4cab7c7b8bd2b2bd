"""What every template may show of the tablet it is read on."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest

RAIN_COOKIE = f"{settings.COOKIE_PREFIX}halte_rain"


def rain(request: HttpRequest) -> dict[str, Any]:
    """Whether this tablet is in rain mode: larger targets further apart, every result heard and felt."""
    return {"rain": request.COOKIES.get(RAIN_COOKIE) == "1"}
