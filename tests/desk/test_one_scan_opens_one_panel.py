"""One field, one panel: whatever is scanned or typed opens the guest's panel or says why not."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.urls import reverse
from django.utils import timezone

from halte.accounts.models import Staff
from halte.advice.actions import book
from halte.common import ids
from halte.guests import actions as guest_actions
from halte.guests.models import Guest
from halte.journal.checking import breaks
from halte.journal.marks import mark
from halte.journal.models import Line
from halte.visits.models import Visit

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


@pytest.fixture
def desk(client, greeter):
    client.force_login(Staff.objects.get(pk=greeter.id), backend=BACKEND)

    class Desk:
        def scans(self, code, key=None, **headers):
            return client.post("/desk/scan/", {"code": code, "key": str(key or uuid4())}, headers=headers)

        def presses(self, url, **fields):
            return client.post(url, {"key": str(uuid4())} | fields)

        def sees(self, url):
            return client.get(url)

    return Desk()


def test_a_blank_card_becomes_live_by_its_first_scan_and_has_arrived(desk):
    answer = desk.scans(f"https://anywhere.example/c/{ids.new_secret()}")

    guest = Guest.objects.get()
    assert answer.headers["Location"] == f"/desk/guest/{guest.id}/"
    assert Visit.objects.get().guest == guest
    assert list(Line.objects.order_by("seq").values_list("kind", flat=True)) == ["guests.card_made", "visits.arrived"]


def test_a_second_scan_the_same_day_changes_nothing(desk):
    secret = ids.new_secret()
    desk.scans(secret)
    lines = Line.objects.count()

    desk.scans(secret)

    assert Guest.objects.count() == Visit.objects.count() == 1
    assert Line.objects.count() == lines


def test_the_same_scan_sent_twice_is_one_act(desk):
    secret, key = ids.new_secret(), uuid4()

    first, second = desk.scans(secret, key), desk.scans(secret, key)

    assert first.headers["Location"] == second.headers["Location"]
    assert Guest.objects.count() == Visit.objects.count() == 1


def test_the_spoken_code_opens_the_same_panel(desk, a_guest):
    guest = a_guest()

    answer = desk.scans(guest.spoken.lower())

    assert answer.headers["Location"] == f"/desk/guest/{guest.id}/"


@pytest.mark.parametrize("typed", ["", "K7M-4QX-8", "hello", "x" * 300, "\x00", "https://example.org/"])
def test_what_is_no_card_gets_a_sentence_and_changes_nothing(desk, typed):
    answer = desk.scans(typed)

    assert answer.status_code in {302, 422}
    assert 'class="message error"' in desk.sees("/desk/").content.decode()
    assert not Line.objects.exists()


def test_a_closed_card_opens_no_panel(desk, greeter, a_key):
    at = timezone.now()
    guest, secret = guest_actions.make_card(actor=greeter, at=at, key=a_key())
    guest_actions.close_card(actor=greeter, guest=guest, at=at, key=a_key())

    assert desk.scans(secret).headers["Location"] == "/desk/"
    assert "switched off" in desk.sees("/desk/").content.decode()


def test_another_sites_guest_has_no_panel_here(desk, a_guest, elsewhere):
    guest = a_guest(actor=elsewhere)

    assert desk.sees(f"/desk/guest/{guest.id}/").status_code == 404
    assert desk.scans(guest.spoken).headers["Location"] == "/desk/"


def test_another_sites_act_cannot_be_undone_here(desk, a_guest, elsewhere):
    a_guest(actor=elsewhere)
    line = Line.objects.get()

    assert desk.presses(f"/desk/undo/{line.id}/").status_code == 404
    assert Line.objects.count() == 1


def test_what_was_just_done_is_taken_back_in_one_press(desk):
    desk.scans(ids.new_secret())
    arrival = Line.objects.get(kind="visits.arrived")
    assert f"/desk/undo/{arrival.id}/" in desk.sees("/desk/").content.decode()

    desk.presses(f"/desk/undo/{arrival.id}/")

    assert f"/desk/undo/{arrival.id}/" not in desk.sees("/desk/").content.decode()
    assert Line.objects.get(undoes=arrival.id).kind == "visits.arrived.undone"
    assert list(breaks()) == []


def test_no_button_stands_where_the_tiles_come_a_moment_later(desk, client):
    """What stood there would jump away under the finger."""
    desk.scans(ids.new_secret())
    guest = Guest.objects.get()

    scanned = client.post("/desk/scan/", {"key": uuid4(), "code": guest.spoken}, headers={"HX-Request": "true"})

    assert scanned.headers["HX-Push-Url"] == f"/desk/guest/{guest.id}/"
    assert reverse("guests:pair_phone", args=[guest.id]).encode() not in scanned.content
    assert reverse("guests:pair_phone", args=[guest.id]).encode() in desk.sees(f"/desk/guest/{guest.id}/").content


def test_the_panel_takes_few_queries(desk, django_assert_max_num_queries):
    desk.scans(ids.new_secret())
    guest = Guest.objects.get()

    with django_assert_max_num_queries(42):
        desk.sees(f"/desk/guest/{guest.id}/")


def test_a_desk_that_asks_for_news_gets_nothing_until_something_is_done(desk, client, monkeypatch, now):
    monkeypatch.setattr("halte.desk.views.panel.mark", lambda site, at: mark(site, now))
    desk.scans(ids.new_secret())
    page = client.get("/desk/", headers={"HX-Request": "true"})
    seen = page.context["seen"]

    def asks():
        return client.get(f"/desk/?seen={seen}", headers={"HX-Request": "true"}).status_code

    assert asks() == 204
    desk.presses("/visits/door/", kind="man")
    assert asks() == 200


def test_a_greeter_does_not_read_who_sees_an_adviser(desk, adviser, a_guest, a_key):
    at = timezone.now()
    starts_at = (at + timedelta(days=1)).replace(hour=10, minute=0, second=0, microsecond=0)
    book(actor=adviser, guest=a_guest(), starts_at=starts_at, at=at, key=a_key())

    kinds = {Line.objects.get(id=done.line_id).kind for done in desk.sees("/desk/").context["acts"]}

    assert kinds == {"guests.card_made"}
