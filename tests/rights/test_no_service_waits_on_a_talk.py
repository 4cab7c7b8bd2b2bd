"""No bed, meal or help depends on a talk: nothing outside the talks reads who or how many listened."""

import ast
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import pytest
from django.apps import apps
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from halte.accounts.actor import Actor
from halte.accounts.roles import Role
from halte.common.retry import RetryKey
from halte.guests.models import Guest
from halte.rights.models import FactSheet, Headcount, Question, Talk
from halte.rights.talks import queries
from halte.sites.models import Bed, Room, Site
from tests.guards.askers import browser
from tests.guards.made_for_others import talk as a_talk

HOUSE = Path(__file__).resolve().parent.parent.parent / "halte"
TALKS = {"halte.rights.talks", "halte.rights.models.talks"}
TABLES = {model._meta.db_table for model in (Talk, Headcount, FactSheet, Question)}
NAMES = {"Talk", "Headcount", "FactSheet", "Question"}
WIRING = {"config/urls.py", "config/jobs/noons.py", "config/static_guide.py", "config/demo/talks.py"}
"""Addresses, the job that forgets questions, the guide as files, and the demo: none of them serves a guest."""


def reads_talks(source: str) -> bool:
    """Whether a module imports anything of talks, or names one of their tables."""
    return any(_reads_talks(node) for node in ast.walk(ast.parse(source)))


def _reads_talks(node: ast.AST) -> bool:
    if isinstance(node, ast.ImportFrom) and node.module:
        names = {alias.name for alias in node.names}
        whole = {node.module} | {f"{node.module}.{name}" for name in names}
        of_talks = any(one == talks or one.startswith(f"{talks}.") for one in whole for talks in TALKS)
        return of_talks or (node.module.startswith("halte.rights") and bool(names & NAMES))
    if isinstance(node, ast.Import):
        return any(alias.name.startswith("halte.rights") for alias in node.names)
    return isinstance(node, ast.Constant) and node.value in {*TABLES, "rights.Talk", "rights.Headcount"}


def modules() -> Iterator[tuple[str, str]]:
    for path in sorted(HOUSE.glob("**/*.py")):
        name = path.relative_to(HOUSE).as_posix()
        if not name.startswith("rights/"):
            yield name, path.read_text(encoding="utf-8")


def test_no_module_outside_the_guide_reads_a_talk():
    assert {name for name, source in modules() if reads_talks(source)} <= WIRING


@pytest.mark.parametrize(
    "source",
    [
        "from halte.rights.talks import queries",
        "from halte.rights.models import Page, Headcount",
        "from halte.rights.talks.queries import heads",
        "import halte.rights.talks.queries",
        "table = 'rights_headcount'",
    ],
)
def test_a_module_that_did_would_be_found(source: str):
    assert reads_talks(source)


def test_no_table_points_at_a_talk_and_no_talk_at_a_guest():
    for model in apps.get_models():
        for field in model._meta.get_fields():
            target = getattr(field, "related_model", None)
            if target in (Talk, Headcount, Question, FactSheet) and not field.auto_created:
                assert model._meta.app_label == "rights", model
            if model in (Talk, Headcount, Question, FactSheet) and not getattr(field, "auto_created", False):
                assert target is None or target._meta.app_label in {"rights", "sites"}, field


@pytest.mark.django_db
def test_scan_bed_and_blanket_ask_no_table_of_talks(
    calais: Site, greeter: Actor, a_guest: Callable[..., Guest], now: datetime
):
    a_talk(calais, now)
    room = Room.objects.create(site=calais, code="1", kind="men", legal_maximum=2)
    Bed.objects.create(site=calais, room=room, label="1")
    guest = a_guest()
    page = browser(calais, Role.MANAGER)

    with CaptureQueriesContext(connection) as asked:
        page.get(reverse("desk:guest", args=[guest.id]))
        page.get(reverse("nights:tonight"))
        page.post(reverse("nights:want_bed", args=[calais.tonight(now), guest.id]), {"key": str(RetryKey.new().value)})
        page.get(reverse("goods:give", args=[guest.id]))
    with CaptureQueriesContext(connection) as of_talks:
        queries.talks(greeter)

    assert len(asked) > 10
    assert not names_a_table(asked)
    assert names_a_table(of_talks), "what reads a talk would be seen"


def names_a_table(asked: CaptureQueriesContext) -> bool:
    return any(f'"{table}"' in query["sql"] for query in asked.captured_queries for table in TABLES)
