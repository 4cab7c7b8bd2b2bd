"""Letters that wait for a guest."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.utils.translation import gettext_lazy as _

from halte import journal
from halte.accounts.actor import Actor
from halte.common.refusal import Refusal
from halte.common.retry import RetryKey
from halte.guests.models import Guest
from halte.visits import queries
from halte.visits.models import Letter, LetterKind


class LetterGone(Refusal):
    """The guest has it already, or it was taken back."""

    code = "visits.letter_gone"
    message = _("This letter does not wait here any more.")


def receive_letter(
    *, actor: Actor, guest: Guest, at: datetime, key: RetryKey, kind: LetterKind | str = LetterKind.PLAIN
) -> Letter:
    """A letter came and waits for a guest. Who sent it is not written down.

    Raises:
        GuestElsewhere, CardNotLive: The card is of another site, or switched off.
    """
    kind = LetterKind(kind)
    with journal.act(actor=actor, at=at, key=key, kind="visits.letter_received") as act:
        queries.live_guest(actor, guest)
        letter: Letter = Letter.objects.create(
            site=actor.site, guest=guest, kind=kind, received_on=actor.site.today(at)
        )
        act.about([guest], letter=kind.value)
        act.results(letter=letter.id.hex)
    return letter


def pass_on_letter(*, actor: Actor, letter: Letter, at: datetime, key: RetryKey) -> None:
    """The guest gets the letter.

    Raises:
        LetterGone: The guest has it already, or it belongs to another site.
    """
    with journal.act(actor=actor, at=at, key=key, kind="visits.letter_passed_on") as act:
        rows = Letter.objects.seen_by(actor).filter(id=letter.id, passed_at__isnull=True, ended_at__isnull=True)
        if not rows.update(passed_at=at):
            raise LetterGone
        act.about([letter.guest], letter=letter.kind)
        act.results(letter=letter.id.hex)


@journal.undoes("visits.letter_received")
def _not_received(*, actor: Actor, at: datetime, act: journal.Act, results: Mapping[str, Any]) -> None:
    rows = Letter.objects.seen_by(actor).filter(id=results["letter"], passed_at__isnull=True, ended_at__isnull=True)
    if not rows.update(ended_at=at):
        raise LetterGone


@journal.undoes("visits.letter_passed_on")
def _not_passed_on(*, actor: Actor, at: datetime, act: journal.Act, results: Mapping[str, Any]) -> None:
    Letter.objects.seen_by(actor).filter(id=results["letter"]).update(passed_at=None)
