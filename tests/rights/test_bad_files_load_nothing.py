"""A mistake in one file of the guide loads nothing, and is said in one sentence with file and key."""

from collections.abc import Callable
from pathlib import Path

import pytest

from halte.journal.models import Line
from halte.rights.actions import Loaded
from halte.rights.models import Source, Statement, Topic
from halte.rights.tables import GuideFileWrong

pytestmark = pytest.mark.one_database

Spoil = Callable[[str, str, str], Path]
TOPIC = "shelter-tonight/topic.toml"
ENGLISH = "shelter-tonight/en.toml"

MISTAKES = [
    (TOPIC, 'slug = "shelter-tonight"', 'slug = "tonight"', "slug"),
    (TOPIC, 'pictogram = "bed"', 'pictogram = "castle"', "pictogram"),
    (TOPIC, "order = 10", 'order = "first"', "order"),
    (TOPIC, "checked_on = 2026-11-23", 'checked_on = "2026-11-23"', "checked_on"),
    (TOPIC, 'checked_by = "Halte editors"', 'checked_by = ""', "checked_by"),
    (TOPIC, 'kind = "step"', 'kind = "hint"', "statements.call-115.kind"),
    (TOPIC, 'phone = "115"', 'phone = "11"', "statements.call-115.phone"),
    (TOPIC, 'phone = "115"', 'phone = "call me"', "statements.call-115.phone"),
    (TOPIC, 'confidence = "S"', 'confidence = "sure"', "statements.call-115.confidence"),
    (TOPIC, 'sources = ["YIJ78"]', "", "statements.call-115.sources"),
    (TOPIC, 'sources = ["YIJ78"]', 'sources = ["A FRIEND"]', "statements.call-115.sources"),
    (TOPIC, 'sources = ["YIJ78"]', 'sources = ["YIJ78", "YIJ78"]', "statements.call-115.sources"),
    (TOPIC, "show_until = 2027-01-31", "show_until = 2020-01-31", "statements.call-115.show_until"),
    (TOPIC, "show_until = 2027-01-31", "show_untill = 2027-01-31", "statements.call-115.show_untill"),
    (TOPIC, 'danger = "serious"', "", "statements.call-115.danger"),
    (TOPIC, 'id = "ask-our-desk"', 'id = "call-115"', "statements.call-115"),
    (TOPIC, 'id = "ask-our-desk"', 'id = "Ask us!"', "statements.Ask us!.id"),
    (TOPIC, 'applies_to = ["asylum_refused"]', 'applies_to = ["others"]', "statements.asylum-refused.applies_to"),
    (TOPIC, 'id = "very-cold"', 'id = "very-cold"\nphone = "115"', "statements.very-cold.phone"),
    (TOPIC, 'id = "very-cold"', 'id = "very-cold"\napproved_by = "Me X"', "statements.very-cold.approved_by"),
    (ENGLISH, 'state = "original"', 'state = "fine"', "state"),
    (ENGLISH, 'title = "Where can I sleep tonight?"', "", "title"),
    (ENGLISH, "date = 2026-11-23", "date = 2026", "date"),
    (ENGLISH, "for you or for your family", "for 2 people", "summary"),
    (ENGLISH, "for you or for your family", "at [fr: la gare]", "summary"),
    (ENGLISH, "[statements.call-115]", "[statements.call-119]", "statements.call-119"),
    (ENGLISH, 'text = "When it is very cold, the prefect can open more places."', "", "statements.very-cold.text"),
    (ENGLISH, "Call 115 and ask", "Call 115\u202e and ask", "statements.call-115.text"),
    (ENGLISH, "Call 115 and ask", "Call 115 " + "and ask " * 40, "statements.call-115.text"),
    (ENGLISH, "[fr: référé-liberté]", "[référé-liberté]", "statements.urgent-judge.more"),
    ("shelter-tonight/fr.toml", 'state = "unchecked"', 'state = "original"', "state"),
    ("shelter-tonight/ar.toml", "[statements.call-115]", "[other]", "statements.call-115"),
    ("sources.toml", 'dated = "2015"', 'dated = "last year"', "dated"),
    ("sources.toml", 'dated = "2012-02-15"', 'dated = "2012-02-31"', "dated"),
    ("sources.toml", 'address = "yij78.org"', 'address = "https://yij78.org"', "address"),
    ("sources.toml", 'title = "4RE, décès dans la Manche"', "", "FOUR-RE.title"),
    ("asylum-apply/en.toml", "Do not wait to ask", "You have 90 days to ask", "statements.do-not-wait.text"),
    ("asylum-apply/en.toml", "within a few days", "within three days", "statements.appointment.text"),
    ("asylum-apply/ar.toml", "خلال أيام قليلة", "خلال ٣ أيام", "statements.appointment.text"),
    ("asylum-apply/fr.toml", "en quelques jours", "en trois jours", "statements.appointment.text"),
]


@pytest.mark.parametrize(("file", "old", "new", "key"), MISTAKES)
def test_the_refusal_names_the_file_and_the_key(
    file: str, old: str, new: str, key: str, spoil: Spoil, loading: Callable[..., Loaded]
) -> None:
    folder = spoil(file, old, new)

    with pytest.raises(GuideFileWrong) as refused:
        loading(folder)

    sentence = str(refused.value)
    assert f"{file.split('/')[-1]}, " in sentence or sentence.startswith("shelter-tonight, ")
    assert key in sentence
    assert "\n" not in sentence


def test_a_bad_last_file_loads_none_of_the_good_ones(spoil: Spoil, loading: Callable[..., Loaded]) -> None:
    folder = spoil("shelter-tonight/fr.toml", "[statements.very-cold]", "[statements.very-warm]")

    with pytest.raises(GuideFileWrong):
        loading(folder)

    assert not Topic.objects.exists()
    assert not Source.objects.exists()
    assert not Line.objects.exists()


def test_a_mistake_leaves_the_guide_as_it_was(spoil: Spoil, loading: Callable[..., Loaded]) -> None:
    loading()
    before = Statement.objects.count()
    folder = spoil("day-centres/topic.toml", 'kind = "fact"', 'kind = "rumour"')

    with pytest.raises(GuideFileWrong):
        loading(folder)

    assert Statement.objects.count() == before


@pytest.mark.parametrize("content", [b"title = ", b"\xff\xfe", b"a = 1\na = 2"])
def test_a_file_that_is_not_toml_is_refused(content: bytes, a_folder: Path, loading: Callable[..., Loaded]) -> None:
    (a_folder / ENGLISH).write_bytes(content)

    with pytest.raises(GuideFileWrong, match=r"shelter-tonight/en\.toml"):
        loading(a_folder)


def test_a_missing_file_and_an_empty_folder_are_refused(
    a_folder: Path, tmp_path: Path, loading: Callable[..., Loaded]
) -> None:
    (a_folder / TOPIC).unlink()
    (tmp_path / "empty").mkdir()

    with pytest.raises(GuideFileWrong, match=r"shelter-tonight/topic\.toml"):
        loading(a_folder)
    with pytest.raises(GuideFileWrong, match=r"sources\.toml"):
        loading(tmp_path / "empty")


def test_an_unknown_language_is_refused(a_folder: Path, loading: Callable[..., Loaded]) -> None:
    (a_folder / ENGLISH).rename(a_folder / "shelter-tonight/xx.toml")

    with pytest.raises(GuideFileWrong, match="xx"):
        loading(a_folder)
