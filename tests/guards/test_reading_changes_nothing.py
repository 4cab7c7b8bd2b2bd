"""Whatever address is opened, nothing is done: no line of the register but that somebody looked."""

import pytest
from django.utils import timezone

from halte.accounts.roles import Role
from halte.journal.models import Line
from tests.guards.addresses import addresses
from tests.guards.askers import browser
from tests.guards.rows import ROWS

LOOKS = {"guests.looked", "complaints.read"}
"""Lines that say that somebody read: who reads about a person leaves one."""


def new_lines(before):
    return set(Line.objects.exclude(id__in=before).values_list("kind", flat=True))


@pytest.mark.one_database
@pytest.mark.parametrize("address", [one for one in addresses() if not one.is_api], ids=str)
def test_an_address_that_is_opened_does_nothing(address, calais):
    arguments, data = ROWS[address.name](calais, timezone.now()) if address.name in ROWS else ({}, {})
    client = browser(calais, *Role, raise_request_exception=False)
    before = list(Line.objects.values_list("id", flat=True))

    # What the page's own form would send, in the address: as a link on another website does.
    answers = [client.get(address.url(**arguments), {"key": "00000000-0000-4000-8000-0000000000ee", **data})]
    answers += [client.head(address.url(**arguments)), client.options(address.url(**arguments))]

    assert new_lines(before) <= LOOKS
    assert all(answer.status_code < 500 for answer in answers)


@pytest.mark.one_database
def test_a_press_is_noticed(calais):
    """The control."""
    browser(calais, *Role).post("/cards/new/", {"key": "00000000-0000-4000-8000-0000000000ef"})

    assert new_lines([]) == {"guests.card_made"}
