"""A talk for those who give it and for the house: offer, answer, fact sheet, heads."""

from collections.abc import Callable
from datetime import datetime
from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from halte.accounts.answers import done, press, pressed
from halte.accounts.doors import HalteRequest, needs
from halte.accounts.roles import GUIDE, HOUSE, MANAGE, QUESTIONS, SPEAK, TALKS
from halte.rights import queries as guide
from halte.rights.models import LANGUAGES, Talk, TalkState
from halte.rights.talks import actions, forms, queries
from halte.web.forms import ActForm

NAMES = dict(LANGUAGES)


@needs(TALKS, shows_people=False)
@require_safe
def home(request: HalteRequest) -> HttpResponse:
    """The talks of the house; an official sees those they offered."""
    context = {"talks": queries.talks(request.actor), "may_offer": request.actor.may(SPEAK)}
    return render(request, "rights/talks/home.html", context)


@needs(SPEAK, shows_people=False)
@require_http_methods(["GET", "HEAD", "POST"])
def offer(request: HalteRequest) -> HttpResponse:
    """A government offers a talk to the house."""
    matters = [(topic.slug, topic.title) for topic in guide.topics("fr" if get_language() == "fr" else "en")]
    form = forms.OfferTalk(request.POST or None, matters=matters)

    def act() -> None:
        offered = form.offer(request.actor.site)
        actions.offer(actor=request.actor, offered=offered, at=timezone.now(), key=form.retry_key)

    if request.method == "POST" and form.is_valid() and done(form, act):
        return redirect("talks:home")
    return render(request, "rights/talks/offer.html", {"form": form}, status=422 if form.is_bound else 200)


@needs(TALKS)
@require_safe
def talk(request: HalteRequest, talk_id: UUID) -> HttpResponse:
    """One talk: its answer, its fact sheet, questions, and how many listened."""
    found = _found(request, talk_id)
    return render(request, "rights/talks/talk.html", _about(request, found))


@needs(MANAGE, shows_people=False)
@require_POST
def accept(request: HalteRequest, talk_id: UUID) -> HttpResponse:
    """The house accepts."""
    return _press(request, talk_id, actions.accept, _("Accepted. Guests read of it in the guide from now on."))


@needs(MANAGE, shows_people=False)
@require_POST
def decline(request: HalteRequest, talk_id: UUID) -> HttpResponse:
    """The house declines, or does not want it any more."""
    return _press(request, talk_id, actions.decline, _("Declined. Nothing else changes in the house."))


@needs(SPEAK, shows_people=False)
@require_POST
def withdraw(request: HalteRequest, talk_id: UUID) -> HttpResponse:
    """Whoever offered it takes it back."""
    return _press(request, talk_id, actions.withdraw, _("Withdrawn. Guests read that it will not take place."))


@needs(HOUSE, shows_people=False)
@require_POST
def count_heads(request: HalteRequest, talk_id: UUID) -> HttpResponse:
    """Somebody looked into the room."""
    found, form = _found(request, talk_id), forms.CountHeads(request.POST)

    def act(at: datetime) -> str:
        actions.count_heads(actor=request.actor, talk=found, people=form.people, at=at, key=form.retry_key)
        return _("Counted. Nobody is named anywhere.")

    pressed(request, form, act)
    return redirect("talks:talk", found.id)


@needs(SPEAK, shows_people=False)
@require_POST
def state_point(request: HalteRequest, talk_id: UUID) -> HttpResponse:
    """The speaker states something, with its source."""
    found = _found(request, talk_id)
    form = forms.StatePoint(request.POST, statements=queries.may_lie_beside(found.matter))

    def act() -> None:
        actions.state_point(actor=request.actor, talk=found, stated=form.stated, at=timezone.now(), key=form.retry_key)

    return _or_again(request, found, form, act, "point_form")


@needs(SPEAK, shows_people=False)
@require_POST
def take_out_point(request: HalteRequest, point_id: UUID) -> HttpResponse:
    """The speaker takes a statement off the unsigned sheet."""
    point = queries.point(request.actor, point_id)
    if point is None:
        raise Http404
    press(request, actions.take_out_point, _("Taken out."), point=point)
    return redirect("talks:talk", point.sheet.talk_id)


@needs(SPEAK, shows_people=False)
@require_POST
def sign(request: HalteRequest, talk_id: UUID) -> HttpResponse:
    """The speaker signs the sheet."""
    found, form = _found(request, talk_id), forms.SignSheet(request.POST)

    def act() -> None:
        said = form.cleaned_data
        actions.sign(
            actor=request.actor,
            talk=found,
            name=said["name"],
            unknown=said["unknown"],
            at=timezone.now(),
            key=form.retry_key,
        )

    return _or_again(request, found, form, act, "sign_form")


def _about(request: HalteRequest, found: Talk, **changed: Any) -> dict[str, Any]:
    actor, now = request.actor, timezone.now()
    sheets = queries.sheets(actor, found)
    writing = sheets[0] if sheets and sheets[0].signed_on is None else None
    signed = [sheet for sheet in sheets if sheet.signed_on]
    is_mine = found.offered_by == actor.id
    questions = queries.questions(actor, found)
    return {
        "talk": found,
        "starts_at": found.starts_at.astimezone(found.site.zone),
        "spoken": [NAMES[code] for code in found.languages],
        "interpreters": [NAMES[code] for code in found.interpreters],
        "sheets": signed,
        "in_languages": queries.in_languages(signed[0]) if signed and actor.may(GUIDE) else [],
        "writing": writing,
        "is_mine": is_mine,
        "is_ahead": found.starts_at > now,
        "is_house": actor.may(HOUSE),
        "may_answer": actor.may(MANAGE) and found.state in (TalkState.OFFERED, TalkState.ACCEPTED),
        "may_withdraw": is_mine and found.state in (TalkState.OFFERED, TalkState.ACCEPTED),
        "may_count": actor.may(HOUSE) and found.state == TalkState.ACCEPTED and found.starts_at <= now,
        "may_read": actor.may(QUESTIONS),
        "heads": queries.heads(actor, found),
        "unread": [(one, forms.PassOn(initial={"text": one.text})) for one in questions if one.state == "asked"],
        "passed_on": [
            (one, forms.AnswerQuestion(initial={"written_in": found.written_in}))
            for one in questions
            if one.state == "passed_on"
        ],
        "answered": [one for one in questions if one.state == "answered"],
        "count_form": forms.CountHeads(),
        "point_form": forms.StatePoint(statements=queries.may_lie_beside(found.matter)),
        "sign_form": forms.SignSheet(initial={"name": found.speaker, "unknown": _unknown_before(sheets)}),
        **changed,
    }


def _unknown_before(sheets: list[Any]) -> str:
    return next((sheet.unknown for sheet in sheets if sheet.unknown), "")


def _found(request: HalteRequest, talk_id: UUID) -> Talk:
    found = queries.talk(request.actor, talk_id)
    if found is None:
        raise Http404
    return found


def _press(request: HalteRequest, talk_id: UUID, action: Callable[..., None], said: str) -> HttpResponse:
    found = _found(request, talk_id)
    press(request, action, said, talk=found)
    return redirect("talks:talk", found.id)


def _or_again(request: HalteRequest, found: Talk, form: ActForm, act: Callable[[], None], name: str) -> HttpResponse:
    """Done, or the page again with what was typed and why it is not taken."""
    if form.is_valid() and done(form, act):
        return redirect("talks:talk", found.id)
    return render(request, "rights/talks/talk.html", _about(request, found, **{name: form}), status=422)
