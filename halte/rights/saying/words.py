"""The words of a statement, and the title and summary of a page. Both are changed alike."""

from abc import abstractmethod
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from halte.rights import checking, writing
from halte.rights.models import KeptBy, Page, Revision, State, Statement, Topic, Wording
from halte.rights.rules import held_together
from halte.rights.saying.said import Said, write_file


@dataclass(frozen=True)
class Words:
    """What is said first, and after it; of a page its title and its summary."""

    text: str
    more: str = ""


class Worded(Said[Words]):
    """Words in one language; their original is whatever the others are translated from."""

    language: str
    topic: Topic

    @property
    def code(self) -> str:
        return self.language

    def of(self, revision: Revision) -> Words:
        return Words(revision.text, revision.more)

    def columns(self, content: Words) -> dict[str, Any]:
        said = {"text": content.text, "more": content.more}
        return {half: held_together(text, self.language) for half, text in said.items()}

    @property
    def is_original(self) -> bool:
        """Whether the others are translated from it."""
        return self.topic.pages.filter(language=self.language, state=State.ORIGINAL).exists()

    @abstractmethod
    def changed_file(self, file: str) -> str:
        """The language file with the words that stand; every other byte stays."""

    def write_file(self) -> None:
        """The topic is kept by editors from now on, and its language file says what stands.

        Keeps:
            No translator stands behind words they did not see: the label of a translation is back.
        """
        Topic.objects.filter(id=self.topic.id).update(kept_by=KeptBy.EDITORS)
        write_file(f"{self.topic.slug}/{self.language}.toml", self.changed_file)
        unsign(self.topic.pages.filter(language=self.language))


def unsign(pages: QuerySet[Page]) -> None:
    """No translator answers for these pages any more, nor do their files say so."""
    ended: dict[str, writing.Value] = {"state": str(State.UNCHECKED), "translator": None}
    for page in pages.filter(state=State.APPROVED).select_related("topic"):
        page.state, page.translator = State.UNCHECKED, ""
        page.save()
        write_file(f"{page.topic.slug}/{page.language}.toml", lambda file: writing.with_head(file, ended))


class OfStatement(Worded):
    """The words of one statement in one language."""

    def __init__(self, row: Wording) -> None:
        self.row, self.statement = row, row.statement
        self.language, self.topic, self.outdated = row.language, row.statement.topic, row.outdated
        self.stands, self.whose = Words(row.text, row.more), {"wording": row}

    def why_refused(self, content: Words, *, on: date) -> str | Promise:
        if not content.text:
            return _("a statement says something.")
        of = self.statement
        for said in (content.text, content.more):
            if why := writing.why_refused(
                said, language=self.language, law=of.law, phone=of.phone, pre_pact=of.pre_pact
            ):
                return why
        return ""

    def change(self, content: Words) -> None:
        self.stands = content
        self.row.text, self.row.more, self.row.outdated = content.text, content.more, False
        self.row.save()
        self.write_file()

    def mark_translations(self) -> int:
        self._end_approval()
        checking.replace_waiting([self.statement])
        unsign(self.topic.pages.all())
        return Wording.objects.filter(statement=self.statement).exclude(id=self.row.id).update(outdated=True)

    def _end_approval(self) -> None:
        """No lawyer stands behind words they did not see."""
        code, ended = self.statement.code, {"approved_by": None, "approved_on": None}
        if Statement.objects.filter(id=self.statement.id, approved_on__isnull=False).update(
            approved_by="", approved_on=None
        ):
            write_file(f"{self.topic.slug}/topic.toml", lambda file: writing.with_values(file, code, ended))

    def changed_file(self, file: str) -> str:
        words = {"text": self.stands.text, "more": self.stands.more}
        return writing.with_words(file, self.statement.code, words)


class OfPage(Worded):
    """The title and the summary of a page in one language. They state no fact, so they say no figure."""

    def __init__(self, row: Page) -> None:
        self.row = row
        self.language, self.topic, self.outdated = row.language, row.topic, row.outdated
        self.stands, self.whose = Words(row.title, row.summary), {"page": row}

    def why_refused(self, content: Words, *, on: date) -> str | Promise:
        for said, at_most in ((content.text, 80), (content.more, 160)):
            if why := writing.why_no_head(said, language=self.language, at_most=at_most):
                return why
        return ""

    def change(self, content: Words) -> None:
        self.stands = content
        self.row.title, self.row.summary, self.row.outdated = content.text, content.more, False
        self.row.save()
        self.write_file()

    def mark_translations(self) -> int:
        unsign(self.topic.pages.all())
        return self.topic.pages.exclude(id=self.row.id).update(outdated=True)

    def changed_file(self, file: str) -> str:
        return writing.with_head(file, {"title": self.stands.text, "summary": self.stands.more})
