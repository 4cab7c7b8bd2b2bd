"""A shower slot, a locker, a ticket number: one person each, and the database says so."""

from datetime import date, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from django.db import IntegrityError, transaction
from hypothesis import given
from hypothesis import strategies as st

from halte import journal
from halte.common.refusal import constraint_of
from halte.guests.actions import GuestElsewhere
from halte.journal.models import Line
from halte.sites.models import Closure, RulesVersion, Service
from halte.visits import actions, queries, rules
from halte.visits.actions.tickets import TicketOver
from halte.visits.models import Numbered, NumberedService, Ticket
from halte.visits.rules import Slot


@pytest.fixture
def house_rules(manager, morning):
    def set_rules(**settings):
        RulesVersion.objects.create(
            site=manager.site, number=1, since=morning - timedelta(days=1), settings=settings, set_by=manager.id
        )

    return set_rules


def test_the_next_free_shower_is_given_and_the_one_after_to_the_next_guest(greeter, a_guest, morning, a_key):
    slots = [actions.give_slot(actor=greeter, guest=a_guest(), at=morning, key=a_key()) for _guest in range(7)]

    assert [slot.number for slot in slots] == [1, 2, 3, 4, 5, 6, 1]
    assert slots[0].starts_at == morning
    assert slots[6].starts_at == morning + timedelta(minutes=10)


def test_a_chosen_slot_that_another_desk_gave_is_refused(greeter, a_guest, morning, a_key):
    slot = Slot(morning + timedelta(minutes=20), 3)
    actions.give_slot(actor=greeter, guest=a_guest(), slot=slot, at=morning, key=a_key())

    with pytest.raises(actions.SlotTaken):
        actions.give_slot(actor=greeter, guest=a_guest(), slot=slot, at=morning, key=a_key())


@pytest.mark.parametrize(
    ("row", "name"),
    [
        ({"number": 1}, "one_guest_per_slot"),
        ({"number": 2, "same_guest": True}, "only_so_many_a_day"),
        ({"number": 2, "starts_at": None}, "a_shower_has_a_beginning"),
    ],
)
def test_the_database_itself_refuses_a_second_shower(greeter, a_guest, morning, a_key, row, name):
    first = actions.give_slot(actor=greeter, guest=a_guest(), at=morning, key=a_key())
    guest = first.guest if row.pop("same_guest", False) else a_guest()
    fields = {"service": NumberedService.SHOWER, "starts_at": first.starts_at, "on": first.on} | row

    with pytest.raises(IntegrityError) as clash, transaction.atomic():
        Numbered.objects.create(site=greeter.site, guest=guest, given_at=morning, **fields)

    assert constraint_of(clash.value) == name


@pytest.mark.parametrize(
    ("own", "number", "name"), [(False, 1, "one_guest_per_locker"), (True, 2, "one_locker_per_guest")]
)
def test_the_database_itself_refuses_a_second_locker(greeter, a_guest, morning, a_key, own, number, name):
    first = actions.give_locker(actor=greeter, guest=a_guest(), at=morning, key=a_key())
    guest = first.guest if own else a_guest()

    with pytest.raises(IntegrityError) as clash, transaction.atomic():
        Numbered.objects.create(
            site=greeter.site,
            guest=guest,
            service=NumberedService.LOCKER,
            number=number,
            on=first.on,
            nth=2,
            given_at=morning,
        )

    assert constraint_of(clash.value) == name


def test_a_guest_has_as_many_showers_a_day_as_the_house_says(greeter, a_guest, house_rules, morning, a_key):
    house_rules(showers_per_guest_a_day=2)
    guest = a_guest()
    given = [actions.give_slot(actor=greeter, guest=guest, at=morning, key=a_key()) for _time in range(2)]

    with pytest.raises(actions.EnoughToday):
        actions.give_slot(actor=greeter, guest=guest, at=morning, key=a_key())

    assert [row.nth for row in given] == [1, 2]
    tomorrow = actions.give_slot(actor=greeter, guest=guest, at=morning + timedelta(days=1), key=a_key())
    assert tomorrow.nth == 1


def test_a_shower_given_back_is_free_for_another_and_does_not_count(greeter, a_guest, morning, a_key):
    guest = a_guest()
    first = actions.give_slot(actor=greeter, guest=guest, at=morning, key=a_key())

    actions.free_slot(actor=greeter, numbered=first, at=morning, key=a_key())

    other = actions.give_slot(actor=greeter, guest=a_guest(), at=morning, key=a_key())
    again = actions.give_slot(actor=greeter, guest=guest, at=morning, key=a_key())
    assert (other.number, again.number, again.nth) == (1, 2, 1)
    with pytest.raises(actions.NotHeld):
        actions.free_slot(actor=greeter, numbered=first, at=morning, key=a_key())


def test_when_every_slot_is_given_the_desk_says_so(greeter, a_guest, house_rules, morning, a_key):
    house_rules(shower_cabins=1, shower_opens_minute=600, shower_closes_minute=610)
    actions.give_slot(actor=greeter, guest=a_guest(), at=morning, key=a_key())

    with pytest.raises(actions.NoSlotFree):
        actions.give_slot(actor=greeter, guest=a_guest(), at=morning, key=a_key())


def test_no_shower_is_given_while_showers_are_closed(greeter, a_guest, morning, a_key):
    Closure.objects.create(site=greeter.site, service=Service.SHOWER, on=greeter.site.today(morning), reason="repair")

    with pytest.raises(actions.ServiceClosed):
        actions.give_slot(actor=greeter, guest=a_guest(), at=morning, key=a_key())
    assert queries.free_slots(greeter, morning) == []


@pytest.mark.parametrize("slot", [Slot(None, 7), Slot(timedelta(minutes=3), 1), Slot(timedelta(days=1), 1)])
def test_a_slot_that_does_not_exist_is_refused(greeter, a_guest, morning, a_key, slot):
    asked = Slot(morning + (slot.starts_at or timedelta(0)), slot.cabin)

    with pytest.raises(actions.NotASlot):
        actions.give_slot(actor=greeter, guest=a_guest(), slot=asked, at=morning, key=a_key())


def test_a_slot_given_by_mistake_is_taken_back_until_another_has_it(greeter, a_guest, morning, a_key, undone):
    actions.give_slot(actor=greeter, guest=a_guest(), at=morning, key=a_key())
    undone()

    again = actions.give_slot(actor=greeter, guest=a_guest(), at=morning, key=a_key())

    assert again.number == 1
    assert len(queries.showers(greeter, morning).given) == 1


def test_freeing_a_slot_cannot_be_taken_back_once_another_guest_has_it(greeter, a_guest, morning, a_key):
    first = actions.give_slot(actor=greeter, guest=a_guest(), at=morning, key=a_key())
    actions.free_slot(actor=greeter, numbered=first, at=morning, key=a_key())
    line = Line.objects.filter(kind="visits.slot_freed").get()
    actions.give_slot(actor=greeter, guest=a_guest(), at=morning, key=a_key())

    with pytest.raises(actions.SlotTaken):
        journal.undo(actor=greeter, line_id=line.id, at=line.recorded_at, key=a_key())


def test_a_locker_belongs_to_one_guest_until_it_is_back(greeter, a_guest, house_rules, morning, a_key):
    house_rules(lockers=1)
    guest = a_guest()
    locker = actions.give_locker(actor=greeter, guest=guest, at=morning, key=a_key())

    with pytest.raises(actions.HasLocker):
        actions.give_locker(actor=greeter, guest=guest, at=morning, key=a_key())
    with pytest.raises(actions.NoLockerFree):
        actions.give_locker(actor=greeter, guest=a_guest(), at=morning, key=a_key())
    with pytest.raises(actions.LockerTaken):
        actions.give_locker(actor=greeter, guest=a_guest(), number=1, at=morning, key=a_key())

    actions.return_locker(actor=greeter, numbered=locker, at=morning, key=a_key())
    assert actions.give_locker(actor=greeter, guest=a_guest(), at=morning, key=a_key()).number == 1


def test_returning_a_locker_is_taken_back(greeter, a_guest, morning, a_key, undone):
    guest = a_guest()
    locker = actions.give_locker(actor=greeter, guest=guest, at=morning, key=a_key())
    actions.return_locker(actor=greeter, numbered=locker, at=morning, key=a_key())

    undone()

    assert queries.holding(guest, morning).locker == locker


def test_two_sites_have_their_own_cabins_and_lockers(greeter, elsewhere, a_guest, morning, a_key):
    here = actions.give_slot(actor=greeter, guest=a_guest(), at=morning, key=a_key())
    there = actions.give_slot(actor=elsewhere, guest=a_guest(actor=elsewhere), at=morning, key=a_key())
    locker = actions.give_locker(actor=elsewhere, guest=a_guest(actor=elsewhere), at=morning, key=a_key())

    assert (here.number, there.number) == (1, 1)
    assert queries.lockers_taken(greeter) == {}
    with pytest.raises(GuestElsewhere):
        actions.give_slot(actor=greeter, guest=there.guest, at=morning, key=a_key())
    with pytest.raises(actions.NotHeld):
        actions.return_locker(actor=greeter, numbered=locker, at=morning, key=a_key())
    with pytest.raises(actions.NotHeld):
        actions.free_slot(actor=greeter, numbered=there, at=morning, key=a_key())


def test_tickets_are_called_in_the_order_they_were_taken(greeter, elsewhere, a_guest, morning, a_key):
    guest = a_guest()
    actions.take_ticket(actor=greeter, guest=guest, at=morning, key=a_key())
    actions.take_ticket(actor=greeter, at=morning, key=a_key())
    actions.take_ticket(actor=elsewhere, at=morning, key=a_key())

    with pytest.raises(actions.HasTicket):
        actions.take_ticket(actor=greeter, guest=guest, at=morning, key=a_key())
    called = [actions.call_next(actor=greeter, place="table-2", at=morning, key=a_key()) for _one in range(2)]
    with pytest.raises(actions.NobodyWaits):
        actions.call_next(actor=greeter, at=morning, key=a_key())

    assert [ticket.number for ticket in called] == [1, 2]
    assert called[0].guest == guest
    assert called[1].guest is None
    assert len(queries.waiting(elsewhere, "advice", morning)) == 1


def test_a_ticket_taken_back_leaves_its_number_unused(greeter, a_guest, morning, a_key, undone):
    guest = a_guest()
    actions.take_ticket(actor=greeter, guest=guest, at=morning, key=a_key())
    undone()

    assert actions.take_ticket(actor=greeter, guest=guest, at=morning, key=a_key()).number == 2


def test_calling_and_serving_are_taken_back(greeter, morning, a_key, undone):
    ticket = actions.take_ticket(actor=greeter, at=morning, key=a_key())
    actions.call_next(actor=greeter, at=morning, key=a_key())
    undone()
    assert queries.waiting(greeter, "advice", morning) == [ticket]

    actions.call_next(actor=greeter, at=morning, key=a_key())
    actions.end_ticket(actor=greeter, ticket=ticket, at=morning, key=a_key())
    with pytest.raises(TicketOver):
        actions.end_ticket(actor=greeter, ticket=ticket, at=morning, key=a_key())
    undone()
    assert queries.called(greeter, "advice", morning) == [ticket]


def test_the_other_sites_ticket_cannot_be_served(greeter, elsewhere, morning, a_key):
    ticket = actions.take_ticket(actor=elsewhere, at=morning, key=a_key())

    with pytest.raises(TicketOver):
        actions.end_ticket(actor=greeter, ticket=ticket, at=morning, key=a_key())
    assert Ticket.objects.get().ended_at is None


def test_a_letter_waits_until_the_guest_has_it(greeter, elsewhere, a_guest, morning, a_key, undone):
    guest = a_guest()
    letter = actions.receive_letter(actor=greeter, guest=guest, kind="registered", at=morning, key=a_key())
    assert queries.holding(guest, morning).letters == [letter]
    with pytest.raises(actions.LetterGone):
        actions.pass_on_letter(actor=elsewhere, letter=letter, at=morning, key=a_key())

    actions.pass_on_letter(actor=greeter, letter=letter, at=morning, key=a_key())
    with pytest.raises(actions.LetterGone):
        actions.pass_on_letter(actor=greeter, letter=letter, at=morning, key=a_key())
    undone()
    assert queries.letters_waiting(greeter) == 1


days = st.dates(min_value=date(2020, 1, 1), max_value=date(2035, 12, 31))


@given(days, st.integers(0, 1439), st.integers(0, 1440), st.integers(0, 90))
def test_every_slot_lies_within_the_hours_and_none_overlap(on, opens, closes, minutes):
    moments = rules.starts(on, ZoneInfo("Europe/Paris"), opens_minute=opens, closes_minute=closes, minutes=minutes)

    length = timedelta(minutes=minutes)
    assert all(later - earlier == length for earlier, later in pairwise(moments))
    assert len(moments) * minutes <= max(0, closes - opens)


@given(st.sets(st.integers(1, 12)), st.integers(0, 10))
def test_the_lowest_free_number_is_free_and_no_lower_one_is(taken, limit):
    lowest = rules.lowest_free(taken, limit)

    if lowest is None:
        assert set(range(1, limit + 1)) <= taken
    else:
        assert lowest not in taken
        assert set(range(1, lowest)) <= taken
