"""What a text of the guide may hold, whoever wrote it, and how it stands in its file. Pure: no database, no clock."""

import json
import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from halte.common import languages, text
from halte.rights import rules

_MARKUP = re.compile(r"[<>`{}]|&#?\w+;|\]\(")
_ADDRESS = re.compile(r"://|\b(?:www\.|javascript:|data:|mailto:|tel:)|\w@\w", re.IGNORECASE)
_INVISIBLE = re.compile("[\u00ad\u061c\u180e\u200b\u200e\u200f\u2060-\u2064\ufff9-\ufffb\U000e0000-\U000e007f]")


def why_refused(said: str, *, language: str, law: str, phone: str, pre_pact: bool) -> str | Promise:
    """Why a text cannot be shown to a guest; empty when it can.

    Keeps:
        No markup, no address and no mark that hides or turns letters comes in with a translation.
        A deadline from before the Pact says no number.
    """
    try:
        text.clean(said)
    except ValueError:
        return _("this text holds a character that cannot be shown.")
    if _INVISIBLE.search(said) or "\n" in said:
        return _("this text holds a character that cannot be shown.")
    if _MARKUP.search(said):
        return _("a text of the guide holds no markup.")
    if _ADDRESS.search(said):
        return _("a text of the guide leads to no other address: name a source instead.")
    for fragment in rules.fragments(said):
        if "[" in fragment.text or "]" in fragment.text or fragment.language not in {"", *languages.BY_CODE}:
            return _("words of another language are written like this: [fr: référé-liberté].")
    if pre_pact and rules.says_a_number(said, language=language, law=law, phone=phone):
        return _("a deadline from before the Pact (pre_pact) is never shown as a number.")
    return ""


def why_no_head(said: str, *, language: str, at_most: int) -> str | Promise:
    """Why a title or summary cannot be shown; empty when it can. It states no fact, so it says no figure."""
    if not said or len(said) > at_most:
        return _("write one line of at most %(at_most)s characters.") % {"at_most": at_most}
    if any(character.isnumeric() for character in said):
        return _("a title or summary says no figure, for it carries no source.")
    if "[" in said:
        return _("a text of the guide holds no markup.")
    return why_refused(said, language=language, law="", phone="", pre_pact=False)


Value = str | int | date | Sequence[str] | Mapping[str, str] | None
"""What a file holds under a key; None takes the key out."""


def new_page(head: Mapping[str, Value], texts: Iterable[tuple[str, Mapping[str, Value]]]) -> str:
    """A language file: its head, then each statement by its code."""
    tables = [_with_lines("", head), *(_with_lines(f"[statements.{code}]\n", said) for code, said in texts)]
    return "\n".join(tables)


def with_words(file: str, code: str, words: dict[str, str]) -> str:
    """A language file with other words for one statement; every other byte stays.

    Raises:
        ValueError: The file writes this statement in a way that cannot be changed without touching the rest.
    """
    changed = _with_table(
        file, rf"\[statements\.{re.escape(code)}\]", {key: said or None for key, said in words.items()}
    )
    wanted = tomllib.loads(file)
    wanted["statements"][code] = {key: said for key, said in words.items() if said}
    return _agreeing(changed, wanted, code)


def with_head(file: str, values: Mapping[str, Value]) -> str:
    """A language file with other values in its head; None takes a key out. Every other byte stays.

    Raises:
        ValueError: The file writes them in a way that cannot be changed without touching the rest.
    """
    tables = re.compile(r"^\[", re.MULTILINE).search(file)
    end = tables.start() if tables else len(file)
    changed = _with_lines(file[:end], values) + file[end:]
    wanted = tomllib.loads(file)
    _put(wanted, values)
    return _agreeing(changed, wanted, "title")


def with_values(file: str, code: str, values: Mapping[str, Value]) -> str:
    """A topic file with other values for one statement; None takes a key out. Every other byte stays.

    Raises:
        ValueError: The file writes this statement in a way that cannot be changed without touching the rest.
    """
    parts = re.split(r"^(?=\[\[statements\]\])", file, flags=re.MULTILINE)
    named = re.compile(rf"^id[ \t]*=[ \t]*[\"']{re.escape(code)}[\"']", re.MULTILINE)
    found = [place for place, part in enumerate(parts) if place and named.search(part)]
    if len(found) != 1:
        raise ValueError(code)
    parts[found[0]] = _with_lines(parts[found[0]], values)
    wanted = tomllib.loads(file)
    _put(next(one for one in wanted["statements"] if one["id"] == code), values)
    return _agreeing("".join(parts), wanted, code)


def with_swapped(file: str, one: str, other: str) -> str:
    """A topic file in which two statements have changed places; every other byte stays.

    Raises:
        ValueError: The file writes one of them in a way that cannot be changed without touching the rest.
    """
    wanted = tomllib.loads(file)
    ids = [each["id"] for each in wanted["statements"]]
    first, second = sorted((ids.index(one), ids.index(other)))
    _swap(wanted["statements"], first, second)
    parts = re.split(r"^(?=\[\[statements\]\])", file, flags=re.MULTILINE)
    if len(parts) != len(ids) + 1:
        raise ValueError(one)
    blocks = [part.rstrip("\n") for part in parts]
    after = [part[len(block) :] for part, block in zip(parts, blocks, strict=True)]
    _swap(blocks, first + 1, second + 1)
    return _agreeing("".join(block + end for block, end in zip(blocks, after, strict=True)), wanted, one)


def _swap(things: list[Any], one: int, other: int) -> None:
    things[one], things[other] = things[other], things[one]


def new_head(values: Mapping[str, Value]) -> str:
    """The beginning of a file, to which statements are added."""
    return _with_lines("", values)


def with_statement(file: str, code: str, values: Mapping[str, Value]) -> str:
    """A topic file with one more statement at its end; every other byte stays."""
    wanted = tomllib.loads(file)
    one: dict[str, Any] = {"id": code}
    _put(one, values)
    wanted["statements"] = [*wanted.get("statements", []), one]
    block = _with_lines(f"[[statements]]\nid = {_written(code)}\n", values)
    return _agreeing(f"{file.rstrip()}\n\n{block}", wanted, code)


def with_new_words(file: str, code: str, words: Mapping[str, Value]) -> str:
    """A language file with the words of one more statement at its end; every other byte stays."""
    wanted = tomllib.loads(file)
    _put(wanted.setdefault("statements", {}).setdefault(code, {}), words)
    block = _with_lines(f"[statements.{code}]\n", words)
    return _agreeing(f"{file.rstrip()}\n\n{block}", wanted, code)


def with_source(file: str, key: str, values: Mapping[str, Value]) -> str:
    """The file of sources with other values for one of them, or with one more; every other byte stays.

    Raises:
        ValueError: The file writes this source in a way that cannot be changed without touching the rest.
    """
    wanted = tomllib.loads(file)
    if key in wanted:
        changed = _with_table(file, rf"\[{re.escape(key)}\]", values)
    else:
        told = "".join(f"{name} = {_written(value)}\n" for name, value in values.items() if value is not None)
        changed = f"{file.rstrip()}\n\n[{key}]\n{told}"
    _put(wanted.setdefault(key, {}), values)
    return _agreeing(changed, wanted, key)


def _with_table(file: str, head: str, values: Mapping[str, Value]) -> str:
    found = re.search(rf"^{head}[^\n]*\n", file, re.MULTILINE)
    if found is None:
        raise ValueError(head)
    following = re.compile(r"^\[", re.MULTILINE).search(file, found.end())
    end = following.start() if following else len(file)
    return file[: found.end()] + _with_lines(file[found.end() : end], values) + file[end:]


def _put(table: dict[str, Any], values: Mapping[str, Value]) -> None:
    table.update({key: value for key, value in values.items() if value is not None})
    for key in [key for key, value in values.items() if value is None]:
        table.pop(key, None)


def _agreeing(changed: str, wanted: Mapping[str, Any], what: str) -> str:
    if tomllib.loads(changed) != wanted:
        raise ValueError(what)
    return changed


def _written(value: Value) -> str:
    if isinstance(value, Mapping):
        told = ", ".join(f"{_key(name)} = {_written(said)}" for name, said in value.items())
        return f"{{ {told} }}"
    return value.isoformat() if isinstance(value, date) else json.dumps(value, ensure_ascii=False)


def _key(name: str) -> str:
    return name if re.fullmatch(r"[A-Za-z0-9_-]+", name) else json.dumps(name, ensure_ascii=False)


def _with_lines(part: str, values: Mapping[str, Value]) -> str:
    for key, value in values.items():
        part = _with_line(part, key, "" if value is None else f"{key} = {_written(value)}\n")
    return part


def _with_line(part: str, key: str, new: str) -> str:
    line = re.compile(rf"^{key}[ \t]*=[^\n]*(?:\n|\Z)", re.MULTILINE)
    if line.search(part):
        return line.sub(lambda _found: new, part, count=1)
    body = part.rstrip("\n")
    if not new or not body:
        return f"{new}{part}"
    return f"{body}\n{new}{part[len(body) + 1 :]}"
