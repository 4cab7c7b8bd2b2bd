"""A card is made by one press, without a question; its secret is in one answer and nowhere else."""

import re
from uuid import uuid4

import pytest
from django.db import connection

from halte.accounts.models import Staff
from halte.common import ids
from halte.guests import actions, queries
from halte.guests.models import Guest, GuestState
from halte.journal.models import Line
from tests.pages import signed_in


@pytest.fixture
def desk(client, greeter):
    """A browser at the desk."""
    client.force_login(Staff.objects.get(pk=greeter.id), backend="allauth.account.auth_backends.AuthenticationBackend")
    return client


def everything_stored() -> str:
    """Every value of every table, as text."""
    said = []
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f'SELECT * FROM "{table}"')
            said += [repr(bytes(v) if isinstance(v, memoryview) else v) for row in cursor.fetchall() for v in row]
    return "\n".join(said)


def test_one_press_makes_a_card_and_shows_it_to_print(desk, greeter):
    answer = desk.post("/cards/new/", {"key": str(uuid4())})

    guest = Guest.objects.get()
    assert answer.status_code == 200
    assert answer.headers["Cache-Control"] == "no-store"
    assert guest.spoken in answer.content.decode()
    assert (guest.language, guest.counted, guest.needs.count()) == ("", "", 0)


def test_pressing_twice_makes_one_card(desk):
    key = str(uuid4())
    desk.post("/cards/new/", {"key": key})

    again = desk.post("/cards/new/", {"key": key})

    assert again.url == f"/desk/guest/{Guest.objects.get().id}/"


def test_the_printed_code_finds_the_guest_and_stands_in_no_table(desk, greeter, monkeypatch):
    made = []
    monkeypatch.setattr(ids, "new_secret", lambda real=ids.new_secret: made.append(real()) or made[-1])

    desk.post("/cards/new/", {"key": str(uuid4())})

    assert queries.by_secret(greeter, made[-1]) == Guest.objects.get()
    stored = everything_stored()
    assert made[-1] not in stored
    assert Guest.objects.get().code not in stored


def test_sheets_of_blank_cards_leave_no_trace(desk):
    answer = desk.post("/cards/sheets/", {"sheets": "2"})

    page = answer.content.decode()
    codes = re.findall(r'class="spoken">(\w{3}-\w{3}-\w)<', page)
    assert len(set(codes)) == 20
    assert all(ids.is_code(ids.normal(code)) for code in codes)
    assert page.count("<svg") >= 20
    assert "style=" not in page
    assert answer.headers["Cache-Control"] == "no-store"
    assert not Guest.objects.exists()
    assert not Line.objects.exists()


def test_a_lost_card_opens_nothing_and_the_guest_goes_on(desk, greeter, now, a_key):
    guest, lost = actions.make_card(actor=greeter, at=now, key=a_key())

    answer = desk.post(f"/cards/{guest.id}/reissue/", {"key": str(uuid4())})

    assert answer.status_code == 200
    assert queries.by_secret(greeter, lost) is None
    assert Guest.objects.get() == guest


def test_a_card_is_switched_off_only_when_held(night_desk, a_guest):
    guest, desk = a_guest(), signed_in(night_desk)

    desk.post(f"/cards/{guest.id}/close/", {"key": str(uuid4())})
    assert Guest.objects.get().state == GuestState.LIVE

    desk.post(f"/cards/{guest.id}/close/", {"key": str(uuid4()), "held": "yes"})
    assert Guest.objects.get().state == GuestState.CLOSED


def test_a_card_that_was_used_is_not_taken_back(greeter, a_guest, now, a_key):
    from halte import journal

    guest = a_guest()
    line = Line.objects.get(kind="guests.card_made")
    actions.tell_about(actor=greeter, guest=guest, language="ti", counted="", needs=[], at=now, key=a_key())

    with pytest.raises(actions.CardInUse):
        journal.undo(actor=greeter, line_id=line.id, at=line.recorded_at, key=a_key())
