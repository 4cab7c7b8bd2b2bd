"""The demo's guests, as plain data. Nobody has a name: a guest is a card, a language and what a place must offer.

All of them are invented. Shares come from reports about Calais and Grande-Synthe between 2014 and 2024, rounded.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from random import Random
from typing import TypeVar

from halte.common import ids
from halte.config.demo.places import DAY_A, DAY_BOULOGNE, DAY_DUNKIRK, HOSTEL

T = TypeVar("T", str, int)

CALAIS_LANGUAGES = {
    "ar": 42, "ti": 16, "ps": 9, "fa": 9, "ckb": 8, "am": 5, "vi": 4, "so": 3, "tr": 2, "en": 1, "": 1,
}  # fmt: skip
DUNKIRK_LANGUAGES = {
    "ckb": 40,
    "vi": 12,
    "ps": 11,
    "ar": 10,
    "fa": 9,
    "": 5,
    "ti": 4,
    "so": 3,
    "tr": 3,
    "en": 2,
    "am": 1,
}
HOUSEHOLD_SIZES = {1: 82, 2: 7, 3: 4, 4: 4, 5: 2, 6: 1}

GUESTS = {DAY_A: 780, HOSTEL: 330, DAY_DUNKIRK: 290, DAY_BOULOGNE: 100}
"""Cards at each site: 1,500. A card that is known at two sites is two guests, and nobody can join them."""
ALSO_AT_HOSTEL = 230


@dataclass(frozen=True)
class PersonPlan:
    """One card: the languages and wishes of nobody who ever lived."""

    number: int
    secret: str
    language: str
    counted: str
    needs: tuple[str, ...]
    household: int


@dataclass(frozen=True)
class HouseholdPlan:
    """One person, a family, or friends who travel together."""

    number: int
    members: tuple[PersonPlan, ...]
    is_family: bool = False


def at_sites(seed: int, one_in: int = 1) -> dict[str, tuple[HouseholdPlan, ...]]:
    """Who is known at each site, household by household.

    Args:
        one_in: A smaller world for tests: one guest in so many.
    """
    guests = {site: number // one_in for site, number in GUESTS.items()}
    draw = Random(f"{seed}/people")
    numbers = _Numbers(draw)
    calais = numbers.households(guests[DAY_A], CALAIS_LANGUAGES)
    shared = _some_whole(draw, calais, ALSO_AT_HOSTEL // one_in)
    return {
        DAY_A: calais,
        HOSTEL: shared + numbers.households(guests[HOSTEL] - ALSO_AT_HOSTEL // one_in, CALAIS_LANGUAGES),
        DAY_DUNKIRK: numbers.households(guests[DAY_DUNKIRK], DUNKIRK_LANGUAGES),
        DAY_BOULOGNE: numbers.households(guests[DAY_BOULOGNE], CALAIS_LANGUAGES),
    }


class _Numbers:
    """Makes households one after the other, each card with a secret of its own."""

    def __init__(self, draw: Random) -> None:
        self.draw = draw
        self.people = 0
        self.made = 0

    def households(self, guests: int, languages: Mapping[str, int]) -> tuple[HouseholdPlan, ...]:
        """Households of exactly this many guests together."""
        made: list[HouseholdPlan] = []
        while guests:
            size = min(_drawn(self.draw, HOUSEHOLD_SIZES), guests)
            made.append(self._household(size, _drawn(self.draw, languages)))
            guests -= size
        return tuple(_with_friends(self.draw, made))

    def _household(self, size: int, language: str) -> HouseholdPlan:
        self.made += 1
        kinds = [_alone(self.draw)] if size == 1 else _family(self.draw, size)
        members = tuple(self._person(kind, language, alone=size == 1) for kind in kinds)
        if size > 1 and "child" in kinds and self.draw.random() < 0.3:
            members = (replace(members[0], needs=("cot",)), *members[1:])
        return HouseholdPlan(self.made, members, is_family=size > 1)

    def _person(self, counted: str, language: str, *, alone: bool) -> PersonPlan:
        self.people += 1
        secret = self.draw.choice("01234567") + "".join(self.draw.choices(ids.ALPHABET, k=ids.SECRET_LENGTH - 1))
        return PersonPlan(self.people, secret, language, counted, _needs(self.draw, counted, alone), self.made)


def _drawn(draw: Random, weights: Mapping[T, int]) -> T:
    return draw.choices(list(weights), list(weights.values()))[0]


def _alone(draw: Random) -> str:
    return _drawn(draw, {"man": 91, "woman": 4, "child": 5})


def _family(draw: Random, size: int) -> list[str]:
    if size == 2:
        return draw.choice([["man", "man"], ["man", "man"], ["woman", "man"], ["woman", "child"], ["man", "child"]])
    adults = ["woman", "man"] if draw.random() < 0.75 else ["woman"]
    return adults + ["child"] * (size - len(adults))


def _needs(draw: Random, counted: str, alone: bool) -> tuple[str, ...]:
    if counted == "child":
        return ()
    wishes = {"ground_floor": 0.03, "lower_bunk": 0.05, "near_toilet": 0.02} | ({"quiet": 0.01} if alone else {})
    return tuple(need for need, share in wishes.items() if draw.random() < share)


def _with_friends(draw: Random, households: Sequence[HouseholdPlan]) -> list[HouseholdPlan]:
    """About one man in ten travels with friends and wants to stay together: two to six of one language."""
    alone: dict[str, list[PersonPlan]] = {}
    kept: list[HouseholdPlan] = []
    for household in households:
        first = household.members[0]
        if len(household.members) == 1 and first.counted == "man" and not first.needs and draw.random() < 0.12:
            alone.setdefault(first.language, []).append(first)
        else:
            kept.append(household)
    for friends in alone.values():
        while friends:
            together = tuple(friends[: draw.randint(2, 6)])
            del friends[: len(together)]
            number = together[0].household
            kept.append(HouseholdPlan(number, tuple(replace(person, household=number) for person in together)))
    return sorted(kept, key=lambda household: household.number)


def _some_whole(draw: Random, households: Sequence[HouseholdPlan], guests: int) -> tuple[HouseholdPlan, ...]:
    """Households of exactly this many guests together, none of them parted, few of them families."""
    chosen: list[HouseholdPlan] = []
    families = 0
    for household in draw.sample(households, len(households)):
        size = len(household.members)
        if size > guests or (household.is_family and families >= 14):
            continue
        chosen.append(household)
        families += household.is_family
        guests -= size
    assert guests == 0, "there are always single guests enough to fill up"
    return tuple(chosen)
