"""Pages of the public record, and of those who write into it."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from halte.accounts import roles
from halte.accounts.answers import done
from halte.accounts.doors import HalteRequest, needs, open_to_all
from halte.accounts.roles import Role
from halte.governance import actions, forms, queries
from halte.web.forms import ActForm

ASKED = ["GET", "HEAD", "POST"]


@needs(roles.GOVERN)
@require_safe
def proposals(request: HalteRequest) -> HttpResponse:
    """All proposals, with what was decided."""
    return render(request, "governance/proposals.html", {"proposals": queries.listed()})


@needs(roles.GOVERN)
@require_safe
def proposal(request: HalteRequest, code: str) -> HttpResponse:
    """One proposal, and what may be written about it."""
    context = {"record": _record(code), "may_decide": request.actor.may({Role.AUTHORITY})}
    return render(request, "governance/proposal.html", context)


@open_to_all
@require_safe
def public_list(request: HttpRequest) -> HttpResponse:
    """The public record: all proposals."""
    return render(request, "governance/public_list.html", {"proposals": queries.listed()})


@open_to_all
@require_safe
def public(request: HttpRequest, code: str) -> HttpResponse:
    """The public record of one proposal."""
    return render(request, "governance/public.html", {"record": _record(code)})


@needs(roles.GOVERN)
@require_http_methods(ASKED)
def propose(request: HalteRequest) -> HttpResponse:
    """An authority or a coordinator proposes to open places."""
    posted = request.POST or None
    form = forms.Propose(posted, sites=queries.sites(), initial={"made_on": timezone.localdate()})
    places = forms.place_forms(posted)
    if posted and all([form.is_valid(), *[place.is_valid() for place in places]]) and _propose(request, form, places):
        messages.success(request, _("The proposal stands in the public record."))
        return redirect("governance:proposal", form.code)
    wrong = bool(form.errors) or any(place.errors for place in places)
    context = {"form": form, "places": places}
    return render(request, "governance/propose.html", context, status=422 if wrong else 200)


def _propose(request: HalteRequest, form: forms.Propose, places: list[forms.NamePlace]) -> bool:
    said, named = form.cleaned_data, [place.named for place in places if place.named]
    return done(
        form,
        lambda: actions.propose(
            actor=request.actor,
            code=form.code,
            title=said["title"],
            text=said["text"],
            places_wanted=sum(place.places for place in named),
            made_by=said["made_by"],
            made_on=said["made_on"],
            places=named,
            evidence=form.evidence,
            at=timezone.now(),
            key=form.retry_key,
        ),
    )


@needs(Role.AUTHORITY)
@require_http_methods(ASKED)
def opinion(request: HalteRequest, code: str) -> HttpResponse:
    """An authority says what it thinks of a proposal."""
    record = _record(code)
    form = forms.GiveOpinion(request.POST or None, initial={"given_on": timezone.localdate()})
    if form.is_valid() and done(
        form,
        lambda: actions.give_opinion(
            actor=request.actor, proposal=record.proposal, at=timezone.now(), key=form.retry_key, **_said(form)
        ),
    ):
        messages.success(request, _("The opinion stands in the public record."))
        return redirect("governance:proposal", code)
    return _write(request, record, form, _("Give an opinion"), _("Publish this opinion"))


@needs(roles.GOVERN)
@require_http_methods(ASKED)
def meeting(request: HalteRequest, code: str) -> HttpResponse:
    """That bodies met is written down."""
    record = _record(code)
    form = forms.HoldMeeting(request.POST or None, initial={"held_on": timezone.localdate()})
    if form.is_valid() and done(
        form,
        lambda: actions.hold_meeting(
            actor=request.actor, proposal=record.proposal, at=timezone.now(), key=form.retry_key, **_said(form)
        ),
    ):
        messages.success(request, _("The meeting stands in the public record."))
        return redirect("governance:proposal", code)
    return _write(request, record, form, _("Write a meeting down"), _("Publish this meeting"))


@needs(Role.AUTHORITY)
@require_http_methods(ASKED)
def decision(request: HalteRequest, code: str) -> HttpResponse:
    """An authority decides; a yes opens the sites."""
    record = _record(code)
    form = forms.Decide(request.POST or None, proposal=record.proposal, initial={"decided_on": timezone.localdate()})
    if form.is_valid() and done(form, lambda: _decide(request, record, form)):
        messages.success(request, _("The decision stands in the public record."))
        return redirect("governance:proposal", code)
    return _write(request, record, form, _("Decide"), _("Publish this decision"))


def _decide(request: HalteRequest, record: queries.Record, form: forms.Decide) -> None:
    said = form.cleaned_data
    actions.decide(
        actor=request.actor,
        proposal=record.proposal,
        body=said["body"],
        answer=said["answer"],
        granted=form.granted,
        decided_on=said["decided_on"],
        opens_on=said["opens_on"],
        conditions=said["conditions"],
        at=timezone.now(),
        key=form.retry_key,
    )


def _said(form: ActForm) -> dict[str, Any]:
    return {name: value for name, value in form.cleaned_data.items() if name != "key"}


def _record(code: str) -> queries.Record:
    found = queries.record(code)
    if found is None:
        raise Http404
    return found


def _write(request: HalteRequest, record: queries.Record, form: ActForm, title: str, button: str) -> HttpResponse:
    context = {"record": record, "form": form, "title": title, "button": button}
    return render(request, "governance/write.html", context, status=422 if form.errors else 200)
