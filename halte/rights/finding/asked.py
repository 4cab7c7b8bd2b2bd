"""What people type, beside what the guide says: phrases for each topic, and the questions that measure the search."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from halte.rights.finding.ranking import Index, TopicWords, build, distinct

_HERE = files("halte.rights.finding")
_PARTED = re.compile(r"[;؛]")
FIVE = ("en", "fr", "ar", "fa", "ps")
"""Languages in which every topic stands."""
SIX = ("ckb", "ti", "am", "so", "vi", "tr")
"""Languages in which the most urgent topics stand, and what goes with them."""
ALSO = ("fr", "en")
"""Languages whose words are found from every language: papers are French, and people mix."""


@dataclass(frozen=True)
class Question:
    """Words somebody may type, and the topics that answer them."""

    language: str
    text: str
    right: frozenset[str]


@dataclass(frozen=True)
class TopicTexts:
    """What a topic says in one language. A topic that is only in other languages is not listed there."""

    slug: str
    title: str
    summary: str
    said: tuple[str, ...]


@cache
def phrases(language: str) -> dict[str, tuple[str, ...]]:
    """The phrases of each topic in a language; none where nobody has written them."""
    file = _HERE / "words" / f"{language}.toml"
    if not file.is_file():
        return {}
    written = tomllib.loads(file.read_text(encoding="utf-8"))
    return {slug: tuple(part.strip() for part in _PARTED.split(told)) for slug, told in written.items()}


def topic_words(language: str, topic: TopicTexts) -> TopicWords:
    """All that a topic can be found by in one language."""
    others = [told for code in ALSO if code != language for told in phrases(code).get(topic.slug, ())]
    found = {
        "title": (topic.title,),
        "summary": (topic.summary,),
        "search": phrases(language).get(topic.slug, ()),
        "other": tuple(others),
        "text": (distinct(topic.said),),
    }
    return TopicWords(topic.slug, topic.title, {name: told for name, told in found.items() if any(told)})


def by_words_alone(language: str) -> Index:
    """Every topic that people ask for, as if no page said anything: what the search words do by themselves."""
    return build([topic_words(language, TopicTexts(slug, "", "", ())) for slug in phrases("en")])


def fact_file() -> list[Question]:
    """The 65 questions of the fact file in five languages: the search is tuned on them."""
    found = []
    for right, *texts in _rows("development"):
        for language, text in zip(FIVE, texts, strict=True):
            found.append(Question(language, text, frozenset(right.split())))
    return found


def in_six_others() -> list[Question]:
    """Questions in the other six languages: their search words were mended with these."""
    return _asked("six")


def own() -> list[Question]:
    """Questions in all languages that nobody tuned the search on."""
    return _asked("own")


def _asked(name: str) -> list[Question]:
    return [Question(language, text, frozenset(right.split())) for language, right, text in _rows(name)]


def _rows(name: str) -> list[list[str]]:
    file = _HERE / "questions" / f"{name}.tsv"
    return [line.split("\t") for line in file.read_text(encoding="utf-8").splitlines()]
