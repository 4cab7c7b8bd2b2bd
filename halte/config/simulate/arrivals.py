"""Who comes to the hostel in the simulated hour: plain data, the same for the same seed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from random import Random

from halte.common import ids

ALONE = {"man": 76, "woman": 10, "child": 14}
FAMILIES = 0.18
"""The part of the guests who come as families."""
KNOWN = 0.4
"""The part of those who come alone with a card that this house has seen before."""
SIZES = {2: 4, 3: 3, 4: 4, 5: 2, 6: 1}


@dataclass(frozen=True)
class Comer:
    """One person at the door with a card, blank or known."""

    secret: str
    counted: str
    known: bool


@dataclass(frozen=True)
class Party:
    """One person, or a family whose cards belong together already."""

    number: int
    members: tuple[Comer, ...]

    @property
    def is_family(self) -> bool:
        """Whether they stay together."""
        return len(self.members) > 1


def parties(guests: int, seed: int) -> tuple[Party, ...]:
    """So many guests, in the order in which they stand at the door."""
    draw = Random(f"{seed}/evening")
    made = list(_made(draw, guests))
    draw.shuffle(made)
    return tuple(Party(number, members) for number, members in enumerate(made))


def _made(draw: Random, guests: int) -> Iterator[tuple[Comer, ...]]:
    in_families = 0
    while in_families < guests * FAMILIES - 1:
        size = min(draw.choices(list(SIZES), list(SIZES.values()))[0], guests - in_families)
        if size < 2:
            break
        kinds = (["woman", "man"] + ["child"] * size)[:size]
        yield _comers(draw, kinds, known=True)
        in_families += size
    for _one in range(guests - in_families):
        yield _comers(draw, draw.choices(list(ALONE), list(ALONE.values())), known=draw.random() < KNOWN)


def _comers(draw: Random, kinds: Sequence[str], *, known: bool) -> tuple[Comer, ...]:
    return tuple(Comer(_secret(draw), kind, known) for kind in kinds)


def _secret(draw: Random) -> str:
    return draw.choice("01234567") + "".join(draw.choices(ids.ALPHABET, k=ids.SECRET_LENGTH - 1))
