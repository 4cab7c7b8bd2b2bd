"""Opening pages as somebody."""

import re
import time
from typing import Any

from allauth.account.authentication import AUTHENTICATION_METHODS_SESSION_KEY
from django.test import Client

from halte.accounts.actor import Actor
from halte.accounts.models import Staff


def signed_in(actor: Actor) -> Client:
    """A browser in which this colleague is signed in."""
    browser = Client()
    browser.force_login(Staff.objects.get(pk=actor.id), backend="allauth.account.auth_backends.AuthenticationBackend")
    return browser


def proven(actor: Actor) -> Client:
    """A browser in which this colleague is signed in, and showed just now once more who they are."""
    browser = signed_in(actor)
    session = browser.session
    session.update(proof_of(actor))
    session.save()
    return browser


def proof_of(actor: Actor) -> dict[str, Any]:
    """What a session holds of somebody who showed just now once more who they are."""
    shown = {"method": "password", "at": time.time(), "reauthenticated": True}
    return {f"{AUTHENTICATION_METHODS_SESSION_KEY}_user": str(actor.id), AUTHENTICATION_METHODS_SESSION_KEY: [shown]}


def words_of(page: str) -> str:
    """What a page shows, without its tags: keys and tokens in them are random and hold any number now and then."""
    return re.sub(r"<[^>]*>", " ", page)
