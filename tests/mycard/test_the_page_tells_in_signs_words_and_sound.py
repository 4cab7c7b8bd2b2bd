"""The card's page says what its back says, in signs, words and aloud: no name, who sees it, until when."""

import re

import pytest
from django.test import Client
from django.utils import translation

from halte.common import ids, languages
from halte.guests import signs
from tests.mycard.test_every_guest_reads_it_in_their_language import words_of

TOLD = (
    "No name.",
    "Not police.",
    "Only the desks of this house see it.",
    "Erased 1 year after your last visit.",
    "Erase now: ask any desk.",
)
LANGUAGES = [language.code for language in languages.ALL]
A_SIGN = {
    "sun": "شمس",
    "book": "كتاب",
    "home": "بيت",
}
"""Words that mean something else elsewhere: a weekday, a verb, a flat that is paid for."""


@pytest.fixture
def page(db):
    def opened(language, path=None):
        return Client(headers={"accept-language": language}).get(path or f"/c/{ids.new_secret()}").content.decode()

    return opened


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_the_back_says_stands_on_the_page_with_a_sign_beside_it(page, language):
    told = re.search(r'<ul id="promises".*?</ul>', page(language), re.DOTALL)[0]

    with translation.override(language):
        assert words_of(told) == " ".join(" ".join(translation.gettext(words) for words in TOLD).split())
    assert told.count("<li>") == told.count("<svg") == 4


@pytest.mark.parametrize("path", [None, "/c/how/"])
def test_whoever_does_not_read_hears_it(page, path):
    said = page("ti", path)

    heard = re.findall(r'data-speak="([^"]+)" hidden', said)
    assert heard
    assert all(f'id="{one}"' in said for one in heard)
    assert "web/speak" in said


def test_a_paired_phone_reads_aloud_what_is_the_guests_own(with_everything, a_phone):
    said = a_phone(with_everything[0]).get("/c/mine/").content.decode()

    own = re.search(r'<div class="stack" id="own-things">.*?\n  </div>', said, re.DOTALL)[0]
    assert 'data-speak="own-things"' in said
    assert "<h2>" in own


@pytest.mark.parametrize("language", [code for code in LANGUAGES if code != "en"])
def test_every_picture_of_a_sign_has_its_word_in_the_language(page, language):
    with translation.override("en"):
        english = {code: str(name) for code, name in signs.PICTURES.items()}

    shown = page(language, f"/c/{ids.new_secret()}?sign=yes")

    words = re.findall(r"<button.*?<span>(.*?)</span></button>", shown, re.DOTALL)
    assert len(words) == len(english) == len(set(words))
    assert {word for word in words if word in english.values()} <= {"Bus"}


def test_a_picture_is_called_what_it_shows():
    with translation.override("ar"):
        assert {code: str(signs.PICTURES[code]) for code in A_SIGN} == A_SIGN
    with translation.override("fr"):
        assert [str(signs.PICTURES[code]) for code in A_SIGN] == ["Soleil", "Livre", "Maison"]
