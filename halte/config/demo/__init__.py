"""The demo: Calais on one cold evening. Everybody in it is invented, and no guest has a name."""

import json
import os
import secrets
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from django.conf import settings

if TYPE_CHECKING:
    from halte.config.demo.staff import StaffPlan
    from halte.config.demo.world import World

SIGN_INS = "sign-ins.json"


@dataclass(frozen=True)
class SignIn:
    """One sign-in of the demo: invented name, random password, and where to look first."""

    role: str
    sign_in_name: str
    password: str
    site: str
    page: str


def load(*, at: datetime, seed: int = 2014, one_in: int = 1) -> "World":
    """The demo's world stands in an empty database, with its register of acts; the sign-ins lie in the data folder.

    Keeps:
        The same seed on the same day gives the same houses, cards, visits and nights.

    Args:
        at: The moment of loading: two weeks of history lead up to it.
        one_in: A smaller world for tests: one guest in so many.
    """
    from halte.config.demo.loading import load_world

    passwords = {person.sign_in_name: _password() for person in _staff()}
    world = load_world(at=at, seed=seed, passwords=passwords, one_in=one_in)
    _write_down(passwords)
    return world


def sign_ins() -> list[SignIn]:
    """One sign-in per role, as they were written down when the demo was loaded."""
    return [SignIn(**entry) for entry in json.loads(_file().read_text())]


def _staff() -> "tuple[StaffPlan, ...]":
    from halte.config.demo.staff import STAFF

    return STAFF


def _password() -> str:
    """Three groups of four letters that are hard to mix up."""
    return "-".join("".join(secrets.choice("abcdefghjkmnpqrstuvwxyz") for _letter in range(4)) for _group in range(3))


def _write_down(passwords: dict[str, str]) -> None:
    from halte.config.demo.places import sites

    names = {site.code: site.name for site in sites()}
    people = [
        SignIn(str(person.role), person.sign_in_name, passwords[person.sign_in_name], names[person.site], person.page)
        for person in _staff()
    ]
    descriptor = os.open(_file(), os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "w") as file:
        json.dump([asdict(person) for person in people], file, indent=1)


def _file() -> Path:
    data: Path = settings.DATA
    return data / SIGN_INS
