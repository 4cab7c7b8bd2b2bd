"""Who is in the house now: whoever is signed in at it on some screen, and since when."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from halte.accounts.models import Membership, Staff
from halte.accounts.roles import Role
from halte.accounts.sessions import running
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
    since: dict[UUID, datetime] = {}
    for one in running(at):
        if one.site in {"", site.code}:
            since[one.staff] = min(one.since, since.get(one.staff, one.since))
    return since


def holders(site: Site, role: Role, at: datetime) -> set[UUID]:
    """Who holds a role at a site today."""
    rows = Membership.objects.everywhere(because="asked for one site").filter(site=site, role=role)
    return set(rows.valid_on(site.today(at)).values_list("staff_id", flat=True))
