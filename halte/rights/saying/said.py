"""What stands now, and how it changes: the same for words and for what they rest on."""

from abc import ABC, abstractmethod
from collections.abc import Callable
from datetime import date
from typing import Any, Generic, TypeVar

from django.utils.functional import Promise

from halte.rights.models import GuideFile, Revision

Content = TypeVar("Content")


class Said(ABC, Generic[Content]):
    """What stands now, and how it changes."""

    outdated = False
    """Whether the original changed since."""
    stands: Content
    whose: dict[str, Any]
    """Which row a revision of it names."""

    @property
    @abstractmethod
    def code(self) -> str:
        """How the register of acts calls it: words by their language, anything else by what it is."""

    @property
    def is_original(self) -> bool:
        """Whether editors alone write it."""
        return True

    @abstractmethod
    def of(self, revision: Revision) -> Content:
        """What a revision says."""

    @abstractmethod
    def columns(self, content: Content) -> dict[str, Any]:
        """How a revision stores it."""

    @abstractmethod
    def why_refused(self, content: Content, *, on: date) -> str | Promise:
        """Why this cannot stand from a day on; empty when it can."""

    @abstractmethod
    def change(self, content: Content) -> None:
        """Let this stand from now on, in the tables and in the files; every other byte of these stays."""

    def mark_translations(self) -> int:
        """The original changed: exactly its translations are outdated. Gives how many."""
        return 0


def write_file(name: str, changed: Callable[[str], str]) -> None:
    """Change one file of the guide, if the guide came from files."""
    file = GuideFile.objects.filter(name=name).first()
    if file is not None:
        file.text = changed(file.text)
        file.save()
