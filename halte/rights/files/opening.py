"""One file of the guide, opened."""

import tomllib
from pathlib import Path

from django.utils.translation import gettext_lazy as _

from halte.rights.tables import GuideFileWrong, Table


def opened(path: Path) -> Table:
    file = f"{path.parent.name}/{path.name}"
    try:
        return Table(file, tomllib.loads(path.read_text(encoding="utf-8")))
    except FileNotFoundError:
        raise GuideFileWrong(file=file, key=path.name, why=_("this file is missing.")) from None
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise GuideFileWrong(file=file, key="TOML", why=str(error)) from None


def as_written(path: Path) -> str:
    """What stands in a file, line ends untouched."""
    return path.read_bytes().decode("utf-8")
