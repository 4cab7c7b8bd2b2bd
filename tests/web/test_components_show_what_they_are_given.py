"""The shared pieces of every page: tiles, keys, codes, moments, charts."""

import re
from datetime import UTC, datetime

import pytest
from django.template import Context, Template
from django.template.loader import render_to_string
from django.utils import translation

from halte.web import samples
from halte.web.charts import bar_chart
from halte.web.offers import Offer, OfferAction, Pill


def rendered(text, **context):
    return Template("{% load halte %}" + text).render(Context(context))


def tile(*actions, pill=None):
    offer = Offer("meal", "Meal", "meal", ["Evening meal <17:05."], pill, list(actions))
    return render_to_string("web/_partials/tile.html", {"offer": offer})


def test_a_possible_act_is_a_form_with_its_own_retry_key():
    page = tile(OfferAction("Give", "/give/", {"kind": "meal"}), OfferAction("Give two", "/give/"))

    keys = re.findall(r'name="key" value="([0-9a-f-]{36})"', page)
    assert len(set(keys)) == 2
    assert 'action="/give/"' in page
    assert 'name="kind" value="meal"' in page


def test_a_greyed_act_says_why_and_cannot_be_pressed():
    page = tile(OfferAction("Give a meal", "/give/", possible=False, why_not="Already today"))

    assert "Already today" in page
    assert "<button" not in page
    assert "<form" not in page


def test_what_a_service_says_is_text_and_never_markup():
    page = tile(pill=Pill("wait", "<b>soon</b>"))

    assert "Evening meal &lt;17:05." in page
    assert "&lt;b&gt;soon&lt;/b&gt;" in page


@pytest.mark.parametrize("code", ["K7M4QX9", "K7M-4QX-9", "k7m4qx9"])
def test_a_spoken_code_is_written_in_threes_and_left_to_right(code):
    assert rendered("{{ code|spoken }}", code=code) == '<bdi class="spoken" dir="ltr">K7M-4QX-9</bdi>'


def test_a_list_says_as_of_which_moment_on_the_clock_of_the_place():
    assert ">as of 17:42<" in rendered("{% as_of at %}", at=datetime(2014, 11, 24, 16, 42, tzinfo=UTC))


def test_every_retry_key_is_new():
    first, second = rendered("{% retry_key %}|{% retry_key %}").split("|")

    assert first != second


def test_what_cannot_be_undone_says_so_and_works_without_a_script():
    page = rendered('{% held "Erase" words="Everything about this card goes." %}')

    assert "Everything about this card goes." in page
    assert re.search(r'<input type="checkbox"\s+name="held"\s+value="yes"\s+required', page)
    assert "data-held-hint hidden" in page


def test_a_chart_has_a_table_behind_it_and_numbers_svg_understands():
    chart = bar_chart(
        title="Arrivals", along="Hour", counted="People", labels=["9 h", "10 h"], values=[1234, 0], usual=[600, 5]
    )
    with translation.override("fr"):
        page = render_to_string("web/_partials/bar_chart.html", {"chart": chart})

    assert page.count("<rect") == 2
    assert "<table>" in page
    assert all(re.fullmatch(r"-?\d+", number) for number in re.findall(r' (?:x|y|width|height)="([^"]*)"', page))
    assert "aria-label" in page


def test_a_chart_of_nothing_is_no_defect():
    chart = bar_chart(title="Arrivals", along="Hour", counted="People", labels=[], values=[])

    assert chart.bars == []
    assert chart.usual == ""


@pytest.mark.parametrize("name", sorted(samples.SCREENS))
def test_the_style_guide_shows_each_screen_in_its_language(rf, name):
    from halte.web.views import screen

    page = screen(rf.get("/"), name).content.decode()

    arabic = samples.SCREENS[name] == "ar"
    assert ('dir="rtl"' in page.split(">")[1]) == arabic or f'lang="{samples.SCREENS[name]}"' in page
    assert page.count("<h1") == 1


def test_a_guest_page_has_no_script_and_ends_with_the_promise(rf):
    from halte.web.views import screen

    page = screen(rf.get("/"), "card").content.decode()

    assert "<script" not in page
    assert "csrfmiddlewaretoken" not in page
    for words in ("No name.", "Not police.", "Erase me."):
        assert words in page.split("</main>")[1]


def test_htmx_may_neither_evaluate_nor_remember(rf):
    from halte.web.views import screen

    page = screen(rf.get("/"), "desk").content.decode()

    for setting in ('"allowEval":false', '"allowScriptTags":false', '"includeIndicatorStyles":false'):
        assert setting in page
    assert '"historyCacheSize":0' in page
    assert '"selfRequestsOnly":true' in page
    assert page.index("web/halte.js") < page.index("htmx-2")


def test_a_tile_with_more_than_four_buttons_keeps_three_and_folds_the_rest():
    four, five = ([OfferAction(f"Act {number}", f"/{number}/") for number in range(many)] for many in (4, 5))

    assert "<details>" not in tile(*four)
    on_tile, _summary, behind = tile(*five).partition("<summary>More</summary>")
    assert [f'action="/{number}/"' in on_tile for number in range(5)] == [True, True, True, False, False]
    assert [f'action="/{number}/"' in behind for number in (3, 4)] == [True, True]
