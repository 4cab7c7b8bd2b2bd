"""The guide's public pages: no sign-in, no cookie, and nothing that needs a script."""

from collections.abc import Callable, Collection, Sequence
from datetime import date
from typing import Any

from csp.decorators import csp_replace
from django.http import HttpRequest, HttpResponseBase, HttpResponseRedirect
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import patch_vary_headers
from django.utils.translation.trans_real import parse_accept_lang_header
from django.views.decorators.http import require_safe

from halte.accounts.doors import open_to_all
from halte.common import languages as known
from halte.common.languages import Language
from halte.rights import queries
from halte.rights.delivery import deliver, kept_by
from halte.rights.poster import poster_code
from halte.rights.reading import READING, grouped
from halte.rights.searching import index_file, search
from halte.rights.shown import direction
from halte.rights.style import CSP_HASH, STYLE
from halte.rights.talks import queries as talks
from halte.rights.talks.words import WORDS as TALKS
from halte.rights.voices import queries as voices
from halte.rights.voices import reading
from halte.rights.voices.delivery import play
from halte.rights.words import WORDS
from halte.rights.worker import WORKER

LONGEST = 200
"""Characters of a question that are read."""
SAME_LANGUAGE = {"prs": "fa"}
"""Codes that phones send for a language the guide has under another code: Dari is kept with Persian."""

View = Callable[..., HttpResponseBase]
in_guide_style: Callable[[View], View] = csp_replace({"style-src": [CSP_HASH]})


@open_to_all
@require_safe
@in_guide_style
def languages(request: HttpRequest) -> HttpResponseBase:
    """Lead to the language the phone asks for, else let the reader choose."""
    chosen = _asked(request, queries.languages())
    if not chosen:
        return guide_page(request, "rights/languages.html", "en", _all_languages())
    response = HttpResponseRedirect(reverse("rights:topics", args=[chosen]))
    response.headers["Cache-Control"] = kept_by(request)
    patch_vary_headers(response, ["Accept-Language"])
    return response


@open_to_all
@require_safe
@in_guide_style
def topics(request: HttpRequest, language: str) -> HttpResponseBase:
    """The topics of the guide in one language."""
    if language in known.SPOKEN_BY_CODE:
        return _spoken_topics(request, known.SPOKEN_BY_CODE[language])
    if language not in queries.languages():
        return not_found(request, language)
    groups = list(grouped(queries.topics(language), language, queries.order()))
    context = {
        "groups": groups,
        "talks": TALKS[language]["talks"],
    } | _all_languages()
    return guide_page(request, "rights/topics.html", language, context)


@open_to_all
@require_safe
@in_guide_style
def find(request: HttpRequest, language: str) -> HttpResponseBase:
    """Topics for what a reader typed. The question is kept nowhere; without one it is the page a phone keeps."""
    here = queries.languages()
    if language not in here:
        return not_found(request, language)
    question = request.GET.get("q", "").strip()[:LONGEST]
    found = search(language, question, on=timezone.localdate()) if question else []
    context = {"question": question, "found": found, "here": here}
    response = guide_page(request, "rights/find.html", language, context)
    if question:
        response.headers["Cache-Control"] = "private, no-store"
    return response


@open_to_all
@require_safe
def find_index(request: HttpRequest, language: str) -> HttpResponseBase:
    """The words of one language, for a phone that searches without a network."""
    if language not in queries.languages():
        return not_found(request, language)
    return deliver(request, index_file(language, on=timezone.localdate()), language=language, kind="application/json")


@open_to_all
@require_safe
@in_guide_style
def poster(request: HttpRequest, language: str, slug: str) -> HttpResponseBase:
    """One topic for a wall: its title, its steps, and a code that leads to the page."""
    page = queries.page(language, slug, on=timezone.localdate())
    if page is None:
        return not_found(request, language, slug)
    link = request.build_absolute_uri(reverse("rights:topic", args=[language, slug]))
    return guide_page(request, "rights/poster.html", language, {"page": page, "here": (), "code": poster_code(link)})


@open_to_all
@require_safe
@in_guide_style
def topic(request: HttpRequest, language: str, slug: str) -> HttpResponseBase:
    """One page of the guide, as it stands today."""
    if language in known.SPOKEN_BY_CODE:
        return _spoken_topic(request, known.SPOKEN_BY_CODE[language], slug)
    registered = _day(request.GET.get("registered", ""))
    page = queries.page(language, slug, on=timezone.localdate(), registered=registered)
    if page is None:
        return not_found(request, language, slug)
    spoken = talks.on_the_matter(slug, language, timezone.now())
    context = {
        "page": page,
        "here": page.languages,
        "talks": spoken,
        "officials": TALKS[language]["talks"],
        "strip": [] if reading.is_heard(page) else reading.strip(page),
    }
    return guide_page(request, "rights/topic.html", language, context)


@open_to_all
@require_safe
def voice(request: HttpRequest, file: str) -> HttpResponseBase:
    """A statement as it is spoken."""
    found = voices.sound(file)
    return play(request, found) if found else not_found(request, "")


@open_to_all
@require_safe
def worker(request: HttpRequest) -> HttpResponseBase:
    """The small program that lets a phone read the guide without a network."""
    return deliver(request, WORKER, language="", kind="text/javascript")


def _all_languages() -> dict[str, Any]:
    """The languages to read, and those to hear."""
    return {"here": queries.languages(), "spoken": voices.spoken_languages()}


def _spoken_topics(request: HttpRequest, spoken: Language) -> HttpResponseBase:
    found = reading.topics(spoken.code, on=timezone.localdate())
    if not found:
        return not_found(request, spoken.code)
    context = {"topics": found, "in_voice": spoken} | _all_languages()
    return guide_page(request, "rights/spoken_topics.html", found[0].title_language, context)


def _spoken_topic(request: HttpRequest, spoken: Language, slug: str) -> HttpResponseBase:
    page = reading.spoken_page(spoken.code, slug, on=timezone.localdate())
    if page is None:
        return not_found(request, spoken.code, slug)
    told = {"here": page.languages, "spoken": voices.spoken_languages()}
    context = {"page": page, "in_voice": spoken, "strip": reading.strip(page)} | told
    return guide_page(request, "rights/spoken_topic.html", page.language, context)


def not_found(request: HttpRequest, language: str, slug: str = "") -> HttpResponseBase:
    """Say that the page is not here, in a language the reader may know, and list the topics that are."""
    here = queries.languages()
    shown = language if language in here else _asked(request, here) or "en"
    context = {
        "groups": list(grouped(queries.topics(shown), shown, queries.order())),
        "elsewhere": queries.languages(slug),
        "here": here,
    }
    response = guide_page(request, "rights/not_found.html", shown, context, slug=slug, status=404)
    patch_vary_headers(response, ["Accept-Language"])
    return response


def guide_page(
    request: HttpRequest,
    template: str,
    language: str,
    context: dict[str, Any],
    *,
    slug: str = "",
    status: int = 200,
    same: Callable[[str], str] | None = None,
    written: Collection[str] = known.BY_CODE,
) -> HttpResponseBase:
    """Deliver a page in the guide's clothes.

    Args:
        same: Where the same page stands in another language; without it the other languages lead to their topics.
        written: The languages that have topics, for a page that stands in all.
    """
    # Rendered without the request: no context processor runs, so nothing opens a session.
    page = context.get("page")
    common = {
        "language": known.BY_CODE[language],
        "direction": direction(language),
        "words": WORDS[language],
        "reading": READING[language],
        "slug": page.slug if page else slug,
        "style": STYLE,
        "home": reverse("rights:topics", args=[language]) if language in written else reverse("rights:languages"),
        "here": _in_languages(context.pop("here"), same or _topic_in(page.slug if page else "")),
        "elsewhere": [known.BY_CODE[code] for code in context.pop("elsewhere", ())],
    }
    return deliver(request, render_to_string(template, common | context), language=language, status=status)


def _topic_in(slug: str) -> Callable[[str], str]:
    if not slug:
        return lambda code: reverse("rights:topics", args=[code])
    return lambda code: reverse("rights:topic", args=[code, slug])


def _in_languages(codes: Sequence[str], address: Callable[[str], str]) -> list[dict[str, Any]]:
    """Each language with the address of the page in it."""
    return [{"language": known.BY_CODE[code], "address": address(code)} for code in codes]


def _day(written: str) -> date | None:
    """A day written 2026-07-01; None for anything else: a reader with a broken link sees the whole page."""
    try:
        return date.fromisoformat(written)
    except ValueError:
        return None


def _asked(request: HttpRequest, here: tuple[str, ...]) -> str:
    """The first language of the Accept-Language header that the guide has; empty when there is none."""
    for code, _weight in parse_accept_lang_header(request.headers.get("Accept-Language", "")):
        base = code.partition("-")[0].lower()
        if (found := SAME_LANGUAGE.get(base, base)) in here:
            return found
    return ""
