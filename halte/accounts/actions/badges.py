"""Day badges: made by whoever leads the shift, dead when the house closes."""

import secrets
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any, NamedTuple
from uuid import uuid4

from django.db.models import Max

from halte import journal
from halte.accounts import standing
from halte.accounts.actions.refusals import NoDeskWork, NotHere, NotLeading
from halte.accounts.actions.tokens import digest, digits_key
from halte.accounts.actor import SYSTEM, Actor
from halte.accounts.models import Badge, Staff
from halte.accounts.roles import LEAD, with_a_badge
from halte.common import ids
from halte.common.retry import RetryKey
from halte.sites import queries as sites

LASTS_AT_MOST = timedelta(hours=12)


class MadeBadge(NamedTuple):
    """A badge and what opens with it. Secret and digits are in this one answer and stored nowhere."""

    badge: Badge
    secret: str
    digits: str


def make_badge(*, actor: Actor, at: datetime, key: RetryKey, staff: Staff | None = None) -> MadeBadge:
    """A badge for today exists: for somebody with an account, or for a volunteer of the day, who has no name here.

    Keeps:
        It ends when the house closes, after twelve hours in any case, and at once when its maker leads no shift here.
        A volunteer's badge greets; an account's badge never does what needs a second factor.

    Raises:
        NotLeading: The actor does not lead shifts here.
        NoDeskWork: The account has no work at a desk here today.
    """
    secret, digits = ids.new_secret(), f"{secrets.randbelow(10_000):04}"
    with journal.act(actor=actor, at=at, key=key, kind="accounts.badge_made") as act:
        if actor.id != SYSTEM and not actor.may(LEAD):
            raise NotLeading
        if staff is not None and not with_a_badge(standing.roles_held(staff.id, actor.site, at)):
            raise NoDeskWork
        named = uuid4()
        last = Badge.objects.seen_by(actor).aggregate(last=Max("number"))["last"] or 0
        badge = Badge.objects.create(
            id=named,
            site=actor.site,
            number=last + 1,
            staff=staff,
            secret_hash=digest(secret),
            digits_key=digits_key(actor.site, named, digits),
            made_by=actor.id,
            made_at=at,
            until=min(sites.closes_at(actor.site, at) or at + LASTS_AT_MOST, at + LASTS_AT_MOST),
        )
        act.about(number=badge.number)
        act.results(badge=badge.id.hex)
    return MadeBadge(badge, secret, digits)


def end_badge(*, actor: Actor, badge: Badge, at: datetime, key: RetryKey) -> None:
    """A badge opens nothing from now on: it was lost, or its day is over.

    Raises:
        NotLeading: The actor does not lead shifts here.
        NotHere: It ended before, or belongs to another site.
    """
    with journal.act(actor=actor, at=at, key=key, kind="accounts.badge_ended") as act:
        if actor.id != SYSTEM and not actor.may(LEAD):
            raise NotLeading
        if not Badge.objects.seen_by(actor).filter(id=badge.id, ended_at__isnull=True).update(ended_at=at):
            raise NotHere
        act.about(number=badge.number)


def end_own_badges(*, staff: Staff, at: datetime) -> None:
    """Badges that stand for an account end, wherever they open a tablet: a line of their owner's for each."""
    rows: Any = Badge.objects.everywhere(because="one account has badges wherever its owner works")
    for badge in rows.living(at).filter(staff=staff).select_related("site"):
        owner = Actor(id=staff.id, site=badge.site, called=staff.called)
        with journal.act(actor=owner, at=at, key=RetryKey.new(), kind="accounts.badge_ended") as act:
            Badge.objects.seen_by(owner).filter(id=badge.id, ended_at__isnull=True).update(ended_at=at)
            act.about(number=badge.number)


def forget_badges(*, actor: Actor, at: datetime, key: RetryKey) -> int:
    """Badges whose day is over are deleted: nobody can tell who came to help on which day.

    Returns:
        How many badges were deleted.
    """
    with journal.act(actor=actor, at=at, key=key, kind="accounts.badges_forgotten") as act:
        deleted, _models = Badge.objects.seen_by(actor).filter(until__lte=at).delete()
        act.about(n=deleted)
    return deleted


@journal.undoes("accounts.badge_made")
def _take_back_badge(*, actor: Actor, at: datetime, act: journal.Act, results: Mapping[str, Any]) -> None:
    Badge.objects.seen_by(actor).filter(id=results["badge"], ended_at__isnull=True).update(ended_at=at)
