"""Writes the demo's sites, rooms, beds, hours, rules and staff."""

from collections.abc import Mapping

from django.contrib.auth.hashers import make_password

from halte.accounts.actor import Actor
from halte.accounts.models import Membership, Staff
from halte.config.demo import places, weeks
from halte.config.demo.places import SitePlan
from halte.config.demo.staff import MANAGERS, STAFF, StaffPlan
from halte.config.demo.world import World
from halte.sites.models import Bed, Hours, Room, RulesVersion, Site


def build(world: World, passwords: Mapping[str, str]) -> None:
    """Every house stands, furnished and staffed.

    Args:
        passwords: By sign-in name; staff without one cannot sign in.
    """
    for plan in places.sites():
        _site(world, plan)
    for person in STAFF + MANAGERS:
        _hire(world, person, passwords.get(person.sign_in_name))
    for plan in places.sites():
        _rules(world, plan)
        world.chain(plan.code).save()


def _site(world: World, plan: SitePlan) -> None:
    site = Site.objects.create(
        id=world.id("site", plan.code),
        code=plan.code,
        name=plan.name,
        kind=plan.kind,
        town=plan.town,
        address=plan.address,
        opened_on=plan.opened_on,
    )
    world.sites[plan.code] = site
    Hours.objects.bulk_create(
        [
            Hours(site=site, service=hours.service, weekday=weekday, opens=hours.opens, closes=hours.closes)
            for hours in plan.hours
            for weekday in hours.weekdays
        ]
    )
    began = world.moment(plan.code, world.day(plan.code, weeks.DAYS + 3), 8 * 60)
    world.chain(plan.code).add(Actor.system(site), "sites.founded", began, kind=plan.kind)
    _rooms(world, plan, site)


def _rooms(world: World, plan: SitePlan, site: Site) -> None:
    rooms = {
        room.code: Room(
            id=world.id("room", plan.code, room.code),
            site=site,
            code=room.code,
            kind=room.kind,
            floor=room.floor,
            area_dm2=room.area_dm2,
            offers=list(room.offers),
            fire_limit=room.fire_limit,
            standard_limit=room.standard_limit,
            legal_maximum=room.legal_maximum,
        )
        for room in plan.rooms
    }
    Room.objects.bulk_create(rooms.values())
    for room in plan.rooms:
        rooms[room.code].neighbours.set([rooms[near] for near in room.neighbours])
    beds = {
        (room.code, bed.label): Bed(
            id=world.id("bed", plan.code, room.code, bed.label),
            site=site,
            room=rooms[room.code],
            label=bed.label,
            position=bed.position,
            lower=bed.lower,
        )
        for room in plan.rooms
        for bed in room.beds
    }
    Bed.objects.bulk_create(beds.values())
    world.beds.update(beds)


def _hire(world: World, person: StaffPlan, password: str | None) -> None:
    site = world.sites[person.site]
    staff = Staff.objects.create(
        id=world.id("staff", person.sign_in_name),
        sign_in_name=person.sign_in_name,
        called=person.called,
        password=make_password(password),
        language=person.language,
    )
    since = world.day(person.site, weeks.DAYS + 2)
    Membership.objects.create(site=site, staff=staff, role=person.role, since=since)
    actor = Actor(id=staff.id, site=site, roles=frozenset({person.role}), called=person.called)
    world.staff[person.sign_in_name] = actor
    if person.role.value == "manager":
        world.managers[person.site] = actor
    hired = world.moment(person.site, since, 9 * 60)
    chain = world.chain(person.site)
    chain.add(Actor.system(site), "accounts.role_given", hired, staff=staff.id, role=person.role.value)


def _rules(world: World, plan: SitePlan) -> None:
    """The first version of a site's rules, with the house rules in words."""
    site, manager = world.sites[plan.code], world.managers[plan.code]
    since = world.moment(plan.code, world.day(plan.code, weeks.DAYS + 1), 10 * 60)
    version = RulesVersion.objects.create(
        site=site,
        number=1,
        since=since,
        settings=dict(plan.settings),
        house_rules=dict(places.HOUSE_RULES),
        set_by=manager.id,
    )
    world.chain(plan.code).add(manager, "sites.rules_set", since, version=version.number)
