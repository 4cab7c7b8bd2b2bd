"""What happens by itself while Halte serves: the night opens, the day is closed, old things are forgotten.

Every worker looks every few seconds; the row (job, due) lets one of them do it. What was due while Halte was off is
caught up with. Whoever acts is `system`.
"""

import logging
import threading
from datetime import datetime, timedelta

from django.conf import settings
from django.db import connections
from django.utils import timezone

from halte.common import clock
from halte.common.models import JobRun
from halte.config.jobs import house, nightly_backup
from halte.config.jobs.evenings import open_night, pass_places_on, passed_on_at, plan_night, planned_at, release_held
from halte.config.jobs.leases import CATCH_UP_DAYS, SiteJob, for_site, once
from halte.config.jobs.noons import (
    close_day,
    forget_badges,
    forget_pairings,
    forget_people,
    forget_questions,
    note_morning,
)
from halte.sites.models import Site

LOOK_EVERY = timedelta(seconds=20)
HEADS_EVERY = timedelta(minutes=5)

_log = logging.getLogger("halte.jobs")

SITE_JOBS = (
    SiteJob("morning_noted", 8, note_morning, every_missed_day=False, at_minute=30),
    SiteJob("night_opens", 12, open_night, every_missed_day=False),
    SiteJob("night_planned", 18, plan_night, every_missed_day=False, clock=planned_at),
    SiteJob("places_passed_on", 23, pass_places_on, every_missed_day=False, clock=passed_on_at),
    SiteJob("day_closes", 12, close_day, every_missed_day=True),
    SiteJob("badges_forgotten", 12, forget_badges, every_missed_day=False),
    SiteJob("people_forgotten", 12, forget_people, every_missed_day=False),
    SiteJob("questions_forgotten", 12, forget_questions, every_missed_day=False),
    SiteJob("pairings_forgotten", 12, forget_pairings, every_missed_day=False),
)


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
                once(f"{job.name}.{site.code}", due, now, for_site(job, site, due))
    release_held(now)
    once("forget", _last(now, hour=1), now, lambda _run: house.forget(now))
    slot = datetime.fromtimestamp(now.timestamp() // HEADS_EVERY.seconds * HEADS_EVERY.seconds, now.tzinfo)
    once("heads", slot, now, lambda _run: house.keep_heads(settings.DATA))
    once("backup", _last(now, hour=2), now, lambda _run: nightly_backup.make(now))


def _last(now: datetime, *, hour: int) -> datetime:
    """The last time it was half past this hour, UTC: deep in the night wherever Halte runs."""
    at = now.replace(hour=hour, minute=30, second=0, microsecond=0)
    return at if at <= now else at - timedelta(days=1)


def _forget_runs_ahead(now: datetime) -> None:
    """A clock that was ahead did what was not due yet: it is due again in its time.

    Keeps:
        A clock that fell back by years forgets nothing of what was done in truth.
    """
    ahead = now + timedelta(days=CATCH_UP_DAYS)
    JobRun.objects.filter(due__gt=now, due__lte=ahead).exclude(job__startswith="demo.").delete()


def _look_for_ever() -> None:
    pause = threading.Event()
    while not pause.wait(LOOK_EVERY.total_seconds()):
        try:
            look()
        except Exception:
            _log.exception("Looking for periodic work failed and will be tried again.")
        finally:
            connections.close_all()
