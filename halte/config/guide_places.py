"""`halte guide places-export` and `places-import`: the network's places, to and from other directories."""

import argparse
from pathlib import Path

from halte.config import folder
from halte.config.folder import DataFolder
from halte.config.unusable import Unusable


def add_export(parser: argparse.ArgumentParser) -> None:
    """`halte guide places-export`."""
    parser.add_argument("file", metavar="FILE", help="a file that is not there yet")
    parser.add_argument(
        "--format", choices=["hsds", "data-inclusion"], default="hsds", help="Open Referral HSDS 3, or data-inclusion"
    )
    folder.add_options(parser)


def add_import(parser: argparse.ArgumentParser) -> None:
    """`halte guide places-import`."""
    parser.add_argument("file", metavar="FILE", help="a JSON file in one of the two formats")
    parser.add_argument("--source", required=True, metavar="NAME", help="whose file it is, as guests read it")
    folder.add_options(parser)


def export(options: argparse.Namespace) -> int:
    """Write every place that guests may read of into one file; of a protected one nothing of where it is."""
    place = Path(options.file)
    if place.exists():
        raise Unusable(f"{place} is there already: name a new file.")
    DataFolder.chosen(options).open()
    from django.utils import timezone, translation

    from halte.rights.places import formats

    with translation.override("fr"):
        write = formats.hsds if options.format == "hsds" else formats.data_inclusion
        place.write_text(write(timezone.now()), encoding="utf-8")
    print(f"Places written to {place}.")
    return 0


def take_in(options: argparse.Namespace) -> int:
    """Take the places of another directory; a mistake in the file changes nothing."""
    place = Path(options.file)
    try:
        content = place.read_bytes()
    except OSError:
        raise Unusable(f"{place} cannot be read.") from None
    if not 1 <= len(options.source.strip()) <= 80:
        raise Unusable("Name the source in at most 80 letters.")
    DataFolder.chosen(options).open()
    from django.utils import timezone

    from halte.accounts.actor import Actor
    from halte.common.retry import RetryKey
    from halte.rights.places import actions, incoming
    from halte.sites.models import Site

    site = Site.objects.order_by("code").first()
    if site is None:
        raise Unusable("There is no house in this data folder yet.")
    try:
        found = incoming.taken(content)
    except incoming.FileWrong as wrong:
        raise Unusable(f"{place} was not taken: {wrong}.") from None
    number = actions.import_places(
        actor=Actor.system(site), source=options.source.strip(), found=found, at=timezone.now(), key=RetryKey.new()
    )
    print(f"{number} places of {options.source.strip()} stand in the guide.")
    return 0
