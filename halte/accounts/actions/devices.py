"""Tablets and programs of a site, each known by a token."""

import secrets
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from halte import journal
from halte.accounts.actions.refusals import NotHere, NotLeading
from halte.accounts.actions.roles import check_may_give
from halte.accounts.actions.tokens import digest
from halte.accounts.actor import SYSTEM, Actor
from halte.accounts.models import Device, DeviceKind
from halte.accounts.roles import LEAD, Role
from halte.common.retry import RetryKey


def register_device(
    *, actor: Actor, label: str, kind: DeviceKind, roles: Iterable[Role], at: datetime, key: RetryKey
) -> tuple[Device, str]:
    """A tablet or program of the site gets a token. It opens nothing once its maker may not give its roles any more.

    Returns:
        The device and its token, which is stored nowhere.

    Raises:
        RoleNotYours: The actor may not give one of these roles.
    """
    token = secrets.token_urlsafe(32)
    chosen = sorted(roles)
    with journal.act(actor=actor, at=at, key=key, kind="accounts.device_made") as act:
        for role in chosen:
            check_may_give(actor, role)
        device = Device.objects.create(
            site=actor.site,
            label=label,
            kind=kind,
            roles=[role.value for role in chosen],
            token_hash=digest(token),
            made_by=actor.id,
            made_at=at,
        )
        act.about(device=device.id)
        act.results(device=device.id.hex)
    return device, token


def open_tablet(*, actor: Actor, label: str, until: datetime, at: datetime, key: RetryKey) -> tuple[Device, str]:
    """A tablet of the house counts with nobody signed in, and badges take it.

    Keeps:
        It holds no role: a tablet that is carried away shows nobody.
        It closes by itself, and at once when its maker leads no shift here any more.

    Returns:
        The tablet and its token, which only the tablet keeps.

    Raises:
        NotLeading: The actor does not lead shifts here.
    """
    token = secrets.token_urlsafe(32)
    with journal.act(actor=actor, at=at, key=key, kind="accounts.tablet_opened") as act:
        if actor.id != SYSTEM and not actor.may(LEAD):
            raise NotLeading
        tablet = Device.objects.create(
            site=actor.site,
            label=label,
            kind=DeviceKind.TABLET,
            roles=[],
            token_hash=digest(token),
            made_by=actor.id,
            made_at=at,
            until=until,
        )
        act.about(device=tablet.id)
        act.results(device=tablet.id.hex)
    return tablet, token


def revoke_device(*, actor: Actor, device: Device, at: datetime, key: RetryKey) -> None:
    """A token opens nothing from now on.

    Raises:
        NotHere: It was revoked before, or belongs to another site.
    """
    with journal.act(actor=actor, at=at, key=key, kind="accounts.device_revoked") as act:
        if not Device.objects.seen_by(actor).filter(id=device.id, revoked_at__isnull=True).update(revoked_at=at):
            raise NotHere
        act.about(device=device.id)


@journal.undoes("accounts.tablet_opened")
def _close_tablet(*, actor: Actor, at: datetime, act: journal.Act, results: Mapping[str, Any]) -> None:
    Device.objects.seen_by(actor).filter(id=results["device"], revoked_at__isnull=True).update(revoked_at=at)
