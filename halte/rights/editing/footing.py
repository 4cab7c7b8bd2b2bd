"""What a statement rests on, and its sources: an editor proposes something else, a second person lets it stand."""

from collections.abc import Iterable
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from halte.accounts.answers import done
from halte.accounts.doors import HalteRequest, needs
from halte.accounts.roles import GUIDE, Role
from halte.rights import revising
from halte.rights.editing.differing import Difference, in_footing, in_source
from halte.rights.editing.footing_forms import Named, RestsOn, with_source
from halte.rights.editing.versions import address_of
from halte.rights.models import Progress, Revision, Source, Statement
from halte.rights.saying import OfFooting, OfSource, original_of
from halte.web.forms import ActForm


@needs(GUIDE, shows_people=False)
@require_http_methods(["GET", "HEAD", "POST"])
def footing(request: HalteRequest, statement_id: UUID) -> HttpResponse:
    """What one statement rests on, for whom it holds and until when."""
    found = Statement.objects.filter(id=statement_id).select_related("topic").first()
    if found is None:
        raise Http404
    standing = OfFooting(found)
    draft = revising.drafts(request.actor, standing).first()
    shown = standing.of(draft) if draft else standing.stands
    cited = (*standing.stands.sources, *shown.sources)
    form, new = with_source(request.POST or None, RestsOn, shown, cited=cited)
    adds = bool(request.POST.get(new.add_prefix("title"), "").strip())

    def act() -> None:
        to = form.footing(new.source if adds else None)
        now, key = timezone.now(), form.retry_key
        revising.propose(actor=request.actor, of=found, to=to, ready=form.is_ready, at=now, key=key)

    valid = request.method == "POST" and form.is_valid() and (not adds or new.is_valid())
    if valid and done(form, act):
        return redirect(address_of(found))
    context = {
        "statement": found,
        "original": original_of(found),
        "form": form,
        "new": new,
        "adds": adds or bool(shown.new_source),
        "draft": draft,
        "elsewhere": _said_elsewhere(found, [name for name, _figure in shown.figures]),
        "sources": Source.objects.filter(citations__statement=found).order_by("citations__place"),
        "versions": [(one, _differs(standing, one)) for one in _history(found)],
        "may_change": Role.EDITOR in request.actor.roles,
        "press": ActForm(),
    }
    return render(request, "rights/editing/footing.html", context, status=422 if form.is_bound else 200)


@needs(GUIDE, shows_people=False)
@require_http_methods(["GET", "HEAD", "POST"])
def source(request: HalteRequest, source_id: UUID) -> HttpResponse:
    """One source, and every statement that rests on it."""
    found = Source.objects.filter(id=source_id).first()
    if found is None:
        raise Http404
    standing = OfSource(found)
    draft = revising.drafts(request.actor, standing).first()
    shown = standing.of(draft) if draft else standing.stands
    form = Named(request.POST or None, initial=vars(shown))

    def act() -> None:
        now, key = timezone.now(), form.retry_key
        revising.propose(actor=request.actor, of=found, to=form.source, ready=form.is_ready, at=now, key=key)

    if request.method == "POST" and form.is_valid() and done(form, act):
        return redirect(address_of(found))
    rests = Statement.objects.filter(citations__source=found).select_related("topic").order_by("topic__place", "place")
    context = {
        "source": found,
        "form": form,
        "draft": draft,
        "statements": rests,
        "versions": [(one, in_source(standing.stands, standing.of(one))) for one in _history(found)],
        "may_change": Role.EDITOR in request.actor.roles,
        "press": ActForm(),
    }
    return render(request, "rights/editing/source.html", context, status=422 if form.is_bound else 200)


def _history(of: Statement | Source) -> list[Revision]:
    return list(of.revisions.exclude(progress=Progress.DRAFT).order_by("-written_on", "-approved_on"))


def _differs(standing: OfFooting, revision: Revision) -> list[Difference]:
    titles = dict(Source.objects.values_list("key", "title"))
    return in_footing(standing.stands, standing.of(revision), titles)


def _said_elsewhere(found: Statement, names: Iterable[str]) -> list[tuple[Statement, str, str]]:
    """Other statements that say a figure of the same name, and what they say."""
    others = Statement.objects.exclude(id=found.id).exclude(figures=[]).select_related("topic")
    wanted = set(names)
    return [(other, name, figure) for other in others for name, figure in other.figures if name in wanted]
