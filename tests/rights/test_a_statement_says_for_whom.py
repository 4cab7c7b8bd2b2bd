"""Nobody takes for theirs what holds for others: a statement says in the reader's language for whom it holds."""

import re
import tomllib
from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client

from halte.common import languages
from halte.rights.actions import Loaded
from halte.rights.files import CONTENT
from halte.rights.models import Statement
from halte.rights.rules import APPLIES_TO
from halte.rights.whom import WHOM, in_words

pytestmark = pytest.mark.django_db


def read(client: Client, address: str) -> str:
    return client.get(address).content.decode()


def test_every_code_has_words_in_all_eleven_languages():
    assert set(WHOM) == {language.code for language in languages.ALL}
    for code, table in WHOM.items():
        assert set(table) == {"label", *APPLIES_TO} - {"everyone"}, code
        assert all(word.strip() for word in table.values()), code
        assert table["label"].count("{whom}") == 1, code
    assert tomllib.loads((CONTENT / "whom.toml").read_text(encoding="utf-8")) == WHOM


def test_what_holds_for_everyone_says_nothing_more():
    assert in_words(["everyone"], "en") == ""
    assert in_words(["families", "women"], "fr") == "Pour\N{NO-BREAK SPACE}: familles · femmes"


def test_it_stands_beside_the_statement_and_beside_no_other(a_few_topics: Loaded, client: Client):
    """One statement of the page on shelter concerns people whose asylum was refused, the others concern everyone."""
    for language, said in (("en", "For: people whose asylum was refused"), ("ar", "لمن: من رُفض طلب لجوئه")):
        page = read(client, f"/guide/{language}/shelter-tonight/")
        assert page.count(said) == 1
        [statement] = [part for part in page.split('<div class="say') if said in part]
        assert Statement.objects.get(code="asylum-refused").law in statement
        assert said not in page.partition("<h2")[0]


def test_a_page_that_is_for_the_same_people_throughout_says_it_once(
    a_few_topics: Loaded, client: Client, on_day: Callable[[date], None]
):
    Statement.objects.filter(topic__slug="day-centres").update(applies_to=["minors"])
    for address in ("/guide/fr/day-centres/", "/guide/fr/day-centres/poster/"):
        page = read(client, address)
        assert page.count("Pour\N{NO-BREAK SPACE}: moins de 18 ans") == 1
        assert re.search(r"</(?:h1|div)>\s*<p>[^<]*</p>\s*<p[^>]*>(<b>)?Pour\xa0: moins de 18 ans", page)
