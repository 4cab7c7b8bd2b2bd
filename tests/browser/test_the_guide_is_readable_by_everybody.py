"""A page of the guide is read with keys alone, at 320 pixels, enlarged, in high contrast, in its own script.

`halte bench guide` asks the same of every page of every language.
"""

from datetime import date

import pytest

from halte.common.retry import RetryKey
from halte.config.bench.readable import DESK, NARROW, faults
from halte.rights.actions import load_guide


@pytest.fixture
def guide(coordinator, dunkirk, now, monkeypatch):
    monkeypatch.setattr("django.utils.timezone.localdate", lambda *_when: date(2026, 11, 24))
    load_guide(actor=coordinator, at=now, key=RetryKey.new())


def test_pages_of_every_kind_and_script_can_be_read(guide, browse):
    for language, page in (
        ("ps", "asylum-apply/"),
        ("ckb", ""),
        ("am", "search/?q=x"),
        ("fr", "dublin/"),
        ("ar", "places/"),
    ):
        reader = browse(width=DESK, language=language)
        reader.open(f"/guide/{language}/{page}")
        reader.page.keyboard.press("Tab")

        assert faults(reader.page) == [], (language, page)


def test_what_could_not_be_read_would_be_found(guide, browse):
    """The control: each of these breaks one promise, and each is named."""
    reader = browse(language="ar", scripts=True)
    for spoilt, named in (
        ("document.querySelector('h1').remove()", "headings"),
        ("document.documentElement.dir = 'ltr'", "is written ltr"),
        ("document.querySelector('h1').textContent = 'Where to sleep'", "no language"),
        ("document.querySelector('h1').appendChild(document.createElement('i')).lang = 'fr'", "no direction"),
        ("document.querySelector('main a').tabIndex = 3", "out of turn"),
        ("document.querySelector('main a').style.outline = 'none'", "focus is not seen"),
        ("document.querySelector('main .btn').style.cssText = 'position:relative;top:900px'", "goes back up"),
        ("document.querySelector('main .btn').style.border = '0'", "no edge in high contrast"),
        ("document.querySelector('main svg.i').style.stroke = 'Canvas'", "no sign in high contrast"),
        ("document.querySelector('h1').style.inlineSize = '400px'", f"{NARROW} pixels"),
        ("document.querySelector('h1').style.inlineSize = '9em'", "letters of twice the size"),
    ):
        reader.open("/guide/ar/shelter-tonight/")
        reader.page.keyboard.press("Tab")
        reader.page.evaluate(spoilt)

        assert named in " ".join(faults(reader.page)), spoilt


def test_with_keys_alone_one_goes_past_the_head_to_the_page_and_through_it(guide, browse):
    reader = browse(width=NARROW, language="fr", scripts=False)
    reader.open("/guide/fr/shelter-tonight/")
    press, now = reader.page.keyboard.press, reader.page.locator(":focus")

    press("Tab")
    assert now.inner_text() == "Vers la page elle-même"
    assert now.bounding_box()["y"] >= 0
    press("Enter")
    in_the_page = "one => Boolean(one.closest('main')) && one.getAttribute('href')"
    press("Tab")
    assert now.evaluate(in_the_page) == "/guide/fr/places/"  # Nobody's voice is heard here: whom to ask comes first.
    press("Tab")
    assert now.evaluate(in_the_page) == "tel:115"
    for _stop in range(60):
        press("Tab")
        if now.get_attribute("hreflang") == "ar":
            break
        assert now.evaluate("one => getComputedStyle(one).outlineStyle") == "solid"
    press("Enter")
    reader.page.wait_for_url("**/guide/ar/shelter-tonight/")
