"""Questions to an official: the page where somebody asks, and what the house and the speaker do with it."""

from collections.abc import Callable
from datetime import datetime
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from halte.accounts.answers import done, pressed
from halte.accounts.doors import HalteRequest, needs, open_to_all
from halte.accounts.roles import QUESTIONS, SPEAK
from halte.common import languages, tickets
from halte.rights.models import Question
from halte.rights.talks import asking, forms, queries
from halte.rights.talks.words import WORDS
from halte.web.forms import ActForm
from halte.web.middleware import for_guests
from halte.web.presses import pressed_on_our_page


@for_guests
@open_to_all
@pressed_on_our_page
@require_http_methods(["GET", "HEAD", "POST"])
def ask(request: HttpRequest, talk_id: UUID) -> HttpResponse:
    """Somebody asks an official something, without a name and without a cookie."""
    language = request.GET.get("language", "")
    language = language if language in languages.BY_CODE else "en"
    translation.activate(language)
    now = timezone.now()
    found = queries.open_for_questions(talk_id, now)
    if found is None:
        raise Http404
    form = forms.Ask(request.POST or None, label=WORDS[language]["ask_label"])

    codes: list[str] = []

    def act() -> None:
        text = form.cleaned_data["text"]
        codes.append(asking.ask(talk=found, text=text, language=language, at=now, key=form.retry_key).code)

    sent = request.method == "POST" and form.is_valid() and done(form, act)
    context = {
        "talk": found,
        "form": form,
        "said": WORDS[language],
        "sent": sent,
        "code": tickets.spaced(codes[0]) if codes else "",
        "host": request.get_host(),
        "language": language,
    }
    status = 422 if form.is_bound and not sent else 200
    return render(request, "rights/talks/ask.html", context, status=status)


@needs(QUESTIONS)
@require_POST
def pass_on(request: HalteRequest, question_id: UUID) -> HttpResponse:
    """A colleague passes a question on, in words that tell nobody."""
    form = forms.PassOn(request.POST)

    def act(question: Question, at: datetime) -> str:
        text = form.cleaned_data["text"]
        asking.pass_on(actor=request.actor, question=question, text=text, at=at, key=form.retry_key)
        return _("Passed on. What was typed is gone.")

    return _press(request, question_id, form, act)


@needs(QUESTIONS)
@require_POST
def set_aside(request: HalteRequest, question_id: UUID) -> HttpResponse:
    """A colleague does not pass a question on."""
    form = ActForm(request.POST)

    def act(question: Question, at: datetime) -> str:
        asking.set_aside(actor=request.actor, question=question, at=at, key=form.retry_key)
        return _("Set aside. What was typed is gone.")

    return _press(request, question_id, form, act)


@needs(SPEAK, shows_people=False)
@require_POST
def answer(request: HalteRequest, question_id: UUID) -> HttpResponse:
    """The speaker answers; everybody reads it."""
    form = forms.AnswerQuestion(request.POST)

    def act(question: Question, at: datetime) -> str:
        said = form.cleaned_data
        asking.answer(
            actor=request.actor,
            question=question,
            text=said["text"],
            written_in=said["written_in"],
            at=at,
            key=form.retry_key,
        )
        return _("Answered. Everybody reads it, with the day.")

    return _press(request, question_id, form, act)


def _press(
    request: HalteRequest, question_id: UUID, form: ActForm, act: Callable[[Question, datetime], str]
) -> HttpResponse:
    question = queries.question(request.actor, question_id)
    if question is None:
        raise Http404
    pressed(request, form, lambda at: act(question, at))
    return redirect("talks:talk", question.talk_id)
