"""Thirty days later nobody can tell who was here."""

from datetime import timedelta

from halte.visits import actions, queries
from halte.visits.models import DoorCount, Letter, Numbered, Ticket, Visit


def test_after_thirty_days_nothing_says_who_was_here(greeter, elsewhere, a_guest, morning, a_key):
    guest, other = a_guest(), a_guest(actor=elsewhere)
    actions.arrive(actor=greeter, guest=guest, at=morning, key=a_key())
    actions.give_slot(actor=greeter, guest=guest, at=morning, key=a_key())
    actions.take_ticket(actor=greeter, guest=guest, at=morning, key=a_key())
    letter = actions.receive_letter(actor=greeter, guest=guest, at=morning, key=a_key())
    actions.pass_on_letter(actor=greeter, letter=letter, at=morning, key=a_key())
    actions.count_at_door(actor=greeter, kind="man", at=morning, key=a_key())
    actions.leave(actor=greeter, guest=guest, at=morning, key=a_key())
    actions.arrive(actor=elsewhere, guest=other, at=morning, key=a_key())
    actions.leave(actor=elsewhere, guest=other, at=morning, key=a_key())

    early = actions.forget_door_lines(actor=greeter, at=morning + timedelta(days=30), key=a_key())
    late = actions.forget_door_lines(actor=greeter, at=morning + timedelta(days=31), key=a_key())

    assert (early, late) == (0, 4)
    assert not Numbered.objects.exists()
    assert not Ticket.objects.exists()
    assert not Letter.objects.exists()
    assert Visit.objects.get().guest == other
    assert DoorCount.objects.get().number == 1


def test_what_a_guest_still_has_is_not_forgotten(greeter, a_guest, morning, a_key):
    guest = a_guest()
    actions.give_locker(actor=greeter, guest=guest, at=morning, key=a_key())
    actions.receive_letter(actor=greeter, guest=guest, at=morning, key=a_key())
    actions.arrive(actor=greeter, guest=guest, at=morning, key=a_key())

    assert actions.forget_door_lines(actor=greeter, at=morning + timedelta(days=90), key=a_key()) == 0

    has = queries.holding(guest, morning)
    assert (has.locker.number, len(has.letters)) == (1, 1)
