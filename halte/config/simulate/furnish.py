"""Makes an empty hostel in a new data folder, for one simulated evening. Run as a program of its own.

It prints what the desks need to know as one JSON object: tokens, a sign-in, and the families' identifiers.
"""

import argparse
import json
import secrets
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from halte.config.commands import init
from halte.config.folder import DEMO_KEY, DEMO_MARK, DataFolder
from halte.config.simulate.arrivals import Party, parties

if TYPE_CHECKING:
    from halte.config.demo.world import World

BLANKETS = 0.95
"""Blankets for so many of the guests: the last ones are told why there is none."""


def main() -> int:
    """Make the folder and print what it holds."""
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path)
    for name in ("--guests", "--desks", "--seed"):
        parser.add_argument(name, type=int, required=True)
    options = parser.parse_args()
    with init.a_new_folder(DataFolder(options.folder, options.folder / DEMO_KEY), key_inside=True) as made:
        told = furnish(parties(options.guests, options.seed), desks=options.desks, seed=options.seed)
        (made.path / DEMO_MARK).write_text("A simulated evening: nobody in it exists.\n")
    json.dump(told, sys.stdout)
    return 0


def furnish(coming: tuple[Party, ...], *, desks: int, seed: int) -> dict[str, Any]:
    """Rooms, beds, staff, devices, blankets, and the cards that the house has seen before."""
    from django.db import transaction
    from django.utils import timezone

    from halte.common.models import JobRun
    from halte.config.demo import houses
    from halte.config.demo.loading import without_waiting_for_the_disk
    from halte.config.demo.places import HOSTEL
    from halte.config.demo.world import World
    from halte.config.ready import DEMO_JOB

    now = timezone.now()
    world = World(at=now, seed=seed)
    password = secrets.token_urlsafe(12)
    with without_waiting_for_the_disk():
        with transaction.atomic():
            houses.build(world, {"bruno": password})
        world.sites[HOSTEL].opened_on = now.date()
        world.sites[HOSTEL].save()
        _blankets(world, round(sum(len(party.members) for party in coming) * BLANKETS))
        tokens = [_token(world, number) for number in range(desks)]
        families = _known(world, coming)
        JobRun.objects.create(job=DEMO_JOB, due=now, taken_at=now, done_at=now)
    night = world.sites[HOSTEL].tonight(now).isoformat()
    return {"tokens": tokens, "sign_in": ["bruno", password], "night": night, "families": families}


def _blankets(world: "World", number: int) -> None:
    from halte.common.retry import RetryKey
    from halte.config.demo.places import HOSTEL
    from halte.goods import actions
    from halte.goods.models import Variant

    keeper = world.managers[HOSTEL]
    actions.add_usual_kinds(actor=keeper, at=world.at, key=RetryKey.new())
    blanket = Variant.objects.select_related("kind").get(kind__code="blanket")
    actions.receive(actor=keeper, variant=blanket, quantity=max(number, 1), at=world.at, key=RetryKey.new())


def _token(world: "World", number: int) -> str:
    from halte.accounts import actions
    from halte.accounts.actor import Actor
    from halte.accounts.models import DeviceKind
    from halte.accounts.roles import Role
    from halte.common.retry import RetryKey
    from halte.config.demo.places import HOSTEL

    _device, token = actions.register_device(
        actor=Actor.system(world.sites[HOSTEL]),
        label=f"Desk {number + 1}",
        kind=DeviceKind.TABLET,
        roles=[Role.GREETER, Role.NIGHT_HOST],
        at=world.at,
        key=RetryKey.new(),
    )
    return token


def _known(world: "World", coming: tuple[Party, ...]) -> dict[str, dict[str, Any]]:
    """The cards that are not blank; families with their group."""
    from halte.common.retry import RetryKey
    from halte.guests import actions

    host = world.staff["bruno"]
    families = {}
    for party in coming:
        guests = [
            actions.make_card(actor=host, at=world.at, key=RetryKey.new(), secret=comer.secret, counted=comer.counted)[
                0
            ]
            for comer in party.members
            if comer.known
        ]
        if party.is_family:
            group = actions.keep_together(
                actor=host, guests=guests, is_family=True, at=world.at, key=RetryKey.new(), agreed_neighbouring=True
            )
            families[str(party.number)] = {"group": str(group.id), "guests": [str(guest.id) for guest in guests]}
    return families


if __name__ == "__main__":
    sys.exit(main())
