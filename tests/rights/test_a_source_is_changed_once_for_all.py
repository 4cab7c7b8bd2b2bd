"""A source is added or changed by two people, once for all that rests on it, and the files never take that back."""

import tomllib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from django.test import Client

from halte.rights.actions import Loaded
from halte.rights.files import CONTENT, read_sources, read_topic
from halte.rights.models import KeptBy, Progress, Revision, Source, Topic
from halte.rights.queries import as_files
from halte.rights.saying import OfSource, said
from tests.rights.a_footing import NEW_SOURCE, PAGE, stands, statement

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("a_few_topics")]


def test_a_new_source_stands_in_the_list_only_when_two_people_let_it(
    propose: Callable[..., Revision],
    approve: Callable[..., None],
    client: Client,
    loading: Callable[..., Loaded],
    a_few_files: Path,
    tmp_path: Path,
):
    revision = propose(statement(), replace(stands(), new_source=NEW_SOURCE))
    assert not Source.objects.filter(title=NEW_SOURCE.title).exists()
    approve(revision)

    source = Source.objects.get(title=NEW_SOURCE.title)
    assert source.key == "CIRCULAIRE-DU-1ER-2026"
    assert stands().sources == ("SENAT-2015", source.key)
    assert NEW_SOURCE.title in client.get(PAGE).content.decode()
    given_back = tmp_path / "guide"
    for name, content in as_files().items():
        (given_back / name).parent.mkdir(parents=True, exist_ok=True)
        (given_back / name).write_bytes(content)
    sources = read_sources(given_back / "sources.toml")
    [again] = [
        one for one in read_topic(given_back / "shelter-tonight", sources).statements if one.code == "asylum-refused"
    ]
    assert again.sources == stands().sources
    assert sources[source.key].address == NEW_SOURCE.address
    loading(a_few_files)
    assert Source.objects.filter(key=source.key).exists(), "files never take out what editors keep"


def test_a_source_is_changed_once_for_all_that_rests_on_it_and_files_leave_it_alone(
    propose: Callable[..., Revision],
    approve: Callable[..., None],
    client: Client,
    loading: Callable[..., Loaded],
    a_few_files: Path,
):
    row = Source.objects.get(key="SENAT-2015")
    to = replace(OfSource(row).stands, title="Rapport du Sénat, corrigé", address="senat.fr/rap", dated="2016-01")
    approve(propose(row, to))

    assert "Rapport du Sénat, corrigé" in client.get(PAGE).content.decode()
    old, new = (CONTENT / "sources.toml").read_text(encoding="utf-8"), as_files()["sources.toml"].decode()
    assert set(new.splitlines()) - set(old.splitlines()) == {
        'title = "Rapport du Sénat, corrigé"',
        'address = "senat.fr/rap"',
        'dated = "2016-01"',
    }
    assert tomllib.loads(new)["SENAT-2015"]["title"] == to.title
    Topic.objects.update(digest="", kept_by=KeptBy.FILES)
    loading(a_few_files)
    assert Source.objects.get(key="SENAT-2015").title == to.title
    assert as_files()["sources.toml"].decode() == new
    assert loading(a_few_files) == Loaded(), "and unchanged files write nothing"
    loaded = Revision.objects.get(progress=Progress.LOADED)
    assert said(row).of(loaded).title != to.title
