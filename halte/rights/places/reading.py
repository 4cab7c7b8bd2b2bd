"""Places in the guide: where and when, with a map picture that asks nobody else."""

from django.http import HttpRequest, HttpResponseBase
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from halte.accounts.doors import open_to_all
from halte.common.languages import BY_CODE
from halte.rights import queries as guide
from halte.rights.places import queries
from halte.rights.places.words import WORDS
from halte.rights.views import guide_page, in_guide_style, not_found

WRITTEN_OUT = "halte.written_out"
"""Stands in the request for a file that is read at another hour: "open now" would not be true then."""


@open_to_all
@require_safe
@in_guide_style
def places(request: HttpRequest, language: str) -> HttpResponseBase:
    """Every place that guests may read of, by town."""
    if language not in BY_CODE:
        return not_found(request, language)
    now = timezone.now()
    context = {
        "towns": queries.towns(language, now),
        "said": WORDS[language],
        "today": timezone.localdate(now),
        "here": tuple(BY_CODE),
        "now": WRITTEN_OUT not in request.META,
    }
    return guide_page(
        request,
        "rights/places/places.html",
        language,
        context,
        written=guide.languages(),
        same=lambda code: reverse("rights:places", args=[code]),
    )
