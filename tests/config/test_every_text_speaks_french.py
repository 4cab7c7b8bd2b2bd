"""Every text that staff read is there in French, and no placeholder is lost in any language."""

import sys
from pathlib import Path

import pytest
from django.utils import translation

HOUSE = Path(__file__).parents[2]
sys.path.insert(0, str(HOUSE / "tools"))

import translations  # noqa: E402


@pytest.fixture(scope="module")
def extracted():
    return translations.extract()


@pytest.mark.parametrize("path", translations.files(), ids=lambda path: path.parts[-3])
def test_translations_are_in_step_with_the_texts(path, extracted):
    assert list(translations.out_of_step(path, extracted)) == []


def test_the_texts_of_templates_are_found_with_those_of_code(extracted):
    found = {name for message in extracted for name, _line in message.locations}

    assert any(name.endswith(".html") for name in found)
    assert any(name.endswith("roles.py") for name in found)


def test_a_screen_speaks_french():
    translations.compile_all()
    with translation.override("fr"):
        assert translation.gettext("Welcome for the night") == "Bienvenue pour la nuit"
        assert translation.ngettext("%(n)s day ago", "%(n)s days ago", 2) % {"n": 2} == "il y a 2 jours"


@pytest.mark.parametrize(
    ("text", "said", "agree"),
    [
        ("Bed %(bed)s", "Lit %(bed)s", True),
        ("Bed %(bed)s", "Lit", False),
        ("Bed %(bed)s", "Lit %(lit)s", False),
        ("100%% done", "fait à 100 %%", True),
    ],
)
def test_a_lost_placeholder_is_noticed(text, said, agree):
    from babel.messages.catalog import Message

    assert translations.placeholders_agree(Message(text, said)) is agree


def test_no_french_line_begins_with_a_sign_that_belongs_to_the_word_before():
    french = next(path for path in translations.files() if path.parts[-3] == "fr")

    assert [
        one.string for one in translations.read(french) if translations.held_together(one.string) != one.string
    ] == []
    assert translations.held_together((None, "")) == (None, ""), "a new text that nobody translated yet"
    assert translations.held_together(("Une carte : « oui » ?", "à 10:30 ?")) == (
        "Une carte\N{NBSP}: «\N{NBSP}oui\N{NBSP}»\N{NBSP}?",
        "à 10:30\N{NBSP}?",
    )
