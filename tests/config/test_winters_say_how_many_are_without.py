"""`halte simulate season` answers how many would be without a place, and says what it rests on."""

import itertools
import json
from dataclasses import replace
from xml.etree import ElementTree

import pytest

from halte.config.cli import main
from halte.config.simulate.winter import NIGHTS, Asked, Assumptions, asked, one_night, winters


def test_the_same_seed_is_the_same_winter_and_another_is_another():
    given = Assumptions()

    assert list(asked(1, given)) == list(asked(1, given))
    assert list(asked(1, given)) != list(asked(2, given))
    assert len(list(asked(1, given))) == NIGHTS


def test_more_beds_never_leave_more_people_without_a_place():
    found = [winters(beds, number=20, seed=3, given=Assumptions()) for beds in range(0, 1200, 150)[1:]]

    for fewer, more in itertools.pairwise(found):
        assert more.without[0] <= fewer.without[0]
        assert more.worst[2] <= fewer.worst[2]
        assert more.nights[0] <= fewer.nights[0]


def test_in_frost_more_people_ask_than_on_a_mild_night():
    nights = [night for seed in range(20) for night in asked(seed, Assumptions(drift=0, shock_chance=0, wave_chance=0))]
    frost = [sum(night.wanted.values()) for night in nights if night.felt <= -5]
    mild = [sum(night.wanted.values()) for night in nights if night.felt >= 5]

    assert min(len(frost), len(mild)) > 20
    assert sum(frost) / len(frost) > 3 * sum(mild) / len(mild)


def test_a_bed_for_men_is_no_bed_for_a_family():
    only_men = Assumptions(rooms={"men": 1.0, "women": 0.0, "family": 0.0, "minors": 0.0})

    assert winters(5000, number=20, seed=1, given=only_men).without[0] > 0


def test_the_command_prints_each_number_of_beds_with_its_interval(capsys):
    code = main(["simulate", "season", "--winters", "20", "--beds", "300", "400"])

    said = capsys.readouterr().out
    assert code == 0
    assert [line.split()[0] for line in said.splitlines() if "%" in line] == ["300", "400"]


def test_the_json_names_every_assumption(capsys):
    main(["simulate", "season", "--winters", "20", "--json", "--people", "700"])

    found = json.loads(capsys.readouterr().out)
    assert found["assumptions"]["people"] == 700
    assert [one["beds"] for one in found["beds"]] == [300, 400, 500]


def test_the_chart_is_a_picture_that_says_its_figures(capsys, tmp_path):
    picture = tmp_path / "season.svg"

    code = main(["simulate", "season", "--winters", "20", "--beds", "400", "300", "400", "--chart", str(picture)])

    rows = [line.split() for line in capsys.readouterr().out.splitlines() if "%" in line]
    written = [text.text for text in ElementTree.parse(picture).iter("{http://www.w3.org/2000/svg}text")]
    assert code == 0
    assert [row[0] for row in rows] == ["300", "400"]
    assert all(f"{row[0]} beds" in written and " ".join(row[1:5]) in written for row in rows)


def test_beds_of_those_who_did_not_come_help_whoever_is_still_there():
    """Ten want one of five beds; two of the five do not come, and of five who wait two take a bed."""
    only_men = Assumptions(by_the_hour=1.0, accepted=0.4, asking={"men": 1.0}, rooms={"men": 1.0})
    night = Asked(felt=0, wanted={"men": 10}, wet={"men": 0}, absent=0.4)

    assert one_night(night, 5, only_men) == (3, 5)
    assert one_night(night, 5, replace(only_men, accepted=0.0)) == (5, 3)


def test_the_wet_of_the_night_have_what_is_left():
    only_men = Assumptions(by_the_hour=1.0, asking={"men": 1.0}, rooms={"men": 1.0})
    night = Asked(felt=0, wanted={"men": 10}, wet={"men": 30}, absent=0.0)

    assert one_night(night, 25, only_men) == (15, 25)


@pytest.mark.parametrize(
    "wrong",
    [["--beds", "0"], ["--beds", "abc"], ["--people", "0"], ["--winters", "3"], ["--chart", "/nowhere/at/all.svg"]],
)
def test_what_cannot_be_simulated_gets_one_sentence(capsys, wrong):
    assert main(["simulate", "season", *wrong]) == 2
    assert len(capsys.readouterr().err.splitlines()) == 1
