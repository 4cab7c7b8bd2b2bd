"""An adviser meets one guest at a time, and a guest one adviser; the database says so."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from halte import journal
from halte.accounts.roles import Role
from halte.advice import actions, queries
from halte.advice.counts import counts
from halte.advice.models import Appointment, AppointmentCell
from halte.advice.offers import offers
from halte.common.retry import RetryKey
from halte.journal.models import Line
from halte.visits import actions as visits
from tests.pages import signed_in


@pytest.fixture
def tomorrow(now):
    """Ten in the morning of the day after, in Calais."""
    return now + timedelta(hours=16)


@pytest.fixture
def booked(adviser, a_guest, now, tomorrow, a_key):
    def book(*, actor=adviser, guest=None, starts_at=tomorrow, quarters=2):
        return actions.book(
            actor=actor, guest=guest or a_guest(), starts_at=starts_at, quarters=quarters, at=now, key=a_key()
        )

    return book


@pytest.mark.parametrize("minutes", [-30, -15, 0, 15, 30])
def test_an_adviser_is_never_in_two_appointments_at_once(booked, tomorrow, minutes):
    booked(quarters=3)

    with pytest.raises(actions.AdviserTaken):
        booked(starts_at=tomorrow + timedelta(minutes=minutes), quarters=3)

    assert Appointment.objects.count() == 1
    assert Line.objects.filter(kind="advice.booked").count() == 1


@pytest.mark.parametrize("minutes", [-30, 30])
def test_appointments_that_only_touch_are_both_kept(booked, tomorrow, minutes):
    booked()

    assert booked(starts_at=tomorrow + timedelta(minutes=minutes))


def test_a_guest_is_never_with_two_advisers_at_once(booked, a_guest, staff_at, calais):
    guest, colleague = a_guest(), staff_at(calais, Role.ADVISER)
    booked(guest=guest)

    with pytest.raises(actions.GuestTaken):
        booked(guest=guest, actor=colleague)

    assert booked(actor=colleague)


def test_the_database_itself_refuses_a_second_row_for_a_quarter(booked):
    booked()
    cell = AppointmentCell.objects.all()[0]
    cell.id = uuid4()

    with pytest.raises(IntegrityError), transaction.atomic():
        cell.save(force_insert=True)


def test_a_cancelled_hour_is_free_again(booked, adviser, now, a_key):
    actions.cancel(actor=adviser, appointment=booked(), at=now, key=a_key())

    assert booked()


def test_whoever_did_not_come_leaves_the_rest_of_the_time_free(booked, adviser, now, a_key):
    appointment = booked()

    actions.did_not_come(actor=adviser, appointment=appointment, at=now, key=a_key())

    with pytest.raises(actions.AppointmentOver):
        actions.came(actor=adviser, appointment=appointment, at=now, key=a_key())
    assert booked()


@pytest.mark.parametrize(("minutes", "quarters"), [(7, 1), (0, 0), (0, 17)])
def test_an_appointment_begins_on_a_quarter_and_lasts_whole_quarters(booked, tomorrow, minutes, quarters):
    with pytest.raises(actions.NotOnTheQuarter):
        booked(starts_at=tomorrow + timedelta(minutes=minutes), quarters=quarters)


def test_nobody_is_booked_into_the_past(booked, now):
    with pytest.raises(actions.AppointmentPast):
        booked(starts_at=now - timedelta(hours=1))


def test_another_sites_guest_cannot_be_booked_nor_another_sites_appointment_ended(booked, a_guest, elsewhere, now):
    with pytest.raises(actions.GuestNotHere):
        booked(guest=a_guest(actor=elsewhere))
    with pytest.raises(actions.AppointmentOver):
        actions.cancel(actor=elsewhere, appointment=booked(), at=now, key=RetryKey.new())


def test_booking_can_be_taken_back_and_a_cancelling_too_unless_the_hour_is_taken(booked, adviser, now, a_key):
    appointment = booked()
    line = Line.objects.get(kind="advice.booked")
    actions.cancel(actor=adviser, appointment=appointment, at=now, key=a_key())
    cancelling = Line.objects.get(kind="advice.cancelled")

    with pytest.raises(actions.AppointmentOver):
        journal.undo(actor=adviser, line_id=line.id, at=line.recorded_at, key=a_key())
    booked()
    with pytest.raises(actions.AdviserTaken):
        journal.undo(actor=adviser, line_id=cancelling.id, at=cancelling.recorded_at, key=a_key())


def test_free_quarters_are_those_within_hours_that_nobody_has(booked, adviser, tomorrow):
    booked()
    day = adviser.site.today(tomorrow)

    free = queries.free_quarters(adviser, day, after=tomorrow - timedelta(hours=12))

    assert tomorrow not in free
    assert tomorrow + timedelta(minutes=15) not in free
    assert tomorrow + timedelta(minutes=30) in free
    assert len(free) == 8 * 4 - 2


def test_the_day_is_counted_without_names(booked, adviser, calais, tomorrow, now, a_key):
    actions.came(actor=adviser, appointment=booked(), at=now, key=a_key())
    booked(starts_at=tomorrow + timedelta(hours=1))

    assert counts(site=calais, on=calais.today(tomorrow)) == {
        "advice.appointments_open": 1,
        "advice.came": 1,
        "advice.did_not_come": 0,
        "advice.cancelled": 0,
    }


def test_the_desk_reads_the_number_how_many_before_and_the_next_appointment(
    booked, greeter, adviser, a_guest, now, a_key
):
    first, second = a_guest(), a_guest()
    for guest in (first, second):
        visits.take_ticket(actor=greeter, guest=guest, at=now, key=a_key())
    booked(guest=second)

    [tile] = offers(actor=greeter, guest=second, at=now)

    assert [str(line) for line in tile.lines] == [
        "Ticket <b>2</b>, 1 before them.",
        "Appointment Wednesday 25 November, 10:00.",
    ]
    assert [action.possible for action in tile.actions] == [False]
    visits.call_next(actor=adviser, at=now, key=a_key())
    [called] = offers(actor=greeter, guest=first, at=now)
    assert str(called.pill.text) == "Called now"


def test_only_an_adviser_may_book_from_the_panel(greeter, adviser, a_guest, now):
    guest, morning = a_guest(), now - timedelta(hours=8)

    [at_the_desk] = offers(actor=greeter, guest=guest, at=morning)
    [at_advice] = offers(actor=adviser, guest=guest, at=morning)

    assert len(at_the_desk.actions) == 1
    assert [str(action.label) for action in at_advice.actions] == ["Give a ticket", "Appointment 10:00"]


def test_the_advisers_page_books_by_spoken_code_and_calls_the_next_number(
    adviser, greeter, a_guest, a_key, monkeypatch, now
):
    monkeypatch.setattr("django.utils.timezone.now", lambda: now - timedelta(hours=8))
    guest, browser = a_guest(), signed_in(adviser)
    visits.take_ticket(actor=greeter, guest=guest, at=now - timedelta(hours=8), key=a_key())
    starts_at = queries.free_quarters(adviser, adviser.site.today(now), after=now - timedelta(hours=8))[0]
    said = {"key": uuid4(), "code": guest.spoken, "starts_at": starts_at.isoformat(), "quarters": 2}

    assert [browser.post("/advice/", said).status_code for _tap in range(2)] == [302, 302]
    assert browser.post("/advice/queue/call/", {"key": uuid4(), "table": 2}).status_code == 302

    page = browser.get("/advice/").content.decode()
    assert guest.spoken in page
    assert "10:00–10:30" in page
    assert "Table 2" in page
    assert Appointment.objects.count() == 1


def test_what_another_site_booked_is_not_found(booked, elsewhere):
    appointment = booked()

    answer = signed_in(elsewhere).post(f"/advice/appointments/{appointment.id}/came/", {"key": uuid4()})

    assert answer.status_code == 404


def test_a_wrong_press_is_taken_back_on_the_page(adviser, a_guest, a_key):
    begins = timezone.now().replace(minute=0, second=0, microsecond=0) + timedelta(hours=2)
    appointment = actions.book(
        actor=adviser, guest=a_guest(), starts_at=begins, at=begins - timedelta(hours=1), key=a_key()
    )
    browser = signed_in(adviser)
    browser.post(f"/advice/appointments/{appointment.id}/did-not-come/", {"key": uuid4()})

    browser.post(f"/advice/appointments/{appointment.id}/undo/", {"key": uuid4()})

    appointment.refresh_from_db()
    assert appointment.state == "booked"
    assert appointment.cells.filter(ended_at__isnull=True).count() == 2
