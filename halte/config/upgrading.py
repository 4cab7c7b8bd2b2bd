"""Bringing the data of an older Halte into step."""

from collections.abc import Iterator

from django.db import DatabaseError, connection
from django.utils import timezone

from halte import __version__
from halte.config import beginning, checking, copies, ready
from halte.config.folder import DataFolder
from halte.config.unusable import Unusable


def upgrade(chosen: DataFolder) -> Iterator[str]:
    """Back the data up, change its tables, and look whether all of it is whole. The folder is held alone.

    Yields:
        What was done, a sentence each, as soon as it is done.

    Raises:
        Unusable: The data cannot be opened, or a table could not be changed. The sentence names the backup; what was
            changed before stays, and the same command goes on from there.
    """
    ready.check(upgrading=True)
    if not ready.older():
        yield f"Nothing to do: this data is in step with Halte {__version__}."
        return
    way_back = "restore the copy that pg_dump made"
    if connection.vendor == "sqlite":
        copy = copies.write(chosen.path / f"before-{__version__}-{timezone.now():%Y%m%dT%H%M%S}.backup")
        way_back = f"`halte restore {copy.path}` of the version before"
        yield f"{copy.path}: {copy.lines} lines in the register of acts, read back and whole."
    try:
        beginning.bring_into_step()
    except DatabaseError as error:
        raise Unusable(
            f"A table could not be changed ({error}): free some space and run this again, or go back with {way_back}."
        ) from error
    found = [*checking.damage(), *checking.broken_lines([])]
    if found:
        raise Unusable(f"After the upgrade the data is not whole ({found[0]}): go back with {way_back}.")
    yield f"In step with Halte {__version__}: {checking.lines()} lines in the register of acts, whole."
