"""An evening at Calais without power."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest

from halte.accounts.actor import Actor
from halte.common import ids
from halte.common.retry import RetryKey
from halte.paper import actions
from halte.paper.actions import Entered, Written
from halte.paper.models import PaperPeriod
from halte.sites.models import Bed, Room


class Evening:
    """Paper from 18:50 to 19:20, entered by a night host."""

    def __init__(self, actor: Actor, now: datetime) -> None:
        self.actor = actor
        self.began, self.ended = now + timedelta(minutes=50), now + timedelta(minutes=80)
        self.later = now + timedelta(minutes=90)

    def opens(self) -> PaperPeriod:
        return actions.open_period(
            actor=self.actor, began_at=self.began, ended_at=self.ended, at=self.later, key=RetryKey.new()
        )

    def enters(self, what: str, *, minute: int = 0, key: RetryKey | None = None, **written: Any) -> Entered:
        return actions.enter_line(
            actor=self.actor,
            written=Written(what=what, **{name: str(value) for name, value in written.items()}),
            at=self.began + timedelta(minutes=minute),
            key=key or RetryKey.new(),
        )


@pytest.fixture
def an_evening(night_desk: Actor, now: datetime) -> Evening:
    evening = Evening(night_desk, now)
    evening.opens()
    return evening


@pytest.fixture
def men(a_room: Callable[..., Room]) -> list[Bed]:
    """Four beds of a room for men."""
    return list(a_room(kind="men", beds=4).beds.select_related("room").order_by("position"))


def a_blank_card() -> tuple[str, str]:
    """The secret of a card printed ahead, and the code on it."""
    secret = ids.new_secret()
    return secret, ids.code_of_secret(secret)


def a_key() -> RetryKey:
    return RetryKey(uuid4(), b"")
