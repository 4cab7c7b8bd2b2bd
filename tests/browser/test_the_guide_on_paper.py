"""A page of the guide as a leaflet, A4 or A6: what one can press is gone, what one must know stays."""

from datetime import date, time

import pytest

from halte.common.retry import RetryKey
from halte.rights.actions import load_guide
from halte.rights.places.actions import publish
from halte.sites.models import Hours, Site
from tests.rights.a_house import HOUSE

A4, A6 = 794, 397


@pytest.fixture(autouse=True)
def guide(coordinator, dunkirk, now, monkeypatch):
    monkeypatch.setattr("django.utils.timezone.localdate", lambda *_when: date(2026, 11, 24))
    load_guide(actor=coordinator, at=now, key=RetryKey.new())


@pytest.mark.parametrize("width", [A4, A6])
@pytest.mark.parametrize("language", ["ar", "en", "fr"])
def test_a_leaflet_shows_number_source_and_date_in_ink_on_white(browse, width, language):
    sheet = browse(width=width, language=language, dark=True, scripts=False)
    sheet.page.emulate_media(media="print", color_scheme="dark")
    sheet.open(f"/guide/{language}/shelter-tonight/")

    page = sheet.page
    assert page.locator("a[href='tel:115']").first.is_visible()
    assert page.locator("#sources").is_visible()
    assert page.locator(".src").is_visible()
    for hidden in ("header.over", "nav", ".src .over", "main > .over"):
        assert not page.locator(hidden).first.is_visible(), hidden
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert page.evaluate("getComputedStyle(document.body).color") == "rgb(0, 0, 0)"
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    sheet.is_calm()


def test_a_leaflet_folds_to_few_pages_and_a_poster_is_one(browse):
    sheet = browse(language="ar", scripts=False)
    for path, paper, most in (("", "A4", 2), ("", "A6", 4), ("poster/", "A4", 1), ("poster/", "A6", 1)):
        sheet.open(f"/guide/ar/shelter-tonight/{path}")

        printed = sheet.page.pdf(format=paper)

        assert 1 <= printed.count(b"/Type /Page\n") <= most, (path, paper)


def test_a_poster_carries_a_code_that_leads_to_its_page(browse, live_server):
    import segno

    sheet = browse(language="en", scripts=False)
    sheet.open("/guide/en/day-centres/poster/")

    drawn = segno.make(f"{live_server.url}/guide/en/day-centres/", error="m", micro=False)
    path = sheet.page.locator("svg.qr path").get_attribute("d")
    assert path in drawn.svg_inline(omitsize=True, border=2)


def test_where_and_when_says_number_and_hours_on_paper_without_a_tap(browse, manager, calais, now, monkeypatch):
    monkeypatch.setattr("django.utils.timezone.now", lambda: now)
    Site.objects.filter(id=calais.id).update(address=HOUSE.address, town=HOUSE.town)
    Hours.objects.create(site=calais, service="", weekday=1, opens=time(17), closes=time(9))
    publish(actor=manager, told=HOUSE, at=now, key=RetryKey.new())
    sheet = browse(width=A6, language="ar", scripts=False)
    sheet.open("/guide/ar/places/")
    week, way = sheet.page.locator("dl dd"), sheet.page.locator("details ol li").first
    assert not week.is_visible()
    assert not way.is_visible()

    sheet.page.emulate_media(media="print")

    assert week.is_visible()
    assert way.is_visible()
    assert sheet.page.locator("a[href^='tel:']").is_visible()
    assert sheet.page.evaluate("document.documentElement.scrollWidth") <= A6
