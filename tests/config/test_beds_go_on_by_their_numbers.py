"""Beds go on by their numbers while the house has no key, and what was pressed comes back to Catch up."""

import http.client
import json
import re
import socket
import ssl
import threading
from contextlib import contextmanager

import pytest
from django.contrib.sessions.models import Session
from django.utils import timezone

from halte.config import numbered_beds, opening, panic
from halte.config.numbered_beds import FREE, SHUT, TAKEN, Beds
from halte.config.resting import Resting
from halte.config.tls import House, Names
from halte.journal.models import Line
from halte.nights.actions import shelter_group
from halte.nights.models import Stay
from halte.paper.models import PanicHours
from tests.cast import a_key_of
from tests.config.serving import asked
from tests.pages import signed_in


@pytest.mark.django_db
def test_the_beds_go_on_by_numbers_and_say_nothing_of_anybody(night_desk, a_room, a_family, calais):
    room, family, now = a_room(beds=3), a_family(members=2), timezone.now()
    shelter_group(actor=night_desk, group=family, night=calais.tonight(now), at=now, key=a_key_of())
    stays = list(Stay.objects.seen_by(night_desk))

    _at, rooms = panic.beds_of_now()

    (beds,) = (beds for name, beds in rooms.items() if name.endswith(room.code))
    taken = {stay.bed.label for stay in stays}
    assert beds == {bed.label: TAKEN if bed.label in taken else FREE for bed in room.beds.all()}
    told = str(rooms)
    for stay in stays:
        assert str(stay.guest_id) not in told
        assert stay.guest_id.hex not in told


@contextmanager
def shown(beds, tls=b""):
    listening = socket.create_server(("127.0.0.1", 0))
    server = Resting(listening, "panic", beds, tls)
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
    yield listening.getsockname()[1], beds
    server.shutdown()
    server.server_close()


@pytest.fixture
def beds(tmp_path):
    return Beds("18:49", {"A": {"1": FREE, "2": TAKEN, "3": SHUT}}, "482193", tmp_path)


@pytest.fixture
def page(beds):
    with shown(beds) as there:
        yield there


def test_a_bed_is_given_by_whoever_has_the_number(page, monkeypatch):
    monkeypatch.setattr(numbered_beds, "AFTER_A_WRONG_NUMBER", 0)
    port, beds = page

    without = asked(port, {"number": "482194", "bed": "A|1|free"})
    assert (without[0], "A|1" in without[1], beds.rooms["A"]["1"]) == (503, False, FREE)
    assert "A|1" not in asked(port)[1]

    status, board = asked(port, {"number": "482 193"})
    assert (status, 'value="A|1|free"' in board) == (200, True)

    board = asked(port, {"number": "482193", "bed": "A|1|free"})[1]
    assert beds.rooms["A"] == {"1": TAKEN, "2": TAKEN, "3": SHUT}
    assert "A 1 · pris · taken" in board

    # Two desks at once: the second press was meant for a free bed, and changes nothing. Nor does one on a closed bed.
    for press in ("A|1|free", "A|3|shut", "B|1|free", "A|9|free", "<b>"):
        asked(port, {"number": "482193", "bed": press})
    assert beds.rooms == {"A": {"1": TAKEN, "2": TAKEN, "3": SHUT}}
    assert len(beds.pressed) == 1


def test_whoever_guesses_numbers_keeps_no_board_waiting_that_is_open(page, monkeypatch):
    monkeypatch.setattr(numbered_beds, "AFTER_A_WRONG_NUMBER", 0)
    port, beds = page
    (opened,) = re.findall(r'name="opened" value="([^"]+)"', asked(port, {"number": "482193"})[1])
    assert opened == beds.opened

    with beds.door:  # somebody guesses, second after second
        board = asked(port, {"opened": opened, "bed": "A|1|free"})

    assert (board[0], beds.rooms["A"]["1"]) == (200, TAKEN)
    assert not any(beds.lets_in(wrong, "") for wrong in ("", "é", opened[:-1], opened.swapcase()))
    assert "482193" not in board[1]


def test_tablets_that_know_https_still_find_the_house(beds, tmp_path):
    house = House(tmp_path)
    house.make(Names.read(["halte.lan"]), timezone.now())
    trusts = ssl.create_default_context(cafile=str(house.authority))

    with shown(beds, house.key_and_certificate()) as (port, _beds):
        assert "La maison se tait" in asked(port, trusts=trusts)[1]
        assert 'value="A|1|free"' in asked(port, {"number": "482193"}, trusts=trusts)[1]
        # In the clear nobody is answered, and the control: whoever does not know the house is warned.
        with pytest.raises((http.client.HTTPException, OSError)):
            asked(port)
        with pytest.raises(ssl.SSLCertVerificationError):
            asked(port, trusts=ssl.create_default_context())


@pytest.mark.django_db
def test_with_the_key_come_back_its_hours_and_what_was_pressed(night_desk, dunkirk, a_room, beds, tmp_path, calais):
    room = a_room(beds=2)
    name = numbered_beds.name(calais.name, room.code, alone=False)
    first, second = (bed.label for bed in room.beds.all())
    beds.rooms = {name: {first: FREE, second: TAKEN}}
    numbered_beds.begin(tmp_path)
    began, _none = numbered_beds.read(tmp_path)
    assert beds.press(name, first, FREE)
    assert beds.press(name, second, TAKEN)
    with (tmp_path / numbered_beds.HOURS).open("ab") as torn:
        torn.write(b'{"at": "2026-11-')
    screen = signed_in(night_desk)
    assert screen.get("/desk/").status_code == 200

    opening.opened(tmp_path)
    opening.opened(tmp_path)

    # One panic, on every site, and a line for each opening; whoever was signed in signs in again.
    hours = PanicHours.objects.seen_by(night_desk).get()
    assert hours.began_at == began
    assert [(line["room"], line["bed"], line["taken"]) for line in hours.lines] == [
        (room.code, first, True),
        (room.code, second, False),
    ]
    assert not Session.objects.exists()
    assert not (tmp_path / numbered_beds.HOURS).exists()
    said = [json.loads(bytes(line.body))["data"] for line in Line.objects.filter(kind="house.opened").order_by("seq")]
    assert said == [{"panic": f"{began:%Y-%m-%dT%H:%M:%S}"}, {}]
    assert Line.objects.filter(kind="paper.panic_over", site=calais.id).count() == 1
    assert screen.get("/desk/").status_code == 302


def test_the_page_is_kept_nowhere_and_runs_nothing(page):
    connection = http.client.HTTPConnection("127.0.0.1", page[0], timeout=20)
    connection.request("GET", "/c/secret")
    answer = connection.getresponse()

    assert answer.headers["Cache-Control"] == "no-store"
    assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
    assert answer.headers["Set-Cookie"] is None
    html = answer.read().decode()
    assert "<script" not in html
    assert "secret" not in html
    assert {"fr", "en", "ar", "fa", "ps", "ckb", "ti", "am", "so", "vi", "tr"} <= set(re.findall(r'lang="(\w+)"', html))
