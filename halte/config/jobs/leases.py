"""The row (job, due) lets one worker do what is due; a run that was cut off or failed is taken up again."""

import logging
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING
from uuid import NAMESPACE_URL, uuid5

from django.utils import timezone

from halte.accounts.actor import Actor
from halte.common.models import JobRun
from halte.common.retry import RetryKey
from halte.journal.acts import AlreadyDone
from halte.sites.models import Site
from halte.sites.rules import Rules

if TYPE_CHECKING:
    from django.db.models import QuerySet

LEASE = timedelta(minutes=15)
CATCH_UP_DAYS = 31

_log = logging.getLogger("halte.jobs")


class NotThisTime(Exception):
    """A job could not be done for a reason that somebody is told elsewhere; it is tried again after its lease."""


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


def for_site(job: SiteJob, site: Site, due: datetime) -> Callable[[JobRun], None]:
    """What a site's job does, with a key of its own."""
    name = f"{job.name}/{site.id}/{due.isoformat()}"
    return lambda run: job.run(Actor.system(site), due, key_within(f"{name}/{run.pk}"))


def key_within(name: str, within: RetryKey | None = None) -> RetryKey:
    """The same key for the same job and moment, so that a run that was cut off is never done twice."""
    return RetryKey(uuid5(within.value if within else NAMESPACE_URL, f"halte-job/{name}"), b"")


def once(job: str, due: datetime, now: datetime, work: Callable[[JobRun], None]) -> None:
    """Do it unless it is done or somebody else is doing it. What fails is told to the log and tried again."""
    run = _taken(job, due, now)
    if run is None:
        return
    try:
        with suppress(AlreadyDone):
            work(run)
    except NotThisTime as sentence:
        _log.warning("The job %s will be tried again. %s", job, sentence)
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
