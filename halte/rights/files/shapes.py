"""What the guide's files say, checked."""

import hashlib
from dataclasses import dataclass
from datetime import date

from halte.rights.rules import Confidence, Danger, Kind, State


@dataclass(frozen=True)
class SourceFile:
    """Where a fact was read."""

    key: str
    title: str
    language: str
    address: str
    dated: str
    about: bool
    read_on: date


@dataclass(frozen=True)
class StatementFile:
    """What is true of a statement in every language."""

    code: str
    kind: Kind
    pictogram: str
    phone: str
    applies_to: tuple[str, ...]
    registered_from: date | None
    registered_until: date | None
    law: str
    figures: tuple[tuple[str, str], ...]
    confidence: Confidence
    sources: tuple[str, ...]
    pre_pact: bool
    danger: Danger
    show_until: date | None
    checked_by: str
    checked_on: date
    approved_by: str
    approved_on: date | None


@dataclass(frozen=True)
class WordingFile:
    """A statement in one language."""

    text: str
    more: str


@dataclass(frozen=True)
class PageFile:
    """A topic in one language."""

    language: str
    state: State
    translator: str
    translated_on: date
    title: str
    summary: str
    wordings: dict[str, WordingFile]


@dataclass(frozen=True)
class TopicFile:
    """One topic: its statements and its pages."""

    slug: str
    pictogram: str
    order: int
    urgent: bool
    statements: tuple[StatementFile, ...]
    pages: tuple[PageFile, ...]
    sources: tuple[SourceFile, ...]
    written: tuple[tuple[str, str], ...]

    @property
    def digest(self) -> str:
        """Changes when a byte of its files changes, or of what it needs of the sources."""
        return hashlib.sha256(repr(self).encode()).hexdigest()
