"""What the house forgot by itself: the last run of each night's forgetting, what it found, and by which rules."""

import json
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from halte.accounts.actor import SYSTEM
from halte.common.models import JobRun
from halte.config.jobs import SITE_JOBS
from halte.journal.models import Retry
from halte.sites.models import Site
from halte.sites.rules import Rules

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

KINDS: dict[str, "StrOrPromise"] = {
    "visits.forgotten": _("Who was at the door"),
    "nights.forgotten": _("Who slept here"),
    "guests.came_no_more": _("Guests who came no more for a year"),
    "guests.erased_again": _("Guests whom an old backup brought back"),
    "guests.forgotten": _("Phones, and notes of measures"),
    "tracing.forgotten": _("Messages between people"),
    "advice.deadlines_forgotten": _("What fell due"),
    "goods.numbers_forgotten": _("Numbers of distributions"),
    "emergency.forgotten": _("Calls for help"),
    "paper.forgotten": _("Lines of paper"),
    "rights.questions_forgotten": _("Questions to officials"),
    "accounts.badges_forgotten": _("Badges"),
    "accounts.forgotten": _("Accounts without a role"),
}
"""The acts of forgetting at a site, in the words of the manager's page."""
LATE = timedelta(hours=30)
"""A run is due every noon; some hours later without one, somebody should look."""
JOBS = [job.name for job in SITE_JOBS if job.name.endswith("_forgotten")]


@dataclass(frozen=True)
class Forgotten:
    """The last run at a site: when it ended well, how many rows went, and the rules it went by."""

    done_at: datetime | None
    is_late: bool
    numbers: list[tuple["StrOrPromise", int]]
    rules: Rules


def last_run(site: Site, now: datetime) -> Forgotten:
    """What the last run of every job of forgetting did, as the register says."""
    runs = JobRun.objects.filter(job__in=[f"{name}.{site.code}" for name in JOBS], due__gte=now - timedelta(days=31))
    latest = {run.job: run for run in runs.order_by("due")}
    done = [run.done_at for run in latest.values() if run.done_at]
    whole = min(done) if len(done) == len(JOBS) else None
    began = min((run.taken_at for run in latest.values()), default=now)
    numbers = dict.fromkeys(KINDS, 0)
    for kind, n in _acts(site, began):
        numbers[kind] += n
    return Forgotten(
        done_at=whole,
        is_late=whole is None or whole < now - LATE,
        numbers=[(KINDS[kind], n) for kind, n in numbers.items() if n],
        rules=site.rules_at(now),
    )


def _acts(site: Site, began: datetime) -> list[tuple[str, int]]:
    """Acts of the system since a run began, found by their retry keys, which are kept two days."""
    rows = Retry.objects.filter(actor=SYSTEM, at__gte=began, line__site=site.id, line__kind__in=KINDS)
    found = [(row.line.kind, json.loads(bytes(row.line.body))["data"]) for row in rows.select_related("line")]
    return [(kind, int(data.get("n", data.get("questions", 0)))) for kind, data in found]
