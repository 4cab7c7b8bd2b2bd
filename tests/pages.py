"""Opening pages as somebody."""

from django.test import Client

from halte.accounts.actor import Actor
from halte.accounts.models import Staff


def signed_in(actor: Actor) -> Client:
    """A browser in which this colleague is signed in."""
    browser = Client()
    browser.force_login(Staff.objects.get(pk=actor.id), backend="allauth.account.auth_backends.AuthenticationBackend")
    return browser
