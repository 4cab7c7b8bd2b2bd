"""The inner parts of what is done with people who may come: each runs inside an act."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import Max

from halte.accounts.actor import Actor
from halte.common import nights
from halte.guests.models import Guest, GuestState, Membership
from halte.nights import placing, refusals
from halte.nights.held import HeldEnd, HeldParty, HeldPerson
from halte.nights.models import EndReason, Stay, Want, WantEnd
from halte.sites.models import PlacesAnswered


def check_hours(actor: Actor, night: date, until: datetime, at: datetime) -> None:
    placing.reachable(actor, night, at)
    if not at < until < nights.ends(night, actor.site.zone) or until < nights.begins(night, actor.site.zone):
        raise refusals.HoldNotSo


def new_party(actor: Actor, guests: Iterable[Guest], *, night: date, **said: Any) -> HeldParty:
    highest = HeldParty.objects.seen_by(actor).filter(night=night).aggregate(last=Max("number"))["last"] or 0
    party: HeldParty = HeldParty.objects.create(site=actor.site, night=night, number=highest + 1, **said)
    HeldPerson.objects.bulk_create(HeldPerson(site=actor.site, party=party, guest=guest) for guest in guests)
    return party


def open_party(actor: Actor, party: HeldParty) -> HeldParty:
    found: HeldParty | None = HeldParty.objects.seen_by(actor).filter(pk=party.pk, ended_at__isnull=True).first()
    if found is None:
        raise refusals.HoldOver
    return found


def guests_of(party: HeldParty) -> list[Guest]:
    people = party.people.select_related("guest__site").order_by("guest")
    return [person.guest for person in people]


def keep_until(party: HeldParty, until: datetime) -> None:
    party.until = until
    party.save(update_fields=["until"])
    if party.asked_id:
        PlacesAnswered.objects.filter(asked=party.asked_id, site=party.site_id).update(until=until)


def end_party(party: HeldParty, at: datetime, end: HeldEnd) -> None:
    party.ended_at, party.end = at, end
    party.save(update_fields=["ended_at", "end"])


def let_go(actor: Actor, party: HeldParty, at: datetime, reason: EndReason, wanted: WantEnd) -> tuple[int, int]:
    """The beds of those who are not inside are free, and they wait no more: how many, and how many did come."""
    guests = [guest.id for guest in guests_of(party)]
    mine: Any = Stay.objects.seen_by(actor).filter(guest__in=guests, night=party.night)
    came = set(mine.filter(arrived_at__isnull=False).values_list("guest", flat=True))
    gone: int = mine.filter(ended_at__isnull=True, arrived_at__isnull=True).update(ended_at=at, end_reason=reason)
    waits = Want.objects.seen_by(actor).open_for(party.night).filter(guest__in=guests)
    waits.update(ended_at=at, end=wanted)
    if party.nameless:
        never_known(actor, set(guests) - came)
    return gone, len(came)


def never_known(actor: Actor, guests: Iterable[UUID]) -> None:
    """Rows of people who never came are no guests: no desk finds them, and they belong to nobody."""
    Membership.objects.seen_by(actor).filter(guest__in=list(guests)).delete()
    Guest.objects.seen_by(actor).filter(id__in=list(guests)).update(state=GuestState.CLOSED)
