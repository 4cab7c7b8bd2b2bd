"""Finding people of a site, what they may do until when, invitations and devices."""

from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from typing import Any
from uuid import UUID

from halte.accounts import second_factor, standing
from halte.accounts.actions import digest
from halte.accounts.actor import SYSTEM, Actor
from halte.accounts.asking import memberships_now
from halte.accounts.models import Badge, Device, DeviceKind, Invitation, Membership, Staff
from halte.accounts.roles import SECOND_FACTOR, Role, given_by
from halte.sites import queries as site_queries
from halte.sites.models import Site


@dataclass(frozen=True)
class Held:
    """One role of a person, and whether whoever looks may end it."""

    membership: Membership
    mine_to_end: bool


@dataclass(frozen=True)
class SiteNow:
    """A site where somebody works, as it stands now."""

    site: Site
    roles: list[Any]
    is_open: bool
    open_services: list[Any]
    closed_today: list[Any]
    beds: int
    ready: int


@dataclass(frozen=True)
class Colleague:
    """A person of the site with the roles they hold today."""

    staff: Staff
    held: list[Held]
    lacks_second_factor: bool

    @property
    def may_leave(self) -> bool:
        """Whether whoever looks may end all of it."""
        return all(one.mine_to_end for one in self.held)


def team(actor: Actor, at: datetime) -> list[Colleague]:
    """Everyone who works at the actor's site today, by the name they are called."""
    rows = (
        Membership.objects.seen_by(actor)
        .valid_on(actor.site.today(at))
        .select_related("staff")
        .order_by("staff__called", "staff_id", "role")
    )
    mine = given_by(actor.roles)
    found = []
    for staff, memberships in groupby(rows, key=lambda row: row.staff):
        held = [Held(row, staff.id != actor.id and Role(row.role) in mine) for row in memberships]
        must = any(one.membership.role in SECOND_FACTOR for one in held)
        found.append(Colleague(staff, held, must and not second_factor.stands_for(staff.id)))
    return found


def membership(actor: Actor, membership_id: UUID) -> Membership | None:
    """A role at the actor's own site."""
    found: Membership | None = Membership.objects.seen_by(actor).filter(id=membership_id).first()
    return found


def open_invitations(actor: Actor, at: datetime) -> list[Invitation]:
    """Links of the actor's site that still work."""
    return list(
        Invitation.objects.seen_by(actor)
        .filter(used_by__isnull=True, revoked_at__isnull=True, expires_at__gt=at)
        .order_by("expires_at")
    )


def open_invitation(actor: Actor, invitation_id: UUID) -> Invitation | None:
    """An invitation of the actor's own site."""
    found: Invitation | None = Invitation.objects.seen_by(actor).filter(id=invitation_id).first()
    return found


def invitation_of(token: str, at: datetime) -> Invitation | None:
    """The invitation that a link opens, while it works."""
    found: Invitation | None = (
        Invitation.objects.everywhere(because="whoever holds the link belongs to no site yet")
        .filter(token_hash=digest(token), used_by__isnull=True, revoked_at__isnull=True, expires_at__gt=at)
        .select_related("site")
        .first()
    )
    return found if found is not None and standing.opens(found, at) else None


def devices(actor: Actor) -> list[Device]:
    """The tablets and programs of the actor's site that hold a token."""
    return list(Device.objects.seen_by(actor).filter(revoked_at__isnull=True).order_by("label", "made_at"))


def device(actor: Actor, device_id: UUID) -> Device | None:
    """A device of the actor's own site."""
    found: Device | None = Device.objects.seen_by(actor).filter(id=device_id).first()
    return found


def open_tablets(actor: Actor, at: datetime) -> list[Device]:
    """The tablets of the actor's site that a lead opened and that still count."""
    tablets = Device.objects.seen_by(actor).filter(kind=DeviceKind.TABLET, revoked_at__isnull=True, until__gt=at)
    found = tablets.select_related("site").order_by("label", "made_at")
    return [tablet for tablet in found if standing.roles_of_device(tablet, at) is not None]


def badges_today(actor: Actor, at: datetime) -> list[Badge]:
    """The badges of the actor's site that open something now."""
    found = Badge.objects.seen_by(actor).living(at).select_related("site", "staff").order_by("number")
    return [badge for badge in found if standing.badge_lives(badge, at)]


def badge(actor: Actor, badge_id: UUID) -> Badge | None:
    """A badge of the actor's own site."""
    found: Badge | None = Badge.objects.seen_by(actor).filter(id=badge_id).first()
    return found


def badge_of(actor: Actor, secret: str, at: datetime) -> Badge | None:
    """The badge that was scanned at a tablet of its own site, while it opens something."""
    living = Badge.objects.seen_by(actor).living(at).select_related("site", "staff")
    found: Badge | None = living.filter(secret_hash=digest(secret)).first()
    return found if found is not None and standing.badge_lives(found, at) else None


def colleague(actor: Actor, staff_id: UUID) -> Staff | None:
    """Somebody who holds or held a role at the actor's site."""
    here = Membership.objects.seen_by(actor).filter(staff=staff_id).select_related("staff").first()
    return here.staff if here else None


def sites_of(staff: Staff, at: datetime) -> list[SiteNow]:
    """Every site where somebody works today, as it stands now."""
    by_site: dict[Site, list[Any]] = {}
    for row in memberships_now(staff):
        by_site.setdefault(row.site, []).append(Role(row.role).label)
    return [_site_now(site, roles, at) for site, roles in by_site.items()]


def _site_now(site: Site, roles: list[Any], at: datetime) -> SiteNow:
    offered = site_queries.offered_today(site, at)
    rooms = site_queries.rooms(Actor(id=SYSTEM, site=site), site.tonight(at))
    return SiteNow(
        site=site,
        roles=roles,
        is_open=site_queries.site_is_open(site, at),
        open_services=[offer.service.label for offer in offered if offer.open_now],
        closed_today=[offer.service.label for offer in offered if offer.closure],
        beds=sum(len(room.beds) for room in rooms),
        ready=sum(room.ready for room in rooms),
    )
