"""Who was registered before a change of the law is not told what holds after it; nobody is asked to tell when."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from django.test import Client

from halte.rights.actions import Loaded
from halte.rights.rules import Span, concerns, spans
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


def test_rules_that_overlap_leave_days_for_which_both_are_told():
    ends = [(None, date(2026, 6, 30)), (date(2026, 6, 12), None), (None, None)]
    assert spans(ends) == (
        Span(None, date(2026, 6, 11)),
        Span(date(2026, 6, 12), date(2026, 6, 30)),
        Span(date(2026, 7, 1), None),
    )
    assert spans([(None, None)]) == ()
    for span in spans(ends):
        assert span.holds(span.day)
        assert [one for one in spans(ends) if one.holds(span.day)] == [span], "every day lies in one"


@pytest.mark.parametrize(
    ("registered", "told"),
    [
        ("2026-05-01", {"12 months", "18 months"}),
        ("2026-06-20", {"12 months", "18 months", "20 months", "3 years"}),
        ("2026-09-01", {"20 months", "3 years"}),
    ],
)
def test_the_successor_of_dublin_is_told_to_whom_it_concerns(
    a_few_topics: Loaded, client: Client, registered: str, told: set[str]
):
    page = read(client, f"/guide/en/dublin/?registered={registered}").replace("it is 12 months", "")
    assert {span for span in ("12 months", "18 months", "20 months", "3 years") if span in page} == told
    assert "If France registered your asylum request between 12 June 2026 and 30 June 2026" in page
    assert page.count('aria-current="true"') == 1
    assert "French offices say 12 June 2026: ask us" in page
