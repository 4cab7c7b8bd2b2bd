"""Counting people and services: numbers by the hour, tied to nobody."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.db.models import F

from halte import journal
from halte.accounts.actor import Actor
from halte.common.retry import RetryKey
from halte.visits import queries
from halte.visits.models import CountedService, DoorCount, DoorKind, ServiceCount


def count_at_door(*, actor: Actor, kind: DoorKind | str, n: int = 1, at: datetime, key: RetryKey) -> None:
    """So many men, women or children came in without a card.

    Keeps:
        A number by the hour and nothing else; nobody is refused.

    Args:
        n: One or more.
    """
    with journal.act(actor=actor, at=at, key=key, kind="visits.counted_at_door") as act:
        count_at_door_within(act, actor=actor, kind=kind, n=n, at=at)


def count_at_door_within(act: journal.Act, *, actor: Actor, kind: DoorKind | str, n: int, at: datetime) -> None:
    """The same as a part of a larger act, inside its `journal.act`."""
    kind = DoorKind(kind)
    _add(DoorCount, actor, at, n, kind=kind)
    act.about(kind=kind.value, n=n)
    act.results(kind=kind.value, n=n, **_hour(actor, at))


def count_service(*, actor: Actor, service: CountedService | str, n: int = 1, at: datetime, key: RetryKey) -> None:
    """So many meals, drinks, phones to charge, loads of laundry or visits to the toilet there were.

    Keeps:
        Never refused, never tied to a guest: the line of the register has no subject.

    Args:
        n: One or more.
    """
    with journal.act(actor=actor, at=at, key=key, kind="visits.service_counted") as act:
        count_service_within(act, actor=actor, service=service, n=n, at=at)


def count_service_within(
    act: journal.Act, *, actor: Actor, service: CountedService | str, n: int, at: datetime
) -> None:
    """The same as a part of a larger act, inside its `journal.act`."""
    service = CountedService(service)
    _add(ServiceCount, actor, at, n, service=service)
    act.about(service=service.value, n=n)
    act.results(service=service.value, n=n, **_hour(actor, at))


def _hour(actor: Actor, at: datetime) -> dict[str, Any]:
    return {"on": actor.site.today(at).isoformat(), "hour": queries.hour_of(actor.site, at)}


def _add(model: type[DoorCount] | type[ServiceCount], actor: Actor, at: datetime, n: int, **what: str) -> None:
    if n < 1:
        raise ValueError("A count adds one or more.")
    # The site's head row is locked, so no other desk can make the same row meanwhile.
    hour = {"on": actor.site.today(at), "hour": queries.hour_of(actor.site, at)}
    rows = model.objects.seen_by(actor).filter(**hour, **what)
    if not rows.update(number=F("number") + n):
        model.objects.create(site=actor.site, number=n, **hour, **what)


def _take_back(model: type[DoorCount] | type[ServiceCount], actor: Actor, results: Mapping[str, Any]) -> None:
    what = {name: results[name] for name in ("kind", "service") if name in results}
    rows = model.objects.seen_by(actor).filter(on=date.fromisoformat(results["on"]), hour=results["hour"], **what)
    rows.update(number=F("number") - results["n"])


@journal.undoes("visits.counted_at_door")
def _not_counted(*, actor: Actor, at: datetime, act: journal.Act, results: Mapping[str, Any]) -> None:
    _take_back(DoorCount, actor, results)


@journal.undoes("visits.service_counted")
def _not_given(*, actor: Actor, at: datetime, act: journal.Act, results: Mapping[str, Any]) -> None:
    _take_back(ServiceCount, actor, results)
