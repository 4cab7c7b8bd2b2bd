"""Django's SQLite backend on SQLCipher: the same SQL, every page of the file encrypted with the data key.

Writers wait for their turn at a lock of the system (a file beside the database). SQLite's own waiting sleeps and looks
again, up to 100 ms at a time and without any order: with 8 desks one act in a hundred took 450 ms and some 2 s; with
turns, 50 ms and 100 ms (docs/decisions/0004).
"""

import datetime
import decimal
import fcntl
import os
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain
from typing import Any

from django.db.backends.sqlite3 import base
from django.utils.dateparse import parse_date, parse_datetime, parse_time
from sqlcipher3 import dbapi2

from halte.common import keys

WAL_BUG = ((3, 7, 0), (3, 51, 2))
"""First and last SQLite releases in which a write-ahead log can be corrupted (sqlite.org/wal.html, 2026)."""

dbapi2.register_converter("bool", b"1".__eq__)
dbapi2.register_converter("date", base.decoder(parse_date))
dbapi2.register_converter("time", base.decoder(parse_time))
dbapi2.register_converter("datetime", base.decoder(parse_datetime))
dbapi2.register_converter("timestamp", base.decoder(parse_datetime))
dbapi2.register_adapter(decimal.Decimal, str)
dbapi2.register_adapter(datetime.date, base.adapt_date)
dbapi2.register_adapter(datetime.datetime, base.adapt_datetime)


def has_wal_bug(version: tuple[int, ...]) -> bool:
    """Whether this SQLite release can corrupt the database."""
    first, last = WAL_BUG
    return first <= version <= last


class CipherCursor(dbapi2.Cursor):  # type: ignore[misc]
    """Turns Django's `%s` parameters into SQLite's, as the parent backend does for the standard library's module."""

    def execute(self, query: str, params: Sequence[Any] | Mapping[str, Any] | None = None) -> Any:
        if params is None:
            return super().execute(query)
        names = list(params) if isinstance(params, Mapping) else None
        return super().execute(self._converted(query, names), params)

    def executemany(self, query: str, param_list: Iterable[Any]) -> Any:
        rows = iter(param_list)
        first = next(rows, None)
        if first is None:
            return None
        names = list(first) if isinstance(first, Mapping) else None
        return super().executemany(self._converted(query, names), chain([first], rows))

    def _converted(self, query: str, names: list[str] | None) -> str:
        if names is None:
            return base.FORMAT_QMARK_REGEX.sub("?", query).replace("%%", "%")
        return query % {name: f":{name}" for name in names}


class DatabaseWrapper(base.DatabaseWrapper):
    """One encrypted file. The raw key comes from `keys.data_key()` (or OPTIONS["key"]), so no passphrase is stretched.

    Raises:
        KeyMissing: on the first connection, when no key was given.
    """

    display_name = "SQLCipher"
    _turn: int | None = None
    Database = dbapi2

    def get_connection_params(self) -> dict[str, Any]:
        params: dict[str, Any] = super().get_connection_params()
        self._key = params.pop("key", None)
        self._init_commands = [command.strip() for command in self.init_commands if command.strip()]  # type: ignore[attr-defined]
        return params

    def get_new_connection(self, conn_params: dict[str, Any]) -> Any:
        key: bytes = self._key or keys.data_key()
        connection = dbapi2.connect(**conn_params)
        connection.execute("PRAGMA cipher_log_level = NONE")  # what is wrong is raised, not printed
        connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
        base.register_functions(connection)  # type: ignore[attr-defined]
        connection.execute("PRAGMA foreign_keys = ON")
        for command in self._init_commands:
            connection.execute(command)
        return connection

    def _start_transaction_under_autocommit(self) -> None:
        self._take_turn()
        try:
            super()._start_transaction_under_autocommit()  # type: ignore[misc]
        except BaseException:
            self._end_turn()
            raise

    def _commit(self) -> None:
        try:
            super()._commit()  # type: ignore[misc]
        finally:
            self._end_turn()

    def _rollback(self) -> None:
        try:
            super()._rollback()  # type: ignore[misc]
        finally:
            self._end_turn()

    def _close(self) -> None:
        try:
            super()._close()  # type: ignore[misc]
        finally:
            if self._turn is not None:
                os.close(self._turn)
                self._turn = None

    def _take_turn(self) -> None:
        if self.transaction_mode != "IMMEDIATE":  # type: ignore[attr-defined]
            return
        if self._turn is None:
            path = f"{self.settings_dict['NAME']}-turn"
            self._turn = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        fcntl.flock(self._turn, fcntl.LOCK_EX)

    def _end_turn(self) -> None:
        if self._turn is not None:
            fcntl.flock(self._turn, fcntl.LOCK_UN)

    def create_cursor(self, name: str | None = None) -> Any:
        return self.connection.cursor(factory=CipherCursor)
