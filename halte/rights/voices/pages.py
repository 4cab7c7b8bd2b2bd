"""Where speakers record and approve: a language, a topic, and under each statement two taps."""

from datetime import datetime
from uuid import UUID

from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from halte.accounts.answers import press, pressed
from halte.accounts.doors import HalteRequest, needs
from halte.accounts.roles import GUIDE
from halte.common import languages as known
from halte.common.languages import Language
from halte.rights.models import Recording, Statement, Topic
from halte.rights.voices import delivery, forms, queries, speaking
from halte.web.forms import ActForm


@needs(GUIDE, shows_people=False)
@require_safe
def languages(request: HalteRequest) -> HttpResponse:
    """Which language do you speak?"""
    return render(request, "rights/voices/languages.html", {"written": known.ALL, "spoken": known.SPOKEN})


@needs(GUIDE, shows_people=False)
@require_safe
def topics(request: HalteRequest, language: str) -> HttpResponse:
    """What is spoken in a language, and what still needs a voice."""
    context = {"language": _language(language), "topics": queries.progress(language)}
    return render(request, "rights/voices/topics.html", context)


@needs(GUIDE, shows_people=False)
@require_safe
def topic(request: HalteRequest, language: str, slug: str) -> HttpResponse:
    """Each statement of a topic with its words: record it, hear it, approve it."""
    found = Topic.objects.filter(slug=slug).first()
    spoken = queries.of_a_topic(found, language) if found else []
    if not spoken:
        raise Http404
    context = {
        "language": _language(language),
        "topic": found,
        "spoken": spoken,
        "read": known.BY_CODE[spoken[0].words.language],
        "press": ActForm(),
        "form": forms.Voice(),
    }
    return render(request, "rights/voices/topic.html", context)


@needs(GUIDE, shows_people=False)
@require_POST
def record(request: HalteRequest, language: str, statement_id: UUID) -> HttpResponse:
    """A voice waits for a second speaker."""
    found = Statement.objects.filter(id=statement_id).select_related("topic").first()
    if found is None:
        raise Http404
    form = forms.Voice(request.POST, request.FILES)

    def act(at: datetime) -> str:
        sound = form.cleaned_data["voice"]
        speaking.record(actor=request.actor, statement=found, language=language, sound=sound, at=at, key=form.retry_key)
        return _("It waits for a second speaker.")

    pressed(request, form, act)
    return redirect("voices:topic", language, found.topic.slug)


@needs(GUIDE, shows_people=False)
@require_POST
def approve(request: HalteRequest, recording_id: UUID) -> HttpResponse:
    """A second speaker lets it be heard."""
    found = _recording(recording_id)
    press(request, speaking.approve, _("Readers hear it from now on."), recording=found)
    return redirect("voices:topic", found.language, found.statement.topic.slug)


@needs(GUIDE, shows_people=False)
@require_POST
def take_back(request: HalteRequest, recording_id: UUID) -> HttpResponse:
    """It is not heard any more."""
    found = _recording(recording_id)
    press(request, speaking.take_back, _("The recording is gone."), recording=found)
    return redirect("voices:topic", found.language, found.statement.topic.slug)


@needs(GUIDE, shows_people=False)
@require_safe
def sound(request: HalteRequest, recording_id: UUID) -> HttpResponseBase:
    """A recording to listen to before it is approved; no cache keeps it."""
    return delivery.play(request, _recording(recording_id), public=False)


def _language(code: str) -> Language:
    found = known.BY_CODE.get(code) or known.SPOKEN_BY_CODE.get(code)
    if found is None:
        raise Http404
    return found


def _recording(recording_id: UUID) -> Recording:
    found = Recording.objects.filter(id=recording_id).select_related("statement__topic").first()
    if found is None:
        raise Http404
    return found
