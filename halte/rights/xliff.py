"""One page of the guide as XLIFF 1.2, and what a translator gives back. Pure: no database, no clock."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from xml.sax.saxutils import quoteattr

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from halte.rights.refusals import XliffRefused

LARGEST = 1_000_000
"""Bytes. A page of the guide needs a fiftieth of it."""
_START = b"""<?xml version="1.0" encoding="UTF-8"?>
<xliff xmlns="urn:oasis:names:tc:xliff:document:1.2" version="1.2">"""
_FILE = (
    "<file original={slug} source-language={source} target-language={target} "
    'datatype="plaintext"><body></body></file></xliff>'
)
_DECLARED = re.compile(r"""<\?xml[^>]*encoding=["'](?!utf-8["'])""", re.IGNORECASE)


@dataclass(frozen=True)
class Unit:
    """One text to translate: its name within the page, the original, what stands in the language, and what to know."""

    name: str
    source: str
    target: str
    outdated: bool = False
    note: str = ""


@dataclass(frozen=True)
class Returned:
    """What a file says: of which page, from which language into which, and its texts by name."""

    slug: str
    source_language: str
    language: str
    units: dict[str, tuple[str, str]]


def write(*, slug: str, source_language: str, language: str, units: Iterable[Unit]) -> bytes:
    """A page for a translator's program. What is outdated says so; the rest is there to be looked at."""
    from translate.storage.xliff import Xliff1File

    head = {"slug": slug, "source": source_language, "target": language}
    start = _FILE.format(**{name: quoteattr(value) for name, value in head.items()})
    store = Xliff1File.parsestring(_START + start.encode())  # type: ignore[no-untyped-call]
    store.switchfile(slug)
    for unit in units:
        made = store.UnitClass(unit.source)
        store.addunit(made)
        made.setid(unit.name)
        made.settarget(unit.target, language)
        made.set_state_n(made.S_NEEDS_TRANSLATION if unit.outdated or not unit.target else made.S_TRANSLATED)
        if unit.note:
            made.addnote(unit.note, origin="developer")
    return bytes(store)


def read(content: bytes) -> Returned:
    """What a translator gave back.

    Keeps:
        Nothing is fetched, no entity stands for other text, and a file is as large as its bytes: whatever declares a
        document type is refused before it is parsed. Markup inside a text is refused.

    Raises:
        XliffRefused: It says in one sentence what is wrong.
    """
    from lxml.etree import LxmlError
    from translate.storage.base import ParseError
    from translate.storage.xliff import Xliff1File

    _refuse_unsafe(content)
    try:
        store = Xliff1File.parsestring(content)  # type: ignore[no-untyped-call]
        [slug] = store.getfilenames()
    except (LxmlError, ParseError, StopIteration, AssertionError, ValueError, TypeError):
        raise XliffRefused(where="XLIFF", why=_("this is no XLIFF 1.2 file of one page.")) from None
    units: dict[str, tuple[str, str]] = {}
    for unit in store.units:
        name = str(unit.xmlelement.get("id") or "")
        if not name or name in units:
            raise XliffRefused(where=name or "trans-unit", why=_("every text has a name of its own."))
        units[name] = (_plain(unit, "source", name), _plain(unit, "target", name))
    return Returned(
        slug=slug or "",
        source_language=store.getsourcelanguage() or "",
        language=store.gettargetlanguage() or "",
        units=units,
    )


def _refuse_unsafe(content: bytes) -> None:
    why: str | Promise = ""
    try:
        text = content[: LARGEST + 1].decode()
    except UnicodeDecodeError:
        text = ""
        why = _("write the file in UTF-8.")
    # UTF-16 without its mark is UTF-8 with a NUL in every letter: a parser takes it, and what it declares.
    if "\0" in text:
        why = _("write the file in UTF-8.")
    if len(content) > LARGEST:
        why = _("this file is larger than any page of the guide.")
    elif _DECLARED.search(text[:200]):
        why = _("write the file in UTF-8.")
    elif "<!DOCTYPE" in text or "<!ENTITY" in text:
        why = _("a file that declares entities is not taken.")
    if why:
        raise XliffRefused(where="XLIFF", why=why)


def _plain(unit: object, tag: str, name: str) -> str:
    """The text of one side, which holds nothing but text."""
    element = unit.xmlelement  # type: ignore[attr-defined]
    found = element.findall(f"{{*}}{tag}")
    if len(found) > 1 or (found and len(found[0])):
        raise XliffRefused(where=name, why=_("a text of the guide holds no markup."))
    return (found[0].text or "").strip() if found else ""
