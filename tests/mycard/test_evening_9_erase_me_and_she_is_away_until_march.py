"""Evening 9, "Erase me", and she is away until March: a date, a site and a note stay a while, and nothing of her."""

import re
from datetime import date, timedelta
from uuid import uuid4

import pytest
from django.test import Client

from halte.accounts.roles import Role
from halte.guests import actions, measures
from halte.guests.models import Guest, Measure
from halte.journal.models import Line, Subject
from halte.visits import actions as visits
from tests.cast import a_key_of
from tests.pages import signed_in, words_of

MARCH = date(2027, 3, 1)
NOTE = "She threw a chair after a quarrel over a blanket."


@pytest.fixture
def colleague(staff_at, calais):
    return staff_at(calais, Role.NIGHT_HOST)


@pytest.fixture
def away(a_card, night_desk, colleague, at_now):
    """Two people decided; the code of the appeal was given to her."""
    guest, _secret = a_card()
    desk = signed_in(night_desk)
    asked = {"key": uuid4(), "until": MARCH.isoformat(), "note": NOTE, "held": "yes"}
    page = desk.post(f"/cards/{guest.id}/measures/", asked).content.decode()
    code = re.search(r'class="code"><bdi dir="ltr">(\w+)<', page)[1]
    signed_in(colleague).post(f"/cards/measures/{Measure.objects.get().id}/agree/", {"key": uuid4(), "held": "yes"})
    return guest, code


def erases_herself(phone):
    passing = re.search(r'name="passing" value="([^"]+)"', phone.get("/c/mine/").content.decode())[1]
    asked = phone.post("/c/mine/erase/", {"passing": passing}, headers={"accept-language": "en"})
    done = phone.post("/c/mine/erase/", {"passing": passing, "key": uuid4(), "held": "yes"})
    return asked, done


def test_one_alone_decides_nothing(a_card, night_desk, at_now, calais):
    guest, _secret = a_card()
    measure, _code = measures.ask_for(actor=night_desk, guest=guest, until=MARCH, note=NOTE, at=at_now, key=a_key_of())

    assert measures.away(guest, calais.today(at_now)) is None
    with pytest.raises(measures.TwoDecide):
        measures.agree(actor=night_desk, measure_id=measure.id, at=at_now, key=a_key_of())


def test_the_desk_says_until_when_and_never_why(away, greeter):
    guest, _code = away

    panel = signed_in(greeter).get(f"/desk/guest/{guest.id}/").content.decode()

    assert "measure · away until 1 March" in " ".join(words_of(panel).split())
    assert "chair" not in panel


def test_the_note_is_read_by_no_greeter_and_by_no_one_in_the_database(away, greeter):
    guest, _code = away

    assert signed_in(greeter).get(f"/cards/{guest.id}/measures/").status_code == 403
    assert NOTE.encode() not in bytes(Measure.objects.get().note_box)
    assert not any(b"chair" in bytes(line.body) for line in Line.objects.all())


def test_she_erases_herself_and_mail_and_bed_are_asked_first(away, a_phone, greeter, at_now):
    guest, _code = away
    visits.receive_letter(actor=greeter, guest=guest, at=at_now, key=a_key_of())

    asked, done = erases_herself(a_phone(guest))

    assert "would be lost" in words_of(asked.content.decode())
    assert "etter" in words_of(asked.content.decode())
    assert not Guest.objects.filter(id=guest.id).exists()
    assert done.headers["Clear-Site-Data"]


def test_only_date_site_and_note_stay_and_point_at_nobody(away, a_phone, calais):
    guest, _code = away
    erases_herself(a_phone(guest))

    kept = Measure.objects.get()

    assert (kept.guest_id, kept.asked_by, kept.agreed_by) == (None, None, None)
    assert (kept.until, kept.site) == (MARCH, calais)
    assert measures.note_of(kept) == NOTE
    assert not Subject.objects.filter(guest=guest.id).exists()


def test_the_appeal_stays_open_by_its_code_alone(away, a_phone, night_desk):
    guest, code = away
    erases_herself(a_phone(guest))
    anybody = Client()

    anybody.post("/c/appeal/", {"key": uuid4(), "code": code, "words": "It was not me."})
    desk = signed_in(night_desk)
    assert "It was not me." in desk.get("/cards/appeals/").content.decode()
    answered = {"key": uuid4(), "words": "You were right. Come back.", "ends": "on"}
    desk.post(f"/cards/appeals/{Measure.objects.get().id}/", answered)

    page = anybody.post("/c/appeal/", {"key": uuid4(), "code": code.lower()}, headers={"accept-language": "en"})
    assert "You were right. Come back." in page.content.decode()
    assert "This measure is over." in page.content.decode()
    assert not page.cookies


def test_another_code_opens_nothing(away):
    answer = Client().post("/c/appeal/", {"key": uuid4(), "code": "0" * 16})

    assert answer.status_code == 422
    assert "2027" not in words_of(answer.content.decode())


def test_after_thirty_days_nothing_of_it_is_left(away, a_phone, greeter, at_now):
    guest, _code = away
    erases_herself(a_phone(guest))

    measures.forget_within(greeter, at_now + timedelta(days=30))
    assert Measure.objects.exists()
    measures.forget_within(greeter, at_now + timedelta(days=31))
    assert not Measure.objects.exists()


def test_a_note_is_gone_after_thirty_days_while_the_measure_holds(away, greeter, at_now, calais):
    guest, _code = away
    later = at_now + timedelta(days=31)

    measures.forget_within(greeter, later)

    assert measures.note_of(Measure.objects.get()) == ""
    assert measures.away(guest, calais.today(later)).until == MARCH


def test_a_new_card_is_just_a_new_card(away, a_phone, a_card, calais, at_now):
    guest, _code = away
    erases_herself(a_phone(guest))
    again, _secret = a_card()

    assert measures.away(again, calais.today(at_now)) is None


def test_nobody_is_away_for_longer_than_six_months(a_card, night_desk, at_now):
    guest, _secret = a_card()

    for until in (at_now.date(), at_now.date() + timedelta(days=200)):
        with pytest.raises(measures.DayTooFar):
            measures.ask_for(actor=night_desk, guest=guest, until=until, note="", at=at_now, key=a_key_of())


def test_another_sites_measure_is_not_found(away, elsewhere, at_now):
    with pytest.raises(measures.NoMeasure):
        measures.end(actor=elsewhere, measure_id=Measure.objects.get().id, at=at_now, key=a_key_of())


def test_erasing_does_not_need_to_know_of_a_measure(away, greeter, at_now):
    guest, _code = away

    actions.erase_guest(actor=greeter, guest=guest, at=at_now, key=a_key_of())

    assert Measure.objects.get().guest_id is None
