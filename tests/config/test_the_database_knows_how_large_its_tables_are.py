"""SQLite chooses the index on the guest, not the one on the site, once it has looked at the tables."""

import pytest
from django.db import connection

from halte.accounts.actor import Actor
from halte.config.sizes import ROWS_LOOKED_AT, measure_tables
from halte.guests.models import Guest
from tests.demo.conftest import EVENING


@pytest.mark.django_db
def test_a_few_guests_are_found_by_their_identifiers(greeter: Actor) -> None:
    site = greeter.site
    Guest.objects.bulk_create(
        Guest(site=site, card_key=bytes([n % 256, n // 256]), spoken_box=b"", made_on=EVENING.date())
        for n in range(ROWS_LOOKED_AT * 2)
    )

    measure_tables()

    few = Guest.objects.seen_by(greeter).filter(id__in=[guest.id for guest in Guest.objects.all()[:5]])
    if connection.vendor == "sqlite":
        assert "sqlite_autoindex_guests_guest_1 (id=?)" in few.explain()
    assert few.count() == 5
