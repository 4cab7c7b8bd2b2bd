"""Wrong tries of an account, a device or a card: each counts, also when many come at the same moment."""

import threading
from datetime import datetime, timedelta
from uuid import uuid4

import pytest

from halte.common.models import WrongTries
from halte.common.tries import Limit
from tests.common.at_once import at_once

FIVE = Limit("doors", at_most=5, within=timedelta(minutes=15))
FROM_THE_FIRST = Limit("doors", at_most=5, within=timedelta(minutes=15), from_the_first=True)
MINUTE = timedelta(minutes=1)


@pytest.mark.django_db(transaction=True)
def test_tries_at_the_same_moment_all_count():
    account, tablet = uuid4(), uuid4()

    at_once(*[lambda: [FIVE.note(*pair) for pair in [(account, tablet), (tablet, account)] * 3]] * 4)

    assert FIVE.tries(account) == FIVE.tries(tablet) == 24


@pytest.mark.django_db(transaction=True)
def test_whoever_reads_first_and_writes_then_loses_one():
    """The control: two that both read before either writes."""
    account, both_have_read = uuid4(), threading.Barrier(2)
    FIVE.note(account)

    def careless():
        row = WrongTries.objects.get()
        both_have_read.wait(10)
        row.tries += 1
        row.save()

    at_once(careless, careless)

    assert FIVE.tries(account) == 2


@pytest.mark.django_db
def test_each_has_its_own_count_and_nobody_is_counted_for_somebody_unknown(now: datetime):
    one, other = uuid4(), uuid4()
    for _try in range(5):
        FIVE.note(one, None, at=now)

    assert FIVE.is_over(one, at=now)
    assert FIVE.is_over(other, one, at=now)
    assert not FIVE.is_over(other, None, at=now)
    assert not Limit("windows", at_most=5, within=FIVE.within).is_over(one, at=now)


@pytest.mark.django_db
def test_a_further_try_begins_the_time_anew_or_not_as_the_limit_says(now: datetime):
    for limit, tries_after in ((FIVE, 2), (FROM_THE_FIRST, 0)):
        whose = uuid4()
        limit.note(whose, at=now)
        limit.note(whose, at=now + 10 * MINUTE)

        assert limit.tries(whose, at=now + 14 * MINUTE) == 2
        assert limit.tries(whose, at=now + 16 * MINUTE) == tries_after
        assert limit.tries(whose, at=now + 25 * MINUTE) == 0


@pytest.mark.django_db
def test_what_counts_no_more_is_cleared_at_the_next_wrong_try(now: datetime):
    FIVE.note(uuid4(), at=now)
    FIVE.note(uuid4(), at=now + 16 * MINUTE)

    assert WrongTries.objects.count() == 1


@pytest.mark.django_db
def test_five_tries_pass_and_whoever_succeeds_begins_anew(now: datetime):
    assert [FIVE.passes("a card", at=now) for _try in range(7)] == [True] * 5 + [False] * 2

    FIVE.forget("a card")

    assert FIVE.passes("a card", at=now)


@pytest.mark.django_db
def test_nobody_reads_in_the_table_whose_tries_they_are():
    account = uuid4()
    FIVE.note(account)

    assert str(account) not in WrongTries.objects.get().counted
