"""Half an hour without power: the door goes on with paper, and everything is entered: nothing lost, nobody twice."""

from pathlib import Path

import pytest

from halte.config.simulate.arrivals import Comer, Party
from halte.config.simulate.outage import Sheets, without_power
from tests.demo.test_four_hundred_at_the_door import NONE, its_own_database

__all__ = ["its_own_database"]


def without_loss(found: dict[str, object]) -> dict[str, object]:
    return {name: found[name] for name in [*NONE, "undecided", "lines_refused"]}


def test_forty_come_and_the_power_goes_in_the_middle(its_own_database: Path) -> None:
    found = without_power(its_own_database, guests=40, desks=4, seed=5, minutes=30)

    assert without_loss(found) == NONE | {"undecided": 0, "lines_refused": 0}
    assert found["admitted"] == found["in_bed"] == 40
    assert found["written"] > 0
    assert found["clashes"] == found["decided"]
    assert found["paper_lines"].get("known", 0) == found["entered_twice"]


@pytest.mark.slow
def test_four_hundred_come_and_the_power_goes_in_the_middle(its_own_database: Path) -> None:
    found = without_power(its_own_database, guests=400, desks=8, seed=2014, minutes=30)

    assert without_loss(found) == NONE | {"undecided": 0, "lines_refused": 0}
    assert found["clashes"] == found["decided"] > 0


def test_a_bed_on_a_sheet_is_given_once() -> None:
    rows = "".join(f'<tr data-free><th scope="row" class="num">101-{number}</th></tr>' for number in (1, 2))
    page = f'<table class="sheet-table room-on-paper" data-for="men">{rows}</table>'
    alone = Party(1, (Comer("", "man", known=False),))

    sheets = Sheets.read(page)

    assert [sheets.give(alone), sheets.give(alone), sheets.give(alone)] == [["101-1"], ["101-2"], []]
