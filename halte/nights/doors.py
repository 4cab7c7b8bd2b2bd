"""Who may do what at night."""

from halte.accounts.actor import Actor
from halte.accounts.roles import NIGHT_DESK, Role

AT_THE_DOOR = NIGHT_DESK | {Role.GREETER}
"""Whoever greets at the door gives beds, too; moving, swapping, freeing and families' rooms are the night desk's."""


def of_colleagues(actor: Actor) -> list[str]:
    """The services whose acts this person may take back on the board though a colleague did them."""
    return ["nights"] if actor.may(NIGHT_DESK) else []
