"""What editors change: the words of a statement, or the title and summary of a page. Both are changed alike."""

from abc import ABC, abstractmethod
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from halte.rights import checking, writing
from halte.rights.models import GuideFile, KeptBy, Page, State, Statement, Topic, Wording


@dataclass(frozen=True)
class Words:
    """What is said first, and after it; of a page its title and its summary."""

    text: str
    more: str = ""


class Said(ABC):
    """What stands now, and how it changes."""

    language: str
    topic: Topic
    words: Words
    outdated: bool
    whose: dict[str, Any]
    """Which row a revision of it names."""

    @property
    def is_original(self) -> bool:
        """Whether the others are translated from it."""
        return self.topic.pages.filter(language=self.language, state=State.ORIGINAL).exists()

    @abstractmethod
    def why_refused(self, words: Words) -> "str | Promise":
        """Why these words cannot be shown to a guest; empty when they can."""

    @abstractmethod
    def change(self, words: Words) -> None:
        """Let these words stand from now on, up to date with the original."""

    @abstractmethod
    def mark_translations(self) -> int:
        """The original changed: exactly its translations are outdated. Gives how many."""

    @abstractmethod
    def changed_file(self, file: str) -> str:
        """The language file with the words that stand; every other byte stays."""

    def write_file(self) -> None:
        """The topic is kept by editors from now on, and its language file says what stands."""
        Topic.objects.filter(id=self.topic.id).update(kept_by=KeptBy.EDITORS)
        file = GuideFile.objects.filter(name=f"{self.topic.slug}/{self.language}.toml").first()
        if file is not None:
            file.text = self.changed_file(file.text)
            file.save()


class OfStatement(Said):
    """The words of one statement in one language."""

    def __init__(self, row: Wording) -> None:
        self.row, self.statement = row, row.statement
        self.language, self.topic, self.outdated = row.language, row.statement.topic, row.outdated
        self.words, self.whose = Words(row.text, row.more), {"wording": row}

    def why_refused(self, words: Words) -> str | Promise:
        if not words.text:
            return _("a statement says something.")
        of = self.statement
        for said in (words.text, words.more):
            if why := writing.why_refused(
                said, language=self.language, law=of.law, phone=of.phone, pre_pact=of.pre_pact
            ):
                return why
        return ""

    def change(self, words: Words) -> None:
        self.words = words
        self.row.text, self.row.more, self.row.outdated = words.text, words.more, False
        self.row.save()

    def mark_translations(self) -> int:
        Statement.objects.filter(id=self.statement.id).update(approved_by="", approved_on=None)
        checking.replace_waiting([self.statement])
        return Wording.objects.filter(statement=self.statement).exclude(id=self.row.id).update(outdated=True)

    def changed_file(self, file: str) -> str:
        words = {"text": self.words.text, "more": self.words.more}
        return writing.with_words(file, self.statement.code, words)


class OfPage(Said):
    """The title and the summary of a page in one language. They state no fact, so they say no figure."""

    def __init__(self, row: Page) -> None:
        self.row = row
        self.language, self.topic, self.outdated = row.language, row.topic, row.outdated
        self.words, self.whose = Words(row.title, row.summary), {"page": row}

    def why_refused(self, words: Words) -> str | Promise:
        for said, at_most in ((words.text, 80), (words.more, 160)):
            if not said or len(said) > at_most:
                return _("write one line of at most %(at_most)s characters.") % {"at_most": at_most}
            if any(character.isnumeric() for character in said):
                return _("a title or summary says no figure, for it carries no source.")
            if "[" in said:
                return _("a text of the guide holds no markup.")
            if why := writing.why_refused(said, language=self.language, law="", phone="", pre_pact=False):
                return why
        return ""

    def change(self, words: Words) -> None:
        self.words = words
        self.row.title, self.row.summary, self.row.outdated = words.text, words.more, False
        self.row.save()

    def mark_translations(self) -> int:
        return self.topic.pages.exclude(id=self.row.id).update(outdated=True)

    def changed_file(self, file: str) -> str:
        return writing.with_head(file, {"title": self.words.text, "summary": self.words.more})


def said(of: Wording | Page) -> Said:
    """A row, as it is changed."""
    return OfStatement(of) if isinstance(of, Wording) else OfPage(of)
