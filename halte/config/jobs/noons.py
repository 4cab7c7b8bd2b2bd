"""What happens by itself when a day is over: it is counted, then what is past its date is forgotten."""

from contextlib import suppress
from datetime import datetime, timedelta

from django.utils import timezone

from halte.accounts import actions as accounts
from halte.accounts.actor import Actor
from halte.advice import actions as advice
from halte.common.retry import RetryKey
from halte.complaints import actions as complaints
from halte.complaints.models import Reader
from halte.config.jobs.leases import key_within
from halte.emergency import actions as emergency
from halte.goods import actions as goods
from halte.guests.forgetting import erase_again, forget_guests, forget_pairings_and_notes, who_came_no_more
from halte.journal.acts import AlreadyDone
from halte.nights import actions as nights
from halte.paper import actions as paper
from halte.paper import counts as paper_counts
from halte.reports import actions as reports
from halte.reports import morning
from halte.reports.queries import days_to_close
from halte.rights.talks import asking as talks
from halte.tracing import actions as tracing
from halte.visits import actions as visits

FORGOTTEN_AT_ONCE = 20
"""So many guests in one act, so that a desk never waits long for its turn."""


def close_day(actor: Actor, due: datetime, key: RetryKey) -> None:
    """Exact tallies of yesterday, when its night is over; then what the day left open at the door ends."""
    on = actor.site.today(due) - timedelta(days=1)
    now = timezone.now()
    if paper_counts.still_entering(actor.site, on, now):
        raise LinesOnPaper
    at = now if paper_counts.still_entering(actor.site, on, due) else due
    with suppress(AlreadyDone):
        reports.close_day(actor=actor, on=on, at=at, key=key_within("halte.reports.actions", key))
    with suppress(AlreadyDone):
        visits.close_day(actor=actor, on=on, at=due, key=key_within("halte.visits.actions", key))


def forget_people(actor: Actor, due: datetime, key: RetryKey) -> None:
    """Who came and who slept here, after the days of the site's rules; nothing while a day waits to be counted."""
    if days_to_close(actor.site, at=due):
        raise DaysOpen
    with suppress(AlreadyDone):
        visits.forget_door_lines(actor=actor, at=due, key=key_within("halte.visits.actions", key))
    with suppress(AlreadyDone):
        nights.forget_nights(actor=actor, at=due, key=key_within("halte.nights.actions", key))
    with suppress(AlreadyDone):
        paper.forget_lines(actor=actor, at=due, key=key_within("halte.paper.actions", key))
    with suppress(AlreadyDone):
        tracing.forget_messages(actor=actor, at=due, key=key_within("halte.tracing.actions", key))
    with suppress(AlreadyDone):
        advice.forget_deadlines(actor=actor, at=due, key=key_within("halte.advice.actions", key))
    with suppress(AlreadyDone):
        goods.forget_numbers(actor=actor, at=due, key=key_within("halte.goods.actions", key))
    gone = who_came_no_more(actor, due)
    for first in range(0, len(gone), FORGOTTEN_AT_ONCE):
        some = gone[first : first + FORGOTTEN_AT_ONCE]
        with suppress(AlreadyDone):
            forget_guests(actor=actor, guests=some, at=due, key=key_within(f"halte.guests.forgetting/{some[0]}", key))
    with suppress(AlreadyDone):
        complaints.forget(actor=actor, at=due, key=key_within("halte.complaints.actions", key))
    with suppress(AlreadyDone):
        emergency.forget_calls(actor=actor, at=due, key=key_within("halte.emergency.actions", key))


class LinesOnPaper(Exception):
    """Lines of a power cut of this day are still being entered; it is closed when they are, or after three days."""


def forget_pairings(actor: Actor, due: datetime, key: RetryKey) -> None:
    """Phones whose pairing ran out, and notes of measures after thirty days, whatever waits to be counted.

    And whoever was erased before and came back with a file that somebody put in place.
    """
    with suppress(AlreadyDone):
        erase_again(actor=actor, at=due, key=key_within("halte.guests.forgetting/again", key))
    forget_pairings_and_notes(actor=actor, at=due, key=key_within("halte.guests.forgetting", key))


class DaysOpen(Exception):
    """A day that is over has no tallies yet."""


def note_morning(actor: Actor, due: datetime, key: RetryKey) -> None:
    """The numbers of the morning are written once, for everybody who answers for the house."""
    morning.write_morning_note(actor=actor, at=due, key=key)


def forget_badges(actor: Actor, due: datetime, key: RetryKey) -> None:
    """Who helped yesterday, and colleagues whose last role ended a season ago."""
    with suppress(AlreadyDone):
        accounts.forget_badges(actor=actor, at=due, key=key)
    stay = Reader.objects.values_list("staff", flat=True)
    accounts.forget_staff(actor=actor, at=due, key=key_within("halte.accounts.forgetting", key), stay=stay)


def forget_questions(actor: Actor, due: datetime, key: RetryKey) -> None:
    """What somebody asked an official and nobody passed on."""
    talks.forget_unread(actor=actor, at=due, key=key)
