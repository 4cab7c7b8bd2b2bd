"""The canonical bytes of a line: what is hashed is exactly what is stored.

One JSON object in UTF-8, keys sorted, no blanks, no floats (RFC 8785 without its number rules, as only integers occur).
"""

import hashlib
import json
import re
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime
from uuid import UUID

Value = None | bool | int | str | UUID | date | Sequence["Value"]

_CODE = re.compile(r"[A-Za-z0-9_.:+-]{1,40}\Z")


class NotACode(Exception):
    """A line may hold codes and quantities only: this value is text, and text can name a person."""


class JoinsLines(Exception):
    """A line about guests would hold an identifier: lines that share one belong together even after erasing."""


def moment(at: datetime) -> str:
    """A moment in UTC with microseconds, always of the same length."""
    return at.astimezone(UTC).isoformat(timespec="microseconds")


def plain(value: Value) -> object:
    """A value of a line as JSON has it.

    Raises:
        NotACode: It is neither a number, an identifier, a date nor a short code.
    """
    if value is None or isinstance(value, bool | int):
        return value
    if isinstance(value, UUID):
        return value.hex
    if isinstance(value, date) and not isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, str):
        if not _CODE.match(value):
            raise NotACode(value)
        return str(value)
    if isinstance(value, list | tuple):
        return [plain(item) for item in value]
    raise NotACode(repr(type(value)))


def belongs_to_nobody(data: Mapping[str, Value]) -> None:
    """Check that nothing in a line about guests ties it to another line.

    Raises:
        JoinsLines: A value is an identifier, or a list that holds one.
    """
    for name, value in data.items():
        if any(isinstance(one, UUID) for one in (value if isinstance(value, list | tuple) else [value])):
            raise JoinsLines(name)


def body(fields: Mapping[str, object]) -> bytes:
    """The bytes of a line."""
    return json.dumps(fields, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()


def digest(content: bytes) -> bytes:
    """SHA-256."""
    return hashlib.sha256(content).digest()


def subject(nonce: bytes, guest: UUID) -> str:
    """How a line names a guest: SHA-256(nonce and guest id), in hexadecimal."""
    return hashlib.sha256(nonce + guest.bytes).hexdigest()
