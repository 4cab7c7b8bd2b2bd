"""Every text that staff read is there in French, and no placeholder is lost in any language."""

import re
import sys
import tomllib
from pathlib import Path

import pytest
from django.utils import translation

from halte.common import french, languages
from halte.common.languages import BY_CODE

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
    catalog = translations.read(next(path for path in translations.files() if path.parts[-3] == "fr"))

    assert [one.string for one in catalog if translations.held_together(one.string) != one.string] == []
    assert translations.held_together((None, "")) == (None, ""), "a new text that nobody translated yet"
    assert translations.held_together(("Une carte : « oui » ?", "10 € à 10:30 !")) == (
        "Une carte\N{NBSP}: «\N{NNBSP}oui\N{NNBSP}»\N{NNBSP}?",
        "10\N{NBSP}€ à 10:30\N{NNBSP}!",
    )
    assert french.let_go("Une\N{NBSP}carte\N{NBSP}: «\N{NNBSP}oui\N{NNBSP}»") == "Une\N{NBSP}carte : « oui »"


def in_french(told, key=""):
    """The French texts of a file that holds its words in all languages."""
    if isinstance(told, dict):
        for name, inner in told.items():
            yield from in_french(inner, "fr" if "fr" in (key, name) else "other" if name in BY_CODE else key)
    elif isinstance(told, str) and key == "fr":
        yield told


def test_the_guides_own_words_are_held_together_too():
    said = [
        text
        for path in (HOUSE / "halte").rglob("*.toml")
        for text in in_french(tomllib.loads(path.read_text(encoding="utf-8")), "fr" if path.stem == "fr" else "")
    ]
    assert len(said) > 500, "the control: they are found"
    assert [text for text in said if french.held_together(text) != text] == []


def colons_by_hand(template: str) -> list[str]:
    """Colons after a word that no translation writes: French wants a blank before them that holds."""
    own = re.sub(r"{% (blocktrans\w*)\b.*?{% end\1 %}", "{% said %}", template, flags=re.DOTALL)
    return re.findall(r"[^\n]{0,30}(?:%\}|\}\}):(?=\s|<)[^\n]{0,10}", own)


def test_no_template_puts_a_colon_after_a_word_by_hand():
    assert colons_by_hand("{% translate 'Bags' %}: {% blocktranslate %}{{ a }}: b{% endblocktranslate %}") != []
    assert (
        colons_by_hand("{% translate 'Bags' %}{% colon %} 07:00 {% blocktranslate %}{{ a }}: b{% endblocktranslate %}")
        == []
    )
    found = {path.name: colons_by_hand(path.read_text(encoding="utf-8")) for path in (HOUSE / "halte").rglob("*.html")}
    assert {name: told for name, told in found.items() if told} == {}


def test_a_language_is_called_as_the_reader_of_the_screen_calls_it():
    translations.compile_all()
    with translation.override("fr"):
        assert BY_CODE["fa"].name == "dari et persan", "in French languages are written small"
    with translation.override("en"):
        assert [one.name for one in languages.ALL] == [one.english_name for one in languages.ALL]
