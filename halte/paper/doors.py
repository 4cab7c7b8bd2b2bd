"""Who may do what with paper."""

from halte.accounts.actor import Actor
from halte.accounts.roles import NIGHT_DESK
from halte.nights.doors import AT_THE_DOOR

CATCHES_UP = AT_THE_DOOR
"""Whoever may do at the door what stands on paper enters it; who sleeps where is the night desk's to decide."""


def of_colleagues(actor: Actor) -> list[str]:
    """The services whose acts this person may take back though a colleague did them."""
    return ["paper"] if actor.may(NIGHT_DESK) else []
