"""The numbers of a morning with what each body answers to them."""

from dataclasses import dataclass

from halte.accounts.actor import Actor
from halte.governance.models import Reply
from halte.reports import morning
from halte.reports.models import MorningNote

MORNINGS = 7


@dataclass(frozen=True)
class Morning:
    """One morning: the frozen numbers, and the replies in the order they came."""

    shown: morning.Shown
    replies: list[Reply]


def last_mornings(actor: Actor) -> list[Morning]:
    """The last mornings of the actor's site, the newest first."""
    notes = list(MorningNote.objects.seen_by(actor)[:MORNINGS])
    replies = Reply.objects.seen_by(actor).filter(note__in=notes, ended_at__isnull=True)
    by_note: dict[object, list[Reply]] = {}
    for reply in replies:
        by_note.setdefault(reply.note_id, []).append(reply)
    return [Morning(morning.shown(note), by_note.get(note.id, [])) for note in notes]
