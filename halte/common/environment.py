"""Settings from environment variables, read by small typed functions that fail loudly."""

import os
from pathlib import Path
from urllib.parse import parse_qsl, unquote, urlsplit


class SettingWrong(Exception):
    """An environment variable holds what Halte cannot use: the message names it and says what to write."""


def text(name: str, default: str = "") -> str:
    """The variable's text, or the default."""
    return os.environ.get(name, default)


def flag(name: str, default: bool = False) -> bool:
    """A variable that is 1 or 0."""
    value = os.environ.get(name, "1" if default else "0")
    if value not in {"0", "1"}:
        raise SettingWrong(f"{name} must be 0 or 1, not {value!r}.")
    return value == "1"


def number(name: str, default: int) -> int:
    """A variable that is a whole number above zero."""
    value = os.environ.get(name) or str(default)
    if not value.isdecimal() or int(value) < 1:
        raise SettingWrong(f"{name} must be a whole number above zero, not {value!r}.")
    return int(value)


def words(name: str, default: str) -> list[str]:
    """A variable that holds words parted by commas."""
    return [word.strip() for word in os.environ.get(name, default).split(",") if word.strip()]


def path(name: str, default: Path) -> Path:
    """A variable that holds a path."""
    return Path(os.environ.get(name) or default).expanduser().resolve()


def postgresql(name: str) -> dict[str, object] | None:
    """A variable such as `postgresql://halte@/halte?host=/run/postgresql`, as Django wants it; None when unset."""
    value = os.environ.get(name)
    if not value:
        return None
    parts = urlsplit(value)
    if parts.scheme != "postgresql" or not parts.path.strip("/"):
        raise SettingWrong(f"{name} must look like postgresql://user@host/database.")
    query = dict(parse_qsl(parts.query))
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": parts.path.strip("/"),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": query.pop("host", parts.hostname or ""),
        "PORT": str(parts.port or query.pop("port", "")),
        "OPTIONS": query,
    }
