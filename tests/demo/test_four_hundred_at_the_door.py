"""Many people, several desks, one door: nobody lost, nobody twice, also when the plug is pulled."""

import os
from pathlib import Path

import psycopg
import pytest

from halte.config.simulate.arrivals import parties
from halte.config.simulate.evening import at_our_own_house

NONE = {"lost": 0, "double_beds": 0, "double_guests": 0, "locked_errors": 0, "errors": 0, "chain_breaks": 0}
ON_POSTGRESQL = os.environ.get("HALTE_TEST_DATABASE") == "postgresql"


@pytest.fixture
def its_own_database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A new folder; on PostgreSQL also a database of its own on the tests' server."""
    if ON_POSTGRESQL:
        address = os.environ["HALTE_DATABASE"]
        name = f"evening_{tmp_path.name.replace('-', '_')}"
        with psycopg.connect(address, autocommit=True) as server:
            server.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')
            server.execute(f'CREATE DATABASE "{name}"')
        monkeypatch.setenv("HALTE_DATABASE", address.replace("/postgres?", f"/{name}?"))
    return tmp_path / "data"


def test_four_desks_let_forty_in(its_own_database: Path) -> None:
    found = at_our_own_house(its_own_database, guests=40, desks=4, seed=1)

    assert {name: found[name] for name in NONE} == NONE
    assert found["admitted"] == found["in_bed"] == 40


def test_nothing_is_lost_when_the_plug_is_pulled(its_own_database: Path) -> None:
    found = at_our_own_house(its_own_database, guests=40, desks=4, seed=2, kills=2)

    assert found["kills"] == 2
    assert {name: found[name] for name in NONE} == NONE
    assert found["admitted"] == found["in_bed"] == 40


@pytest.mark.slow
def test_more_guests_than_beds_are_refused_with_reasons(its_own_database: Path) -> None:
    found = at_our_own_house(its_own_database, guests=520, desks=8, seed=3)

    assert {name: found[name] for name in NONE} == NONE
    assert (
        found["admitted"] + sum(number for code, number in found["refused"].items() if code.startswith("nights."))
        == 520
    )
    assert found["refused"]["nights.no_bed_fits"] > 0


def test_the_same_seed_is_the_same_evening() -> None:
    assert parties(100, 5) == parties(100, 5) != parties(100, 6)
    assert sum(len(party.members) for party in parties(400, 5)) == 400
