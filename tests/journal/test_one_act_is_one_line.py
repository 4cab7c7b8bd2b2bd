"""One human act is one transaction and one line (docs/decisions/0002)."""

from datetime import timedelta
from uuid import uuid4

import pytest

from halte import journal
from halte.common.retry import RetryKey
from halte.guests.models import Guest
from halte.journal.canonical import JoinsLines, NotACode
from halte.journal.checking import breaks
from halte.journal.models import Head, Line, Retry, Subject
from halte.journal.undoing import AlreadyUndone


def test_lines_of_a_site_are_numbered_without_gaps(greeter, elsewhere, a_guest):
    for _again in range(3):
        a_guest()
    a_guest(actor=elsewhere)

    lines = Line.objects.filter(site=greeter.site_id).order_by("seq")

    assert [line.seq for line in lines] == [1, 2, 3]
    assert Head.objects.get(site=greeter.site_id).seq == 3
    assert Head.objects.get(site=elsewhere.site_id).seq == 1
    assert list(breaks()) == []


def test_an_act_that_is_refused_leaves_no_line(greeter, now, a_key):
    with (
        pytest.raises(RuntimeError),
        journal.act(actor=greeter, at=now, key=a_key(), kind="tests.broken") as act,
    ):
        act.about(number=1)
        raise RuntimeError

    assert not Line.objects.exists()
    assert not Retry.objects.exists()


def test_the_same_key_acts_once_and_gives_the_same_answer(greeter, now):
    key = RetryKey(uuid4(), b"same request")
    with journal.act(actor=greeter, at=now, key=key, kind="tests.done") as act:
        act.results(made="x")

    with (
        pytest.raises(journal.AlreadyDone) as again,
        journal.act(actor=greeter, at=now, key=key, kind="tests.done"),
    ):
        pytest.fail("must not act twice")

    assert again.value.results == {"made": "x"}
    assert Line.objects.count() == 1


def test_the_same_key_with_another_request_is_refused(greeter, now):
    value = uuid4()
    with journal.act(actor=greeter, at=now, key=RetryKey(value, b"one"), kind="tests.done"):
        pass

    with (
        pytest.raises(journal.KeyReused) as refused,
        journal.act(actor=greeter, at=now, key=RetryKey(value, b"two"), kind="tests.done"),
    ):
        pytest.fail("must not act")

    assert refused.value.status == 422


@pytest.mark.parametrize("text", ["Amina Diallo", "a name", "سلام", "x" * 41, "", "a;b"])
def test_a_line_takes_codes_and_no_free_text(greeter, now, a_key, text):
    with (
        pytest.raises(NotACode),
        journal.act(actor=greeter, at=now, key=a_key(), kind="tests.said") as act,
    ):
        act.about(said=text)

    assert not Line.objects.exists()


def test_a_line_belongs_to_nobody_once_its_side_row_is_erased(greeter, a_guest):
    guest = a_guest()
    line = Line.objects.get(kind="guests.card_made")
    assert guest.id.bytes not in bytes(line.body)
    assert guest.id.hex.encode() not in bytes(line.body)

    Subject.objects.filter(guest=guest.id).delete()

    assert list(breaks()) == []
    assert Guest.objects.filter(id=guest.id).exists()


def test_an_act_is_taken_back_by_a_line_that_names_it_and_only_once(greeter, a_guest, now, a_key):
    a_guest()
    line = Line.objects.get()

    journal.undo(actor=greeter, line_id=line.id, at=line.recorded_at, key=a_key())

    undone = Line.objects.get(seq=2)
    assert undone.undoes == line.id
    assert undone.kind == "guests.card_made.undone"
    with pytest.raises(AlreadyUndone):
        journal.undo(actor=greeter, line_id=line.id, at=line.recorded_at, key=a_key())


def test_after_fifteen_minutes_an_act_stands(greeter, a_guest, a_key):
    a_guest()
    line = Line.objects.get()

    with pytest.raises(journal.UndoTooLate):
        journal.undo(actor=greeter, line_id=line.id, at=line.recorded_at + timedelta(minutes=16), key=a_key())


def test_another_sites_act_cannot_be_taken_back(elsewhere, a_guest, now, a_key):
    a_guest()
    line = Line.objects.get()

    with pytest.raises(journal.NotUndoable):
        journal.undo(actor=elsewhere, line_id=line.id, at=line.recorded_at, key=a_key())


def test_a_line_about_guests_holds_nothing_that_ties_it_to_another(greeter, now, a_guest, a_key):
    guest, bed = a_guest(), uuid4()

    for tied in ({"bed": bed}, {"beds": [1, bed]}):
        with (
            pytest.raises(JoinsLines),
            journal.act(actor=greeter, at=now, key=a_key(), kind="tests.done") as act,
        ):
            act.about([guest], **tied)

    assert not Line.objects.filter(kind="tests.done").exists()


def test_a_line_about_nobody_may_name_a_thing_of_the_house(greeter, now, a_key):
    with journal.act(actor=greeter, at=now, key=a_key(), kind="tests.done") as act:
        act.about(bed=uuid4())

    assert Line.objects.filter(kind="tests.done").count() == 1
