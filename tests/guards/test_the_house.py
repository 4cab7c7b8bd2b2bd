"""The house: which floor may import which, and which table may point at which, held against one map."""

import subprocess
import sys
import tomllib
from pathlib import Path

import grimp
import pytest
from django.apps import apps

HOUSE = Path(__file__).resolve().parent.parent.parent
CONTRACTS = tomllib.loads((HOUSE / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"]["contracts"]
FLOORS = [frozenset(layer.replace(" ", "").split("|")) for layer in CONTRACTS[0]["layers"]]
FENCES = [
    (
        {name.removeprefix("halte.") for name in contract["source_modules"]},
        {name.removeprefix("halte.") for name in contract["forbidden_modules"]},
    )
    for contract in CONTRACTS
    if contract["type"] == "forbidden"
]


def floor_of(app: str) -> int:
    return next(number for number, floor in enumerate(FLOORS) if app in floor)


def relations() -> list[tuple[str, str, str]]:
    """Every foreign key and link of our tables: the app it stands in, the app it points at, its name."""
    found = []
    for model in apps.get_models(include_auto_created=True):
        if not model.__module__.startswith("halte."):
            continue
        for field in [*model._meta.local_fields, *model._meta.local_many_to_many]:
            if field.is_relation and field.related_model.__module__.startswith("halte."):
                name = f"{model._meta.label}.{field.name}"
                found.append((model._meta.app_label, field.related_model._meta.app_label, name))
    return found


def test_every_contract_of_imports_is_kept():
    lint = [sys.executable, "-c", "from importlinter.cli import lint_imports_command as lint; lint()", "--no-cache"]

    done = subprocess.run(lint, cwd=HOUSE, capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stdout


def test_every_app_has_its_floor_and_every_floor_its_app():
    folders = {path.parent.name for path in (HOUSE / "halte").glob("*/__init__.py")}

    assert folders == frozenset().union(*FLOORS)
    assert CONTRACTS[0]["exhaustive"]


@pytest.mark.parametrize(("here", "there", "name"), relations(), ids=lambda value: str(value))
def test_a_table_points_only_at_floors_below(here, there, name):
    if here == there:
        return
    assert floor_of(there) > floor_of(here), f"{name} points from {here} at {there}: imports do not see this, people do"


@pytest.mark.parametrize(("here", "there", "name"), relations(), ids=lambda value: str(value))
def test_no_table_reaches_over_a_fence(here, there, name):
    for sources, forbidden in FENCES:
        if here in sources:
            assert there not in forbidden, name


def test_whoever_stands_behind_the_fence_reaches_no_guest_by_any_chain_of_tables():
    points_at: dict[str, set[str]] = {}
    for here, there, _name in relations():
        points_at.setdefault(here, set()).add(there)
    for start in ("rights", "outreach", "complaints", "emergency"):
        reached, coming = set(), {start}
        while coming:
            reached |= coming
            coming = set().union(*(points_at.get(app, set()) for app in coming)) - reached
        assert "guests" not in reached, start


def test_the_fences_stand():
    assert ({"rights", "outreach", "complaints", "emergency"}, {"guests"}) in FENCES
    assert any(sources == {"funding", "governance"} and "guests" in forbidden for sources, forbidden in FENCES)


@pytest.mark.parametrize(
    ("above", "files"),
    [
        ("desk", {"offers", "queries", "actions", "refusals", "doors"}),
        ("mycard", {"offers"}),
        ("reports", {"counts"}),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_service_shows_itself_through_few_files_and_never_its_tables(above, files):
    house = grimp.build_graph("halte", cache_dir=None, exclude_type_checking_imports=True)
    services = next(floor for floor in FLOORS if "nights" in floor)
    seen = {
        name
        for module in {f"halte.{above}", *house.find_descendants(f"halte.{above}")}
        for name in house.find_modules_directly_imported_by(module)
        if name.split(".")[1] in services
    }

    assert {name.rpartition(".")[2] for name in seen} <= files
