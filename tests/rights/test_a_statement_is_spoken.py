"""A statement is heard once two people stand behind the voice, and never says what stands there no more."""

import re
from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, transaction
from django.test import Client

from halte.accounts.roles import Role
from halte.common.retry import RetryKey
from halte.config import static_guide
from halte.journal import AlreadyDone
from halte.journal.models import Line
from halte.rights import revising
from halte.rights.models import Recording, Statement, VoiceState, Wording
from halte.rights.refusals import NotInReview
from halte.rights.saying import Words
from halte.rights.voices import queries, speaking
from halte.rights.voices.refusals import NoVoice, NoWordsToRead, SpeakerApproves, WordsChanged
from halte.rights.voices.sound import LARGEST, kind_of
from tests.guards.askers import browser

OGG = b"OggS\x00\x02" + bytes(22) + b"OpusHead\x01\x01" + bytes(40)
WEBM = b"\x1a\x45\xdf\xa3\x9f\x42\x82\x84webm" + bytes(20) + b"A_OPUS" + bytes(60)
SPOKEN_ONLY = "kmr"


@pytest.fixture
def guide(a_few_topics):
    return a_few_topics


@pytest.fixture
def reader(guide):
    return Client()


@pytest.fixture
def statement(guide):
    return Statement.objects.select_related("topic").get(code="ask-our-desk", topic__slug="shelter-tonight")


@pytest.fixture
def speak(writer, second, now, statement):
    """Record a statement, and let a second speaker approve it."""

    def heard(language, sound=OGG, approved=True, by=writer):
        made = speaking.record(
            actor=by, statement=statement, language=language, sound=sound, at=now, key=RetryKey.new()
        )
        return speaking.approve(actor=second, recording=made, at=now, key=RetryKey.new()) if approved else made

    return heard


def page(reader, language, slug="shelter-tonight"):
    return reader.get(f"/guide/{language}/{slug}/").content.decode()


def test_readers_hear_it_with_one_tap_once_a_second_speaker_approved(reader, speak, second, now):
    waiting = speak("ar", approved=False)
    assert "<audio" not in page(reader, "ar")
    assert reader.get(f"/guide/voice/{waiting.file}").status_code == 404

    speaking.approve(actor=second, recording=waiting, at=now, key=RetryKey.new())

    assert page(reader, "ar").count(f'<audio controls preload="none" src="/guide/voice/{waiting.file}">') == 1
    assert "<audio" not in page(reader, "en")
    answer = reader.get(f"/guide/voice/{waiting.file}")
    assert (answer.content, answer.headers["Content-Type"]) == (OGG, "audio/ogg")
    assert not answer.cookies
    assert "immutable" in answer.headers["Cache-Control"]
    assert answer.headers["X-Content-Type-Options"] == "nosniff"


def test_who_spoke_does_not_approve_and_the_database_holds_it_too(speak, writer, now):
    made = speak("ar", approved=False)

    with pytest.raises(SpeakerApproves):
        speaking.approve(actor=writer, recording=made, at=now, key=RetryKey.new())
    with pytest.raises(IntegrityError, match=r"speaker_is_not_approver|CHECK"), transaction.atomic():
        Recording.objects.update(approved_by=writer.id, state=VoiceState.HEARD)
    with pytest.raises(IntegrityError, match=r"heard_once_approved|CHECK"), transaction.atomic():
        Recording.objects.update(state=VoiceState.HEARD)


def test_a_voice_falls_silent_when_its_words_change(reader, speak, statement, writer, second, now):
    heard, waiting = speak("en"), speak("en", sound=WEBM, approved=False)
    words = Wording.objects.get(statement=statement, language="en")
    changed = revising.propose(actor=writer, of=words, to=Words("Ask our team too."), at=now, key=RetryKey.new())
    revising.approve(actor=second, revision=changed, at=now, key=RetryKey.new())

    assert "<audio" not in page(reader, "en")
    [told] = [one for one in queries.of_a_topic(statement.topic, "en") if one.statement == statement]
    assert (told.heard, told.old) == (heard, True)
    with pytest.raises(WordsChanged):
        speaking.approve(actor=second, recording=waiting, at=now, key=RetryKey.new())
    assert queries.words_to_read(statement, "ar") is None
    with pytest.raises(NoWordsToRead):
        speak("ar")


def test_a_statement_past_its_last_day_is_not_heard_either(reader, speak, statement, on_day):
    heard = speak("fr")
    Statement.objects.filter(id=statement.id).update(show_until=date(2026, 12, 31))
    assert heard.file in page(reader, "fr")

    on_day(date(2027, 1, 1))

    assert heard.file not in page(reader, "fr")


def test_a_newer_voice_takes_the_place_of_the_one_before(reader, speak):
    before, after = speak("ar"), speak("ar", sound=WEBM)

    assert after.file in page(reader, "ar")
    assert reader.get(f"/guide/voice/{before.file}").status_code == 404
    assert Recording.objects.filter(state=VoiceState.HEARD).count() == 1


def test_a_voice_that_is_taken_back_is_gone_with_its_sound(reader, speak, writer, now):
    heard, key = speak("ar"), RetryKey.new()
    speaking.take_back(actor=writer, recording=heard, at=now, key=key)

    assert "<audio" not in page(reader, "ar")
    assert not Recording.objects.exists()
    with pytest.raises(AlreadyDone):
        speaking.take_back(actor=writer, recording=heard, at=now, key=key)
    with pytest.raises(NotInReview):
        speaking.take_back(actor=writer, recording=heard, at=now, key=RetryKey.new())


def test_a_language_that_is_only_spoken_needs_no_text(reader, speak, statement):
    assert reader.get(f"/guide/{SPOKEN_ONLY}/").status_code == 404
    assert "Kurmancî" not in reader.get("/guide/en/").content.decode()

    heard = speak(SPOKEN_ONLY)

    assert 'href="/guide/kmr/" lang="kmr"' in reader.get("/guide/en/").content.decode()
    topics, told = reader.get("/guide/kmr/").content.decode(), page(reader, SPOKEN_ONLY)
    assert "/guide/kmr/shelter-tonight/" in topics
    assert "/guide/kmr/day-centres/" not in topics
    assert told.count("<audio") == 1
    assert heard.file in told
    assert 'class="card strip"' in told
    for one in (topics, told):
        assert re.findall(r'lang="(\w+)"[^>]*aria-current="page"', one) == [SPOKEN_ONLY], "this page is in no other"
    assert 'href="/guide/en/places/"' in told, "somebody to ask"
    assert reader.get("/guide/kmr/day-centres/").status_code == 404
    files = dict(static_guide.pages("http://testserver"))
    assert files[f"guide/voice/{heard.file}"] == OGG
    assert {"guide/kmr/index.html", "guide/kmr/shelter-tonight/index.html"} <= set(files)


@pytest.mark.parametrize(
    "sound",
    [
        *(b"", b"OggS", b"RIFF....WAVEfmt ", b"<svg onload=alert(1)>", b"\x1a\x45\xdf\xa3webm"),
        *(WEBM + b"V_VP8", OGG + bytes(LARGEST)),
    ],
)
def test_what_is_no_short_voice_is_refused_and_nothing_is_written(speak, sound):
    lines = Line.objects.count()

    with pytest.raises(NoVoice):
        speak("ar", sound=sound)

    assert not Recording.objects.exists()
    assert Line.objects.count() == lines


def test_both_files_that_browsers_record_are_known():
    assert (kind_of(OGG), kind_of(WEBM)) == ("ogg", "webm")


@pytest.mark.parametrize(
    ("asked", "status", "part"),
    [
        ("bytes=0-3", 206, OGG[:4]),
        ("bytes=4-", 206, OGG[4:]),
        ("bytes=4-999999", 206, OGG[4:]),
        ("bytes=999999-", 416, b""),
        *((header, 200, OGG) for header in ("bytes=3-1", "bytes=-4", "bytes=0-1,3-4", "lines=1-2", "")),
    ],
)
def test_a_player_gets_the_part_it_asks_for(reader, speak, asked, status, part):
    answer = reader.get(f"/guide/voice/{speak('ar').file}", headers={"range": asked})

    assert (answer.status_code, answer.content) == (status, part)
    if status == 206:
        assert answer.headers["Content-Range"].endswith(f"/{len(OGG)}")


def test_the_pages_lead_from_a_voice_to_its_approval(statement, calais, dunkirk):
    first, other = browser(calais, Role.TRANSLATOR), browser(dunkirk, Role.TRANSLATOR)
    assert "Kurmancî" in first.get("/editing/voices/").content.decode()
    assert "shelter-tonight" in first.get("/editing/voices/kmr/").content.decode()
    sent = {"key": str(RetryKey.new().value), "voice": SimpleUploadedFile("voice", OGG, "audio/ogg")}
    first.post(f"/editing/voices/kmr/statement/{statement.id}/record/", sent)
    made = Recording.objects.get()
    shown = "/editing/voices/kmr/shelter-tonight/"
    assert f"/recording/{made.id}/approve/" not in first.get(shown).content.decode()
    assert f"/recording/{made.id}/approve/" in other.get(shown).content.decode()
    assert other.get(f"/editing/voices/recording/{made.id}/sound").headers["Cache-Control"] == "private, no-store"
    other.post(f"/editing/voices/recording/{made.id}/approve/", {"key": str(RetryKey.new().value)})
    assert Recording.objects.get().state == VoiceState.HEARD
    other.post(f"/editing/voices/recording/{made.id}/take-back/", {"key": str(RetryKey.new().value)})
    assert not Recording.objects.exists()
    assert first.get("/editing/voices/xx/").status_code == 404


def test_a_mistake_is_said_on_the_page(statement, calais):
    client = browser(calais, Role.TRANSLATOR)
    sent = {"key": str(RetryKey.new().value), "voice": SimpleUploadedFile("voice", b"RIFF", "audio/wav")}
    answer = client.post(f"/editing/voices/ar/statement/{statement.id}/record/", sent, follow=True)

    assert "Chrome or Firefox" in answer.content.decode()
