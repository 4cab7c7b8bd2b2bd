"""A ticket code fetches an answer at its own door, and nobody finds one by trying."""

from datetime import datetime, timedelta

import pytest

from halte.common import tickets
from halte.common.models import WrongTries


def test_a_code_is_found_however_it_was_typed_and_at_its_own_door_only():
    code = tickets.new()
    typed = tickets.spaced(code).lower().replace("0", "o").replace("1", "l")

    assert tickets.key_of(typed, "complaints") == tickets.key_of(code, "complaints")
    assert tickets.key_of(code, "complaints") != tickets.key_of(code, "rights")


@pytest.mark.django_db
def test_after_too_many_wrong_codes_a_door_rests_until_the_quarter_is_over(now: datetime, monkeypatch):
    monkeypatch.setattr(tickets, "TRIES_IN_A_QUARTER", 2)
    tickets.note_wrong(at=now)
    assert not tickets.too_many_tries(at=now)
    tickets.note_wrong(at=now)

    assert tickets.too_many_tries(at=now)
    assert not tickets.too_many_tries(at=now + timedelta(minutes=15))
    tickets.note_wrong(at=now + timedelta(minutes=15))
    assert WrongTries.objects.get().tries == 1, "nothing of the quarter before is kept"
