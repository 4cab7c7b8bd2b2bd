"""The texts of Halte in other languages: `update` the .po files, `compile` them, `check` that they are in step.

No gettext programs are needed: Babel does it all.
"""

import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from halte.common import french

HOUSE = Path(__file__).resolve().parent.parent
LOCALE = HOUSE / "halte" / "locale"
COMPLETE = {"fr"}
"""Languages of the staff: every text is translated. The others hold what guests see."""
LAZY = {
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext_lazy": (1, 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext_lazy": ((1, "c"), 2, 3),
}
_PLACEHOLDER = re.compile(r"%\((\w+)\)[sd]|%[sd]|\{(\w*)\}")


def main(what: str) -> int:
    """Do one of the three; 1 when something is out of step."""
    if what == "compile":
        return compile_all()
    extracted = extract()
    if what == "update":
        update(extracted)
        return compile_all()
    wrong = [line for path in files() for line in out_of_step(path, extracted)]
    for line in wrong:
        print(line)
    return 1 if wrong else 0


def files() -> list[Path]:
    """The .po file of every language."""
    return sorted(LOCALE.glob("*/LC_MESSAGES/django.po"))


def extract() -> Catalog:
    """Every text of the house, from code and templates."""
    from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir
    from babel.messages.frontend import parse_mapping_cfg

    with (HOUSE / "babel.cfg").open() as config:
        methods, options = parse_mapping_cfg(config)
    catalog = Catalog(project="Halte", charset="utf-8")
    found = extract_from_dir(
        HOUSE,
        methods,
        options,
        keywords={**DEFAULT_KEYWORDS, **LAZY},
        comment_tags=["Translators:"],
        # Babel would pass over folders that begin with an underscore: our partials.
        directory_filter=lambda folder: not Path(folder).name.startswith("."),
    )
    for name, _line, message, comments, context in found:
        catalog.add(message, locations=[(Path(name).as_posix(), None)], auto_comments=comments, context=context)
    return catalog


def update(extracted: Catalog) -> None:
    """Bring every .po file into step: new texts come in empty, texts that are gone go."""
    for path in files():
        catalog = read(path)
        catalog.update(extracted, no_fuzzy_matching=True, update_creation_date=False)
        catalog.obsolete.clear()
        if path.parts[-3] not in COMPLETE:
            for message in [each for each in catalog if each.id and not is_translated(each)]:
                catalog.delete(message.id, message.context)
        if path.parts[-3] == "fr":
            for message in catalog:
                message.string = held_together(message.string)
        with path.open("wb") as file:
            write_po(file, catalog, width=110, include_lineno=False, sort_output=True, omit_header=False)
        missing = sum(1 for message in catalog if message.id and not is_translated(message))
        print(f"{path.relative_to(HOUSE)}: {len(catalog)} texts, {missing} to translate")


def held_together(said: Any) -> Any:
    """A French text, or its forms, whose colons and marks stay with their word."""
    if isinstance(said, list | tuple):
        return tuple(map(held_together, said))
    return french.held_together(said) if said else said


def compile_all() -> int:
    """Write the .mo file beside each .po file that is newer."""
    for path in files():
        compiled = path.with_suffix(".mo")
        if compiled.exists() and compiled.stat().st_mtime >= path.stat().st_mtime:
            continue
        part = compiled.with_suffix(".part")
        with part.open("wb") as file:
            write_mo(file, read(path))
        part.replace(compiled)
    return 0


def out_of_step(path: Path, extracted: Catalog) -> Iterator[str]:
    """What is missing, left over or mistaken in one file."""
    catalog, language = read(path), path.parts[-3]
    wanted = {(message.context, key(message)): message for message in extracted if message.id}
    there = {(message.context, key(message)): message for message in catalog if message.id}
    for where in sorted(there.keys() - wanted.keys(), key=str):
        yield f"{language}: no page says {where[1]!r} any more (run `make translations`)"
    for where in sorted(wanted.keys(), key=str):
        if language in COMPLETE and (where not in there or not is_translated(there[where])):
            yield f"{language}: {where[1]!r} is not translated"
    for message in there.values():
        if is_translated(message) and not placeholders_agree(message):
            yield f"{language}: {key(message)!r} has other placeholders than its translation"


def is_translated(message: Message) -> bool:
    """Whether every form has a text that somebody confirmed."""
    forms = message.string if isinstance(message.string, list | tuple) else [message.string]
    return all(forms) and not message.fuzzy


def placeholders_agree(message: Message) -> bool:
    """Whether a translation names what the text names; a plural form may leave out a number."""
    texts = message.id if isinstance(message.id, list | tuple) else [message.id]
    forms = message.string if isinstance(message.string, list | tuple) else [message.string]
    known = {name for text in texts for name in placeholders(text)}
    required = set.intersection(*(set(placeholders(text)) for text in texts))
    return all(required <= set(placeholders(form)) <= known for form in forms)


def placeholders(text: str) -> list[str]:
    """The placeholders of a text."""
    return sorted(found.group() for found in _PLACEHOLDER.finditer(text.replace("%%", "")))


def key(message: Message) -> str:
    """The text itself, in its first form."""
    return message.id[0] if isinstance(message.id, list | tuple) else message.id


def read(path: Path) -> Catalog:
    """One .po file."""
    with path.open("rb") as file:
        return read_po(file, locale=path.parts[-3], domain="django")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1] if len(sys.argv) > 1 else "check"))
