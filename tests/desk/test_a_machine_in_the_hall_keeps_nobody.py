"""The kiosk: rights and addresses of its own, and nothing of whoever stood there before (design, section 3)."""

import re
from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import get_resolver

from halte.accounts.models import Device, DeviceKind
from halte.accounts.roles import Role
from halte.common import ids
from halte.guests import actions
from halte.guests.models import GuestState
from halte.mycard import views as mycard
from halte.rights.actions import load_guide
from halte.visits import actions as visits
from halte.visits.models import Ticket
from tests.cast import a_key_of
from tests.guards.addresses import addresses
from tests.guards.askers import browser
from tests.pages import signed_in

ITS_ADDRESSES = {
    "/kiosk/",
    "/kiosk/things/",
    "/kiosk/sign/",
    "/kiosk/ticket/",
    "/kiosk/help/",
    "/kiosk/interpreter/",
    "/kiosk/visitor/",
    "/kiosk/say/",
    "/kiosk/finish/",
    "/say/",
    "/talks/ask/<uuid:talk_id>/",
    "/guide/",
    "/guide/worker.js",
    "/guide/<str:language>/",
    "/guide/<str:language>/<str:slug>/",
    "/guide/<str:language>/places/",
    "/guide/<str:language>/talks/",
    "/guide/<str:language>/talks/<uuid:talk_id>/",
    "/guide/voice/<str:file>",
    "/guide/<str:language>/search/",
    "/guide/<str:language>/search.json",
    "/guide/<str:language>/<str:slug>/poster/",
    "/ask/page/<str:language>/<str:slug>/",
}


@pytest.fixture
def a_card(greeter, now):
    def make():
        return actions.make_card(actor=greeter, at=now, key=a_key_of())

    return make


def carried_by(page):
    return re.search(r'name="card" value="([^"]+)"', page.content.decode())[1]


def scans(machine, code):
    carried = carried_by(machine.get("/kiosk/things/"))
    return machine.post("/kiosk/things/", {"key": uuid4(), "card": carried, "scan-1": code})


def about_people(asked):
    """How often a table that knows somebody was asked; a code that no card can have is asked of none."""
    return sum("common_remembered" not in query["sql"] for query in asked.captured_queries)


def bare(answer):
    """A page without the two things that are random on every page."""
    without_key = re.sub(rb'name="key" value="[^"]+"', b"", answer.content)
    return re.sub(rb'name="card" value="[^"]+"', b"", without_key)


def test_the_machine_has_these_addresses_and_no_other():
    def walk(patterns, before):
        for pattern in patterns:
            here = before + str(pattern.pattern)
            yield from walk(pattern.url_patterns, here) if hasattr(pattern, "url_patterns") else [here]

    assert set(walk(get_resolver("halte.config.kiosk_urls").url_patterns, "/")) == ITS_ADDRESSES


def test_every_page_of_the_house_is_unknown_to_the_machine(kiosk):
    guide = {"languages", "topics", "topic", "places", "talks", "talk", "voice"}
    shown = {*(f"rights:{name}" for name in guide), "asking:page"}
    for address in addresses():
        if address.name in shown:
            continue
        url = address.url()
        assert kiosk.get(url).status_code == 404, url
        assert kiosk.post(url).status_code == 404, url


def test_nobody_else_reaches_the_machines_pages(manager, client):
    for url in ("/kiosk/", "/kiosk/things/", "/kiosk/ticket/", "/kiosk/finish/"):
        assert client.get(url).status_code == 404
        assert signed_in(manager).get(url).status_code == 404


def test_opening_it_signs_out_and_nobody_signs_in_on_it(kiosk, manager):
    assert kiosk.get("/desk/").status_code == 404
    assert kiosk.get("/account/login/").status_code == 404
    kiosk.force_login(browser_user(manager), backend="allauth.account.auth_backends.AuthenticationBackend")
    assert kiosk.get("/desk/").status_code == 404


def browser_user(actor):
    from halte.accounts.models import Staff

    return Staff.objects.get(pk=actor.id)


def test_only_a_manager_opens_it(calais):
    for role in (Role.GREETER, Role.NIGHT_HOST, Role.ADVISER):
        assert browser(calais, role).post("/desk/kiosk/", {"key": uuid4()}).status_code == 403
    assert not Device.objects.filter(kind=DeviceKind.KIOSK).exists()


def test_it_stays_a_kiosk_until_a_manager_switches_it_off_elsewhere(kiosk, manager):
    kiosk.get("/kiosk/finish/")
    assert kiosk.get("/kiosk/").status_code == 200
    device = Device.objects.get(kind=DeviceKind.KIOSK)

    signed_in(manager).post(f"/account/devices/{device.id}/revoke/", {"key": uuid4()})

    device.refresh_from_db()
    assert device.revoked_at
    assert kiosk.get("/kiosk/").status_code == 404


def test_another_token_is_no_kiosk(manager, now):
    from halte.accounts.actions import register_device

    _device, token = register_device(
        actor=manager, label="Program", kind=DeviceKind.API, roles=[], at=now, key=a_key_of()
    )
    machine = Client()
    machine.cookies["halte_kiosk"] = token

    assert machine.get("/kiosk/").status_code == 404


def test_a_scan_in_the_hall_shows_a_number_and_nothing_else(kiosk, a_card, greeter, now, monkeypatch):
    monkeypatch.setattr("django.utils.timezone.now", lambda: now)
    guest, secret = a_card()
    ticket = visits.take_ticket(actor=greeter, guest=guest, at=now, key=a_key_of())

    page = scans(kiosk, f"https://halte.example/c/{secret}").content.decode()

    assert f">{ticket.number}<" in page
    assert guest.spoken not in page
    assert secret not in page


def test_codes_that_are_guessed_are_all_answered_alike(kiosk, a_card):
    _live, live = a_card()
    closed_guest, closed = a_card()
    type(closed_guest).objects.filter(id=closed_guest.id).update(state=GuestState.CLOSED)
    guesses = [live, closed, *(ids.new_secret() for _guess in range(200))]
    page = carried_by(kiosk.get("/kiosk/things/"))

    seen = set()
    for secret in guesses:
        with CaptureQueriesContext(connection) as asked:
            answer = kiosk.post("/kiosk/things/", {"key": uuid4(), "card": page, "scan-1": secret})
        said = sorted((name, value) for name, value in answer.headers.items())
        seen.add((answer.status_code, bare(answer), str(said), about_people(asked)))

    assert len(seen) == 1


@pytest.mark.one_database
@pytest.mark.parametrize("guesses", [1_000, pytest.param(10_000, marks=pytest.mark.slow)])
def test_so_many_guessed_codes_are_all_answered_alike(rf, a_card, monkeypatch, guesses):
    # The hours are the same for every card; read once, ten thousand pages take seconds.
    monkeypatch.setattr("halte.mycard.queries.open_today", lambda at: [])
    _live, live = a_card()
    closed_guest, closed = a_card()
    type(closed_guest).objects.filter(id=closed_guest.id).update(state=GuestState.CLOSED)
    seen = set()
    request = rf.get("/c/code")
    request.LANGUAGE_CODE = "en"
    for secret in (live, closed, *(ids.new_secret() for _guess in range(guesses - 2))):
        answer = mycard.card(request, secret)
        seen.add((answer.status_code, answer.content, str(answer.headers)))

    assert len(seen) == 1


def test_a_number_is_taken_with_a_card_or_without(kiosk, a_card, calais):
    guest, secret = a_card()
    carried = carried_by(scans(kiosk, secret))

    with_card = kiosk.post("/kiosk/ticket/", {"key": uuid4(), "card": carried})
    without = kiosk.post("/kiosk/ticket/", {"key": uuid4(), "card": carried_by(kiosk.get("/kiosk/ticket/"))})

    assert [row.guest_id for row in Ticket.objects.order_by("number")] == [guest.id, None]
    assert ">1<" in with_card.content.decode()
    assert ">2<" in without.content.decode()


def test_a_card_that_is_off_takes_a_number_like_any_other(kiosk):
    carried = carried_by(scans(kiosk, ids.new_secret()))

    answer = kiosk.post("/kiosk/ticket/", {"key": uuid4(), "card": carried})

    assert ">1<" in answer.content.decode()
    assert Ticket.objects.get().guest_id is None


def test_a_page_sent_again_by_the_next_person_opens_nothing(kiosk):
    page = carried_by(kiosk.get("/kiosk/things/"))
    sent = {"key": uuid4(), "card": page, "scan-1": ids.new_secret()}

    first, again = kiosk.post("/kiosk/things/", sent), kiosk.post("/kiosk/things/", sent)

    assert b'name="card"' in first.content
    assert b'name="card"' not in again.content


def test_a_page_that_a_browser_kept_opens_nothing_minutes_later(kiosk, monkeypatch, now):
    monkeypatch.setattr("django.utils.timezone.now", lambda: now)
    page = carried_by(kiosk.get("/kiosk/things/"))

    monkeypatch.setattr("django.utils.timezone.now", lambda: now + timedelta(minutes=6))
    answer = kiosk.post("/kiosk/things/", {"key": uuid4(), "card": page, "scan-1": ids.new_secret()})

    assert b'name="card"' not in answer.content


def test_every_page_is_stored_nowhere_and_ends_by_itself(kiosk):
    for answer in (kiosk.get("/kiosk/things/"), scans(kiosk, ids.new_secret()), kiosk.get("/guide/")):
        page = answer.content.decode()
        assert answer.headers["Cache-Control"] == "no-store"
        assert "desk/kiosk.js" in page
        assert "halte_session" not in answer.cookies
    assert 'content="45;url=/kiosk/finish/"' in kiosk.get("/kiosk/things/").content.decode()
    assert kiosk.get("/kiosk/finish/").headers["Clear-Site-Data"] == '"cache", "storage"'


def test_nobody_types_a_question_on_it_and_no_link_of_the_guide_leads_nowhere(kiosk, coordinator, now):
    load_guide(actor=coordinator, at=now, key=a_key_of())
    for url in ("/guide/fr/", "/guide/fr/shelter-tonight/"):
        page = kiosk.get(url).content.decode()
        assert "<form" not in page
        assert "/search" not in page
        assert "/poster/" not in page
    for url in ("/guide/fr/search/?q=mari", "/guide/fr/search.json", "/guide/fr/shelter-tonight/poster/"):
        assert kiosk.get(url).status_code == 404


def test_a_press_says_that_a_page_is_not_clear_and_a_question_is_led_to_a_phone(kiosk, coordinator, now):
    load_guide(actor=coordinator, at=now, key=a_key_of())
    assert "/ask/page/fr/shelter-tonight/" in kiosk.get("/guide/fr/shelter-tonight/").content.decode()
    pressed = {"key": uuid4(), "kind": "not_clear"}
    for answer in (kiosk.get("/ask/page/fr/shelter-tonight/"), kiosk.post("/ask/page/fr/shelter-tonight/", pressed)):
        page = answer.content.decode()
        assert answer.status_code == 200
        assert 'class="qr"' in page
        assert "data-kiosk-finish" in page, "the page ends by itself"
        assert not re.search(r'href="/ask/(question|answer)|<textarea', page)
    for url in ("/ask/question/fr/", "/ask/answer/fr/"):
        assert kiosk.get(url).status_code == 404


def test_no_link_of_the_guide_leaves_the_house(kiosk):
    for url in ("/guide/", "/guide/fr/"):
        assert not re.search(r'href="(https?:|/say/)', kiosk.get(url).content.decode())
