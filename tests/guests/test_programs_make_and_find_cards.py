"""The API of cards: codes travel in bodies, a retry key makes one card."""

from uuid import uuid4

import pytest

from halte.accounts import actions as account_actions
from halte.accounts.models import DeviceKind
from halte.accounts.roles import Role
from halte.common import ids
from halte.guests.models import Guest


@pytest.fixture
def program(client, manager, now, a_key):
    """Asks the API as a device of Calais."""
    _device, token = account_actions.register_device(
        actor=manager, label="Kiosk", kind=DeviceKind.API, roles=[Role.GREETER], at=now, key=a_key()
    )

    def ask(path, body, key=None, token=token):
        headers = {"Authorization": f"Bearer {token}", "Idempotency-Key": str(key or uuid4())}
        return client.post(f"/api/v1/{path}", body, content_type="application/json", headers=headers)

    return ask


def test_a_card_is_made_without_a_question_and_found_by_each_of_its_codes(program):
    made = program("cards", {})
    assert made.status_code == 201
    card = made.json()

    for code in (card["code"], card["secret"], f"https://halte.example/c/{card['secret']}"):
        found = program("cards/find", {"code": code})
        assert (found.status_code, found.json()["id"]) == (200, card["id"])


def test_the_same_key_makes_one_card(program):
    key = uuid4()

    first, again = program("cards", {}, key=key), program("cards", {}, key=key)

    assert first.json()["id"] == again.json()["id"]
    assert (again.status_code, again.json()["secret"]) == (201, "")
    assert Guest.objects.count() == 1


def test_the_same_key_with_another_card_is_refused(program):
    key = uuid4()
    program("cards", {}, key=key)

    assert program("cards", {"language": "ti"}, key=key).status_code == 422


def test_a_blank_printed_card_becomes_live_once(program):
    secret = ids.new_secret()

    assert program("cards", {"secret": secret}).status_code == 201
    assert program("cards", {"secret": secret}).status_code == 409
    assert program("cards", {"secret": "nothing"}).status_code == 422


def test_a_code_that_no_card_has_is_not_found(program):
    assert program("cards/find", {"code": "000-000-0"}).status_code == 404
    assert program("cards/find", {"code": ids.new_secret()}).status_code == 404


def test_without_a_token_nothing_is_made(program):
    assert program("cards", {}, token="guess").status_code == 401
    assert not Guest.objects.exists()
