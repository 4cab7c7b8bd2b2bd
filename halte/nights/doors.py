"""Who may do what at night."""

from halte.accounts.roles import NIGHT_DESK, Role

AT_THE_DOOR = NIGHT_DESK | {Role.GREETER}
"""Whoever greets at the door gives beds, too; moving, swapping, freeing and families' rooms are the night desk's."""
