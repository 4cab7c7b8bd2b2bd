"""Who is in the house now: whoever is signed in at it on some screen, and since when."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from uuid import UUID

from django.conf import settings
from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.models import Session

from halte.accounts.asking import SITE_KEY
from halte.accounts.models import Membership, Staff
from halte.accounts.roles import Role
from halte.accounts.sessions import SEEN, SINCE
from halte.sites.models import Site


@dataclass(frozen=True)
class OnDuty:
    """A colleague who is signed in, and since when."""

    staff: Staff
    since: datetime


def on_duty(site: Site, at: datetime) -> list[OnDuty]:
    """Colleagues signed in at a site now, who came last first. Whoever did nothing for a while is not here."""
    since = _signed_in(site, at)
    rows = Membership.objects.everywhere(because="asked for one site").filter(site=site, staff__in=since)
    here = {row.staff for row in rows.valid_on(site.today(at)).select_related("staff") if row.staff.is_active}
    found = [OnDuty(staff, since[staff.id]) for staff in here]
    return sorted(found, key=lambda one: (one.since, one.staff.called), reverse=True)


def _signed_in(site: Site, at: datetime) -> dict[UUID, datetime]:
    idle = timedelta(minutes=settings.IDLE_MINUTES)
    since: dict[UUID, datetime] = {}
    for session in Session.objects.filter(expire_date__gt=at):
        told = session.get_decoded()
        if SESSION_KEY not in told or told.get(SITE_KEY, site.code) != site.code:
            continue
        began = datetime.fromtimestamp(told.get(SINCE, at.timestamp()), UTC)
        if at - datetime.fromtimestamp(told.get(SEEN, at.timestamp()), UTC) <= idle:
            who = UUID(told[SESSION_KEY])
            since[who] = min(began, since.get(who, began))
    return since


def holders(site: Site, role: Role, at: datetime) -> set[UUID]:
    """Who holds a role at a site today."""
    rows = Membership.objects.everywhere(because="asked for one site").filter(site=site, role=role)
    return set(rows.valid_on(site.today(at)).values_list("staff_id", flat=True))
