"""A whole night in any order: two desks and another house want, plan, give, swap, free and take back at will.

After every step the tables keep their promises, the register alone tells who has a bed and who waits, and what was
refused changed nothing.
"""

import json
from collections import defaultdict
from contextlib import suppress
from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import transaction
from hypothesis import HealthCheck, settings
from hypothesis import strategies as some
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from halte import journal
from halte.accounts.actor import Actor
from halte.accounts.models import Membership as RoleAtSite
from halte.accounts.models import Staff
from halte.accounts.roles import Role
from halte.common.refusal import Refusal
from halte.guests import actions as guest_actions
from halte.guests.models import Membership
from halte.journal import checking
from halte.journal.models import Line
from halte.nights import actions
from halte.nights.models import EndReason, Stay, Want
from halte.sites import cold
from halte.sites.models import Bed, ColdMetric, Room, Site, SiteKind
from halte.sites.rules import ColdMeasures
from tests.cast import a_key_of

pytestmark = pytest.mark.django_db

NIGHT = date(2026, 11, 24)
EVENING = datetime(2026, 11, 24, 17, 0, tzinfo=UTC)
LEGAL = {"men": 3, "women": 2, "family": 3}
CAST = ("man", "man", "man", "man", "man", "woman", "woman", "child")

numbers = some.integers(0, 7)
desks = some.integers(0, 2)


class Houses:
    """Two houses alike; the first has two desks. They are made once, and every night begins with them as they are."""

    def __init__(self):
        calais, dunkirk = (self.a_house(code) for code in ("calais", "dunkirk"))
        self.desks = [self.somebody(site) for site in (calais, calais, dunkirk)]
        self.guests = {site.pk: self.people(desk) for site, desk in ((calais, self.desks[0]), (dunkirk, self.desks[2]))}
        for desk in (self.desks[0], self.desks[2]):
            self.the_evening_so_far(desk)
        self.began = {site: Line.objects.filter(site=site).count() for site in self.guests}

    def the_evening_so_far(self, desk):
        """Two have a bed, one of them is in it, and two wait: whatever comes next finds somebody."""
        bedded, inside, *waiting = self.guests[desk.site.pk][:4]
        said = {"actor": desk, "night": NIGHT, "at": EVENING}
        for guest in (bedded, inside):
            actions.give_bed(guest=guest, key=a_key_of(), **said)
        actions.arrive(guest=inside, key=a_key_of(), **said)
        for guest in waiting:
            actions.want_bed(guest=guest, key=a_key_of(), **said)

    def a_house(self, code):
        site = Site.objects.create(
            code=code, name=code.title(), kind=SiteKind.HOSTEL, town=code.title(), opened_on=date(2026, 1, 1)
        )
        for kind, legal in LEGAL.items():
            room = Room.objects.create(site=site, code=kind, kind=kind, legal_maximum=legal)
            for place in range(legal - (kind == "men")):
                Bed.objects.create(site=site, room=room, label=str(place), position=place)
        return site

    def somebody(self, site):
        name = f"{site.code}-{Staff.objects.count()}"
        person = Staff.objects.create(sign_in_name=name, called="Amina", password="!", language="en")
        for role in Role:
            RoleAtSite.objects.create(site=site, staff=person, role=role, since=date(2026, 1, 1))
        return Actor(id=person.id, site=site, roles=frozenset(Role), called="Amina")

    def people(self, desk):
        def card(counted):
            return guest_actions.make_card(actor=desk, counted=counted, at=EVENING, key=a_key_of())[0]

        found = [card(counted) for counted in CAST]
        guest_actions.keep_together(actor=desk, guests=found[-2:], is_family=True, at=EVENING, key=a_key_of())
        return found


class OneNight(RuleBasedStateMachine):
    """What desks may do, in any order."""

    houses: Houses

    @initialize()
    def the_evening_begins(self):
        self.sandbox = transaction.atomic()
        self.sandbox._from_testcase = True  # as Django's own test case does, so that acts may be durable inside it
        self.sandbox.__enter__()
        self.at = EVENING
        self.desks, self.guests, self.began = self.houses.desks, self.houses.guests, self.houses.began

    def teardown(self):
        if hasattr(self, "sandbox"):
            broken = list(checking.breaks())
            transaction.set_rollback(True)
            self.sandbox.__exit__(None, None, None)
            assert broken == []

    def act(self, act, **told):
        """Do it; when the house refuses, nothing has changed."""
        before = self.everything()
        try:
            act(at=self.at, key=a_key_of(), **told)
        except Refusal:
            assert self.everything() == before
        else:
            assert Line.objects.count() == before[0] + 1

    def everything(self):
        return (
            Line.objects.count(),
            sorted(Stay.objects.values_list("id", "ended_at", "arrived_at")),
            sorted(Want.objects.values_list("id", "ended_at")),
        )

    def guest(self, desk, number):
        return self.guests[self.desks[desk].site.pk][number]

    def a_stay(self, desk, number):
        """A stay of the house, ended or not; of the other house when there is none here."""
        mine = Stay.objects.filter(site=self.desks[desk].site.pk).order_by("given_at", "id")
        found = list(mine) or list(Stay.objects.order_by("id"))
        return found[number % len(found)] if found else None

    @rule(desk=desks, number=numbers)
    def somebody_wants_a_bed(self, desk, number):
        self.act(actions.want_bed, actor=self.desks[desk], guest=self.guest(desk, number), night=NIGHT)

    @rule(desk=desks, number=numbers)
    def somebody_of_the_other_house_is_asked_for(self, desk, number):
        guest = self.guest(0 if desk == 2 else 2, number)
        with pytest.raises(Refusal):
            actions.want_bed(actor=self.desks[desk], guest=guest, night=NIGHT, at=self.at, key=a_key_of())

    @rule(desk=desks, number=numbers)
    def the_wish_is_taken_back(self, desk, number):
        for want in Want.objects.filter(guest=self.guest(desk, number).pk):
            self.act(actions.cancel_want, actor=self.desks[desk], want=want)

    @rule(desk=desks, number=numbers)
    def a_bed_is_given(self, desk, number):
        self.act(actions.give_bed, actor=self.desks[desk], guest=self.guest(desk, number), night=NIGHT)

    @rule(desk=desks, number=numbers, place=numbers)
    def a_bed_on_the_board_is_given(self, desk, number, place):
        beds = list(Bed.objects.filter(site=self.desks[desk].site.pk).order_by("room__code", "position"))
        bed, guest = beds[place % len(beds)], self.guest(desk, number)
        self.act(actions.give_bed, actor=self.desks[desk], guest=guest, night=NIGHT, bed=bed)

    @rule(desk=desks)
    def the_night_is_planned(self, desk):
        self.act(actions.plan_night, actor=self.desks[desk], night=NIGHT)

    @rule(desk=desks, number=numbers)
    def somebody_arrives(self, desk, number):
        self.act(actions.arrive, actor=self.desks[desk], guest=self.guest(desk, number), night=NIGHT)

    @rule(desk=desks, one=numbers, other=numbers)
    def two_swap(self, desk, one, other):
        if (left := self.a_stay(desk, one)) and (right := self.a_stay(desk, other)):
            self.act(actions.swap, actor=self.desks[desk], one=left, other=right, night=NIGHT)

    @rule(desk=desks, number=numbers, place=numbers)
    def somebody_moves(self, desk, number, place):
        beds = list(Bed.objects.filter(site=self.desks[desk].site.pk).order_by("room__code", "position"))
        if stay := self.a_stay(desk, number):
            self.act(actions.move, actor=self.desks[desk], stay=stay, bed=beds[place % len(beds)], night=NIGHT)

    @rule(desk=desks, number=numbers)
    def a_bed_is_freed(self, desk, number):
        if stay := self.a_stay(desk, number):
            self.act(actions.free_bed, actor=self.desks[desk], stay=stay, night=NIGHT)

    @rule(desk=desks, number=numbers)
    def somebody_did_not_come(self, desk, number):
        if stay := self.a_stay(desk, number):
            why = EndReason.DID_NOT_COME
            self.act(actions.free_bed, actor=self.desks[desk], stay=stay, night=NIGHT, reason=why)

    @rule(desk=desks)
    def those_who_did_not_come_are_waited_for_no_longer(self, desk):
        self.act(actions.pass_places_on, actor=self.desks[desk], night=NIGHT)

    @rule(desk=desks, back=some.integers(0, 5))
    def something_is_taken_back(self, desk, back):
        site = self.desks[desk].site.pk
        lines = list(Line.objects.filter(site=site).order_by("-seq")[: back + 1])
        if len(lines) > back and lines[back].seq > self.began[site]:
            self.act(journal.undo, actor=self.desks[desk], line_id=lines[back].id, of_colleagues={"nights"})

    @rule(desk=desks)
    def it_gets_cold(self, desk):
        actor = self.desks[desk]
        decided = cold.Decided(ColdMetric.FELT, -5, date(2027, 3, 31), "Prefect, 12 November", ColdMeasures({"men": 1}))
        with suppress(Refusal):
            cold.set_plan(actor=actor, decided=decided, seen_version=0, at=self.at, key=a_key_of())
        self.act(cold.switch_on, actor=actor, first_night=NIGHT, last_night=NIGHT, figure=-7)

    @rule(desk=desks)
    def it_is_mild_again(self, desk):
        self.act(cold.switch_off, actor=self.desks[desk])

    @rule(minutes=some.sampled_from([1, 9, 40]))
    def time_passes(self, minutes):
        self.at = min(self.at + timedelta(minutes=minutes), EVENING + timedelta(hours=12))

    @invariant()
    def nobody_has_two_beds_and_no_bed_two_guests(self):
        held = list(Stay.objects.filter(ended_at=None).values_list("bed", "guest"))

        assert len({bed for bed, _guest in held}) == len({guest for _bed, guest in held}) == len(held)

    @invariant()
    def rooms_are_for_whom_they_say_and_never_beyond_their_maximum(self):
        inside = defaultdict(list)
        for stay in Stay.objects.filter(ended_at=None).select_related("guest", "bed__room"):
            inside[stay.bed.room].append(stay)
        family_of = dict(Membership.objects.values_list("guest", "group"))
        for room, stays in inside.items():
            families = {family_of.get(stay.guest_id) for stay in stays} - {None}
            counted = {stay.guest.counted for stay in stays}
            assert len(stays) <= LEGAL[room.kind]
            assert room.kind == "family" or (counted <= {room.kind.replace("e", "a")} and not families)
            assert room.kind != "family" or len(families) <= 1
            assert all(stay.site_id == room.site_id == stay.guest.site_id for stay in stays)

    @invariant()
    def nobody_waits_who_has_a_bed(self):
        waiting = Want.objects.filter(ended_at=None).values_list("guest", flat=True)

        assert len(waiting) == len(set(waiting))
        assert not Stay.objects.filter(ended_at=None, guest__in=waiting).exists()

    @invariant()
    def the_register_alone_tells_who_has_a_bed_and_who_waits(self):
        for site in getattr(self, "guests", ()):
            held, waiting = told_by_the_register(site)
            assert held == set(Stay.objects.filter(site=site, ended_at=None).values_list("guest", flat=True))
            assert waiting == set(Want.objects.filter(site=site, ended_at=None).values_list("guest", flat=True))


HAVE_A_BED = {"nights.given", "nights.planned"}
HAVE_NONE = {"nights.freed", "nights.released", "nights.places_passed_on"}


def told_by_the_register(site):
    """Who has a bed and who waits, read from the lines and from nothing else."""
    held, waiting, changed = set(), set(), {}
    lines = Line.objects.filter(site=site).order_by("seq").prefetch_related("subjects")
    for number, line in enumerate(lines, start=1):
        assert (line.seq, json.loads(bytes(line.body))["kind"]) == (number, line.kind)
        about = {subject.guest for subject in line.subjects.all()}
        before = (set(held), set(waiting))
        if line.undoes:
            for now, (came, went) in zip((held, waiting), changed[line.undoes], strict=True):
                now -= came
                now |= went
        elif line.kind in HAVE_A_BED:
            held |= about
            waiting -= about
        elif line.kind in HAVE_NONE:
            held -= about
        elif line.kind == "nights.wanted":
            waiting |= about
        elif line.kind == "nights.want_cancelled":
            waiting -= about
        changed[line.id] = [(now - was, was - now) for now, was in zip((held, waiting), before, strict=True)]
    return held, waiting


CALM = settings(deadline=None, suppress_health_check=list(HealthCheck))


def test_a_night_in_any_order_keeps_every_promise(db):
    OneNight.houses = Houses()
    run_state_machine_as_test(OneNight, settings=settings(CALM, max_examples=8, stateful_step_count=16))


@pytest.mark.slow
def test_many_nights_in_any_order_keep_every_promise(db):
    OneNight.houses = Houses()
    run_state_machine_as_test(OneNight, settings=settings(CALM, max_examples=40, stateful_step_count=50))
