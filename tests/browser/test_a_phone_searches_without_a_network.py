"""On the phone, without a network, the search answers as the server does; copies say when they were saved."""

import random
from datetime import date
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest

from halte.common.retry import RetryKey
from halte.config.static_guide import pages
from halte.rights.actions import load_guide
from halte.rights.finding import asked
from halte.rights.finding.measuring import with_one_typing_error
from halte.rights.queries import topics
from halte.rights.reading import READING
from halte.rights.searching import search, search_with_scores

DAY = date(2026, 11, 24)
LOOKED_AFTER = """async () => {
    const { serviceWorker } = navigator
    const taken = new Promise((done) => serviceWorker.addEventListener('controllerchange', done))
    if (!serviceWorker.controller) await taken
}"""
A_LANGUAGE = 300_000
KEPT_BYTES = """async () => {
    const kept = await caches.open('guide')
    const answers = await Promise.all((await kept.keys()).map((key) => kept.match(key)))
    const bodies = await Promise.all(answers.map((answer) => answer.arrayBuffer()))
    return bodies.reduce((sum, body) => sum + body.byteLength, 0)
}"""
KEPT = "async () => (await (await caches.open('guide')).keys()).map(({ url }) => new URL(url).pathname)"
RANKED = """async ([language, questions]) => {
    const given = await (await fetch(`/guide/${language}/search.json`)).json()
    return questions.map((question) => rankTopics(given, question).map(({ slug, score }) => [slug, score]))
}"""


@pytest.fixture(autouse=True)
def guide(coordinator, dunkirk, now, monkeypatch):
    monkeypatch.setattr("django.utils.timezone.localdate", lambda *_when: DAY)
    load_guide(actor=coordinator, at=now, key=RetryKey.new())


@pytest.mark.parametrize("language", ["fr", "ar", "ti"])
def test_the_phone_ranks_as_the_server_does_for_every_question_also_misspelt(browse, language):
    draw = random.Random(1951)
    known = [one for one in (*asked.fact_file(), *asked.in_six_others(), *asked.own()) if one.language == language]
    questions = [one.text for one in known] + [with_one_typing_error(one, draw).text for one in known]
    questions += ["", "?", "ÀÉ ı İ ß œ", "می‌خوابم کجا", "ሐኪም ዐይኒ", "đêm nay ngủ ở đâu", "x" * 300, "²③ ٣"]
    phone = browse(language=language)
    phone.open(f"/guide/{language}/search/")

    here = phone.page.evaluate(RANKED, [language, questions])

    there = [search_with_scores(language, question, DAY) for question in questions]
    assert [[slug for slug, _score in rows] for rows in here] == [[slug for slug, _score in rows] for rows in there]
    for mine, theirs in zip(here, there, strict=True):
        assert [score for _slug, score in mine] == pytest.approx([score for _slug, score in theirs], abs=2e-6)
    phone.is_calm()


def test_a_question_typed_without_a_network_is_answered_and_never_kept(browse):
    phone = browse(language="ar", width=360)
    phone.open("/guide/ar/")
    phone.page.evaluate(LOOKED_AFTER)
    phone.open("/guide/ar/search/?q=secret")
    phone.page.wait_for_function(f"async () => (await ({KEPT})()).includes('/guide/ar/search.json')")
    phone.page.context.set_offline(True)

    phone.open("/guide/ar/")
    phone.page.get_by_role("searchbox").fill("القارب يغرق")
    phone.page.keyboard.press("Enter")

    first = phone.page.locator("#found a").first
    first.wait_for()
    there = [topic.slug for topic in search("ar", "القارب يغرق", DAY)]
    assert first.get_attribute("href") == f"../{there[0]}/"
    assert phone.page.locator("#found a").count() == len(there)
    first.click()
    assert phone.page.url.endswith("/guide/ar/danger-at-sea/")
    kept = phone.page.evaluate("async () => (await (await caches.open('guide')).keys()).map(({ url }) => url)")
    assert [url for url in kept if "?" in url] == []
    phone.is_calm()


def test_a_copy_says_on_which_day_it_was_saved_and_a_fresh_page_does_not(browse):
    phone = browse(language="fr", width=360)
    phone.open("/guide/fr/")
    phone.page.evaluate(LOOKED_AFTER)
    phone.open("/guide/fr/day-centres/")
    said = READING["fr"]["saved"].partition("{")[0]
    assert phone.page.get_by_text(said).count() == 0

    phone.page.context.set_offline(True)
    phone.open("/guide/fr/day-centres/")

    assert phone.page.get_by_text(said).count() == 1
    assert phone.page.locator("html").get_attribute("data-saved")

    phone.page.context.set_offline(False)
    phone.open("/guide/fr/day-centres/")
    assert phone.page.get_by_text(said).count() == 0


def test_a_language_on_the_phone_costs_at_most_300_kilobytes_to_fetch_and_to_keep(browse, client):
    phone = browse(language="ar", width=360)
    phone.open("/guide/ar/")
    phone.page.evaluate(LOOKED_AFTER)
    phone.page.wait_for_function(f"async () => (await ({KEPT})()).includes('/guide/ar/search.json')")
    pages = len(topics("ar"))
    phone.page.wait_for_function(f"async () => (await ({KEPT})()).length >= {pages} + 8")

    paths = phone.page.evaluate(KEPT)
    answers = [client.get(path, headers={"accept-encoding": "gzip"}) for path in paths]

    fetched = [len(b"".join(answer) if answer.streaming else answer.content) for answer in answers]
    assert len(paths) == pages + 8  # the list, places, talks, the search, its words, two scripts, the sign of the tab
    assert sum(fetched) <= A_LANGUAGE
    assert phone.page.evaluate(KEPT_BYTES) <= A_LANGUAGE


@pytest.fixture
def plain_server(tmp_path):
    """The written-out guide behind the plainest of web servers."""
    for name, content in pages("http://localhost"):
        file = tmp_path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)

    class Quiet(SimpleHTTPRequestHandler):
        def log_message(self, *_words):
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(tmp_path)))
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()


def test_the_written_out_guide_is_read_and_searched_from_any_web_server_and_then_without(chromium, plain_server):
    context = chromium.new_context(locale="ar", viewport={"width": 360, "height": 700})
    page = context.new_page()
    page.goto(f"{plain_server}/guide/")
    page.locator("a[lang=ar]").first.click()
    page.evaluate(LOOKED_AFTER)
    page.wait_for_function(f"async () => (await ({KEPT})()).includes('/guide/ar/search.json')")

    for offline in (False, True):
        context.set_offline(offline)
        page.goto(f"{plain_server}/guide/ar/")
        page.get_by_role("searchbox").fill("أين أنام")
        page.keyboard.press("Enter")
        page.locator("#found a").first.click()
        assert page.url == f"{plain_server}/guide/ar/shelter-tonight/"
        assert page.locator("html").get_attribute("dir") == "rtl"
        assert page.locator("h1").inner_text()
    context.close()


def test_without_scripts_the_server_answers(browse):
    phone = browse(language="en", width=320, scripts=False)
    phone.open("/guide/en/")
    phone.page.get_by_role("searchbox").fill("i cant slep anywere tonigth")
    phone.page.keyboard.press("Enter")

    assert phone.page.locator("#found a").first.get_attribute("href") == "/guide/en/shelter-tonight/"
    assert phone.page.evaluate("document.documentElement.scrollWidth") <= 320
    phone.is_calm()
