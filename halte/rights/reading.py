"""The words of reading and searching in every language, and the calm order of the list of topics."""

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files

from halte.common import languages
from halte.rights.headings import MORE, URGENT
from halte.rights.shown import TopicShown


def _read(name: str) -> dict[str, dict[str, str]]:
    return tomllib.loads((files("halte.rights") / name).read_text(encoding="utf-8"))


READING = {language.code: _read("reading.toml")[language.code] for language in languages.ALL}
"""Each word under its key, for each language."""


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


def grouped(topics: Sequence[TopicShown], language: str, order: Mapping[str, Sequence[str]]) -> Iterator[Group]:
    """Every topic once: the most urgent first, then the others by what they are about."""
    by_slug = {topic.slug: topic for topic in topics}
    for code, slugs in order.items():
        if code == MORE:
            slugs = [*slugs, *(slug for slug in by_slug if slug not in slugs)]
        if found := [by_slug.pop(slug) for slug in slugs if slug in by_slug]:
            yield Group(code, READING[language][code], found)
