"""Every package is pinned with its hash, may be used, and is audited; an exception has a reason and a last day."""

from dataclasses import replace
from datetime import date

import pytest

from tools import supply
from tools.supply import Rules, Suppression, acceptable, judged, out_of_date, pinned, unpinned

TODAY = date(2026, 11, 28)
HASH = "--hash=sha256:" + "0" * 64
LIVING_WITH = Suppression("GHSA-1", "django", "No page of ours uses it.", date(2027, 1, 31))


@pytest.fixture
def rules():
    return Rules(frozenset({"MIT", "Apache-2.0", "PSF-2.0"}), {})


def audited(*vulns, name="django"):
    return {"name": name, "version": "5.2.1", "vulns": list(vulns)}


def unaudited(name):
    return {"name": name, "skip_reason": "not found"}


ADVISORY = {"id": "PYSEC-9", "aliases": ["GHSA-1"], "fix_versions": ["5.2.2"]}


def test_the_files_of_this_house_pin_every_package_with_a_hash():
    for path in sorted(supply.REQUIREMENTS.glob("*.txt")):
        assert list(unpinned(path.read_text())) == []
        assert pinned(path.read_text())
        assert all(one.hashes for one in pinned(path.read_text()))


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("django>=5.2 " + HASH, "has no exact version: django>=5.2"),
        ("django==5.2.1", "has no hash: django==5.2.1"),
        ("--index-url somewhere", "names a place to download from: --index-url"),
        ("django @ ftp://somewhere/django.whl " + HASH, "names a place to download from: django"),
    ],
)
def test_what_a_requirement_leaves_open_is_said(line, said):
    assert list(unpinned(f"asgiref==3.0 \\\n    {HASH}\n    # via django\n{line}\n")) == [said]


@pytest.mark.parametrize(
    ("expression", "accepted"),
    [
        ("MIT", True),
        ("MIT AND PSF-2.0", True),
        ("SSPL-1.0 OR Apache-2.0", True),
        ("MIT AND SSPL-1.0", False),
        ("MIT AND (SSPL-1.0 OR Apache-2.0)", True),
        ("SSPL-1.0", False),
        ("", False),
    ],
)
def test_a_licence_is_accepted_only_when_every_part_of_it_is(rules, expression, accepted):
    assert acceptable(expression, rules) is accepted


def test_an_advisory_is_a_failure_that_names_its_cure(rules):
    wrong, _ = judged({"dependencies": [audited(ADVISORY)]}, rules, online=False)

    assert wrong == ["django 5.2.1: PYSEC-9 (mended in: 5.2.2)"]


def test_an_advisory_we_live_with_is_none_and_is_known_by_any_of_its_names(rules):
    rules = replace(rules, suppressions=(LIVING_WITH,))

    assert judged({"dependencies": [audited(ADVISORY)]}, rules, online=False) == ([], [])


def test_a_suppression_that_nothing_needs_is_taken_out(rules):
    rules = replace(rules, suppressions=(LIVING_WITH,))

    wrong, _ = judged({"dependencies": [audited()]}, rules, online=False)

    assert wrong == ["nothing needs the suppression of GHSA-1 any more: take it out"]


def test_a_suppression_fails_the_day_after_its_last_day(rules):
    rules = replace(rules, suppressions=(LIVING_WITH,))

    assert list(out_of_date(rules, LIVING_WITH.expires)) == []
    assert len(list(out_of_date(rules, date(2027, 2, 1)))) == 1


def test_a_suppression_without_a_reason_or_a_day_is_refused(rules, tmp_path):
    silent = replace(rules, suppressions=(replace(LIVING_WITH, reason=" "),))
    endless = tmp_path / "supply.toml"
    endless.write_text('accepted = ["MIT"]\n[[suppressions]]\nid = "GHSA-1"\npackage = "django"\nreason = "why"\n')

    assert list(out_of_date(silent, TODAY)) == ["GHSA-1 (django) gives no reason"]
    with pytest.raises(TypeError):
        Rules.read(endless)


def test_one_package_that_could_not_be_audited_is_a_failure_while_others_were(rules):
    wrong, listed = judged({"dependencies": [audited(), unaudited("segno")]}, rules, online=False)

    assert wrong == ["could not be audited: segno: not found"]
    assert listed == []


def test_without_a_network_all_are_listed_and_nothing_fails(rules):
    answer = {"dependencies": [unaudited("django"), unaudited("segno")]}

    assert judged(answer, rules, online=False) == ([], ["django: not found", "segno: not found"])
    assert len(judged(answer, rules, online=True)[0]) == 2
