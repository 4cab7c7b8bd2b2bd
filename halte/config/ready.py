"""Whether the data can be worked on: the library, the key, the database and its version."""

from collections.abc import Iterator

from django.apps import apps
from django.conf import settings
from django.db import DatabaseError, OperationalError, connection
from django.db.migrations.exceptions import InconsistentMigrationHistory
from django.db.migrations.executor import MigrationExecutor

from halte import __version__
from halte.common.models import JobRun
from halte.config.unusable import Unusable

DEMO_JOB = "demo.loaded"


def check(*, upgrading: bool = False) -> None:
    """Everything that must hold before Halte touches its data.

    Raises:
        Unusable: The first thing that does not hold.
    """
    check_library()
    check_opens()
    try:
        check_version(upgrading=upgrading)
        refuse_demo_elsewhere()
    except OperationalError:
        raise
    except DatabaseError as error:
        raise Unusable(
            "The database is damaged: `halte check` says where. Put the last backup in place with `halte restore`."
        ) from error


def check_library() -> None:
    """The SQLite inside SQLCipher must not be one that can corrupt a write-ahead log."""
    if connection.vendor != "sqlite":
        return
    from sqlcipher3 import dbapi2

    from halte.common.sqlcipher import base

    version = dbapi2.sqlite_version_info
    if base.has_wal_bug(version):
        said = ".".join(map(str, version))
        raise Unusable(
            f"The SQLite library {said} can corrupt a database (3.7.0 to 3.51.2 do): "
            "run `make setup`, or `pip install --upgrade sqlcipher3`."
        )


def check_opens() -> None:
    """The key opens the database, or the server answers."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
            if connection.vendor == "sqlite":
                cursor.execute("SELECT count(*) FROM sqlite_master")
    except OperationalError as error:
        if connection.vendor == "sqlite":
            raise Unusable(
                f"The database {settings.DATABASES['default']['NAME']} cannot be opened: "
                "see that the disk is not full and that you own the file and its folder."
            ) from error
        raise Unusable(
            "The PostgreSQL server named in HALTE_DATABASE cannot be reached: "
            "start it, or correct the address and the account."
        ) from error
    except DatabaseError as error:
        raise Unusable(
            "This key does not open this database: name the right key file with --key; "
            "if it is the right one, the file is damaged and a backup must be restored with `halte restore`."
        ) from error


def check_version(*, upgrading: bool = False) -> None:
    """The tables are those of this version of Halte."""
    try:
        executor = MigrationExecutor(connection)
        executor.loader.check_consistent_history(connection)
    except InconsistentMigrationHistory as error:
        raise Unusable(
            "This database stopped half way between two versions: restore the backup that was made before."
        ) from error
    applied, known = set(executor.loader.applied_migrations), set(executor.loader.disk_migrations)
    if not applied:
        raise Unusable("This database is empty: make a new data folder with `halte init`.")
    if applied - known:
        raise Unusable("This database was made by a newer Halte: install that version or a later one.")
    if older():
        if not upgrading:
            raise Unusable("This database was made by an older Halte: run `halte upgrade`, which makes a backup first.")
    elif strange := next(other_columns(), ""):
        raise Unusable(
            f"The tables are not those of Halte {__version__} ({strange}): the data was made before that version was "
            "finished, and no upgrade leads here. Go back to the Halte that made it."
        )


def older() -> bool:
    """Whether the database was made by an older Halte, so that its tables must be brought into step."""
    executor = MigrationExecutor(connection)
    return bool(executor.migration_plan(executor.loader.graph.leaf_nodes()))


def other_columns() -> Iterator[str]:
    """Where the tables are not those of this version, though the database says that they are in step."""
    with connection.cursor() as cursor:
        there = set(connection.introspection.table_names(cursor))
        for model in apps.get_models(include_auto_created=True):
            table = model._meta.db_table
            wanted = {str(field.column) for field in model._meta.local_concrete_fields}
            if model._meta.proxy or not model._meta.managed:
                continue
            if table not in there:
                yield f"{table} is missing"
                continue
            found = {str(column.name) for column in connection.introspection.get_table_description(cursor, table)}
            yield from (f"{table}.{name} is missing" for name in sorted(wanted - found))
            yield from (f"{table}.{name} is unknown" for name in sorted(found - wanted))


def refuse_demo_elsewhere() -> None:
    """The demo's shortcuts work on the demo's own data only: its loader left a mark in the folder and one inside."""
    from halte.config.folder import DEMO_MARK

    if not settings.DEMO:
        return
    if not (settings.DATA / DEMO_MARK).exists() or not JobRun.objects.filter(job=DEMO_JOB).exists():
        raise Unusable(
            "HALTE_DEMO=1 works on the demo's own data only, and this is not: "
            "unset HALTE_DEMO, or name another folder with DATA=."
        )
