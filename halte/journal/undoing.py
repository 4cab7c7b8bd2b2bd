"""Taking back an act: a new line that names the old one."""

from collections.abc import Callable, Collection, Mapping
from datetime import datetime, timedelta
from typing import Any, Protocol
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from halte.common.refusal import Refusal, refusing
from halte.common.retry import RetryKey
from halte.journal.acts import Act, Acting, act
from halte.journal.models import Line, Retry

WINDOW = timedelta(minutes=15)


class UndoTooLate(Refusal):
    """More than fifteen minutes have passed."""

    code = "journal.undo_too_late"
    message = _("This was done more than 15 minutes ago. Put it right with a new act.")


class NotUndoable(Refusal):
    """No such line at this site, or an act of a kind that cannot be taken back."""

    code = "journal.not_undoable"
    message = _("This cannot be taken back.")


class NotYours(Refusal):
    """A colleague did it, in a service that is not this person's work."""

    code = "journal.not_yours"
    message = _("A colleague did this. Ask them, or a manager, to take it back.")
    status = 403


class AlreadyUndone(Refusal):
    """It was taken back before."""

    code = "journal.already_undone"
    message = _("This was already taken back.")


class Undoer(Protocol):
    """Takes back what an act made, or raises a Refusal when later acts rest on it."""

    def __call__(self, *, actor: Any, at: datetime, act: Act, results: Mapping[str, Any]) -> None: ...


_undoers: dict[str, Undoer] = {}


def undoes(kind: str) -> Callable[[Undoer], Undoer]:
    """Register how acts of a kind are taken back."""

    def register(undoer: Undoer) -> Undoer:
        _undoers[kind] = undoer
        return undoer

    return register


def can_undo(line: Line, at: datetime) -> bool:
    """Whether a button to take this back makes sense: a kind that can be undone, and not too late."""
    return line.kind in _undoers and line.undoes is None and at - line.recorded_at <= WINDOW


def undo(*, actor: Acting, line_id: UUID, at: datetime, key: RetryKey, of_colleagues: Collection[str] = ()) -> Line:
    """Take back one act of the actor's own site, with a line that names it.

    Args:
        of_colleagues: Services (`nights`, `goods`) whose acts this actor's roles let them take back though a colleague
            did them. One's own acts can always be taken back.

    Returns:
        The line that was taken back.

    Raises:
        NotUndoable, NotYours, UndoTooLate, AlreadyUndone, or the service's own reason when later acts rest on it.
    """
    line = Line.objects.filter(site=actor.site_id, id=line_id).first()
    if line is None or line.kind not in _undoers:
        raise NotUndoable
    if not is_free_to_undo(actor, line.actor, line.kind, of_colleagues):
        raise NotYours
    with (
        refusing({"undone_once": AlreadyUndone}),
        act(actor=actor, at=at, key=key, kind=f"{line.kind}.undone") as ongoing,
    ):
        if at - line.recorded_at > WINDOW:
            raise UndoTooLate
        if Line.objects.filter(undoes=line.id).exists():
            raise AlreadyUndone
        made = Retry.objects.filter(line=line).values_list("results", flat=True).first()
        if made is None:
            raise UndoTooLate
        ongoing.undoes = line.id
        ongoing.about(_subjects_of(line))
        _undoers[line.kind](actor=actor, at=at, act=ongoing, results=made)
    return line


def take_back_part(*, actor: Acting, at: datetime, act: Act, kind: str, made: Mapping[str, Any]) -> None:
    """Take back one part of a larger act as its service takes it back when it was done alone.

    Args:
        act: The act of taking back that is under way.
        kind: What the part is called when it is an act of its own.
        made: What the part made.
    """
    _undoers[kind](actor=actor, at=at, act=act, results=made)


def is_free_to_undo(actor: Acting, doer: UUID, kind: str, of_colleagues: Collection[str]) -> bool:
    """Whether an act is the actor's own, or of a service whose acts their roles let them take back."""
    return doer == actor.id or kind.partition(".")[0] in of_colleagues


class _Guest:
    def __init__(self, guest_id: UUID) -> None:
        self.id = guest_id


def _subjects_of(line: Line) -> list[_Guest]:
    return [_Guest(guest) for guest in line.subjects.values_list("guest", flat=True)]
