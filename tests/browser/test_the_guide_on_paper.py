"""A page of the guide as a leaflet, A4 or A6: what one can press is gone, what one must know stays."""

from datetime import date

import pytest

from halte.common.retry import RetryKey
from halte.rights.actions import load_guide

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
