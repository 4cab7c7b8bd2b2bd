"""Who is kept apart changes rooms with somebody else: who has a bed, and last night's room, stays as decided."""

from collections.abc import Sequence

from halte.nights.plan.filling import Filling
from halte.nights.plan.night import Party


def part_ways(fillings: Sequence[Filling]) -> frozenset[str]:
    """Let those who share a room with somebody from whom they are kept apart change places, or take free beds.

    Returns:
        Who found nowhere to go, with those from whom they are kept apart: here only other numbers help.
    """
    for here in fillings:
        for party in [party for party in here.parties if party.apart_from and party.id not in here.fixed]:
            if here.apart_from(party):
                _goes_elsewhere(party, here, fillings)
    left = [(party, here.apart_from(party)) for here in fillings for party in here.parties if party.apart_from]
    return frozenset(name for party, others in left if others for name in (party.id, *others))


def _goes_elsewhere(party: Party, here: Filling, fillings: Sequence[Filling]) -> bool:
    """To a free bed, or to where somebody is who may sleep here instead."""
    here.leave(party)
    others = [other for other in fillings if other is not here and other.room.kind == here.room.kind]
    for there in (*others, *(other for other in fillings if other.room.kind != here.room.kind)):
        if there.welcomes(party):
            there.take(party)
            return True
        if _changes_with_one(party, here, there):
            return True
    here.take(party)
    return False


def _changes_with_one(party: Party, here: Filling, there: Filling) -> bool:
    for other in [other for other in there.parties if other.id not in there.fixed and here.welcomes(other)]:
        there.leave(other)
        if there.welcomes(party):
            there.take(party)
            here.take(other)
            return True
        there.take(other)
    return False
