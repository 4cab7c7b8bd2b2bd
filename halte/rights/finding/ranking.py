"""How topics are ranked for a question. `static/rights/find.js` does the same, step by step, with the same table.

Every word of the question looks for the words of the guide that are written like it (shared pairs and triples of
letters) or sound like it in another script (the same consonants). A rare word says more than a frequent one. A topic
also gains when one of its phrases says the whole question. Pure: no database, no clock.
"""

import json
import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from importlib.resources import files
from math import log
from typing import Any

FORMULA: dict[str, Any] = json.loads((files("halte.rights.finding") / "formula.json").read_text(encoding="utf-8"))
AT_MOST: int = FORMULA["at_most"]
"""Words of a question that are read, and topics that are answered with: nobody reads further."""
LONGEST: int = FORMULA["longest"]
"""Characters of a question that are read."""

SOUNDS: dict[str, str] = FORMULA["sounds"]
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True)
class TopicWords:
    """What a topic can be found by: phrases, each under the name of its weight."""

    slug: str
    title: str
    phrases: dict[str, tuple[str, ...]]


def fold(text: str) -> list[str]:
    """The words of a text, without what differs between keyboards: case, accents, forms of a letter."""
    plain = unicodedata.normalize("NFD", unicodedata.normalize("NFKC", text).lower())
    bare = "".join(letter for letter in plain if unicodedata.category(letter) != "Mn")
    told = unicodedata.normalize("NFC", "".join(FORMULA["letters"].get(letter, letter) for letter in bare))
    words = (_without_article(word) for word in _WORD.findall(told))
    return [word for word in words if len(word) > 1 or word.isdigit()]


def _without_article(word: str) -> str:
    prefixes: list[str] = FORMULA["prefixes"]
    for prefix in prefixes:
        if word.startswith(prefix) and len(word) - len(prefix) >= 3:
            return word[len(prefix) :]
    return word


def grams(word: str) -> list[str]:
    """Its runs of letters, each once, with its beginning and its end."""
    edged = f"^{word}$"
    return list(
        dict.fromkeys(
            edged[start : start + size] for size in FORMULA["grams"] for start in range(len(edged) - size + 1)
        )
    )


def sound(word: str) -> str:
    """Its consonants as any script of the guide writes them."""
    for written, said in FORMULA["digraphs"]:
        word = word.replace(written, said)
    said = ""
    for letter in word:
        one = SOUNDS.get(letter, "?")
        if one and not said.endswith(one):
            said += one
    return said


@dataclass
class Index:
    """The topics of one language, ready to be searched."""

    slugs: list[str] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    sounds: list[str] = field(default_factory=list)
    sizes: list[int] = field(default_factory=list)
    rarity: list[float] = field(default_factory=list)
    weights: list[dict[int, float]] = field(default_factory=list)
    by_gram: dict[str, list[int]] = field(default_factory=dict)
    by_sound: dict[str, list[int]] = field(default_factory=dict)
    phrases: list[list[list[int]]] = field(default_factory=list)

    def rank(self, question: str) -> list[tuple[str, float]]:
        """Topics with their scores, the best first; nothing when no word is like any of ours."""
        asked = list(dict.fromkeys(fold(question[:LONGEST])))[:AT_MOST]
        likes = [found for word in asked if (found := self._like(word))]
        if not likes:
            return []
        rare = [self.rarity[self._best(found)] for found in likes]
        whole = sum(rare)
        nearest: dict[int, float] = {}
        for found in likes:
            for word, like in found.items():
                nearest[word] = max(nearest.get(word, 0.0), like)
        scores = []
        for topic in range(len(self.slugs)):
            score = 0.0
            for found in likes:
                score += self._word_score(found, topic)
            score += FORMULA["phrase"] * whole * self._phrase_score(likes, rare, whole, nearest, topic)
            scores.append((-round(score * 1e6), topic))
        scores.sort()
        return [(self.slugs[topic], -score / 1e6) for score, topic in scores if score < 0][:AT_MOST]

    def _like(self, word: str) -> dict[int, float]:
        """Words of the guide that this word may mean, with how much alike they are."""
        mine = grams(word)
        shared: dict[int, int] = {}
        for gram in mine:
            for other in self.by_gram.get(gram, ()):
                shared[other] = shared.get(other, 0) + 1
        found: dict[int, float] = {}
        exact = -1
        for other, count in shared.items():
            like = 2 * count / (len(mine) + self.sizes[other])
            if self.words[other] == word:
                exact = other
            if like >= FORMULA["least"]:
                found[other] = like * like
        said = sound(word)
        if len(said) >= 3:
            for other in self.by_sound.get(said, ()):
                other_script = (self.words[other] < "\u0250") != (word < "\u0250")
                like = FORMULA["spoken"] if other_script else FORMULA["alike"]
                found[other] = max(found.get(other, 0.0), like * like)
        if exact >= 0:
            found = {other: like * FORMULA["beside_exact"] for other, like in found.items()}
            found[exact] = 1.0
        return found

    def _best(self, found: dict[int, float]) -> int:
        best = -1
        for word, like in found.items():
            if best < 0 or like > found[best] or (like == found[best] and word < best):
                best = word
        return best

    def _word_score(self, found: dict[int, float], topic: int) -> float:
        best = 0.0
        for word, like in found.items():
            best = max(best, like * self.rarity[word] * self.weights[word].get(topic, 0.0))
        return best

    def _phrase_score(
        self,
        likes: list[dict[int, float]],
        rare: list[float],
        whole: float,
        nearest: dict[int, float],
        topic: int,
    ) -> float:
        best = 0.0
        for phrase in self.phrases[topic]:
            said, all_of_it = 0.0, 0.0
            for word in phrase:
                said += self.rarity[word] * nearest.get(word, 0.0)
                all_of_it += self.rarity[word]
            if said == 0:
                continue
            heard = 0.0
            for found, weight in zip(likes, rare, strict=True):
                heard += weight * max(found.get(word, 0.0) for word in phrase)
            best = max(best, (said / all_of_it) * (heard / whole))
        return best


def build(topics: Sequence[TopicWords]) -> Index:
    """Make the index of some topics."""
    index, numbers = Index(), {}
    for topic in topics:
        place = len(index.slugs)
        index.slugs.append(topic.slug)
        index.phrases.append([])
        for name, phrases in topic.phrases.items():
            weight = FORMULA["weights"][name]
            for phrase in phrases:
                known = []
                for word in dict.fromkeys(fold(phrase)):
                    if word not in numbers:
                        numbers[word] = len(index.words)
                        index.words.append(word)
                        index.weights.append({})
                    number = numbers[word]
                    known.append(number)
                    held = index.weights[number]
                    held[place] = max(held.get(place, 0.0), weight)
                if known and name != "text":
                    index.phrases[place].append(known)
    _prepare(index)
    return index


def _prepare(index: Index) -> None:
    topics = len(index.slugs)
    for number, word in enumerate(index.words):
        mine = grams(word)
        index.sizes.append(len(mine))
        for gram in mine:
            index.by_gram.setdefault(gram, []).append(number)
        said = sound(word)
        index.sounds.append(said)
        if len(said) >= 3:
            index.by_sound.setdefault(said, []).append(number)
        held = len(index.weights[number])
        index.rarity.append(log(1 + (topics - held + 0.5) / (held + 0.5)))


def distinct(texts: Iterable[str]) -> str:
    """The words of long texts, each once: what an index needs of them, in a fraction of the bytes."""
    return " ".join(dict.fromkeys(word for text in texts for word in fold(text)))
