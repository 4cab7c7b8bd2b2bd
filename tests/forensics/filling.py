"""One row in any table, made from its fields alone: a new table is filled, and looked for afterwards, by itself."""

import secrets
from collections.abc import Callable, Collection, Iterator
from datetime import datetime, time, timedelta
from typing import Any
from uuid import UUID

from django.db import models, transaction

from halte.accounts.models import Staff
from halte.common.models import DataKey
from halte.config import data_register
from halte.config.third_party_fields import LINKS
from halte.guests.models import Guest
from halte.paper.models import LineState
from halte.rights.models import Wording
from halte.sites.models import Site
from halte.tracing.models import MessageEnd
from halte.visits.models import NumberedService
from tests.forensics.traces import MARK, TEXT_MARK

Values = dict[str, Any]

NOT_FILLED = {"journal.Head", "sites.Site"}
"""The end of a chain and the site itself stand already."""


def tables() -> list[type[models.Model]]:
    """Every table of ours."""
    return [
        model
        for model in data_register.models()
        if model.__module__.startswith("halte.") and model._meta.label not in {*LINKS, *NOT_FILLED}
    ]


class Filler:
    """Makes rows at one site and one moment. Each text and each secret is a canary that stands nowhere else."""

    def __init__(self, site: Site, at: datetime, *, ended: bool) -> None:
        self.site, self.at, self.ended = site, at, ended
        self.canaries: list[str | bytes | UUID] = []
        self.made: dict[type[models.Model], models.Model] = {Site: site}

    def row(self, model: type[models.Model]) -> models.Model:
        """One row; the rows it points at are made first, once."""
        if model in self.made:
            return self.made[model]
        values = {
            field.name: self._value(field) for field in model._meta.local_concrete_fields if self._is_asked(field)
        }
        values |= EXAMPLES[model._meta.label](self) if model._meta.label in EXAMPLES else {}
        with transaction.atomic():
            made = model._base_manager.create(**values)
        told_late = {name: value for name, value in values.items() if getattr(made, name) != value}
        if told_late:  # as fields that set themselves to now
            model._base_manager.filter(pk=made.pk).update(**told_late)
        self.made[model] = made
        return made

    def another(self, model: type[models.Model]) -> models.Model:
        """A second row of a table, that nothing else points at."""
        return Filler(self.site, self.at, ended=self.ended).row(model)

    def _is_asked(self, field: Any) -> bool:
        if field.primary_key and not field.is_relation:
            return False
        if field.null and not self.ended:
            return False
        return not (field.null and field.is_relation and field.related_model is field.model)

    def _value(self, field: Any) -> Any:
        if field.is_relation:
            return self.row(field.related_model)
        if field.choices:
            return field.choices[0][0]
        for kind, value in self._by_type(field):
            if isinstance(field, kind):
                return value() if callable(value) else value
        raise TypeError(f"{field}: say in EXAMPLES what stands in it.")

    def _by_type(self, field: Any) -> Iterator[tuple[Any, Any]]:
        yield models.DateTimeField, self.at
        yield models.DateField, self.at.date()
        yield models.TimeField, time(9)
        yield models.UUIDField, self._kept(lambda: UUID(bytes=MARK + secrets.token_bytes(10)))
        yield models.BooleanField, False
        yield models.JSONField, field.get_default()
        yield (
            models.BinaryField,
            self._kept(lambda: MARK + secrets.token_bytes(min(field.max_length or 32, 32) - len(MARK))),
        )
        yield models.SlugField, self._kept(lambda: f"c{secrets.token_hex(7)}"[: field.max_length])
        yield (models.CharField, models.TextField), self._kept(lambda: self._text(field.max_length))
        yield models.IntegerField, 1
        yield models.DecimalField, 1

    def _text(self, most: int | None) -> str:
        return f"{TEXT_MARK} {secrets.token_hex(10)}"[: most or 40]

    def _kept(self, make: Callable[[], Any]) -> Callable[[], Any]:
        def made() -> Any:
            canary = make()
            self.canaries.append(canary)
            return canary

        return made


EXAMPLES: dict[str, Callable[[Filler], Values]] = {
    "common.DataKey": lambda _filler: {"number": DataKey.objects.count() + 1},
    "complaints.Reader": lambda filler: {"staff": filler.another(Staff)},
    "advice.Deadline": lambda filler: {"not_sent": ""} if filler.ended else {"not_sent": "", "receipt": ""},
    "goods.Kind": lambda _filler: {"pictogram": "blanket"},
    "guests.KeptApart": lambda filler: {"other": filler.another(Guest)},
    "journal.Subject": lambda filler: {"guest": filler.row(Guest).pk},
    "paper.PaperLine": lambda _filler: {"state": LineState.CLASH},
    "paper.PaperPeriod": lambda filler: {"ended_at": filler.at + timedelta(hours=1)},
    "rights.Place": lambda _filler: {"hours": "Mo-Fr 09:00-17:00"},
    "rights.Statement": lambda _filler: {"pictogram": "bed"},
    "rights.Topic": lambda _filler: {"pictogram": "bed"},
    "rights.Revision": lambda filler: {
        "wording": filler.row(Wording),
        "page": None,
        "statement": None,
        "source": None,
    },
    "tracing.Message": lambda filler: {"end": MessageEnd.ANSWERED} if filler.ended else {"answer_box": None, "end": ""},
    "visits.Numbered": lambda filler: {} if filler.ended else {"service": NumberedService.LOCKER},
}
"""What a table's constraints ask for beyond the types of its fields."""


def fill(site: Site, at: datetime, *, ended: bool, but: Collection[type[models.Model]] = ()) -> Filler:
    """One row in every table of ours, but for some."""
    filler = Filler(site, at, ended=ended)
    for model in tables():
        if model not in but:
            filler.row(model)
    return filler
