"""What is spoken, what waits, and what still needs a voice."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, field
from uuid import UUID

from halte.common import french, languages
from halte.rights.models import LANGUAGES, Page, Recording, State, Statement, Topic, VoiceState, Wording

WRITTEN = frozenset(code for code, _name in LANGUAGES)


@dataclass(frozen=True)
class Spoken:
    """One statement of a topic with its words to read aloud and its voices, for those who speak."""

    statement: Statement
    words: Wording
    heard: Recording | None = None
    waiting: list[Recording] = field(default_factory=list)

    @property
    def old(self) -> bool:
        """Whether the words changed since the voice that readers heard."""
        return self.heard is not None and self.heard.said_of != digest(self.words)


def digest(words: Wording) -> str:
    """SHA-256 of what is read aloud, in hexadecimal; which blank stands before a sign, no voice says."""
    return hashlib.sha256(french.let_go(f"{words.text}\n{words.more}").encode()).hexdigest()


def read_from(topic: UUID, language: str) -> str:
    """The language that a speaker reads: the same, or for one that is only spoken that of the original."""
    if language in WRITTEN:
        return language
    original = Page.objects.filter(topic=topic, state=State.ORIGINAL).order_by("language").first()
    return original.language if original else ""


def words_to_read(statement: Statement, language: str) -> Wording | None:
    """The words that a speaker of a language reads or tells; None when there are none, or they are outdated."""
    source = read_from(statement.topic_id, language)
    return Wording.objects.filter(statement=statement, language=source, outdated=False).first()


def heard(statements: Iterable[Statement], language: str) -> dict[UUID, Recording]:
    """The approved voice of each statement, without its sound."""
    rows = Recording.objects.filter(statement__in=statements, language=language, state=VoiceState.HEARD)
    return {row.statement_id: row for row in rows.defer("sound")}


def sound(file: str) -> Recording | None:
    """A voice that readers may hear, by the name of its file."""
    name, _dot, kind = file.partition(".")
    return Recording.objects.filter(digest=name, kind=kind, state=VoiceState.HEARD).first()


def files() -> list[str]:
    """The names of all voices that readers may hear."""
    return [row.file for row in Recording.objects.filter(state=VoiceState.HEARD).defer("sound").order_by("digest")]


def spoken_languages() -> tuple[languages.Language, ...]:
    """Languages without text in which at least one voice is heard."""
    there = set(Recording.objects.filter(state=VoiceState.HEARD).values_list("language", flat=True).distinct())
    return tuple(language for language in languages.SPOKEN if language.code in there)


def of_a_topic(topic: Topic, language: str) -> list[Spoken]:
    """A topic for those who speak, in the order of its page."""
    rows = list(Recording.objects.filter(statement__topic=topic, language=language).defer("sound"))
    words = Wording.objects.filter(
        statement__topic=topic, language=read_from(topic.id, language), outdated=False
    ).select_related("statement")
    found = []
    for wording in words.order_by("statement__place"):
        mine = [row for row in rows if row.statement_id == wording.statement_id]
        heard = next((row for row in mine if row.state == VoiceState.HEARD), None)
        found.append(Spoken(wording.statement, wording, heard, [row for row in mine if row.state == VoiceState.WAITS]))
    return found


def progress(language: str) -> list[tuple[Topic, int, int, int]]:
    """Each topic that can be spoken in a language: how many statements, how many are heard, how many wait."""
    told = []
    for topic in Topic.objects.order_by("place", "slug"):
        if spoken := of_a_topic(topic, language):
            heard = sum(1 for one in spoken if one.heard and not one.old)
            told.append((topic, len(spoken), heard, sum(1 for one in spoken if one.waiting)))
    return told
