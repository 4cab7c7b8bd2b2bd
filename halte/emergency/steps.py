"""First steps while help is on its way, as every first aid course teaches them. The 15 says what comes next.

After: European Resuscitation Council, Guidelines 2021, basic life support and first aid.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise


@dataclass(frozen=True)
class Step:
    """One thing that may be wrong, and what to do until help comes."""

    pictogram: str
    what: StrOrPromise
    do: tuple[StrOrPromise, ...]


STEPS = (
    Step(
        "press",
        _("Does not breathe"),
        (
            _("Call the 15. Put the phone on loudspeaker."),
            _("Press hard and fast in the middle of the chest, twice a second, until they come."),
            _("Somebody fetches the defibrillator, if there is one near. It speaks and says what to do."),
        ),
    ),
    Step(
        "side",
        _("Breathes, and cannot be woken"),
        (_("Turn them on their side, mouth a little down."), _("Stay. If breathing stops: press the chest.")),
    ),
    Step(
        "drop",
        _("Bleeds much"),
        (_("Press hard on the wound with a clean cloth, and do not let go."), _("Lay them down. Keep them warm.")),
    ),
    Step(
        "snow",
        _("Very cold, shivers or no longer shivers"),
        (
            _("Bring them in, out of the wind. Take wet clothes off, put dry blankets on."),
            _("Warm slowly. Something warm and sweet to drink only if they are wide awake."),
            _("Lay them flat, move them gently, do not rub."),
        ),
    ),
    Step(
        "flame",
        _("Burnt"),
        (
            _("Cool water from the tap on the burn, for 20 minutes. No ice, no cream."),
            _("Take rings and watch off. Do not pull off what sticks."),
        ),
    ),
    Step(
        "shake",
        _("Has a seizure"),
        (
            _("Hold nothing down, put nothing into the mouth. Something soft under the head, hard things away."),
            _("When it ends: on their side. Look at the clock, and tell the 15 how long it lasted."),
        ),
    ),
)
