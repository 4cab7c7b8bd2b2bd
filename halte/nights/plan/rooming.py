"""Which party sleeps in which room: the numbers become names of rooms, and people who share a language meet."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from halte.nights.plan.apart import part_ways
from halte.nights.plan.counting import Laid, Numbers
from halte.nights.plan.filling import Filling
from halte.nights.plan.layouts import Batch, Layout, Size, size
from halte.nights.plan.levels import Level
from halte.nights.plan.meeting import NAME, meet
from halte.nights.plan.night import FAMILY, Party, Room

Waiting = dict[int, list[Party]]
"""Of each kin, who is in no room yet; whoever asked first stands first."""


@dataclass(frozen=True)
class Rooming:
    """Every party with a bed and its rooms, and how many people share a language with somebody in their room."""

    rooms: Mapping[str, tuple[Room, ...]]
    language: Level
    together: frozenset[str] = frozenset()
    """Who would share a room with somebody from whom they are kept apart: only other numbers help."""


def rooming(decided: Iterable[Numbers], *, seed: int) -> Rooming:
    """Turn numbers into rooms. Who gets a bed is decided: by nights without one, last room, and who asked first.

    Language chooses the room, never who gets a bed.
    """
    placed: dict[str, tuple[Room, ...]] = {}
    fillings: list[Filling] = []
    for part in decided:
        waiting = {number: list(kin.parties) for number, kin in enumerate(part.counted.kins)}
        homes = [_homes(laid, waiting) for laid in part.laid]
        coming = _coming(part, waiting)
        for laid, home, others in zip(part.laid, homes, coming, strict=True):
            if laid.shape.one.kind == FAMILY:
                placed |= _into_family_rooms(laid, home, others, placed)
            else:
                fillings += _into_shared_rooms(laid, home, others)
    if together := part_ways(fillings):
        return Rooming({}, Level(NAME, 0, 0), together)
    language = meet(fillings, seed=seed)
    placed |= {party.id: (filling.room,) for filling in fillings for party in filling.parties}
    return Rooming(placed, language)


def _homes(laid: Laid, waiting: Waiting) -> dict[str, list[Party]]:
    """Who is in the room that names them, for each room; of those alike, whoever asked first."""
    home: dict[str, list[Party]] = defaultdict(list)
    for batch, named in zip(laid.batches, laid.named, strict=True):
        rooms = {room.id for room in batch.rooms}
        for kin, number in sorted(named.items()):
            back = [party for party in waiting[kin] if party.last_room in rooms] or waiting[kin]
            for party in back[:number]:
                waiting[kin].remove(party)
                home[party.last_room if party.last_room in rooms else batch.rooms[0].id].append(party)
    return home


def _coming(part: Numbers, waiting: Waiting) -> list[list[Party]]:
    """Who else comes to each shape."""
    coming: list[list[Party]] = []
    for laid in part.laid:
        others = []
        for kin, number in sorted(laid.others.items()):
            others += waiting[kin][:number]
            del waiting[kin][:number]
        coming.append(others)
    return coming


def _into_family_rooms(
    laid: Laid, home: Mapping[str, Sequence[Party]], others: Sequence[Party], placed: Mapping[str, tuple[Room, ...]]
) -> dict[str, tuple[Room, ...]]:
    if laid.shape.pair:
        return {party.id: laid.shape.rooms for party in others}
    found: dict[str, tuple[Room, ...]] = {
        party.id: (room,) for room in laid.shape.rooms for party in home.get(room.id, ())
    }
    used = {room.id for theirs in (*placed.values(), *found.values()) for room in theirs}
    free = [room for room in laid.shape.rooms if room.id not in used]
    return found | {party.id: (room,) for party, room in zip(others, free, strict=False)}


def _into_shared_rooms(laid: Laid, home: Mapping[str, Sequence[Party]], others: Sequence[Party]) -> list[Filling]:
    """Those whose room it is, then groups on the places laid for them, then one by one, by language."""
    if not laid.batches[0].layouts:
        return _into_hall(laid, home, others)
    here: dict[str, list[Filling]] = defaultdict(list)
    places: dict[tuple[str, Size], list[Filling]] = defaultdict(list)
    for batch, layouts in zip(laid.batches, laid.layouts, strict=True):
        for room, layout in _laid_rooms(batch, layouts, home):
            filling = _filling(room, home)
            here[layout.counted].append(filling)
            for one, number in layout.groups.items():
                places[layout.counted, one] += [filling] * number
    by_counted: dict[str, list[Party]] = defaultdict(list)
    for party in others:
        by_counted[party.people[0].counted].append(party)
    for counted, parties in sorted(by_counted.items()):
        for party in parties:
            if party.size > 1:
                _lay_group(party, places[counted, size(party)])
        _lay_alone(here[counted], parties)
    return [filling for fillings in here.values() for filling in fillings]


def _into_hall(laid: Laid, home: Mapping[str, Sequence[Party]], others: Sequence[Party]) -> list[Filling]:
    filling = _filling(laid.batches[0].rooms[0], home)
    for party in others:
        filling.take(party)
    return [filling]


def _filling(room: Room, home: Mapping[str, Sequence[Party]]) -> Filling:
    filling = Filling.of(room)
    for party in home.get(room.id, ()):
        filling.take(party, fixed=True)
    return filling


def _laid_rooms(
    batch: Batch, layouts: Sequence[Layout], home: Mapping[str, Sequence[Party]]
) -> Iterable[tuple[Room, Layout]]:
    """Each room with its layout: a layout with a named place goes to a room to which somebody returns."""
    rooms = sorted(batch.rooms, key=lambda room: (not home.get(room.id), room.id))
    return zip(rooms, sorted(layouts, key=lambda layout: not layout.named), strict=True)


def _lay_group(party: Party, places: list[Filling]) -> None:
    chosen = min(places, key=lambda one: (-one.speaks[party.language], one.room.id))
    places.remove(chosen)
    chosen.take(party)


def _lay_alone(here: Sequence[Filling], parties: Iterable[Party]) -> None:
    """Who needs a lower bunk first; then each language into as few rooms as hold it."""
    speaking: dict[tuple[bool, str], list[Party]] = defaultdict(list)
    for party in parties:
        if party.size == 1:
            speaking[not party.lower, party.language].append(party)
    for (_upper, language), alike in sorted(speaking.items(), key=lambda pair: (pair[0][0], -len(pair[1]), pair[0][1])):
        for party in alike:
            max((one for one in here if one.holds(party)), key=lambda one: _welcome(one, language)).take(party)


def _welcome(filling: Filling, language: str) -> tuple[bool, int, int, str]:
    """Where a speaker of a language goes: to one alone with it, then where it is spoken, then to the emptiest room."""
    speakers = filling.speaks[language] if language else 0
    return (speakers == 1, min(speakers, 1), filling.room.left - filling.taken, filling.room.id)
