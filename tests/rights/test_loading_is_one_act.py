"""Loading the guide is one act of the whole network; unchanged files write nothing."""

import shutil
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from halte.accounts.actor import Actor
from halte.common.retry import RetryKey
from halte.journal import NETWORK, AlreadyDone
from halte.journal.models import Line
from halte.rights.actions import Loaded, load_guide
from halte.rights.models import KeptBy, Page, Source, Statement, Topic, Wording
from tests.rights.conftest import LANGUAGES, TOPICS

Spoil = Callable[[str, str, str], Path]


def test_the_first_load_writes_every_topic_and_one_line_of_the_network(loading: Callable[..., Loaded]) -> None:
    loaded = loading()

    assert loaded == Loaded(written=TOPICS)
    assert {page.language for page in Page.objects.all()} == set(LANGUAGES)
    line = Line.objects.get()
    assert (line.site, line.kind) == (NETWORK, "rights.guide_loaded")


def test_unchanged_files_write_nothing_not_even_a_line(loading: Callable[..., Loaded], a_folder: Path) -> None:
    loading()

    assert loading() == Loaded()
    assert loading(a_folder) == Loaded()
    assert Line.objects.count() == 1


def test_a_changed_sentence_writes_its_topic_alone_and_rows_keep_their_identifiers(
    loading: Callable[..., Loaded], spoil: Spoil
) -> None:
    loading()
    before = set(Statement.objects.values_list("id", flat=True)) | set(Wording.objects.values_list("id", flat=True))

    loaded = loading(spoil("day-centres/en.toml", "Go to a day centre.", "Go to any day centre."))

    assert loaded == Loaded(written=("day-centres",))
    assert Wording.objects.get(text="Go to any day centre.").statement.code == "come-in"
    assert before == set(Statement.objects.values_list("id", flat=True)) | set(
        Wording.objects.values_list("id", flat=True)
    )
    assert Line.objects.count() == 2


def test_a_source_with_a_new_date_reaches_every_topic_that_names_it(
    loading: Callable[..., Loaded], spoil: Spoil
) -> None:
    loading()

    loaded = loading(spoil("sources.toml", 'dated = "2022-07-13"', 'dated = "2026-07-13"'))

    assert loaded == Loaded(written=("postal-address",))
    assert Source.objects.get(key="LANDOT-2022").dated == "2026-07-13"


def test_a_topic_language_or_statement_taken_out_of_the_files_leaves_the_guide(
    loading: Callable[..., Loaded], a_folder: Path, spoil: Spoil
) -> None:
    loading()
    shutil.rmtree(a_folder / "danger-at-sea")
    (a_folder / "day-centres/ar.toml").unlink()

    loaded = loading(a_folder)

    assert loaded == Loaded(written=("day-centres",), removed=("danger-at-sea",))
    assert not Page.objects.filter(topic__slug="day-centres", language="ar").exists()
    assert not Wording.objects.filter(statement__topic__slug="day-centres", language="ar").exists()
    assert not Topic.objects.filter(slug="danger-at-sea").exists()
    assert not Source.objects.filter(key="FR3-2019").exists()


def test_what_editors_keep_is_never_touched_by_files(loading: Callable[..., Loaded], spoil: Spoil) -> None:
    loading()
    Topic.objects.filter(slug="day-centres").update(kept_by=KeptBy.EDITORS)
    Topic.objects.create(slug="only-ours", pictogram="bed", place=1, kept_by=KeptBy.EDITORS)
    Wording.objects.filter(statement__code="come-in", language="en").update(text="Come in!")

    assert loading(spoil("day-centres/en.toml", "Go to a day centre.", "Go away.")) == Loaded()

    assert Wording.objects.get(statement__code="come-in", language="en").text == "Come in!"
    assert Topic.objects.filter(slug="only-ours").exists()


def test_the_same_key_loads_once(coordinator: Actor, now: datetime, spoil: Spoil) -> None:
    key = RetryKey.new()
    load_guide(actor=coordinator, at=now, key=key)

    with pytest.raises(AlreadyDone):
        load_guide(
            actor=coordinator, at=now, key=key, folder=spoil("day-centres/en.toml", "Go to a day centre.", "Go there.")
        )

    assert not Wording.objects.filter(text="Go there.").exists()


def test_a_topic_taken_into_the_files_by_another_order_keeps_its_place(
    loading: Callable[..., Loaded], spoil: Spoil
) -> None:
    loading()

    loading(spoil("danger-at-sea/topic.toml", "order = 50", "order = 5"))

    assert Topic.objects.first() == Topic.objects.get(slug="danger-at-sea")
