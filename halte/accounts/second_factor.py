"""The second factor: a passkey or a one-time code beside the password, for whoever sees more than the desk."""

from typing import Any
from uuid import UUID

from allauth.mfa.models import Authenticator
from django.conf import settings
from django.http import HttpRequest
from django.utils import timezone

from halte.accounts import actions, sessions
from halte.accounts.actor import Actor
from halte.accounts.roles import SECOND_FACTOR


def missing(actor: Actor) -> bool:
    """Whether this person must set up a second factor before any page opens. Never on the demo's own data."""
    return not settings.DEMO and actor.may(SECOND_FACTOR) and not stands_for(actor.id)


def stands_for(staff_id: UUID) -> bool:
    """Whether someone has a passkey or makes one-time codes; once they have, no sign-in ends without it."""
    kinds = [Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN]
    found: bool = Authenticator.objects.filter(user_id=staff_id, type__in=kinds).exists()
    return found


def end_other_sign_ins(*, request: HttpRequest, user: Any, **_told: Any) -> None:
    """A passkey, codes or codes on paper came or went: this screen goes on under a new id, every other one ends.

    Badges that stand for the account end too. They never open what needs a second key, but whoever changes a key thinks
    that somebody else may be at work in their name.
    """
    request.session.cycle_key()
    sessions.end_all(user.pk, but=request.session.session_key)
    actions.end_own_badges(staff=user, at=timezone.now())
