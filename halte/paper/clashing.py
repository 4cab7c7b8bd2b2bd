"""A clash as a person sees it: who is written to the bed, who has it, and which beds are free for either."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from halte.accounts.actor import Actor
from halte.common.refusal import Refusal
from halte.nights import queries as nights
from halte.nights import refusals as night_refusals
from halte.nights.choices import RoomChoice, beds_to_move_to
from halte.nights.models import Stay
from halte.paper import queries
from halte.paper.models import PaperLine

SENTENCES: dict[str, type[Refusal]] = {
    refusal.code: refusal
    for refusal in vars(night_refusals).values()
    if isinstance(refusal, type) and issubclass(refusal, Refusal)
}


@dataclass(frozen=True)
class Clash:
    """One clash, side by side."""

    line: PaperLine
    why: str
    holder: Stay | None
    """Who has the bed now, when it is somebody else."""
    own: Stay | None
    """The bed that the guest on paper has elsewhere."""
    for_guest: Sequence[RoomChoice]
    for_holder: Sequence[RoomChoice]

    @property
    def can_be_here(self) -> bool:
        """Whether the bed on paper can become theirs: nobody has it, or whoever has it can move."""
        return self.holder is None or bool(self.for_holder)


def clashes(actor: Actor, at: datetime) -> list[Clash]:
    """Everything that waits for somebody to decide."""
    return [_shown(actor, line, at) for line in queries.clashes(actor)]


def _shown(actor: Actor, line: PaperLine, at: datetime) -> Clash:
    assert line.guest is not None, "A clash names a guest."
    assert line.bed is not None, "A clash names a bed."
    night = actor.site.tonight(line.at)
    held = queries.holder_of(actor, line.bed, night, at)
    holder = held if held and held.guest_id != line.guest_id else None
    own = nights.stay_of(actor, line.guest, night, at)
    refusal = SENTENCES.get(line.why)
    return Clash(
        line=line,
        why=str(refusal.message) if refusal else "",
        holder=holder,
        own=own,
        for_guest=() if own else _beds_for(actor, line, at),
        for_holder=beds_to_move_to(actor, holder, night, at) if holder else (),
    )


def _beds_for(actor: Actor, line: PaperLine, at: datetime) -> Sequence[RoomChoice]:
    """Free beds that suit the guest on paper; who never said how they count is asked in rooms like the one on paper."""
    assert line.guest is not None, "A clash names a guest."
    assert line.bed is not None, "A clash names a bed."
    rooms = beds_to_move_to(actor, Stay(guest=line.guest), actor.site.tonight(line.at), at)
    kind = line.bed.room.get_kind_display()
    return rooms if line.guest.counted else [room for room in rooms if room.kind == kind]
