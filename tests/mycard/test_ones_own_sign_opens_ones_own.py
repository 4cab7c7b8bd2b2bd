"""The guest's own sign opens what is theirs, and tells nobody whether a sign exists."""

from dataclasses import replace

import pytest
from django.test import Client

from halte.common import ids
from halte.guests import actions
from halte.guests.models import Guest
from halte.mycard import own_sign
from tests.cast import a_key_of

MINE = ("sun", "fish", "kite")
WRONG = ("sun", "fish", "boat")


@pytest.fixture
def with_sign(with_everything, greeter, at_now):
    guest, secret = with_everything
    actions.choose_sign(actor=greeter, guest=guest, pictures=list(MINE), at=at_now, key=a_key_of())
    return guest, secret


def presses(secret, pictures, phone=None):
    """Three taps, one picture each, without a script."""
    phone = phone or Client()
    so_far = ""
    for picture in pictures:
        answer = phone.post(f"/c/{secret}?sign=yes", {"pictures": so_far, "press": picture})
        so_far = f"{so_far} {picture}".strip()
    return answer


def test_three_pictures_show_bed_letter_and_appointment(with_sign):
    guest, secret = with_sign

    answer = presses(secret, MINE)

    assert guest.spoken in answer.content.decode()
    assert not answer.cookies


def test_the_page_opens_once_and_the_next_look_is_bare(with_sign):
    _guest, secret = with_sign
    phone = Client()
    presses(secret, MINE, phone)

    assert phone.get(f"/c/{secret}").content == Client().get(f"/c/{ids.new_secret()}").content


def test_a_wrong_sign_is_answered_alike_for_every_card(with_sign, a_card, greeter, at_now):
    _guest, signed = with_sign
    _other, without = a_card()
    hidden, protected = a_card()
    actions.choose_sign(actor=greeter, guest=hidden, pictures=list(WRONG), at=at_now, key=a_key_of())
    Guest.objects.filter(id=hidden.id).update(protected=True)

    answers = [presses(secret, WRONG) for secret in (signed, without, protected, ids.new_secret(), "no-card")]

    assert {answer.status_code for answer in answers} == {422}
    assert len({answer.content for answer in answers}) == 1
    assert len({str(sorted(answer.headers.items())) for answer in answers}) == 1
    assert not any(answer.cookies for answer in answers)


def test_after_five_wrong_tries_the_right_sign_opens_nothing(with_sign):
    guest, secret = with_sign
    for _try in range(5):
        presses(secret, WRONG)

    answer = presses(secret, MINE)

    assert guest.spoken not in answer.content.decode()
    assert answer.content == presses(ids.new_secret(), WRONG).content


def test_without_the_limit_the_sixth_try_would_open(with_sign, monkeypatch):
    """The control: it is the limit that keeps it shut."""
    monkeypatch.setattr(own_sign, "OF_A_CARD", replace(own_sign.OF_A_CARD, at_most=100))
    guest, secret = with_sign
    for _try in range(5):
        presses(secret, WRONG)

    assert guest.spoken in presses(secret, MINE).content.decode()
