"""The check character finds every single mistake (docs/decisions/0003)."""

from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from halte.common import ids

secrets = st.integers(min_value=0, max_value=2**128 - 1).map(lambda number: ids._encoded(number, ids.SECRET_LENGTH))
codes = secrets.map(ids.code_of_secret)


@given(codes)
def test_every_code_made_is_a_code(code: str) -> None:
    assert ids.is_code(code)
    assert ids.is_code(ids.normal(ids.spaced(code).lower()))


@given(codes, st.integers(0, ids.CODE_LENGTH - 1), st.sampled_from(ids.ALPHABET))
def test_one_wrong_character_is_always_found(code: str, place: int, character: str) -> None:
    mistaken = code[:place] + character + code[place + 1 :]

    assert ids.is_code(mistaken) == (mistaken == code)


@given(codes, st.integers(0, ids.CODE_LENGTH - 2))
def test_two_swapped_neighbours_are_always_found(code: str, place: int) -> None:
    swapped = code[:place] + code[place + 1] + code[place] + code[place + 2 :]

    assert ids.is_code(swapped) == (swapped == code)


@given(secrets, st.uuids(), st.uuids())
def test_two_sites_know_one_card_by_different_keys(secret: str, here: UUID, there: UUID) -> None:
    same = ids.key_at_site(secret, here) == ids.key_at_site(secret, there)

    assert same == (here == there)


def test_letters_that_look_like_digits_are_read_as_digits() -> None:
    assert ids.normal("k7m-4qx-o") == "K7M4QX0"
    assert ids.normal(" iLO ") == "110"
