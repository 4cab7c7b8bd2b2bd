"""What `halte guide` does for readers: search it, write it out as plain files, measure its search and its pages."""

import argparse
import json
from datetime import date
from pathlib import Path
from urllib.parse import urlsplit

from halte.config import folder
from halte.config.folder import DataFolder
from halte.config.unusable import Unusable


def add_search(parser: argparse.ArgumentParser) -> None:
    """`halte guide search`."""
    parser.add_argument("question", metavar="QUERY", help="what a reader types")
    parser.add_argument("--lang", metavar="L", default="en", help="the language of the pages (en)")
    parser.add_argument("--json", action="store_true", help="print one JSON list, the best topic first")
    folder.add_options(parser)


def search(options: argparse.Namespace) -> int:
    """Print the topics that answer a question, as the page of the search ranks them."""
    from halte.common import languages

    if options.lang not in languages.BY_CODE:
        raise Unusable(f"“{options.lang}” is no language of the guide: choose among {', '.join(languages.BY_CODE)}.")
    chosen = DataFolder.chosen(options)
    found = _by_data(chosen, options) if options.data or _held(chosen) else _by_files(options)
    print(json.dumps([{"topic": slug} for slug in found]) if options.json else "\n".join(found) or "No topic.")
    return 0


def add_export(parser: argparse.ArgumentParser) -> None:
    """`halte guide export`."""
    parser.add_argument("folder", metavar="DIR", help="a folder that is not there yet, or is empty")
    parser.add_argument(
        "--home", metavar="ADDRESS", default="https://localhost", help="where it will be read, for the codes on posters"
    )
    folder.add_options(parser)


def export(options: argparse.Namespace) -> int:
    """Write every page of the guide as a file that any web server can serve."""
    place = Path(options.folder)
    if place.exists() and (not place.is_dir() or any(place.iterdir())):
        raise Unusable(f"{place} is not empty: name a new folder.")
    at = urlsplit(options.home)
    if at.scheme not in {"http", "https"} or not at.hostname or at.path.strip("/"):
        raise Unusable(f"{options.home} is no address of a server: write it like https://guide.example.")
    DataFolder.chosen(options).open()
    from django.conf import settings

    from halte.config.static_guide import pages

    settings.ALLOWED_HOSTS = [at.hostname]
    written = dict(pages(options.home))
    for name, content in written.items():
        file = place / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
    print(f"{len(written)} files written to {place}.")
    return 0


def _by_data(chosen: DataFolder, options: argparse.Namespace) -> list[str]:
    chosen.open()
    from halte.rights.searching import search

    return [topic.slug for topic in search(options.lang, options.question, on=_today())]


def _by_files(options: argparse.Namespace) -> list[str]:
    without_data()
    from halte.rights.finding import in_files

    return [slug for slug, _score in in_files.index(options.lang, on=_today()).rank(options.question)]


def without_data() -> None:
    """Let the guide's files be read where nothing else of Halte is set up."""
    from django.conf import settings

    if not settings.configured:
        settings.configure(USE_I18N=False)


def _held(chosen: DataFolder) -> bool:
    """Whether a centre's data is there to be read; else the guide's own files are."""
    return chosen.database.exists() or folder.on_postgresql()


def _today() -> date:
    return date.today()  # noqa: DTZ011 - the day on this machine's own calendar
