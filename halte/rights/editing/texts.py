"""One text beside its original, what somebody proposes for it, and its history."""

from datetime import datetime
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from halte.accounts.answers import pressed
from halte.accounts.doors import HalteRequest, needs
from halte.accounts.roles import GUIDE
from halte.common.languages import BY_CODE
from halte.rights import revising
from halte.rights.editing import forms
from halte.rights.editing.comparing import changes
from halte.rights.models import Page, Progress, Revision, State, Wording
from halte.web.forms import ActForm


@needs(GUIDE, shows_people=False)
@require_safe
def wording(request: HalteRequest, wording_id: UUID) -> HttpResponse:
    """One text beside its original, what changed in the original, and what stood before."""
    return _beside(request, _wording(wording_id))


@needs(GUIDE, shows_people=False)
@require_POST
def propose(request: HalteRequest, wording_id: UUID) -> HttpResponse:
    """A new text waits for a second person."""
    found, form = _wording(wording_id), forms.Proposed(request.POST)

    def act(at: datetime) -> str:
        words = revising.Words(form.cleaned_data["text"], form.cleaned_data["more"])
        revising.propose(actor=request.actor, wording=found, words=words, at=at, key=form.retry_key)
        return _("It waits for a second person.")

    pressed(request, form, act)
    return redirect("editing:wording", found.id)


@needs(GUIDE, shows_people=False)
@require_POST
def approve(request: HalteRequest, revision_id: UUID) -> HttpResponse:
    """A second person lets it stand."""
    found, form = _revision(revision_id), ActForm(request.POST)

    def act(at: datetime) -> str:
        revising.approve(actor=request.actor, revision=found, at=at, key=form.retry_key)
        return _("Readers see it from now on.")

    pressed(request, form, act)
    return redirect("editing:wording", found.wording_id)


@needs(GUIDE, shows_people=False)
@require_POST
def restore(request: HalteRequest, revision_id: UUID) -> HttpResponse:
    """Words of the history are proposed again."""
    found, form = _revision(revision_id), ActForm(request.POST)

    def act(at: datetime) -> str:
        revising.restore(actor=request.actor, revision=found, at=at, key=form.retry_key)
        return _("It waits for a second person.")

    pressed(request, form, act)
    return redirect("editing:wording", found.wording_id)


def _beside(request: HalteRequest, found: Wording) -> HttpResponse:
    original = Wording.objects.filter(
        statement=found.statement_id,
        language=Page.objects.filter(topic=found.statement.topic_id, state=State.ORIGINAL).values("language")[:1],
    ).first()
    stood = (
        original.revisions.filter(progress__in=[Progress.APPROVED, Progress.LOADED]).order_by("-approved_on")
        if original
        else Revision.objects.none()
    )
    before = next((one for one in stood if original and one.text != original.text), None)
    context = {
        "wording": found,
        "statement": found.statement,
        "language": BY_CODE[found.language],
        "original": original,
        "original_language": BY_CODE[original.language] if original else None,
        "changes": list(changes(before.text, original.text)) if before and original else [],
        "is_original": original == found,
        "others": Wording.objects.filter(statement=found.statement_id).order_by("language"),
        "revisions": found.revisions.order_by("-written_on", "-approved_on"),
        "form": forms.Proposed(initial={"text": found.text, "more": found.more}),
        "press": ActForm(),
    }
    return render(request, "rights/editing/wording.html", context)


def _wording(wording_id: UUID) -> Wording:
    found = Wording.objects.filter(id=wording_id).select_related("statement__topic").first()
    if found is None:
        raise Http404
    return found


def _revision(revision_id: UUID) -> Revision:
    found = Revision.objects.filter(id=revision_id).select_related("wording__statement__topic").first()
    if found is None:
        raise Http404
    return found
