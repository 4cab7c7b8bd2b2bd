"""Words beside their original, what somebody proposes for them, and their history."""

from collections.abc import Iterable
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from halte.accounts.answers import done
from halte.accounts.doors import HalteRequest, needs
from halte.accounts.roles import GUIDE, Role
from halte.common import languages
from halte.common.languages import BY_CODE
from halte.rights import revising
from halte.rights.editing import forms
from halte.rights.editing.comparing import changes
from halte.rights.editing.versions import address_of
from halte.rights.models import WAITS, BegunPage, Kind, Page, Progress, Revision, State, Statement, Topic, Wording
from halte.rights.saying import Words, said
from halte.web.forms import ActForm


@needs(GUIDE, shows_people=False)
@require_safe
def topic(request: HalteRequest, slug: str) -> HttpResponse:
    """All texts of one topic, in its original language, and the titles of every language, those to begin too."""
    found = Topic.objects.filter(slug=slug).first()
    if found is None:
        raise Http404
    pages = list(found.pages.order_by("language"))
    original = next((page for page in pages if page.state == State.ORIGINAL), None)
    texts = Wording.objects.filter(statement__topic=found, language=original.language if original else "")
    written = {page.language for page in pages}
    begun = BegunPage.objects.filter(topic=found, progress__in=WAITS)
    context = {
        "topic": found,
        "original": original,
        "pages": pages,
        "kinds": _by_kind(texts.select_related("statement").order_by("statement__place")),
        "missing": [one for one in languages.ALL if one.code not in written],
        "begun": begun,
        "may_add": Role.EDITOR in request.actor.roles and original is not None,
    }
    return render(request, "rights/editing/topic.html", context)


def _by_kind(wordings: Iterable[Wording]) -> list[tuple[str, list[Wording]]]:
    """As readers find them: the steps first, then the warnings, then the facts."""
    rows = list(wordings)
    kinds = [(kind.label, [row for row in rows if row.statement.kind == kind]) for kind in Kind]
    return [(str(label), found) for label, found in kinds if found]


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


def _beside(request: HalteRequest, found: Wording | Page | None, shape: type[forms.Proposed]) -> HttpResponse:
    if found is None:
        raise Http404
    standing = said(found)
    draft = revising.drafts(request.actor, standing).first()
    words = standing.of(draft) if draft else standing.stands
    form = shape(request.POST or None, initial={"text": words.text, "more": words.more})

    def act() -> None:
        to = Words(form.cleaned_data["text"], form.cleaned_data["more"])
        now, key = timezone.now(), form.retry_key
        revising.propose(actor=request.actor, of=found, to=to, ready=form.is_ready, at=now, key=key)

    if request.method == "POST" and form.is_valid() and done(form, act):
        return redirect(address_of(found))
    context = _context(found, form) | {"draft": draft}
    return render(request, "rights/editing/text.html", context, status=422 if request.method == "POST" else 200)


def _context(found: Wording | Page, form: forms.Proposed) -> dict[str, object]:
    now = said(found)
    topic: Topic = found.topic if isinstance(found, Page) else found.statement.topic
    others = _others(found)
    written_in = topic.pages.filter(state=State.ORIGINAL).values_list("language", flat=True).first()
    original = next((one for one in others if one.language == written_in), None)
    before = _stood_before(original) if original else None
    return {
        "of": found,
        "topic": topic,
        "statement": _statement(found),
        "words": now.stands,
        "outdated": now.outdated,
        "language": BY_CODE[now.language],
        "original": original,
        "original_words": said(original).stands if original else None,
        "original_language": BY_CODE[original.language] if original else None,
        "changes": list(changes(_joined(before), _joined(said(original).stands))) if before and original else [],
        "is_original": original == found,
        "others": [(one, BY_CODE[one.language]) for one in others],
        "revisions": [_told(one, now.stands) for one in found.revisions.order_by("-written_on", "-approved_on")],
        "form": form,
        "press": ActForm(),
    }


def _told(revision: Revision, stands: Words) -> tuple[Revision, list[object]]:
    """A version, and what it would change while it waits."""
    if revision.progress != Progress.IN_REVIEW:
        return revision, []
    return revision, list(changes(_joined(stands), _joined(Words(revision.text, revision.more))))


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
    return next((words for words in found if words != said(original).stands), None)


def _joined(words: Words) -> str:
    return f"{words.text} {words.more}".strip()
