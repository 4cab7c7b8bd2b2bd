"""The guide as files: reads and checks a whole folder, or refuses it with one sentence."""

from pathlib import Path

from django.utils.translation import gettext_lazy as _

from halte.rights.agreeing import RESERVED, SLUG
from halte.rights.files.opening import as_written
from halte.rights.files.order import read_order
from halte.rights.files.shapes import PageFile, SourceFile, StatementFile, TopicFile, WordingFile
from halte.rights.files.sources import read_sources
from halte.rights.files.topics import read_topic
from halte.rights.tables import GuideFileWrong

__all__ = [
    "CONTENT",
    "RESERVED",
    "SHARED",
    "SLUG",
    "PageFile",
    "SourceFile",
    "StatementFile",
    "TopicFile",
    "WordingFile",
    "as_written",
    "read_guide",
    "read_sources",
    "read_topic",
]

SHARED = ("order.toml", "sources.toml", "words.toml", "glossary.toml", "whom.toml")
"""Files that belong to no topic."""
CONTENT = Path(__file__).resolve().parent.parent / "content"


def read_guide(folder: Path = CONTENT) -> tuple[TopicFile, ...]:
    """Every topic of a folder, checked.

    Keeps:
        A certain statement names a source with its title and date.
        A deadline from before the Pact says no number, in any language.
        Titles and summaries say no figure: they carry no source.

    Raises:
        GuideFileWrong: The first mistake found, with its file and key.
    """
    sources = read_sources(folder / "sources.toml")
    topics = [read_topic(path, sources) for path in sorted(folder.iterdir()) if path.is_dir()]
    read_order(folder, [topic.slug for topic in topics])
    if not topics:
        raise GuideFileWrong(file=folder.name, key="topic.toml", why=_("the guide has no topic."))
    return tuple(sorted(topics, key=lambda topic: (topic.order, topic.slug)))
