"""One word, one thing: no text, template or message uses a word that docs/glossary.md rules out."""

import ast
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

HOUSE = Path(__file__).resolve().parent.parent.parent
CODE = HOUSE / "halte"
GETTEXT = {"_", "gettext", "gettext_lazy", "ngettext", "ngettext_lazy", "pgettext", "pgettext_lazy"}


def ruled_out() -> list[str]:
    """The words of the glossary's columns `not`."""
    words: list[str] = []
    column = None
    for line in (HOUSE / "docs" / "glossary.md").read_text(encoding="utf-8").splitlines():
        cells = [cell.strip() for cell in line.strip().strip("|").split("|")] if line.startswith("|") else []
        if not cells:
            column = None
        elif column is None:
            column = cells.index("not")
        elif not set(cells[0]) <= {"-"}:
            words += [word.strip() for word in cells[column].split(",") if word.strip()]
    return words


WORDS = ruled_out()
FOUND = re.compile(r"\b(" + "|".join(re.escape(word) for word in WORDS) + r")(s|es)?\b", re.IGNORECASE)
_TAGS = re.compile(r"{#.*?#}|{%\s*comment.*?endcomment\s*%}|<script.*?</script>|<svg.*?</svg>", re.DOTALL)
_QUOTED = re.compile(r"{%\s*(?:translate|trans|blocktranslate)[^%]*?%}")
_STRINGS = re.compile(r"\"([^\"]*)\"|'([^']*)'")
_MARKUP = re.compile(r"{%.*?%}|{{.*?}}|<[^>]*>", re.DOTALL)
_SPOKEN = re.compile(r"(?:alt|aria-label|title|placeholder)=\"([^\"]*)\"")


def said_in_template(text: str) -> Iterator[str]:
    """What a person reads or hears of a template: its text, its translated strings, its labels."""
    bare = _TAGS.sub(" ", text)
    for tag in _QUOTED.findall(bare):
        for one, other in _STRINGS.findall(tag):
            yield one or other
    yield from _SPOKEN.findall(bare)
    yield _MARKUP.sub(" ", bare)


def said_in_code(text: str) -> Iterator[str]:
    """The messages of a module: the strings inside `_()` and its sisters."""
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in GETTEXT:
            for argument in node.args:
                if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
                    yield argument.value


def said_in_content(text: str) -> Iterator[str]:
    """Every sentence of a page of the guide."""

    def strings(value: object, name: str = "") -> Iterator[str]:
        if isinstance(value, dict):
            for inner, one in value.items():
                yield from strings(one, inner)
        elif isinstance(value, list):
            for one in value:
                yield from strings(one, name)
        elif isinstance(value, str) and name not in NOT_OURS:
            yield value

    return strings(tomllib.loads(text))


NOT_OURS = {"address", "url", "law", "source", "sources", "id", "code"}


def said_in_translation(path: Path) -> Iterator[str]:
    """Both sides of a translation."""
    with path.open("rb") as file:
        for message in read_po(file):
            for side in (message.id, message.string):
                yield from side if isinstance(side, list | tuple) else [side]


TEMPLATES = sorted(CODE.glob("*/templates/**/*.html"))
MODULES = sorted(path for path in CODE.glob("**/*.py") if "migrations" not in path.parts)
# sources.toml holds the titles of other people's papers, in their words.
CONTENT = sorted(path for path in (CODE / "rights" / "content").glob("**/*.toml") if path.name != "sources.toml")
TRANSLATIONS = sorted(CODE.glob("locale/**/*.po"))


def test_the_glossary_rules_out_what_people_agreed_on():
    assert {"client", "beneficiary", "migrant", "user", "household", "sealed", "fraud", "illegal", "flow"} <= set(WORDS)
    assert FOUND.search("Two Migrants came.")
    assert not FOUND.search("overflowing userland")


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: str(path.relative_to(CODE)))
def test_templates(path):
    assert found_in(said_in_template(path.read_text(encoding="utf-8"))) == []


def test_messages():
    found = {
        str(path.relative_to(CODE)): words
        for path in MODULES
        if (words := found_in(said_in_code(path.read_text(encoding="utf-8"))))
    }
    assert found == {}


@pytest.mark.parametrize("path", CONTENT, ids=lambda path: str(path.relative_to(CODE)))
def test_the_guide(path):
    assert found_in(said_in_content(path.read_text(encoding="utf-8"))) == []


@pytest.mark.parametrize("path", TRANSLATIONS, ids=lambda path: str(path.relative_to(CODE)))
def test_translations(path):
    assert found_in(said_in_translation(path)) == []


def found_in(texts: Iterator[str]) -> list[str]:
    """Each ruled-out word, with some of what stands around it."""
    return [
        text[max(found.start() - 30, 0) : found.end() + 30].replace("\n", " ").strip()
        for text in texts
        for found in FOUND.finditer(text)
    ]
