"""One of the processes that ask: a demo house of its own, and one address in so many."""

import argparse
import logging
import os
import sys
from dataclasses import dataclass

from tests.hostile.figures import Figures


@dataclass
class Played:
    """What one process asked, and what came of it."""

    figures: Figures
    drawn: int
    opened: int
    caught: dict[str, bool]

    def __add__(self, other: "Played") -> "Played":
        self.figures.add(other.figures)
        caught = self.caught | {name: seen and self.caught.get(name, True) for name, seen in other.caught.items()}
        return Played(self.figures, self.drawn + other.drawn, self.opened + other.opened, caught)


def play(options: argparse.Namespace, part: int) -> Played:
    """One address in so many as there are processes, in a house of this process's own."""
    _open_here()
    from django.utils import timezone

    from halte.config import demo
    from halte.sites.models import Site, SiteKind
    from tests.guards import rows
    from tests.guards.addresses import addresses
    from tests.hostile import asking, controls, programs
    from tests.hostile.house import House, another_room, taken_back
    from tests.hostile.values import TEXTS
    from tools.hostile import browsing, drawing

    played = Played(Figures(), 0, 0, {})
    figures = played.figures
    rows.room = another_room
    pages = [one for one in addresses() if options.only in one.name and not one.is_api]
    names = [name for name in TEXTS if options.values in name] if options.values else None
    everything = not (options.only or options.values)
    with taken_back():
        demo.load(at=timezone.now(), one_in=20)
        house = House(Site.objects.filter(kind=SiteKind.HOSTEL).order_by("code")[0])
        for address in pages[part :: options.processes]:
            drawn = drawing.draw(house, address, options.examples)
            played.drawn += drawn.cases
            for one in (asking.attack(house, address, names, one_in=options.one_in), drawn):
                figures.add(one)
                _tell([f"{name}: {why}" for name, why in one.wrong.items()][:3])
            _tell([f"{figures.cases:>7,}  {len(figures.wrong):>4}  {address}"])
        if everything and part == 0:
            figures.add(programs.attack_headers(house, one_in=options.one_in))
        if everything and part == options.processes - 1:
            figures.add(programs.attack_api(house, one_in=options.one_in))
        if part == 0:
            figures.wrong |= controls.exports(house)
            played.caught = controls.caught(house)
    played.opened, alive = browsing.opened(figures.pages)
    figures.wrong |= alive
    if everything and figures.pages:
        played.caught["a page with unescaped markup, in Chromium"] = browsing.control_is_caught(figures.pages)
    figures.pages = {}
    return played


def _open_here() -> None:
    import tests.environment  # noqa: F401 - a folder and a key of its own

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "halte.config.settings")
    import django
    from django.test.runner import DiscoverRunner
    from django.test.utils import setup_test_environment

    django.setup()
    setup_test_environment()
    logging.disable(logging.CRITICAL)
    DiscoverRunner(verbosity=0, interactive=False).setup_databases()


def _tell(lines: list[str]) -> None:
    for line in lines:
        print(line, file=sys.stderr, flush=True)
