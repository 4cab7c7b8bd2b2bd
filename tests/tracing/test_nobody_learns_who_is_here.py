"""Whoever looks for somebody leaves a message, and never learns who is here, unless the person answers."""

import hashlib
import re
from datetime import timedelta

import pytest
from cryptography.exceptions import InvalidTag
from django.test import Client
from django.urls import reverse

from halte import journal
from halte.common.models import WrongTries
from halte.guests.models import GuestState
from halte.journal.models import Line
from halte.tracing import actions, belongings, counts, offers, queries, sealing
from halte.tracing.models import Message
from halte.tracing.pages import FROM_A_DEVICE
from tests.cast import a_key_of
from tests.pages import signed_in, words_of

CODE = re.compile(r"[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}")
OURS = {"Sec-Fetch-Site": "same-origin"}
TEXT = "Selam is well and waits in Dunkirk"


pytestmark = pytest.mark.django_db


def leave(hint, known="name", browser=None, **more):
    data = {"known": known, "hint": hint, "text": TEXT, "where": "", "key": a_key_of().value} | more
    return (browser or Client(headers=OURS)).post(reverse("tracing:write"), data)


def ticket_in(answer):
    return CODE.search(answer.content.decode())[0]


@pytest.fixture
def left(calais, dunkirk, now, a_key):
    """One message at Calais."""

    def make(**more):
        told = {"known": "name", "hint": "Selam, twelve years", "text": TEXT, "language": "ti", "ticket": "A" * 12}
        return actions.leave_message(site=calais, at=now, key=a_key(), **(told | more))

    return make


def test_every_hint_gets_the_same_bytes(calais, dunkirk, a_guest):
    live, closed, protected = a_guest(), a_guest(), a_guest()
    type(closed).objects.filter(id=closed.id).update(state=GuestState.CLOSED)
    type(protected).objects.filter(id=protected.id).update(protected=True)
    hints = [(guest.spoken, "code") for guest in (live, closed, protected)]
    hints += [("000-000-0", "code"), ("Selam", "name"), ("Zzz", "name"), ("tall, red coat", "looks")]

    pages = {CODE.sub("", leave(hint, known).content.decode()) for hint, known in hints}

    assert len(pages) == 1
    assert "We never say who is here." in pages.pop()


def test_without_an_answer_every_code_gets_the_same_bytes(adviser, a_guest, left, now, a_key):
    def page(code):
        return Client(headers=OURS).post(reverse("tracing:answer"), {"code": code}).content

    waiting, offered, declined = left(ticket="B" * 12), left(ticket="C" * 12), left(ticket="D" * 12)
    guest = a_guest()
    for message in (offered, declined):
        actions.offer_message(actor=adviser, message=message, guest=guest, at=now, key=a_key())
    actions.give_no_answer(actor=adviser, message=declined, at=now, key=a_key())

    assert waiting.guest is None
    assert len({page(code * 12) for code in "BCDE"} | {page("nonsense")}) == 1


def test_no_cookie_and_no_session_is_made(calais):
    browser = Client(enforce_csrf_checks=True, headers=OURS)

    browser.get(reverse("tracing:write"))
    answer = leave("Selam", browser=browser)

    assert answer.status_code == 200
    assert not browser.cookies


def test_the_answer_is_read_with_the_code_only_after_the_guest_gave_one(adviser, a_guest, calais, dunkirk, now, a_key):
    ticket = ticket_in(leave("Selam"))
    message = Message.objects.get(site=calais)
    actions.offer_message(actor=adviser, message=message, guest=a_guest(), at=now, key=a_key())
    before = queries.answer_for(ticket)

    actions.answer_message(actor=adviser, message=message, text="I am well too", at=now, key=a_key())

    assert before is None
    assert (
        "I am well too"
        in Client(headers=OURS).post(reverse("tracing:answer"), {"code": ticket.lower()}).content.decode()
    )
    assert Message.objects.get(site=dunkirk).guest is None


def test_nothing_in_the_database_says_what_was_written(left):
    message = left()

    stored = b"".join(bytes(getattr(message, name)) for name in ("hint_box", "text_box", "ticket_key"))

    assert b"Selam" not in stored
    assert b"AAAA" not in stored
    assert sealing.opened(message.site, message.text_box, "text") == TEXT
    with pytest.raises(InvalidTag):
        sealing.opened(message.site, message.text_box, "answer")


def test_the_register_holds_neither_hint_nor_subject_of_a_message_that_was_left(left):
    left()

    line = Line.objects.get(kind="tracing.message_left")

    assert "Selam" not in str(bytes(line.canonical) if hasattr(line, "canonical") else line.__dict__)


def test_a_message_is_seen_only_at_its_own_site_and_its_text_only_after_opening(
    adviser, greeter, elsewhere, a_guest, left, now, a_key, monkeypatch
):
    monkeypatch.setattr("django.utils.timezone.now", lambda: now)
    message, guest = left(), a_guest()
    page = signed_in(adviser).get(reverse("tracing:to_match")).content.decode()
    assert "Selam, twelve years" in page
    assert TEXT not in page
    assert "Selam" not in signed_in(elsewhere).get(reverse("tracing:to_match")).content.decode()

    signed_in(adviser).post(
        reverse("tracing:offer", args=[message.id]), {"code": guest.spoken, "key": a_key_of().value}
    )
    desk = signed_in(greeter)
    panel = desk.get(reverse("desk:guest", args=[guest.id])).content.decode()
    before = desk.get(reverse("tracing:message", args=[message.id])).content.decode()
    opened = desk.post(reverse("tracing:open", args=[message.id]), {"key": a_key_of().value}).content.decode()

    assert "A message may be waiting" in words_of(panel)
    assert TEXT not in panel + before
    assert TEXT in opened
    assert Line.objects.filter(kind="tracing.opened").count() == 1


def test_a_greeter_matches_nobody(greeter, left, a_key):
    message = left()

    assert signed_in(greeter).get(reverse("tracing:to_match")).status_code == 403
    assert signed_in(greeter).post(reverse("tracing:offer", args=[message.id])).status_code == 403


def test_a_protected_card_hears_of_it_at_the_desk_only(adviser, a_guest, left, now, a_key):
    guest = a_guest()
    actions.offer_message(actor=adviser, message=left(), guest=guest, at=now, key=a_key())
    shown = offers.for_card(guest=guest, at=now)
    guest.protected = True

    hidden = offers.for_card(guest=guest, at=now)

    assert (len(shown), hidden) == (1, [])
    assert len(offers.offers(actor=adviser, guest=guest, at=now)) == 1


def test_one_message_is_offered_to_one_guest(adviser, elsewhere, a_guest, left, now, a_key):
    message = left()
    actions.offer_message(actor=adviser, message=message, guest=a_guest(), at=now, key=a_key())

    for actor, guest in ((adviser, a_guest()), (elsewhere, a_guest(actor=elsewhere))):
        with pytest.raises(actions.MessageGone):
            actions.offer_message(actor=actor, message=message, guest=guest, at=now, key=a_key())


def test_not_for_me_puts_it_back_and_undo_takes_an_offer_back(adviser, a_guest, left, now, a_key):
    message = left()
    actions.offer_message(actor=adviser, message=message, guest=a_guest(), at=now, key=a_key())
    actions.not_for_me(actor=adviser, message=message, at=now, key=a_key())
    actions.offer_message(actor=adviser, message=message, guest=a_guest(), at=now, key=a_key())
    line = Line.objects.filter(kind="tracing.offered").latest("seq")

    journal.undo(actor=adviser, line_id=line.id, at=line.recorded_at, key=a_key())

    assert [row.id for row in queries.to_match(adviser)] == [message.id]


def test_messages_are_forgotten_by_age_by_answer_and_with_the_guest(adviser, a_guest, left, now, a_key):
    old, answered, erased = left(ticket="B" * 12), left(ticket="C" * 12), left(ticket="D" * 12)
    guest, gone = a_guest(), a_guest()
    for message, reader in ((answered, guest), (erased, gone)):
        actions.offer_message(actor=adviser, message=message, guest=reader, at=now, key=a_key())
    actions.answer_message(actor=adviser, message=answered, text="Yes", at=now, key=a_key())

    with journal.act(actor=adviser, at=now, key=a_key(), kind="guests.erased") as act:
        belongings.OfTracing().erase(act, actor=adviser, guest=gone, at=now)
        act.about(n=1)
    assert set(Message.objects.values_list("id", flat=True)) == {old.id, answered.id}
    assert actions.forget_messages(actor=adviser, at=now + timedelta(days=7), key=a_key()) == 0
    assert actions.forget_messages(actor=adviser, at=now + timedelta(days=8), key=a_key()) == 1
    assert Message.objects.get().id == old.id
    assert actions.forget_messages(actor=adviser, at=now + timedelta(days=31), key=a_key()) == 1


def test_a_device_that_floods_us_sees_no_difference(calais, dunkirk):
    pages = {
        CODE.sub("", leave(f"person {n}", where="calais").content.decode()) for n in range(FROM_A_DEVICE.at_most + 3)
    }

    assert len(pages) == 1
    assert Message.objects.count() == FROM_A_DEVICE.at_most


def test_a_double_press_leaves_one_message(calais, dunkirk):
    key = a_key_of().value

    pages = [leave("Selam", key=key, where="calais").content for _press in range(2)]

    assert Message.objects.count() == 1
    assert pages[0] == pages[1]


def test_numbers_name_nobody(adviser, a_guest, calais, left, now, a_key):
    actions.offer_message(actor=adviser, message=left(), guest=a_guest(), at=now, key=a_key())

    day = counts.counts(site=calais, on=calais.today(now))

    assert day == {"tracing.messages": 1, "tracing.answered": 0}


@pytest.mark.parametrize("language", ["ar", "ps", "ti", "fr"])
def test_the_page_is_written_in_the_language_asked_for(calais, language):
    page = Client().get(reverse("tracing:write"), {"lang": language}).content.decode()

    assert f'<html lang="{language}"' in page
    assert ('dir="rtl"' in page.partition("data-theme")[0]) == (language in {"ar", "ps"})


def test_a_page_sent_again_with_other_words_is_refused_in_a_sentence(calais, dunkirk):
    key = a_key_of().value
    leave("Selam", key=key)

    again = leave("Selam, twelve years", key=key)

    assert again.status_code == 422
    assert "This form was sent before with other content." in words_of(again.content.decode())
    assert Message.objects.filter(site=calais).count() == 1


def test_nobody_reads_in_the_counts_who_looks_for_somebody(calais, dunkirk):
    leave("Selam")

    counted = WrongTries.objects.get().counted
    assert "127" not in counted
    assert counted != hashlib.sha256(b"messages/127.0.0.1").hexdigest()
