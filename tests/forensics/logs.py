"""On every test run: nothing that a test stored about people reaches a log, as the server would write it."""

import logging
from collections.abc import Iterator
from copy import copy
from typing import Any

import pytest
from django.db.models import Model
from django.db.models.signals import post_save

from halte.common.fields import Sensitivity, knowledge_of
from halte.web.logs import NoAddresses

SHORTEST = 8
"""Shorter texts stand in logs by chance."""
OURS = frozenset({"halte", "django", "axes"})
_told: dict[type[Model], list[str]] = {}


class Listening(logging.Handler):
    """Keeps what the server's log would hold, and what was stored about people meanwhile."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.setFormatter(logging.Formatter("{asctime} {levelname} {name} {message}", style="{"))
        self.begin()

    def begin(self) -> None:
        """Forget the test before."""
        self.lines: list[str] = []
        self.stored: list[tuple[type[Model], Model]] = []

    def emit(self, record: logging.LogRecord) -> None:
        """One line, or many when it tells of an error."""
        own = copy(record)  # Another handler may want it whole.
        NoAddresses().filter(own)
        self.lines.append(self.format(own))

    def note(self, sender: type[Model], instance: Model, **_more: Any) -> None:
        """A row was stored."""
        self.stored.append((sender, instance))

    def leaks(self) -> list[str]:
        """Fields of which a log holds the value. Costs nothing where nothing was logged."""
        said = "\n".join(self.lines)
        return [name for name, value in self._canaries() if value in said] if said else []

    def _canaries(self) -> Iterator[tuple[str, str]]:
        for model, row in self.stored:
            for field in _about_people(model):
                value = row.__dict__.get(field)
                for text in _dresses(value):
                    if len(text) >= SHORTEST:
                        yield f"{model._meta.label}.{field}", text


def _about_people(model: type[Model]) -> list[str]:
    """The columns of a table that know a person, and its own identifier where it is a guest's."""
    if model not in _told:
        fields = model._meta.concrete_fields
        known = [(field, knowledge_of(field)) for field in fields]
        _told[model] = [field.attname for field, told in known if told and told.sensitivity is not Sensitivity.NONE]
        if model._meta.label == "guests.Guest":
            _told[model].append("id")
    return _told[model]


def _dresses(value: Any) -> tuple[str, ...]:
    if isinstance(value, (bytes, memoryview)):
        return (bytes(value).hex(), repr(bytes(value))[2:-1])
    return (str(value), str(value).replace("-", "")) if value is not None else ()


LISTENING = Listening()


def pytest_configure() -> None:
    """Listen from the first test to the last."""
    post_save.connect(LISTENING.note, dispatch_uid="tests.forensics.logs")


def listen() -> None:
    """Hear every line; a command of Halte that a test ran may have set up the logs anew meanwhile."""
    for logger in (logging.getLogger(), logging.getLogger("django")):
        if LISTENING not in logger.handlers:
            logger.addHandler(LISTENING)


def deaf() -> list[str]:
    """Logs that were switched off: what they would have said is heard by nobody, now and in all tests after."""
    known = logging.root.manager.loggerDict.items()
    off = [name for name, one in known if name.split(".")[0] in OURS and getattr(one, "disabled", False)]
    return [*off, *(["every log"] if logging.root.manager.disable >= logging.WARNING else [])]


@pytest.fixture(autouse=True)
def nothing_about_people_is_logged() -> Iterator[None]:
    """Whatever the test did, no log holds what it stored about somebody, and it left every log on."""
    listen()
    LISTENING.begin()
    yield
    assert deaf() == [], "This test switched logs off for all that follow."
    assert LISTENING.leaks() == [], "A log of the server holds what is known of a person."
