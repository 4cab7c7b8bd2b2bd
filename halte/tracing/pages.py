"""How a page for writers is answered: without the request, so that nothing opens a session; in a chosen language."""

from collections.abc import Callable
from datetime import timedelta
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils import translation

from halte.common import languages
from halte.common.tries import Limit

FROM_A_DEVICE = Limit("messages", at_most=30, within=timedelta(hours=1), from_the_first=True)


def page(request: HttpRequest, template: str, context: dict[str, Any], *, status: int = 200) -> HttpResponse:
    """A page for whoever looks for somebody."""
    chosen = request.GET.get("lang", "")
    common = {
        "languages": languages.ALL,
        "lang": f"?lang={chosen}" if chosen in languages.BY_CODE else "",
    }
    answer = HttpResponse(render_to_string(template, common | context), status=status)
    answer.headers["Referrer-Policy"] = "same-origin"
    return answer


def in_chosen_language(view: Callable[..., Any]) -> Callable[..., Any]:
    """The view speaks the language in its address, else that of the phone."""

    @wraps(view)
    def spoken(request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        chosen = request.GET.get("lang", "")
        if chosen not in languages.BY_CODE:
            return view(request, *args, **kwargs)
        with translation.override(chosen):
            return view(request, *args, **kwargs)

    return spoken


def too_many(request: HttpRequest) -> bool:
    """Whether this device left so many messages within the hour that one more is not kept. The page does not say."""
    return not FROM_A_DEVICE.passes(request.META.get("REMOTE_ADDR") or "nowhere")
