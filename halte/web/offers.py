"""How a service shows itself to the desk: what this guest may have here, now, and why not."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise


class Tone(TextChoices):
    """What a pill says before it is read."""

    GO = "go", _("possible now")
    WAIT = "wait", _("waiting")
    OK = "ok", _("done")
    BAD = "bad", _("danger")


@dataclass(frozen=True)
class Pill:
    """A few words in a rounded field, coloured by their tone."""

    tone: str
    text: StrOrPromise
    pictogram: str = ""


@dataclass(frozen=True)
class OfferAction:
    """One large button: a POST form to the view of the app that owns the act.

    Args:
        fields: Hidden values posted with the retry key; never a name or free text.
        why_not: Shown in place of the button when the act is not possible now.
        opens: The button is a link that opens a page and changes nothing.
        does: A name by which the desk finds the act, when it does more with the same press.
    """

    label: StrOrPromise
    url: str
    fields: dict[str, str] = field(default_factory=dict)
    possible: bool = True
    why_not: StrOrPromise = ""
    opens: bool = False
    does: str = ""


MOST_BUTTONS = 4
"""A tile with more is not read at a glance: what is pressed less is one press further away."""


@dataclass(frozen=True)
class Offer:
    """One tile of the desk's panel.

    Args:
        service: The code of the service, the same as its app or slot kind.
        pictogram: A name out of `halte.web.pictograms`.
        lines: What is true now, in short sentences.
        order: Tiles stand in this order, the lowest first.
    """

    service: str
    title: StrOrPromise
    pictogram: str
    lines: list[StrOrPromise] = field(default_factory=list)
    pill: Pill | None = None
    actions: list[OfferAction] = field(default_factory=list)
    order: int = 100

    @property
    def at_hand(self) -> list[OfferAction]:
        """The buttons that stand on the tile, the first being the one that is pressed most."""
        return self.actions if len(self.actions) <= MOST_BUTTONS else self.actions[: MOST_BUTTONS - 1]

    @property
    def folded(self) -> list[OfferAction]:
        """The buttons behind "More"."""
        return self.actions[len(self.at_hand) :]
