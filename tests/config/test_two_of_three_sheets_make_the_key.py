"""Three people hold a sheet each: any two make the key, one makes nothing, and a rehearsal changes nothing."""

import re
from itertools import combinations
from pathlib import Path

import pytest

from halte.common import keys
from halte.config import passphrase, sheets
from halte.config.unusable import Unusable

KEY = bytes(range(32))
PASSPHRASE = "seven quiet boats left before dawn"


def typed(page: str) -> str:
    """What somebody reads off a page, word by word."""
    words = {int(number): word for number, word in re.findall(r"(\d+)\. (\w+)", page)}
    return " ".join(words[number] for number in range(1, 34))


def test_any_two_make_the_key_again_and_one_does_not():
    parts = sheets.parts(KEY)

    assert all(sheets.key_from(two) == KEY for two in combinations(parts, 2))
    with pytest.raises(Unusable, match="one more of the three"):
        sheets.key_from(parts[:1])
    with pytest.raises(Unusable, match="same sheet twice"):
        sheets.key_from([parts[0], parts[0]])
    with pytest.raises(Unusable, match="not printed together"):
        sheets.key_from([parts[0], sheets.parts(KEY)[1]])


def test_a_word_that_was_misread_is_said_and_on_which_sheet():
    first, second, _third = sheets.parts(KEY)
    words = second.split()
    words[5], words[6] = words[6], words[5]
    if words[5] == words[6]:
        words[5] = "academic"

    with pytest.raises(Unusable, match="Sheet 2 is not typed as it is printed"):
        sheets.key_from([first, " ".join(words)])


def test_a_rehearsal_opens_the_data_and_changes_nothing(halte, a_centre, tmp_path, is_refused):
    printed = halte("keys", "sheets", "-", *a_centre.named, "--house", "Halte de Calais")
    pages = printed.stdout.split("\f")
    before = fingerprint(a_centre.data)

    rehearsed = halte("keys", "rehearse", "--data", str(a_centre.data), stdin=f"{typed(pages[0])}\n{typed(pages[2])}\n")
    another = halte("keys", "rehearse", "--data", str(a_centre.data), stdin="\n".join(sheets.parts(KEY)[:2]))

    assert rehearsed.returncode == 0, rehearsed.stderr
    assert "open the data" in rehearsed.stdout
    is_refused(another, "not the key of this data")
    assert fingerprint(a_centre.data) == before
    recovered = halte(
        "keys", "recover", "--data", str(a_centre.data), "--key", "new-stick", stdin="\n".join(map(typed, pages[1:]))
    )
    assert recovered.returncode == 0, recovered.stderr
    assert keys.read(tmp_path / "new-stick") == keys.read(a_centre.key)
    assert (tmp_path / "new-stick").stat().st_mode & 0o777 == 0o600


def fingerprint(folder: Path) -> dict[str, tuple[int, bytes]]:
    return {path.name: (path.stat().st_mtime_ns, path.read_bytes()) for path in sorted(folder.iterdir())}


def test_a_passphrase_opens_the_folder_it_was_set_for(monkeypatch, tmp_path):
    monkeypatch.setattr(passphrase.Stretching, "__init__", lightly(passphrase.Stretching.__init__))
    passphrase.put_away(tmp_path, KEY, PASSPHRASE)

    assert passphrase.opened(tmp_path, PASSPHRASE) == KEY
    assert KEY not in (tmp_path / passphrase.FILE).read_bytes()
    assert KEY.hex() not in (tmp_path / passphrase.FILE).read_text()
    with pytest.raises(Unusable, match="not the passphrase"):
        passphrase.opened(tmp_path, PASSPHRASE.title())
    with pytest.raises(Unusable, match="20 characters"):
        passphrase.put_away(tmp_path, KEY, "short")
    assert passphrase.opened(tmp_path, PASSPHRASE) == KEY


def lightly(init):
    return lambda self, rounds=1, kibibytes=64, lanes=1: init(self, rounds, kibibytes, lanes)


def test_a_guess_of_the_passphrase_is_dear():
    """RFC 9106 asks for 64 MiB and three rounds where memory is scarce."""
    cost = passphrase.Stretching()

    assert cost.kibibytes >= 262_144
    assert cost.rounds >= 3
