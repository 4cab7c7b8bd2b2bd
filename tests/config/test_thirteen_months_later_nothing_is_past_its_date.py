"""Every field says until when it is kept; the house goes through the months, and nothing is found past its date.

Made from the register of fields: a new table is filled, and looked for, by itself.
"""

from datetime import timedelta

import pytest
from django.db import models

from halte.accounts.models import Membership
from halte.common.fields import Keep
from halte.config import data_register, jobs
from halte.sites.models import Site
from tests.forensics import filling

DAYS = {
    Keep.WRONG_TRY: 1,
    Keep.SESSION: 1,
    Keep.RETRY: 3,
    Keep.DAY: 2,
    Keep.DOOR: 31,
    Keep.MESSAGE: 31,
    Keep.TALK: 31,
    Keep.STAFF: 91,
    Keep.GUEST: 366,
    Keep.STAY: 366,
    Keep.COMPLAINT: 366,
    Keep.QUESTION: 366,
    Keep.MARK: 366,
    Keep.CASE: 731,
}
"""The last day on which a field may be found, and the night in which it goes."""
FOR_EVER = {Keep.ALWAYS, Keep.REGISTER, Keep.MONEY, Keep.READER}
THIRTEEN_MONTHS = 397
MONTHS = (4, 33, 93, THIRTEEN_MONTHS, 735)


@pytest.fixture
def filled(calais, dunkirk, now, settings, tmp_path):
    """A row in every table at each of two houses: at Calais all is over, at Dunkirk all is still open."""
    settings.DATA = tmp_path
    over = filling.fill(calais, now, ended=True)
    still = filling.fill(dunkirk, now - timedelta(minutes=30), ended=False)
    Membership.objects.everywhere(because="what is over ends a role").filter(site=calais).update(until=now.date())
    return over, still


def goes_on(until, days):
    """The house is served until this day; what it counts day by day is tested elsewhere."""
    Site.objects.update(opened_on=(until - timedelta(days=1)).date())
    jobs.run_due(until + timedelta(hours=days % 3))


def past_its_date(filler, days, *, spared=()):
    """Every field that is found although its days are over."""
    return {
        f"{row.table}.{row.field}"
        for model, made in filler.made.items()
        if model is not Site
        for row in data_register.rows(model)
        if row.knowledge.keep not in {*FOR_EVER, *spared} and DAYS[row.knowledge.keep] < days
        if is_there(model, made.pk, row.field)
    }


def is_there(model, pk, field):
    kept = model._base_manager.filter(pk=pk)
    if isinstance(model._meta.get_field(field), models.ManyToManyField):
        return kept.filter(**{f"{field}__isnull": False}).exists()
    return any(value not in (None, "", b"") for value in kept.values_list(field, flat=True))


def test_every_way_of_keeping_has_a_date_here():
    assert set(DAYS) | FOR_EVER == set(Keep)


def test_the_months_go_by_and_nothing_is_found_past_its_date(filled, now):
    over, still = filled
    gone = 0

    for days in MONTHS:
        goes_on(now + timedelta(days=days), days)

        assert past_its_date(over, days) == set()
        if days >= THIRTEEN_MONTHS:
            found = past_its_date(still, days, spared={Keep.STAFF, Keep.CASE})
            assert {one for one in found if not one.startswith("visits.Tagged.")} == set()
            assert "visits.Tagged.guest" not in found, "A bag that still lies here keeps its number, and is nobody's."
        left = sum(model._base_manager.filter(pk=made.pk).exists() for model, made in over.made.items())
        assert left <= len(over.made) - gone
        gone = len(over.made) - left


def test_without_the_nightly_run_almost_everything_would_be_found(filled, now):
    over, still = filled

    found = past_its_date(over, THIRTEEN_MONTHS)

    assert {"visits.Visit.guest", "nights.Stay.guest", "guests.Guest.language", "accounts.Staff.called"} <= found
    assert len(found) > 150
    assert past_its_date(still, THIRTEEN_MONTHS, spared={Keep.STAFF})


def test_what_is_not_past_its_date_is_still_there(filled, now):
    over, _still = filled

    goes_on(now + timedelta(days=1), 1)

    left = {model._meta.label for model, made in over.made.items() if model._base_manager.filter(pk=made.pk).exists()}
    assert left >= {"guests.Guest", "nights.Stay", "visits.Visit", "goods.Given", "advice.Deadline", "accounts.Staff"}
