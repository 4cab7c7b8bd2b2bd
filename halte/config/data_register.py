"""The data register: what Halte knows, why, how sensitive it is and how long it is kept. Generated, never written.

`docs/data-register.md` is made by `python tools/register.py`.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from django.apps import apps
from django.db.models import Field, Model

from halte.common.fields import Knowledge, knowledge_of
from halte.config.third_party_fields import LINKS, THIRD_PARTY, WITHOUT_MODEL

REGISTER = Path(__file__).resolve().parent.parent.parent / "docs" / "data-register.md"

INTRODUCTION = """# What Halte knows

Made by `python tools/register.py` from the models themselves; a field that does not say what it knows fails the tests.
*Sensitivity* says who is hurt if the field is read aloud in a police station. *Kept* says when it is forgotten.
The database is encrypted as a whole; fields called secret are stored as hashes or encrypted a second time.
"""


class FieldSaysNothing(Exception):
    """A field does not say what it knows."""


@dataclass(frozen=True)
class Row:
    """One field of one table."""

    table: str
    field: str
    knowledge: Knowledge


def models() -> list[type[Model]]:
    """Every table that has a model, ours first."""
    found = apps.get_models(include_auto_created=True)
    return sorted(found, key=lambda model: (not model.__module__.startswith("halte."), model._meta.label))


def fields_of(model: type[Model]) -> list["Field[object, object]"]:
    """The fields that are columns or tables of their own."""
    return [*model._meta.local_fields, *model._meta.local_many_to_many]


def rows(model: type[Model]) -> Iterator[Row]:
    """What each field of a table knows.

    Raises:
        FieldSaysNothing: One does not say; the message names it.
    """
    label = model._meta.label
    for field in fields_of(model):
        knowledge = knowledge_of(field) or THIRD_PARTY.get(label, {}).get(field.name)
        if knowledge is None:
            raise FieldSaysNothing(f"{label}.{field.name} does not say what it knows: wrap it in knows(...).")
        yield Row(label, field.name, knowledge)


def written() -> str:
    """The whole register, as Markdown."""
    parts = [INTRODUCTION]
    for model in models():
        if model._meta.label not in LINKS:
            parts.append(_table(model))
    parts.append("## Tables without a model\n\n" + _heading() + "\n".join(_line(*one) for one in WITHOUT_MODEL.items()))
    parts.append("## Links between tables\n\n" + "\n".join(f"- `{name}`: {said}" for name, said in LINKS.items()))
    return "\n".join(part.rstrip() + "\n" for part in parts)


def _table(model: type[Model]) -> str:
    ours = model.__module__.startswith("halte.")
    said = " ".join((model.__doc__ or "").split()) if ours else f"A table of the library `{model._meta.app_label}`."
    lines = [_line(row.field, row.knowledge) for row in rows(model)]
    return f"## {model._meta.label}\n\n{said}\n\n{_heading()}" + "\n".join(lines)


def _heading() -> str:
    return "| field | purpose | sensitivity | kept |\n|---|---|---|---|\n"


def _line(name: str, knowledge: Knowledge) -> str:
    return f"| `{name}` | {knowledge.purpose} | {knowledge.sensitivity.value} | {knowledge.keep.value} |"
