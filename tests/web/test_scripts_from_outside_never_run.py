"""Under our policy and Trusted Types: swaps work, scripts in them do not, and what is held is held for two seconds."""

from pathlib import Path
from urllib.parse import urlsplit

import pytest
from django.conf import settings
from django.contrib.staticfiles import finders
from django.template import Context, Template

from tests.chromium import CHROMIUM

HOUSE = "http://localhost:8000"
PAGE = """{% extends "web/base.html" %}
{% block worker %}data-worker="/worker.js"{% endblock %}
{% block content %}
  <h1>Test</h1>
  {% include "web/_partials/scan.html" with url="/scan/" %}
  <button type="button" id="good" hx-get="/good/" hx-target="#here">good</button>
  <button type="button" id="bad" hx-get="/bad/" hx-target="#here">bad</button>
  <button type="button" id="whole" hx-get="/" hx-select="h1" hx-target="#here">whole</button>
  <div id="here"></div>
  <form action="/erased/" method="get">{% held "Erase" words="Everything goes." %}</form>
{% endblock %}"""
ANSWERS = {
    "/good/": "<p id='came'>came <b>in</b></p>",
    "/bad/": "<p id='came'><img src='x' onerror='document.title = 1'></p>",
    "/erased/": "<!doctype html><html lang=en><title>Erased</title><h1>Erased</h1>",
    "/scan/": "<!doctype html><html lang=en><title>Scanned</title><h1>Scanned</h1>",
}
KINDS = {".js": "text/javascript", ".css": "text/css", ".svg": "image/svg+xml"}
SETS_MARKUP = "markup => { const box = document.createElement('div'); box.innerHTML = markup; return box.innerHTML }"
SETS_ADDRESS = "address => { const script = document.createElement('script'); script.src = address; return true }"

pytestmark = [pytest.mark.browser, pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not installed")]


def policy():
    directives = settings.CONTENT_SECURITY_POLICY["DIRECTIVES"]
    return "; ".join(f"{name} {' '.join(values)}" for name, values in directives.items())


def answer(route):
    path = urlsplit(route.request.url).path
    if path.startswith("/static/"):
        found = finders.find(path.removeprefix("/static/"))
        route.fulfill(body=Path(found).read_bytes(), content_type=KINDS[Path(found).suffix])
        return
    body = ANSWERS.get(path) or Template(PAGE).render(Context())
    route.fulfill(body=body, content_type="text/html; charset=utf-8", headers={"Content-Security-Policy": policy()})


@pytest.fixture
def page(chromium):
    opened = chromium.new_page()
    opened.route("**/*", answer)
    opened.goto(HOUSE + "/")
    opened.wait_for_function("window.htmx !== undefined")
    yield opened
    opened.close()


def refused(page, script, argument):
    from playwright.sync_api import Error

    try:
        page.evaluate(script, argument)
    except Error:
        return True
    return False


def test_a_part_of_a_page_comes_in(page):
    page.click("#good")

    assert page.inner_text("#came") == "came in"


def test_a_part_that_carries_code_stays_out_and_the_person_is_told(page):
    page.click("#bad")

    page.wait_for_selector("#messages .error")
    assert page.inner_html("#here") == ""


def test_a_whole_page_of_ours_may_give_a_part(page):
    page.click("#whole")

    page.wait_for_selector("#here h1")


@pytest.mark.parametrize(
    "markup",
    [
        "<script>1</script>",
        "<script src='/worker.js'></script>",
        "<script src='https://elsewhere.example/x.js'></script>",
        "<p onclick='1'>x</p>",
        "<svg onload='1'></svg>",
        "<a href='javascript:1'>x</a>",
        "<a href=' java\nscript:1'>x</a>",
        "<form action='JaVaScRiPt:1'></form>",
        "<svg><a xlink:href='javascript:1'>x</a></svg>",
        "<iframe srcdoc='x'></iframe>",
        "<object data='/x'></object>",
        "<base href='https://elsewhere.example/'>",
        "<meta http-equiv='refresh' content='0;url=/x'>",
        "<template><p onclick='1'>x</p></template>",
        "<template><template><script>1</script></template></template>",
        "<p hx-on:click='1'>x</p>",
    ],
)
def test_markup_with_code_is_refused(page, markup):
    assert refused(page, SETS_MARKUP, markup)


@pytest.mark.parametrize("markup", ["<p class='x'>hello</p>", "<tr><td>1</td></tr>", "<a href='/desk/'>desk</a>"])
def test_plain_markup_comes_in(page, markup):
    assert not refused(page, SETS_MARKUP, markup)


def test_only_our_worker_is_a_script_address(page):
    assert not refused(page, SETS_ADDRESS, "/worker.js")
    assert refused(page, SETS_ADDRESS, "/static/web/halte.js")
    assert refused(page, SETS_ADDRESS, "https://elsewhere.example/worker.js")


def test_a_scanner_types_into_the_scan_field_wherever_the_focus_was(page):
    page.focus("#good")
    page.keyboard.type("K7M4QX9")

    assert page.input_value("#scan") == "K7M4QX9"


def test_what_cannot_be_undone_happens_after_two_seconds_and_not_before(page):
    button = page.locator("[data-held] button")
    box = button.bounding_box()
    page.mouse.move(box["x"] + 20, box["y"] + 20)

    page.mouse.down()
    page.wait_for_timeout(700)
    page.mouse.up()
    assert page.url == HOUSE + "/"

    page.mouse.down()
    page.wait_for_url("**/erased/?held=yes")


def test_a_switch_or_a_voice_that_cannot_hold_gets_the_tick(page):
    page.evaluate("document.querySelector('[data-held] button').click()")

    assert page.is_visible("[data-held-tick]")
    assert page.url == HOUSE + "/"
