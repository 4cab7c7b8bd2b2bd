"""`halte plan-night` prints a plan for a good file and one sentence for a bad one (docs/reference/plan-night.md)."""

import json

import pytest

from halte.config.cli import main

ROOM = {"id": "14", "kind": "men", "beds": 1, "maximum": 6}
PARTY = {"id": "a", "people": [{"counted": "man"}]}


@pytest.fixture
def planned(tmp_path, capsys):
    """Plan what a file says; gives the exit code, what was printed, and what was said about mistakes."""

    def run(night, *options):
        file = tmp_path / "night.json"
        file.write_text(night if isinstance(night, str) else json.dumps(night))
        code = main(["plan-night", str(file), *options])
        said = capsys.readouterr()
        return code, said.out, said.err

    return run


def test_each_party_is_answered_and_each_goal_shown_beside_its_bound(planned):
    code, out, _err = planned({"format": 1, "rooms": [ROOM], "parties": [PARTY, PARTY | {"id": "b", "asked": 2}]})

    assert code == 0
    assert [line.split()[:3] for line in out.splitlines()[:2]] == [["a", "14", "room_for_them"], ["b", "-", "full"]]
    assert ["placed_in_turn", "1", "1", "0.00%"] in [line.split() for line in out.splitlines()]


def test_the_json_says_the_same_as_the_table(planned):
    code, out, _err = planned({"format": 1, "rooms": [ROOM], "parties": [PARTY]}, "--json")

    found = json.loads(out)
    assert code == 0
    assert found["placed"] == [{"party": "a", "rooms": ["14"], "why": "room_for_them", "about": ["men"]}]
    assert found["gap"] == 0


@pytest.mark.parametrize(
    ("night", "place"),
    [
        ("{", "The file: "),
        ({"rooms": [], "parties": []}, "format: "),
        ({"format": 1, "rooms": [ROOM | {"kind": "mixed"}], "parties": []}, "rooms[0].kind: "),
        ({"format": 1, "rooms": [ROOM | {"beds": -1}], "parties": []}, "rooms[0].beds: "),
        ({"format": 1, "rooms": [ROOM | {"lower": 2}], "parties": []}, "rooms[0]: has more lower bunks"),
        ({"format": 1, "rooms": [ROOM, ROOM], "parties": []}, "The file: has 2 room entries with the id '14'"),
        ({"format": 1, "rooms": [], "parties": [PARTY | {"people": []}]}, "parties[0].people: "),
        ({"format": 1, "rooms": [], "parties": [PARTY | {"name": "x"}]}, "parties[0].name: "),
        ({"format": 1, "rooms": [], "parties": [PARTY | {"apart_from": ["z"]}]}, "The file: names the party 'z'"),
    ],
)
def test_a_malformed_file_gets_one_sentence_that_names_the_place_in_it(planned, night, place):
    code, out, err = planned(night)

    assert (code, out) == (2, "")
    assert f"night.json: {place}" in err
    assert len(err.splitlines()) == 1


def test_a_file_that_is_not_there_gets_one_sentence(tmp_path, capsys):
    code = main(["plan-night", str(tmp_path / "none.json")])

    assert code == 2
    assert "cannot be read" in capsys.readouterr().err
