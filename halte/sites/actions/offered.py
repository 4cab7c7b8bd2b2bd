"""What a house offers today, and on which days it stays closed."""

from collections.abc import Collection, Mapping
from datetime import date, datetime
from typing import Any

from halte import journal
from halte.common.refusal import refusing
from halte.common.retry import RetryKey
from halte.sites.actions.refusals import AlreadyClosed, DaysPast, NotClosed
from halte.sites.doors import SiteActor
from halte.sites.models import (
    Closure,
    ClosureReason,
    Service,
)


def close_service(*, actor: SiteActor, service: Service, reason: ClosureReason, at: datetime, key: RetryKey) -> Closure:
    """A service is not offered today, on every screen of the site.

    Raises:
        AlreadyClosed: It is closed today already.
    """
    with (
        refusing({"closed_once_a_day": AlreadyClosed}),
        journal.act(actor=actor, at=at, key=key, kind="sites.service_closed") as act,
    ):
        closure: Closure = Closure.objects.create(
            site=actor.site, service=service, on=actor.site.today(at), reason=reason
        )
        act.about(service=service.value, reason=reason.value)
        act.results(closure=closure.id.hex)
    return closure


def open_service(*, actor: SiteActor, service: Service, at: datetime, key: RetryKey) -> None:
    """A service that was closed today is offered again.

    Raises:
        NotClosed: It was not closed.
    """
    with journal.act(actor=actor, at=at, key=key, kind="sites.service_opened") as act:
        today = Closure.objects.seen_by(actor).filter(service=service, on=actor.site.today(at), ended_at__isnull=True)
        closure = today.first()
        if closure is None:
            raise NotClosed
        closure.ended_at = at
        closure.save(update_fields=["ended_at"])
        act.about(service=service.value)
        act.results(closure=closure.id.hex)


def set_closed_days(*, actor: SiteActor, days: Collection[date], at: datetime, key: RetryKey) -> None:
    """From today on the house stays closed on these days and no others: on every screen, in the guide, in every file.

    Raises:
        DaysPast: One of them is over.
    """
    today = actor.site.today(at)
    if any(day < today for day in days):
        raise DaysPast
    with journal.act(actor=actor, at=at, key=key, kind="sites.closed_days_set") as act:
        standing = Closure.objects.seen_by(actor).filter(service="", on__gte=today, ended_at__isnull=True)
        standing.exclude(on__in=days).update(ended_at=at)
        new = set(days) - set(standing.values_list("on", flat=True))
        Closure.objects.bulk_create(
            Closure(site=actor.site, service="", on=day, reason=ClosureReason.PLANNED) for day in sorted(new)
        )
        act.about(days=len(days))


@journal.undoes("sites.service_closed")
def _reopen(*, actor: SiteActor, at: datetime, act: journal.Act, results: Mapping[str, Any]) -> None:
    today = Closure.objects.seen_by(actor).filter(id=results["closure"], ended_at__isnull=True)
    if not today.update(ended_at=at):
        raise NotClosed


@journal.undoes("sites.service_opened")
def _close_again(*, actor: SiteActor, at: datetime, act: journal.Act, results: Mapping[str, Any]) -> None:
    with refusing({"closed_once_a_day": AlreadyClosed}):
        Closure.objects.seen_by(actor).filter(id=results["closure"]).update(ended_at=None)
