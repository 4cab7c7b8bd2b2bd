"""What a desk does in one short evening, over the API and the pages, and what is looked at afterwards.

Both run inside a process that has Django on one data folder.
"""

import json
import uuid
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from halte.common.ids import ALPHABET

SEED = uuid.UUID("6f1f0000-0000-4000-8000-000000000000")
PLAIN_SENTENCES = ("Nothing was saved", "Something broke on our side")
WHY = "the fault suite looks at its own house"


@dataclass(frozen=True)
class Told:
    """What the desk knows of the house: a device's token, a host's session, the night, and how many will come."""

    token: str
    cookies: dict[str, str]
    night: str
    guests: int = 3


@dataclass(frozen=True)
class Saved:
    """One act that was answered as saved: its retry key, and the row it made (empty for a count)."""

    what: str
    key: str
    made: str


@dataclass(frozen=True)
class Look:
    """What is found afterwards, by somebody who opens the house again."""

    integrity: str
    chain_breaks: int
    lost: int
    double_beds: int
    double_guests: int
    again: int
    """How many acts of the evening, pressed again with their own keys, were not answered as saved."""
    readable: bool

    @property
    def holds(self) -> bool:
        """Whether every promise held."""
        counted = (self.chain_breaks, self.lost, self.double_beds, self.double_guests, self.again)
        return self.integrity == "ok" and not any(counted) and self.readable


def play(told: Told, say: Callable[[Saved], None], wrong: Callable[[int, str], None]) -> None:
    """Cards, arrivals, beds, blankets, meals. `say` hears each act that was answered as saved, `wrong` each other.

    The same cards and the same retry keys on every run, so that playing again is pressing again.
    """
    number = 0
    for one in range(told.guests):
        secret, guest = _card(one), ""
        for what, path, body in (
            ("card", "/cards", {"secret": secret, "counted": "man"}),
            ("visit", "/visits", {"code": secret}),
            ("stay", "/nights/stays", {"night": told.night, "arrived": True}),
            ("given", "/goods/given", {"code": secret, "kind": "blanket"}),
            ("count", "/counts/services", {"service": "meal", "n": 2}),
        ):
            number += 1
            key = str(uuid.uuid5(SEED, f"act {number}"))
            status, found = ask(told, path, body | ({"guest": guest} if what == "stay" else {}), key)
            if status not in {200, 201}:
                wrong(status, str(found.get("message", "")))
                continue
            guest = found["id"] if what == "card" else guest
            say(Saved(what, key, "" if what == "count" else str(found["id"])))


def look(told: Told, saved: list[Saved]) -> Look:
    """Open the house again: is everything whole, is what was called saved there, does the door work?"""
    from django.db import connection
    from django.db.models import Count

    from halte.journal.checking import breaks
    from halte.nights.models import Stay

    live = Stay.objects.everywhere(because=WHY).filter(ended_at__isnull=True)
    again: list[int] = []
    found = Look(
        integrity=_integrity(connection),
        chain_breaks=sum(1 for _one in breaks()),
        lost=sum(not _stands(one) for one in saved),
        double_beds=live.values("bed", "night").annotate(n=Count("id")).filter(n__gt=1).count(),
        double_guests=live.values("guest", "night").annotate(n=Count("id")).filter(n__gt=1).count(),
        again=0,
        readable=page(told)[0] == 200,
    )
    play(told, lambda _saved: None, lambda status, _sentence: again.append(status))
    doubles = live.values("bed", "night").annotate(n=Count("id")).filter(n__gt=1).count()
    return Look(**(vars(found) | {"again": len(again), "double_beds": found.double_beds + doubles}))


def page(told: Told) -> tuple[int, str]:
    """The desk, as a host sees it: status and text."""
    browser = _browser(told)
    answer = browser.get("/desk/", HTTP_ACCEPT_LANGUAGE="en")
    return answer.status_code, answer.content.decode()


def ask(told: Told, path: str, body: dict[str, Any], key: str) -> tuple[int, dict[str, Any]]:
    """One call of the API: its status, and what it said."""
    answer = _browser(told).post(
        f"/api/v1{path}",
        json.dumps(body),
        content_type="application/json",
        HTTP_AUTHORIZATION=f"Bearer {told.token}",
        HTTP_IDEMPOTENCY_KEY=key,
    )
    try:
        found = json.loads(answer.content)
    except ValueError:
        found = {"message": answer.content.decode(errors="replace")}
    return answer.status_code, found


def _browser(told: Told) -> Any:
    from django.db import close_old_connections
    from django.test import Client

    close_old_connections()  # as a server does before each request, and Django's client for tests does not
    browser = Client(raise_request_exception=False)
    for name, value in told.cookies.items():
        browser.cookies[name] = value
    return browser


def _card(number: int) -> str:
    """A card's secret of the evening: 128 bits in the alphabet of cards."""
    value, characters = uuid.uuid5(SEED, f"card {number}").int, ""
    for _place in range(26):
        value, digit = divmod(value, 32)
        characters = ALPHABET[digit] + characters
    return characters


def _integrity(connection: Any) -> str:
    if connection.vendor != "sqlite":
        return "ok"
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA integrity_check")
        said = "; ".join(str(row[0]) for row in cursor.fetchall())
        # It reads the file alone: a page torn while the log was brought into it still stands whole in the log.
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        cursor.execute("PRAGMA cipher_integrity_check")
        torn = "; ".join(str(row[0]) for row in cursor.fetchall())
    return torn or said


def _stands(act: Saved) -> bool:
    """Whether the register has the act, and the database what it made."""
    from halte.goods.models import Given
    from halte.guests.models import Guest
    from halte.journal.models import Retry
    from halte.nights.models import Stay
    from halte.visits.models import Visit

    if not Retry.objects.filter(value=act.key).exists():
        return False
    models: dict[str, Any] = {"card": Guest, "visit": Visit, "stay": Stay, "given": Given}
    if act.what not in models:
        return True
    return bool(models[act.what].objects.everywhere(because=WHY).filter(pk=act.made).exists())
