"""Writes the demo's guests: cards, families, friends, and what a place must offer them."""

from datetime import datetime

from halte.common import ids
from halte.config.demo import people, weeks
from halte.config.demo.people import HouseholdPlan
from halte.config.demo.world import World
from halte.guests.models import Group, Guest, Membership, PlaceWanted, spoken_box


def give_out(world: World) -> None:
    """1,500 guests have cards: each was made at the desk in the days before the two weeks."""
    world.households = people.at_sites(world.seed, world.one_in)
    for site, households in world.households.items():
        made_at = world.moment(site, world.day(site, weeks.DAYS + 1), 11 * 60)
        for household in households:
            _household(world, site, household, made_at)
        _save(world, site, households, made_at)


def _household(world: World, site: str, household: HouseholdPlan, made_at: datetime) -> None:
    place, greeter = world.sites[site], world.managers[site]
    for person in household.members:
        guest = world.guests[site, person.number] = Guest(
            id=world.id("guest", site, person.number),
            site=place,
            card_key=ids.key_at_site(person.secret, place.id),
            spoken_box=spoken_box(place, ids.code_of_secret(person.secret)),
            language=person.language,
            counted=person.counted,
            made_on=place.today(made_at),
        )
        world.chain(site).add(greeter, "guests.card_made", made_at, [guest.id])


def _save(world: World, site: str, households: tuple[HouseholdPlan, ...], made_at: datetime) -> None:
    place, greeter = world.sites[site], world.managers[site]
    guests = {person.number: world.guests[site, person.number] for one in households for person in one.members}
    Guest.objects.bulk_create(guests.values(), batch_size=500)
    together = [household for household in households if len(household.members) > 1]
    groups = {
        household.number: Group(id=world.id("group", site, household.number), site=place, is_family=household.is_family)
        for household in together
    }
    Group.objects.bulk_create(groups.values())
    Membership.objects.bulk_create(
        [
            Membership(
                site=place,
                group=groups[household.number],
                guest=guests[person.number],
                since=place.today(made_at),
            )
            for household in together
            for person in household.members
        ]
    )
    PlaceWanted.objects.bulk_create(
        [
            PlaceWanted(site=place, guest=guests[person.number], need=need)
            for household in households
            for person in household.members
            for need in person.needs
        ]
    )
    for household in together:
        members = [guests[person.number].id for person in household.members]
        world.chain(site).add(greeter, "guests.together", made_at, members, members=len(members))
    world.chain(site).save()
