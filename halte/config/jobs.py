"""What happens by itself while Halte serves: the night opens, the day is closed, old things are forgotten.

Every worker looks every few seconds; the row (job, due) lets one of them do it. What was due while Halte was off is
caught up with. Whoever acts is `system`.
"""

import logging
import threading
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import NAMESPACE_URL, uuid5

from axes.models import AccessAttempt
from django.conf import settings
from django.core.management import call_command
from django.db import connection, connections
from django.utils import timezone

from halte.accounts import actions as accounts
from halte.accounts.actor import Actor
from halte.advice import actions as advice
from halte.common import clock
from halte.common.models import JobRun, WrongTickets
from halte.common.retry import RetryKey
from halte.complaints import actions as complaints
from halte.complaints.models import Reader
from halte.config import heads, sizes
from halte.emergency import actions as emergency
from halte.goods import actions as goods
from halte.guests.forgetting import erase_again, forget_guests, forget_pairings_and_notes, who_came_no_more
from halte.journal.acts import AlreadyDone
from halte.journal.models import Retry
from halte.nights import actions as nights
from halte.nights.models import HeldParty
from halte.nights.refusals import NobodyMissing, NobodyWaits
from halte.paper import actions as paper
from halte.paper import counts as paper_counts
from halte.reports import actions as reports
from halte.reports import morning
from halte.reports.queries import days_to_close
from halte.rights.asking import actions as asking
from halte.rights.talks import asking as talks
from halte.sites import building
from halte.sites.actions import NothingChanged
from halte.sites.models import Site
from halte.sites.rules import Rules
from halte.tracing import actions as tracing
from halte.visits import actions as visits

if TYPE_CHECKING:
    from django.db.models import QuerySet

LOOK_EVERY = timedelta(seconds=20)
LEASE = timedelta(minutes=15)
CATCH_UP_DAYS = 31
HEADS_EVERY = timedelta(minutes=5)
RUNS_KEPT = timedelta(days=90)
TRIES_KEPT = timedelta(minutes=15)
FORGOTTEN_AT_ONCE = 20
"""So many guests in one act, so that a desk never waits long for its turn."""

_log = logging.getLogger("halte.jobs")


@dataclass(frozen=True)
class SiteJob:
    """Something due once a day at every open site, at an hour of the site's own clock."""

    name: str
    at_hour: int
    run: Callable[[Actor, datetime, RetryKey], None]
    every_missed_day: bool
    at_minute: int = 0
    clock: Callable[[Rules], time] | None = None
    """Where the rules of each site say the hour."""

    def due(self, site: Site, now: datetime) -> Iterator[datetime]:
        """The moments it was due and not done, oldest first; only the last one if missed days do not matter."""
        moments = [moment for moment in self._moments(site, now) if moment <= now]
        wanted = moments if self.every_missed_day else moments[-1:]
        done = set(_runs(f"{self.name}.{site.code}").filter(done_at__isnull=False).values_list("due", flat=True)[:100])
        yield from (moment for moment in wanted if moment not in done)

    def _moments(self, site: Site, now: datetime) -> Iterator[datetime]:
        today = site.today(now)
        hour = self.clock(site.rules_at(now)) if self.clock else time(self.at_hour, self.at_minute)
        for back in range(CATCH_UP_DAYS, -1, -1):
            day = today - timedelta(days=back)
            if site.opened_on is not None and site.opened_on <= day:
                yield datetime.combine(day, hour, site.zone)


def start() -> None:
    """Look for work every few seconds, in a thread that ends with its process."""
    threading.Thread(target=_look_for_ever, name="halte-jobs", daemon=True).start()


def look() -> None:
    """Do what is due, by the time of the house.

    Keeps:
        While the clock leapt ahead and nobody said that it is right, nothing is done: a clock that is ten years ahead
        would forget everybody.
    """
    if clock.HOUSE.look() is not clock.State.AHEAD:
        run_due(timezone.now())


def run_due(now: datetime) -> None:
    """Do everything that is due and that nobody else does. A job that fails is told to the log and tried again."""
    _forget_runs_ahead(now)
    for site in Site.objects.all():
        for job in SITE_JOBS:
            for due in list(job.due(site, now)):
                _once(f"{job.name}.{site.code}", due, now, _for_site(job, site, due))
    release_held(now)
    day = now.replace(hour=1, minute=30, second=0, microsecond=0)
    _once("forget", day if day <= now else day - timedelta(days=1), now, lambda _run: forget(now))
    slot = datetime.fromtimestamp(now.timestamp() // HEADS_EVERY.seconds * HEADS_EVERY.seconds, now.tzinfo)
    _once("heads", slot, now, lambda _run: keep_heads(settings.DATA))


def _forget_runs_ahead(now: datetime) -> None:
    """A clock that was ahead did what was not due yet: it is due again in its time.

    Keeps:
        A clock that fell back by years forgets nothing of what was done in truth.
    """
    ahead = now + timedelta(days=CATCH_UP_DAYS)
    JobRun.objects.filter(due__gt=now, due__lte=ahead).exclude(job__startswith="demo.").delete()


def forget(now: datetime) -> None:
    """Retry keys after two days, sessions that ended, wrong tries, runs of jobs after a season; then measure tables."""
    Retry.objects.filter(at__lt=now - timedelta(days=2)).delete()
    call_command("clearsessions", verbosity=0)
    WrongTickets.objects.filter(quarter__lt=now - TRIES_KEPT).delete()
    AccessAttempt.objects.filter(attempt_time__lt=now - TRIES_KEPT).delete()
    _forget_cache(now)
    asking.forget(at=now, key=RetryKey.new())
    JobRun.objects.filter(due__lt=now - RUNS_KEPT).exclude(job__startswith="demo.").delete()
    JobRun.objects.filter(job="heads", due__lt=now - timedelta(days=1)).delete()
    sizes.measure_tables()


def _forget_cache(now: datetime) -> None:
    """What the cache holds past its hour: it deletes that only when somebody asks for it again."""
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM common_cache WHERE expires < %s", [now.replace(microsecond=0)])


def release_held(now: datetime) -> None:
    """Places that were held until an hour are free; a house where no hour is over is not troubled."""
    over = HeldParty.objects.everywhere(because="each house frees its own").filter(
        ended_at__isnull=True, until__lte=now
    )
    for site in Site.objects.filter(id__in=over.values("site")):
        try:
            nights.release_held(actor=Actor.system(site), at=now, key=RetryKey.new(b""))
        except NobodyMissing:
            continue
        except Exception:
            _log.exception("Freeing held places failed and will be tried again.")


def keep_heads(data: Path) -> None:
    """Write the present ends of the chains to the file beside the database, if they have moved."""
    heads.keep(data / heads.FILE, timezone.now())


def open_night(actor: Actor, due: datetime, key: RetryKey) -> None:
    """Rooms are what was decided for this night; whoever slept here last night and has not said they leave, stays."""
    with suppress(NothingChanged, AlreadyDone):
        building.begin_room_rules(actor=actor, at=due, key=_key("halte.sites.building", key))
    nights.carry_over(actor=actor, night=actor.site.tonight(due), at=due, key=key)


def plan_night(actor: Actor, due: datetime, key: RetryKey) -> None:
    """Where the site's rules say so: whoever waits has a bed as the plan finds one, and everyone else their answer.

    A plan is for the evening: one whose night is over is not made up for.
    """
    now = timezone.now()
    night = actor.site.tonight(due)
    if actor.site.rules_at(now).plans_by_itself and night == actor.site.tonight(now):
        with suppress(NobodyWaits):
            nights.plan_night(actor=actor, night=night, at=now, key=key)


def pass_places_on(actor: Actor, due: datetime, key: RetryKey) -> None:
    """Where the site's rules say so: places of those who did not come go to whoever waits, as the plan finds them."""
    now = timezone.now()
    night = actor.site.tonight(due)
    if not actor.site.rules_at(now).releases_by_itself or night != actor.site.tonight(now):
        return
    with suppress(AlreadyDone, NobodyMissing):
        nights.pass_places_on(actor=actor, night=night, at=now, key=_key("halte.nights.release", key))
    with suppress(NobodyWaits):
        nights.plan_night(actor=actor, night=night, at=now, key=key)


def _passed_on_at(rules: Rules) -> time:
    return time(rules.release_minute // 60, rules.release_minute % 60)


def _planned_at(rules: Rules) -> time:
    return time(rules.plan_minute // 60, rules.plan_minute % 60)


def close_day(actor: Actor, due: datetime, key: RetryKey) -> None:
    """Exact tallies of yesterday, when its night is over; then what the day left open at the door ends."""
    on = actor.site.today(due) - timedelta(days=1)
    now = timezone.now()
    if paper_counts.still_entering(actor.site, on, now):
        raise LinesOnPaper
    at = now if paper_counts.still_entering(actor.site, on, due) else due
    with suppress(AlreadyDone):
        reports.close_day(actor=actor, on=on, at=at, key=_key("halte.reports.actions", key))
    with suppress(AlreadyDone):
        visits.close_day(actor=actor, on=on, at=due, key=_key("halte.visits.actions", key))


def forget_people(actor: Actor, due: datetime, key: RetryKey) -> None:
    """Who came and who slept here, after the days of the site's rules; nothing while a day waits to be counted."""
    if days_to_close(actor.site, at=due):
        raise DaysOpen
    with suppress(AlreadyDone):
        visits.forget_door_lines(actor=actor, at=due, key=_key("halte.visits.actions", key))
    with suppress(AlreadyDone):
        nights.forget_nights(actor=actor, at=due, key=_key("halte.nights.actions", key))
    with suppress(AlreadyDone):
        paper.forget_lines(actor=actor, at=due, key=_key("halte.paper.actions", key))
    with suppress(AlreadyDone):
        tracing.forget_messages(actor=actor, at=due, key=_key("halte.tracing.actions", key))
    with suppress(AlreadyDone):
        advice.forget_deadlines(actor=actor, at=due, key=_key("halte.advice.actions", key))
    with suppress(AlreadyDone):
        goods.forget_numbers(actor=actor, at=due, key=_key("halte.goods.actions", key))
    gone = who_came_no_more(actor, due)
    for first in range(0, len(gone), FORGOTTEN_AT_ONCE):
        some = gone[first : first + FORGOTTEN_AT_ONCE]
        with suppress(AlreadyDone):
            forget_guests(actor=actor, guests=some, at=due, key=_key(f"halte.guests.forgetting/{some[0]}", key))
    with suppress(AlreadyDone):
        complaints.forget(actor=actor, at=due, key=_key("halte.complaints.actions", key))
    with suppress(AlreadyDone):
        emergency.forget_calls(actor=actor, at=due, key=_key("halte.emergency.actions", key))


class LinesOnPaper(Exception):
    """Lines of a power cut of this day are still being entered; it is closed when they are, or after three days."""


def forget_pairings(actor: Actor, due: datetime, key: RetryKey) -> None:
    """Phones whose pairing ran out, and notes of measures after thirty days, whatever waits to be counted.

    And whoever was erased before and came back with a file that somebody put in place.
    """
    with suppress(AlreadyDone):
        erase_again(actor=actor, at=due, key=_key("halte.guests.forgetting/again", key))
    forget_pairings_and_notes(actor=actor, at=due, key=_key("halte.guests.forgetting", key))


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
    accounts.forget_staff(actor=actor, at=due, key=_key("halte.accounts.forgetting", key), stay=stay)


def forget_questions(actor: Actor, due: datetime, key: RetryKey) -> None:
    """What somebody asked an official and nobody passed on."""
    talks.forget_unread(actor=actor, at=due, key=key)


SITE_JOBS = (
    SiteJob("morning_noted", 8, note_morning, every_missed_day=False, at_minute=30),
    SiteJob("night_opens", 12, open_night, every_missed_day=False),
    SiteJob("night_planned", 18, plan_night, every_missed_day=False, clock=_planned_at),
    SiteJob("places_passed_on", 23, pass_places_on, every_missed_day=False, clock=_passed_on_at),
    SiteJob("day_closes", 12, close_day, every_missed_day=True),
    SiteJob("badges_forgotten", 12, forget_badges, every_missed_day=False),
    SiteJob("people_forgotten", 12, forget_people, every_missed_day=False),
    SiteJob("questions_forgotten", 12, forget_questions, every_missed_day=False),
    SiteJob("pairings_forgotten", 12, forget_pairings, every_missed_day=False),
)


def _for_site(job: SiteJob, site: Site, due: datetime) -> Callable[[JobRun], None]:
    name = f"{job.name}/{site.id}/{due.isoformat()}"
    return lambda run: job.run(Actor.system(site), due, _key(f"{name}/{run.pk}"))


def _key(name: str, within: RetryKey | None = None) -> RetryKey:
    """The same key for the same job and moment, so that a run that was cut off is never done twice."""
    return RetryKey(uuid5(within.value if within else NAMESPACE_URL, f"halte-job/{name}"), b"")


def _once(job: str, due: datetime, now: datetime, work: Callable[[JobRun], None]) -> None:
    run = _taken(job, due, now)
    if run is None:
        return
    try:
        with suppress(AlreadyDone):
            work(run)
    except Exception:
        _log.exception("The job %s failed and will be tried again.", job)
    else:
        _runs(job).filter(pk=run.pk).update(done_at=timezone.now())


def _taken(job: str, due: datetime, now: datetime) -> JobRun | None:
    run = _runs(job).filter(due=due).first()
    if run is None:
        run, made = JobRun.objects.get_or_create(job=job, due=due, defaults={"taken_at": now})
        return run if made else None
    if run.done_at is not None or run.taken_at > now - LEASE:
        return None
    took = _runs(job).filter(pk=run.pk, taken_at=run.taken_at, done_at__isnull=True).update(taken_at=now)
    return run if took else None


def _runs(job: str) -> "QuerySet[JobRun]":
    return JobRun.objects.filter(job=job).order_by("-due")


def _look_for_ever() -> None:
    pause = threading.Event()
    while not pause.wait(LOOK_EVERY.total_seconds()):
        try:
            look()
        except Exception:
            _log.exception("Looking for periodic work failed and will be tried again.")
        finally:
            connections.close_all()
