"""The doors of the house that a person may open."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from halte.accounts import roles
from halte.accounts.actor import Actor
from halte.web.navigation import NavItem

DOORS = [
    (roles.DESK, _("Desk"), "desk:home", "door"),
    (roles.DESK, _("Today"), "visits:today", "sun"),
    (roles.DESK, _("Night"), "nights:tonight", "bed"),
    (roles.DESK, _("Paper"), "paper:home", "paper"),
    (roles.GOODS, _("Goods"), "goods:stock", "coat"),
    (roles.ADVICE, _("Advice"), "advice:today", "talk"),
    (roles.MATCH, _("Messages"), "tracing:to_match", "search"),
    (roles.FIELD, _("Outreach"), "outreach:rounds", "map"),
    (roles.MANAGE, _("Site"), "sites:overview", "home"),
    (roles.LEAD, _("Shift"), "accounts:shift", "qr"),
    (roles.MANAGE, _("Team"), "accounts:team", "people"),
    (roles.NUMBERS, _("Numbers"), "reports:overview", "chart"),
    (roles.GOVERN, _("Proposals"), "governance:proposals", "scale"),
    (roles.MONEY_SEEN, _("Costs"), "funding:overview", "euro"),
    (roles.GUIDE, _("Write the guide"), "editing:desk", "shield"),
    (roles.TALKS, _("Talks"), "talks:home", "speak"),
    (roles.EVERYONE, _("Guide"), "rights:languages", "shield"),
]
"""Who sees which link: roles, words, address, pictogram. The page itself asks again."""


def navigation(request: HttpRequest) -> dict[str, Any]:
    """The links of whoever asks, where a guarded view found an actor."""
    actor: Actor | None = getattr(request, "actor", None)
    if actor is None:
        return {}
    items = [
        NavItem(label=label, url=url, pictogram=pictogram, current=url != "/" and request.path.startswith(url))
        for allowed, label, name, pictogram in DOORS
        if actor.may(allowed) and (url := reverse(name))
    ]
    return {"navigation": items}


def first_page(actor: Actor) -> str:
    """The page where this person's work begins."""
    return next(reverse(name) for allowed, _label, name, _pictogram in DOORS if actor.may(allowed))
