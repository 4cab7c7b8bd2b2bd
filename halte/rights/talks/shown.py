"""A talk as its reader sees it: what officials state beside what our guide states, both with their dates."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from halte.common.languages import BY_CODE, Language
from halte.rights import words as guide_words
from halte.rights.shown import StatementShown, TopicShown
from halte.rights.talks.words import WORDS


@dataclass(frozen=True)
class PointShown:
    """One statement of an official, and the guide's on the same thing; None when the guide says nothing."""

    text: str
    figure: str
    signed_text: str
    """The speaker's own words where they are translated; else empty."""
    source: str
    source_address: str
    source_on: str
    beside: StatementShown | None
    language: str

    @property
    def checked(self) -> str:
        """When the guide's statement was checked, in words."""
        if self.beside is None:
            return ""
        day = guide_words.day(self.beside.checked_on, self.language)
        return WORDS[self.language]["checked"].format(date=day)


@dataclass(frozen=True)
class SheetShown:
    """A signed fact sheet."""

    number: int
    written_in: Language
    signed: str
    unknown: str
    points: tuple[PointShown, ...]
    language: str
    signed_unknown: str = ""
    translated: str = ""
    """That the house translated it and when; empty when these are the speaker's own words."""
    label: str = ""
    """What the reader must know of the translation; empty when a translator signed it."""

    @property
    def in_language(self) -> str:
        """The language in which its words are shown."""
        return self.language if self.translated else self.written_in.code

    @property
    def behind(self) -> str:
        """The words on which somebody taps to read what the speaker signed."""
        return WORDS[self.language]["signed_words"].format(language=self.written_in.own_name)

    @property
    def own_words(self) -> str:
        """In which language the speaker wrote, said in the reader's."""
        return own_words(self.written_in.code, self.language)


@dataclass(frozen=True)
class AnswerShown:
    """A question that was answered."""

    question: str
    answer: str
    answer_language: str
    answered: str
    language: str

    @property
    def own_words(self) -> str:
        """In which language the answer is written, said in the reader's."""
        return own_words(self.answer_language, self.language)


@dataclass(frozen=True)
class TalkShown:
    """A talk that guests may read of."""

    row: Any
    language: str
    when: str
    house: str
    spoken: tuple[Language, ...]
    interpreters: tuple[Language, ...]
    topic: TopicShown | None
    is_off: bool
    is_over: bool
    may_ask: bool
    sheet: SheetShown | None = None
    answers: tuple[AnswerShown, ...] = ()

    @property
    def speaks_for(self) -> str:
        """Whose government the speaker speaks for."""
        return WORDS[self.language][f"for_{self.row.government}"]

    @property
    def own_words(self) -> str:
        """In which language the speaker wrote, said in the reader's."""
        return own_words(self.row.written_in, self.language)

    @property
    def seats(self) -> str:
        """How many can sit, in words."""
        return WORDS[self.language]["seats"].format(number=self.row.seats)

    @property
    def rules(self) -> list[tuple[str, str]]:
        """What the house promises whoever comes: a pictogram and a sentence each."""
        signs = {"choice": "hand", "questions": "talk", "photos": "lock", "lists": "no-name", "leave": "out"}
        return [(sign, WORDS[self.language][f"rule_{name}"]) for name, sign in signs.items()]


def own_words(written_in: str, language: str) -> str:
    """Say in which language somebody wrote; empty when it is the reader's own."""
    if written_in == language:
        return ""
    return WORDS[language]["in_language"].format(language=BY_CODE[written_in].own_name)


def signed(name: str, institution: str, on: date, language: str) -> str:
    """Who signed, from where, and when."""
    return WORDS[language]["signed"].format(name=name, institution=institution, date=guide_words.day(on, language))


def translated(translator: str, on: date, language: str) -> str:
    """That the house translated what the speaker signed, when, and who answers for it where a translator does."""
    said = WORDS[language]["translated"].format(date=guide_words.day(on, language))
    return f"{said} · {translator}" if translator else said
