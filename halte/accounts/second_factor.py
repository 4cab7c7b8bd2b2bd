"""The second factor: a passkey or a one-time code beside the password, for whoever sees more than the desk."""

from uuid import UUID

from allauth.mfa.models import Authenticator
from django.conf import settings

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
