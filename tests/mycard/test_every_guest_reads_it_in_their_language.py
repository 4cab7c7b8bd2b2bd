"""The card page and the error pages speak the eleven languages of the guests."""

import re
import sys
from html import unescape
from pathlib import Path

import pytest
from django.template.loader import render_to_string
from django.utils import translation

from halte.common import ids, languages
from halte.rights.words import WORDS

HOUSE = Path(__file__).parents[2]
sys.path.insert(0, str(HOUSE / "tools"))

import translations  # noqa: E402

SAID = re.compile(r'{% translate "([^"]+)"')
PAGES = ("mycard/templates/mycard/card.html", "web/templates/web/_partials/promise.html")
ERRORS = ("400.html", "403.html", "404.html", "409.html", "429.html")
DIRECTED = [pytest.param(language, id=language.code) for language in languages.ALL]
TRANSLATED = [language for language in languages.ALL if language.code != "en"]


@pytest.fixture(autouse=True, scope="module")
def compiled():
    translations.compile_all()


def sentences(*paths):
    """What templates say, in English."""
    return {said for path in paths for said in SAID.findall((HOUSE / "halte" / path).read_text(encoding="utf-8"))}


def words_of(page):
    """What a page shows, without its marks."""
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", page)).split())


@pytest.mark.django_db
@pytest.mark.parametrize("language", DIRECTED)
def test_the_card_page_has_the_language_and_direction_of_the_phone(client, language):
    answer = client.get(f"/c/{ids.new_secret()}", headers={"accept-language": language.code})

    direction = "rtl" if language.right_to_left else "ltr"
    assert re.search(rf'<html lang="{language.code}"\s+dir="{direction}"', answer.content.decode())
    assert answer.headers["Content-Language"] == language.code


@pytest.mark.django_db
@pytest.mark.parametrize("language", TRANSLATED, ids=lambda language: language.code)
def test_no_english_sentence_is_left_on_the_card_page(client, language):
    said = sentences(*PAGES)
    page = words_of(client.get(f"/c/{ids.new_secret()}", headers={"accept-language": language.code}).content.decode())

    assert {"My card", "No name.", "Not police.", "Erase me."} <= said
    assert [sentence for sentence in sorted(said) if sentence in page] == []


@pytest.mark.django_db
@pytest.mark.parametrize("language", languages.ALL, ids=lambda language: language.code)
def test_the_promise_has_the_same_words_as_in_the_guide(client, language):
    page = words_of(client.get(f"/c/{ids.new_secret()}", headers={"accept-language": language.code}).content.decode())

    words = WORDS[language.code]
    assert page.endswith(f"{words.no_name} {words.not_police} {words.erase_me}")


@pytest.mark.parametrize("language", TRANSLATED, ids=lambda language: language.code)
@pytest.mark.parametrize("name", ERRORS)
def test_no_english_sentence_is_left_on_an_error_page(name, language):
    said = sentences(f"web/templates/{name}", "web/templates/web/error_base.html")
    with translation.override(language.code):
        page = words_of(render_to_string(name))

    assert [sentence for sentence in sorted(said) if sentence in page] == []
