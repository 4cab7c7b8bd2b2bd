"""What an official signed is read in the languages of the guests: the same figures, and who translated them."""

from collections.abc import Callable
from datetime import datetime

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from halte.accounts.actor import Actor
from halte.accounts.roles import Role
from halte.common.retry import RetryKey
from halte.rights import words as guide_words
from halte.rights.models import FactSheet, SheetTranslation, Talk, TalkState
from halte.rights.refusals import NotInReview, NotYourText, TextRefused, WriterApproves
from halte.rights.talks import actions, queries, translating
from halte.rights.talks.words import WORDS
from halte.sites.models import Site
from tests.guards.askers import browser
from tests.rights.a_talk import FIGURE, read, sign

ARABIC = {
    "1.figure": "1204",
    "1.text": "أشخاص عادوا بموجب المعاهدة حتى نهاية أكتوبر",
    "unknown": "كم شخصاً مات هذه السنة.",
}
Written = Callable[..., SheetTranslation]


@pytest.fixture
def written(signed: FactSheet, writer: Actor, now: datetime) -> Written:
    def write(actor: Actor = writer, language: str = "ar", **changed: str) -> SheetTranslation:
        said = ARABIC | {name.replace("_", "."): text for name, text in changed.items()}
        return translating.translate(
            actor=actor, sheet=signed, language=language, written=said, at=now, key=RetryKey.new()
        )

    return write


def let_stand(actor: Actor, translation: SheetTranslation, now: datetime, signature: str = "") -> None:
    translating.approve(actor=actor, translation=translation, signature=signature, at=now, key=RetryKey.new())


def test_guests_read_it_once_a_second_person_let_it_stand_with_the_signed_words_behind_it(
    written: Written, translator: Actor, accepted: Talk, now: datetime, monkeypatch: pytest.MonkeyPatch
):
    translation = written()
    assert ARABIC["1.text"] not in read(accepted, now, monkeypatch, "ar")
    assert WORDS["ar"]["in_language"].format(language="English") in read(accepted, now, monkeypatch, "ar")

    let_stand(translator, translation, now)

    page = read(accepted, now, monkeypatch, "ar")
    for said in (ARABIC["1.text"], ARABIC["unknown"], "1204", "J. Whitfield", FIGURE.text, "How many died this year."):
        assert said in page
    assert f'lang="ar" dir="rtl"><b><bdi>1204</bdi></b> {ARABIC["1.text"]}' in page
    assert WORDS["ar"]["signed_words"].format(language="English") in page
    assert guide_words.WORDS["ar"].not_reviewed in page
    assert ARABIC["1.text"] not in read(accepted, now, monkeypatch, "en")


def test_a_translator_who_signs_takes_the_label_off_and_an_editor_cannot(
    written: Written,
    translator: Actor,
    second: Actor,
    accepted: Talk,
    now: datetime,
    monkeypatch: pytest.MonkeyPatch,
    staff_at: Callable[..., Actor],
    calais: Site,
):
    let_stand(staff_at(calais, Role.EDITOR), written(), now, "E. Ditor")
    label = guide_words.WORDS["ar"].not_reviewed
    assert label in read(accepted, now, monkeypatch, "ar")

    let_stand(translator, written(), now, "N. Haddad")

    page = read(accepted, now, monkeypatch, "ar")
    assert label not in page
    assert "N. Haddad" in page
    assert SheetTranslation.objects.count() == 1


def test_two_people_stand_behind_it_and_the_database_holds_this_too(
    written: Written, writer: Actor, translator: Actor, now: datetime
):
    translation = written()
    with pytest.raises(WriterApproves):
        let_stand(writer, translation, now)
    with pytest.raises(IntegrityError), transaction.atomic():
        SheetTranslation.objects.filter(id=translation.id).update(approved_by=writer.id)
    let_stand(translator, translation, now)
    with pytest.raises(NotInReview):
        let_stand(translator, translation, now)


@pytest.mark.parametrize(
    "changed",
    [
        {"1_figure": "1024"},
        {"1_text": "عاد 12 شخصاً"},
        {"unknown": ""},
        {"1_text": "اقرأ <b>هنا</b>"},
        {"unknown": "www.example.org"},
        {"1_text": "نص \u202e مقلوب"},
    ],
    ids=["another figure", "a figure more", "missing", "markup", "an address", "turned letters"],
)
def test_what_was_not_signed_or_hides_something_is_refused(written: Written, changed: dict[str, str]):
    with pytest.raises(TextRefused):
        written(**changed)
    assert not SheetTranslation.objects.exists()


def test_neither_the_speaker_nor_a_greeter_translates_nor_anybody_an_unsigned_sheet(
    written: Written, speaker: Actor, writer: Actor, accepted: Talk, now: datetime
):
    for actor, language in ((speaker, "ar"), (writer, "en"), (writer, "xx")):
        with pytest.raises(NotYourText):
            written(actor, language)
    actions.state_point(actor=speaker, talk=accepted, stated=FIGURE, at=now, key=RetryKey.new())
    unsigned = FactSheet.objects.get(talk=accepted, signed_on__isnull=True)
    assert not translating.may_translate(writer, unsigned, "ar")


def test_a_new_version_is_the_speakers_own_words_again_and_the_same_words_need_no_second_typing(
    written: Written, translator: Actor, speaker: Actor, accepted: Talk, now: datetime, monkeypatch: pytest.MonkeyPatch
):
    let_stand(translator, written(), now)
    actions.state_point(actor=speaker, talk=accepted, stated=FIGURE, at=now, key=RetryKey.new())
    sheet = sign(accepted, speaker, now, unknown="Something else.")

    assert ARABIC["1.text"] not in read(accepted, now, monkeypatch, "ar")
    asked = {one.name: one.target for one in translating.texts(sheet, "ar")}
    assert asked["1.text"] == asked["2.text"] == ARABIC["1.text"]
    assert asked["unknown"] == ""


def test_the_pages_lead_from_the_talk_to_the_second_person(signed: FactSheet, accepted: Talk, calais: Site):
    elsa, farid = browser(calais, Role.EDITOR), browser(calais, Role.TRANSLATOR)
    address = reverse("talks:translate", args=[signed.id, "ar"])
    assert address in elsa.get(reverse("talks:talk", args=[accepted.id])).content.decode()
    assert (
        "talks/sheet"
        not in browser(calais, Role.GREETER).get(reverse("talks:talk", args=[accepted.id])).content.decode()
    )
    typed = {f"text{number}": said for number, said in enumerate(ARABIC.values())}

    assert elsa.post(address, {"key": RetryKey.new().value, **typed, "text0": "7"}).status_code == 422
    assert elsa.post(address, {"key": RetryKey.new().value, **typed}).status_code == 302
    assert b"somebody else approves it" in elsa.get(address).content
    approve = reverse("talks:approve_translation", args=[SheetTranslation.objects.get().id])
    assert approve in farid.get(address).content.decode()
    farid.post(approve, {"key": RetryKey.new().value, "signature": "N. Haddad"})

    assert "N. Haddad" in farid.get(address).content.decode()
    assert elsa.get(reverse("talks:translate", args=[signed.id, "en"])).status_code == 404


def test_the_editors_desk_lists_what_nobody_translated_and_what_waits_of_its_own_house_alone(
    written: Written, signed: FactSheet, accepted: Talk, translator: Actor, now: datetime, calais: Site, dunkirk: Site
):
    there = reverse("talks:translate", args=[signed.id, "ar"])
    client = browser(calais, Role.EDITOR)
    desk = client.get("/editing/").content.decode()
    assert accepted.title in desk
    assert desk.index(there) < desk.index(reverse("talks:translate", args=[signed.id, "fr"])), "it is held in Arabic"
    assert reverse("talks:translate", args=[signed.id, "en"]) not in desk, "it was signed in English"
    assert accepted.title not in browser(dunkirk, Role.EDITOR).get("/editing/").content.decode()

    translation = written()
    [(_sheet, missing)] = queries.to_translate(translator)
    assert [one.code for one, waits in missing if waits] == ["ar"]
    let_stand(translator, translation, now)
    desk = client.get("/editing/").content.decode()
    assert there not in desk
    assert accepted.title in desk
    Talk.objects.everywhere(because="a test").filter(id=accepted.id).update(state=TalkState.WITHDRAWN)
    assert queries.to_translate(translator) == []
