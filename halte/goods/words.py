"""How goods are spoken of: days ago, days left."""

from django.utils.formats import time_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from halte.goods.distributions import Announced
from halte.goods.models import Kind
from halte.web.offers import Pill, Tone

SOON = 3
"""From this many days on, a stock waits for a delivery."""


def ago(days: int) -> str:
    """Today, yesterday, 9 days ago."""
    if days == 0:
        return _("today")
    if days == 1:
        return _("yesterday")
    return ngettext("%(n)s day ago", "%(n)s days ago", days) % {"n": days}


def last(kind: Kind, days: int) -> str:
    """When a guest last got one."""
    if kind.code == "blanket":
        return _("Last blanket %(ago)s.") % {"ago": ago(days)}
    return _("%(thing)s %(ago)s.") % {"thing": kind.name, "ago": ago(days)}


def give(kind: Kind) -> str:
    """What the button says."""
    return _("Give a blanket") if kind.code == "blanket" else _("Give: %(thing)s") % {"thing": kind.name}


def give_lost(kind: Kind) -> str:
    """What the button says that gives another one after a loss."""
    if kind.code == "blanket":
        return _("Give a blanket: it was lost")
    return _("Give: %(thing)s, it was lost") % {"thing": kind.name}


def lasts(balance: int, days_left: int | None) -> Pill | None:
    """For how long a stock lasts, in a pill; nothing while none of it is given."""
    if balance == 0:
        return Pill(Tone.BAD, _("none left"))
    if days_left is None:
        return None
    words = ngettext("%(n)s day left", "%(n)s days left", days_left) % {"n": days_left}
    return Pill(Tone.WAIT if days_left <= SOON else Tone.OK, words)


def left(told: Announced) -> str:
    """What is told of a distribution, in a line."""
    said = {"thing": told.thing, "left": told.left, "time": time_format(told.starts_at, "H:i"), "place": told.place}
    if told.all_taken:
        return _("%(thing)s, %(time)s %(place)s: every number is taken.") % said
    return _("%(thing)s, %(time)s %(place)s: %(left)s left.") % said


def number(told: Announced) -> str:
    """What the button says that gives the next number."""
    return _("Number for: %(thing)s") % {"thing": told.thing}
