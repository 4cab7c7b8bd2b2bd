"""What readers said of pages, and what they asked: editors answer, and look at the page again."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from halte.accounts.answers import done, press
from halte.accounts.doors import HalteRequest, needs
from halte.accounts.roles import GUIDE, Role
from halte.common.languages import BY_CODE
from halte.rights.asking import actions, queries
from halte.rights.editing import forms
from halte.rights.models import Topic, Wording
from halte.web.forms import ActForm


@needs(GUIDE)
@require_safe
def asked(request: HalteRequest) -> HttpResponse:
    """Questions without an answer, longest waiting first; then those that have one; then pages that readers marked."""
    context = {
        "unanswered": queries.unanswered(),
        "answered": queries.answered(),
        "marked": queries.marked(),
        "languages": BY_CODE,
        "may_answer": Role.EDITOR in request.actor.roles,
        "press": ActForm(),
    }
    return render(request, "rights/editing/asked.html", context)


@needs(GUIDE)
@require_http_methods(["GET", "HEAD", "POST"])
def question(request: HalteRequest, question_id: UUID) -> HttpResponse:
    """One question; an editor answers it."""
    found = queries.question(question_id)
    if found is None:
        raise Http404
    form = forms.Answer(request.POST or None, initial={"words": found.answer})

    def act() -> None:
        words = form.cleaned_data["words"]
        actions.answer(actor=request.actor, question=found, words=words, at=timezone.now(), key=form.retry_key)

    if request.method == "POST" and form.is_valid() and done(form, act):
        return redirect("editing:asked")
    context = {
        "question": found,
        "language": BY_CODE[found.language],
        "form": form,
        "may_answer": Role.EDITOR in request.actor.roles,
    }
    status = 422 if request.method == "POST" else 200
    return render(request, "rights/editing/question.html", context, status=status)


@needs(GUIDE)
@require_POST
def dealt_with(request: HalteRequest, language: str, slug: str) -> HttpResponse:
    """What readers said of a page was looked at."""
    topic = Topic.objects.filter(slug=slug).first()
    if topic is None or language not in BY_CODE:
        raise Http404
    said = _("It is gone from the list. What readers say from now on comes in anew.")
    press(request, actions.dealt_with, said, topic=topic, language=language)
    return redirect("editing:asked")


@needs(GUIDE)
@require_safe
def marked(request: HalteRequest, language: str, slug: str) -> HttpResponse:
    """What readers said of one page, beside the texts they read."""
    found = next((one for one in queries.marked() if (one.topic.slug, one.language) == (slug, language)), None)
    if found is None:
        raise Http404
    texts = Wording.objects.filter(statement__topic=found.topic, language=language).select_related("statement")
    by_code = {text.statement.code: text for text in texts}
    context = {
        "marked": found,
        "language": BY_CODE[language],
        "said": [(one, by_code.get(one.statement)) for one in found.said],
        "press": ActForm(),
        "may_answer": Role.EDITOR in request.actor.roles,
    }
    return render(request, "rights/editing/marked.html", context)
