"""What the demo's loader wrote in bulk is as whole as what was done act by act."""

import json
from pathlib import Path

from django.db.models import Count, Sum

from halte.accounts.models import Staff
from halte.accounts.roles import Role
from halte.config import demo
from halte.config.demo import people, places, weeks
from halte.config.demo.places import DAY_A, HOSTEL
from halte.config.demo.world import World
from halte.funding.models import Expense, Share
from halte.goods.models import Movement, Stock
from halte.governance.models import Decision
from halte.guests.models import Group, Guest
from halte.journal.checking import breaks
from halte.journal.models import Line, Subject
from halte.nights.models import Stay, Want
from halte.reports.models import DayClosed
from halte.sites.models import Bed
from halte.visits.models import Visit
from tests.demo.conftest import ONE_IN


def test_the_chain_is_whole(world: World) -> None:
    assert list(breaks()) == []
    assert Line.objects.count() > 1000


def test_every_visit_and_every_bed_has_its_line(world: World) -> None:
    arrivals = Line.objects.filter(kind="visits.arrived")

    assert arrivals.count() == Visit.objects.count()
    assert set(Subject.objects.filter(line__in=arrivals).values_list("guest", flat=True)) == set(
        Visit.objects.values_list("guest", flat=True)
    )


def test_the_stock_is_what_its_movements_say(world: World) -> None:
    moved = {
        (row["site"], row["variant"]): row["sum"]
        for row in Movement.objects.values("site", "variant").annotate(sum=Sum("quantity"))
    }

    assert {(stock.site_id, stock.variant_id): stock.balance for stock in Stock.objects.all()} == moved


def test_the_evening_is_under_way(world: World) -> None:
    hostel, night = world.sites[HOSTEL], world.night(HOSTEL, 0)
    tonight = Stay.objects.filter(site=hostel, night=night, ended_at__isnull=True)

    assert Bed.objects.filter(site=hostel).count() == 400
    assert tonight.filter(arrived_at__isnull=False).exists()
    assert tonight.filter(arrived_at__isnull=True).exists()
    assert Want.objects.filter(night=night, ended_at__isnull=True).exists()
    assert Visit.objects.filter(site=world.sites[DAY_A], left_at__isnull=True).exists()


def test_families_are_together_tonight(world: World) -> None:
    night = world.night(HOSTEL, 0)

    for group in Group.objects.filter(site=world.sites[HOSTEL], is_family=True):
        members = group.memberships.values_list("guest", flat=True)
        stays = Stay.objects.filter(night=night, ended_at__isnull=True, guest__in=members)
        assert len(set(stays.values_list("bed__room", flat=True))) <= 1


def test_guests_and_nights_are_those_of_the_seed(world: World) -> None:
    households = people.at_sites(world.seed, ONE_IN)[HOSTEL]
    plans = weeks.nights(world.seed, households, weeks.beds_of(households, places.rooms()))
    hostel = world.sites[HOSTEL]

    assert set(Guest.objects.filter(site=hostel).values_list("id", "language")) == {
        (world.id("guest", HOSTEL, person.number), person.language)
        for household in households
        for person in household.members
    }
    assert set(Stay.objects.filter(night__lt=world.night(HOSTEL, 0)).values_list("guest", "bed", "night")) == {
        (
            world.id("guest", HOSTEL, plan.person.number),
            world.id("bed", HOSTEL, plan.room, plan.bed),
            world.night(HOSTEL, plan.nights_ago),
        )
        for plan in plans
    }


def test_no_bed_and_no_guest_is_doubled(world: World) -> None:
    live = Stay.objects.filter(ended_at__isnull=True)

    assert not live.values("bed", "night").annotate(n=Count("id")).filter(n__gt=1).exists()
    assert not live.values("guest", "night").annotate(n=Count("id")).filter(n__gt=1).exists()


def test_the_days_before_are_closed_with_their_numbers(world: World) -> None:
    assert DayClosed.objects.filter(site=world.sites[DAY_A]).count() >= 13


def test_the_hostel_is_open_by_a_decision_for_400(world: World) -> None:
    decision = Decision.objects.get()

    assert [(one.site.code, one.places) for one in decision.commitments.all()] == [(HOSTEL, 400)]
    assert world.sites[HOSTEL].opened_on is not None


def test_the_cost_is_shared_to_the_cent(world: World) -> None:
    shared = Expense.objects.filter(shares__isnull=False).distinct()

    assert shared.count() == 5
    for expense in shared:
        assert sum(share.cents for share in expense.shares.all()) == expense.cents
    assert set(Share.objects.values_list("owed_currency", flat=True)) == {"GBP"}


def test_one_invented_person_signs_in_for_each_role(world: World, demo_folder: Path) -> None:
    people = demo.sign_ins()

    assert sorted(person.role for person in people) == sorted(Role.values)
    assert all(Staff.objects.get(sign_in_name=one.sign_in_name).check_password(one.password) for one in people)
    assert (demo_folder / demo.SIGN_INS).stat().st_mode & 0o077 == 0
    assert json.loads((demo_folder / demo.SIGN_INS).read_text())


def test_no_guest_has_a_name() -> None:
    assert {field.name for field in Guest._meta.fields} == {
        "id", "site", "card_key", "spoken_box", "state", "language", "counted", "placed", "made_on",
        "on_card_of", "in_cot", "ask_in_private", "protected", "replaced_by",
    }  # fmt: skip
