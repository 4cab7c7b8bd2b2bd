"""Words beside their original, what somebody proposes for them, and their history."""

from datetime import datetime
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from halte.accounts.answers import done, pressed
from halte.accounts.doors import HalteRequest, needs
from halte.accounts.roles import GUIDE
from halte.common.languages import BY_CODE
from halte.rights import revising
from halte.rights.editing import forms
from halte.rights.editing.comparing import changes
from halte.rights.models import Page, Revision, State, Statement, Topic, Wording
from halte.rights.saying import Words, said
from halte.web.forms import ActForm


@needs(GUIDE, shows_people=False)
@require_safe
def topic(request: HalteRequest, slug: str) -> HttpResponse:
    """All texts of one topic, in its original language, and the titles of every language."""
    found = Topic.objects.filter(slug=slug).first()
    if found is None:
        raise Http404
    original = found.pages.filter(state=State.ORIGINAL).first()
    texts = Wording.objects.filter(statement__topic=found, language=original.language if original else "")
    context = {
        "topic": found,
        "original": original,
        "pages": found.pages.order_by("language"),
        "wordings": texts.select_related("statement").order_by("statement__place"),
    }
    return render(request, "rights/editing/topic.html", context)


@needs(GUIDE, shows_people=False)
@require_http_methods(["GET", "HEAD", "POST"])
def wording(request: HalteRequest, wording_id: UUID) -> HttpResponse:
    """The words of one statement; somebody proposes others."""
    found = Wording.objects.filter(id=wording_id).select_related("statement__topic").first()
    return _beside(request, found, forms.Proposed)


@needs(GUIDE, shows_people=False)
@require_http_methods(["GET", "HEAD", "POST"])
def page(request: HalteRequest, page_id: UUID) -> HttpResponse:
    """The title and summary of one page; somebody proposes others."""
    return _beside(request, Page.objects.filter(id=page_id).select_related("topic").first(), forms.ProposedHead)


@needs(GUIDE, shows_people=False)
@require_POST
def approve(request: HalteRequest, revision_id: UUID) -> HttpResponse:
    """A second person lets it stand."""
    found, form = _revision(revision_id), ActForm(request.POST)

    def act(at: datetime) -> str:
        revising.approve(actor=request.actor, revision=found, at=at, key=form.retry_key)
        return _("Readers see it from now on.")

    pressed(request, form, act)
    return _to(found.of)


@needs(GUIDE, shows_people=False)
@require_POST
def restore(request: HalteRequest, revision_id: UUID) -> HttpResponse:
    """Words of the history are proposed again."""
    found, form = _revision(revision_id), ActForm(request.POST)

    def act(at: datetime) -> str:
        revising.restore(actor=request.actor, revision=found, at=at, key=form.retry_key)
        return _("It waits for a second person.")

    pressed(request, form, act)
    return _to(found.of)


def _beside(request: HalteRequest, found: Wording | Page | None, shape: type[forms.Proposed]) -> HttpResponse:
    if found is None:
        raise Http404
    standing = said(found).words
    form = shape(request.POST or None, initial={"text": standing.text, "more": standing.more})

    def act() -> None:
        words = Words(form.cleaned_data["text"], form.cleaned_data["more"])
        revising.propose(actor=request.actor, of=found, words=words, at=timezone.now(), key=form.retry_key)

    if request.method == "POST" and form.is_valid() and done(form, act):
        return _to(found)
    status = 422 if request.method == "POST" else 200
    return render(request, "rights/editing/text.html", _context(found, form), status=status)


def _context(found: Wording | Page, form: forms.Proposed) -> dict[str, object]:
    now = said(found)
    others = _others(found)
    written_in = now.topic.pages.filter(state=State.ORIGINAL).values_list("language", flat=True).first()
    original = next((one for one in others if one.language == written_in), None)
    before = _stood_before(original) if original else None
    return {
        "of": found,
        "topic": now.topic,
        "statement": _statement(found),
        "words": now.words,
        "outdated": now.outdated,
        "language": BY_CODE[now.language],
        "original": original,
        "original_words": said(original).words if original else None,
        "original_language": BY_CODE[original.language] if original else None,
        "changes": list(changes(_joined(before), _joined(said(original).words))) if before and original else [],
        "is_original": original == found,
        "others": [(one, BY_CODE[one.language]) for one in others],
        "revisions": found.revisions.order_by("-written_on", "-approved_on"),
        "form": form,
        "press": ActForm(),
    }


def _statement(of: Wording | Page) -> Statement | None:
    return of.statement if isinstance(of, Wording) else None


def _others(of: Wording | Page) -> list[Wording] | list[Page]:
    if isinstance(of, Page):
        return list(Page.objects.filter(topic=of.topic_id).select_related("topic").order_by("language"))
    rows = Wording.objects.filter(statement=of.statement_id).select_related("statement__topic")
    return list(rows.order_by("language"))


def _stood_before(original: Wording | Page) -> Words | None:
    """The latest words that stood and are others now."""
    stood = original.revisions.filter(progress__in=revising.STOOD).order_by("-approved_on")
    found = (Words(one.text, one.more) for one in stood)
    return next((words for words in found if words != said(original).words), None)


def _joined(words: Words) -> str:
    return f"{words.text} {words.more}".strip()


def _to(of: Wording | Page) -> HttpResponse:
    return redirect("editing:page" if isinstance(of, Page) else "editing:wording", of.id)


def _revision(revision_id: UUID) -> Revision:
    rows = Revision.objects.select_related("wording__statement__topic", "page__topic")
    found = rows.filter(id=revision_id).first()
    if found is None:
        raise Http404
    return found
