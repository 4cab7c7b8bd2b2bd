"""Two sheets for whoever answers for the data: what it does to people that it is known, and what to do when it leaks.

Generated, never written: numbers and tables come from the fields, from the page "what a thief would get" and from
`docs/threat-model.md`. What a house must add itself stands in square brackets.
"""

import re
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from string import Template

from django.utils import translation

from halte.common.fields import Keep, Sensitivity
from halte.config import data_register, thief
from halte.config.third_party_fields import LINKS

DOCS = Path(__file__).resolve().parent.parent.parent / "docs"
DPIA, BREACH, THREATS = DOCS / "dpia.md", DOCS / "breach-in-72-hours.md", DOCS / "threat-model.md"
WORST_FIRST = (Sensitivity.CONFIDENTIAL, Sensitivity.PERSONAL, Sensitivity.PSEUDONYM, Sensitivity.SECRET)
ABOUT_PEOPLE = frozenset({Sensitivity.CONFIDENTIAL, Sensitivity.PERSONAL, Sensitivity.PSEUDONYM})


def dpia() -> str:
    """The draft of an impact assessment."""
    rows = _rows()
    open_points = _open_points()
    severe = Counter(severity for severity, _said in open_points)
    return _filled(
        "dpia",
        fields=str(len(rows)),
        tables=str(len({row.table for row in rows})),
        about_people=str(sum(row.knowledge.sensitivity in ABOUT_PEOPLE for row in rows)),
        confidential=_listed(rows, Sensitivity.CONFIDENTIAL),
        by_sensitivity=_table(
            ("who is hurt if it is read aloud", "fields", "tables"),
            [
                (level.value, str(len(found)), str(len({row.table for row in found})))
                for level in Sensitivity
                if (found := [row for row in rows if row.knowledge.sensitivity is level])
            ],
        ),
        by_app=_table(("room", "knows about people", "of it confidential", "kept at most"), _by_app(rows)),
        by_keeping=_table(("kept", "fields about people", "all fields"), _by_keeping(rows)),
        measures=_table(("who attacks", "attempts that a test answers"), _attackers()),
        open=_table(("weight", "what is open"), open_points),
        how_many_open=", ".join(f"{number} {severity.lower()}" for severity, number in severe.most_common()),
    )


def breach() -> str:
    """What to do in the 72 hours after data may have come into wrong hands."""
    rows = _rows()
    with translation.override("en"):
        lost = [(str(what), str(gets)) for what, gets in thief.WITHOUT_IT]
        readable = [
            (str(says), str(sum(row.knowledge.sensitivity is level for row in rows)))
            for level, says in thief.WITH_THE_KEY.items()
        ]
    return _filled(
        "breach",
        lost=_table(("what was lost", "what a finder gets"), lost),
        readable=_table(("with the disk and its key", "fields"), readable),
        confidential=_listed(rows, Sensitivity.CONFIDENTIAL),
        longest=_table(("kept at most", "fields about people"), [row[:2] for row in _by_keeping(rows)]),
    )


def _filled(name: str, **values: str) -> str:
    text = (Path(__file__).parent / "sheets_of_data" / f"{name}.md").read_text(encoding="utf-8")
    return Template(text).substitute(values)


def _rows() -> list[data_register.Row]:
    models = [model for model in data_register.models() if model._meta.label not in LINKS]
    return [row for model in models for row in data_register.rows(model)]


def _by_app(rows: list[data_register.Row]) -> list[tuple[str, ...]]:
    apps = sorted({row.table.partition(".")[0] for row in rows})
    told: list[tuple[str, ...]] = []
    for app in apps:
        about = [
            row for row in rows if row.table.partition(".")[0] == app and row.knowledge.sensitivity in ABOUT_PEOPLE
        ]
        if about:
            worst = sum(row.knowledge.sensitivity is Sensitivity.CONFIDENTIAL for row in about)
            kept = sorted({row.knowledge.keep for row in about}, key=list(Keep).index)
            told.append((f"`{app}`", str(len(about)), str(worst or ""), "; ".join(keep.value for keep in kept)))
    return told


def _by_keeping(rows: list[data_register.Row]) -> list[tuple[str, ...]]:
    about = Counter(row.knowledge.keep for row in rows if row.knowledge.sensitivity in ABOUT_PEOPLE)
    everything = Counter(row.knowledge.keep for row in rows)
    return [(keep.value, str(about[keep]), str(everything[keep])) for keep in Keep if about[keep]]


def _listed(rows: list[data_register.Row], level: Sensitivity) -> str:
    found = [row for row in rows if row.knowledge.sensitivity is level]
    return _table(
        ("field", "what for", "kept"),
        [(f"`{row.table}.{row.field}`", row.knowledge.purpose, row.knowledge.keep.value) for row in found],
    )


def _attackers() -> list[tuple[str, ...]]:
    """Each heading of the threat model with a table, and its lines."""
    found: list[tuple[str, ...]] = []
    for part in re.split(r"(?m)^## ", THREATS.read_text(encoding="utf-8"))[1:]:
        heading, _end, rest = part.partition("\n")
        attempts = len(re.findall(r"(?m)^\|(?! tries |---)", rest))
        if attempts:
            found.append((heading.strip(), str(attempts)))
    return found


def _open_points() -> list[tuple[str, str]]:
    text = THREATS.read_text(encoding="utf-8").partition("\n## Open\n")[2]
    found = re.findall(r"(?ms)^- \*\*(\w+)\.\*\* (.*?)(?=^- |\Z)", text)
    order = {"High": 0, "Medium": 1, "Low": 2}
    return sorted(((weight, " ".join(said.split())) for weight, said in found), key=lambda one: order[one[0]])


def _table(heading: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> str:
    lines = [heading, tuple("---" for _name in heading), *rows]
    return (
        "\n".join("| " + " | ".join(cells) + " |" for cells in lines).replace("| --- ", "|---").replace("--- |", "---|")
    )
