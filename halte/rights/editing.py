"""Pages of editors and translators: what needs them, one text beside its original, and its history."""

import difflib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from halte.accounts.answers import pressed
from halte.accounts.doors import HalteRequest, needs
from halte.accounts.roles import GUIDE, Role
from halte.common.languages import BY_CODE
from halte.rights import editing_forms as forms
from halte.rights import revising
from halte.rights.models import Page, Progress, Revision, State, Statement, Wording
from halte.web.forms import ActForm

DAYS_AHEAD = 60


@needs(GUIDE, shows_people=False)
@require_safe
def desk(request: HalteRequest) -> HttpResponse:
    """What needs somebody: texts in review, translations that are outdated, statements whose days are counted."""
    today = timezone.localdate()
    texts = Wording.objects.select_related("statement__topic").order_by("statement__topic__place", "language")
    context = {
        "form": forms.Article(),
        "may_mark": Role.EDITOR in request.actor.roles,
        "waiting": Revision.objects.filter(progress__in=[Progress.DRAFT, Progress.IN_REVIEW]).select_related(
            "wording__statement__topic"
        ),
        "outdated": texts.filter(outdated=True),
        "recheck": Statement.objects.filter(recheck_since__isnull=False).select_related("topic"),
        "expiring": revising.expiring(today, today + timedelta(days=DAYS_AHEAD)),
        "originals": texts.filter(
            language__in=Page.objects.filter(state=State.ORIGINAL).values("language"),
        ),
    }
    return render(request, "rights/editing/desk.html", context)


@needs(GUIDE, shows_people=False)
@require_POST
def law(request: HalteRequest) -> HttpResponse:
    """An article changed: what rests on it is marked in one act."""
    form = forms.Article(request.POST)

    def act(at: datetime) -> str:
        article = form.cleaned_data["article"]
        found = len(revising.law_changed(actor=request.actor, article=article, at=at, key=form.retry_key))
        return ngettext("%(n)s statement must be checked again.", "%(n)s statements must be checked again.", found) % {
            "n": found
        }

    pressed(request, form, act)
    return redirect("editing:desk")


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


@dataclass(frozen=True)
class Piece:
    """Some words: the same as before, new, or gone."""

    words: str
    change: str


def changes(before: str, after: str) -> Iterator[Piece]:
    """What changed between two texts, word by word."""
    old, new = before.split(), after.split()
    for what, a, b, c, d in difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if what == "equal":
            yield Piece(" ".join(new[c:d]), "")
            continue
        if a < b:
            yield Piece(" ".join(old[a:b]), "gone")
        if c < d:
            yield Piece(" ".join(new[c:d]), "new")


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
