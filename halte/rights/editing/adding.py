"""A new statement, or a new topic with its first one: an editor writes it, a second person lets it stand."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from halte.accounts.answers import done, press
from halte.accounts.doors import HalteRequest, needs
from halte.accounts.roles import GUIDE, Role
from halte.common.languages import BY_CODE
from halte.rights import adding
from halte.rights.added import Added, NewTopic
from halte.rights.editing.footing_forms import Fresh, FreshTopic, with_source
from halte.rights.models import NewStatement, Progress, State, Topic
from halte.rights.saying import Footing, Words
from halte.web.forms import ActForm

BLANK = Footing(
    kind="step",
    pictogram="talk",
    phone="",
    law="",
    figures=(),
    pre_pact=False,
    confidence="K",
    danger="serious",
    show_until=None,
    applies_to=("everyone",),
    registered_from=None,
    registered_until=None,
    sources=(),
)


@needs(GUIDE, shows_people=False)
@require_http_methods(["GET", "HEAD", "POST"])
def topic(request: HalteRequest) -> HttpResponse:
    """An editor begins a topic: its title, its summary and its first statement."""
    return _written(request, Added(NewTopic("", "talk", "fr", "", ""), "", Words(""), BLANK, ""))


@needs(GUIDE, shows_people=False)
@require_http_methods(["GET", "HEAD", "POST"])
def statement(request: HalteRequest, slug: str) -> HttpResponse:
    """An editor adds a statement to a topic that stands."""
    found = Topic.objects.filter(slug=slug, pages__state=State.ORIGINAL).first()
    if found is None:
        raise Http404
    return _written(request, Added(found, "", Words(""), BLANK, ""))


@needs(GUIDE, shows_people=False)
@require_http_methods(["GET", "HEAD", "POST"])
def added(request: HalteRequest, new_id: UUID) -> HttpResponse:
    """What waits: another editor lets it stand, or somebody writes it anew."""
    found = adding.found(request.actor, new_id)
    if found is None:
        raise Http404
    return _written(request, Added.read(found), found)


@needs(GUIDE, shows_people=False)
@require_POST
def approve_added(request: HalteRequest, new_id: UUID) -> HttpResponse:
    """A second person lets it stand."""
    found = adding.found(request.actor, new_id)
    if found is None:
        raise Http404
    press(request, adding.approve, _("Readers see it from now on."), new=found)
    found.refresh_from_db()
    if found.progress == Progress.APPROVED and found.topic:
        return redirect("editing:topic", found.topic.slug)
    return redirect("editing:added", found.id)


def _written(request: HalteRequest, shown: Added, waiting: NewStatement | None = None) -> HttpResponse:
    is_new = isinstance(shown.to, NewTopic)
    form, new = with_source(
        request.POST or None,
        FreshTopic if is_new else Fresh,
        shown.footing,
        cited=shown.footing.sources,
        more={"code": shown.code, "signature": shown.signature}
        | {"text": shown.words.text, "more": shown.words.more}
        | ({name: value for name, value in vars(shown.to).items() if name != "pictogram"} if is_new else {}),
    )
    adds = bool(request.POST.get(new.add_prefix("title"), "").strip())

    def act() -> None:
        said = form.cleaned_data
        to = form.new_topic if isinstance(form, FreshTopic) else shown.to
        words, footing = Words(said["text"], said["more"]), form.footing(new.source if adds else None)
        adding.write(
            actor=request.actor,
            added=Added(to, said["code"], words, footing, said["signature"]),
            ready=form.is_ready,
            at=timezone.now(),
            key=form.retry_key,
            instead=waiting,
        )

    valid = request.method == "POST" and form.is_valid() and (not adds or new.is_valid())
    if valid and done(form, act):
        return redirect("editing:desk")
    context = {
        "topic": None if is_new else shown.to,
        "language": BY_CODE[shown.language],
        "waiting": waiting,
        "in_review": waiting is not None and waiting.progress == Progress.IN_REVIEW,
        "is_mine": waiting is not None and waiting.written_by == request.actor.id,
        "may_change": Role.EDITOR in request.actor.roles,
        "form": form,
        "new": new,
        "adds": adds or bool(shown.footing.new_source),
        "press": ActForm(),
    }
    return render(request, "rights/editing/added.html", context, status=422 if form.is_bound else 200)
