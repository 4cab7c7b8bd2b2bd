"""What every screen has at hand, and what it watches, for the base page."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import SimpleLazyObject
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from halte.accounts.actor import Actor
from halte.emergency.queries import ticket_of
from halte.emergency.whose import asker
from halte.sites.models import Site
from halte.web.navigation import NavItem


@dataclass(frozen=True)
class Watch:
    """What a screen asks for every second and a half, and where it goes then.

    Args:
        rest: Where a page that shows people goes when the shutter closes; empty for a page that shows nobody.
        back: Where the page that rests goes when the shutter opens.
    """

    url: str
    rest: str = ""
    back: str = ""
    script: str = "emergency/watch.js"


def at_hand(request: HttpRequest) -> dict[str, Any]:
    """Four things in one tap, and what to watch. Nothing is looked up for a page that shows neither."""
    found = SimpleLazyObject(lambda: _Found(asker(request)))
    return {
        "at_hand": SimpleLazyObject(lambda: _items(request, found.actor)),
        "watch": SimpleLazyObject(lambda: _watch(request, found.actor)),
    }


@dataclass(frozen=True)
class _Found:
    actor: Actor | None


def _items(request: HttpRequest, actor: Actor | None) -> list[NavItem]:
    """Help and the shutter are a press where the house is known; elsewhere they lead to their pages."""
    known = actor is not None
    said = f"{reverse('complaints:say')}?site={actor.site.code}" if actor else reverse("complaints:say")
    items = [
        (_("Call help"), reverse("emergency:help"), "siren", known),
        (_("Interpreter now"), reverse("emergency:interpreter"), "interpreter", False),
        (_("Visitor with a paper"), reverse("emergency:visitor"), "paper", known),
        (_("Say it"), said, "speak", False),
    ]
    return [
        NavItem(label=label, url=url, pictogram=sign, current=request.path == url.partition("?")[0], press=press)
        for label, url, sign, press in items
    ]


def _watch(request: HttpRequest, actor: Actor | None) -> Watch | None:
    if actor is None:
        return None
    return watch_of(request, actor.site)


def watch_of(request: HttpRequest, site: Site) -> Watch:
    """What a screen of a house watches."""
    url = f"{reverse('emergency:seen', args=[ticket_of(site)])}?in={get_language()}"
    rests = request.path == reverse("emergency:rest")
    covers = getattr(request, "shows_people", False)
    return Watch(
        url, rest=reverse("emergency:rest") if covers else "", back=reverse("desk:front_door") if rests else ""
    )
