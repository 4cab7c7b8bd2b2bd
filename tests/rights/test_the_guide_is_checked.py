"""`halte guide check` says in one sentence each what must be mended, and no mistake hides another."""

import json
import re
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from halte.config.cli import main
from halte.rights.checks import ALWAYS, Finding, check, hardest
from halte.rights.figures import figures
from halte.rights.files import CONTENT
from halte.rights.reading_age import reading_age

Spoil = Callable[[str, str, str], Path]
ON = date(2026, 11, 24)


def new(folder: Path, untouched: list[Finding], on: date = ON) -> list[Finding]:
    """What is found beyond what was found before a file was spoilt."""
    return [one for one in check(folder, on=on) if one not in untouched]


@pytest.fixture
def a_folder(tmp_path: Path) -> Path:
    """A copy of a few topics, which a test may spoil: all of them take five times as long to check."""
    folder = tmp_path / "content"
    for path in CONTENT.glob("*.toml"):
        folder.mkdir(exist_ok=True)
        shutil.copy(path, folder)
    for slug in ("shelter-tonight", "day-centres", "asylum-apply", "uk-legal-routes", "work"):
        shutil.copytree(CONTENT / slug, folder / slug)
    return folder


@pytest.fixture
def before(a_folder: Path) -> list[Finding]:
    return check(a_folder, on=ON)


def test_the_house_keeps_its_own_guide_in_order():
    assert [one for one in check(on=ON) if one.kind not in {"date", "expired"}] == []


def test_a_figure_that_only_one_language_says(before: list[Finding], spoil: Spoil):
    folder = spoil("shelter-tonight/fr.toml", "(48 heures)", "(72 heures)")
    (found,) = new(folder, before)
    assert (found.file, found.kind) == ("shelter-tonight/fr.toml", "figure")
    assert found.sentence == "urgent-judge says 72 in fr and 48 in en."


def test_one_figure_with_two_values_in_two_topics(before: list[Finding], spoil: Spoil):
    spoil("shelter-tonight/topic.toml", 'id = "urgent-judge"', 'id = "urgent-judge"\nfigures = { judge-hours = "48" }')
    folder = spoil("day-centres/topic.toml", 'kind = "fact"', 'kind = "fact"\nfigures = { judge-hours = "72" }')
    said = [one.sentence for one in new(folder, before)]
    assert any(one.startswith("judge-hours is 72 in day-centres/") and "48 in shelter-tonight/" in one for one in said)
    agreeing = spoil("day-centres/topic.toml", '"72"', '"48"')
    assert not any(one.sentence.startswith("judge-hours is") for one in check(agreeing, on=ON))


def test_a_statement_past_its_last_day(a_folder: Path, before: list[Finding]):
    late = new(a_folder, before, on=date(2027, 1, 1))
    assert "one-night-only could be shown until 2026-12-31: check it again." in [one.sentence for one in late]
    assert not any("one-night-only" in one.sentence for one in before)


def test_the_last_day_itself_still_counts(a_folder: Path):
    assert not any(
        "one-night-only" in one.sentence for one in check(a_folder, on=date(2026, 12, 31)) if one.kind == "expired"
    )


def test_dates_still_to_come(before: list[Finding], spoil: Spoil):
    folder = spoil("shelter-tonight/fr.toml", "date = 2026-11-23", "date = 2026-12-24")
    assert [one.kind for one in new(folder, before)] == ["date"]


def test_a_source_that_nothing_rests_on(a_folder: Path, before: list[Finding]):
    path = a_folder / "sources.toml"
    more = '\n[NOBODY]\ntitle = "Nobody"\nlanguage = "en"\ndated = "2020"\nread_on = 2026-11-23\n'
    path.write_text(path.read_text(encoding="utf-8") + more, encoding="utf-8")
    assert [one.sentence for one in new(a_folder, before)] == ["No statement rests on NOBODY: take it out, or cite it."]


def test_a_language_that_is_missing(a_folder: Path, before: list[Finding]):
    (a_folder / "day-centres" / "ar.toml").unlink()
    (a_folder / "work" / "en.toml").with_name("so.toml").unlink(missing_ok=True)
    assert [one.sentence for one in new(a_folder, before)] == ["day-centres is missing in ar."]


def test_an_urgent_topic_stands_in_every_language(a_folder: Path, before: list[Finding]):
    for language in ("ckb", "ti", "am", "so", "vi", "tr"):
        (a_folder / "shelter-tonight" / f"{language}.toml").unlink()
    assert {one.sentence for one in new(a_folder, before)} == {
        f"shelter-tonight is missing in {language}." for language in ("ckb", "ti", "am", "so", "vi", "tr")
    }


def test_an_abbreviation_that_nobody_explains(before: list[Finding], spoil: Spoil):
    folder = spoil("day-centres/en.toml", 'summary = "', 'summary = "XYZ ')
    assert [one.sentence for one in new(folder, before)] == ["XYZ is not explained in en: add it to glossary.toml."]


def test_every_abbreviation_of_the_guide_is_explained_where_it_stands(before: list[Finding]):
    files = tuple(f"/{language}.toml" for language in ALWAYS)
    assert [one.sentence for one in before if one.kind == "glossary" and one.file.endswith(files)] == []


def test_a_name_that_another_language_does_not_use_is_not_missed_there(before: list[Finding], spoil: Spoil):
    folder = spoil("uk-legal-routes/fr.toml", "HCR", "CNIL")
    assert [one.kind for one in new(folder, before)] == []


def test_a_translation_writes_what_stands_on_the_papers(before: list[Finding], spoil: Spoil):
    folder = spoil("asylum-apply/ar.toml", "[fr: OFPRA] خلال", "المكتب خلال")
    assert [one.kind for one in new(folder, before)] == ["glossary"]


def test_a_word_in_another_script_says_its_language(before: list[Finding], spoil: Spoil):
    spoil("shelter-tonight/ar.toml", 'summary = "', 'summary = "Calais ')
    folder = spoil("shelter-tonight/ar.toml", 'text = "', 'text = "[en: Wi-Fi] OFPRA Coquelles ')

    said = [one.sentence for one in new(folder, before) if one.kind == "script"]

    assert said == [
        f"{word} stands there without its language: write it as [fr: {word}]." for word in ("Calais", "Coquelles")
    ]


def test_nobody_approves_what_they_checked(before: list[Finding], spoil: Spoil):
    folder = spoil(
        "shelter-tonight/topic.toml",
        'danger = "serious"',
        'danger = "serious"\napproved_by = "Halte editors"\napproved_on = 2026-11-23',
    )
    assert [one.kind for one in new(folder, before)] == ["two people"]


HARD = "Notwithstanding administrative irregularities, applicants experiencing homelessness retain entitlement "
HARD += "to accommodation irrespective of documentation, nationality or procedural considerations."


def test_words_too_hard_for_a_reader_of_eleven(a_folder: Path, before: list[Finding]):
    page = a_folder / "day-centres" / "en.toml"
    easy = page.read_text(encoding="utf-8")
    page.write_text(re.sub(r"(?m)^text = .*$", f'text = "{HARD}"', easy), encoding="utf-8")
    assert ("day-centres/en.toml", "reading age") in {(one.file, one.kind) for one in new(a_folder, before)}
    page.write_text(re.sub(r"(?m)^text = .*$", 'text = "Ask us for a bed. We help you."', easy), encoding="utf-8")
    assert "reading age" not in {one.kind for one in new(a_folder, before)}
    assert reading_age(["اسألنا"], "ar") is None


def test_the_command_names_the_pages_that_are_hardest_to_read(
    before: list[Finding], spoil: Spoil, capsys: pytest.CaptureFixture[str]
):
    folder = spoil("day-centres/en.toml", 'text = "', f'text = "{HARD} ')
    spoil("work/fr.toml", "[statements", "[[statements")
    first, *_others, last = hardest(folder)
    assert (first.file, last.language) == ("day-centres/en.toml", "fr")
    assert next(one.file for one in hardest(CONTENT)) != first.file
    main(["guide", "check", "--folder", str(folder), "--on", "2026-11-24"])
    assert first.sentence in capsys.readouterr().out


TOPIC = "shelter-tonight/topic.toml"


@pytest.mark.parametrize(
    ("file", "old", "wrong", "right", "said"),
    [
        (TOPIC, 'sources = ["YIJ78"]', "", 'sources = ["YIJ78"]', "statements.call-115.sources: a statement marked S"),
        (
            TOPIC,
            '["YIJ78"]',
            '["A FRIEND"]',
            '["YIJ78", "FAS"]',
            "statements.call-115.sources: “A FRIEND” is not known",
        ),
        (
            "shelter-tonight/fr.toml",
            "[statements.call-115]",
            "[statements.call-119]",
            "[statements.call-115]",
            "call-119",
        ),
        (TOPIC, '"asylum_refused"', '"others"', '"asylum_refused"', "“others” is not known"),
    ],
    ids=["no source", "an unknown source", "an unknown statement", "unknown people"],
)
def test_a_reference_that_leads_nowhere(
    file: str, old: str, wrong: str, right: str, said: str, before: list[Finding], spoil: Spoil
):
    found = new(spoil(file, old, wrong), before)
    assert [one for one in found if one.kind == "file" and said in one.sentence]
    if wrong:
        mended = spoil(file, wrong, right)
        assert [one for one in new(mended, before) if one.kind == "file"] == []


def test_one_broken_topic_hides_no_other(spoil: Spoil):
    spoil("day-centres/topic.toml", "slug", "slag")
    folder = spoil("shelter-tonight/fr.toml", "(48 heures)", "(72 heures)")
    found = check(folder, on=ON)
    assert {("day-centres/topic.toml", "file"), ("shelter-tonight/fr.toml", "figure")} <= {
        (one.file, one.kind) for one in found
    }


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("1 500 euros", {"1500"}),
        ("£1,500", {"1500"}),
        ("١٬٥٠٠", {"1500"}),
        ("6,80 € par jour", {"6.80"}),
        ("٢١ يومًا", {"21"}),
        ("2024-25", {"2024", "25"}),
        ("no figure", set()),
    ],
)
def test_a_figure_is_the_same_in_every_script(text: str, said: set[str]):
    assert figures(text) == said


def test_the_command_answers_programs_with_json_and_2(a_folder: Path, capsys: pytest.CaptureFixture[str]):
    (a_folder / "day-centres" / "ar.toml").unlink()
    assert main(["guide", "check", "--folder", str(a_folder), "--on", "2026-11-24", "--json"]) == 2
    found = json.loads(capsys.readouterr().out)
    assert {"file": "day-centres/ar.toml", "kind": "translation", "sentence": "day-centres is missing in ar."} in found


def test_the_command_is_content_with_a_guide_in_order(a_folder: Path, capsys: pytest.CaptureFixture[str]):
    for topic in [path for path in a_folder.iterdir() if path.is_dir() and path.name != "day-centres"]:
        shutil.rmtree(topic)
    for language in ("fa", "ps", "ckb", "ti", "am", "so", "vi", "tr"):
        shutil.copy(a_folder / "day-centres" / "ar.toml", a_folder / "day-centres" / f"{language}.toml")
    left = [one for one in check(a_folder, on=ON) if one.kind not in {"source", "reading age"}]
    assert left == []


def test_a_folder_that_is_none_is_one_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    assert main(["guide", "check", "--folder", str(tmp_path / "none")]) == 2
    assert "is no folder" in capsys.readouterr().err
