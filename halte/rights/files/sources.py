"""Where facts were read: `sources.toml`."""

from pathlib import Path

from django.utils.translation import gettext_lazy as _

from halte.common import languages
from halte.rights import agreeing
from halte.rights.files.opening import opened
from halte.rights.files.shapes import SourceFile
from halte.rights.tables import Table


def read_sources(path: Path) -> dict[str, SourceFile]:
    """Where facts were read, by the editors' names."""
    whole = opened(path)
    return {key: _read_source(key, whole.table(key)) for key in whole.keys}


def _read_source(key: str, table: Table) -> SourceFile:
    source = SourceFile(
        key=key,
        title=table.line("title", at_most=200),
        language=_language(table, "language"),
        address=table.line("address", at_most=300, optional=True),
        dated=table.line("dated", at_most=10),
        about=table.yes("about"),
        read_on=table.day("read_on"),
    )
    table.nothing_else()
    if wrong := agreeing.wrong_in_source(dated=source.dated, address=source.address):
        raise table.wrong(*wrong)
    return source


def _language(table: Table, key: str) -> str:
    code = table.line(key, at_most=3)
    if code not in languages.BY_CODE:
        raise table.wrong(key, _("“%(word)s” is not known.") % {"word": code})
    return code
