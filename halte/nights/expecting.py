"""Who may still come tonight, as the night desk reads it: asked by other places, and held until an hour."""

from collections import Counter
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from halte.accounts.actor import Actor
from halte.guests import queries as guest_queries
from halte.guests.models import Guest
from halte.nights import queries
from halte.nights.held import HeldParty
from halte.sites.models import PlacesAsked


@dataclass(frozen=True)
class Expecting:
    """One party for whom places are held."""

    party: HeldParty
    guests: tuple[Guest, ...]
    rooms: tuple[str, ...]
    inside: int

    @property
    def people(self) -> int:
        """How many they are."""
        return len(self.guests)

    @property
    def children(self) -> int:
        """How many of them are children."""
        return Counter(guest.counted for guest in self.guests)["child"]

    @property
    def waits(self) -> bool:
        """Whether nobody of them has a bed yet."""
        return not self.rooms


def expecting(actor: Actor, night: date, at: datetime) -> list[Expecting]:
    """For whom places are held in a night, the next hour first; in a fixed number of queries."""
    parties = list(
        HeldParty.objects.seen_by(actor)
        .filter(night=night, ended_at__isnull=True)
        .prefetch_related("people__guest__site", "people__guest__on_card_of__site")
        .order_by("until", "number")
    )
    people = [person.guest_id for party in parties for person in party.people.all()]
    held = queries.holding(actor, night, at).filter(guest__in=people).order_by("night")
    beds = {guest: (room, came) for guest, room, came in held.values_list("guest", "bed__room__code", "arrived_at")}
    return [_shown(party, beds) for party in parties]


def asked_of(actor: Actor, night: date) -> list[PlacesAsked]:
    """What other places ask of this house for a night and nobody answered yet."""
    rows: Any = PlacesAsked.objects.everywhere(because="a house reads how many beds are asked of it, never for whom")
    mine = rows.filter(house=actor.site, night=night, ended_at__isnull=True, answer__isnull=True)
    return list(mine.select_related("site").order_by("arriving_at", "asked_at"))


def asked(actor: Actor, asked_id: UUID) -> PlacesAsked | None:
    """One of them."""
    rows: Any = PlacesAsked.objects.everywhere(because="a house reads how many beds are asked of it, never for whom")
    found: PlacesAsked | None = rows.filter(house=actor.site, id=asked_id, ended_at__isnull=True).first()
    return found


def party_of(actor: Actor, party_id: UUID) -> HeldParty | None:
    """A party of the actor's own house."""
    found: HeldParty | None = HeldParty.objects.seen_by(actor).filter(id=party_id).first()
    return found


def held_beside(actor: Actor, guest: Guest, night: date) -> HeldParty | None:
    """The place that is held beside a guest's family."""
    membership = guest_queries.membership_of(guest)
    rows = HeldParty.objects.seen_by(actor).filter(night=night, ended_at__isnull=True)
    found: HeldParty | None = rows.filter(beside=membership.group).first() if membership else None
    return found


def _shown(party: HeldParty, beds: dict[UUID, tuple[str, Any]]) -> Expecting:
    guests = tuple(person.guest for person in party.people.all())
    known = [beds[guest.id] for guest in guests if guest.id in beds]
    return Expecting(
        party=party,
        guests=guests,
        rooms=tuple(sorted({room for room, _came in known})),
        inside=sum(came is not None for _room, came in known),
    )
