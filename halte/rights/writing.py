"""What a text of the guide may hold, whoever wrote it, and how it stands in its file. Pure: no database, no clock."""

import json
import re
import tomllib

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
        part = _with_line(part, key, said)
    changed = file[: head.end()] + part + file[end:]
    wanted = tomllib.loads(file)
    wanted["statements"][code] = {key: said for key, said in words.items() if said}
    if tomllib.loads(changed) != wanted:
        raise ValueError(code)
    return changed


def _with_line(part: str, key: str, said: str) -> str:
    line = re.compile(rf"^{key}[ \t]*=[^\n]*(?:\n|\Z)", re.MULTILINE)
    new = f"{key} = {json.dumps(said, ensure_ascii=False)}\n" if said else ""
    if line.search(part):
        return line.sub(lambda _found: new, part, count=1)
    body = part.rstrip("\n")
    return f"{body}\n{new}{part[len(body) + 1 :]}" if new else part
