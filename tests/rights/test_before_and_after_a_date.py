"""Who was registered before a change of the law is not told what holds after it; nobody is asked to tell when."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from django.test import Client

from halte.rights.actions import Loaded
from halte.rights.rules import concerns
from halte.rights.tables import GuideFileWrong

pytestmark = pytest.mark.django_db
PAGE = "/guide/en/shelter-tonight/"
OLD, NEW = "If France registered your asylum request on 30 June 2026 or before", "on 1 July 2026 or later"


@pytest.fixture
def two_regimes(spoil: Callable[[str, str, str], Path], loading: Callable[..., Loaded], on_day: Callable[[date], None]):
    on_day(date(2026, 11, 24))
    file = "shelter-tonight/topic.toml"
    spoil(file, 'id = "one-night-only"', 'id = "one-night-only"\nregistered_until = 2026-06-30')
    folder = spoil(file, 'id = "very-cold"', 'id = "very-cold"\nregistered_from = 2026-07-01')
    loading(folder)


def read(client: Client, address: str) -> str:
    return client.get(address).content.decode()


def test_without_a_choice_both_stand_with_their_label(two_regimes: None, client: Client):
    page = read(client, PAGE)
    assert page.count(OLD) == 2
    assert page.count(NEW) == 2
    assert "Doctors Without Borders" in page
    assert "plan Grand Froid" in page


def test_each_reader_sees_what_holds_for_them(two_regimes: None, client: Client):
    old, new = read(client, f"{PAGE}?registered=2026-06-30"), read(client, f"{PAGE}?registered=2026-07-01")
    assert "Doctors Without Borders" in old
    assert "plan Grand Froid" not in old
    assert "Doctors Without Borders" not in new
    assert "plan Grand Froid" in new
    assert all("Call 115" in page and "Show for every date" in page for page in (old, new))


@pytest.mark.parametrize("written", ["", "tomorrow", "2026-13-45", "<script>"])
def test_a_broken_link_shows_the_whole_page(two_regimes: None, client: Client, written: str):
    assert read(client, f"{PAGE}?registered={written}") == read(client, PAGE)


def test_pages_without_two_regimes_offer_no_choice(guide: Loaded, client: Client):
    assert "registered=" not in read(client, PAGE)


def test_both_ends_count():
    day = date(2026, 7, 1)
    assert concerns(day, first=day, last=day)
    assert not concerns(date(2026, 6, 30), first=day, last=None)
    assert not concerns(date(2026, 7, 2), first=None, last=day)


def test_an_end_before_its_beginning_is_refused(spoil: Callable[[str, str, str], Path], loading: Callable[..., Loaded]):
    folder = spoil(
        "shelter-tonight/topic.toml",
        'id = "very-cold"',
        'id = "very-cold"\nregistered_from = 2026-07-01\nregistered_until = 2026-06-30',
    )
    with pytest.raises(GuideFileWrong, match="registered_until"):
        loading(folder)


def test_an_abbreviation_is_explained_on_tap(guide: Loaded, client: Client):
    page = read(client, PAGE)
    assert "<details" in page
    assert "A State centre." in page
    assert "مركز تابع للدولة" in read(client, "/guide/ar/shelter-tonight/")
