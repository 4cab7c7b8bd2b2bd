"""Opening is a line: the register says that the house was opened, and that a panic had been, when.

Keeps:
    After a panic no sign-in from before is left, and every house of the data has its hours and what was pressed.
    Killed in between, the next opening goes on: no site has one panic twice.
"""

import sys
from datetime import datetime
from pathlib import Path
from uuid import UUID

from django.contrib.sessions.models import Session
from django.db import DatabaseError
from django.utils import timezone

from halte import journal
from halte.accounts.actor import Actor
from halte.common.retry import RetryKey
from halte.config import numbered_beds
from halte.config.numbered_beds import Press
from halte.config.unusable import Unusable
from halte.journal.canonical import moment
from halte.paper import actions as paper
from halte.paper.models import PanicHours
from halte.sites.models import Room, Site


def opened(data: Path) -> None:
    """The house is being opened: a line, and the end of a panic if one had been.

    Raises:
        Unusable: A panic had been, and its end cannot be written: sign-ins from before would go on.
    """
    at = timezone.now()
    since, presses = numbered_beds.read(data)
    try:
        if since is not None:
            _end_panic(since, presses, at)
        _write_line(since, at)
    except DatabaseError as error:
        if since is not None:
            raise Unusable(
                f"The end of the panic could not be written ({error}): free some space, then start again."
            ) from error
        # A full disk does not keep the door shut.
        print(f"The register could not say that the house was opened ({error}).", file=sys.stderr, flush=True)
    if since is not None:
        numbered_beds.end(data)
        print(f"A panic had been since {since:%Y-%m-%d %H:%M} UTC: everybody signs in again.", flush=True)


def _write_line(since: datetime | None, at: datetime) -> None:
    network = Actor.system(Site(id=UUID(int=journal.NETWORK.int)))
    with journal.act(actor=network, at=at, key=RetryKey.new(), kind="house.opened") as act:
        if since is not None:
            Session.objects.all().delete()
            act.about(panic=moment(since)[:19])


def _end_panic(since: datetime, presses: list[Press], at: datetime) -> None:
    sites = list(Site.objects.order_by("code"))
    for site in sites:
        actor = Actor.system(site)
        if PanicHours.objects.seen_by(actor).filter(began_at=since).exists():
            continue
        rooms = {
            numbered_beds.name(site.name, code, alone=len(sites) == 1): code
            for code in Room.objects.seen_by(actor).values_list("code", flat=True)
        }
        pressed = [(one.at, rooms[one.room], one.bed, one.state) for one in presses if one.room in rooms]
        paper.end_panic(actor=actor, began_at=since, pressed=pressed, at=at, key=RetryKey.new())
