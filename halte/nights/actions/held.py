"""Places held until an hour: for people without a name, for a card, for somebody who said that they come late."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import uuid4

from halte import journal
from halte.accounts.actor import Actor
from halte.common.refusal import refusing
from halte.common.retry import RetryKey
from halte.guests.actions.many import make_several_within
from halte.guests.actions.together import together_within
from halte.guests.models import Guest, PlaceWanted
from halte.nights import placing, queries, refusals, rules
from halte.nights.actions.parties import check_hours, end_party, keep_until, let_go, new_party, open_party
from halte.nights.held import AskedBy, HeldEnd, HeldParty
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
            keep_until(before, until)
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


def _wait(act: journal.Act, actor: Actor, guests: Iterable[Guest], night: date, at: datetime) -> None:
    made: list[Want] = Want.objects.bulk_create(
        Want(site=actor.site, guest=guest, night=night, asked_at=at) for guest in guests
    )
    act.results(made_wants=[want.id.hex for want in made])


def _answer(actor: Actor, asked: PlacesAsked, party: HeldParty, beds: int, at: datetime) -> None:
    PlacesAnswered.objects.create(
        site=actor.site, asked=asked, number=party.number, beds=beds, until=party.until, answered_at=at
    )


@journal.undoes("nights.places_held")
def _not_held(*, actor: Actor, at: datetime, act: journal.Act, results: Mapping[str, Any]) -> None:
    """Written down by mistake: beds and turns go back; refused when somebody came since."""
    party = open_party(actor, HeldParty(pk=results["party"]))
    placing.take_back_given(actor, at, results["stays"], results)
    let_go(actor, party, at, EndReason.UNDONE, WantEnd.UNDONE)
    end_party(party, at, HeldEnd.UNDONE)
    PlacesAnswered.objects.seen_by(actor).filter(asked=party.asked_id).delete()


@journal.undoes("nights.place_held")
def _not_held_for(*, actor: Actor, at: datetime, act: journal.Act, results: Mapping[str, Any]) -> None:
    """As before: without the hour, or without the bed that was given for it."""
    party = open_party(actor, HeldParty(pk=results["party"]))
    if "later" in results:
        keep_until(party, datetime.fromisoformat(results["was_until"]))
    else:
        end_party(party, at, HeldEnd.UNDONE)
    if results["given"]:
        placing.take_back_given(actor, at, results["stays"], results)


@journal.undoes("nights.no_place_for_asked")
def _not_answered(*, actor: Actor, at: datetime, act: journal.Act, results: Mapping[str, Any]) -> None:
    PlacesAnswered.objects.seen_by(actor).filter(id=results["answer"]).delete()
