"""What staff and partners do. A role is held at one site, until a date."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Role(models.TextChoices):
    GREETER = "greeter", _("Greeter")
    NIGHT_HOST = "night_host", _("Night host")
    GOODS_KEEPER = "goods_keeper", _("Goods keeper")
    ADVISER = "adviser", _("Adviser")
    EDITOR = "editor", _("Editor")
    TRANSLATOR = "translator", _("Translator")
    MANAGER = "manager", _("Manager")
    COORDINATOR = "coordinator", _("Coordinator")
    TREASURER = "treasurer", _("Treasurer")
    AUTHORITY = "authority", _("Authority")
    FUNDER = "funder", _("Funder")
    SPEAKER = "speaker", _("Speaker")


DESK = frozenset({Role.GREETER, Role.NIGHT_HOST, Role.GOODS_KEEPER, Role.ADVISER, Role.MANAGER})
NIGHT_DESK = frozenset({Role.NIGHT_HOST, Role.MANAGER})
GOODS = frozenset({Role.GREETER, Role.NIGHT_HOST, Role.GOODS_KEEPER, Role.MANAGER})
STOCK = frozenset({Role.GOODS_KEEPER, Role.MANAGER})
ADVICE = frozenset({Role.ADVISER})
MATCH = frozenset({Role.ADVISER, Role.MANAGER})
FIELD = frozenset({Role.COORDINATOR, Role.MANAGER})
GUIDE = frozenset({Role.EDITOR, Role.TRANSLATOR})
MANAGE = frozenset({Role.MANAGER, Role.COORDINATOR})
MONEY = frozenset({Role.TREASURER})
MONEY_SEEN = frozenset({Role.TREASURER, Role.FUNDER, Role.COORDINATOR})
LEAD = frozenset({Role.NIGHT_HOST, Role.MANAGER, Role.COORDINATOR})
"""Who leads a shift: opens tablets and makes day badges."""
GOVERN = frozenset({Role.AUTHORITY, Role.COORDINATOR})
NUMBERS = frozenset({Role.MANAGER, Role.COORDINATOR, Role.TREASURER, Role.AUTHORITY, Role.FUNDER})
OUTSIDE = frozenset({Role.AUTHORITY, Role.FUNDER, Role.SPEAKER})
SPEAK = frozenset({Role.SPEAKER, Role.AUTHORITY})
"""Who offers a talk, signs its fact sheet and answers questions: officials, who see numbers and nobody."""
EVERYONE = frozenset(Role)
HOUSE = EVERYONE - OUTSIDE
"""Whoever works in the house: not those who decide or pay from outside, nor those who come to speak."""
TALKS = HOUSE | SPEAK
QUESTIONS = MANAGE | {Role.EDITOR}
"""Who reads what somebody asked before a speaker does."""

SECOND_FACTOR = frozenset({Role.ADVISER, Role.MANAGER, Role.COORDINATOR, Role.TREASURER}) | OUTSIDE
"""Who needs a passkey or a one-time code beside the password."""

_AT_A_TABLET = frozenset({Role.GREETER, Role.NIGHT_HOST, Role.GOODS_KEEPER})

_A_MANAGER_GIVES = EVERYONE - OUTSIDE - {Role.COORDINATOR, Role.TREASURER} | {Role.SPEAKER}


def given_by(roles: frozenset[Role]) -> frozenset[Role]:
    """The roles that someone may give and end: a manager those of the house, a coordinator all."""
    if Role.COORDINATOR in roles:
        return EVERYONE
    return _A_MANAGER_GIVES if Role.MANAGER in roles else frozenset()


def with_a_badge(roles: frozenset[Role]) -> frozenset[Role]:
    """What someone may do at a shared tablet with a day badge: the desk, never what needs a second factor.

    Who manages may stand in at any desk; everybody else whose work has a desk greets at least.
    """
    if Role.MANAGER in roles:
        return _AT_A_TABLET
    return roles & _AT_A_TABLET or (frozenset({Role.GREETER}) if roles & DESK else frozenset())
