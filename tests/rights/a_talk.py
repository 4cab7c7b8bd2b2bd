"""A talk of an official: what is stated, signed, and read."""

from datetime import date, datetime

import pytest
from django.test import Client
from django.urls import reverse

from halte.accounts.actor import Actor
from halte.common.retry import RetryKey
from halte.rights.models import FactSheet, Talk
from halte.rights.talks import actions
from halte.rights.talks.actions import Stated

FIGURE = Stated(
    text="people came back under the treaty until the end of October",
    figure="1,204",
    source="Home Office, weekly figures",
    source_address="gov.uk/figures",
    source_on=date(2026, 11, 2),
    beside="you-may-stay",
)


def sign(talk: Talk, speaker: Actor, now: datetime, unknown: str = "How many died this year.") -> FactSheet:
    return actions.sign(actor=speaker, talk=talk, name="J. Whitfield", unknown=unknown, at=now, key=RetryKey.new())


def read(talk: Talk, now: datetime, monkeypatch: pytest.MonkeyPatch, language: str = "en") -> str:
    monkeypatch.setattr("django.utils.timezone.now", lambda: now)
    return Client().get(reverse("rights:talk", args=[language, talk.id])).content.decode()
