"""A line about a guest shares no number with another: laid side by side, lines of somebody erased stay apart."""

import json

import pytest

from halte.guests import actions as guests
from halte.journal.models import Line, Subject
from halte.visits import actions
from halte.visits.models import TagKind

BEGINS = {"visits.locker_given", "visits.taken_in", "visits.ticket_taken"}
ENDS = {"visits.locker_returned", "visits.handed_back", "visits.ticket_called", "visits.ticket_ended"}


@pytest.fixture
def through_the_day(greeter, morning, a_key):
    """A locker, a phone and a ticket, each from its first line to its last."""

    def go(guest=None):
        how = {"actor": greeter, "at": morning}
        if guest:
            locker = actions.give_locker(guest=guest, key=a_key(), **how)
            actions.return_locker(numbered=locker, key=a_key(), **how)
        phone = actions.take_in(kind=TagKind.PHONE, guest=guest, key=a_key(), **how)
        actions.hand_back(kind=TagKind.PHONE, number=phone.number, key=a_key(), **how)
        ticket = actions.take_ticket(guest=guest, key=a_key(), **how)
        actions.call_next(key=a_key(), **how)
        actions.end_ticket(ticket=ticket, key=a_key(), **how)

    return go


def said(kinds):
    return [json.loads(bytes(line.body))["data"] for line in Line.objects.filter(kind__in=kinds)]


def test_no_line_that_ends_something_names_the_number_of_the_line_that_began_it(through_the_day, a_guest):
    through_the_day(a_guest())

    assert all("number" in data for data in said(BEGINS))
    assert len(said(ENDS)) == len(ENDS)
    assert not any("number" in data for data in said(ENDS))


def test_lines_of_an_erased_guest_stay_apart(through_the_day, greeter, a_guest, morning, a_key):
    guest = a_guest()
    through_the_day(guest)

    guests.erase_guest(actor=greeter, guest=guest, at=morning, key=a_key())

    assert not Subject.objects.exists()
    assert not any("number" in data for data in said(ENDS))


def test_a_number_of_nobody_we_know_is_said_at_its_end_too(through_the_day):
    through_the_day()

    assert all("number" in data for data in said(ENDS))
