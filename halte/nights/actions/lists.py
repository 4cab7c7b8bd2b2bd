"""The printed list by room and bed, and beds to which somebody goes first when everyone must go out."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from halte import journal
from halte.accounts.actor import Actor
from halte.common.retry import RetryKey
from halte.nights import lists, placing, queries, refusals
from halte.nights.models import Stay
from halte.nights.night_watch import ListPrinted, PrintedWhy


def print_list(*, actor: Actor, night: date, at: datetime, key: RetryKey) -> ListPrinted:
    """The list by room and bed of this moment goes to the printer: when, and why it was time, is written down.

    Raises:
        NightOutOfReach: It is not the night that runs.
    """
    with journal.act(actor=actor, at=at, key=key, kind="nights.list_printed") as act:
        if night != actor.site.tonight(at):
            raise refusals.NightOutOfReach
        changes = lists.changes(actor, night, lists.last(actor, night))
        why = lists.why_now(actor, night, at) or PrintedWhy.BY_HAND
        inside = queries.inside(actor, night).count()
        made: ListPrinted = ListPrinted.objects.create(
            site=actor.site, night=night, printed_at=at, why=why, inside=inside, changes=changes
        )
        act.about(night=night, why=why.value, inside=inside, changes=changes)
        act.results(printed=made.id.hex)
    return made


def fetch_first(*, actor: Actor, stay: Stay, first: bool, night: date, at: datetime, key: RetryKey) -> Stay:
    """When everyone must go out, somebody goes to this bed first, or need not. Why is not asked and not kept.

    Raises:
        NoBedHeld: The stay ended.
    """
    with journal.act(actor=actor, at=at, key=key, kind="nights.fetch_first_set") as act:
        held = placing.held_stay(actor, stay, night, at)
        was, held.fetch_first = held.fetch_first, first
        held.save(update_fields=["fetch_first"])
        act.about([held.guest], night=night)
        act.results(stay=held.id.hex, was=was)
    return held


@journal.undoes("nights.fetch_first_set")
def _as_before(*, actor: Actor, at: datetime, act: journal.Act, results: Mapping[str, Any]) -> None:
    stay = placing.stays(actor, [results["stay"]])[0]
    if stay.ended_at:
        raise refusals.LaterActs
    stay.fetch_first = results["was"]
    stay.save(update_fields=["fetch_first"])
