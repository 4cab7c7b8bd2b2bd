"""Where the database cannot be written, people and programs are told that nothing was saved, and what to do."""

from uuid import uuid4

import pytest
from django.db import OperationalError
from django.test import Client
from django.urls import reverse

from halte.accounts.roles import Role
from halte.journal import acts
from halte.journal.models import Line
from halte.visits.models import ServiceCount
from tests.guards.askers import program
from tests.pages import signed_in

KIND = "visits.service_counted"
MEAL = {"service": "meal", "n": 1}


@pytest.fixture
def full(transactional_db, monkeypatch):
    """Meals meet a disk that fills up while the first of them is being written; the next one finds room."""
    append, left = acts._append, [1]

    def refuse(head, actor, ongoing, key):
        if ongoing.kind == KIND and left:
            raise OperationalError(f"database or disk is full {left.pop()}")
        append(head, actor, ongoing, key)

    monkeypatch.setattr(acts, "_append", refuse)


def test_whoever_presses_reads_that_nothing_was_saved(greeter, elsewhere, full):
    browser = signed_in(greeter)
    browser.raise_request_exception = False

    answer = browser.post(reverse("visits:count_service"), MEAL | {"key": uuid4()})

    assert answer.status_code == 503
    assert "Nothing was saved." in answer.content.decode()
    assert "Rien n’a été enregistré." in answer.content.decode()
    assert not ServiceCount.objects.everywhere(because="both sites are asked").exists()
    assert not Line.objects.filter(kind=KIND).exists()


def test_a_program_is_told_so_with_a_code_and_the_same_request_works_later(calais, dunkirk, now, full):
    headers, url = program(calais, Role.GREETER, now=now), "/api/v1/counts/services"
    browser = Client(raise_request_exception=False)

    refused = browser.post(url, MEAL, content_type="application/json", headers=headers)
    later = browser.post(url, MEAL, content_type="application/json", headers=headers)

    assert (refused.status_code, refused.json()["code"]) == (503, "api.not_written")
    assert refused.json()["message"].startswith("Nothing was saved")
    assert later.status_code == 201
    assert ServiceCount.objects.everywhere(because="both sites are asked").get().number == 1
