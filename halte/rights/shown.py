"""A page of the guide as its reader sees it. What may not be shown is not in here."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from halte.common import languages
from halte.rights import glossary, whom, words
from halte.rights.glossary import Term
from halte.rights.rules import (
    Confidence,
    Danger,
    Fragment,
    Kind,
    Showing,
    Span,
    State,
    fragments,
    is_untranslated,
    needs_label,
)
from halte.rights.words import WORDS, Words


@dataclass(frozen=True)
class TopicShown:
    """A topic in the list."""

    slug: str
    pictogram: str
    title: str
    summary: str


@dataclass(frozen=True)
class SourceShown:
    """A source at the end of a page, under its number."""

    number: int
    title: str
    title_language: str
    address: str
    dated: str
    about: bool
    language: str

    @property
    def date(self) -> str:
        """Its date, in the language of the page."""
        return words.source_date(self.dated, about=self.about, language=self.language)


@dataclass(frozen=True)
class StatementShown:
    """One statement as it stands on a day; its words, number and law are empty when it must be checked again."""

    code: str
    language: str
    kind: Kind
    showing: Showing
    pictogram: str
    voice: str
    text: str
    more: str
    outdated: bool
    phone: str
    law: str
    registered_from: date | None
    registered_until: date | None
    applies_to: tuple[str, ...]
    confidence: Confidence
    danger: Danger
    sources: tuple[SourceShown, ...]
    checked_by: str
    checked_on: date
    show_until: date | None
    approved_by: str
    approved_on: date | None

    @property
    def ask_us(self) -> bool:
        """Whether only *ask us today* stands in its place."""
        return self.showing is Showing.ASK_US

    @property
    def not_confirmed(self) -> bool:
        """Whether no source confirms it."""
        return self.showing is Showing.NOT_CONFIRMED

    @property
    def untranslated(self) -> bool:
        """Whether it stands here in its original language."""
        return is_untranslated(self.text)

    @property
    def turned(self) -> str:
        """In which direction it runs when it is not translated: all of it is one piece of the other language."""
        return direction(self.text_fragments[0].language or self.language) if self.untranslated else ""

    @property
    def text_fragments(self) -> tuple[Fragment, ...]:
        """What is said first, cut where another language stands in it."""
        return fragments(self.text)

    @property
    def more_fragments(self) -> tuple[Fragment, ...]:
        """What is said after it."""
        return fragments(self.more)

    @property
    def registered(self) -> list[str]:
        """For which dates of registration it holds, in words; empty when for all."""
        return [
            registered_in_words(Span(first, last), self.language)
            for first, last in ((self.registered_from, None), (None, self.registered_until))
            if first or last
        ]

    @property
    def whom(self) -> str:
        """For whom it holds, in words; empty when for everyone."""
        return whom.in_words(self.applies_to, self.language)

    @property
    def explained(self) -> tuple[Term, ...]:
        """Its abbreviations, explained."""
        return glossary.explained(f"{self.text} {self.more}", self.language)

    @property
    def call(self) -> str:
        """What a screen reader says of the number."""
        return WORDS[self.language].call.format(number=self.phone)

    @property
    def last_day(self) -> str:
        """The last day on which it may be told, as a script reads it; empty when no day is set."""
        return "" if self.show_until is None or self.ask_us else self.show_until.isoformat()

    @property
    def until(self) -> str:
        """Until when it is valid, in words; empty when no day is set."""
        if self.show_until is None or self.ask_us:
            return ""
        return WORDS[self.language].until.format(date=words.day(self.show_until, self.language))


@dataclass(frozen=True)
class PageShown:
    """A page on a day."""

    slug: str
    language: str
    pictogram: str
    title: str
    summary: str
    state: State
    translator: str
    translated_on: date
    languages: tuple[str, ...]
    statements: tuple[StatementShown, ...]
    sources: tuple[SourceShown, ...]
    outdated: bool = False
    registered: date | None = None
    registrations: tuple[Span, ...] = ()

    @property
    def choices(self) -> list[tuple[date, str, bool]]:
        """The spans of registration among which the reader can choose: a day of each, in words, and if it is chosen."""
        return [
            (span.day, registered_in_words(span, self.language), span.holds(self.registered))
            for span in self.registrations
        ]

    @property
    def words(self) -> Words:
        """The words around the statements."""
        return WORDS[self.language]

    @property
    def whom(self) -> str:
        """For whom all of it holds, in words; empty when that differs from statement to statement."""
        said = {statement.whom for statement in self.statements}
        return said.pop() if len(said) == 1 else ""

    @property
    def parts(self) -> Iterator[tuple[str, str, list[StatementShown]]]:
        """The steps first, then the warnings, then the facts, each under its heading."""
        for kind, heading in (
            (Kind.STEP, self.words.do_now),
            (Kind.WARNING, self.words.careful),
            (Kind.FACT, self.words.know),
        ):
            if found := [statement for statement in self.statements if statement.kind is kind]:
                yield kind.value, heading, found

    @property
    def label(self) -> str:
        """What the reader must know of the translation; empty when a translator approved it, or it is the original."""
        if not needs_label(self.state):
            return ""
        return self.words.by_machine if self.state is State.MACHINE else self.words.not_reviewed

    @property
    def approved(self) -> str:
        """That a translator approved the translation, and when; empty when none did, or it is the original."""
        if self.state is not State.APPROVED:
            return ""
        return self.words.by_translator.format(date=words.day(self.translated_on, self.language))

    @property
    def checked(self) -> str:
        """The oldest day on which one of its statements was checked, in words."""
        oldest = min((statement.checked_on for statement in self.statements), default=None)
        if oldest is None:
            return ""
        return self.words.checked.format(date=words.day(oldest, self.language))

    @property
    def checked_by(self) -> list[str]:
        """Who checked it."""
        return sorted({statement.checked_by for statement in self.statements})

    @property
    def approved_by_a_lawyer(self) -> bool:
        """Whether a lawyer approved every statement that is shown."""
        return all(statement.approved_on for statement in self.statements if not statement.ask_us)


def registered_in_words(span: Span, language: str) -> str:
    """From when, until when, or between which days a request was registered, in words."""
    said = WORDS[language]
    first, last = (words.day(day, language) if day else "" for day in (span.first, span.last))
    if first and last:
        return said.registered_between.format(first=first, last=last)
    return said.registered_from.format(date=first) if first else said.registered_until.format(date=last)


def direction(language: str) -> str:
    """`rtl` or `ltr`."""
    return "rtl" if languages.BY_CODE[language].right_to_left else "ltr"
