"""A NUL in an address or a cookie is told that nothing is asked, on each database."""

import pytest
from django.conf import settings
from django.db import connection
from django.test import Client

from tests.pages import words_of

GUARD = "halte.web.middleware.no_nul"
ASKED = ["/guide/en/%00/", "/guide/fr/x%00/", "/guide/voice/%00", "/guide/ask/question/fr/?topic=x%00", "/c/%00"]


@pytest.mark.parametrize("address", ASKED)
def test_an_address_with_a_nul_is_not_understood_and_says_so(db, address):
    answer = Client().get(address)

    assert answer.status_code == 400
    assert len(words_of(answer.content.decode()).split()) > 5


@pytest.mark.parametrize("name", [settings.SESSION_COOKIE_NAME, "halte_any"])
def test_a_cookie_with_a_nul_opens_nothing(db, name):
    answer = Client().get("/desk/", headers={"Cookie": f'{name}="aaaaaaaaaa\\000"'})

    assert answer.status_code == 400


def test_a_page_that_reads_its_form_by_itself_asks_no_database_for_a_nul(db):
    answer = Client(raise_request_exception=False).post("/say/", {"site": "x\0", "language": "\0fr"})

    assert answer.status_code == 422


def test_without_the_guard_a_database_breaks_on_it(db, settings):
    settings.MIDDLEWARE = [one for one in settings.MIDDLEWARE if one != GUARD]
    answer = Client(raise_request_exception=False).get("/guide/voice/%00")

    assert answer.status_code == (500 if connection.vendor == "postgresql" else 404)
