"""Talks in the guide: who speaks when, what they signed beside what we say, and what was asked."""

from uuid import UUID

from django.http import HttpRequest, HttpResponseBase
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from halte.accounts.doors import open_to_all
from halte.common.languages import BY_CODE
from halte.rights import queries as guide
from halte.rights.talks import queries
from halte.rights.talks.words import WORDS
from halte.rights.views import guide_page, in_guide_style, not_found

ADVICE = "free-lawyer"
"""The topic that leads to independent advice."""


@open_to_all
@require_safe
@in_guide_style
def talks(request: HttpRequest, language: str) -> HttpResponseBase:
    """Every talk that the house accepted, and those that are off."""
    if language not in BY_CODE:
        return not_found(request, language)
    shown = queries.announced(language, timezone.now())
    context = {
        "ahead": [talk for talk in shown if not talk.is_over],
        "over": [talk for talk in shown if talk.is_over],
        "said": WORDS[language],
        "here": tuple(BY_CODE),
    }
    return guide_page(
        request,
        "rights/talks/announced.html",
        language,
        context,
        written=guide.languages(),
        same=lambda code: reverse("rights:talks", args=[code]),
    )


@open_to_all
@require_safe
@in_guide_style
def talk(request: HttpRequest, language: str, talk_id: UUID) -> HttpResponseBase:
    """One talk, with what the speaker signed beside what the guide says."""
    found = queries.public_talk(language, talk_id, timezone.now()) if language in BY_CODE else None
    if found is None:
        return not_found(request, language)
    lawyer = [topic for topic in guide.topics(language) if topic.slug == ADVICE]
    context = {"talk": found, "lawyer": lawyer, "said": WORDS[language], "here": tuple(BY_CODE)}
    return guide_page(
        request,
        "rights/talks/public.html",
        language,
        context,
        written=guide.languages(),
        same=lambda code: reverse("rights:talk", args=[code, talk_id]),
    )
