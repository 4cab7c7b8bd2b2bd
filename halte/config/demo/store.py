"""Writes what was delivered and given in the two weeks, so that the stock of today follows from its movements."""

from collections import Counter
from datetime import datetime
from random import Random
from uuid import UUID

from halte.config.demo.world import World
from halte.goods.models import Given, Movement, Reason, Stock, Variant, WhyGiven
from halte.guests.models import Guest

SIZES = {"coat": ("m", "l"), "shoes": ("41", "42", "43"), "trousers": ("m", "l"), "underwear": ("m", "l")}
LEFT = {
    "blanket": 14,
    "sleeping-bag": 6,
    "cot": 4,
    "hygiene": 70,
    "coat": 21,
    "shoes": 9,
    "socks": 180,
    "hat": 40,
    "gloves": 35,
}
"""What lies on the shelves today, for each size: blankets and shoes are low, and a cold night comes."""


class Store:
    """The shelves of one site."""

    def __init__(self, world: World, site: str) -> None:
        self.world, self.code, self.site = world, site, world.sites[site]
        self.dice: Random = world.dice("store", site)
        self.variants = {
            (variant.kind.code, variant.size): variant for variant in Variant.objects.select_related("kind")
        }
        self.gone: Counter[tuple[str, str]] = Counter()
        self.given: list[Given] = []
        self.movements: list[Movement] = []

    def give(self, guest: Guest, kind: str, at: datetime, line: UUID) -> dict[str, str | int]:
        """A guest got one of a kind, in some size. Returns what the line says of it."""
        size = self.dice.choice(SIZES.get(kind, ("one",)))
        variant = self.variants[kind, size]
        why = WhyGiven.LOST if self.dice.random() < 0.3 else WhyGiven.FIRST
        on = self.site.today(at)
        self.given.append(Given(site=self.site, guest=guest, variant=variant, reason=why, at=at, on=on))
        reason = Reason.LOST_REPLACED if why == WhyGiven.LOST else Reason.GIVEN
        self._move(variant, -1, reason, at, line)
        self.gone[kind, size] += 1
        return {"kind": kind, "size": size, "n": 1, "why": why.value}

    def deliver(self, at: datetime) -> None:
        """Everything that was given since, and what is left today, came with one delivery before."""
        keeper = self.world.managers[self.code]
        for kind, left in LEFT.items():
            for size in SIZES.get(kind, ("one",)):
                variant, number = self.variants[kind, size], left + self.gone[kind, size]
                line = self.world.chain(self.code).add(keeper, "goods.received", at, kind=kind, size=size, n=number)
                self._move(variant, number, Reason.RECEIVED, at, line)
                Stock.objects.create(site=self.site, variant=variant, balance=left)

    def save(self) -> None:
        """Write the rows; their lines are in the site's chain."""
        Given.objects.bulk_create(self.given, batch_size=500)
        Movement.objects.bulk_create(self.movements, batch_size=500)

    def _move(self, variant: Variant, quantity: int, reason: Reason, at: datetime, line: UUID) -> None:
        self.movements.append(
            Movement(
                site=self.site,
                variant=variant,
                quantity=quantity,
                reason=reason,
                at=at,
                on=self.site.today(at),
                line=line,
            )
        )
