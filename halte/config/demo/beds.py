"""Writes two weeks of nights at the hostel: who was given which bed, came in, stayed on, left."""

from collections.abc import Callable, Iterable
from datetime import date, datetime
from itertools import groupby
from uuid import UUID

from halte.accounts.actor import Actor
from halte.config.demo import weeks
from halte.config.demo.places import HOSTEL, rooms
from halte.config.demo.store import Store
from halte.config.demo.weeks import SleepPlan
from halte.config.demo.world import World
from halte.guests.models import Guest
from halte.journal import canonical
from halte.nights.models import EndReason, NightOpened, Stay

NOON, MORNING, LATE = 12 * 60 + 1, 24 * 60 + 8 * 60, 23 * 60 + 10


def keep_the_nights(world: World) -> int:
    """Every night of the two weeks has its stays, with their lines. Returns how many stays."""
    households = world.households[HOSTEL]
    book = _NightBook(world)
    plans = list(weeks.nights(world.seed, households, weeks.beds_of(households, rooms())))
    for nights_ago, sleepers in groupby(plans, key=lambda plan: plan.nights_ago):
        book.night(world.night(HOSTEL, nights_ago), list(sleepers))
    book.write()
    return len(book.stays)


class _NightBook:
    """Collects the stays of one night after the other, and writes each night's lines in their order."""

    def __init__(self, world: World) -> None:
        self.world, self.site = world, world.sites[HOSTEL]
        self.host = world.staff["bruno"]
        self.stays: list[Stay] = []
        self.store = Store(world, HOSTEL)
        self.happened: list[tuple[datetime, int, Callable[[], UUID]]] = []

    def night(self, night: date, sleepers: list[SleepPlan]) -> None:
        """One night: opened at noon, filled in the evening, emptied in the morning."""
        self._open(night, [self._guest(plan) for plan in sleepers if plan.carried])
        for plan in sleepers:
            self._sleep(night, plan)

    def write(self) -> None:
        """The lines in the order of their moments, then the rows."""
        self.store.deliver(self.world.moment(HOSTEL, self.world.night(HOSTEL, weeks.DAYS + 1), 15 * 60))
        for _at, _order, write in sorted(self.happened, key=lambda happening: happening[:2]):
            write()
        self.store.save()
        Stay.objects.bulk_create(self.stays, batch_size=500)
        self.world.chain(HOSTEL).save()

    def _guest(self, plan: SleepPlan) -> Guest:
        return self.world.guests[HOSTEL, plan.person.number]

    def _line(self, actor: Actor, kind: str, at: datetime, guests: Iterable[Guest], /, **data: canonical.Value) -> None:
        about = [guest.id for guest in guests]
        chain = self.world.chain(HOSTEL)
        self.happened.append((at, len(self.happened), lambda: chain.add(actor, kind, at, about, **data)))

    def _open(self, night: date, carried: list[Guest]) -> None:
        at = self.world.moment(HOSTEL, night, NOON)
        NightOpened.objects.create(site=self.site, night=night, opened_at=at, carried=len(carried))
        said: dict[str, canonical.Value] = {"night": night, "carried": len(carried), "without_bed": 0, "rules": 1}
        self._line(Actor.system(self.site), "nights.opened", at, carried, **said)

    def _sleep(self, night: date, plan: SleepPlan) -> None:
        bed, guest = self.world.beds[plan.room, plan.bed], self._guest(plan)
        noon = self.world.moment(HOSTEL, night, NOON)
        stay = Stay(
            id=self.world.id("stay", plan.nights_ago, plan.person.number),
            site=self.site,
            guest=guest,
            bed=bed,
            night=night,
            given_at=noon,
            carried=plan.carried,
            leaving=plan.leaving,
        )
        self.stays.append(stay)
        place: dict[str, canonical.Value] = {"night": night, "room": plan.room, "bed": bed.id}
        if plan.arrives is None:
            stay.given_at = self.world.moment(HOSTEL, night, 16 * 60)
            stay.ended_at, stay.end_reason = self.world.moment(HOSTEL, night, LATE), EndReason.DID_NOT_COME
            self._line(self.host, "nights.given", stay.given_at, [guest], **place)
            self._line(self.host, "nights.freed", stay.ended_at, [guest], **place, reason="did_not_come")
            return
        arrived = stay.arrived_at = self.world.moment(HOSTEL, night, plan.arrives)
        if plan.carried:
            self._line(self.host, "nights.arrived", arrived, [guest], night=night, bed=bed.id)
        else:
            stay.given_at = arrived
            self._line(self.host, "nights.welcomed", arrived, [guest], **place)
            self._blanket(guest, arrived)
        morning = self.world.moment(HOSTEL, night, MORNING + plan.person.number % 70)
        if plan.leaving:
            self._line(self.host, "nights.leaving_said", morning, [guest], night=night, bed=bed.id)
        stay.left_at = morning
        self._line(self.host, "nights.left", morning, [guest], night=night, bed=bed.id)

    def _blanket(self, guest: Guest, at: datetime) -> None:
        chain, host = self.world.chain(HOSTEL), self.host
        line = chain.new_id()
        said = self.store.give(guest, "blanket", at, line)
        self.happened.append(
            (at, len(self.happened), lambda: chain.add(host, "goods.given", at, [guest.id], line, **said))
        )
