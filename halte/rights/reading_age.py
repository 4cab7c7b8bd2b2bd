"""How old a reader must be to follow a text, by published formulas. Pure: no database, no clock."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from halte.rights import rules

OLDEST = 11
"""The guide is written for a reader of this age."""

FORMULAS = {
    "en": "Flesch-Kincaid grade level (Kincaid et al. 1975), and five years",
    "fr": "Kandel-Moles (Kandel and Moles 1958), read on Flesch's table of school years",
}

_SENTENCES = re.compile(r"[.!?:;…]+(?:\s|$)")
_WORDS = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_VOWELS = {"en": re.compile(r"[aeiouy]+"), "fr": re.compile(r"[aeiouyàâäéèêëîïôöùûüœæ]+")}
_SILENT = {
    "en": re.compile(r"(?:[^aeiouyl]|[aeiouy]l)e$|[^aeioutdy]ed$|[^aeiouyscxzhg]es$"),
    "fr": re.compile(r"[^aeiouyàâéèêëîïôùûgq]es?$|[gq]ues?$|ges?$"),
}
_TABLE = ((90, 10), (80, 11), (70, 12), (60, 13), (50, 16))
"""Flesch's table: from this score on, a reader of this age follows."""


@dataclass(frozen=True)
class Measured:
    """How hard a text is: the age of its reader, and what the formula gives, a grade of school or a score of ease."""

    age: float
    score: float


def reading_age(texts: Iterable[str], language: str) -> float | None:
    """The age at which a reader follows these texts; None as in `measured`."""
    found = measured(texts, language)
    return found.age if found else None


def measured(texts: Iterable[str], language: str) -> Measured | None:
    """How hard these texts are; None where no formula is known, or there is nothing to read.

    Each text is at least one sentence. Words of another language are left out, and figures and abbreviations count as
    one syllable: the glossary explains them.
    """
    if language not in FORMULAS:
        return None
    sentences = words = syllables = 0
    for text in texts:
        own = " ".join(part.text for part in rules.fragments(text) if not part.language)
        for sentence in _SENTENCES.split(own):
            found = _WORDS.findall(sentence)
            if found:
                sentences += 1
                words += len(found)
                syllables += sum(_syllables(word, language) for word in found)
    if not words:
        return None
    length, weight = words / sentences, syllables / words
    if language == "en":
        grade = 0.39 * length + 11.8 * weight - 15.59
        return Measured(age=round(grade + 5, 1), score=round(grade, 1))
    ease = 207 - 1.015 * length - 73.6 * weight
    return Measured(age=_age(ease), score=round(ease, 1))


def _age(score: float) -> float:
    return float(next((age for least, age in _TABLE if score >= least), 18))


def _syllables(word: str, language: str) -> int:
    if word.isupper() or any(sign.isnumeric() for sign in word):
        return 1
    parts = re.split(r"['’-]", word.lower())
    return max(1, sum(len(_VOWELS[language].findall(_bare(part, language))) for part in parts))


def _bare(word: str, language: str) -> str:
    return word[: -len("e")] if _SILENT[language].search(word) else word
