"""A guest with a small phone and no patience for scripts reads their rights, right to left."""

from datetime import date

import pytest

from halte.common.retry import RetryKey
from halte.rights.actions import load_guide
from halte.rights.words import WORDS

ONE_ROUND_TRIP = 14 * 1024
SHELTER = "/guide/ar/shelter-tonight/"


@pytest.fixture(autouse=True)
def guide(coordinator, dunkirk, now, monkeypatch):
    monkeypatch.setattr("django.utils.timezone.localdate", lambda *_when: date(2026, 11, 24))
    load_guide(actor=coordinator, at=now, key=RetryKey.new())


@pytest.fixture
def phone(browse):
    return browse(width=360, language="ar", scripts=False)


def test_the_phone_is_led_to_arabic_and_reads_from_right_to_left(phone):
    phone.open("/guide/")

    assert phone.page.url.endswith("/guide/ar/")
    assert phone.page.locator("html").get_attribute("dir") == "rtl"
    assert phone.page.locator("html").get_attribute("lang") == "ar"
    assert phone.page.locator("main").evaluate("main => getComputedStyle(main).direction") == "rtl"
    heading, main = phone.page.locator("h1").bounding_box(), phone.page.locator("main").bounding_box()
    assert heading["x"] + heading["width"] == pytest.approx(main["x"] + main["width"] - 18, abs=2)
    phone.is_calm()


def test_one_press_calls_115_and_the_number_reads_from_left_to_right(phone):
    phone.open(SHELTER)

    call = phone.page.locator("a[href='tel:115']").first
    assert call.is_visible()
    assert call.bounding_box()["height"] >= 48
    assert call.locator("bdi").inner_text() == "115"


def test_the_page_says_where_it_comes_from_and_what_nobody_has_checked_yet(phone):
    phone.open(SHELTER)
    words = WORDS["ar"]
    said = phone.page.locator("body").inner_text()

    assert words.sources in said
    assert phone.page.locator("#sources ~ ol a[href^='https://']").count() > 0
    for link in phone.page.locator(".from a").all():
        assert phone.page.locator(link.get_attribute("href")).count() == 1
    assert words.not_reviewed in said
    assert words.no_lawyer in said
    assert words.checked.partition("{")[0].strip() in said
    for promise in (words.no_name, words.not_police, words.erase_me):
        assert promise in said


def test_nothing_hangs_over_the_edge_of_a_small_phone(phone):
    for width in (360, 320):
        phone.page.set_viewport_size({"width": width, "height": 640})
        for path in ("/guide/ar/", SHELTER, "/guide/ar/asylum-apply/", "/guide/fr/asylum-apply/"):
            phone.open(path)
            assert phone.page.evaluate("document.documentElement.scrollWidth") <= width, path


@pytest.mark.parametrize("scripts", [False, True], ids=["without scripts", "with scripts"])
def test_the_first_page_fits_one_round_trip_and_leaves_no_cookie(browse, scripts):
    phone = browse(width=360, language="ar", scripts=scripts)
    wire = phone.page.context.new_cdp_session(phone.page)
    wire.send("Network.enable")
    received = []
    wire.on("Network.loadingFinished", lambda loaded: received.append(loaded["encodedDataLength"]))

    phone.open(SHELTER)
    phone.page.wait_for_load_state("networkidle")

    assert received
    assert sum(received) <= ONE_ROUND_TRIP
    assert phone.page.context.cookies() == []
    assert phone.page.evaluate("document.cookie") == ""
    phone.is_calm()


def test_a_page_reads_the_same_without_scripts_and_with_them(browse, phone):
    phone.open(SHELTER)
    scripted = browse(width=360, language="ar")
    scripted.open(SHELTER)

    assert phone.page.locator("body").inner_text() == scripted.page.locator("body").inner_text()
