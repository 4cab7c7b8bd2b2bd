"""Saying that the machine's clock is right."""

from datetime import datetime

from halte import journal
from halte.accounts.actor import Actor
from halte.common import clock
from halte.common.retry import RetryKey


def say_clock_is_right(*, actor: Actor, at: datetime, key: RetryKey) -> None:
    """The house goes by the machine's clock again, and forgets again what is past its date. A line says who said so."""
    with journal.act(actor=actor, at=at, key=key, kind="accounts.clock_said_right") as act:
        act.about()
    clock.HOUSE.say_right()
