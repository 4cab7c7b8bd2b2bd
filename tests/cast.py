"""Who and what the tests play with."""

from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime
from uuid import uuid4

import pytest
from allauth.mfa.models import Authenticator

from halte.accounts.actor import Actor
from halte.accounts.models import Membership as RoleAtSite
from halte.accounts.models import Staff
from halte.accounts.roles import SECOND_FACTOR, Role
from halte.common.retry import RetryKey
from halte.guests import actions as guest_actions
from halte.guests.models import Group, Guest
from halte.sites.models import Bed, Room, RoomKind, Site, SiteKind


def a_key_of(body: bytes = b"") -> RetryKey:
    return RetryKey.new(body)


@pytest.fixture
def now() -> datetime:
    """A Tuesday evening in November, 18:00 in Calais."""
    return datetime(2026, 11, 24, 17, 0, tzinfo=UTC)


@pytest.fixture
def a_key() -> Callable[..., RetryKey]:
    return a_key_of


@pytest.fixture
def calais(db: None) -> Site:
    return Site.objects.create(
        code="calais", name="Calais", kind=SiteKind.HOSTEL, town="Calais", opened_on=date(2026, 1, 1)
    )


@pytest.fixture
def dunkirk(db: None) -> Site:
    return Site.objects.create(
        code="dunkirk", name="Dunkirk", kind=SiteKind.DAY_CENTRE, town="Dunkirk", opened_on=date(2026, 1, 1)
    )


@pytest.fixture
def staff_at(db: None) -> Callable[..., Actor]:
    """Make a signed-up colleague at a site with some roles, and give the actor they are there."""

    def make(site: Site, *roles: Role) -> Actor:
        name = f"staff-{uuid4().hex[:8]}"
        person = Staff.objects.create(sign_in_name=name, called="Amina", password="!", language="en")
        if SECOND_FACTOR.intersection(roles):
            Authenticator.objects.create(user=person, type=Authenticator.Type.TOTP, data={})
        for role in roles:
            RoleAtSite.objects.create(site=site, staff=person, role=role, since=date(2026, 1, 1))
        return Actor(id=person.id, site=site, roles=frozenset(roles), called=person.called)

    return make


@pytest.fixture
def greeter(staff_at: Callable[..., Actor], calais: Site) -> Actor:
    return staff_at(calais, Role.GREETER)


@pytest.fixture
def night_desk(staff_at: Callable[..., Actor], calais: Site) -> Actor:
    return staff_at(calais, Role.NIGHT_HOST)


@pytest.fixture
def goods_keeper(staff_at: Callable[..., Actor], calais: Site) -> Actor:
    return staff_at(calais, Role.GOODS_KEEPER)


@pytest.fixture
def adviser(staff_at: Callable[..., Actor], calais: Site) -> Actor:
    return staff_at(calais, Role.ADVISER)


@pytest.fixture
def manager(staff_at: Callable[..., Actor], calais: Site) -> Actor:
    return staff_at(calais, Role.MANAGER)


@pytest.fixture
def coordinator(staff_at: Callable[..., Actor], calais: Site) -> Actor:
    return staff_at(calais, Role.COORDINATOR)


@pytest.fixture
def treasurer(staff_at: Callable[..., Actor], calais: Site) -> Actor:
    return staff_at(calais, Role.TREASURER)


@pytest.fixture
def authority(staff_at: Callable[..., Actor], calais: Site) -> Actor:
    return staff_at(calais, Role.AUTHORITY)


@pytest.fixture
def elsewhere(staff_at: Callable[..., Actor], dunkirk: Site) -> Actor:
    """Someone with every role, at the other site."""
    return staff_at(dunkirk, *Role)


@pytest.fixture
def a_guest(greeter: Actor, now: datetime) -> Callable[..., Guest]:
    """Make a guest with a card, at Calais unless an actor of another site is given."""

    def make(*, actor: Actor = greeter, **told: str) -> Guest:
        guest, _secret = guest_actions.make_card(actor=actor, at=now, key=a_key_of(), **told)
        return guest

    return make


@pytest.fixture
def a_family(greeter: Actor, now: datetime, a_guest: Callable[..., Guest]) -> Callable[..., Group]:
    """Make a family, with children if asked."""

    def make(*, members: int = 4, children: int = 0, agreed_neighbouring: bool = False) -> Group:
        counts = ["child"] * children + ["woman", "man"] * members
        guests = [a_guest(counted=counted) for counted in counts[:members]]
        return guest_actions.keep_together(
            actor=greeter,
            guests=guests,
            is_family=True,
            agreed_neighbouring=agreed_neighbouring,
            at=now,
            key=a_key_of(),
        )

    return make


@pytest.fixture
def a_room(calais: Site) -> Callable[..., Room]:
    """Make a room with beds, at Calais unless another site is given."""
    numbers = iter(range(1, 1000))

    def make(*, kind: str = RoomKind.FAMILY, beds: int = 4, site: Site = calais, offers: Sequence[str] = ()) -> Room:
        room = Room.objects.create(
            site=site, code=f"{next(numbers):03}", kind=kind, legal_maximum=beds, offers=list(offers)
        )
        Bed.objects.bulk_create(
            [Bed(site=site, room=room, label=str(place + 1), position=place) for place in range(beds)]
        )
        return room

    return make
