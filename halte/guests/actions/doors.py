"""The last door of every act about a card."""

from halte.accounts.actor import Actor
from halte.guests.models import Group, Guest
from halte.guests.refusals import GuestElsewhere


def check_here(actor: Actor, *rows: Guest | Group) -> None:
    """The last door: a card or group of another site is as unknown here as one that never was."""
    if any(row.site_id != actor.site_id for row in rows):
        raise GuestElsewhere
