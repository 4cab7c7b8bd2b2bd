"""The table of `make faults`, and docs/faults.md around it."""

import os
import platform
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Row:
    """One line of the table."""

    what: str
    times: int
    acknowledged: int
    lost: int
    broken: int
    """Times after which the file, the chain or a bed was not whole, the door did not open, or a page was not plain."""
    said: str = ""
    control: bool = False
    died: int = 0

    @property
    def holds(self) -> bool:
        """Whether it is as it must be: a promise holds, a control does not."""
        kept = not (self.lost or self.broken)
        return not kept if self.control else kept


INTRODUCTION = """# What happens when something goes wrong

Written by `make faults`; the same seed chooses the same places. One short evening (a card, an arrival, a bed, a
blanket, a meal; over the API and the pages) meets a fault at a chosen write, sync or change of a name below the data
folder. Afterwards another process opens the house: the file is whole, the chain is whole, every act that was answered
as saved is there, no bed is given twice, the desk opens, and every act pressed again with its own key is answered as
saved. A page that could not write says so in plain words. *Not whole* counts every time that any of this was not so.
A control takes a guard away, and must fail.
"""


def written(rows: list[Row], seed: int, places: str, seconds: float) -> str:
    """The whole document."""
    lines = [
        INTRODUCTION,
        f"{_machine()} Seed {seed}, {places}; {seconds / 60:.0f} minutes.",
        "",
        "| fault | times | acts acknowledged | lost | not whole | | as it must be |",
        "|---|---|---|---|---|---|---|",
    ]
    lines += map(line, rows)
    kept = [row for row in rows if not row.control]
    lines += [
        "",
        f"Crashes: {sum(row.died for row in kept):,}, a process dead each time. Acts acknowledged: "
        f"{sum(row.acknowledged for row in kept):,}; lost: {sum(row.lost for row in kept)}. Controls: "
        f"{len(rows) - len(kept)}, of which {sum(row.holds for row in rows if row.control)} failed as they must.",
    ]
    return "\n".join(lines) + "\n"


def line(row: Row) -> str:
    """A row of its table."""
    verdict = "yes" if row.holds else "NO"
    return f"| {row.what} | {row.times} | {row.acknowledged} | {row.lost} | {row.broken} | {row.said} | {verdict} |"


def _machine() -> str:
    """What it ran on: a figure without its machine says nothing."""
    from sqlcipher3 import dbapi2

    model = next(
        (
            line.partition(":")[2].strip()
            for line in Path("/proc/cpuinfo").read_text().splitlines()
            if "model name" in line
        ),
        platform.machine(),
    )
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    system = f"{platform.system()} {platform.release().partition('-')[0]}"
    return (
        f"{system} on {os.cpu_count()} cores ({model}), {memory:.0f} GB; "
        f"Python {platform.python_version()}, SQLite {dbapi2.sqlite_version}."
    )
