"""A manager closes a service once, and every screen of the site knows."""

from datetime import time, timedelta
from uuid import uuid4

import pytest

from halte import journal
from halte.accounts.models import Staff
from halte.journal.models import Line
from halte.sites import actions, queries
from halte.sites.counts import counts
from halte.sites.models import Closure, ClosureReason, Hours, Service


@pytest.fixture
def showers(calais):
    """Calais offers showers every day from 09:30 to 23:00."""
    for weekday in range(7):
        Hours.objects.create(site=calais, service=Service.SHOWER, weekday=weekday, opens=time(9, 30), closes=time(23))


def close(actor, now, key):
    return actions.close_service(actor=actor, service=Service.SHOWER, reason=ClosureReason.REPAIR, at=now, key=key)


def shower(site, now):
    return next(one for one in queries.offered_today(site, now) if one.service == Service.SHOWER)


def test_a_closed_service_is_not_offered_today_and_is_again_tomorrow(showers, manager, calais, now, a_key):
    assert shower(calais, now).open_now

    close(manager, now, a_key())

    assert not shower(calais, now).open_now
    assert shower(calais, now + timedelta(days=1)).open_now
    assert counts(site=calais, on=calais.today(now))["sites.services_closed"] == 1


def test_it_opens_again_the_same_day(showers, manager, calais, now, a_key):
    close(manager, now, a_key())

    actions.open_service(actor=manager, service=Service.SHOWER, at=now, key=a_key())

    assert shower(calais, now).open_now
    with pytest.raises(actions.NotClosed):
        actions.open_service(actor=manager, service=Service.SHOWER, at=now, key=a_key())


def test_it_is_not_closed_twice(showers, manager, now, a_key):
    close(manager, now, a_key())

    with pytest.raises(actions.AlreadyClosed):
        close(manager, now, a_key())
    assert Closure.objects.count() == 1


def test_closing_is_taken_back(showers, manager, calais, now, a_key):
    close(manager, now, a_key())
    line = Line.objects.get(kind="sites.service_closed")

    journal.undo(actor=manager, line_id=line.id, at=line.recorded_at, key=a_key())

    assert shower(calais, now).open_now


def test_the_other_site_goes_on(showers, manager, calais, dunkirk, now, a_key):
    Hours.objects.create(
        site=dunkirk,
        service=Service.SHOWER,
        weekday=dunkirk.today(now).weekday(),
        opens=time(9),
        closes=time(23),
    )

    close(manager, now, a_key())

    assert shower(dunkirk, now).open_now


def test_a_manager_does_it_with_one_press(showers, client, manager):
    client.force_login(Staff.objects.get(pk=manager.id), backend="allauth.account.auth_backends.AuthenticationBackend")

    client.post("/sites/services/shower/close/", {"key": str(uuid4()), "reason": "staff"})

    page = client.get("/sites/").content.decode()
    assert "Not enough of us" in page
    assert "Open again" in page
