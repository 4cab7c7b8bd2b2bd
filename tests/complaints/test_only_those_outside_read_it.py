"""Say it: no card, no name, any language; read by two people outside the house, answered by ticket."""

import json
from datetime import timedelta

import pytest
from cryptography.exceptions import InvalidTag
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client

from halte.accounts.models import Membership, Staff
from halte.accounts.roles import Role
from halte.common import tickets
from halte.complaints import actions, queries, refusals
from halte.complaints.models import About, Complaint, MayRead, NotFor, Voice
from halte.complaints.sounds import kind_of
from halte.journal.acts import NETWORK
from halte.journal.models import Line
from tests.cast import a_key_of
from tests.pages import signed_in, words_of

KEY = "00000000-0000-4000-8000-00000000000d"
WEBM = b"\x1a\x45\xdf\xa3\x9f\x42\x82\x84webm"
SAID = "The light in the room was on all night, and he laughed."


@pytest.fixture
def readers(coordinator, staff_at, dunkirk, now):
    """Two colleagues of the other house: a night host and a treasurer."""
    two = [staff_at(dunkirk, Role.NIGHT_HOST), staff_at(dunkirk, Role.TREASURER)]
    for one in two:
        staff = Staff.objects.get(id=one.id)
        actions.name_reader(actor=coordinator, staff=staff, at=now, key=a_key_of())
    return two


@pytest.fixture
def says(calais, readers, now):
    def say(**more):
        told = {"site": calais, "about": About.RESPECT, "words": SAID, "language": "ti", "at": now} | more
        code = actions.say(key=a_key_of(), **told)
        return queries.by_ticket(code), code

    return say


def sends(**more):
    told = {"key": KEY, "site": "calais", "about": "respect", "words": SAID, "language": "en"} | more
    return Client().post("/say/", told)


def ticket_on(page):
    return page.content.decode().partition('<p class="code"><bdi dir="ltr">')[2].partition("<")[0]


def test_whoever_has_no_card_says_it_and_fetches_the_answer_by_ticket(readers, calais, now):
    page = sends()
    code = ticket_on(page)
    complaint = Complaint.objects.get()
    answer = {"key": KEY, "words": "The lamp has a switch now. We spoke with him."}
    signed_in(readers[0]).post(f"/say/read/{complaint.id}/answer/", answer)

    fetched = Client().post("/say/answer/", {"code": code.lower()})

    assert "The lamp has a switch now." in fetched.content.decode()
    assert "halte_session" not in page.cookies


def test_nobody_of_the_house_reads_it_not_even_its_manager(says, readers, calais, staff_at):
    complaint, _code = says(about=About.BY_STAFF)

    everyone_here = staff_at(calais, *Role)
    assert signed_in(everyone_here).get(f"/say/read/{complaint.id}/").status_code == 404
    assert "Nothing was left for you." in signed_in(everyone_here).get("/say/read/").content.decode()
    assert signed_in(readers[0]).get(f"/say/read/{complaint.id}/").status_code == 200


def test_a_reader_who_comes_to_work_in_the_house_finds_it_no_more(says, readers, calais, now):
    complaint, _code = says()

    Membership.objects.create(site=calais, staff_id=readers[0].id, role=Role.GREETER, since=calais.today(now))

    assert queries.complaint(readers[0], complaint.id) is None
    assert queries.complaint(readers[1], complaint.id) == complaint


def test_whoever_was_ruled_out_by_work_or_by_name_cannot_open_it(says, readers):
    by_work, _code = says(not_for=[NotFor.NIGHT])
    by_name, _code = says(not_readers=[readers[1].id])

    assert signed_in(readers[0]).get(f"/say/read/{by_work.id}/").status_code == 404
    assert signed_in(readers[1]).get(f"/say/read/{by_work.id}/").status_code == 200
    assert signed_in(readers[1]).get(f"/say/read/{by_name.id}/").status_code == 404


def test_somebody_is_left_to_read_it(says, readers):
    with pytest.raises(refusals.NobodyLeft):
        says(not_readers=[one.id for one in readers])

    assert not Complaint.objects.exists()


def test_without_readers_the_page_says_so_and_names_others(calais):
    page = Client(headers={"accept-language": "en"}).get("/say/?site=calais").content.decode()

    assert "Nobody outside this house reads complaints at the moment" in page
    assert "09 69 39 00 00" in page


def test_words_and_voice_lie_encrypted_and_bound_to_their_row(says):
    complaint, _code = says(voice=actions.Spoken(b"sound of a voice", "audio/webm"))
    other, _code = says()

    stored = bytes(Complaint.objects.get(id=complaint.id).words_box) + bytes(Voice.objects.get().sound_box)
    assert SAID.encode() not in stored
    assert b"sound of a voice" not in stored
    assert (complaint.words, Voice.objects.get().sound) == (SAID, b"sound of a voice")
    Complaint.objects.filter(id=other.id).update(words_box=complaint.words_box)
    with pytest.raises(InvalidTag):
        _ = Complaint.objects.get(id=other.id).words


def test_the_ticket_code_stands_nowhere(says):
    complaint, code = says()

    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM complaints_complaint")
        assert code.encode() not in repr(cursor.fetchall()).encode()
    assert bytes(complaint.ticket_key) == queries.ticket_key(tickets.spaced(code).lower())


def test_no_register_of_a_house_tells_that_somebody_complained(says, readers, calais):
    complaint, _code = says()
    signed_in(readers[0]).get(f"/say/read/{complaint.id}/")

    kinds = Line.objects.filter(kind__startswith="complaints.")
    assert set(kinds.values_list("site", flat=True)) == {NETWORK}
    assert kinds.filter(kind="complaints.read", actor=readers[0].id).count() == 1
    assert all(json.loads(bytes(line.body))["data"] == {} for line in kinds)


def test_a_wrong_code_and_an_unknown_one_are_answered_alike(says):
    says()

    told = [words_of(Client().post("/say/answer/", {"code": code}).content.decode()) for code in ("K7M4QX9T2B", "?!")]
    assert told[0].split() == told[1].split()


def test_codes_cannot_be_tried_out(says, monkeypatch):
    monkeypatch.setattr(tickets, "TRIES_IN_A_QUARTER", 3)
    _complaint, code = says()
    for _try in range(3):
        Client().post("/say/answer/", {"code": "K7M4QX9T2B"})

    answer = Client().post("/say/answer/", {"code": code})
    assert answer.status_code == 429
    assert "Not yet" not in answer.content.decode()


def test_the_same_form_sent_twice_is_one_complaint_and_shows_its_ticket_once(readers, calais):
    first, again = sends(), sends()

    assert Complaint.objects.count() == 1
    assert ticket_on(first)
    assert not ticket_on(again)


def test_a_voice_is_taken_and_heard_and_anything_else_is_not(readers, calais):
    page = Client().post(
        "/say/",
        {
            "key": KEY,
            "site": "calais",
            "about": "by_staff",
            "words": "",
            "voice": SimpleUploadedFile("voice", WEBM, content_type="text/html"),
        },
    )
    assert ticket_on(page)
    complaint = Complaint.objects.get()
    heard = signed_in(readers[1]).get(f"/say/read/{complaint.id}/voice/")
    assert (heard.content, heard.headers["Content-Type"]) == (WEBM, "audio/webm")

    for content in (b"<svg>", b"<html><script>alert(1)</script>", b"%PDF-1.7", b"MZ\x90", b"x"):
        called_a_voice = SimpleUploadedFile("voice.webm", content, content_type="audio/webm")
        told = {"key": KEY[:-1] + "e", "site": "calais", "about": "other", "words": "x", "voice": called_a_voice}
        assert Client().post("/say/", told).status_code == 422, content
    assert Complaint.objects.count() == 1


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (WEBM, "audio/webm"),
        (b"OggS\x00\x02", "audio/ogg"),
        (b"\x00\x00\x00\x1cftypM4A ", "audio/mp4"),
        (b"\x00\x00\x00\x1cftyp3gp4", "audio/3gpp"),
        (b"RIFF\x24\x00\x00\x00WAVEfmt ", "audio/wav"),
        (b"RIFF\x24\x00\x00\x00WEBPVP8 ", ""),
        (b"ID3\x04", "audio/mpeg"),
        (b"\xff\xfb\x90", "audio/mpeg"),
        (b"\xff\xf1\x50", "audio/aac"),
        (b"#!AMR\n", "audio/amr"),
        (b"\xff\xd8\xff", ""),
        (b"", ""),
    ],
)
def test_what_phones_record_is_known_by_its_first_bytes(content, kind):
    assert kind_of(content) == kind


def test_a_voice_too_long_is_refused_in_words_and_not_dropped_quietly(readers, calais):
    long = SimpleUploadedFile("voice", b"0" * 2_100_000, content_type="audio/webm")

    answer = Client().post("/say/", {"key": KEY, "site": "calais", "about": "other", "words": "hear me", "voice": long})

    assert answer.status_code == 422
    assert not Complaint.objects.exists()


def test_nobody_fills_the_disk_with_voices_and_words_are_always_taken(says, now, monkeypatch):
    monkeypatch.setattr(actions, "VOICES_A_DAY", 2)
    sound = actions.Spoken(b"sound", "audio/webm")
    for _each in range(2):
        says(voice=sound)

    with pytest.raises(refusals.ManyVoices):
        says(voice=sound)

    says()
    says(voice=sound, at=now + timedelta(days=1))
    assert (Complaint.objects.count(), Voice.objects.count()) == (4, 3)


def test_saying_nothing_is_not_sent(readers, calais):
    assert sends(words="").status_code == 422


@pytest.mark.parametrize("language", ["ar", "fa", "ps", "ckb", "ti", "am", "so", "vi", "tr", "fr", "en"])
def test_the_page_speaks_every_language_of_guests(calais, readers, language):
    page = Client().get(f"/say/?site=calais&language={language}").content.decode()

    assert f'<html lang="{language}"' in page


def test_two_read_for_each_house_and_only_a_coordinator_names_them(
    readers, coordinator, manager, staff_at, calais, dunkirk, now
):
    assert signed_in(manager).get("/say/readers/").status_code == 403
    for person in (manager, staff_at(calais, Role.EDITOR)):
        actions.name_reader(actor=coordinator, staff=Staff.objects.get(id=person.id), at=now, key=a_key_of())

    assert {one.staff.id for one in queries.readers_for(calais, now)} == {one.id for one in readers}
    assert len(queries.readers_for(dunkirk, now)) == 2
    assert manager.id in {one.staff.id for one in queries.readers_for(dunkirk, now)}
    with pytest.raises(refusals.TooManyReaders):
        actions.name_reader(actor=coordinator, staff=Staff.objects.get(id=coordinator.id), at=now, key=a_key_of())


def test_whoever_reads_no_more_finds_nothing_of_before(says, readers, coordinator, now):
    complaint, _code = says()

    actions.end_reader(actor=coordinator, reader=queries.readers()[0], at=now, key=a_key_of())

    assert not MayRead.objects.filter(staff=readers[0].id).exists()
    assert signed_in(readers[0]).get(f"/say/read/{complaint.id}/").status_code == 404


def test_a_closed_complaint_is_forgotten_with_its_voice(says, readers, manager, now):
    complaint, code = says(voice=actions.Spoken(b"sound", "audio/webm"))
    actions.close(actor=readers[0], complaint=complaint, at=now, key=a_key_of())

    assert actions.forget(actor=manager, at=now + timedelta(days=80), key=a_key_of()) == 0
    assert actions.forget(actor=manager, at=now + timedelta(days=92), key=a_key_of()) == 1
    assert queries.by_ticket(code) is None
    assert not Voice.objects.exists()
