"""Each sign-in of the demo opens the page that the printed table names, and it shows this evening."""

import pytest
from django.conf import LazySettings
from django.test import Client

from halte.accounts.models import Staff
from halte.config.demo.staff import MANAGERS, STAFF, StaffPlan
from halte.config.demo.world import World

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


@pytest.mark.parametrize("person", STAFF + MANAGERS, ids=lambda person: person.sign_in_name)
def test_the_page_opens(world: World, client: Client, person: StaffPlan, settings: LazySettings) -> None:
    settings.DEMO = True
    client.force_login(Staff.objects.get(sign_in_name=person.sign_in_name), backend=BACKEND)

    answer = client.get(person.page, follow=True)

    assert answer.status_code == 200
    assert "login" not in answer.request["PATH_INFO"]
