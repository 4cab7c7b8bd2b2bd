"""How many of each kin sleep in each shape of room: the goals of the night, one after the other."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from halte.nights.plan.alike import Counted, Kin, Shape
from halte.nights.plan.levels import Level, Model
from halte.nights.plan.night import COUNTED, FAMILY, ORDERS, QUIET

SECONDS_A_LEVEL = 8.0


@dataclass(frozen=True)
class Numbers:
    """How many parties of a kin are in a shape, how many of them in last night's room, and what each goal reached."""

    spots: Mapping[tuple[int, int], int]
    home: Mapping[tuple[int, str], int]
    levels: tuple[Level, ...]


def numbers(counted: Counted, *, seed: int) -> Numbers:
    """Decide how many of each kin get which shape of room.

    Goals, in this order: people placed first, before others, in turn; nights that those with a bed spent without one;
    people in last night's room.
    """
    model = Model(seed=seed, seconds=SECONDS_A_LEVEL)
    spots = {
        (kin, shape): model.variable(
            min(len(found.parties), counted.shapes[shape].number * _fit(found, counted, shape))
        )
        for kin, found in enumerate(counted.kins)
        for shape in found.spots
    }
    _each_once(model, counted, spots)
    _rooms_hold(model, counted, spots)
    _pairs_and_rooms(model, counted, spots)
    _kept_apart(model, counted, spots)
    home = _home(model, counted, spots)
    levels = [_placed(model, counted, spots, order) for order in ORDERS]
    levels.append(
        model.reach(
            "nights_without",
            {
                number: counted.kins[kin].one.size * counted.kins[kin].one.nights_without
                for (kin, _shape), number in spots.items()
                if counted.kins[kin].one.nights_without
            },
        )
    )
    levels.append(
        model.reach("last_room", {number: counted.kins[kin].one.size for (kin, _room), number in home.items()})
    )
    chosen = model.chosen()
    return Numbers(
        {spot: chosen[number] for spot, number in spots.items() if chosen[number]},
        {spot: chosen[number] for spot, number in home.items() if chosen[number]},
        tuple(levels),
    )


def _fit(kin: Kin, counted: Counted, shape: int) -> int:
    found = counted.shapes[shape]
    return 1 if found.pair or found.one.kind == FAMILY else found.one.left // kin.one.size


def _placed(model: Model, counted: Counted, spots: Mapping[tuple[int, int], int], order: str) -> Level:
    goal = {
        number: counted.kins[kin].one.size
        for (kin, _shape), number in spots.items()
        if counted.kins[kin].one.placed == order
    }
    return model.reach(f"placed_{order}", goal)


def _each_once(model: Model, counted: Counted, spots: Mapping[tuple[int, int], int]) -> None:
    of_kin: dict[int, dict[int, float]] = defaultdict(dict)
    for (kin, _shape), number in spots.items():
        of_kin[kin][number] = 1.0
    for kin, terms in of_kin.items():
        model.at_most(terms, len(counted.kins[kin].parties))


def _rooms_hold(model: Model, counted: Counted, spots: Mapping[tuple[int, int], int]) -> None:
    inside: dict[int, dict[int, int]] = defaultdict(dict)
    for (kin, shape), number in spots.items():
        inside[shape][kin] = number
    for shape, kins in inside.items():
        found = counted.shapes[shape]
        if found.pair:
            continue
        if found.one.kind == FAMILY:
            model.at_most(dict.fromkeys(kins.values(), 1.0), found.number)
        elif found.one.kind == QUIET:
            _quiet(model, counted, found, kins)
        else:
            _shared(model, counted, found, kins, {}, found.number)


def _quiet(model: Model, counted: Counted, shape: Shape, kins: Mapping[int, int]) -> None:
    """Each quiet room takes people who count alike: so many rooms for each."""
    rooms = {}
    for who in COUNTED:
        same = {kin: number for kin, number in kins.items() if counted.kins[kin].one.people[0].counted == who}
        if same:
            rooms[who] = model.variable(shape.number)
            _shared(model, counted, shape, same, {rooms[who]: -1.0}, 0)
    model.at_most(dict.fromkeys(rooms.values(), 1.0), shape.number)


def _shared(
    model: Model, counted: Counted, shape: Shape, kins: Mapping[int, int], per_room: Mapping[int, float], rooms: int
) -> None:
    """People never exceed beds, nor lower bunks; of parties larger than a part of a room, only so many fit in one."""
    left, lower = shape.one.left, min(shape.one.lower, shape.one.left)

    def hold(terms: dict[int, float], each: int) -> None:
        if terms:
            model.at_most(terms | {number: weight * each for number, weight in per_room.items()}, rooms * each)

    sizes = {kin: counted.kins[kin].one.size for kin in kins}
    hold({number: float(sizes[kin]) for kin, number in kins.items()}, left)
    hold({number: float(low) for kin, number in kins.items() if (low := counted.kins[kin].one.lower)}, lower)
    for part in sorted({left // (size) for size in sizes.values() if size > 1}):
        large = {number: 1.0 for kin, number in kins.items() if left // sizes[kin] <= part and sizes[kin] > 1}
        hold(large, part)


def _pairs_and_rooms(model: Model, counted: Counted, spots: Mapping[tuple[int, int], int]) -> None:
    """A room is one family's alone, or half of what one family has."""
    uses: dict[str, dict[int, float]] = defaultdict(dict)
    for (_kin, shape), number in spots.items():
        found = counted.shapes[shape]
        if found.pair or (found.one.kind == FAMILY and found.number == 1):
            for room in found.rooms:
                uses[room.id][number] = 1.0
    for terms in uses.values():
        model.at_most(terms, 1)


def _kept_apart(model: Model, counted: Counted, spots: Mapping[tuple[int, int], int]) -> None:
    for left, right in counted.apart:
        for shape in set(counted.kins[left].spots) & set(counted.kins[right].spots):
            model.at_most({spots[left, shape]: 1.0, spots[right, shape]: 1.0}, 1)


def _home(model: Model, counted: Counted, spots: Mapping[tuple[int, int], int]) -> dict[tuple[int, str], int]:
    """Of each kin, those whose last room is one of a shape: as many as the room holds, and as are in the shape."""
    shape_of = {
        room.id: number for number, shape in enumerate(counted.shapes) if not shape.pair for room in shape.rooms
    }
    found: dict[tuple[int, str], int] = {}
    for kin, same in enumerate(counted.kins):
        returning: dict[str, int] = defaultdict(int)
        for party in same.parties:
            if (kin, shape_of.get(party.last_room, -1)) in spots:
                returning[party.last_room] += 1
        for room, number in sorted(returning.items()):
            found[kin, room] = model.variable(number)
    by_room: dict[str, dict[int, float]] = defaultdict(dict)
    by_spot: dict[tuple[int, int], dict[int, float]] = defaultdict(dict)
    for (kin, room), number in found.items():
        family = counted.shapes[shape_of[room]].one.kind == FAMILY
        by_room[room][number] = 1.0 if family else float(counted.kins[kin].one.size)
        by_spot[kin, shape_of[room]][number] = 1.0
    for room, terms in by_room.items():
        one = counted.shapes[shape_of[room]].one
        model.at_most(terms, 1 if one.kind == FAMILY else one.left)
    for spot, terms in by_spot.items():
        model.at_most(terms | {spots[spot]: -1.0}, 0)
    return found
