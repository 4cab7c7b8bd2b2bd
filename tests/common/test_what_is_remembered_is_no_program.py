"""Django's cache is a table of ours, plain JSON under digests: writing there runs nothing (`common.cache`)."""

import pickle
from base64 import b64encode
from datetime import timedelta

import pytest
from django.core.cache import cache

from halte.common.models import Remembered
from tests.common.at_once import at_once

pytestmark = pytest.mark.django_db

RAN = []
"""What a program that lay in the table did."""


class Runs:
    """What somebody who can write into the database leaves there."""

    def __reduce__(self):
        return (runs, ("code",))


def runs(code):
    RAN.append(code)


def as_django_does():
    return pickle.loads(Remembered.objects.get().said.encode("latin-1"))


@pytest.fixture
def at(monkeypatch, now):
    """Sets the clock to so many seconds after now."""

    def at(seconds):
        monkeypatch.setattr("django.utils.timezone.now", lambda: now + timedelta(seconds=seconds))

    at(0)
    return at


@pytest.mark.parametrize("value", ["y", True, [1.5, 2.5], {"a": None}, None])
def test_what_was_said_is_said_again_until_its_time_is_past(value, at):
    cache.set("key", value, timeout=60)

    at(59)
    assert cache.get("key", "nothing") == value
    at(60)
    assert cache.get("key", "nothing") == "nothing"


def test_the_first_who_adds_is_told_so_and_the_next_when_it_is_past(at):

    assert [cache.add("key", turn, timeout=60) for turn in range(3)] == [True, False, False]
    assert cache.get("key") == 0
    at(61)
    assert cache.add("key", 3, timeout=60)
    assert Remembered.objects.count() == 1


def test_it_is_kept_longer_deleted_and_cleared(at):
    cache.set("key", 1, timeout=60)
    cache.set("other", 2, timeout=None)

    assert cache.touch("key", 120)
    assert not cache.touch("unknown", 120)
    at(90)
    assert cache.get_many(["key", "other", "unknown"]) == {"key": 1, "other": 2}
    assert cache.incr("key") == 2
    assert cache.delete("key")
    assert not cache.delete("key")
    cache.clear()
    assert not Remembered.objects.exists()


def test_its_table_names_no_account_and_no_code():
    cache.add("allauth.mfa.totp.used?user=42&code=123456", "y", timeout=30)

    row = Remembered.objects.get()
    assert not any(word in f"{row.named} {row.said}" for word in ("42&", "123456", "totp"))


def test_a_program_written_into_the_table_is_not_run():
    RAN.clear()
    cache.set("key", 1)
    Remembered.objects.update(said=pickle.dumps(Runs(), protocol=0).decode("latin-1"))

    with pytest.raises(ValueError, match="Expecting value"):
        cache.get("key")

    assert RAN == []
    as_django_does()
    assert RAN == ["code"], "The control ran nothing: this test would not see it."


def test_what_is_not_json_is_refused():
    with pytest.raises(TypeError):
        cache.set("key", b64encode)


@pytest.mark.django_db(transaction=True)
def test_of_many_who_add_at_the_same_moment_one_is_the_first():
    first = []

    at_once(*[lambda: first.append(cache.add("key", True, timeout=60))] * 8)

    assert sorted(first) == [False] * 7 + [True]
