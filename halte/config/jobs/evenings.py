"""What happens by itself around a night: it opens, beds are planned, places that nobody took are passed on."""

import logging
from contextlib import suppress
from datetime import datetime, time

from django.utils import timezone

from halte.accounts.actor import Actor
from halte.common.retry import RetryKey
from halte.config.jobs.leases import key_within
from halte.journal.acts import AlreadyDone
from halte.nights import actions as nights
from halte.nights.models import HeldParty
from halte.nights.refusals import NobodyMissing, NobodyWaits
from halte.sites import building
from halte.sites.actions import NothingChanged
from halte.sites.models import Site
from halte.sites.rules import Rules

_log = logging.getLogger("halte.jobs")


def release_held(now: datetime) -> None:
    """Places that were held until an hour are free; a house where no hour is over is not troubled."""
    over = HeldParty.objects.everywhere(because="each house frees its own").filter(
        ended_at__isnull=True, until__lte=now
    )
    for site in Site.objects.filter(id__in=over.values("site")):
        try:
            nights.release_held(actor=Actor.system(site), at=now, key=RetryKey.new(b""))
        except NobodyMissing:
            continue
        except Exception:
            _log.exception("Freeing held places failed and will be tried again.")


def open_night(actor: Actor, due: datetime, key: RetryKey) -> None:
    """Rooms are what was decided for this night; whoever slept here last night and has not said they leave, stays."""
    with suppress(NothingChanged, AlreadyDone):
        building.begin_room_rules(actor=actor, at=due, key=key_within("halte.sites.building", key))
    nights.carry_over(actor=actor, night=actor.site.tonight(due), at=due, key=key)


def plan_night(actor: Actor, due: datetime, key: RetryKey) -> None:
    """Where the site's rules say so: whoever waits has a bed as the plan finds one, and everyone else their answer.

    A plan is for the evening: one whose night is over is not made up for.
    """
    now = timezone.now()
    night = actor.site.tonight(due)
    if actor.site.rules_at(now).plans_by_itself and night == actor.site.tonight(now):
        with suppress(NobodyWaits):
            nights.plan_night(actor=actor, night=night, at=now, key=key)


def pass_places_on(actor: Actor, due: datetime, key: RetryKey) -> None:
    """Where the site's rules say so: places of those who did not come go to whoever waits, as the plan finds them."""
    now = timezone.now()
    night = actor.site.tonight(due)
    if not actor.site.rules_at(now).releases_by_itself or night != actor.site.tonight(now):
        return
    with suppress(AlreadyDone, NobodyMissing):
        nights.pass_places_on(actor=actor, night=night, at=now, key=key_within("halte.nights.release", key))
    with suppress(NobodyWaits):
        nights.plan_night(actor=actor, night=night, at=now, key=key)


def passed_on_at(rules: Rules) -> time:
    return time(rules.release_minute // 60, rules.release_minute % 60)


def planned_at(rules: Rules) -> time:
    return time(rules.plan_minute // 60, rules.plan_minute % 60)
