"""How many cases there were, and what was wrong with the answers."""

from collections import Counter
from dataclasses import dataclass, field

Page = tuple[str, dict[str, str], bytes]
"""The path of a page, its headers and its bytes."""


@dataclass
class Figures:
    """How many cases, what they were answered, and what was wrong, by name."""

    cases: int = 0
    statuses: Counter[int] = field(default_factory=Counter)
    kinds: Counter[str] = field(default_factory=Counter)
    stored: int = 0
    told: int = 0
    wrong: dict[str, str] = field(default_factory=dict)
    pages: dict[str, Page] = field(default_factory=dict)
    """One page of each address that shows markup, to be opened in a real browser."""

    def add(self, other: "Figures") -> None:
        """Both together."""
        self.cases, self.stored, self.told = (
            self.cases + other.cases,
            self.stored + other.stored,
            self.told + other.told,
        )
        self.statuses.update(other.statuses)
        self.kinds.update(other.kinds)
        self.wrong |= other.wrong
        self.pages |= other.pages
