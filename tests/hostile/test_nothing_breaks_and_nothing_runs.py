"""Whatever is typed: no error of ours, nothing comes alive, what is stored is what is shown, no formula is exported.

A few values at addresses of each kind; `make hostile` asks everything (docs/hostile.md).
"""

import pytest
from django.core.cache import cache
from django.db import connection

from halte.common.text import clean
from halte.sites.models import RulesVersion
from tests.guards.addresses import addresses
from tests.hostile import controls, files
from tests.hostile.asking import Stored, attack
from tests.hostile.house import House
from tests.hostile.shown import Reading, expected, is_marked
from tests.hostile.values import CHOSEN, FEW, TEXTS

FORMS = {"desk:scan": 1, "accounts:open_tablet": 1, "tracing:write": 4, "governance:propose": 12}
"""Forms, and of the values that each field gets one in so many."""


one_database = pytest.mark.one_database


@pytest.fixture
def house(calais):
    cache.clear()
    return House(calais)


def named(name):
    return next(address for address in addresses() if address.name == name)


@pytest.mark.parametrize("name", FORMS)
def test_a_form_takes_it_as_words_or_says_why_not(house, name):
    figures = attack(house, named(name), FEW, one_in=FORMS[name])

    assert figures.cases >= len(FEW) - 2
    assert figures.wrong == {}


def test_rules_in_three_languages_are_judged_by_their_texts_and_not_by_how_a_column_holds_them(house):
    value = TEXTS["formula: quotes"]

    with connection.execute_wrapper(stored := Stored()):
        RulesVersion.objects.filter(site=house.site).update(house_rules={"en": value, "fr": "rien"})

    assert stored.texts == [value]


@one_database
def test_what_a_form_reads_is_found_by_watching_it_read_and_is_shown_as_it_was_sent(house):
    figures = attack(house, named("accounts:open_tablet"), ["markup: element"])

    assert (figures.cases, figures.stored) == (1, 1)
    assert figures.told


@one_database
def test_every_control_is_caught(house):
    caught = controls.caught(house)

    assert len(caught) == 7
    assert all(caught.values()), caught


@one_database
def test_no_spreadsheet_finds_a_formula_in_what_is_exported(house):
    assert controls.exports(house) == {}


def test_there_are_thousands_of_cases_and_forty_scripts():
    assert len(TEXTS) >= 140
    assert len(files.FILES) >= 45
    assert sum(name.startswith("script") for name in TEXTS) >= 40
    assert set(CHOSEN) < set(TEXTS)
    assert all(is_marked(value) for name, value in TEXTS.items() if name != "bytes: NUL alone" and "odd:" not in name)


def test_a_page_is_read_as_a_browser_reads_it():
    value = TEXTS["markup: image that fails"]

    assert Reading(f"<p>{value}</p>").alive
    assert Reading("<a href='javascript:1'>x</a>").alive
    assert Reading("<p title='&lt;hq7zw&gt;'>Hq7zw</p>").alive == []
    assert expected("\u202ex") is None
    assert expected(" e\u0301 ") == clean("\u00e9")
