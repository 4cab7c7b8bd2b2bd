"""Pages where readers say what is not right and ask: no session, no cookie, no script."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.urls import NoReverseMatch, reverse
from django.utils import timezone, translation
from django.views.decorators.http import require_http_methods

from halte.accounts.answers import done
from halte.accounts.doors import open_to_all
from halte.common import tickets
from halte.common.languages import ALL, BY_CODE
from halte.common.refusal import Refusal
from halte.journal import AlreadyDone
from halte.rights import queries as guide
from halte.rights import words
from halte.rights.asking import actions, forms, queries
from halte.rights.models import AskedQuestion, MarkKind, Question, Topic
from halte.rights.poster import poster_code
from halte.rights.talks import queries as talks
from halte.rights.talks.words import WORDS as TALKS
from halte.web.middleware import for_guests
from halte.web.presses import pressed_on_our_page
from halte.web.tickets import Ticket, fetched

View = Callable[..., HttpResponse]
SIGNS = {MarkKind.NOT_CLEAR: "question", MarkKind.WRONG: "cross", MarkKind.NO_HELP: "minus"}


def for_readers(view: View) -> View:
    """Open to all, in the language of the address.

    Keeps:
        No cookie is set: the browser itself says that the press comes from our page.
    """

    @for_guests
    @open_to_all
    @pressed_on_our_page
    @require_http_methods(["GET", "HEAD", "POST"])
    @wraps(view)
    def asked(request: HttpRequest, language: str, **address: str) -> HttpResponse:
        if language not in BY_CODE:
            raise Http404
        translation.activate(language)
        request.LANGUAGE_CODE = language
        return view(request, language, **address)

    return asked


@for_readers
def page(request: HttpRequest, language: str, slug: str) -> HttpResponse:
    """One press says that a page is not clear, wrong or no help."""
    shown, topic = guide.page(language, slug, on=timezone.localdate()), Topic.objects.filter(slug=slug).first()
    if shown is None or topic is None:
        raise Http404
    statements = [(one.code, "".join(part.text for part in one.text_fragments)) for one in shown.statements if one.text]
    form = forms.Mark(request.POST or None, statements=statements, initial={"statement": ""})
    context = {"form": form, "page": shown, "kinds": [(kind.value, kind.label, SIGNS[kind]) for kind in MarkKind]}

    def act() -> None:
        said = form.cleaned_data
        actions.mark_page(
            topic=topic,
            language=language,
            kind=MarkKind(said["kind"]),
            statement=said["statement"],
            at=timezone.now(),
            key=form.retry_key,
        )

    if request.method != "POST":
        return _page(request, "page", language, context)
    if form.is_valid() and done(form, act):
        return _page(request, "marked", language, context)
    return _page(request, "page", language, context, status=422)


@for_readers
def question(request: HttpRequest, language: str) -> HttpResponse:
    """Somebody asks. The answer shows the ticket code, once."""
    topic = Topic.objects.filter(slug=request.GET.get("topic", "")[:40]).first()
    form = forms.Ask(request.POST or None)
    context: dict[str, Any] = {
        "form": form,
        "page": guide.page(language, topic.slug, on=timezone.localdate()) if topic else None,
    }
    if request.method != "POST":
        return _page(request, "question", language, context)
    if not form.is_valid():
        return _page(request, "question", language, context, status=422)
    try:
        asked = {"words": form.cleaned_data["words"], "language": language, "at": timezone.now()}
        code = actions.ask(topic=topic, key=form.retry_key, **asked)
        context["code"] = tickets.spaced(code)
    except AlreadyDone:
        context["code"] = ""
    except Refusal as refusal:
        form.add_error(None, str(refusal))
        return _page(request, "question", language, context, status=refusal.status)
    return _page(request, "ticket", language, context)


@for_readers
def answer(request: HttpRequest, language: str) -> HttpResponse:
    """The ticket code fetches the answer, with its date. A wrong code and an unknown one are answered alike."""
    form = Ticket(request.POST or None)
    if request.method != "POST":
        return _page(request, "fetch_answer", language, {"form": form})
    found: AskedQuestion | Question | None
    found, status = fetched(form, _by_ticket, at=timezone.now())
    if found is None:
        return _page(request, "fetch_answer", language, {"form": form}, status=status)
    if isinstance(found, Question):
        return _answered_at_a_talk(request, language, found)
    shown = guide.page(language, found.topic.slug, on=timezone.localdate()) if found.topic else None
    day = words.day(found.answered_on, language) if found.answered_on else ""
    return _page(request, "answer", language, {"question": found, "page": shown, "day": day})


def _by_ticket(typed: str) -> AskedQuestion | Question | None:
    """A ticket of the guide, or of a talk: each of its own kind, so no code opens both."""
    return queries.by_ticket(typed) or talks.by_ticket(typed)


def _answered_at_a_talk(request: HttpRequest, language: str, found: Question) -> HttpResponse:
    day = words.day(found.answered_on, language) if found.answered_on else ""
    context = {"question": found, "day": day, "said": TALKS[language]}
    return _page(request, "answer_at_a_talk", language, context)


def _page(
    request: HttpRequest, name: str, language: str, context: dict[str, Any], *, status: int = 200
) -> HttpResponse:
    """Rendered without the request, so that nothing opens a session or sets a cookie."""
    common = {
        "language": language,
        "languages": [one for one in ALL if one.code in guide.languages()],
        "here": request.path,
        "host": request.get_host(),
        **_where_to_ask(request, language, context),
    }
    content = render_to_string(f"rights/asking/{name}.html", common | context)
    headers = {"Cache-Control": "private, no-store", "Content-Language": language}
    return HttpResponse(content, status=status, headers=headers)


def _where_to_ask(request: HttpRequest, language: str, context: dict[str, Any]) -> dict[str, Any]:
    """The address of the question; on a machine that has none, a code that a phone reads."""
    page = context.get("page")
    asks = f"?topic={page.slug}" if page else ""
    try:
        return {"ask": reverse("asking:question", args=[language]) + asks}
    except NoReverseMatch:
        path = reverse("asking:question", args=[language], urlconf=settings.ROOT_URLCONF)
        link = request.build_absolute_uri(path)
        return {"ask": "", "code_to_ask": poster_code(link + asks)}
