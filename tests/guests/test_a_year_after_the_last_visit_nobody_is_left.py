"""A year after the last visit a guest is forgotten, as the back of every card says: nobody has to ask for it."""

from datetime import date, timedelta

import pytest

from halte.config import jobs
from halte.guests import actions, forgetting
from halte.guests.models import Guest
from halte.journal.models import Line, Subject
from halte.visits import actions as visits
from halte.visits.models import Letter

YEAR = timedelta(days=365)


@pytest.fixture
def forgets(greeter, a_key):
    """What the house forgets at a moment, by itself."""

    def forget(at):
        gone = forgetting.who_came_no_more(greeter, at)
        return forgetting.forget_guests(actor=greeter, guests=gone, at=at, key=a_key())

    return forget


def test_a_guest_is_forgotten_a_year_after_the_last_visit_and_not_before(greeter, a_guest, forgets, now, a_key):
    guest = a_guest()
    visits.arrive(actor=greeter, guest=guest, at=now + timedelta(days=100), key=a_key())

    assert forgets(now + timedelta(days=100) + YEAR) == 0
    assert forgets(now + timedelta(days=101) + YEAR) == 1
    assert not Guest.objects.filter(pk=guest.pk).exists()
    assert not Subject.objects.filter(guest=guest.pk).exists()


def test_the_line_says_how_many_and_not_who(greeter, a_guest, forgets, now):
    guest = a_guest()
    a_guest()

    forgets(now + YEAR + timedelta(days=1))

    line = Line.objects.get(kind="guests.came_no_more")
    assert not line.subjects.exists()
    assert guest.pk.hex not in bytes(line.body).decode()
    assert b'"n":2' in bytes(line.body)


def test_what_we_do_without_the_guest_keeps_nobody_longer(greeter, a_guest, forgets, now, a_key):
    guest = a_guest()
    visits.receive_letter(actor=greeter, guest=guest, at=now + timedelta(days=200), key=a_key())

    assert forgets(now + YEAR + timedelta(days=1)) == 1
    assert not Letter.objects.exists()


def test_a_family_on_one_card_stays_while_one_of_them_comes(greeter, a_guest, forgets, now, a_key):
    mother = a_guest()
    child = actions.add_company(actor=greeter, guest=mother, counted="child", at=now, key=a_key())
    visits.arrive(actor=greeter, guest=child, at=now + timedelta(days=300), key=a_key())

    assert forgets(now + YEAR + timedelta(days=1)) == 0
    assert forgets(now + YEAR + timedelta(days=301)) == 2


def test_a_card_that_two_people_hold_back_stays(greeter, manager, a_guest, forgets, now, a_key):
    guest, later = a_guest(), now + timedelta(days=300)
    until = later.date() + timedelta(days=90)
    actions.close_card(actor=manager, guest=guest, at=later, key=a_key())
    actions.pause_erasing(actor=manager, guest=guest, until=until, at=later, key=a_key())
    actions.agree_to_pause(actor=greeter, guest=guest, at=later, key=a_key())

    assert forgets(now + YEAR + timedelta(days=1)) == 0
    assert forgets(now + YEAR + timedelta(days=30)) == 1


def test_another_sites_guests_are_not_touched(elsewhere, a_guest, now, a_key):
    guest = a_guest()
    at = now + YEAR + timedelta(days=1)

    assert forgetting.who_came_no_more(elsewhere, at) == []
    assert forgetting.forget_guests(actor=elsewhere, guests=[guest.pk], at=at, key=a_key()) == 0
    assert Guest.objects.filter(pk=guest.pk).exists()


def test_the_house_does_it_by_itself_every_day(calais, settings, tmp_path, a_guest, now, monkeypatch):
    settings.DATA = tmp_path
    monkeypatch.setattr(jobs.noons, "FORGOTTEN_AT_ONCE", 2)
    for _each in range(5):
        a_guest()
    stays = a_guest()
    Guest.objects.filter(pk=stays.pk).update(made_on=now.date() + timedelta(days=30))
    calais.opened_on = date(2027, 11, 20)
    calais.save()

    jobs.run_due(now + YEAR + timedelta(days=2))

    assert list(Guest.objects.all()) == [stays]
    assert Line.objects.filter(kind="guests.came_no_more").count() == 3
