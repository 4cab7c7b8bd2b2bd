"""A page in a new language: every text beside its original, then a second person lets it stand."""

from datetime import datetime
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from halte.accounts.answers import done, pressed
from halte.accounts.doors import HalteRequest, needs
from halte.accounts.roles import GUIDE, Role
from halte.common.languages import BY_CODE
from halte.rights import beginning
from halte.rights.editing import forms
from halte.rights.models import BegunPage, Progress


@needs(GUIDE, shows_people=False)
@require_http_methods(["GET", "HEAD", "POST"])
def begun(request: HalteRequest, slug: str, language: str) -> HttpResponse:
    """Somebody writes a page in a language in which the topic does not stand yet."""
    topic = beginning.may_begin(slug, language)
    if topic is None:
        raise Http404
    waiting = beginning.waiting(topic, language)
    form = forms.BegunTexts(request.POST or None, asked=beginning.texts(topic, language))

    def act() -> None:
        beginning.write(
            actor=request.actor,
            topic=topic,
            language=language,
            written=form.written,
            ready=form.is_ready,
            at=timezone.now(),
            key=form.retry_key,
        )

    if request.method == "POST" and form.is_valid() and done(form, act):
        return redirect("editing:begun", slug, language)
    original = beginning.original_of(topic)
    in_review = waiting is not None and waiting.progress == Progress.IN_REVIEW
    context = {
        "topic": topic,
        "language": BY_CODE[language],
        "original": original,
        "original_language": BY_CODE[original.language],
        "waiting": waiting,
        "in_review": in_review,
        "is_mine": waiting is not None and waiting.written_by == request.actor.id,
        "signs": Role.TRANSLATOR in request.actor.roles,
        "form": form,
        "approve": forms.Signed(auto_id="approve_%s"),
    }
    return render(request, "rights/editing/begun.html", context, status=422 if form.is_bound else 200)


@needs(GUIDE, shows_people=False)
@require_POST
def approve_begun(request: HalteRequest, begun_id: UUID) -> HttpResponse:
    """A second person lets the whole page stand."""
    found, form = BegunPage.objects.filter(id=begun_id).select_related("topic").first(), forms.Signed(request.POST)
    if found is None:
        raise Http404

    def act(at: datetime) -> str:
        signature = form.cleaned_data["signature"]
        beginning.approve(actor=request.actor, begun=found, signature=signature, at=at, key=form.retry_key)
        return _("The topic is read in this language from now on.")

    pressed(request, form, act)
    if found.topic.pages.filter(language=found.language).exists():
        return redirect("editing:topic", found.topic.slug)
    return redirect("editing:begun", found.topic.slug, found.language)
