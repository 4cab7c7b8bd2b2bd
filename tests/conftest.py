"""What every test may use."""

import os

import pytest
from django.utils import translation

pytest_plugins = ["tests.cast", "tests.chromium", "tests.forensics.logs"]


@pytest.fixture(autouse=True)
def in_english() -> None:
    """A page that was asked for leaves its language behind; no test reads it in the one before."""
    translation.activate("en")


DATABASE = {"db", "transactional_db", "django_db_setup", "live_server", "its_own_database"}
"""Fixtures that open the database of this run; `django_db` asks for one of them."""


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """What opens no database proves nothing more on the second one, so it runs on SQLCipher alone."""
    if os.environ.get("HALTE_TEST_DATABASE") != "postgresql":
        return
    twice = [item for item in items if not _is_the_same_on_both(item)]
    config.hook.pytest_deselected(items=list(set(items) - set(twice)))
    items[:] = twice


def _is_the_same_on_both(item: pytest.Item) -> bool:
    opened = DATABASE & set(getattr(item, "fixturenames", ()))
    return item.get_closest_marker("one_database") is not None or not (opened or item.get_closest_marker("django_db"))
