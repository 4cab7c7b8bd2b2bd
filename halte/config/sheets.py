"""Recovery sheets: the data key in three parts of 33 words; any two make it again, one alone says nothing (SLIP-39)."""

from collections.abc import Sequence
from datetime import date
from importlib.resources import files
from pathlib import Path

import shamir_mnemonic as slip39

from halte.common import keys
from halte.config.unusable import Unusable

PEOPLE, NEEDED = 3, 2
_COLUMNS = 3


def parts(key: bytes) -> list[str]:
    """Three parts of the key. Each call makes other ones: parts of two calls do not fit together."""
    made: list[str] = slip39.generate_mnemonics(1, [(NEEDED, PEOPLE)], key)[0]
    return made


def key_from(typed: Sequence[str]) -> bytes:
    """The key that two parts make.

    Raises:
        Unusable: A word is wrong, two parts are not of one set, or it is the same part twice. Which one is said.
    """
    found = []
    for number, words in enumerate(typed, 1):
        try:
            found.append(slip39.Share.from_mnemonic(words.lower()))
        except slip39.MnemonicError as error:
            raise Unusable(f"Sheet {number} is not typed as it is printed: look at its 33 words again.") from error
    if len(found) < NEEDED:
        raise Unusable(f"{NEEDED} sheets are needed: ask one more of the three people.")
    if len({share.identifier for share in found}) > 1:
        raise Unusable("These sheets were not printed together: compare the first two words, they must be the same.")
    if len({share.index for share in found}) < NEEDED:
        raise Unusable("This is the same sheet twice: ask another of the three people.")
    try:
        key: bytes = slip39.combine_mnemonics([words.lower() for words in typed[:NEEDED]])
    except slip39.MnemonicError as error:
        raise Unusable("These sheets do not fit together: nothing was changed.") from error
    if len(key) != keys.LENGTH:
        raise Unusable("These sheets make no key of Halte: they belong to something else.")
    return key


def printed(key: bytes, *, house: str, on: date) -> str:
    """Three pages of plain text, one for each person, to be printed and then not kept."""
    page = (files("halte.config") / "sheet.txt").read_text(encoding="utf-8")
    return "\f".join(
        page.format(
            number=number,
            people=PEOPLE,
            needed=NEEDED,
            house=" ".join(house.split()),
            on=on.isoformat(),
            words=_grid(words),
        )
        for number, words in enumerate(parts(key), 1)
    )


def write(path: Path, text: str) -> None:
    """Write the pages for their owner alone.

    Raises:
        Unusable: There is a file already.
    """
    try:
        keys.write_private(path, text.encode())
    except FileExistsError as error:
        raise Unusable(f"{path} exists already: name a new file.") from error
    except (FileNotFoundError, NotADirectoryError) as error:
        raise Unusable(f"There is no folder {path.parent}: make it, or name a file elsewhere.") from error


def _grid(words: str) -> str:
    listed = [f"{number:>2}. {word:<14}" for number, word in enumerate(words.split(), 1)]
    rows = -(-len(listed) // _COLUMNS)
    return "\n".join("      " + "".join(listed[row::rows]).rstrip() for row in range(rows))
