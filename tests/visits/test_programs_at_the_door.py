"""A program at the door does what a greeter does, once for each key."""

from uuid import uuid4

import pytest

from halte.accounts import actions as account_actions
from halte.accounts.models import DeviceKind
from halte.accounts.roles import Role
from halte.goods import actions as goods_actions
from halte.goods.models import Given
from halte.visits.models import DoorCount, Numbered, Visit

pytestmark = pytest.mark.usefixtures("it_is_morning")


@pytest.fixture
def program(client, manager, morning, a_key):
    """Send a request with a device's token and a retry key."""

    def register(*roles):
        _device, token = account_actions.register_device(
            actor=manager, label="Door", kind=DeviceKind.API, roles=roles, at=morning, key=a_key()
        )
        return token

    tokens = {}

    def send(path, body=None, *, key=None, role=Role.GREETER):
        if role not in tokens:
            tokens[role] = register(role)
        headers = {"Authorization": f"Bearer {tokens[role]}"}
        if body is None:
            return client.get(f"/api/v1/{path}", headers=headers)
        headers["Idempotency-Key"] = str(key or uuid4())
        return client.post(f"/api/v1/{path}", body, content_type="application/json", headers=headers)

    return send


def test_a_guest_comes_in_by_the_spoken_code_and_a_retry_answers_the_same(program, a_guest):
    guest, key = a_guest(), uuid4()

    first = program("visits", {"code": guest.spoken}, key=key)
    again = program("visits", {"code": guest.spoken}, key=key)

    assert (first.status_code, again.status_code) == (201, 201)
    assert first.json() == again.json()
    assert Visit.objects.count() == 1
    assert program("visits", {"code": guest.spoken}).json()["code"] == "visits.already_inside"


def test_counting_at_the_door_answers_how_many_are_inside(program):
    assert program("counts/door", {"kind": "man", "n": 3}).json()["inside"] == 3
    assert program("counts/services", {"service": "meal"}).status_code == 201
    assert program("inside").json()["inside"] == 3
    assert DoorCount.objects.get().number == 3


@pytest.mark.parametrize("n", [0, -1, 100, 2**70])
def test_a_count_out_of_bounds_is_not_understood(program, n):
    assert program("counts/door", {"kind": "man", "n": n}).status_code == 422
    assert not DoorCount.objects.exists()


def test_a_shower_is_given_next_or_chosen(program, a_guest):
    next_free = program("showers", {"code": a_guest().spoken})
    chosen = program("showers", {"code": a_guest().spoken, "starts_at": "2026-11-24T09:30:00Z", "cabin": 2})
    taken = program("showers", {"code": a_guest().spoken, "starts_at": "2026-11-24T10:30:00+01:00", "cabin": 2})
    without_zone = program("showers", {"code": a_guest().spoken, "starts_at": "2026-11-24T09:30:00", "cabin": 3})

    assert next_free.json()["cabin"] == 1
    assert chosen.status_code == 201
    assert (taken.status_code, taken.json()["code"]) == (409, "visits.slot_taken")
    assert without_zone.status_code == 422
    assert Numbered.objects.count() == 2


def test_the_other_sites_card_is_not_known(program, elsewhere, a_guest):
    answer = program("visits", {"code": a_guest(actor=elsewhere).spoken})

    assert (answer.status_code, answer.json()["code"]) == (404, "guests.code_unknown")


def test_a_write_without_a_key_or_role_is_refused(client, program, a_guest):
    assert program("visits", {"code": "x"}, key="none").status_code == 422
    assert program("visits", {"code": a_guest().spoken}, role=Role.EDITOR).status_code == 403
    assert client.post("/api/v1/visits", {}, content_type="application/json").status_code == 401


def test_a_blanket_is_given_once_for_each_key(program, goods_keeper, a_guest, morning, a_key):
    kind = goods_actions.add_kind(actor=goods_keeper, code="blanket", names={"en": "Blanket"}, at=morning, key=a_key())
    goods_actions.receive(actor=goods_keeper, variant=kind.variants.get(), quantity=1, at=morning, key=a_key())
    asked, key = {"code": a_guest().spoken, "kind": "blanket", "reason": "lost"}, uuid4()

    first, again = program("goods/given", asked, key=key), program("goods/given", asked, key=key)

    assert (first.status_code, first.json()) == (201, again.json())
    assert Given.objects.get().reason == "lost"
    assert program("goods/given", asked).json()["code"] == "goods.out_of_stock"
    assert program("goods/given", asked | {"kind": "hat"}).json()["code"] == "goods.no_such_thing"
    assert program("goods/stock").json() == [{"kind": "blanket", "size": "one", "balance": 0, "days_left": 0}]
