"""What was loaded can be given back as files, to the byte."""

from collections.abc import Callable
from pathlib import Path

import pytest

from halte.rights.actions import Loaded
from halte.rights.files import CONTENT
from halte.rights.models import KeptBy, Topic
from halte.rights.queries import as_files

pytestmark = pytest.mark.django_db


def on_disk(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*.toml")}


def test_every_file_to_the_byte(guide: Loaded):
    assert as_files() == on_disk(CONTENT)


def test_comments_and_line_ends_too(a_folder: Path, loading: Callable[..., Loaded]):
    path = a_folder / "day-centres" / "en.toml"
    path.write_bytes(b"# a note\r\n" + path.read_bytes())
    loading(a_folder)
    assert as_files() == on_disk(a_folder)
    path.write_bytes(path.read_bytes().replace(b"# a note", b"# another note"))
    assert loading(a_folder).written == ("day-centres",)
    assert as_files() == on_disk(a_folder)


def test_a_topic_taken_out_leaves_no_file(guide: Loaded, a_folder: Path, loading: Callable[..., Loaded]):
    for path in (a_folder / "day-centres").iterdir():
        path.unlink()
    (a_folder / "day-centres").rmdir()
    loading(a_folder)
    assert as_files() == on_disk(a_folder)


def test_what_editors_keep_keeps_its_files(guide: Loaded, a_folder: Path, loading: Callable[..., Loaded]):
    before = as_files()
    Topic.objects.filter(slug="day-centres").update(kept_by=KeptBy.EDITORS)
    path = a_folder / "day-centres" / "en.toml"
    path.write_bytes(b"# from the files\n" + path.read_bytes())
    loading(a_folder)
    assert as_files() == before
