"""What `halte guide` does for translators: pages out as XLIFF, and back in."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from halte.config import folder
from halte.config.folder import DataFolder
from halte.config.unusable import Unusable

if TYPE_CHECKING:
    from halte.accounts.actor import Actor


def add_out(parser: argparse.ArgumentParser) -> None:
    """`halte guide xliff-out`."""
    parser.add_argument("folder", metavar="DIR", help="a folder that is not there yet, or is empty")
    parser.add_argument("--lang", required=True, metavar="L", help="the language to translate into")
    parser.add_argument("--topic", metavar="SLUG", help="one topic only")
    folder.add_options(parser)


def write_out(options: argparse.Namespace) -> int:
    """Write one file for each page of a language, and for each that does not stand in it yet."""
    place = Path(options.folder)
    if place.exists() and (not place.is_dir() or any(place.iterdir())):
        raise Unusable(f"{place} is not empty: name a new folder.")
    DataFolder.chosen(options).open()
    from halte.rights.models import Topic
    from halte.rights.translating import written_out

    slugs = [options.topic] if options.topic else Topic.objects.values_list("slug", flat=True)
    files = {slug: content for slug in slugs if (content := written_out(slug, options.lang)) is not None}
    if not files:
        raise Unusable(f"The guide has nothing to translate into {options.lang!r} there.")
    place.mkdir(parents=True, exist_ok=True)
    for slug, content in files.items():
        (place / f"{slug}.{options.lang}.xlf").write_bytes(content)
    print(f"{len(files)} files written to {place}.")
    return 0


def add_in(parser: argparse.ArgumentParser) -> None:
    """`halte guide xliff-in`."""
    parser.add_argument("files", metavar="FILE", nargs="+", help="a file that a translator gave back")
    parser.add_argument("--as", dest="who", required=True, metavar="NAME", help="which editor or translator brings it")
    folder.add_options(parser)


def take_in(options: argparse.Namespace) -> int:
    """Put what translators gave back in review, file by file: each whole, or not at all."""
    DataFolder.chosen(options).open()
    from django.utils import timezone

    from halte.common.refusal import Refusal
    from halte.common.retry import RetryKey
    from halte.rights.translating import take_in as take
    from halte.rights.xliff import LARGEST

    actor = _brought_by(options.who)
    refused = 0
    for file in map(Path, options.files):
        try:
            with file.open("rb") as opened:
                content = opened.read(LARGEST + 1)
            taken = take(actor=actor, content=content, at=timezone.now(), key=RetryKey.new())
        except OSError as error:
            raise Unusable(f"{file} cannot be read: {error.strerror}.") from error
        except Refusal as refusal:
            refused += 1
            print(f"{file}: {refusal}")
        else:
            made = len(taken.revisions)
            waits = "1 text waits" if made == 1 else f"{made} texts wait"
            said = "A page was begun in a new language" if taken.begun else f"{waits} for a second person"
            print(f"{file}: {said}.")
    return 2 if refused else 0


def _brought_by(name: str) -> "Actor":
    from django.utils import timezone

    from halte.accounts.actor import Actor
    from halte.accounts.models import Membership
    from halte.accounts.roles import GUIDE, Role

    rows = Membership.objects.everywhere(because="the guide belongs to the whole network")
    held = rows.valid_on(timezone.localdate()).select_related("staff", "site")
    found = list(held.filter(staff__sign_in_name=name, staff__is_active=True, role__in=GUIDE))
    if not found:
        raise Unusable(f"{name} neither edits nor translates the guide: name a sign-in that does.")
    roles = frozenset(Role(row.role) for row in found)
    return Actor(id=found[0].staff_id, site=found[0].site, roles=roles, called=found[0].staff.called)
