"""Which fields an address reads, found by watching it read: no form is listed by hand."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import uuid4

from django import forms
from django.http import QueryDict
from django.utils.datastructures import MultiValueDict

from tests.hostile import files

NOT_OURS = {"csrfmiddlewaretoken", "key", "_method"}


@dataclass
class Seen:
    """The names that were read, and the forms that read them."""

    names: dict[str, None] = field(default_factory=dict)
    read_by: list[forms.BaseForm] = field(default_factory=list)

    @property
    def fields(self) -> dict[str, tuple[forms.Field, forms.BaseForm]]:
        """Every field of every form, by the name it is sent under."""
        return {form.add_prefix(name): (one, form) for form in self.read_by for name, one in form.fields.items()}

    def texts(self) -> list[str]:
        """Names under which any text is taken."""
        known = self.fields
        return [name for name in self.all_names() if name not in known or _takes_text(known[name][0])]

    def chosen(self) -> list[str]:
        """Names under which one of a few values, a number or a day is taken."""
        known = self.fields
        return [
            name
            for name in self.all_names()
            if name in known and not _takes_text(known[name][0]) and not isinstance(known[name][0], forms.FileField)
        ]

    def uploads(self) -> list[str]:
        """Names under which a file is taken."""
        return [name for name, (one, _form) in self.fields.items() if isinstance(one, forms.FileField)]

    def all_names(self) -> list[str]:
        """Every name once, the retry key left out: what stands there is tried by `chosen` of no form."""
        return [name for name in {**self.names, **dict.fromkeys(self.fields)} if name not in NOT_OURS]

    def filled(self, given: dict[str, Any], code: str) -> dict[str, str]:
        """Each field with a value that it should take, so that one hostile one among them is read at all."""
        values = {name: _valid(name, one, form, code) for name, (one, form) in self.fields.items()}
        kept = {name: value for name, value in values.items() if value is not None}
        return {"key": str(uuid4()), **kept, **{name: str(value) for name, value in given.items()}}


def _takes_text(one: forms.Field) -> bool:
    return type(one).to_python in {forms.CharField.to_python} or (
        isinstance(one, forms.CharField) and not isinstance(one, forms.UUIDField)
    )


@contextmanager
def watched() -> Iterator[Seen]:
    """Note each name read from a request, and each form made, in this thread."""
    seen = Seen()
    made, reading = (
        forms.BaseForm.__init__,
        {name: getattr(MultiValueDict, name) for name in ("__getitem__", "getlist", "_getlist")},
    )

    def init(form: forms.BaseForm, *args: Any, **kwargs: Any) -> None:
        made(form, *args, **kwargs)
        seen.read_by.append(form)

    def noted(read: Callable[..., Any]) -> Callable[..., Any]:
        def reads(self: Any, key: Any, *args: Any, **kwargs: Any) -> Any:
            if isinstance(key, str):
                seen.names.setdefault(key)
            return read(self, key, *args, **kwargs)

        return reads

    forms.BaseForm.__init__ = init  # type: ignore[method-assign]
    for name, read in reading.items():
        setattr(QueryDict, name, noted(read))
    try:
        yield seen
    finally:
        forms.BaseForm.__init__ = made  # type: ignore[method-assign]
        for name in reading:
            delattr(QueryDict, name)


def _valid(name: str, one: forms.Field, form: forms.BaseForm, code: str) -> str | None:
    short = name.rpartition("-")[2]
    initial = form.get_initial_for_field(one, short)
    match one:
        case forms.FileField():
            return None
        case forms.ModelChoiceField():
            first = one.queryset.first() if one.queryset is not None else None
            return str(first.pk) if first else None
        case forms.ChoiceField():
            return next((str(value) for value in _flat(one.choices) if str(value)), None)
        case forms.BooleanField():
            return "on" if one.required else None
        case forms.IntegerField() | forms.DecimalField():
            return str(max(one.min_value or 0, 1))
        case forms.DateTimeField():
            return "2026-11-28T09:00"
        case forms.DateField():
            return str(initial or date.today())  # noqa: DTZ011 - any day will do
        case forms.TimeField():
            return "09:00"
        case forms.UUIDField():
            return str(initial or uuid4())
        case forms.CharField() if "code" in short or short == "other":
            return code
        case forms.CharField():
            return str(initial or "Halte")[: one.max_length or 40]
    return str(initial) if initial else None


def _flat(choices: Any) -> Iterator[Any]:
    for value, label in choices:
        if isinstance(label, list | tuple):
            yield from (inner for inner, _words in label)
        else:
            yield value


A_FILE = files.FILES["as large as it may be"]
