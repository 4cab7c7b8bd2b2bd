"""What the desk answers in words."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from halte.desk.actions import Blanket, Welcomed


def welcomed(done: Welcomed) -> str:
    """Where they sleep, and what became of the blankets."""
    if done.proposal:
        what = {"what": done.proposal.get_kind_display()}
        return _("No room holds everyone. Proposed: %(what)s. Ask them, then answer.") % what
    return " ".join([_beds(done), *_blankets(done.blankets)])


def _beds(done: Welcomed) -> str:
    rooms = sorted({stay.bed.room.code for stay in done.stays})
    if len(done.stays) == 1:
        bed = done.stays[0].bed
        return _("Inside. Room %(room)s, bed %(bed)s.") % {"room": bed.room.code, "bed": bed.label}
    return _("Everyone is inside: %(n)s beds. Rooms: %(rooms)s.") % {"n": len(done.stays), "rooms": ", ".join(rooms)}


def _blankets(blankets: list[Blanket]) -> list[str]:
    given = blankets.count(Blanket.GIVEN)
    said = [ngettext("%(n)s blanket given.", "%(n)s blankets given.", given) % {"n": given}] if given else []
    others = [blanket for blanket in Blanket if blanket in blankets and blanket != Blanket.GIVEN]
    return said + [str(blanket.label) for blanket in others if blanket != Blanket.NOT_KEPT]
