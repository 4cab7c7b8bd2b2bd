"""Who works at this site, as what, until when; and inviting others."""

from collections.abc import Callable
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from halte import journal
from halte.accounts import actions, forms, queries
from halte.accounts.answers import done
from halte.accounts.doors import HalteRequest, needs
from halte.accounts.models import Membership
from halte.accounts.roles import MANAGE, Role, given_by
from halte.common.refusal import Refusal
from halte.web.forms import ActForm, HeldForm


@require_safe
@needs(MANAGE)
def team(request: HalteRequest) -> HttpResponse:
    """Everyone who works here today."""
    return _shown(request, forms.Invite(may_give=given_by(request.actor.roles)))


@require_POST
@needs(MANAGE)
def invite(request: HalteRequest) -> HttpResponse:
    """A link for one colleague. It is in this one answer and nowhere else."""
    form = forms.Invite(request.POST, may_give=given_by(request.actor.roles))
    if not form.is_valid():
        return _shown(request, form, status=422)
    try:
        invitation, token = actions.invite(
            actor=request.actor,
            role=Role(form.cleaned_data["role"]),
            days=form.days,
            at=timezone.now(),
            key=form.retry_key,
        )
    except journal.AlreadyDone:
        messages.warning(request, _("This link was shown once already. Take it back and invite again."))
        return redirect("accounts:team")
    except Refusal as refusal:
        messages.error(request, str(refusal))
        return redirect("accounts:team")
    context = {"invitation": invitation, "link": request.build_absolute_uri(f"/account/invitation/{token}/")}
    return render(request, "accounts/invited.html", context)


@require_POST
@needs(MANAGE)
def revoke_invitation(request: HalteRequest, invitation_id: UUID) -> HttpResponse:
    """A link that was sent opens nothing any more."""
    invitation = queries.open_invitation(request.actor, invitation_id)
    if invitation is None:
        raise Http404
    form = ActForm(request.POST)
    if form.is_valid():
        try:
            actions.revoke_invitation(actor=request.actor, invitation=invitation, at=timezone.now(), key=form.retry_key)
        except journal.AlreadyDone:
            pass
        except Refusal as refusal:
            messages.error(request, str(refusal))
            return redirect("accounts:team")
        messages.success(request, _("The link was taken back."))
    return redirect("accounts:team")


@require_POST
@needs(MANAGE)
def end_role(request: HalteRequest, membership_id: UUID) -> HttpResponse:
    """A colleague's role ends now."""
    return _change(request, membership_id, actions.end_role, _("The role has ended."))


@require_POST
@needs(MANAGE)
def extend_role(request: HalteRequest, membership_id: UUID) -> HttpResponse:
    """A colleague's role goes on."""
    return _change(request, membership_id, actions.extend_role, _("90 more days from today."))


@needs(MANAGE)
@require_http_methods(["GET", "HEAD", "POST"])
def leaves(request: HalteRequest, staff_id: UUID) -> HttpResponse:
    """A colleague works here no more: says what ends, and ends all of it."""
    staff = queries.colleague(request.actor, staff_id)
    if staff is None:
        raise Http404
    form = HeldForm(request.POST or None)
    if request.method == "POST" and form.is_valid():

        def act() -> None:
            actions.leave_staff(actor=request.actor, staff=staff, at=timezone.now(), key=form.retry_key)

        if done(form, act):
            messages.success(request, _("Everything that opened for them is closed."))
            return redirect("accounts:team")
    return render(request, "accounts/leaves.html", {"staff": staff, "form": form}, status=422 if form.is_bound else 200)


def _change(request: HalteRequest, membership_id: UUID, action: Callable[..., None], said: str) -> HttpResponse:
    membership: Membership | None = queries.membership(request.actor, membership_id)
    if membership is None:
        raise Http404
    form = ActForm(request.POST)
    if form.is_valid():
        try:
            action(actor=request.actor, membership=membership, at=timezone.now(), key=form.retry_key)
        except journal.AlreadyDone:
            pass
        except Refusal as refusal:
            messages.error(request, str(refusal))
            return redirect("accounts:team")
        messages.success(request, said)
    return redirect("accounts:team")


def _shown(request: HalteRequest, form: forms.Invite, status: int = 200) -> HttpResponse:
    now = timezone.now()
    context = {
        "team": queries.team(request.actor, now),
        "invitations": queries.open_invitations(request.actor, now),
        "form": form,
    }
    return render(request, "accounts/team.html", context, status=status)
