"""The guide is read in the guest's language, in its direction, in plain words."""

import re
from datetime import date
from html import unescape

import pytest
from django.test import Client

from halte.common import languages
from halte.rights import words
from halte.rights.files import CONTENT, read_guide
from halte.rights.rules import fragments
from halte.rights.words import WORDS
from tests.rights.conftest import LANGUAGES, PAGES

pytestmark = pytest.mark.one_database

BANNED = re.compile(
    r"\b(fraud\w*|illegal\w*|assault\w*|flows?|clients?|beneficiar\w*|migrants?|users?|hand-?overs?|no-?shows?"
    r"|vulnerab\w*|scores?|sanctions?|banned|entitlements?|turned away|roll calls?|households?|claims?|sealed|journals?"
    r"|clandestin\w*|bénéficiaires?|usagers?|illégal\w*|fraudes?)\b",
    re.IGNORECASE,
)


@pytest.mark.parametrize(
    ("asked", "answered"),
    [
        ("ar-SY,ar;q=0.9,en;q=0.5", "/guide/ar/"),
        ("fr-FR", "/guide/fr/"),
        ("sq, fr;q=0.3, en;q=0.4", "/guide/en/"),
        ("ti, fr;q=0.3", "/guide/ti/"),
        ("EN-gb", "/guide/en/"),
    ],
)
def test_the_phone_chooses_the_language(asked: str, answered: str, reader: Client) -> None:
    answer = reader.get("/guide/", headers={"accept-language": asked})

    assert answer.status_code == 302
    assert answer.headers["Location"] == answered
    assert "Accept-Language" in answer.headers["Vary"]


@pytest.mark.parametrize("asked", ["", "de, sq", "*", "nonsense;;q=", "x" * 9000])
def test_a_phone_that_asks_for_none_of_ours_shows_the_languages(asked: str, reader: Client) -> None:
    answer = reader.get("/guide/", headers={"accept-language": asked})

    assert answer.status_code == 200
    for code in ("fr", "en", "ar"):
        assert f'href="/guide/{code}/" lang="{code}"' in answer.content.decode()


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_page_has_its_language_and_direction_and_leads_to_its_others(language: str, reader: Client) -> None:
    direction = "rtl" if languages.BY_CODE[language].right_to_left else "ltr"
    for slug in [slug for there, slug in PAGES if there == language]:
        answer = reader.get(f"/guide/{language}/{slug}/")
        page = answer.content.decode()

        assert re.search(rf'<html lang="{language}"\s+dir="{direction}"', page)
        assert answer.headers["Content-Language"] == language
        for other in [there for there, topic in PAGES if topic == slug]:
            assert f'href="/guide/{other}/{slug}/" lang="{other}" hreflang="{other}"' in page


def test_french_words_in_an_arabic_page_are_marked_as_french(reader: Client) -> None:
    page = unescape(reader.get("/guide/ar/asylum-apply/").content.decode())

    assert '<bdi lang="fr">«\N{NNBSP}Je demande l’asile.\N{NNBSP}»</bdi>' in page
    assert "[fr:" not in page
    body = re.sub(r'<(bdi|a)[^>]* lang="(?:en|fr|so|tr|vi)"[^>]*>.*?</\1>', "", page.partition("<body>")[2])
    assert not re.search(r"[A-Za-z]{2,}", re.sub(r"<[^>]*>", " ", body))


@pytest.mark.parametrize(
    ("address", "numbers"),
    [
        ("/guide/ar/shelter-tonight/", {"115"}),
        ("/guide/en/danger-at-sea/", {"112", "196", "999", "15"}),
    ],
)
def test_every_number_to_call_can_be_pressed(address: str, numbers: set[str], reader: Client) -> None:
    page = reader.get(address).content.decode()

    assert set(re.findall(r'href="tel:(\d+)"', page)) == numbers
    assert all(f"<bdi>{number}</bdi>" in page for number in numbers)


def test_the_guide_has_its_own_words_in_all_eleven_languages() -> None:
    assert set(WORDS) == {language.code for language in languages.ALL}
    for code, table in WORDS.items():
        for name, word in vars(table).items():
            assert word.strip(), (code, name)
            assert ("{date}" in word) == (
                name in {"checked", "until", "about", "registered_from", "registered_until", "by_translator"}
            ), (code, name)
            assert ("{number}" in word) == (name == "call"), (code, name)


@pytest.mark.parametrize("code", [language.code for language in languages.ALL])
def test_dates_are_written_in_every_language(code: str) -> None:
    assert "2026" in words.day(date(2026, 11, 23), code)
    assert "2024" in words.source_date("2024", about=True, language=code)
    assert words.source_date("undated", about=False, language=code) == WORDS[code].undated


def test_no_text_uses_a_word_that_hurts() -> None:
    for path in CONTENT.rglob("*.toml"):
        assert not BANNED.findall(path.read_text(encoding="utf-8")), path


def test_sentences_are_short_enough_for_a_child_of_eleven() -> None:
    for topic in read_guide():
        for page in topic.pages:
            at_most = 30 if page.language == "vi" else 20  # Vietnamese writes every syllable apart
            for wording in page.wordings.values():
                for sentence in re.split(r"(?<=[.?!:؟።፧፦])\s", f"{wording.text} {wording.more}"):
                    assert len(sentence.split()) <= at_most, sentence


def test_no_address_of_the_house_for_women_is_written() -> None:
    for path in CONTENT.rglob("*.toml"):
        assert not re.search(r"\b\d+,? (rue|avenue|boulevard|street)\b|\brue d", path.read_text(encoding="utf-8"))


def test_words_of_another_language_are_cut_out_of_a_text() -> None:
    cut = fragments("Say [fr: une domiciliation] there.")

    assert [(fragment.text, fragment.language) for fragment in cut] == [
        ("Say ", ""),
        ("une domiciliation", "fr"),
        (" there.", ""),
    ]


def test_what_an_editor_writes_is_text_and_never_markup(reader: Client) -> None:
    from halte.rights.models import Wording

    Wording.objects.filter(statement__code="come-in", language="en").update(text="<script>[fr: <b>]</script>")

    page = reader.get("/guide/en/day-centres/").content.decode()

    assert "<script>" not in page
    assert "&lt;script&gt;" in page
