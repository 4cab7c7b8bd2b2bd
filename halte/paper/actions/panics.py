"""What came back with the key: the hours of a panic, and the beds that were pressed on the board of numbers."""

from collections.abc import Sequence
from datetime import datetime

from halte import journal
from halte.accounts.actor import Actor
from halte.common.retry import RetryKey
from halte.journal.canonical import moment
from halte.paper.models import PanicHours


def end_panic(
    *, actor: Actor, began_at: datetime, pressed: Sequence[tuple[datetime, str, str, str]], at: datetime, key: RetryKey
) -> PanicHours:
    """The house has its key again: Catch up shows from when to when it had none, and what was pressed.

    Keeps:
        No bed is given by it: who lies there stands on paper alone, and a person enters that.

    Args:
        pressed: When, the room, the bed, and `taken` or `free`.
    """
    with journal.act(actor=actor, at=at, key=key, kind="paper.panic_over") as act:
        made: PanicHours = PanicHours.objects.create(
            site=actor.site,
            began_at=began_at,
            ended_at=max(at, began_at),
            pressed=[[when.isoformat(), room, bed, state] for when, room, bed, state in pressed],
        )
        act.about(began=moment(began_at)[:19], pressed=len(made.pressed))
        act.results(hours=made.id.hex)
    return made
