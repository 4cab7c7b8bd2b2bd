"""What is sealed opens with its own key and in its own place, and nowhere else."""

import pytest
from cryptography.exceptions import InvalidTag
from hypothesis import given
from hypothesis import strategies as st

from halte.common import keys, sealing

keys_of_boxes = st.binary(min_size=32, max_size=32)


@given(keys_of_boxes, st.binary(), st.binary())
def test_what_was_closed_opens_as_it_was(key, said, bound):
    box = sealing.closed(key, said, bound)

    assert sealing.opened(key, box, bound) == said
    assert sealing.closed(key, said, bound) != box


@pytest.mark.parametrize("what", ["key", "place", "bit"])
def test_another_key_another_place_or_one_bit_opens_nothing(what):
    key, box = bytes(32), sealing.closed(bytes(32), b"a receipt", b"here")
    other = bytes([*box[:-1], box[-1] ^ 1])

    with pytest.raises(InvalidTag):
        sealing.opened(
            keys.derived("another", key) if what == "key" else key,
            other if what == "bit" else box,
            b"there" if what == "place" else b"here",
        )
