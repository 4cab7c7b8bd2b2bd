"""One desk as a process of its own: told on stdin what to try, it says on stdout what came of each try.

Only here, in the tests, can guards be taken away: nothing in Halte has a switch for that.
"""

import json
import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from datetime import date, datetime
from itertools import cycle
from pathlib import Path
from typing import Any
from uuid import UUID

import django
from django.conf import settings

Attempt = Callable[[Any], object]


def main() -> None:
    """Get ready, wait for the word, try everything in order, answer."""
    told = json.loads(sys.stdin.readline())
    settings.DATABASES["default"]["NAME"] = told["database"]
    django.setup()
    attempt = _desk(told)
    _say("ready")
    sys.stdin.readline()
    with _without_guards(told) if told["unguarded"] else nullcontext():
        outcomes = [_outcome(attempt, target) for target in told["targets"]]
    _say(json.dumps(outcomes))


def _say(words: str) -> None:
    sys.stdout.write(words + "\n")
    sys.stdout.flush()


def _outcome(attempt: Attempt, target: Any) -> str:
    from halte.common.refusal import Refusal

    try:
        attempt(target)
    except Refusal as refusal:
        return refusal.code
    except Exception as error:
        return f"error: {type(error).__name__}: {error}"
    return "won"


def _desk(told: dict[str, Any]) -> Attempt:
    from halte.accounts.actor import Actor
    from halte.common.retry import RetryKey
    from halte.guests.models import Guest
    from halte.sites.models import Site

    actor = Actor(id=UUID(told["actor"]), site=Site.objects.get(pk=told["site"]))
    guests = cycle(list(Guest.objects.filter(id__in=told["guests"]).select_related("site").order_by("id")))
    at = datetime.fromisoformat(told["at"])

    def attempt(target: Any) -> object:
        said = {"actor": actor, "guest": next(guests), "at": at, "key": RetryKey.new()}
        return RACES[told["race"]](said, target)

    return attempt


def _bed(said: dict[str, Any], target: dict[str, str]) -> object:
    from halte.nights.actions import give_bed
    from halte.sites.models import Bed

    bed = Bed.objects.select_related("room").get(pk=target["bed"])
    return give_bed(**said, night=date.fromisoformat(target["night"]), bed=bed)


def _shower(said: dict[str, Any], target: dict[str, Any]) -> object:
    from halte.visits.actions import give_slot
    from halte.visits.rules import Slot

    return give_slot(**said, slot=Slot(datetime.fromisoformat(target["starts_at"]), target["cabin"]))


def _blanket(said: dict[str, Any], target: str) -> object:
    from halte.goods.actions import give
    from halte.goods.models import Variant

    return give(**said, variant=Variant.objects.select_related("kind").get(pk=target))


RACES: dict[str, Callable[[dict[str, Any], Any], object]] = {"bed": _bed, "shower": _shower, "blanket": _blanket}


@contextmanager
def _without_guards(told: dict[str, Any]) -> Iterator[None]:
    """No lock on the site's head row, no transaction, and every desk reads before any of them writes."""
    from django.db import connection

    from halte.journal import acts
    from halte.journal.models import Head

    acts.lock_head = lambda site: Head.objects.get(site=site)
    acts.transaction.atomic = lambda *args, **kwargs: nullcontext()  # type: ignore[assignment,method-assign]
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA ignore_check_constraints = ON")
    meeting = Path(told["meeting"])

    def wait_before_writing(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        if sql.startswith(told["writes"]):
            (meeting / str(os.getpid())).touch()
            until = time.monotonic() + 20
            while len(list(meeting.iterdir())) < told["desks"] and time.monotonic() < until:
                time.sleep(0.005)
        return execute(sql, params, many, context)

    with connection.execute_wrapper(wait_before_writing):
        yield


if __name__ == "__main__":
    main()
