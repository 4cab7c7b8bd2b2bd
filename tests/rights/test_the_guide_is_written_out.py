"""The whole guide as files: the bytes that Halte serves, for any web server (docs/reference/reading-the-guide.md)."""

import re
from functools import cache

import pytest

from halte.common.languages import ALL
from halte.config import cli, static_guide
from halte.rights import queries
from halte.rights.models import Page

pytestmark = pytest.mark.one_database

HOME = "https://guide.example"


@pytest.fixture(autouse=True)
def hosts(settings):
    settings.ALLOWED_HOSTS = ["guide.example", "elsewhere.example", "testserver"]


@cache
def files_for(home):
    return dict(static_guide.pages(home))


@pytest.fixture
def written(guide):
    """The same guide gives the same files, so they are written once."""
    return files_for(HOME)


def test_every_page_of_every_language_is_there_byte_for_byte(written, reader):
    addresses = list(static_guide.addresses())
    in_every_language = ("places", "talks")
    of_the_guide = 2 + 3 * len(queries.languages()) + 2 * Page.objects.count()
    assert len(addresses) == of_the_guide + len(in_every_language) * len(ALL)
    assert len(addresses) > 40

    for address in addresses:
        name = address.removeprefix("/") + ("index.html" if address.endswith("/") else "")
        assert written[name] == reader.get(address, headers={"host": "guide.example"}, secure=True).content, address


def test_every_link_of_the_guide_leads_to_a_file(written):
    for name, content in written.items():
        if not name.endswith(".html"):
            continue
        for link in re.findall(rb'(?:href|src|action|data-index|data-worker)="/((?:guide|static)/[^"#?]*)"', content):
            target = link.decode()
            assert (f"{target}index.html" if target.endswith("/") else target) in written, (name, target)


def test_what_pages_are_drawn_with_is_the_same_too(written, reader):
    drawn = {name for name in written if name.startswith("static/")}
    assert {"static/rights/guide.js", "static/rights/find.js", "static/web/halte.svg"} <= drawn

    for name in drawn:
        answer = reader.get(f"/{name}")
        assert b"".join(answer) == written[name]


def test_the_code_on_a_poster_leads_to_the_place_where_the_files_are_read(guide):
    poster = "guide/en/day-centres/poster/index.html"

    assert files_for(HOME)[poster] != files_for("https://elsewhere.example")[poster]


def test_a_folder_with_something_in_it_is_left_alone(tmp_path, capsys):
    (tmp_path / "letter.txt").write_text("mine")

    assert cli.main(["guide", "export", str(tmp_path)]) == 2

    assert capsys.readouterr().err == f"{tmp_path} is not empty: name a new folder.\n"
    assert [file.name for file in tmp_path.iterdir()] == ["letter.txt"]


@pytest.mark.parametrize("home", ["guide.example", "ftp://guide.example", "https://", "https://guide.example/calais/"])
def test_an_address_that_leads_nowhere_is_refused(home, tmp_path, capsys):
    assert cli.main(["guide", "export", str(tmp_path / "new"), "--home", home]) == 2

    assert capsys.readouterr().err.count("\n") == 1
    assert not (tmp_path / "new").exists()


def test_a_file_in_place_of_a_folder_is_left_alone_too(tmp_path, capsys):
    (tmp_path / "letter.txt").write_text("mine")

    assert cli.main(["guide", "export", str(tmp_path / "letter.txt")]) == 2

    assert capsys.readouterr().err.count("\n") == 1
