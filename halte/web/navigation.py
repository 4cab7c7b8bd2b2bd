"""The doors of the house that a person may open, shown as one row of links."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise


@dataclass(frozen=True)
class NavItem:
    """One link of the navigation; whoever composes the pages decides who sees which.

    Args:
        press: Not a link but a press: a form that acts at once and leads to the address.
    """

    label: StrOrPromise
    url: str
    pictogram: str
    current: bool = False
    press: bool = False
