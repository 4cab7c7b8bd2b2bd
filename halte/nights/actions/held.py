"""Places held until an hour: for people without a name, for a card, for somebody who said that they come late."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID, uuid4

from django.db.models import Max

from halte import journal
from halte.accounts.actor import Actor
from halte.common import nights
from halte.common.refusal import refusing
from halte.common.retry import RetryKey
from halte.guests.actions.many import make_several_within
from halte.guests.actions.together import together_within
from halte.guests.models import Guest, GuestState, Membership, PlaceWanted
from halte.nights import placing, queries, refusals, rules
from halte.nights.held import AskedBy, HeldEnd, HeldParty, HeldPerson
from halte.nights.models import EndReason, Stay, Want, WantEnd
from halte.nights.rules import Placing
from halte.sites.models import PlaceNeed, PlacesAnswered, PlacesAsked

MOST_HELD = 60
"""So many at once: more come by the keypad when they stand at the door."""

OF_ONE = frozenset({PlaceNeed.LOWER_BUNK, PlaceNeed.COT})
"""What one of them needs, when it is asked for all; everything else a room offers all of them."""


@dataclass(frozen=True)
class Expected:
    """Who may come: how many of each, whether they are a family, what the place must offer, and when."""

    women: int = 0
    men: int = 0
    children: int = 0
    family: bool = False
    needs: frozenset[str] = frozenset()
    arriving_at: datetime | None = None
    asked_by: AskedBy = AskedBy.OUTREACH

    @property
    def counted(self) -> list[str]:
        """How each of them counts, the grown-ups first."""
        return [rules.WOMAN] * self.women + [rules.MAN] * self.men + [rules.CHILD] * self.children

    @property
    def is_family(self) -> bool:
        """Children who come with grown-ups are never placed apart from them."""
        return self.family or bool(self.children and (self.women or self.men))


@dataclass(frozen=True)
class Held:
    """What came of it: the party with its number, and the beds. Without any, they wait for one."""

    party: HeldParty
    stays: list[Stay]


def hold_places(
    *,
    actor: Actor,
    expected: Expected,
    night: date,
    until: datetime,
    at: datetime,
    key: RetryKey,
    asked: PlacesAsked | None = None,
) -> Held:
    """Beds are held for people whom nobody knows yet, until an hour. They say a number at the door, never a name.

    Keeps:
        By the same rules as for guests: kinds of rooms, what the place must offer, legal maxima, a family in one room.
        When no bed suits everyone, all of them wait, at the turn of now: the plan looks for them too.
        After the hour the places are free for others by themselves.

    Args:
        asked: What another place asked of this house; it is answered in the same act.

    Raises:
        NobodyExpected: All numbers are zero.
        TooManyExpected: More than sixty.
        HoldNotSo: The hour is over, or not of this night.
        NightOutOfReach, HeldBefore.
    """
    if not expected.counted:
        raise refusals.NobodyExpected
    if len(expected.counted) > MOST_HELD:
        raise refusals.TooManyExpected
    with (
        refusing(refusals.TAKEN),
        journal.act(actor=actor, at=at, key=key, kind="nights.places_held") as act,
    ):
        check_hours(actor, night, until, at)
        if asked and PlacesAnswered.objects.seen_by(actor).filter(asked=asked).exists():
            raise refusals.HeldBefore
        guests = _make_guests(act, actor, expected, at)
        party = new_party(
            actor,
            guests,
            night=night,
            until=until,
            made_at=at,
            asked_by=expected.asked_by,
            arriving_at=expected.arriving_at,
            nameless=True,
            asked=asked,
        )
        beds = _beds_for(actor, guests, expected, night, at)
        if beds:
            stays = placing.give_all(act, actor, beds, night, at)
        else:
            stays = []
            _wait(act, actor, guests, night, at)
        if asked:
            _answer(actor, asked, party, len(stays), at)
        act.about(guests, night=night, n=len(guests), beds=len(stays), number=party.number)
        act.results(party=party.id.hex, stays=[stay.id.hex for stay in stays])
    return Held(party, stays)


def hold_for(
    *, actor: Actor, guest: Guest, night: date, until: datetime, asked_by: AskedBy, at: datetime, key: RetryKey
) -> Held:
    """A bed is held for a card until an hour: the one they have, or the best free one. They come, or it is free.

    It is also what is done when somebody who has a bed says that they come late.

    Raises:
        What `give_bed` raises.
        AlreadyInside: They are in the house.
        HoldNotSo: The hour is over, or not of this night.
    """
    with (
        refusing(refusals.TAKEN),
        journal.act(actor=actor, at=at, key=key, kind="nights.place_held") as act,
    ):
        check_hours(actor, night, until, at)
        guest = placing.welcome_guest(actor, guest)
        found = queries.stay_of(actor, guest, night, at)
        if found and found.arrived_at and found.night == night:
            raise refusals.AlreadyInside
        before = queries.held_for(actor, guest, night)
        if found:
            stay = placing.written_down(found, night, at)
        else:
            stay = placing.place_without_bed(act, actor=actor, guest=guest, night=night, at=at, bed=None, kind="")
        if before:
            act.results(later=before.id.hex, was_until=before.until.isoformat())
            _until(before, until)
        party = before or new_party(actor, [guest], night=night, until=until, made_at=at, asked_by=asked_by)
        act.about([guest], night=night, **({} if before else {"number": party.number}))
        act.results(party=party.id.hex, given=found is None, stays=[stay.id.hex])
    return Held(party, [stay])


def no_place_for(*, actor: Actor, asked: PlacesAsked, at: datetime, key: RetryKey) -> PlacesAnswered:
    """The house says that it has no place for what another place asked, so that they look elsewhere in time.

    Raises:
        HeldBefore: It was answered before, or taken back.
    """
    with journal.act(actor=actor, at=at, key=key, kind="nights.no_place_for_asked") as act:
        if PlacesAnswered.objects.seen_by(actor).filter(asked=asked).exists():
            raise refusals.HeldBefore
        made: PlacesAnswered = PlacesAnswered.objects.create(site=actor.site, asked=asked, answered_at=at)
        act.about(night=asked.night, n=asked.people)
        act.results(answer=made.id.hex)
    return made


def come_later(*, actor: Actor, party: HeldParty, until: datetime, at: datetime, key: RetryKey) -> HeldParty:
    """They said that they come later: their places are held until another hour.

    Raises:
        HoldOver: Their places are free already.
        HoldNotSo: The hour is over, or not of this night.
    """
    with journal.act(actor=actor, at=at, key=key, kind="nights.said_late") as act:
        found = open_party(actor, party)
        check_hours(actor, found.night, until, at)
        act.about(_guests(found), night=found.night)
        act.results(party=found.id.hex, was_until=found.until.isoformat())
        _until(found, until)
    return found


def they_came(*, actor: Actor, party: HeldParty, at: datetime, key: RetryKey) -> list[Stay]:
    """Everyone of a party who has a bed is in the house, in one act. Cards follow when there is time.

    Raises:
        HoldOver: Their places are free already.
        AskThemFirst: The place is beside a family, and only they say yes.
        NoBedHeld: Nobody of them has a bed, or everyone who has is inside.
    """
    with journal.act(actor=actor, at=at, key=key, kind="nights.party_came") as act:
        found = open_party(actor, party)
        if found.beside_id:
            raise refusals.AskThemFirst
        guests = _guests(found)
        held = queries.holding(actor, found.night, at).filter(guest__in=guests, arrived_at__isnull=True)
        stays = [placing.written_down(stay, found.night, at) for stay in held.select_related("guest", "bed__room")]
        if not stays:
            raise refusals.NoBedHeld
        Stay.objects.filter(id__in=[stay.id for stay in stays]).update(arrived_at=at, left_at=None)
        without = len(guests) - queries.holding(actor, found.night, at).filter(guest__in=guests).count()
        if not without:
            end_party(found, at, HeldEnd.CAME)
        act.about(guests, night=found.night, n=len(stays))
        act.results(party=found.id.hex, stays=[stay.id.hex for stay in stays], until=found.until.isoformat())
    return stays


def cancel_held(*, actor: Actor, party: HeldParty, at: datetime, key: RetryKey) -> HeldParty:
    """They do not come: their places are free now, and nobody of them waits any more.

    Raises:
        HoldOver: It was over already.
    """
    with journal.act(actor=actor, at=at, key=key, kind="nights.held_cancelled") as act:
        found = open_party(actor, party)
        act.about(_guests(found), night=found.night)
        _let_go(actor, found, at, EndReason.FREED, WantEnd.CANCELLED)
        end_party(found, at, HeldEnd.CANCELLED)
    return found


def release_held(*, actor: Actor, at: datetime, key: RetryKey) -> int:
    """Places whose hour is over are free for others. It happens by itself; whoever came keeps their bed.

    Returns:
        How many places are free.

    Raises:
        NobodyMissing: No hour is over.
    """
    with journal.act(actor=actor, at=at, key=key, kind="nights.held_released") as act:
        over = list(HeldParty.objects.seen_by(actor).filter(ended_at__isnull=True, until__lte=at).order_by("until"))
        if not over:
            raise refusals.NobodyMissing
        freed = 0
        for party in over:
            gone, came = _let_go(actor, party, at, EndReason.DID_NOT_COME, WantEnd.DID_NOT_COME)
            freed += gone
            end_party(party, at, HeldEnd.CAME if came else HeldEnd.DID_NOT_COME)
        act.about(n=freed, parties=len(over))
    return freed


def check_hours(actor: Actor, night: date, until: datetime, at: datetime) -> None:
    placing.reachable(actor, night, at)
    if not at < until < nights.ends(night, actor.site.zone) or until < nights.begins(night, actor.site.zone):
        raise refusals.HoldNotSo


def _make_guests(act: journal.Act, actor: Actor, expected: Expected, at: datetime) -> list[Guest]:
    guests = make_several_within(act, actor=actor, people=[(uuid4(), one) for one in expected.counted], at=at)
    if len(guests) > 1:
        together_within(actor=actor, guests=guests, is_family=expected.is_family, at=at)
    wanted = [(guest, need) for guest in guests for need in expected.needs - OF_ONE]
    wanted += [(guests[0], need) for need in expected.needs & OF_ONE]
    PlaceWanted.objects.bulk_create(PlaceWanted(site=actor.site, guest=guest, need=need) for guest, need in wanted)
    return guests


def _beds_for(actor: Actor, guests: Sequence[Guest], expected: Expected, night: date, at: datetime) -> Placing | None:
    people = queries.people_of(guests, night)
    house = queries.house(actor, night, at)
    if len(people) == 1:
        bed = rules.best_bed(people[0], house)
        return {people[0].id: bed} if bed else None
    found = rules.one_room(people, house)
    return found or (None if expected.is_family else rules.apart(people, house))


def new_party(actor: Actor, guests: Iterable[Guest], *, night: date, **said: Any) -> HeldParty:
    highest = HeldParty.objects.seen_by(actor).filter(night=night).aggregate(last=Max("number"))["last"] or 0
    party: HeldParty = HeldParty.objects.create(site=actor.site, night=night, number=highest + 1, **said)
    HeldPerson.objects.bulk_create(HeldPerson(site=actor.site, party=party, guest=guest) for guest in guests)
    return party


def _wait(act: journal.Act, actor: Actor, guests: Iterable[Guest], night: date, at: datetime) -> None:
    made: list[Want] = Want.objects.bulk_create(
        Want(site=actor.site, guest=guest, night=night, asked_at=at) for guest in guests
    )
    act.results(made_wants=[want.id.hex for want in made])


def _answer(actor: Actor, asked: PlacesAsked, party: HeldParty, beds: int, at: datetime) -> None:
    PlacesAnswered.objects.create(
        site=actor.site, asked=asked, number=party.number, beds=beds, until=party.until, answered_at=at
    )


def open_party(actor: Actor, party: HeldParty) -> HeldParty:
    found: HeldParty | None = HeldParty.objects.seen_by(actor).filter(pk=party.pk, ended_at__isnull=True).first()
    if found is None:
        raise refusals.HoldOver
    return found


def _guests(party: HeldParty) -> list[Guest]:
    people = party.people.select_related("guest__site").order_by("guest")
    return [person.guest for person in people]


def _until(party: HeldParty, until: datetime) -> None:
    party.until = until
    party.save(update_fields=["until"])
    if party.asked_id:
        PlacesAnswered.objects.filter(asked=party.asked_id, site=party.site_id).update(until=until)


def end_party(party: HeldParty, at: datetime, end: HeldEnd) -> None:
    party.ended_at, party.end = at, end
    party.save(update_fields=["ended_at", "end"])


def _let_go(actor: Actor, party: HeldParty, at: datetime, reason: EndReason, wanted: WantEnd) -> tuple[int, int]:
    """The beds of those who are not inside are free, and they wait no more: how many, and how many did come."""
    guests = [guest.id for guest in _guests(party)]
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


@journal.undoes("nights.places_held")
def _not_held(*, actor: Actor, at: datetime, act: journal.Act, results: Mapping[str, Any]) -> None:
    """Written down by mistake: beds and turns go back; refused when somebody came since."""
    party = open_party(actor, HeldParty(pk=results["party"]))
    placing.take_back_given(actor, at, results["stays"], results)
    _let_go(actor, party, at, EndReason.UNDONE, WantEnd.UNDONE)
    end_party(party, at, HeldEnd.UNDONE)
    PlacesAnswered.objects.seen_by(actor).filter(asked=party.asked_id).delete()


@journal.undoes("nights.place_held")
def _not_held_for(*, actor: Actor, at: datetime, act: journal.Act, results: Mapping[str, Any]) -> None:
    """As before: without the hour, or without the bed that was given for it."""
    party = open_party(actor, HeldParty(pk=results["party"]))
    if "later" in results:
        _until(party, datetime.fromisoformat(results["was_until"]))
    else:
        end_party(party, at, HeldEnd.UNDONE)
    if results["given"]:
        placing.take_back_given(actor, at, results["stays"], results)


@journal.undoes("nights.no_place_for_asked")
def _not_answered(*, actor: Actor, at: datetime, act: journal.Act, results: Mapping[str, Any]) -> None:
    PlacesAnswered.objects.seen_by(actor).filter(id=results["answer"]).delete()


@journal.undoes("nights.said_late")
def _not_late(*, actor: Actor, at: datetime, act: journal.Act, results: Mapping[str, Any]) -> None:
    _until(open_party(actor, HeldParty(pk=results["party"])), datetime.fromisoformat(results["was_until"]))


@journal.undoes("nights.party_came")
def _did_not_come(*, actor: Actor, at: datetime, act: journal.Act, results: Mapping[str, Any]) -> None:
    """They are expected again; refused when one of them went out or moved since, or the hour is over."""
    stays = placing.stays(actor, results["stays"])
    if any(not stay.inside or stay.ended_at or placing.next_night_counts_on(stay) for stay in stays):
        raise refusals.LaterActs
    Stay.objects.filter(id__in=[stay.id for stay in stays]).update(arrived_at=None)
    again = HeldParty.objects.seen_by(actor).filter(pk=results["party"])
    again.update(ended_at=None, end="")
