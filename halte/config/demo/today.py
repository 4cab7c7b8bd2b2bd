"""Plays today through the real acts: who is inside, who has a bed tonight, who waits, what was said and counted."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from datetime import datetime, timedelta
from random import Random

from halte.accounts.actor import Actor
from halte.advice import actions as advice
from halte.common.refusal import Refusal
from halte.common.retry import RetryKey
from halte.config.demo.places import DAY_A, DAY_BOULOGNE, DAY_DUNKIRK, HOSTEL
from halte.config.demo.world import World
from halte.guests.models import Guest
from halte.nights import actions as nights
from halte.nights import queries as night_queries
from halte.outreach import actions as outreach
from halte.outreach.models import Area, CountedBy, Method, Need
from halte.sites.models import Bed, BedState
from halte.tracing import actions as tracing
from halte.visits import actions as visits
from halte.visits.models import DoorKind, LetterKind

MESSAGES = (
    ("Yonas", "I am in Dunkirk, with uncle. Come when you can.", "en"),
    ("A woman of about thirty, green scarf, a boy of six with her", "Nous avons gardé vos sacs.", "fr"),
)
"""Whom they look for, what they write, and in which language."""
AWAY = 4
"""So many who stay on are away tonight and tomorrow; their bed is kept."""
INSIDE = {DAY_A: 74, DAY_DUNKIRK: 31, DAY_BOULOGNE: 12}


def live_today(world: World) -> None:
    """Today, up to this moment."""
    for site, inside in INSIDE.items():
        _DayCentre(world, site).fill(inside // world.one_in)
    _appointments(world)
    _Hostel(world).fill()
    _rounds(world)
    _messages(world)


def _messages(world: World) -> None:
    """Two people look for somebody; nobody has matched their messages yet."""
    for place, (hint, text, language) in enumerate(MESSAGES):
        tracing.leave_message(
            site=world.sites[HOSTEL],
            known="looks" if place else "name",
            hint=hint,
            text=text,
            language=language,
            ticket=f"{place}" * 12,
            at=world.at - timedelta(hours=5 - place),
            key=_key(),
        )


def _moments(world: World, since: datetime, number: int, dice: Random) -> Iterator[datetime]:
    """So many moments between then and now, in order."""
    seconds = max((world.at - since).total_seconds() - 60, 1)
    return iter(sorted(since + timedelta(seconds=dice.uniform(0, seconds)) for _one in range(number)))


class _DayCentre:
    def __init__(self, world: World, code: str) -> None:
        self.world, self.code, self.site = world, code, world.sites[code]
        self.dice = world.dice("today", code)
        self.actor = world.staff["amina"] if code == DAY_A else world.managers[code]
        midnight = world.moment(code, self.site.today(world.at), 1)
        self.since = max(midnight, world.at - timedelta(hours=3))

    def fill(self, inside: int) -> None:
        """People came in; some wash, some lock their things away, some wait for advice, some get post."""
        everyone = [self.world.guests[key] for key in sorted(self.world.guests, key=str) if key[0] == self.code]
        here = self.dice.sample(everyone, inside)
        for guest, at in zip(here, _moments(self.world, self.since, inside, self.dice), strict=True):
            visits.arrive(actor=self.actor, guest=guest, at=at, key=RetryKey.new())
        self._each(here[:14], lambda guest, at: visits.give_slot(actor=self.actor, guest=guest, at=at, key=_key()))
        self._each(here[10:24], lambda guest, at: visits.give_locker(actor=self.actor, guest=guest, at=at, key=_key()))
        self._each(here[20:29], lambda guest, at: visits.take_ticket(actor=self.actor, guest=guest, at=at, key=_key()))
        for start, kind in ((4, "phone"), (16, "bag")):
            self._each(
                here[start : start + 6],
                lambda guest, at, kind=kind: visits.take_in(  # type: ignore[misc]
                    actor=self.actor, kind=kind, guest=guest, at=at, key=_key()
                ),
            )
        self._evening(here[-3:])
        self._letters(here[30:35] + everyone[:4])
        for _turn in range(2):
            with suppress(Refusal):
                visits.call_next(actor=self.actor, at=self.world.at, key=_key(), place="table-2")
        self._count(inside)

    def _evening(self, guests: Sequence[Guest]) -> None:
        """Some ask for a bed in the hostel, and a bus goes there."""
        house = self.world.sites[HOSTEL]
        self._each(
            guests, lambda guest, at: visits.ask_bed(actor=self.actor, guest=guest, house=house, at=at, key=_key())
        )
        leaves_at = self.world.at.replace(minute=0, second=0, microsecond=0) + timedelta(hours=2)
        bus = visits.set_bus(actor=self.actor, house=house, leaves_at=leaves_at, seats=8, at=self.world.at, key=_key())
        visits.take_seats(actor=self.actor, bus=bus, n=3, at=self.world.at, key=_key())

    def _each(self, guests: Sequence[Guest], act: Callable[[Guest, datetime], object]) -> None:
        for guest, at in zip(guests, _moments(self.world, self.since, len(guests), self.dice), strict=True):
            with suppress(Refusal):
                act(guest, at)

    def _letters(self, guests: Sequence[Guest]) -> None:
        for place, guest in enumerate(guests):
            kind = LetterKind.REGISTERED if place % 4 == 0 else LetterKind.PLAIN
            with suppress(Refusal):
                visits.receive_letter(actor=self.actor, guest=guest, at=self.since, key=_key(), kind=kind)

    def _count(self, inside: int) -> None:
        for kind, number in ((DoorKind.MAN, inside // 3), (DoorKind.WOMAN, inside // 20), (DoorKind.CHILD, 2)):
            visits.count_at_door(actor=self.actor, kind=kind, n=max(number, 1), at=self.world.at, key=_key())
        for service, number in (("drink", inside), ("meal", inside * 2), ("charging", inside // 2)):
            visits.count_service(actor=self.actor, service=service, n=max(number, 1), at=self.world.at, key=_key())


def _appointments(world: World) -> None:
    """The adviser's next days: half hours at quarters of an hour, from tomorrow on."""
    adviser = world.staff["david"]
    guests = [guest for (site, _number), guest in world.guests.items() if site == DAY_A][40:52]
    for place, guest in enumerate(guests):
        on = world.day(DAY_A, -1 - place // 6)
        starts_at = world.moment(DAY_A, on, 10 * 60 + place % 6 * 45)
        with suppress(Refusal):
            advice.book(actor=adviser, guest=guest, starts_at=starts_at, at=world.at, key=_key())


class _Hostel:
    def __init__(self, world: World) -> None:
        self.world, self.site = world, world.sites[HOSTEL]
        self.dice = world.dice("tonight")
        self.host: Actor = world.staff["bruno"]
        self.night = self.site.tonight(world.at)
        noon = world.moment(HOSTEL, self.night, 12 * 60 + 1)
        self.opens = noon if noon <= world.at else world.at
        self.since = max(self.opens, world.at - timedelta(hours=2))

    def fill(self) -> None:
        """Tonight: half of those who stay on are inside, some are away; newcomers were welcomed; some wait."""
        nights.open_night(actor=Actor.system(self.site), night=self.night, at=self.opens, key=_key())
        staying = list(night_queries.holding(self.host, self.night, self.world.at).select_related("guest"))
        staying.sort(key=lambda stay: str(stay.bed_id))
        self._each([stay.guest for stay in staying[: len(staying) // 2]], self._arrive)
        self._each([stay.guest for stay in staying[-AWAY:]], self._away)
        newcomers = self._alone_without_bed({stay.guest_id for stay in staying})
        first, second = len(newcomers) * 3 // 10, len(newcomers) * 55 // 100
        self._each(newcomers[:first], self._welcome)
        self._each(newcomers[first:second], self._give)
        self._each(newcomers[second:], self._want)
        self._some_beds_closed()

    def _alone_without_bed(self, staying: set[object]) -> list[Guest]:
        found = []
        for household in self.world.households[HOSTEL]:
            guest = self.world.guests[HOSTEL, household.members[0].number]
            if len(household.members) == 1 and guest.id not in staying:
                found.append(guest)
        return self.dice.sample(found, min(40, len(found)))

    def _each(self, guests: Sequence[Guest], act: Callable[[Guest, datetime], object]) -> None:
        for guest, at in zip(guests, _moments(self.world, self.since, len(guests), self.dice), strict=True):
            with suppress(Refusal):
                act(guest, at)

    def _arrive(self, guest: Guest, at: datetime) -> None:
        nights.arrive(actor=self.host, guest=guest, night=self.night, at=at, key=_key())

    def _away(self, guest: Guest, at: datetime) -> None:
        stay = night_queries.stay_of(self.host, guest, self.night, at)
        if stay:
            said = {"first_night": self.night, "last_night": self.night + timedelta(days=1)}
            nights.say_away(actor=self.host, stay=stay, night=self.night, at=at, key=_key(), **said)

    def _welcome(self, guest: Guest, at: datetime) -> None:
        nights.welcome_for_the_night(actor=self.host, guest=guest, night=self.night, at=at, key=_key())

    def _give(self, guest: Guest, at: datetime) -> None:
        nights.give_bed(actor=self.host, guest=guest, night=self.night, at=at, key=_key())

    def _want(self, guest: Guest, at: datetime) -> None:
        nights.want_bed(actor=self.host, guest=guest, night=self.night, at=at, key=_key())

    def _some_beds_closed(self) -> None:
        """A few free beds are not made yet, and two are broken."""
        free = list(night_queries.free_on(self.host, self.night, self.world.at))
        tired = self.dice.sample(sorted(free, key=lambda bed: str(bed.id)), min(8, len(free)))
        for place, bed in enumerate(tired):
            bed.state = BedState.BROKEN if place < 2 else BedState.TO_MAKE
        Bed.objects.bulk_update(tired, ["state"])


def _rounds(world: World) -> None:
    """Yesterday's round outside: two sources, each a range, and what was needed."""
    walker = world.staff["hanna"]
    on = world.day(DAY_A, 1)
    needs = [
        outreach.NeedSeen(Need.BLANKET, 120, 180),
        outreach.NeedSeen(Need.TENT, 60, 90),
        outreach.NeedSeen(Need.FIREWOOD, 40, 60),
    ]
    for area, source, method, low, high in (
        (Area.EAST, CountedBy.OUR_TEAM, Method.TENTS, 210, 280),
        (Area.EAST, CountedBy.ASSOCIATION, Method.PEOPLE_SEEN, 240, 330),
        (Area.SOUTH, CountedBy.OUR_TEAM, Method.PEOPLE_SEEN, 150, 190),
        (Area.COAST, CountedBy.OUR_TEAM, Method.ESTIMATE, 60, 120),
    ):
        outreach.record_round(
            actor=walker,
            on=on,
            area=area,
            method=method,
            counted_by=source,
            low=low,
            high=high,
            at=world.at,
            key=_key(),
            needs=needs if source == CountedBy.OUR_TEAM and area == Area.EAST else (),
        )


def _key() -> RetryKey:
    return RetryKey.new()
