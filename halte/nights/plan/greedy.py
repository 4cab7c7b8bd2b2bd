"""First come, first served, as a desk without a plan would do it: what the plan is compared with."""

from collections.abc import Mapping

from halte.nights.plan.alike import singly
from halte.nights.plan.filling import Filling
from halte.nights.plan.night import FAMILY, QUIET, Night, may_sleep


def first_come(night: Night) -> Mapping[str, str]:
    """Each party in the order in which it asked gets the fullest room that holds it; the rules of safety are kept."""
    fillings = [Filling.of(room) for room in sorted(night.rooms, key=lambda room: room.id) if room.left]
    placed = {}
    for party in sorted(singly(night.parties), key=lambda party: (party.asked, party.id)):
        fits = [
            filling
            for filling in fillings
            if may_sleep(party, filling.room)
            and filling.holds(party)
            and not filling.apart_from(party)
            and not (filling.room.kind == FAMILY and filling.parties)
            and (
                filling.room.kind != QUIET
                or all(same.people[0].counted == party.people[0].counted for same in filling.parties)
            )
        ]
        if fits:
            best = min(fits, key=lambda one: (one.room.left - one.taken - party.size, one.room.id))
            best.take(party)
            placed[party.id] = best.room.id
    return placed
