"""What needs somebody, in one place: texts, translations, and statements that must be checked again."""

from datetime import datetime, timedelta

from django.db.models import Q, QuerySet
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language, ngettext
from django.views.decorators.http import require_POST, require_safe

from halte.accounts.answers import pressed
from halte.accounts.doors import HalteRequest, needs
from halte.accounts.roles import GUIDE, Role
from halte.rights import adding, checking, ordering, revising, signing
from halte.rights.asking import queries as asking
from halte.rights.editing import forms
from halte.rights.editing.versions import address_of
from halte.rights.models import WAITS, BegunPage, Page, Progress, Revision, State, Wording
from halte.rights.reading import READING
from halte.rights.talks import queries as talks

DAYS_AHEAD = 60


@needs(GUIDE, shows_people=False)
@require_safe
def desk(request: HalteRequest) -> HttpResponse:
    """What needs somebody: texts in review, translations that are outdated, statements whose days are counted."""
    today = timezone.localdate()
    context = {
        "form": forms.Article(auto_id="law_%s"),
        "translated": forms.Translated(auto_id="translated_%s"),
        "may_mark": Role.EDITOR in request.actor.roles,
        "waiting": [(one, address_of(one.of)) for one in _waiting(request)],
        "added": adding.waiting(request.actor),
        "begun": BegunPage.objects.filter(progress__in=WAITS).select_related("topic").order_by("written_on"),
        "outdated": Wording.objects.filter(outdated=True)
        .select_related("statement__topic")
        .order_by("statement__topic__place", "statement__place", "language"),
        "outdated_pages": Page.objects.filter(outdated=True).select_related("topic").order_by("topic__place"),
        "to_read": signing.pages_to_read(),
        "sheets": talks.to_translate(request.actor),
        "questions": asking.unanswered().count(),
        "checks": checking.waiting(),
        "recheck": checking.recheck(),
        "expired": checking.expired(today),
        "expiring": checking.expiring(today, today + timedelta(days=DAYS_AHEAD)),
        "headings": _headings(),
    }
    return render(request, "rights/editing/desk.html", context)


def _headings() -> list[tuple[str, list[Page]]]:
    """Every topic under the heading where readers find it."""
    pages = {page.topic.slug: page for page in Page.objects.filter(state=State.ORIGINAL).select_related("topic")}
    words = READING["fr" if get_language() == "fr" else "en"]
    return [
        (words[code], [pages[slug] for slug in slugs if slug in pages])
        for code, slugs in ordering.whole_order().items()
        if slugs
    ]


def _waiting(request: HalteRequest) -> QuerySet[Revision]:
    """What is in review, and one's own drafts."""
    mine = Q(progress=Progress.DRAFT, written_by=request.actor.id)
    rows = Revision.objects.filter(Q(progress=Progress.IN_REVIEW) | mine)
    return rows.select_related(*revising.OF).order_by("written_on")


@needs(GUIDE, shows_people=False)
@require_POST
def law(request: HalteRequest) -> HttpResponse:
    """An article changed: what rests on it is marked in one act."""
    form = forms.Article(request.POST)

    def act(at: datetime) -> str:
        article = form.cleaned_data["article"]
        found = len(checking.law_changed(actor=request.actor, article=article, at=at, key=form.retry_key))
        return ngettext("%(n)s statement must be checked again.", "%(n)s statements must be checked again.", found) % {
            "n": found
        }

    pressed(request, form, act)
    return redirect("editing:desk")
