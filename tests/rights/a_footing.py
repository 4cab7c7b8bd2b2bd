"""A statement of the guide, and what it rests on."""

from datetime import date
from pathlib import Path

from halte.rights.models import Statement
from halte.rights.queries import as_files
from halte.rights.saying import Footing, OfFooting, SourceSaid

PAGE = "/guide/en/shelter-tonight/"
"""Where it is read."""
NEW_SOURCE = SourceSaid(
    "Circulaire du 1er novembre", "fr", "legifrance.gouv.fr/circulaire", "2026-11-01", False, date(2026, 11, 24)
)


def statement(code: str = "asylum-refused") -> Statement:
    return Statement.objects.select_related("topic").get(code=code, topic__slug="shelter-tonight")


def stands(code: str = "asylum-refused") -> Footing:
    return OfFooting(statement(code)).stands


def written_out(folder: Path) -> Path:
    """The guide's files as the tables give them back, on disk."""
    for name, content in as_files().items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)
    return folder
