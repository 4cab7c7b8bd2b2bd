"""No French sign stands alone on a line of the guide; holding it to its word drops no voice and no approval."""

from datetime import date, datetime
from pathlib import Path

import pytest

from halte.accounts.actor import Actor
from halte.common import french
from halte.common.retry import RetryKey
from halte.rights import beginning, revising
from halte.rights.checks import check
from halte.rights.models import BegunPage, Page, Topic, Wording
from halte.rights.refusals import NothingNew
from halte.rights.rules import held_together
from halte.rights.saying import Words
from halte.rights.translating import take_in, written_out
from halte.rights.voices import queries as voices

pytestmark = pytest.mark.django_db
ON = date(2026, 11, 24)
TYPED = Words("Un lit ? Demandez : nous cherchons !", "Dites « bonjour ».")
HELD = Words("Un lit\N{NNBSP}? Demandez\N{NBSP}: nous cherchons\N{NNBSP}!", "Dites «\N{NNBSP}bonjour\N{NNBSP}».")


@pytest.fixture
def french_words(a_few_topics: object) -> Wording:
    return Wording.objects.select_related("statement__topic").get(language="fr", statement__code="ask-our-desk")


def test_whoever_types_plain_blanks_lets_readers_read_them_held(
    french_words: Wording, writer: Actor, second: Actor, now: datetime
):
    revision = revising.propose(actor=writer, of=french_words, to=TYPED, at=now, key=RetryKey.new())
    revising.approve(actor=second, revision=revision, at=now, key=RetryKey.new())
    french_words.refresh_from_db()

    assert Words(french_words.text, french_words.more) == HELD
    with pytest.raises(NothingNew):
        revising.propose(actor=writer, of=french_words, to=TYPED, at=now, key=RetryKey.new())


def test_a_voice_says_the_same_and_other_words_do_not(french_words: Wording):
    french_words.text, french_words.more = TYPED.text, TYPED.more
    before = voices.digest(french_words)
    french_words.text, french_words.more = HELD.text, HELD.more
    assert voices.digest(french_words) == before
    french_words.text = HELD.text.replace("lit", "abri")
    assert voices.digest(french_words) != before, "the control"


@pytest.mark.usefixtures("a_few_topics")
def test_a_begun_page_and_a_file_at_a_translator_follow_an_original_that_is_held(translator: Actor, now: datetime):
    topic = Topic.objects.get(slug="dublin")
    head = Page.objects.filter(topic=topic, language="en")
    head.update(title="Dublin : where ?")
    Page.objects.filter(topic=topic, language="tr").delete()
    told = {"actor": translator, "at": now}
    [title, *_others] = beginning.texts(topic, "tr")
    written = {title.name: "Dublin nedir?"}
    beginning.write(**told, topic=topic, language="tr", written=written, ready=False, key=RetryKey.new())
    at_the_translator = written_out("dublin", "tr")
    assert at_the_translator is not None

    head.update(title=french.held_together("Dublin : where ?"))

    assert not any(one.changed for one in beginning.texts(topic, "tr"))
    take_in(**told, content=at_the_translator, key=RetryKey.new())
    assert BegunPage.objects.get(topic=topic, language="tr").texts[title.name]["target"] == "Dublin nedir?"
    head.update(title="Dublin, where?")
    assert any(one.changed for one in beginning.texts(topic, "tr")), "the control: other words are another original"


def test_french_words_in_a_page_of_another_language_are_held_and_its_own_are_its_translators():
    said = "قل : [fr: « Je demande l’asile. »] !"
    assert held_together(said, "ar") == "قل : [fr: «\N{NNBSP}Je demande l’asile.\N{NNBSP}»] !"
    assert held_together("A line: so !", "en") == "A line: so !"


def test_the_check_names_the_place_where_a_line_can_part(a_few_files: Path, tmp_path: Path):
    folder = tmp_path / "content"
    for path in a_few_files.rglob("*.toml"):
        (folder / path.relative_to(a_few_files)).parent.mkdir(parents=True, exist_ok=True)
        (folder / path.relative_to(a_few_files)).write_bytes(path.read_bytes())
    page = folder / "shelter-tonight" / "fr.toml"
    held = page.read_text(encoding="utf-8")
    assert [one for one in check(folder, on=ON) if one.kind == "punctuation"] == []

    page.write_text(held.replace("ce soir\N{NNBSP}?", "ce soir ?"), encoding="utf-8")

    [found] = [one for one in check(folder, on=ON) if one.kind == "punctuation"]
    assert found.file == "shelter-tonight/fr.toml"
    assert found.sentence == "“dormir ce soir ?” can part there at the end of a line: write U+202F."
