"""Looking at a card leaves a line as well: who opened whose panel, and when (docs/decisions/0012).

An act about a guest is itself that line. A look is a card that was opened without anything being done: `note` writes it
down, and alarms whoever manages the house when there are too many, or when the card is a decoy.
"""

import logging
from collections.abc import Callable, Iterable
from contextlib import suppress
from datetime import datetime, timedelta
from typing import NamedTuple
from uuid import UUID

from django.db import OperationalError
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from halte import journal
from halte.accounts.actor import Actor
from halte.common.retry import RetryKey
from halte.guests.models import AlarmKind, DecoyCard, Guest, LookAlarm
from halte.journal.models import Line

LOOKED = "guests.looked"
READS = frozenset({LOOKED, "desk.everything_told"})
"""Kinds of lines that say that somebody read, and did nothing."""
WITHIN = timedelta(minutes=10)
"""One person's looks at one card within so long are one line; looks are counted over as long."""
AT_MOST = 30
"""So many cards may be opened within that time without anything being done for their guests."""
KEPT = timedelta(days=30)
NO_CONTENT, SERVER_ERROR = 204, 500

_log = logging.getLogger("halte.guests")


class Said(NamedTuple):
    """What the register says that somebody did about one guest."""

    line: UUID
    kind: str
    undoes: UUID | None
    guest: UUID
    at: datetime


class _NothingToSay(Exception):
    """Another request wrote it down in the meantime, or the guest was erased: the act ends without its line."""


class Noting:
    """After every answer, whoever was opened in it is written down: no page that finds a guest can forget to.

    Keeps:
        An answer without content showed nobody: a page that asks by itself and learns nothing new is no look.
        The door never stops: where nothing can be written, the panel still opens, and the log says so.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        actor: Actor | None = getattr(request, "actor", None)
        if actor is not None and response.status_code != NO_CONTENT and response.status_code < SERVER_ERROR:
            for guest in {one.id: one for one in actor.opened}.values():
                if guest.id in actor.acted_on and not _is_decoy(guest):
                    continue
                try:
                    note(actor=actor, guest=guest, at=timezone.now())
                except OperationalError:
                    _log.exception("That somebody looked at a card could not be written down.")
        return response


def note(*, actor: Actor, guest: Guest, at: datetime) -> None:
    """The guest's panel or file was opened: a line says so, unless one of this person's last ten minutes does already.

    Keeps:
        One line however often the same person opens the same card within ten minutes, on however many screens at once;
        an act about the guest within them says enough, unless it was taken back.
        A decoy alarms with its first look, whatever was done with it.
        Nothing is written about a guest who was erased in the same moment.
    """
    if _is_told(actor, guest, at):
        return
    with suppress(_NothingToSay), journal.act(actor=actor, at=at, key=RetryKey.new(), kind=LOOKED) as act:
        if _is_told(actor, guest, at) or not Guest.objects.seen_by(actor).filter(pk=guest.pk).exists():
            raise _NothingToSay
        act.about([guest])
        count_within(act, actor=actor, guest=guest, at=at)


def count_within(act: journal.Act, *, actor: Actor, guest: Guest, at: datetime) -> None:
    """A part of an act that reads: when it is one look too many, or a decoy, an alarm is raised with the same line."""
    decoy = getattr(guest, "decoy", None)
    if decoy is not None:
        _raise_decoy(actor, decoy, at)
        act.about(alarm=AlarmKind.DECOY.value)
    open_alarm = _open_alarm(actor, AlarmKind.MANY)
    looks = idle_looks([*_said(actor, _counted_from(actor, at), at), Said(act.line_id, LOOKED, None, guest.id, at)])
    if len(looks) <= AT_MOST:
        return
    act.about(alarm=AlarmKind.MANY.value)
    if open_alarm is None:
        LookAlarm.objects.create(
            site=actor.site, kind=AlarmKind.MANY, by=actor.id, cards=len(looks), since=min(looks.values()), last_at=at
        )
        return
    more = idle_looks([*_said(actor, open_alarm.since, at), Said(act.line_id, LOOKED, None, guest.id, at)])
    open_alarm.cards, open_alarm.last_at = len(more), at
    open_alarm.save(update_fields=["cards", "last_at"])


def idle_looks(said: Iterable[Said]) -> dict[UUID, datetime]:
    """The guests whose cards somebody opened and for whom they did nothing, with the moment of the first look.

    Keeps:
        What was taken back was not done.
    """
    rows = list(said)
    taken_back = {row.undoes for row in rows if row.undoes}
    served = {row.guest for row in rows if row.kind not in READS and row.undoes is None and row.line not in taken_back}
    looks: dict[UUID, datetime] = {}
    for row in rows:
        if row.kind in READS and row.guest not in served:
            looks[row.guest] = min(row.at, looks.get(row.guest, row.at))
    return looks


def forget_within(actor: Actor, at: datetime) -> int:
    """Alarms of more than thirty days ago go, ticked or not; their lines stay. Part of an act.

    Returns:
        How many.
    """
    deleted, _by_table = LookAlarm.objects.seen_by(actor).filter(last_at__lt=at - KEPT).delete()
    return int(deleted)


def _is_told(actor: Actor, guest: Guest, at: datetime) -> bool:
    """Whether this person's last ten minutes say that they were at this card; an act that was taken back does not."""
    lately = Line.objects.filter(
        site=actor.site_id, actor=actor.id, at__gte=at - WITHIN, at__lte=at, subjects__guest=guest.id
    )
    if _is_decoy(guest):
        return lately.filter(kind=LOOKED).exists()
    rows = list(lately.values_list("id", "undoes"))
    taken_back = {undoes for _line, undoes in rows}
    return any(undoes is None and line not in taken_back for line, undoes in rows)


def _is_decoy(guest: Guest) -> bool:
    return getattr(guest, "decoy", None) is not None


def _said(actor: Actor, since: datetime, at: datetime) -> list[Said]:
    lines = Line.objects.filter(site=actor.site_id, actor=actor.id, at__gte=since, at__lte=at)
    named = lines.filter(subjects__isnull=False)
    return [Said(*row) for row in named.values_list("id", "kind", "undoes", "subjects__guest", "at")]


def _counted_from(actor: Actor, at: datetime) -> datetime:
    """Ten minutes back, but not behind an alarm that somebody ticked: what it told is told."""
    ticked = LookAlarm.objects.seen_by(actor).filter(by=actor.id, kind=AlarmKind.MANY, seen_at__isnull=False)
    last = ticked.order_by("-seen_at").values_list("seen_at", flat=True).first()
    return max(at - WITHIN, last) if last else at - WITHIN


def _raise_decoy(actor: Actor, decoy: DecoyCard, at: datetime) -> None:
    open_alarm = LookAlarm.objects.seen_by(actor).filter(by=actor.id, decoy=decoy, seen_at__isnull=True)
    if not open_alarm.update(last_at=at):
        LookAlarm.objects.create(
            site=actor.site, kind=AlarmKind.DECOY, by=actor.id, cards=1, decoy=decoy, since=at, last_at=at
        )


def _open_alarm(actor: Actor, kind: AlarmKind) -> LookAlarm | None:
    found: LookAlarm | None = (
        LookAlarm.objects.seen_by(actor).filter(by=actor.id, kind=kind, seen_at__isnull=True).first()
    )
    return found
