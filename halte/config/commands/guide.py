"""`halte guide`: check the files of the rights guide, give back those of a data folder, search it, write it out.

Its pages go to translators as XLIFF and come back.
"""

import argparse
import json
from datetime import date
from pathlib import Path

from halte.config import folder, guide_places, guide_reading, guide_translating
from halte.config.folder import DataFolder
from halte.config.unusable import Unusable


def add_arguments(parser: argparse.ArgumentParser) -> None:
    acts = parser.add_subparsers(dest="act", metavar="act", required=True)
    check = acts.add_parser("check", help="say what must be mended in the guide's files", allow_abbrev=False)
    check.add_argument("--folder", metavar="DIR", help="the files, instead of those that came with Halte")
    check.add_argument("--on", metavar="DATE", type=date.fromisoformat, help="judge dates as of this day")
    check.add_argument("--json", action="store_true", help="print one JSON list instead of sentences")
    export = acts.add_parser("export-files", help="write the guide of a data folder as its files", allow_abbrev=False)
    export.add_argument("folder", metavar="DIR", help="a folder that is not there yet, or is empty")
    folder.add_options(export)
    guide_reading.add_search(acts.add_parser("search", help="say which topics answer a question", allow_abbrev=False))
    guide_reading.add_export(
        acts.add_parser("export", help="write the guide's pages for any web server", allow_abbrev=False)
    )
    guide_translating.add_out(acts.add_parser("xliff-out", help="write pages for a translator", allow_abbrev=False))
    guide_translating.add_in(
        acts.add_parser("xliff-in", help="put what a translator gave back in review", allow_abbrev=False)
    )
    guide_places.add_export(
        acts.add_parser("places-export", help="write where and when as a file others take", allow_abbrev=False)
    )
    guide_places.add_import(
        acts.add_parser("places-import", help="take the places of another directory", allow_abbrev=False)
    )


def run(options: argparse.Namespace) -> int:
    """Do one of its acts."""
    acts = {
        "check": _check,
        "export-files": _export,
        "search": guide_reading.search,
        "export": guide_reading.export,
        "places-export": guide_places.export,
        "places-import": guide_places.take_in,
        "xliff-out": guide_translating.write_out,
        "xliff-in": guide_translating.take_in,
    }
    return acts[options.act](options)


def _check(options: argparse.Namespace) -> int:
    from django.conf import settings

    if not settings.configured:
        settings.configure(USE_I18N=False)
    from halte.rights.checks import check, hardest
    from halte.rights.files import CONTENT

    place = Path(options.folder) if options.folder else CONTENT
    if not place.is_dir():
        raise Unusable(f"{place} is no folder: name one that holds the guide's files.")
    found = check(place, on=options.on or date.today())  # noqa: DTZ011 - the day on this machine's own calendar
    if options.json:
        print(json.dumps([finding.as_json() for finding in found], ensure_ascii=False))
    else:
        for finding in found:
            print(f"{finding.file}: {finding.sentence}")
        print("Hardest to read:", *(page.sentence for page in hardest(place)), sep="\n  ")
        print(f"{len(found)} things to mend." if found else "In order.")
    return 2 if found else 0


def _export(options: argparse.Namespace) -> int:
    place = Path(options.folder)
    if place.exists() and (not place.is_dir() or any(place.iterdir())):
        raise Unusable(f"{place} is not empty: name a new folder.")
    DataFolder.chosen(options).open()
    from halte.rights.queries import as_files

    written = as_files()
    for name, content in written.items():
        (place / name).parent.mkdir(parents=True, exist_ok=True)
        (place / name).write_bytes(content)
    print(f"{len(written)} files written to {place}.")
    return 0
