"""Writes two weeks at the doors of the day centres: visits, showers, lockers, and what was counted without a card."""

from collections.abc import Callable
from datetime import datetime
from uuid import UUID

from halte.config.demo import weeks
from halte.config.demo.places import SitePlan
from halte.config.demo.store import Store
from halte.config.demo.weeks import VisitPlan
from halte.config.demo.world import World
from halte.guests.models import Guest
from halte.sites.rules import Rules
from halte.visits import rules
from halte.visits.models import DoorCount, Ending, Numbered, NumberedService, ServiceCount, Visit
from halte.visits.rules import Slot

Happening = tuple[datetime, int, Callable[[], UUID]]


def open_the_doors(world: World, plan: SitePlan) -> int:
    """Every day of the two weeks has its visits, with their lines. Returns how many visits."""
    diary = _Diary(world, plan)
    for visit in weeks.visits(world.seed, plan, world.households[plan.code]):
        diary.visit(visit)
    diary.counts(len(diary.visits) // weeks.DAYS)
    diary.save()
    return len(diary.visits)


class _Diary:
    """Collects rows and lines of one site, then writes the lines in the order of their moments."""

    def __init__(self, world: World, plan: SitePlan) -> None:
        self.world, self.plan = world, plan
        self.site, self.actor = world.sites[plan.code], world.managers[plan.code]
        self.rules = Rules.parse(plan.settings, version=1)
        self.store = Store(world, plan.code)
        self.visits: list[Visit] = []
        self.numbered: list[Numbered] = []
        self.at_door: list[DoorCount] = []
        self.services: list[ServiceCount] = []
        self.happened: list[Happening] = []
        self.showers: dict[int, list[Slot]] = {}
        self.lockers: dict[int, int] = {}

    def _line(self, at: datetime, kind: str, guests: list[UUID], /, **data: str | int) -> None:
        chain, actor = self.world.chain(self.plan.code), self.actor
        self.happened.append((at, len(self.happened), lambda: chain.add(actor, kind, at, guests, **data)))

    def visit(self, plan: VisitPlan) -> None:
        """One visit: in, perhaps a shower or a locker, out."""
        world, code = self.world, self.plan.code
        on = world.day(code, plan.days_ago)
        guest = world.guests[code, plan.person.number]
        arrived, left = (world.moment(code, on, minute) for minute in (plan.arrives, plan.leaves))
        self.visits.append(
            Visit(
                id=world.id("visit", code, plan.days_ago, plan.person.number),
                site=self.site,
                guest=guest,
                on=on,
                hour=plan.arrives // 60,
                arrived_at=arrived,
                left_at=left,
                ending=Ending.LEFT,
            )
        )
        self._line(arrived, "visits.arrived", [guest.id])
        if plan.shower:
            self._shower(plan, guest.id, arrived)
        if plan.locker:
            self._locker(plan, guest.id, arrived, left)
        if plan.goods:
            self._goods(plan.goods, guest, arrived)
        self._line(left, "visits.left", [guest.id])

    def _goods(self, kind: str, guest: Guest, at: datetime) -> None:
        chain, actor = self.world.chain(self.plan.code), self.actor
        line = chain.new_id()
        said = self.store.give(guest, kind, at, line)
        self.happened.append(
            (at, len(self.happened), lambda: chain.add(actor, "goods.given", at, [guest.id], line, **said))
        )

    def _shower(self, plan: VisitPlan, guest: UUID, arrived: datetime) -> None:
        if plan.days_ago not in self.showers:
            self.showers[plan.days_ago] = self._slots(plan.days_ago)
        slots = self.showers[plan.days_ago]
        slot = next((slot for slot in slots if slot.starts_at >= arrived), None)
        if slot is None:
            return
        slots.remove(slot)
        self.numbered.append(
            Numbered(
                site=self.site,
                guest_id=guest,
                service=NumberedService.SHOWER,
                number=slot.cabin,
                starts_at=slot.starts_at,
                on=self.world.day(self.plan.code, plan.days_ago),
                given_at=arrived,
            )
        )
        begins = f"{slot.starts_at.astimezone(self.site.zone):%H:%M}"
        self._line(arrived, "visits.slot_given", [guest], cabin=slot.cabin, begins=begins, rules=1)

    def _locker(self, plan: VisitPlan, guest: UUID, arrived: datetime, left: datetime) -> None:
        number = self.lockers[plan.days_ago] = self.lockers.get(plan.days_ago, 0) + 1
        if number > self.rules.lockers:
            return
        self.numbered.append(
            Numbered(
                site=self.site,
                guest_id=guest,
                service=NumberedService.LOCKER,
                number=number,
                on=self.world.day(self.plan.code, plan.days_ago),
                given_at=arrived,
                ended_at=left,
                ending=Ending.GIVEN_BACK,
            )
        )
        self._line(arrived, "visits.locker_given", [guest], number=number)
        self._line(left, "visits.locker_returned", [guest], number=number)

    def _slots(self, days_ago: int) -> list[Slot]:
        house = self.rules
        moments = rules.starts(
            self.world.day(self.plan.code, days_ago),
            self.site.zone,
            opens_minute=house.shower_opens_minute,
            closes_minute=house.shower_closes_minute,
            minutes=house.shower_minutes,
        )
        return list(rules.free(moments, house.shower_cabins, []))

    def counts(self, visits_a_day: int) -> None:
        """What was counted without a card, hour by hour, each with one line at the end of its hour."""
        for hour in weeks.hours(self.world.seed, self.plan, visits_a_day):
            on = self.world.day(self.plan.code, hour.days_ago)
            at = self.world.moment(self.plan.code, on, hour.hour * 60 + 55)
            place = {"site": self.site, "on": on, "hour": hour.hour}
            for kind, number in hour.door.items():
                self.at_door.append(DoorCount(kind=kind, number=number, **place))
                self._line(at, "visits.counted_at_door", [], kind=kind, n=number)
            for service, number in hour.services.items():
                self.services.append(ServiceCount(service=service, number=number, **place))
                self._line(at, "visits.service_counted", [], service=service, n=number)

    def save(self) -> None:
        """Write everything."""
        self.store.deliver(self.world.moment(self.plan.code, self.world.day(self.plan.code, weeks.DAYS + 1), 15 * 60))
        for _at, _order, write in sorted(self.happened, key=lambda happening: happening[:2]):
            write()
        self.store.save()
        Visit.objects.bulk_create(self.visits, batch_size=500)
        Numbered.objects.bulk_create(self.numbered, batch_size=500)
        DoorCount.objects.bulk_create(self.at_door, batch_size=500)
        ServiceCount.objects.bulk_create(self.services, batch_size=500)
        self.world.chain(self.plan.code).save()
