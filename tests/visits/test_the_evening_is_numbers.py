"""In the last hour another house learns how many beds are wanted, never for whom; a bus promises no seat twice."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from halte import journal
from halte.accounts.roles import Role
from halte.desk.last_hour import is_near, last_hour_of
from halte.journal.models import Line
from halte.sites.models import Hours
from halte.visits import actions, counts, offers, queries
from halte.visits.models import BedAsked, BusRun
from tests.cast import a_key_of
from tests.pages import signed_in, words_of


@pytest.fixture
def door(staff_at, dunkirk):
    """The greeter of the day centre at Dunkirk."""
    return staff_at(dunkirk, Role.GREETER)


@pytest.fixture
def visitor(door, a_guest, now):
    """Someone inside at Dunkirk."""

    def make():
        guest = a_guest(actor=door)
        actions.arrive(actor=door, guest=guest, at=now, key=a_key_of())
        return guest

    return make


@pytest.fixture
def bus(door, calais, now, a_key):
    return actions.set_bus(actor=door, house=calais, leaves_at=now + timedelta(hours=1), seats=8, at=now, key=a_key())


def test_who_has_no_bed_tonight_is_a_number(door, visitor, calais, now, a_key):
    asked = visitor()
    visitor()
    actions.count_at_door(actor=door, kind="man", n=3, at=now, key=a_key())
    before = last_hour_of(door, now)

    actions.ask_bed(actor=door, guest=asked, house=calais, at=now, key=a_key())

    assert (before.inside, before.without_bed) == (5, 5)
    assert (last_hour_of(door, now).asked, last_hour_of(door, now).without_bed) == (1, 4)


def test_whoever_left_with_a_bed_asked_for_does_not_hide_another(door, visitor, calais, now, a_key):
    gone = visitor()
    visitor()
    actions.ask_bed(actor=door, guest=gone, house=calais, at=now, key=a_key())

    actions.leave(actor=door, guest=gone, at=now, key=a_key())

    assert (last_hour_of(door, now).inside, last_hour_of(door, now).without_bed) == (1, 1)


def test_the_other_house_reads_a_number_and_no_row(door, visitor, calais, night_desk, now, a_key, monkeypatch):
    monkeypatch.setattr("django.utils.timezone.now", lambda: now)
    guests = [visitor(), visitor()]
    for guest in guests:
        actions.ask_bed(actor=door, guest=guest, house=calais, at=now, key=a_key())

    page = words_of(signed_in(night_desk).get(reverse("desk:last_hour")).content.decode())

    assert queries.asked_of(calais, now) == [("Dunkirk", 2)]
    assert not BedAsked.objects.seen_by(night_desk).exists()
    assert "Others ask us for beds tonight" in page
    assert not any(guest.spoken in page for guest in guests)


def test_one_tap_asks_and_one_takes_back(door, visitor, calais, now, monkeypatch):
    monkeypatch.setattr("django.utils.timezone.now", lambda: now)
    guest, desk = visitor(), signed_in(door)
    desk.post(reverse("visits:ask_bed", args=[guest.id]), {"house": "calais", "key": a_key_of().value})
    tile = offers.offers(actor=door, guest=guest, at=now)[0]

    desk.post(reverse("visits:take_back_bed", args=[guest.id]), {"key": a_key_of().value})

    assert (tile.service, tile.pill.text) == ("bed_elsewhere", "Asked: Calais")
    assert queries.asked_of(calais, now) == []


def test_a_guest_asks_one_house_a_night(door, visitor, calais, dunkirk, now, a_key):
    guest = visitor()
    actions.ask_bed(actor=door, guest=guest, house=calais, at=now, key=a_key())

    with pytest.raises(actions.AlreadyAsked):
        actions.ask_bed(actor=door, guest=guest, house=calais, at=now, key=a_key())
    with pytest.raises(actions.NoBedsThere):
        actions.ask_bed(actor=door, guest=visitor(), house=dunkirk, at=now, key=a_key())


def test_no_seat_is_promised_twice(door, bus, now, a_key):
    actions.take_seats(actor=door, bus=bus, n=5, at=now, key=a_key())

    with pytest.raises(actions.BusFull):
        actions.take_seats(actor=door, bus=bus, n=4, at=now, key=a_key())

    assert BusRun.objects.get().taken == 5


def test_the_database_itself_promises_no_seat_twice(bus):
    with pytest.raises(IntegrityError, match="no_more_than_seats"), transaction.atomic():
        BusRun.objects.filter(id=bus.id).update(taken=9)


def test_seats_come_back_by_undo_and_a_bus_that_left_takes_nobody(door, greeter, bus, calais, dunkirk, now, a_key):
    actions.take_seats(actor=door, bus=bus, n=5, at=now, key=a_key())
    line = Line.objects.filter(kind="visits.seats_taken").get()

    journal.undo(actor=door, line_id=line.id, at=line.recorded_at, key=a_key())

    assert BusRun.objects.get().taken == 0
    for actor, at in ((door, now + timedelta(hours=2)), (greeter, now)):
        with pytest.raises(actions.BusGone):
            actions.take_seats(actor=actor, bus=bus, at=at, key=a_key())
    day = counts.counts(site=dunkirk, on=dunkirk.today(now))
    assert (day["visits.bus_seats"], day["visits.beds_asked"]) == (0, 0)


def test_the_desk_shows_the_way_an_hour_and_a_half_before_closing(door, dunkirk, greeter, now):
    Hours.objects.create(site=dunkirk, weekday=dunkirk.today(now).weekday(), opens="09:00", closes="19:00")

    assert [is_near(door, now + timedelta(minutes=n)) for n in (-31, -30, 59, 60)] == [False, True, True, False]
    assert not is_near(greeter, now)


@pytest.mark.parametrize("language", ["fr", "en", "ar", "fa", "ps", "ckb", "ti", "am", "so", "vi", "tr"])
def test_the_sheet_with_115_is_in_the_guests_language(door, calais, language):
    page = signed_in(door).get(reverse("desk:sheet", args=[language]))

    assert page.status_code == 200
    assert f'lang="{language}"' in page.content.decode()
    assert "115" in words_of(page.content.decode())
    assert "Calais" in words_of(page.content.decode())


def test_a_sheet_in_a_language_nobody_reads_here_is_not_found(door):
    assert signed_in(door).get(reverse("desk:sheet", args=["xx"])).status_code == 404
