"""Where facts were read: a source is changed once, for every statement that names it."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from halte.rights import agreeing, writing
from halte.rights.models import KeptBy, Revision, Source
from halte.rights.saying.said import Said, write_file


@dataclass(frozen=True)
class SourceSaid:
    """A source, as its reader finds it again, and when the editors read it."""

    title: str
    language: str
    address: str
    dated: str
    about: bool
    read_on: date

    @classmethod
    def read(cls, values: Mapping[str, Any]) -> "SourceSaid":
        """What a revision stores."""
        return cls(**dict(values) | {"read_on": date.fromisoformat(values["read_on"])})


class OfSource(Said[SourceSaid]):
    """One source."""

    def __init__(self, row: Source) -> None:
        self.row = row
        self.whose = {"source": row}
        self.stands = SourceSaid(**{name: getattr(row, name) for name in SourceSaid.__dataclass_fields__})

    @property
    def code(self) -> str:
        return "source"

    def of(self, revision: Revision) -> SourceSaid:
        return SourceSaid.read(revision.values)

    def columns(self, content: SourceSaid) -> dict[str, Any]:
        return {"values": asdict(content)}

    def why_refused(self, content: SourceSaid, *, on: date) -> str | Promise:
        return why_no_source(content, on=on)

    def change(self, content: SourceSaid) -> None:
        self.stands = content
        for name, value in asdict(content).items():
            setattr(self.row, name, value)
        self.row.kept_by = KeptBy.EDITORS
        self.row.save()
        write_file("sources.toml", lambda file: writing.with_source(file, self.row.key, self.row.in_file))


def why_no_source(source: SourceSaid, *, on: date) -> str | Promise:
    """Why this cannot be cited; empty when it can."""
    if not source.title:
        return _("a source has a title.")
    if wrong := agreeing.wrong_in_source(dated=source.dated, address=source.address):
        return wrong[1]
    if source.read_on > on:
        return _("nobody read it on a day that is still to come.")
    return ""
