"""Forgetting by itself: pairings that ran out, notes, measures that are over, guests who did not come for a year.

And again: guests whom a restored backup brought back.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef

from halte import journal
from halte.accounts.actor import Actor
from halte.common.retry import RetryKey
from halte.guests import looking, measures, pairing, queries
from halte.guests.actions.erasing import erase_within, on_one_card
from halte.guests.models import Guest
from halte.journal import forgetting, tombstones
from halte.journal.models import Subject

KEPT_FOR = timedelta(days=365)
"""So long after the last visit, as the back of every card says."""
NOT_A_VISIT = frozenset(
    {
        "guests.appeal_answered",
        "guests.appealed",
        "guests.card_closed",
        "guests.decoy_made",
        "guests.erasing_paused",
        "guests.known",
        "guests.looked",
        "guests.measure_agreed",
        "guests.measure_asked",
        "guests.measure_ended",
        "guests.not_known",
        "guests.pause_agreed",
        "guests.things_handed_over",
        "tracing.offered",
        "visits.letter_received",
    }
)
"""What happens about a guest without the guest: it makes nobody stay a day longer."""


def forget_pairings_and_notes(*, actor: Actor, at: datetime, key: RetryKey) -> int:
    """Phones whose fourteen days are over; notes of measures and alarms after thirty days; measures that are over.

    Returns:
        How many rows were changed or deleted.
    """
    with journal.act(actor=actor, at=at, key=key, kind="guests.forgotten") as act:
        n = pairing.forget_within(actor, at) + measures.forget_within(actor, at) + looking.forget_within(actor, at)
        act.about(n=n)
    return n


def who_came_no_more(actor: Actor, at: datetime) -> list[UUID]:
    """The cards that were made more than a year ago and about which the register has no visit since."""
    rows: Any = Guest.objects.seen_by(actor).filter(
        on_card_of__isnull=True, replaced_by__isnull=True, made_on__lt=actor.site.today(at - KEPT_FOR)
    )
    return list(rows.filter(~Exists(_visits(OuterRef("pk"), at))).order_by("pk").values_list("pk", flat=True))


def forget_guests(*, actor: Actor, guests: Sequence[UUID], at: datetime, key: RetryKey) -> int:
    """Guests who came no more for a year are erased as if they had asked for it: no row, no tie from any line.

    Keeps:
        Everybody on a card is forgotten together, a year after the last of them came.
        While two people hold a closed card back from erasing, it stays; a guest who came in the meantime stays.
        The line says how many, and not who.

    Returns:
        How many rows of guests were erased.
    """
    with journal.act(actor=actor, at=at, key=key, kind="guests.came_no_more") as act:
        rows: Any = Guest.objects.seen_by(actor).select_related("site").filter(pk__in=guests)
        cards = [on_one_card(one) for one in rows if not queries.is_paused(one, actor.site.today(at))]
        gone = [one for people in cards if not _came([each.pk for each in people], at) for one in people]
        erase_within(act, actor, gone, at)
        act.about(n=len(gone))
    forgetting.leave_no_copy()
    return len(gone)


def erase_again(*, actor: Actor, at: datetime, key: RetryKey, more: Iterable[Path] = ()) -> int:
    """Guests who were erased, and whom a backup of before brought back, are erased again.

    Keeps:
        Nothing holds it up: whoever has a tombstone was erased once, with everybody on the card.
        A site with nobody to erase has no line.

    Args:
        more: Files of tombstones that were kept elsewhere.

    Returns:
        How many rows of guests were erased.
    """
    rows: Any = Guest.objects.seen_by(actor)
    found = tombstones.among(rows.values_list("pk", flat=True), more=more)
    if not found:
        return 0
    with journal.act(actor=actor, at=at, key=key, kind="guests.erased_again") as act:
        cards = [on_one_card(one) for one in rows.select_related("site").filter(pk__in=found)]
        gone = list({one.pk: one for people in cards for one in people}.values())
        erase_within(act, actor, gone, at)
        act.about(n=len(gone))
    forgetting.leave_no_copy()
    return len(gone)


def _came(people: Iterable[UUID], at: datetime) -> bool:
    return bool(_visits(people, at).exists())


def _visits(whose: Any, at: datetime) -> Any:
    mine = {"guest": whose} if isinstance(whose, OuterRef) else {"guest__in": whose}
    rows: Any = Subject.objects.filter(**mine, line__at__gte=at - KEPT_FOR)
    return rows.exclude(line__kind__in=NOT_A_VISIT)
