"""Welcome for the night: bed, coming in and blanket, for one guest or for everyone on the card."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from halte import journal
from halte.accounts.actor import Actor
from halte.common.refusal import refusing
from halte.common.retry import RetryKey
from halte.desk.actions import parts
from halte.desk.actions.parts import Part
from halte.goods import actions as goods
from halte.goods import queries as goods_queries
from halte.guests import queries as guest_queries
from halte.guests.models import Guest
from halte.nights import actions as nights
from halte.nights import queries as night_queries
from halte.nights import refusals
from halte.sites.models import Service
from halte.visits.queries import closed_services

if TYPE_CHECKING:
    from halte.goods.models import Variant
    from halte.nights.models import PlaceProposal, Stay


class Blanket(models.TextChoices):
    """What became of one guest's blanket. The bed never waits for it."""

    GIVEN = "given", _("Blanket given.")
    HAD_ONE = "had_one", _("They have a blanket from before.")
    NONE_LEFT = "none_left", _("There is no blanket left.")
    CLOSED = "closed", _("The store is closed today.")
    NOT_KEPT = "not_kept", _("This house gives no blankets.")


@dataclass(frozen=True)
class Welcomed:
    """What came of a welcome: beds, or for a family a proposal; and what became of each blanket."""

    stays: "list[Stay]"
    proposal: "PlaceProposal | None" = None
    blankets: list[Blanket] = field(default_factory=list)


def welcome(*, actor: Actor, guest: Guest, night: date, at: datetime, key: RetryKey, kind: str = "") -> Welcomed:
    """Everyone of the family, or on the card, has a bed, is in it, and has a blanket: one act, taken back as one.

    Keeps:
        A family gets one room, or a proposal that a human answers: the same as without a blanket.
        A bed never waits for a blanket. Whoever got one before gets none: the button "lost" gives another.

    Args:
        kind: Rooms where the guest says they are safe, for one who did not say before.

    Raises:
        What `nights.welcome_for_the_night` and `nights.shelter_group` raise. Nothing is written then.
    """
    with refusing(refusals.TAKEN), journal.act(actor=actor, at=at, key=key, kind="desk.welcomed") as act:
        done: list[Part] = []
        found = _beds(act, done, actor, guest, night, at, kind)
        inside = [stay.guest for stay in found.stays]
        blankets = _blankets(act, done, actor, inside, at)
        parts.put_together(act, done, inside or [guest])
        act.about(night=night, beds=len(found.stays), blankets=blankets.count(Blanket.GIVEN))
    return Welcomed(found.stays, found.proposal, blankets)


def _beds(
    act: journal.Act, done: list[Part], actor: Actor, guest: Guest, night: date, at: datetime, kind: str
) -> Welcomed:
    membership = guest_queries.membership_of(guest)
    family = membership.group if membership and membership.group.is_family else None
    if family is None:
        company = _not_inside(actor, guest_queries.people_on_card(guest), night, at) or [guest]
        return Welcomed([_bed(act, done, actor, one, night, at, kind if one == guest else "") for one in company])
    stays = []
    for member in _not_inside(actor, night_queries.members_of(actor, family, night), night, at):
        if night_queries.stay_of(actor, member, night, at):
            stays.append(_bed(act, done, actor, member, night, at, ""))
    if stays and not night_queries.without_bed(actor, family, night, at):
        return Welcomed(stays)
    part = parts.part_of(act, "nights.sheltered")
    found = nights.shelter_within(part.act, actor=actor, group=family, night=night, at=at, arrived=True)
    done.append(part)
    return Welcomed(stays + list(night_queries.by_room(actor, [stay.id for stay in found.stays])), found.proposal)


def _not_inside(actor: Actor, people: Sequence[Guest], night: date, at: datetime) -> list[Guest]:
    held = {stay.guest_id: stay for stay in night_queries.holding(actor, night, at).filter(guest__in=people)}
    return [one for one in people if not (one.id in held and held[one.id].night == night and held[one.id].inside)]


def _bed(
    act: journal.Act, done: list[Part], actor: Actor, guest: Guest, night: date, at: datetime, kind: str
) -> "Stay":
    part = parts.part_of(act, "nights.welcomed")
    stay = nights.welcome_within(part.act, actor=actor, guest=guest, night=night, at=at, kind=kind)
    done.append(part)
    return stay


def _blankets(act: journal.Act, done: list[Part], actor: Actor, guests: Sequence[Guest], at: datetime) -> list[Blanket]:
    first = goods_queries.first_kind(actor.site.today(at))
    if first is None:
        return [Blanket.NOT_KEPT for _guest in guests]
    variant = first.variants.all()[0]
    variant.kind = first
    closed = Service.CLOTHES in closed_services(actor, at)
    return [Blanket.CLOSED if closed else _blanket(act, done, actor, guest, variant, at) for guest in guests]


def _blanket(
    act: journal.Act, done: list[Part], actor: Actor, guest: Guest, variant: "Variant", at: datetime
) -> Blanket:
    if variant.kind_id in goods_queries.last_given(guest):
        return Blanket.HAD_ONE
    if not goods_queries.balances(actor).get(variant.id, 0):
        return Blanket.NONE_LEFT
    part = parts.part_of(act, "goods.given")
    goods.give_within(part.act, actor=actor, guest=guest, variant=variant, at=at)
    done.append(part)
    return Blanket.GIVEN


@journal.undoes("desk.welcomed")
def _take_back_welcome(*, actor: Actor, at: datetime, act: journal.Act, results: Mapping[str, Any]) -> None:
    """Beds, coming in and blankets go back together; refused when anything rests on one of them."""
    parts.take_back(actor=actor, at=at, act=act, results=results)
