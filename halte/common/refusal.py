"""Refusals: what Halte will not do, said in one sentence that a person can act on."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any, ClassVar

from django.apps import apps
from django.db import IntegrityError, models
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class Refusal(Exception):
    """A rule said no. Nothing was written.

    `str(refusal)` is the sentence for the person; `code` is for programs; `status` is the HTTP status.
    Keyword arguments fill the placeholders of the sentence.
    """

    code: ClassVar[str] = "refused"
    message: ClassVar[str | Promise] = _("This is not possible.")
    status: ClassVar[int] = 409

    def __init__(self, **params: object) -> None:
        self.params = params
        super().__init__(self.code)

    def __str__(self) -> str:
        return str(self.message) % self.params if self.params else str(self.message)


@contextmanager
def refusing(refusals: Mapping[str, type[Refusal]]) -> Iterator[None]:
    """Turn a clash with a named database constraint into the refusal given for that name.

    Any other IntegrityError is a defect and is raised as it is.
    """
    try:
        yield
    except IntegrityError as error:
        name = constraint_of(error)
        if name is not None and name in refusals:
            raise refusals[name] from error
        raise


def constraint_of(error: IntegrityError) -> str | None:
    """The name of the constraint that refused a row, on PostgreSQL and on SQLite; None when it cannot be told."""
    cause = error.__cause__
    if diagnosis := getattr(cause, "diag", None):
        name: str | None = diagnosis.constraint_name
        return name
    kind, _colon, rest = str(error).partition(" constraint failed: ")
    if kind == "CHECK":
        return rest
    return _unique_constraint_on(frozenset(rest.split(", "))) if kind == "UNIQUE" else None


def _unique_constraint_on(columns: frozenset[str]) -> str | None:
    """SQLite names the columns of a unique index, not the index: find the constraint that declares them."""
    table = next(iter(columns)).partition(".")[0]
    for model in apps.get_models():
        if model._meta.db_table == table:
            for constraint in model._meta.constraints:
                if isinstance(constraint, models.UniqueConstraint) and _columns(model, constraint) == columns:
                    return constraint.name
    return None


def _columns(model: type[models.Model], constraint: models.UniqueConstraint) -> frozenset[str]:
    options: Any = model._meta
    return frozenset(f"{options.db_table}.{options.get_field(field).column}" for field in constraint.fields)
