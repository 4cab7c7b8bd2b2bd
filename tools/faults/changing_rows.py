"""The data key of a house on PostgreSQL is changed, and the process dies at each line of it; then it is run again.

A program of its own, on a database that `halte init` made: prints what it found as JSON, a line for each place.
"""

import json
import os
import shutil
import signal
import sys
from collections.abc import Callable
from contextlib import nullcontext
from pathlib import Path
from typing import Any
from unittest.mock import Mock, patch
from uuid import UUID

from halte.common import keys
from halte.config import rotating
from halte.config.folder import DataFolder
from halte.config.unusable import Unusable
from tools.faults.child import in_child

STEPS_IN = {rotating.__file__, str(Path(rotating.__file__).with_name("keyring.py")), keys.__file__}


def main() -> int:
    """Change the key of the house in a folder (`data`, `stick/old`), killed at lines of what changes it."""
    folder, asked = Path(sys.argv[1]), json.loads(sys.argv[2])
    house = DataFolder(folder / "data", folder / "stick" / "old")
    house.start_django()
    if asked["unsafe"]:
        _without_the_transaction()
    from django.db import connection

    template = connection.settings_dict["NAME"]
    put_in = _in_child(_furnish)
    at, went_on = asked["first"], True
    while went_on:
        work = _fresh(folder, template)
        went_on = not _in_child(lambda at=at, work=work: _change(work, at))
        after = _in_child(lambda work=work: _look(work, put_in))
        again = _in_child(lambda work=work: _change(work, 0))
        then = _in_child(lambda work=work: _look(work, put_in))
        print(json.dumps({"at": at, "opens": after, "finished": bool(again), "then": then}), flush=True)
        at += asked["each"]
    return 0


def held(one: dict[str, Any]) -> bool:
    """One key alone opens, a change is written down once, and what was made under the first key goes on."""
    after, then = one["opens"], one["then"]
    whole: bool = after["goes_on"] and after["by"] == (["new"] if after["lines"] else ["old"])
    return whole and one["finished"] and then == {"by": ["new"], "lines": 1, "goes_on": True}


def _fresh(folder: Path, template: str) -> Path:
    from django.db import connection

    work = folder / "work"
    shutil.rmtree(work, ignore_errors=True)
    for name in ("data", "stick"):
        shutil.copytree(folder / name, work / name)
    connection.settings_dict["NAME"] = "postgres"
    with connection.cursor() as cursor:
        cursor.execute('DROP DATABASE IF EXISTS "halte_work"')
        cursor.execute(f'CREATE DATABASE "halte_work" TEMPLATE "{template}"')
    connection.close()
    connection.settings_dict["NAME"] = "halte_work"
    return work


def _change(work: Path, at: int) -> list[str]:
    seen = 0

    def step(_frame: Any, event: str, _what: Any) -> Any:
        nonlocal seen
        seen += event == "line"
        if seen == at:
            os.kill(os.getpid(), signal.SIGKILL)
        return step

    if at:
        sys.settrace(lambda frame, _event, _what: step if frame.f_code.co_filename in STEPS_IN else None)
    return rotating.rotate(DataFolder(work / "data", work / "stick" / "old"), work / "stick" / "new")


def _furnish() -> dict[str, str]:
    """A card, a badge and a box, made under the first key."""
    from django.utils import timezone

    from halte.accounts.actions import make_badge
    from halte.accounts.actor import Actor
    from halte.common.retry import RetryKey
    from halte.complaints import box
    from halte.config import keyring
    from halte.guests.actions import make_card
    from halte.sites.models import Site

    keyring.load()
    actor, now = Actor.system(Site.objects.get()), timezone.now()
    guest, secret = make_card(actor=actor, at=now, key=RetryKey.new())
    badge = make_badge(actor=actor, at=now, key=RetryKey.new())
    said = UUID(int=1)
    return {
        "card": secret,
        "guest": guest.id.hex,
        "spoken": guest.spoken,
        "badge": badge.badge.id.hex,
        "digits": badge.digits,
        "box": box.closed(said, "words", b"cold").hex(),
    }


def _goes_on(put_in: dict[str, str]) -> bool:
    from halte.accounts.actions.tokens import digits_key
    from halte.accounts.actor import Actor
    from halte.accounts.models import Badge
    from halte.complaints import box
    from halte.guests import queries
    from halte.sites.models import Site

    actor = Actor.system(Site.objects.get())
    badge = Badge.objects.seen_by(actor).get()
    guest = queries.by_secret(actor, put_in["card"])
    return (
        guest is not None
        and (guest.id.hex, guest.spoken) == (put_in["guest"], put_in["spoken"])
        and queries.by_spoken(actor, put_in["spoken"]).id == guest.id
        and badge.digits_key == digits_key(actor.site, badge.id, put_in["digits"])
        and box.opened(UUID(int=1), "words", bytes.fromhex(put_in["box"])) == b"cold"
    )


def _look(work: Path, put_in: dict[str, str]) -> dict[str, Any]:
    """Which keys open the data, how often the change is written down, and whether what was made before goes on."""
    from halte.config import keyring
    from halte.journal.models import Line

    opened_by, goes_on = [], True
    for name in ("old", "new"):
        try:
            keys.give(keys.read(work / "stick" / name))
            keyring.load()
        except (keys.KeyMissing, Unusable):
            continue
        opened_by.append(name)
        goes_on = goes_on and _goes_on(put_in)
    lines = Line.objects.filter(kind="keys.changed").count()
    return {"by": opened_by, "lines": lines, "goes_on": goes_on}


def _without_the_transaction() -> None:
    """The control: the list of keys is written, and then the line in the register."""
    from django.utils import timezone

    from halte import journal
    from halte.accounts.actor import Actor
    from halte.common.retry import RetryKey
    from halte.sites.models import Site

    together, act = rotating._write_down, journal.act

    def one_after_the_other(old: bytes, new: bytes) -> None:
        with patch.object(journal, "act", lambda **_of: nullcontext(Mock())):
            together(old, new)
        network = Actor.system(Site(id=UUID(int=journal.NETWORK.int)))
        with act(actor=network, at=timezone.now(), key=RetryKey.new(), kind="keys.changed") as line:
            line.about(number=2)

    rotating._write_down = one_after_the_other


def _in_child(do: Callable[[], Any]) -> Any:
    """Run in a fork that opens the database by itself. Returns what it returned, None if it did not come to its end."""
    from django.db import connections

    connections.close_all()
    return next(iter(in_child(do, first=_hold_the_key)), None)


def _hold_the_key() -> None:
    """What the parent handed over stays the parent's."""
    key = keys.data_key()
    del os.environ["HALTE_KEY_FD"]
    keys.give(key)


if __name__ == "__main__":
    sys.exit(main())
