"""The other site: whatever names a row in its address, asked for another site's row, answers `not found`."""

from uuid import uuid4

import pytest
from django.test import Client
from django.utils import timezone

from halte.accounts.roles import Role
from tests.guards.addresses import addresses
from tests.guards.askers import ask, browser, program
from tests.guards.rows import BELONG_TO_THE_NETWORK, OWN_ACCOUNT, ROWS

WITH_ROWS = [address for address in addresses() if address.objects]


@pytest.mark.parametrize("address", WITH_ROWS, ids=str)
def test_every_address_with_a_row_in_it_has_an_example(address):
    known = set(ROWS) | set(BELONG_TO_THE_NETWORK) | set(OWN_ACCOUNT)

    assert address.name in known, (
        f"{address.name} ({address.route}) names a row. Add to ROWS in tests/guards/rows.py a function that makes such "
        "a row at a site, or to BELONG_TO_THE_NETWORK why every site sees it."
    )


def test_no_example_is_left_over():
    assert set(ROWS) <= {address.name for address in WITH_ROWS}


@pytest.mark.parametrize("address", [a for a in WITH_ROWS if a.name in ROWS], ids=str)
def test_another_sites_row_is_not_found(address, calais, dunkirk):
    now = timezone.now()
    if address.is_api:
        client, there, here = Client(), program(dunkirk, *Role, now=now), program(calais, *Role, now=now)
    else:
        client, there, here = browser(dunkirk, *Role), None, None
    arguments, data = ROWS[address.name](calais, now)
    data = data if address.is_api else {"key": str(uuid4()), **data}
    url = address.url(**arguments)

    elsewhere = ask(client, address.method, url, headers=there, data=data)
    assert elsewhere.status_code == 404, f"{url} answered {elsewhere.status_code} to another site"

    client = client if address.is_api else browser(calais, *Role)
    at_home = ask(client, address.method, url, headers=here, data=data)
    assert at_home.status_code not in {403, 404}, f"the example is no good: {at_home.status_code} at home"
    assert at_home.status_code < 500
