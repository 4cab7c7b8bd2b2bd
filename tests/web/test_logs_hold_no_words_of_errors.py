"""What somebody typed, or a row of a table, reaches no log through the words of an error."""

import io
import logging

import pytest

from halte.web.logs import NoAddresses

TYPED = "Selam from the third tent"


@pytest.fixture
def log():
    """A log as the server writes it."""
    written = io.StringIO()
    handler = logging.StreamHandler(written)
    handler.addFilter(NoAddresses())
    logger = logging.getLogger("halte.tests.crash")
    logger.propagate = False
    logger.addHandler(handler)
    yield logger, written
    logger.removeHandler(handler)


def test_an_error_and_the_error_behind_it_are_told_without_their_words(log):
    logger, written = log
    try:
        try:
            int(TYPED)
        except ValueError as error:
            raise LookupError(f"no row {TYPED}") from error
    except LookupError:
        logger.exception("Internal Server Error: %s", "/c/01ARZ3NDEKTSV4RRFFQ69G5FAV")

    said = written.getvalue()
    assert TYPED not in said
    assert "01ARZ3NDEKTSV4RRFFQ69G5FAV" not in said
    assert "ValueError" in said
    assert "LookupError" in said
    assert "test_logs_hold_no_words_of_errors.py" in said


def test_every_way_out_of_the_log_is_watched(settings):
    ways = settings.LOGGING["handlers"].values()

    assert ways
    assert all(way["filters"] == ["no_addresses"] for way in ways)
    assert settings.LOGGING["filters"]["no_addresses"]["()"] == f"{NoAddresses.__module__}.{NoAddresses.__qualname__}"


def test_no_line_can_be_slipped_in(log):
    logger, written = log

    logger.warning("Not Found: %s", "/c/x\n2026-11-29 12:00 WARNING halte\r\u2028All is well")

    assert len(written.getvalue().splitlines()) == 1
