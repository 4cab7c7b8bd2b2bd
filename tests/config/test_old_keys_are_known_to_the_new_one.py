"""Whoever has the key of today knows every key there was; whoever has an old one knows that one alone."""

import secrets
from collections.abc import Iterator

import pytest

from halte.common import keys
from halte.common.models import DataKey
from halte.config import keyring
from halte.config.unusable import Unusable


@pytest.fixture
def house() -> Iterator[bytes]:
    """The key of the tests' own data, which is given back at the end."""
    first, root = keys.data_key(), keys.root_key()
    yield first
    keys.give(first, root)


@pytest.mark.django_db
def test_a_change_keeps_what_is_made_from_the_first_key(house):
    second, third = secrets.token_bytes(32), secrets.token_bytes(32)
    keyring.begin()
    made = keys.derived("codes")

    keyring.replace([house, second])
    keyring.replace([house, second, third])

    assert keys.derived("codes") == made
    keys.give(third)
    assert keyring.load() == [house, second, third]
    assert keys.root_key() == house
    for box in DataKey.objects.values_list("box", flat=True):
        assert not {each for each in (house, second, third) if each in bytes(box)}


@pytest.mark.django_db
@pytest.mark.parametrize("which", ["older", "another house's"])
def test_no_other_key_reads_the_list(house, which):
    keyring.begin()
    keyring.replace([house, secrets.token_bytes(32)])

    keys.give(house if which == "older" else secrets.token_bytes(32))

    with pytest.raises(Unusable, match="not the one of this data"):
        keyring.load()
