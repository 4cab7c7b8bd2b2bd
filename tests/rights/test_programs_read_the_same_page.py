"""The API gives the page that guests read, with what stands behind each statement."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from ninja.testing import TestClient

from halte.rights.api import router

api = TestClient(router)


@pytest.fixture
def page(guide: object) -> dict[str, Any]:
    answer = api.get("/guide/ar/shelter-tonight")
    assert answer.status_code == 200
    found: dict[str, Any] = answer.json()
    return found


def test_a_page_comes_with_statements_sources_and_dates(page: dict[str, Any]) -> None:
    first = page["statements"][0]

    assert (page["topic"], page["language"], page["direction"]) == ("shelter-tonight", "ar", "rtl")
    assert page["translation"] == "unchecked"
    assert page["languages"][:3] == ["fr", "en", "ar"]
    assert page["label"]
    assert (first["id"], first["phone"], first["showing"]) == ("call-115", "115", "certain")
    assert (first["checked_on"], first["show_until"], first["danger_if_wrong"]) == (
        "2026-11-23",
        "2027-01-31",
        "serious",
    )
    assert first["approved_by"] == ""
    assert page["sources"][first["sources"][0] - 1]["date"] == "undated"


def test_an_expired_statement_comes_without_its_words(page: dict[str, Any], on_day: Callable[[date], None]) -> None:
    on_day(date(2027, 2, 1))

    first = api.get("/guide/ar/shelter-tonight").json()["statements"][0]

    assert (first["id"], first["showing"]) == ("call-115", "ask_us")
    assert (first["text"], first["more"], first["phone"], first["law"], first["sources"]) == ("", "", "", "", [])


@pytest.mark.parametrize("address", ["/guide/en/nothing", "/guide/xx/day-centres", "/guide/en/a%00b"])
def test_a_page_that_is_not_there_is_a_documented_404(address: str, guide: object) -> None:
    answer = api.get(address)

    assert answer.status_code == 404
    assert answer.json()["code"] == "rights.no_such_page"


def test_the_404_stands_in_the_schema() -> None:
    [operation] = router.path_operations["/guide/{language}/{topic}"].operations

    assert set(operation.response_models) == {200, 404}
    assert operation.operation_id == "guide_page"
