"""What a text of the guide may hold, whoever wrote it, and how it stands in its file. Pure: no database, no clock."""

import json
import re
import tomllib
from collections.abc import Mapping
from datetime import date

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


def with_words(file: str, code: str, words: dict[str, str]) -> str:
    """A language file with other words for one statement; every other byte stays.

    Raises:
        ValueError: The file writes this statement in a way that cannot be changed without touching the rest.
    """
    head = re.search(rf"^\[statements\.{re.escape(code)}\][^\n]*\n", file, re.MULTILINE)
    if head is None:
        raise ValueError(code)
    following = re.compile(r"^\[", re.MULTILINE).search(file, head.end())
    end = following.start() if following else len(file)
    part = file[head.end() : end]
    for key, said in words.items():
        part = _with_line(part, key, f"{key} = {json.dumps(said, ensure_ascii=False)}\n" if said else "")
    changed = file[: head.end()] + part + file[end:]
    wanted = tomllib.loads(file)
    wanted["statements"][code] = {key: said for key, said in words.items() if said}
    if tomllib.loads(changed) != wanted:
        raise ValueError(code)
    return changed


def with_head(file: str, words: dict[str, str]) -> str:
    """A language file with another title and summary; every other byte stays.

    Raises:
        ValueError: The file writes them in a way that cannot be changed without touching the rest.
    """
    tables = re.compile(r"^\[", re.MULTILINE).search(file)
    end = tables.start() if tables else len(file)
    head = file[:end]
    for key, said in words.items():
        head = _with_line(head, key, f"{key} = {json.dumps(said, ensure_ascii=False)}\n")
    changed = head + file[end:]
    if tomllib.loads(changed) != tomllib.loads(file) | words:
        raise ValueError("title")
    return changed


def with_values(file: str, code: str, values: Mapping[str, str | date | None]) -> str:
    """A topic file with other values for one statement; None takes a key out. Every other byte stays.

    Raises:
        ValueError: The file writes this statement in a way that cannot be changed without touching the rest.
    """
    parts = re.split(r"^(?=\[\[statements\]\])", file, flags=re.MULTILINE)
    named = re.compile(rf"^id[ \t]*=[ \t]*[\"']{re.escape(code)}[\"']", re.MULTILINE)
    found = [place for place, part in enumerate(parts) if place and named.search(part)]
    if len(found) != 1:
        raise ValueError(code)
    for key, value in values.items():
        written = value.isoformat() if isinstance(value, date) else json.dumps(value, ensure_ascii=False)
        parts[found[0]] = _with_line(parts[found[0]], key, f"{key} = {written}\n" if value else "")
    changed = "".join(parts)
    wanted = tomllib.loads(file)
    statement = next(one for one in wanted["statements"] if one["id"] == code)
    statement.update({key: value for key, value in values.items() if value})
    for key in [key for key, value in values.items() if not value]:
        statement.pop(key, None)
    if tomllib.loads(changed) != wanted:
        raise ValueError(code)
    return changed


def _with_line(part: str, key: str, new: str) -> str:
    line = re.compile(rf"^{key}[ \t]*=[^\n]*(?:\n|\Z)", re.MULTILINE)
    if line.search(part):
        return line.sub(lambda _found: new, part, count=1)
    body = part.rstrip("\n")
    return f"{body}\n{new}{part[len(body) + 1 :]}" if new else part
