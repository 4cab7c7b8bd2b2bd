"""Decoy cards, and ticking the alarms of looks: what a manager does about who looks at cards."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from halte import journal
from halte.accounts import queries as accounts
from halte.accounts import standing
from halte.accounts.actor import Actor
from halte.accounts.asking import called
from halte.accounts.roles import Role
from halte.common import ids
from halte.common.refusal import refusing
from halte.common.retry import RetryKey
from halte.guests.actions.cards import card_within
from halte.guests.models import DecoyCard, Guest, GuestState, LookAlarm
from halte.guests.refusals import AlarmAboutYou, AlarmSeen, CardNotLive, DecoyOfSomebody, NotACard

MADE, ENDED, TICKED = "guests.decoy_made", "guests.decoy_ended", "guests.alarm_ticked"


@dataclass(frozen=True)
class Alarm:
    """One alarm with who it is about, in words.

    Args:
        mine: It is about whoever reads it, so somebody else ticks it.
    """

    row: LookAlarm
    who: str | Promise
    roles: list[str | Promise]
    mine: bool


def make_decoy(*, actor: Actor, secret: str, at: datetime, key: RetryKey) -> DecoyCard:
    """A blank card becomes a decoy: it looks like any other, and whoever opens it alarms the house.

    Keeps:
        Never a card of somebody: nobody is watched by it.
        The line names no card, so that the register does not tell which one it is.

    Raises:
        NotACard: What was scanned is no card.
        DecoyOfSomebody: The card is in use at this site, or waits for somebody who was written down on paper.
    """
    if not ids.is_secret(secret):
        raise NotACard
    with (
        refusing({"one_guest_per_card": DecoyOfSomebody}),
        journal.act(actor=actor, at=at, key=key, kind=MADE) as act,
    ):
        if Guest.objects.seen_by(actor).filter(card_key=ids.key_at_site(secret, actor.site_id)).exists():
            raise DecoyOfSomebody
        guest = card_within(act, actor=actor, secret=secret, at=at)
        if act.made.pop("waited"):
            raise DecoyOfSomebody
        act.made.clear()
        return DecoyCard.objects.create(site=actor.site, guest=guest, made_at=at)


def end_decoy(*, actor: Actor, decoy: DecoyCard, at: datetime, key: RetryKey) -> None:
    """It alarms nobody any more, and its card opens nothing.

    Raises:
        CardNotLive: It was ended before.
    """
    with journal.act(actor=actor, at=at, key=key, kind=ENDED):
        found = DecoyCard.objects.seen_by(actor).filter(pk=decoy.pk).first()
        if found is None:
            raise CardNotLive
        Guest.objects.seen_by(actor).filter(pk=found.guest_id).update(state=GuestState.CLOSED)
        found.delete()


def tick(*, actor: Actor, alarm: LookAlarm, at: datetime, key: RetryKey) -> None:
    """Whoever manages the house read this alarm; what is looked at from now on counts anew.

    Raises:
        AlarmAboutYou: It is about whoever would tick it.
        AlarmSeen: A colleague was faster.
    """
    if alarm.by == actor.id:
        raise AlarmAboutYou
    with journal.act(actor=actor, at=at, key=key, kind=TICKED) as act:
        rows = LookAlarm.objects.seen_by(actor).filter(pk=alarm.pk, seen_at__isnull=True)
        if not rows.update(seen_at=at, seen_by=actor.id):
            raise AlarmSeen
        act.about(kind=alarm.kind, cards=alarm.cards)


def decoys(actor: Actor) -> list[DecoyCard]:
    """The decoys of the actor's site."""
    return list(DecoyCard.objects.seen_by(actor).select_related("guest__site", "site").order_by("made_at"))


def decoy(actor: Actor, decoy_id: UUID) -> DecoyCard | None:
    """A decoy of the actor's own site."""
    found: DecoyCard | None = DecoyCard.objects.seen_by(actor).filter(pk=decoy_id).first()
    return found


def alarm(actor: Actor, alarm_id: UUID) -> LookAlarm | None:
    """An alarm of the actor's own site."""
    found: LookAlarm | None = LookAlarm.objects.seen_by(actor).filter(pk=alarm_id).first()
    return found


def waiting(actor: Actor) -> int:
    """How many alarms of the site nobody ticked yet."""
    n: int = LookAlarm.objects.seen_by(actor).filter(seen_at__isnull=True).count()
    return n


def alarms(actor: Actor, at: datetime) -> list[Alarm]:
    """What is to be ticked, then what was: the newest first."""
    rows: Any = LookAlarm.objects.seen_by(actor).select_related("decoy__guest__site")
    found = sorted(rows.order_by("-last_at"), key=lambda row: row.seen_at is not None)
    return [Alarm(row, *_who(actor, row.by, at), mine=row.by == actor.id) for row in found]


def _who(actor: Actor, by: UUID, at: datetime) -> tuple[str | Promise, list[str | Promise]]:
    """How somebody is called here, and what they work as today."""
    if (colleague := accounts.colleague(actor, by)) is not None:
        held = standing.roles_held(by, actor.site, at)
        return colleague.called, [role.label for role in Role if role in held]
    if (badge := accounts.badge(actor, by)) is not None:
        return called(badge), [Role.GREETER.label]
    if (device := accounts.device(actor, by)) is not None:
        return device.label, [_("a program")]
    return _("Somebody who works here no more"), []
