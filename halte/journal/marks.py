"""A mark that pages carry, so that asking "anything new?" costs one small query."""

from datetime import datetime
from uuid import UUID

from halte.journal.models import Head


def mark(site: UUID, at: datetime) -> str:
    """What changes with every act of a site, and every minute since pages tell the time.

    Take it before reading what the page shows: an act in between then shows at the next asking.
    """
    head = Head.objects.filter(site=site).values_list("epoch", "seq").first() or (0, 0)
    return f"{head[0]}.{head[1]}.{int(at.timestamp()) // 60}"
