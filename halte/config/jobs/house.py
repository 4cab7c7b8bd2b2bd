"""What the house does by itself for all of its sites: clean up, and keep the ends of the chains."""

from datetime import datetime, timedelta
from pathlib import Path

from axes.models import AccessAttempt
from django.core.management import call_command
from django.utils import timezone

from halte.common.models import JobRun, Remembered, WrongTries
from halte.common.retry import RetryKey
from halte.config import heads, sizes
from halte.journal.models import Retry
from halte.rights.asking import actions as asking

RUNS_KEPT = timedelta(days=90)
TRIES_KEPT = timedelta(minutes=15)


def forget(now: datetime) -> None:
    """Retry keys after two days, sessions that ended, wrong tries, runs of jobs after a season; then measure tables."""
    Retry.objects.filter(at__lt=now - timedelta(days=2)).delete()
    call_command("clearsessions", verbosity=0)
    WrongTries.objects.filter(until__lte=now).delete()
    AccessAttempt.objects.filter(attempt_time__lt=now - TRIES_KEPT).delete()
    Remembered.objects.filter(until__lte=now).delete()
    asking.forget(at=now, key=RetryKey.new())
    JobRun.objects.filter(due__lt=now - RUNS_KEPT).exclude(job__startswith="demo.").delete()
    JobRun.objects.filter(job="heads", due__lt=now - timedelta(days=1)).delete()
    sizes.measure_tables()


def keep_heads(data: Path) -> None:
    """Write the present ends of the chains to the file beside the database, if they have moved."""
    heads.keep(data / heads.FILE, timezone.now())
