"""Loads the demo's world into an empty database, in the order in which it came about."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime

from django.db import connection, transaction

from halte.common import nights
from halte.common.models import JobRun
from halte.common.retry import RetryKey
from halte.config import jobs
from halte.config.demo import at_hand, beds, cards, door, houses, listed, money, places, story, talks, today, weeks
from halte.config.demo.world import World
from halte.goods import actions as goods
from halte.reports import actions as reports
from halte.rights import actions as rights


def load_world(*, at: datetime, seed: int, passwords: Mapping[str, str], one_in: int = 1) -> World:
    """Everything, from the first brick to this evening."""
    world = World(at=at, seed=seed, one_in=one_in)
    with without_waiting_for_the_disk():
        with transaction.atomic():
            houses.build(world, passwords)
        story.tell(world)
        money.share_the_cost(world)
        goods.add_usual_kinds(actor=world.managers[places.HOSTEL], at=at, key=RetryKey.new())
        rights.load_guide(actor=world.staff["elsa"], at=at, key=RetryKey.new())
        _live_through_the_past(world)
        _close_the_days(world)
        story.ask_for_more(world)
        today.live_today(world)
        at_hand.put_at_hand(world)
        listed.publish(world)
        talks.hold(world)
        nothing_is_due(world)
    return world


def _live_through_the_past(world: World) -> None:
    with transaction.atomic():
        cards.give_out(world)
        for plan in places.sites():
            if plan.kind == "day_centre":
                door.open_the_doors(world, plan)
        beds.keep_the_nights(world)


def _close_the_days(world: World) -> None:
    """Exact tallies of each day that is over with its night."""
    for code, site in world.sites.items():
        for days_ago in range(weeks.DAYS, 0, -1):
            on = world.day(code, days_ago)
            if nights.ends(on, site.zone) <= world.at:
                reports.close_day(actor=world.managers[code], on=on, at=world.at, key=RetryKey.new())


def nothing_is_due(world: World) -> None:
    """What periodic jobs would do for the past was done here; before noon, yesterday's numbers are still to come."""
    for code, site in world.sites.items():
        noon = nights.begins(world.day(code, 0), site.zone)
        done = world.at if world.at >= noon else world.moment(code, world.day(code, 0), 0)
        JobRun.objects.bulk_create(
            [
                JobRun(job=f"{job.name}.{code}", due=due, taken_at=world.at, done_at=world.at)
                for job in jobs.SITE_JOBS
                for due in job.due(site, world.at)
                if due <= done
            ]
        )


@contextmanager
def without_waiting_for_the_disk() -> Iterator[None]:
    """Nothing that is loaded here is worth waiting for the disk: after a power cut it is loaded again."""
    if connection.vendor != "sqlite" or connection.in_atomic_block:
        yield
        return
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA synchronous = OFF")
    try:
        yield
    finally:
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA synchronous = FULL")
