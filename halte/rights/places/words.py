"""The words around places, in every language of the guests."""

import tomllib
from importlib.resources import files
from typing import Any

from halte.common import languages


def _read(name: str) -> Any:
    return tomllib.loads((files("halte.rights.places") / name).read_text(encoding="utf-8"))


WORDS: dict[str, dict[str, str]] = {one.code: _read("words.toml")[one.code] for one in languages.ALL}
LANDMARKS: list[tuple[str, float, float]] = [(one["name"], *one["at"]) for one in _read("landmarks.toml")["landmarks"]]
