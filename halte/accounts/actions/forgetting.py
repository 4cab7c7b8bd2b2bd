"""Forgetting colleagues: a season after somebody's last role ended, nothing of their account is left."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, Q

from halte import journal
from halte.accounts.actor import Actor
from halte.accounts.models import Invitation, Membership, Staff
from halte.common.retry import RetryKey

KEPT_AFTER = timedelta(days=90)
"""So long after the last membership anywhere, as the data register says."""


def forget_staff(*, actor: Actor, at: datetime, key: RetryKey, stay: Iterable[UUID] = ()) -> int:
    """Accounts of here, or of nowhere, without a role anywhere for ninety days are deleted with all that is theirs.

    Keeps:
        Lines of the register stay; the identifier in them then belongs to nobody.
        Links that nobody used are deleted as long after they ended.

    Args:
        stay: Accounts that are needed without a role, such as those who read complaints from outside.

    Returns:
        How many accounts were deleted. When there are none, nothing is written.
    """
    moment, day = at - KEPT_AFTER, actor.site.today(at - KEPT_AFTER)
    roles: Any = Membership.objects.everywhere(because="an account lives on where its owner still works")
    mine = roles.filter(staff=OuterRef("pk"))
    works = mine.filter(Q(ended_at__isnull=True) | Q(ended_at__gte=moment)).filter(
        Q(until__isnull=True) | Q(until__gte=day)
    )
    gone = (
        Staff.objects.filter(made_at__lt=moment)
        .filter(Exists(mine.filter(site=actor.site_id)) | ~Exists(mine))
        .filter(~Exists(works))
        .exclude(pk__in=list(stay))
    )
    links = Invitation.objects.seen_by(actor).filter(used_by__isnull=True, expires_at__lt=moment)
    if not gone.exists() and not links.exists():
        return 0
    with journal.act(actor=actor, at=at, key=key, kind="accounts.forgotten") as act:
        links.delete()
        _rows, by_table = gone.delete()
        deleted = int(by_table.get(Staff._meta.label, 0))
        act.about(n=deleted)
    return deleted
