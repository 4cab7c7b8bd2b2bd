"""A translation stands in the script of its language: no page shows a guest the words of another one."""

import re
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[2] / "tools"))

import translations

SCRIPTS = {
    "arabic": re.compile(r"[\u0621-\u06d3]"),
    "ethiopic": re.compile(r"[\u1200-\u135a]"),
    "latin": re.compile(r"[A-Za-zÀ-ỹ]"),
}
OWN = dict.fromkeys(("ar", "fa", "ps", "ckb"), "arabic") | dict.fromkeys(("ti", "am"), "ethiopic")
OF_NO_SCRIPT = re.compile(r"%\(\w+\)[sd]|\{\w*\}|<[^>]+>|&\w+;")


@pytest.mark.parametrize("path", translations.files(), ids=lambda path: path.parts[-3])
def test_every_translation_is_in_the_script_of_its_language(path):
    own = OWN.get(path.parts[-3], "latin")
    others = [letters for script, letters in SCRIPTS.items() if script not in {own, "latin"}]

    wrong = []
    for message in translations.read(path):
        said = message.string if isinstance(message.string, list | tuple) else [message.string]
        for words in said if message.id else []:
            plain = OF_NO_SCRIPT.sub("", words)
            foreign = any(letters.search(plain) for letters in others)
            if foreign or (SCRIPTS["latin"].search(plain) and own != "latin" and not SCRIPTS[own].search(plain)):
                wrong.append((message.id, words))

    assert wrong == []


def test_no_sentence_is_the_same_in_two_languages():
    said: dict[tuple[str, str], set[str]] = {}
    for path in translations.files():
        for message in translations.read(path):
            if isinstance(message.string, str) and len(message.string.split()) >= 4:
                said.setdefault((str(message.id), message.string), set()).add(path.parts[-3])

    assert [(words, sorted(where)) for words, where in said.items() if len(where) > 1] == []
