"""A night as a file: JSON as docs/reference/plan-night.md describes it, checked to the last field."""

from collections import Counter
from collections.abc import Iterable
from typing import Annotated, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from halte.nights.plan.night import COUNTED_IN, IN_TURN, Night, Party, Person, Room, Sleeper

Name = Annotated[str, Field(min_length=1, max_length=60)]
Code = Annotated[str, Field(max_length=40)]
Small = Annotated[int, Field(ge=0, le=10_000)]
COUNTED_AS = Literal["man", "woman", "child"]


class MalformedNight(Exception):
    """The file holds no night: the sentence names the place inside it and what stands there wrongly."""


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)


class SleeperFile(_Strict):
    """Somebody who stays."""

    counted: COUNTED_AS
    language: Code = ""
    family: Code = ""


class RoomFile(_Strict):
    """A room and its free beds."""

    id: Name
    kind: Literal["men", "women", "family", "minors", "quiet"]
    beds: Small
    lower: Small = 0
    maximum: Small
    offers: list[Code] = []
    neighbours: list[Name] = []
    sleepers: list[SleeperFile] = []
    closed: bool = False

    @model_validator(mode="after")
    def is_possible(self) -> Self:
        """No more lower bunks than beds, and nobody among the sleepers for whom the room is not."""
        if self.lower > self.beds:
            raise ValueError("has more lower bunks than free beds")
        if any(self.kind in COUNTED_IN and sleeper.counted != COUNTED_IN[self.kind] for sleeper in self.sleepers):
            raise ValueError(f"is a room of kind {self.kind}, but somebody who counts otherwise stays in it")
        return self

    def room(self) -> Room:
        """As the plan takes it."""
        sleepers = tuple(Sleeper(one.counted, one.language, one.family) for one in self.sleepers)
        return Room(
            id=self.id,
            kind=self.kind,
            beds=self.beds,
            lower=self.lower,
            maximum=self.maximum,
            offers=frozenset(self.offers),
            neighbours=frozenset(self.neighbours),
            sleepers=sleepers,
            closed=self.closed,
        )


class PersonFile(_Strict):
    """One person of a party."""

    counted: COUNTED_AS
    needs: list[Code] = []
    language: Code = ""


class PartyFile(_Strict):
    """People who sleep together or not at all."""

    id: Name
    people: Annotated[list[PersonFile], Field(min_length=1, max_length=60)]
    placed: Literal["first", "before", "in_turn"] = "in_turn"
    family: bool = False
    may_split: bool = False
    nights_without: Small = 0
    last_room: Code = ""
    asked: Annotated[int, Field(ge=0)] = 0
    apart_from: list[Name] = []
    not_in: list[Name] = []

    def party(self) -> Party:
        """As the plan takes it."""
        people = tuple(Person(one.counted, frozenset(one.needs), one.language) for one in self.people)
        return Party(
            id=self.id,
            people=people,
            placed=self.placed or IN_TURN,
            is_family=self.family,
            may_split=self.may_split,
            nights_without=self.nights_without,
            last_room=self.last_room,
            asked=self.asked,
            apart_from=frozenset(self.apart_from),
            not_in=frozenset(self.not_in),
        )


class NightFile(_Strict):
    """The whole file."""

    format: Literal[1]
    seed: Annotated[int, Field(ge=0, lt=2**31)] = 0
    warm_seats: Small = 0
    rooms: Annotated[list[RoomFile], Field(max_length=5_000)]
    parties: Annotated[list[PartyFile], Field(max_length=20_000)]

    @model_validator(mode="after")
    def names_are_known(self) -> Self:
        """Every name stands for one thing, and whoever is named exists."""
        _once("room", (room.id for room in self.rooms))
        _once("party", (party.id for party in self.parties))
        parties = {party.id for party in self.parties}
        unknown = next((name for party in self.parties for name in party.apart_from if name not in parties), None)
        if unknown is not None:
            raise ValueError(f"names the party {unknown!r} in apart_from, but has no such party")
        return self

    def night(self) -> Night:
        """As the plan takes it."""
        return Night(
            rooms=tuple(room.room() for room in self.rooms),
            parties=tuple(party.party() for party in self.parties),
            seed=self.seed,
            warm_seats=self.warm_seats,
        )


def read(content: bytes) -> Night:
    """The night that a file describes.

    Raises:
        MalformedNight: It is no JSON, or something in it is not as docs/reference/plan-night.md says.
    """
    try:
        return NightFile.model_validate_json(content).night()
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        place = "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in first["loc"]).lstrip(".")
        said = first["msg"].removeprefix("Value error, ")
        raise MalformedNight(f"{place or 'The file'}: {said[0].lower()}{said[1:]}.") from None


def _once(what: str, names: Iterable[str]) -> None:
    name, times = Counter(names).most_common(1)[0] if (names := list(names)) else ("", 1)
    if times > 1:
        raise ValueError(f"has {times} {what} entries with the id {name!r}")
