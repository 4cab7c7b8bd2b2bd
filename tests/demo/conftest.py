"""A small Calais for tests: one guest in twenty, two weeks, this evening. Loaded once, and taken back afterwards."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from django.conf import settings
from django.db import transaction
from pytest_django import DjangoDbBlocker

from halte.config import demo
from halte.config.demo.world import World

ONE_IN = 20
EVENING = datetime(2026, 11, 24, 17, 0, tzinfo=UTC)


@pytest.fixture(scope="module")
def loaded(
    django_db_setup: None, django_db_blocker: DjangoDbBlocker, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[World]:
    """The world, in a transaction that is taken back after the module; acts may nest in it, as in Django's tests."""
    folder, before = tmp_path_factory.mktemp("demo"), settings.DATA
    settings.DATA = folder
    with django_db_blocker.unblock():
        around = transaction.atomic()
        around._from_testcase = True  # type: ignore[attr-defined]
        with around:
            yield demo.load(at=EVENING, one_in=ONE_IN)
            transaction.set_rollback(True)
    settings.DATA = before


@pytest.fixture
def world(loaded: World, db: None) -> World:
    return loaded


@pytest.fixture
def demo_folder(loaded: World) -> Path:
    folder: Path = settings.DATA
    return folder
