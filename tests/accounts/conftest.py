"""What the tests of accounts play with."""

import pytest
from django.test import Client

from halte.accounts.models import Staff

PASSWORD = "four words nobody guesses"


@pytest.fixture
def password() -> str:
    return PASSWORD


@pytest.fixture
def signed_in(client: Client):
    """A browser in which somebody is signed in."""

    def sign_in(actor) -> Client:
        client.force_login(
            Staff.objects.get(pk=actor.id), backend="allauth.account.auth_backends.AuthenticationBackend"
        )
        return client

    return sign_in


@pytest.fixture
def with_password(greeter):
    """The greeter's account, which opens with a password."""
    staff = Staff.objects.get(pk=greeter.id)
    staff.sign_in_name = "amina"
    staff.set_password(PASSWORD)
    staff.save()
    return staff
