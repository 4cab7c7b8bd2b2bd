"""One press covers every screen of a house, and a colleague opens them."""

from datetime import datetime, timedelta

from halte import journal
from halte.common.refusal import refusing
from halte.common.retry import RetryKey
from halte.sites.actions.refusals import OpenedJustNow, ScreensOpen, ScreensRest
from halte.sites.doors import SiteActor
from halte.sites.models import (
    Shutter,
)

HALL_WAITS = timedelta(minutes=10)
"""So long the screens stay open after a colleague opened them, whoever plays with the machine in the hall."""


def close_shutter(*, actor: SiteActor, at: datetime, key: RetryKey) -> Shutter:
    """No screen of the site shows people any more, until somebody of the house opens them.

    Raises:
        ScreensRest: They rest already.
    """
    with (
        refusing({"one_shutter_at_a_time": ScreensRest}),
        journal.act(actor=actor, at=at, key=key, kind="sites.shutter_closed") as act,
    ):
        made: Shutter = Shutter.objects.create(site=actor.site, closed_at=at, closed_by=actor.id)
        act.results(shutter=made.id.hex)
    return made


def close_shutter_from_hall(*, actor: SiteActor, at: datetime, key: RetryKey) -> Shutter:
    """The same, pressed on the machine in the hall, where anybody presses.

    Raises:
        OpenedJustNow: A colleague opened the screens less than ten minutes ago after a press on this machine.
        ScreensRest: They rest already.
    """
    again = Shutter.objects.seen_by(actor).filter(closed_by=actor.id, opened_at__gt=at - HALL_WAITS)
    if again.exists():
        raise OpenedJustNow
    return close_shutter(actor=actor, at=at, key=key)


def open_shutter(*, actor: SiteActor, at: datetime, key: RetryKey) -> None:
    """The screens of the site show people again.

    Raises:
        ScreensOpen: They do already.
    """
    with journal.act(actor=actor, at=at, key=key, kind="sites.shutter_opened"):
        if not Shutter.objects.seen_by(actor).filter(opened_at__isnull=True).update(opened_at=at):
            raise ScreensOpen
