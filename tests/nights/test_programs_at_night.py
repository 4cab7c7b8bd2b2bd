"""A program at the door does what a night host does, once for each key."""

from uuid import uuid4

import pytest
from django.utils import timezone

from halte.accounts import actions as account_actions
from halte.accounts.models import DeviceKind
from halte.accounts.roles import Role
from halte.guests.models import Counted
from halte.nights.models import Stay, Want
from halte.sites.models import RoomKind
from tests.cast import a_key_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def night(calais):
    return calais.tonight(timezone.now())


@pytest.fixture
def program(client, manager, now):
    """Send a request with a device's token and a retry key."""
    tokens = {}

    def send(path, body=None, *, key=None, role=Role.NIGHT_HOST, actor=manager):
        if (role, actor.site_id) not in tokens:
            _device, tokens[role, actor.site_id] = account_actions.register_device(
                actor=actor, label="Door", kind=DeviceKind.API, roles=[role], at=now, key=a_key_of()
            )
        headers = {"Authorization": f"Bearer {tokens[role, actor.site_id]}"}
        if body is None:
            return client.get(f"/api/v1/nights/{path}", headers=headers)
        headers["Idempotency-Key"] = str(key or uuid4())
        return client.post(f"/api/v1/nights/{path}", body, content_type="application/json", headers=headers)

    return send


def test_a_bed_is_wanted_given_and_slept_in(program, a_guest, a_room, night):
    a_room(kind=RoomKind.MEN)
    about = {"guest": str(a_guest(counted=Counted.MAN).id), "night": night.isoformat()}

    assert program("wants", about).status_code == 201
    assert program("stays", about).json()["room"] == "001"
    assert program("arrivals", about).json()["arrived_at"]
    assert Stay.objects.get().inside
    assert not Want.objects.open_for(night).exists()


def test_a_retry_answers_the_same_and_gives_nothing_twice(program, a_guest, a_room, night):
    a_room(kind=RoomKind.WOMEN)
    about = {"guest": str(a_guest().id), "night": night.isoformat(), "kind": "women", "arrived": True}
    key = uuid4()

    first, again = program("stays", about, key=key), program("stays", about, key=key)

    assert (first.status_code, again.status_code) == (201, 201)
    assert first.json() == again.json()
    assert Stay.objects.count() == 1


def test_a_chosen_bed_and_a_refusal_with_its_reason(program, a_guest, a_room, bed_of, night):
    bed = bed_of(a_room(kind=RoomKind.MEN), 2)
    about = {"night": night.isoformat(), "bed": str(bed.id)}

    given = program("stays", about | {"guest": str(a_guest(counted=Counted.MAN).id)})
    refused = program("stays", about | {"guest": str(a_guest(counted=Counted.MAN).id)})

    assert given.json()["bed"] == "3"
    assert (refused.status_code, refused.json()["code"]) == (409, "nights.bed_taken")


def test_the_numbers_name_nobody(program, a_guest, a_room, gives, night):
    a_room(kind=RoomKind.MEN)

    numbers = program(night.isoformat()).json()

    assert {name: numbers[name] for name in ("inside", "expected", "free", "closed", "waiting")} == {
        "inside": 0,
        "expected": 0,
        "free": 4,
        "closed": 0,
        "waiting": 0,
    }


@pytest.mark.parametrize("night", ["1999-01-01", "2100-01-01", "9999-12-31", "0001-01-01", "tomorrow"])
def test_a_night_outside_the_century_is_not_understood(program, a_guest, night):
    assert program(night).status_code == 422
    assert program("wants", {"guest": str(a_guest().id), "night": night}).status_code == 422


def test_guests_and_beds_of_another_site_are_unknown(program, elsewhere, a_guest, a_room, bed_of, dunkirk, night):
    theirs = a_guest(actor=elsewhere, counted=Counted.MAN)
    ours = a_guest(counted=Counted.MAN)
    bed = bed_of(a_room(kind=RoomKind.MEN, site=dunkirk))

    for path in ("wants", "stays", "arrivals"):
        assert program(path, {"guest": str(theirs.id), "night": night.isoformat()}).status_code == 404
    about = {"guest": str(ours.id), "night": night.isoformat(), "bed": str(bed.id)}
    assert program("stays", about).status_code == 404


def test_roles_open_doors(program, a_guest, night):
    about = {"guest": str(a_guest().id), "night": night.isoformat()}

    assert program("wants", about, role=Role.ADVISER).status_code == 403
    assert program(night.isoformat(), role=Role.ADVISER).status_code == 200
    assert program(night.isoformat(), role=Role.EDITOR).status_code == 403
