"""The words of reading and searching in every language, and the calm order of the list of topics."""

import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib.resources import files

from halte.common import languages
from halte.rights.shown import TopicShown

URGENT = "urgent"
MORE = "more"


def _read(name: str) -> dict[str, dict[str, str]]:
    return tomllib.loads((files("halte.rights") / name).read_text(encoding="utf-8"))


READING = {language.code: _read("reading.toml")[language.code] for language in languages.ALL}
"""Each word under its key, for each language."""

ORDER: dict[str, list[str]] = tomllib.loads((files("halte.rights") / "order.toml").read_text(encoding="utf-8"))
"""Which topics stand in which group, the groups in their order."""


@dataclass(frozen=True)
class Group:
    """Some topics under one heading."""

    code: str
    heading: str
    topics: list[TopicShown]

    @property
    def urgent(self) -> bool:
        """Whether its topics are told with their pictograms."""
        return self.code == URGENT


def grouped(topics: Sequence[TopicShown], language: str) -> Iterator[Group]:
    """Every topic once: the most urgent first, then the others by what they are about."""
    by_slug = {topic.slug: topic for topic in topics}
    for code, slugs in ORDER.items():
        if found := [by_slug.pop(slug) for slug in slugs if slug in by_slug]:
            yield Group(code, READING[language][code], found)
    if by_slug:
        yield Group(MORE, READING[language][MORE], list(by_slug.values()))
