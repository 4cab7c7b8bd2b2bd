"""How the list of topics is ordered: `order.toml`."""

from pathlib import Path

from halte.rights.files.opening import opened
from halte.rights.headings import ORDER

NAME = "order.toml"


def read_order(folder: Path, slugs: list[str]) -> dict[str, list[str]]:
    """Which topics stand under which heading, as a folder says it; nothing where it says nothing.

    Raises:
        GuideFileWrong: It names a heading or a topic that there is not.
    """
    if not (folder / NAME).exists():
        return {}
    table = opened(folder / NAME)
    told = {code: list(table.words(code, known=slugs, may_be_empty=True)) for code in ORDER}
    table.nothing_else()
    return told
