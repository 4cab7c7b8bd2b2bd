"""How many of each kin sleep in each shape of room: the goals of the night, one after the other."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from halte.nights.plan.alike import Counted, Shape
from halte.nights.plan.layouts import ALONE, ALONE_LOW, Batch, Layout, Size, batches, size
from halte.nights.plan.levels import Level, Model
from halte.nights.plan.night import FAMILY, ORDERS

NODES_A_GOAL = 2_000
"""So many branches are tried for one goal at most: a limit that is the same on every machine, as a clock is not."""

GOALS = (*(f"placed_{order}" for order in ORDERS), "nights_without", "last_room")


@dataclass(frozen=True)
class Laid:
    """How many parties of each kin are in rooms of these batches: named in their room, or anywhere among them."""

    shape: Shape
    batches: Sequence[Batch]
    layouts: Sequence[Sequence[Layout]]
    """For each batch, how its rooms are laid; nothing where beds are added up."""
    named: Sequence[Mapping[int, int]]
    """For each batch, how many parties of a kin are in the room that is theirs."""
    others: Mapping[int, int]


@dataclass(frozen=True)
class Numbers:
    """What was decided for one part of the night, and what each goal reached."""

    counted: Counted
    laid: Sequence[Laid]
    levels: Sequence[Level]


@dataclass
class _Places:
    """A shape, or one hall of it, while the model is made: the variables of its batches."""

    shape: Shape
    batches: list[Batch]
    ways: list[list[tuple[int, Layout]]] = field(default_factory=list)
    named: list[dict[int, int]] = field(default_factory=list)
    others: dict[int, int] = field(default_factory=dict)


def numbers(counted: Counted, *, seed: int) -> Numbers:
    """Decide how many of each kin get which shape of room.

    Goals, in this order: people placed first, before others, in turn; nights that those with a bed spent without one;
    people in last night's room.
    """
    model = Model(seed=seed, nodes=NODES_A_GOAL)
    if counted.kins[0].one.is_family:
        places = _family_rooms(model, counted)
    else:
        places = [one for shape in counted.shapes for one in _shared_rooms(model, counted, shape)]
        _kept_apart(model, counted, places)
    _each_once(model, counted, places)
    levels = _reached(model, counted, places)
    return Numbers(counted, [_laid(one, model.chosen()) for one in places], levels)


def _laid(places: _Places, chosen: Sequence[int]) -> Laid:
    return Laid(
        places.shape,
        places.batches,
        [[layout for number, layout in ways for _room in range(chosen[number])] for ways in places.ways],
        [{kin: chosen[number] for kin, number in named.items() if chosen[number]} for named in places.named],
        {kin: chosen[number] for kin, number in places.others.items() if chosen[number]},
    )


def _reached(model: Model, counted: Counted, places: Iterable[_Places]) -> list[Level]:
    bed: dict[int, int] = {}
    home: dict[int, int] = {}
    for one in places:
        bed |= {number: kin for kin, number in one.others.items()}
        for batch, named in zip(one.batches, one.named, strict=True):
            bed |= {number: kin for kin, number in named.items()}
            rooms = {room.id for room in batch.rooms}
            home |= {
                number: kin
                for kin, number in named.items()
                if not counted.kins[kin].tied or counted.kins[kin].one.last_room in rooms
            }
    kins = [kin.one for kin in counted.kins]
    levels = [
        model.reach(f"placed_{order}", {n: kins[kin].size for n, kin in bed.items() if kins[kin].placed == order})
        for order in ORDERS
    ]
    without = {n: kins[kin].size * kins[kin].nights_without for n, kin in bed.items() if kins[kin].nights_without}
    levels.append(model.reach("nights_without", without))
    levels.append(model.reach("last_room", {number: kins[kin].size for number, kin in home.items()}))
    return levels


def _each_once(model: Model, counted: Counted, places: Iterable[_Places]) -> None:
    of_kin: dict[int, dict[int, float]] = defaultdict(dict)
    for one in places:
        for mapping in (one.others, *one.named):
            for kin, number in mapping.items():
                of_kin[kin][number] = 1.0
    for kin, terms in of_kin.items():
        model.at_most(terms, len(counted.kins[kin].parties))


def _shared_rooms(model: Model, counted: Counted, shape: Shape) -> list[_Places]:
    """Rooms that are laid one by one from a list of layouts, together; and every hall whose beds are added up."""
    found = batches(counted, shape)
    laid = [batch for batch in found if batch.layouts]
    halls = [_hall(model, counted, shape, batch) for batch in found if not batch.layouts]
    return [*([_from_layouts(model, counted, shape, laid)] if laid else ()), *halls]


def _from_layouts(model: Model, counted: Counted, shape: Shape, laid: list[Batch]) -> _Places:
    """Every room is laid in one way; parties take the places that these ways leave.

    With the ways chosen this is exact: what fits in number, fits room by room.
    """
    places = _Places(shape, laid)
    free: dict[tuple[str, Size], dict[int, float]] = defaultdict(dict)
    for batch in laid:
        ways = [(model.variable(len(batch.rooms)), layout) for layout in batch.layouts]
        model.exactly(dict.fromkeys((number for number, _layout in ways), 1.0), len(batch.rooms))
        named = {kin: model.variable(number) for kin, number in batch.named.items()}
        _named_have_places(model, counted, ways, named)
        for number, layout in ways:
            for one, so_many in ((ALONE, layout.alone), (ALONE_LOW, layout.low), *layout.groups.items()):
                if so_many:
                    free[layout.counted, one][number] = -float(so_many)
        places.ways.append(ways)
        places.named.append(named)
    taken: dict[tuple[str, Size], dict[int, float]] = defaultdict(dict)
    for kin in shape.kins:
        if not counted.kins[kin].tied:
            same = counted.kins[kin]
            number = places.others[kin] = model.variable(min(len(same.parties), _most(same.one.size, laid)))
            taken[same.counted, size(same.one)][number] = 1.0
            if size(same.one) == ALONE_LOW:
                taken[same.counted, ALONE][number] = 1.0
    for key, terms in taken.items():
        model.at_most(terms | free[key], 0)
    return places


def _most(beds: int, laid: Iterable[Batch]) -> int:
    return sum(len(batch.rooms) * (batch.rooms[0].left // beds) for batch in laid)


def _named_have_places(
    model: Model, counted: Counted, ways: Iterable[tuple[int, Layout]], named: Mapping[int, int]
) -> None:
    """As many named parties of a size are in their rooms as the rooms are laid for."""
    come: dict[tuple[str, Size], dict[int, float]] = defaultdict(dict)
    for kin, number in named.items():
        come[counted.kins[kin].counted, size(counted.kins[kin].one)][number] = 1.0
    for (who, one), terms in come.items():
        laid_for = {
            number: -float(layout.named[one])
            for number, layout in ways
            if layout.counted == who and one in layout.named
        }
        model.exactly(terms | laid_for, 0)


def _hall(model: Model, counted: Counted, shape: Shape, batch: Batch) -> _Places:
    """One large room: people never exceed beds, nor those who need them lower bunks."""
    places = _Places(shape, [batch], ways=[[]])
    room = batch.rooms[0]
    named = {kin: model.variable(number) for kin, number in batch.named.items()}
    places.named.append(named)
    for kin in shape.kins:
        if not counted.kins[kin].tied:
            same = counted.kins[kin]
            places.others[kin] = model.variable(min(len(same.parties), room.left // same.one.size))
    inside = [*named.items(), *places.others.items()]
    who = {counted.kins[kin].counted for kin, _number in inside}
    has = {one: model.variable(1) for one in sorted(who)} if len(who) > 1 else {}
    if has:
        model.at_most(dict.fromkeys(has.values(), 1.0), 1)
    for one in sorted(who):
        theirs = [(counted.kins[kin].one, number) for kin, number in inside if counted.kins[kin].counted == one]
        for most, each in (
            (room.left, {number: float(party.size) for party, number in theirs}),
            (min(room.lower, room.left), {number: float(party.lower) for party, number in theirs if party.lower}),
        ):
            if each:
                model.at_most(each | ({has[one]: -float(most)} if has else {}), 0 if has else most)
    return places


def _kept_apart(model: Model, counted: Counted, places: Iterable[_Places]) -> None:
    for left, right in counted.apart:
        for named in (named for one in places for named in one.named):
            if left in named and right in named:
                model.at_most({named[left]: 1.0, named[right]: 1.0}, 1)


def _family_rooms(model: Model, counted: Counted) -> list[_Places]:
    """A room is one family's alone, or half of what one family has; those who return are named in their room."""
    found = [_for_one_family_each(model, counted, shape) for shape in counted.shapes]
    uses: dict[str, dict[int, float]] = defaultdict(dict)
    for one in found:
        if one.shape.pair or len(one.shape.rooms) == 1:
            for room in one.shape.rooms:
                uses[room.id] |= dict.fromkeys((n for m in (one.others, *one.named) for n in m.values()), 1.0)
    for terms in uses.values():
        model.at_most(terms, 1)
    return found


def _for_one_family_each(model: Model, counted: Counted, shape: Shape) -> _Places:
    places = _Places(shape, [Batch([room]) for room in shape.rooms])
    rooms = 1 if shape.pair else len(shape.rooms)
    places.others = {kin: model.variable(min(rooms, len(counted.kins[kin].parties))) for kin in shape.kins}
    for batch in places.batches:
        back = [] if shape.pair else _returning(counted, shape, batch.rooms[0].id)
        named = {kin: model.variable(1) for kin in back}
        if len(named) > 1:
            model.at_most(dict.fromkeys(named.values(), 1.0), 1)
        places.named.append(named)
        places.ways.append([])
    every = [number for mapping in (places.others, *places.named) for number in mapping.values()]
    model.at_most(dict.fromkeys(every, 1.0), rooms)
    return places


def _returning(counted: Counted, shape: Shape, room: str) -> list[int]:
    assert shape.one.kind == FAMILY
    return [kin for kin in shape.kins if any(party.last_room == room for party in counted.kins[kin].parties)]
