"""Tonight's plan gives beds to those who wait, says why to everyone, and a person always decides otherwise."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.urls import reverse
from django.utils import timezone

from halte import journal
from halte.config import jobs
from halte.guests.models import PlaceWanted
from halte.journal.models import Line
from halte.nights import actions, refusals, shown_plan
from halte.nights.models import NightPlan, OverruleWhy, PlanLine, Stay, Want, WantEnd
from halte.sites.models import PlaceNeed, Room, RoomKind, RulesVersion
from tests.cast import a_key_of
from tests.pages import signed_in


@pytest.fixture
def plans(night_desk, night, now):
    def plan(**asked):
        return actions.plan_night(**{"actor": night_desk, "night": night, "at": now, "key": a_key_of()} | asked)

    return plan


@pytest.fixture
def waits(night_desk, night, now):
    def wait(guest, **asked):
        given = {"actor": night_desk, "guest": guest, "night": night, "at": now, "key": a_key_of()} | asked
        return actions.want_bed(**given)

    return wait


@pytest.fixture
def overrules(night_desk, now):
    def decide(line, room=None, why=OverruleWhy.SAFER, **asked):
        given = {"actor": night_desk, "line": line, "room": room, "why": why, "at": now, "key": a_key_of()} | asked
        return actions.overrule(**given)

    return decide


def room_of(guest, night):
    return Stay.objects.get(guest=guest, night=night, ended_at=None).bed.room


def line_of(guest):
    return PlanLine.objects.select_related("plan", "room").get(guest=guest)


def test_everyone_who_waits_has_a_bed_and_a_reason(plans, waits, a_room, a_guest, a_family, night, dunkirk):
    men, family_room = a_room(kind=RoomKind.MEN, beds=2), a_room(kind=RoomKind.FAMILY, beds=4)
    alone, family = a_guest(counted="man"), a_family(members=4)
    members = [one.guest for one in family.memberships.all()]
    waits(alone)
    waits(members[0])

    made = plans()

    assert room_of(alone, night) == men
    assert {room_of(one, night) for one in members} == {family_room}
    assert not Want.objects.filter(ended_at=None).exists()
    assert {answer.why for answer in shown_plan.answers(made)} == {
        "A room that is safe for them: Men.",
        "A room that is safe for them: Family.",
    }


def test_whoever_is_placed_first_has_the_last_bed_and_the_other_keeps_waiting(plans, waits, a_room, a_guest, night):
    a_room(kind=RoomKind.WOMEN, beds=1)
    early, first = a_guest(counted="woman"), a_guest(counted="woman")
    type(first).objects.filter(pk=first.pk).update(placed="first")
    waits(early)
    waits(first)

    made = plans()

    assert Stay.objects.get(night=night).guest == first
    assert Want.objects.get(guest=early).ended_at is None
    assert line_of(early).room is None
    assert "Every room that is safe for them is full." in shown_plan.answers(made)[0].why
    assert [goal[:3] for goal in made.goals[:1]] == [["placed_first", 1, 1]]


def test_whoever_had_no_place_last_night_comes_before_whoever_had_one(
    plans, waits, night_desk, a_room, a_guest, night, now
):
    lucky, without = a_guest(counted="man"), a_guest(counted="man")
    waits(without, night=night - timedelta(days=1), at=now - timedelta(days=1))
    a_room(kind=RoomKind.MEN, beds=1)
    waits(lucky, at=now - timedelta(hours=1))
    waits(without)

    plans()

    assert Stay.objects.get(night=night).guest == without


def test_whoever_has_a_bed_is_not_moved(plans, waits, slept, a_room, a_guest, night):
    a_room(kind=RoomKind.MEN, beds=3)
    stays_on, new = a_guest(counted="man"), a_guest(counted="man")
    before = slept(stays_on).bed_id
    waits(new)

    plans()

    assert Stay.objects.get(guest=stays_on, ended_at=None).bed_id == before
    assert Stay.objects.get(guest=new).bed_id != before
    assert not PlanLine.objects.filter(guest=stays_on).exists()


def test_a_hall_for_one_night_gives_last_nights_room_back_where_it_can(
    plans, waits, slept, a_room, a_guest, night, now, calais, night_desk
):
    a_room(kind=RoomKind.MEN, beds=2)
    a_room(kind=RoomKind.MEN, beds=2)
    returns = a_guest(counted="man")
    last = slept(returns).bed.room
    RulesVersion.objects.create(
        site=calais, number=1, since=now - timedelta(hours=1), settings={"stays_continue": False}, set_by=night_desk.id
    )
    waits(returns)

    plans()

    assert room_of(returns, night) == last
    assert line_of(returns).why == "last_room"


def test_whoever_did_not_say_where_they_are_safe_is_asked_in_private(plans, waits, a_room, a_guest):
    a_room(kind=RoomKind.MEN, beds=2)
    unsaid = a_guest()
    waits(unsaid)

    made = plans()

    assert shown_plan.answers(made)[0].why.endswith("Ask them in private.")
    assert Want.objects.get(guest=unsaid).ended_at is None


def test_a_wish_no_room_offers_is_named(plans, waits, a_room, a_guest, calais):
    room = a_room(kind=RoomKind.MEN, beds=2)
    Room.objects.filter(pk=room.pk).update(floor=2)
    guest = a_guest(counted="man")
    PlaceWanted.objects.create(site=calais, guest=guest, need=PlaceNeed.GROUND_FLOOR)
    waits(guest)

    made = plans()

    assert "Ground floor" in shown_plan.answers(made)[0].why


def test_what_a_desk_did_while_the_plan_was_made_stands(plans, waits, gives, a_room, a_guest, night, monkeypatch):
    a_room(kind=RoomKind.MEN, beds=1)
    planned, quick = a_guest(counted="man"), a_guest(counted="man")
    waits(planned)
    import halte.nights.plan as planner

    solve = planner.plan

    def while_solving(question):
        gives(quick)
        return solve(question)

    monkeypatch.setattr(planner, "plan", while_solving)

    plans()

    assert Stay.objects.get(night=night).guest == quick
    assert line_of(planned).why == "changed"
    assert Want.objects.get(guest=planned).ended_at is None


def test_nothing_is_planned_for_nobody_or_for_another_night(plans, waits, a_room, a_guest, night, elsewhere):
    a_room(kind=RoomKind.MEN)
    with pytest.raises(refusals.NobodyWaits):
        plans()
    waits(a_guest(counted="man"))
    with pytest.raises(refusals.NightOutOfReach):
        plans(night=night + timedelta(days=1))
    with pytest.raises(refusals.NobodyWaits):
        plans(actor=elsewhere)

    assert not NightPlan.objects.exists()


def test_a_plan_is_taken_back_as_one(plans, waits, night_desk, a_room, a_guest, now):
    a_room(kind=RoomKind.MEN)
    for _one in range(3):
        waits(a_guest(counted="man"))
    made = plans()
    line = Line.objects.get(kind="nights.planned")

    journal.undo(actor=night_desk, line_id=line.id, at=now, key=a_key_of())

    assert not Stay.objects.filter(ended_at=None).exists()
    assert Want.objects.filter(ended_at=None).count() == 3
    assert shown_plan.newest(night_desk, made.night) is None


def test_a_person_gives_another_room_with_a_reason_that_is_a_line(
    plans, waits, overrules, a_room, a_guest, night, calais
):
    guest = a_guest(counted="man")
    rooms = {a_room(kind=RoomKind.MEN, beds=2), a_room(kind=RoomKind.MEN, beds=2)}
    waits(guest)
    plans()
    other = (rooms - {room_of(guest, night)}).pop()

    overrules(line_of(guest), other)

    assert room_of(guest, night) == other
    assert line_of(guest).overruled == OverruleWhy.SAFER
    assert line_of(guest).room == other
    assert Line.objects.filter(kind="nights.plan_overruled").count() == 1


def test_a_family_that_a_person_sends_back_waits_whole(plans, waits, overrules, a_room, a_family):
    a_room(kind=RoomKind.FAMILY, beds=4)
    members = [one.guest for one in a_family(members=3).memberships.all()]
    for member in members:
        waits(member)
    plans()

    overrules(line_of(members[0]))

    assert not Stay.objects.filter(ended_at=None).exists()
    assert Want.objects.filter(ended_at=None).exclude(end=WantEnd.GIVEN).count() == 3


def test_nobody_overrules_safety_nor_moves_a_sleeper(plans, waits, overrules, night_desk, a_room, a_guest, night, now):
    a_room(kind=RoomKind.MEN)
    women = a_room(kind=RoomKind.WOMEN)
    guest = a_guest(counted="man")
    waits(guest)
    plans()

    with pytest.raises(refusals.RoomNotForThem):
        overrules(line_of(guest), women)
    actions.arrive(actor=night_desk, guest=guest, night=night, at=now, key=a_key_of())
    with pytest.raises(refusals.AlreadyInside):
        overrules(line_of(guest))

    assert Stay.objects.get(guest=guest, ended_at=None).inside
    assert not line_of(guest).overruled


def test_another_house_cannot_overrule(plans, waits, overrules, a_room, a_guest, elsewhere):
    a_room(kind=RoomKind.MEN)
    guest = a_guest(counted="man")
    waits(guest)
    plans()

    with pytest.raises(refusals.NotHere):
        overrules(line_of(guest), actor=elsewhere)


def test_the_plan_makes_itself_only_where_and_when_the_rules_say(waits, a_room, a_guest, calais, night_desk):
    at = timezone.now()
    a_room(kind=RoomKind.MEN)
    guest = a_guest(counted="man")
    waits(guest, night=calais.tonight(at), at=at)

    jobs.plan_night(night_desk.system(calais), at, a_key_of())
    assert not NightPlan.objects.exists()
    RulesVersion.objects.create(
        site=calais, number=1, since=at, settings={"plans_by_itself": True}, set_by=night_desk.id
    )
    calais._rules_known.clear()
    jobs.plan_night(night_desk.system(calais), at, a_key_of())

    assert Stay.objects.get(guest=guest, ended_at=None)


def test_the_hour_of_the_plan_is_a_rule_of_the_house(calais, now, night_desk):
    job = next(job for job in jobs.SITE_JOBS if job.name == "night_planned")
    type(calais).objects.filter(pk=calais.pk).update(opened_on=now.date())
    calais.refresh_from_db()
    assert [due.astimezone(calais.zone).hour for due in job.due(calais, now)] == [18]
    settings = {"plan_minute": 17 * 60 + 30}
    RulesVersion.objects.create(site=calais, number=1, since=now, settings=settings, set_by=night_desk.id)
    calais._rules_known.clear()

    due = next(job.due(calais, now)).astimezone(calais.zone)

    assert (due.hour, due.minute) == (17, 30)


def test_the_page_says_room_reason_and_bound_and_takes_a_decision(night_desk, a_room, a_guest, calais, waits):
    at = timezone.now()
    night = calais.tonight(at)
    a_room(kind=RoomKind.MEN, beds=1)
    guests = [a_guest(counted="man"), a_guest(counted="man")]
    for minute, guest in enumerate(guests):
        waits(guest, night=night, at=at + timedelta(seconds=minute))
    browser = signed_in(night_desk)
    browser.post(reverse("nights:make_plan", args=[night]), {"key": str(uuid4())})

    page = browser.get(reverse("nights:plan", args=[night])).content.decode()

    assert "A room that is safe for them: Men." in page
    assert "Every room that is safe for them is full." in page
    assert "1 of 1" in page
    url = reverse("nights:overrule", args=[night, line_of(guests[0]).id])
    browser.post(url, {"key": str(uuid4())})
    assert not line_of(guests[0]).overruled
    browser.post(url, {"key": str(uuid4()), "why": "asked"})
    assert line_of(guests[0]).overruled == "asked"


def test_one_plan_of_many_asks_the_database_little(plans, waits, a_room, a_guest, django_assert_max_num_queries):
    for _room in range(3):
        a_room(kind=RoomKind.MEN, beds=4)
    for _one in range(10):
        waits(a_guest(counted="man"))

    with django_assert_max_num_queries(46):
        plans()
