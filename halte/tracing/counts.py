"""Numbers of messages, for reports. No rows, no people."""

from datetime import date, datetime, time, timedelta
from typing import Any

from halte.sites.models import Site
from halte.tracing.models import Message, MessageEnd


def counts(*, site: Site, on: date) -> dict[str, int]:
    """How many messages were left on a day, and how many guests answered one."""
    begins = datetime.combine(on, time(0), site.zone)
    ends = begins + timedelta(days=1)
    rows: Any = Message.objects.everywhere(because="counted for one site").filter(site=site)
    answered = rows.filter(end=MessageEnd.ANSWERED, ended_at__gte=begins, ended_at__lt=ends)
    return {
        "tracing.messages": rows.filter(left_at__gte=begins, left_at__lt=ends).count(),
        "tracing.answered": answered.count(),
    }
