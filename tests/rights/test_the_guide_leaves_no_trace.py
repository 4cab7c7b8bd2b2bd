"""The guide is open to anyone, small enough for one round trip, and leaves nothing on the phone or the server."""

import gzip
import hashlib
import re
from base64 import b64encode
from collections.abc import Callable
from datetime import date
from html.parser import HTMLParser
from pathlib import Path

import pytest
from django.contrib.sessions.models import Session
from django.test import Client

import halte.rights
import halte.web
from halte.accounts.actor import Actor
from halte.accounts.models import Staff
from halte.common import languages
from halte.rights.style import CSP_HASH
from halte.rights.words import WORDS
from tests.rights.conftest import LANGUAGES, PAGES, TOPICS

pytestmark = pytest.mark.one_database

ADDRESSES = {
    language: [f"/guide/{language}/", *(f"/guide/{language}/{slug}/" for there, slug in PAGES if there == language)]
    for language in LANGUAGES
}
EVERY = [address for addresses in ADDRESSES.values() for address in addresses]
NOT_TRANSLATED = next((one.code, slug) for one in languages.ALL for slug in TOPICS if (one.code, slug) not in PAGES)
NOWHERE = ["/guide/xx/", "/guide/xx/day-centres/", "/guide/en/nothing/"]
NOT_THERE = [*NOWHERE, "/guide/{}/{}/".format(*NOT_TRANSLATED)]
ONE_ROUND_TRIP = 14 * 1024
SIGN_OF_THE_TAB = Path(halte.web.__file__).parent / "static/web/halte.svg"
SCRIPT = Path(halte.rights.__file__).parent / "static/rights/guide.js"


@pytest.mark.parametrize("addresses", [*ADDRESSES.values(), ["/guide/", *NOT_THERE]])
def test_no_cookie_is_set_and_no_session_is_opened(addresses: list[str], reader: Client) -> None:
    for address in addresses:
        answer = reader.get(address)

        assert not answer.cookies
        assert "Set-Cookie" not in answer.headers
        assert "cookie" not in answer.headers.get("Vary", "").lower()
        assert not Session.objects.exists()


def test_a_signed_in_colleague_reads_the_same_bytes_and_no_shared_cache_keeps_them(
    reader: Client, greeter: Actor
) -> None:
    before = reader.get("/guide/ar/day-centres/").content
    reader.force_login(Staff.objects.get(pk=greeter.id), backend="allauth.account.auth_backends.AuthenticationBackend")
    after = reader.get("/guide/ar/day-centres/")

    assert after.content == before
    assert after.headers["Cache-Control"] == "private, max-age=300"


@pytest.mark.parametrize("addresses", [*ADDRESSES.values(), ["/guide/", "/guide/xx/"]])
def test_a_page_with_all_it_needs_fits_one_round_trip(addresses: list[str], reader: Client) -> None:
    for address in addresses:
        answer = reader.get(address, headers={"accept-encoding": "gzip"})
        headers = sum(len(f"{name}: {value}\r\n") for name, value in answer.headers.items())
        worker = reader.get("/guide/worker.js", headers={"accept-encoding": "gzip"}).content

        beside = len(SIGN_OF_THE_TAB.read_bytes()) + len(SCRIPT.read_bytes()) + len(worker)
        assert headers + len(answer.content) + beside <= ONE_ROUND_TRIP


@pytest.mark.parametrize("addresses", [*ADDRESSES.values(), ["/guide/xx/"]])
def test_a_page_asks_for_its_one_script_and_the_sign_of_its_tab_and_nothing_else(
    addresses: list[str], reader: Client
) -> None:
    for address in addresses:
        page = reader.get(address).content.decode()
        script = re.findall(r"<script src=[^>]*></script>", page)

        assert len(script) == 1
        assert script[0].startswith('<script src="/static/rights/guide.js" defer data-worker="/guide/worker.js"')
        page = page.replace(script[0], "")

        assert re.findall(r"<link [^>]*>", page) == [
            '<link rel="icon" href="/static/web/halte.svg" type="image/svg+xml">'
        ]
        page = re.sub(r'<form class="ask" role="search" action="/guide/[a-z]+/search/" method="get">', "", page)
        assert not re.search(r"<script|<img|<iframe|<form|@import|url\(|\son\w+=|\sstyle=|src=", page)


@pytest.mark.parametrize("addresses", [*ADDRESSES.values(), ["/guide/xx/"]])
def test_its_one_style_is_allowed_by_its_hash_alone(addresses: list[str], reader: Client) -> None:
    for address in addresses:
        answer = reader.get(address)

        [style] = re.findall(r"<style>(.*?)</style>", answer.content.decode(), re.DOTALL)
        digest = b64encode(hashlib.sha256(style.encode()).digest()).decode()
        assert f"style-src 'sha256-{digest}'" in answer.headers["Content-Security-Policy"]
        assert f"'sha256-{digest}'" == CSP_HASH
        assert "unsafe" not in answer.headers["Content-Security-Policy"]


def test_the_same_tag_means_the_same_bytes(reader: Client) -> None:
    plain = reader.get("/guide/en/day-centres/")
    packed = reader.get("/guide/en/day-centres/", headers={"accept-encoding": "gzip, br"})

    assert gzip.decompress(packed.content) == plain.content
    assert packed.headers["Content-Encoding"] == "gzip"
    assert plain.headers["ETag"] != packed.headers["ETag"]
    assert not plain.headers["ETag"].startswith("W/")
    assert "accept-encoding" in plain.headers["Vary"].lower()
    again = reader.get("/guide/en/day-centres/", headers={"if-none-match": plain.headers["ETag"]})
    assert again.status_code == 304
    assert not again.content


def test_a_page_may_be_kept_by_anyone_for_a_short_while(reader: Client) -> None:
    assert reader.get("/guide/en/day-centres/").headers["Cache-Control"] == "public, max-age=300"


def test_the_tag_changes_when_a_statement_expires(reader: Client, on_day: Callable[[date], None]) -> None:
    before = reader.get("/guide/en/shelter-tonight/").headers["ETag"]
    on_day(date(2027, 1, 1))

    assert reader.get("/guide/en/shelter-tonight/").headers["ETag"] != before


def test_every_page_ends_with_the_three_promises(reader: Client) -> None:
    for address in [*EVERY, "/guide/xx/"]:
        answer = reader.get(address)
        words = WORDS[answer.headers["Content-Language"]]
        footer = answer.content.decode().rpartition("<footer")[2]
        assert f"{words.no_name} {words.not_police} {words.erase_me}</footer>" in footer


@pytest.mark.parametrize("address", NOWHERE)
def test_an_unknown_page_lists_the_topics_that_are(address: str, reader: Client) -> None:
    answer = reader.get(address)

    assert answer.status_code == 404
    for slug in TOPICS:
        assert f'href="/guide/en/{slug}/"' in answer.content.decode()


def test_a_topic_missing_in_a_language_leads_to_the_languages_it_has(reader: Client) -> None:
    language, slug = NOT_TRANSLATED
    answer = reader.get(f"/guide/{language}/{slug}/", headers={"accept-language": f"{language}, fr;q=0.5"})
    page = answer.content.decode()

    assert WORDS[answer.headers["Content-Language"]].other_language in page
    assert f'href="/guide/en/{slug}/"' in page


def test_the_worker_looks_after_the_guide_and_nothing_else(reader: Client) -> None:
    answer = reader.get("/guide/worker.js")

    assert answer.headers["Content-Type"].startswith("text/javascript")
    assert "Service-Worker-Allowed" not in answer.headers
    assert not answer.cookies
    assert 'credentials: "omit"' in answer.content.decode()


def test_a_copy_on_a_phone_knows_the_last_day_of_each_statement(reader: Client, on_day: Callable[[date], None]) -> None:
    assert 'data-until="2026-12-31"' in reader.get("/guide/en/shelter-tonight/").content.decode()
    on_day(date(2027, 1, 1))

    assert 'data-until="2026-12-31"' not in reader.get("/guide/en/shelter-tonight/").content.decode()


def test_only_reading_is_possible(reader: Client) -> None:
    assert reader.post("/guide/en/day-centres/").status_code == 405
    assert reader.head("/guide/en/day-centres/").status_code == 200


def test_an_empty_guide_still_answers(client: Client, db: None) -> None:
    assert client.get("/guide/", headers={"accept-language": "ar"}).status_code == 200
    assert client.get("/guide/en/").status_code == 404


class Tags(HTMLParser):
    """Collects the open tags of a page and checks that they close."""

    VOID = {"meta", "br", "path", "link", "input", "hr", "img"}

    def __init__(self) -> None:
        super().__init__()
        self.stack: list[str] = []
        self.ids: list[str] = []
        self.targets: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = dict(attrs)
        if (mark := told.get("id")) is not None:
            self.ids.append(mark)
        if (target := told.get("href") or "").startswith("#"):
            self.targets.append(target[1:])
        if tag not in self.VOID:
            self.stack.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        pass

    def handle_endtag(self, tag: str) -> None:
        assert self.stack.pop() == tag


@pytest.mark.parametrize("addresses", [*ADDRESSES.values(), NOT_THERE])
def test_every_tag_closes_and_every_link_inside_leads_somewhere(addresses: list[str], reader: Client) -> None:
    for address in addresses:
        tags = Tags()
        tags.feed(reader.get(address).content.decode())

        assert tags.stack == []
        assert len(tags.ids) == len(set(tags.ids))
        assert set(tags.targets) <= set(tags.ids)
