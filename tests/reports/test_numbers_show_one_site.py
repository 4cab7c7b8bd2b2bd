"""The page of numbers shows the site's own day, with a table behind every chart."""

import csv
import io
from datetime import timedelta

from halte.reports.shown import arrivals_by_hour
from halte.visits import actions as visits
from tests.pages import proven, signed_in, words_of


def test_today_is_counted_hour_by_hour_beside_a_usual_weekday(manager, greeter, now, a_closed_day, a_key):
    visits.count_at_door(actor=greeter, kind="woman", n=5, at=now, key=a_key())
    a_closed_day(manager.site.today(now) - timedelta(weeks=1), visits__arrivals_h18=8)

    chart = arrivals_by_hour(manager.site, now, {"visits.arrivals_h18": 5})

    bar = chart.bars[-1]
    assert (str(bar.label), bar.value, bar.usual, bar.unfinished) == ("18 h", 5, 8, True)
    assert str(chart.usual_words) == "A usual Tuesday"


def test_without_earlier_days_there_is_no_dotted_line(manager, now):
    assert arrivals_by_hour(manager.site, now, {}).usual == ""


def test_the_page_and_its_spreadsheet_show_no_other_site(manager, elsewhere, a_closed_day, now):
    day = manager.site.today(now) - timedelta(days=2)
    a_closed_day(day, nights__beds_given=371)

    ours = proven(manager).get("/reports/tallies.csv").content.decode()
    theirs = proven(elsewhere).get("/reports/tallies.csv").content.decode()

    assert list(csv.reader(io.StringIO(ours)))[1] == [day.isoformat(), "nights.beds_given", "Beds given", "371"]
    assert "371" not in words_of(theirs)
    assert signed_in(manager).get("/reports/").status_code == 200


def test_every_chart_has_a_table_behind_it(manager, a_closed_day, now, monkeypatch):
    monkeypatch.setattr("django.utils.timezone.now", lambda: now)
    a_closed_day(
        manager.site.today(now), nights__beds_given=371, visits__meals=40, visits__arrivals=9, visits__arrivals_h09=9
    )

    page = signed_in(manager).get("/reports/").content.decode()

    assert page.count("<svg viewBox") == page.count("The same as a table") == 3
    assert page.count("<table>") == 4


def test_before_anybody_came_the_page_says_so(manager):
    page = signed_in(manager).get("/reports/").content.decode()

    assert "Nobody has come yet today." in page
    assert "The same as a table" not in page


def test_how_many_knew_by_the_promised_hour_stands_night_by_night(manager, a_closed_day, now, monkeypatch):
    monkeypatch.setattr("django.utils.timezone.now", lambda: now)
    a_closed_day(manager.site.today(now) - timedelta(days=1), nights__promised=44, nights__knew_in_time=41)

    page = words_of(signed_in(manager).get("/reports/").content.decode())

    assert page[page.index("Were promised") + 14 :].split()[:5] == ["Mon", "23", "Nov", "41", "44"]


def test_the_evidence_of_nights_without_a_place_tells_no_small_number(
    authority, elsewhere, a_closed_day, now, monkeypatch
):
    monkeypatch.setattr("django.utils.timezone.now", lambda: now)
    night = authority.site.today(now) - timedelta(days=1)
    a_closed_day(night, nights__no_place_full=38, nights__no_place_no_safe_room=7)

    page = words_of(signed_in(authority).get("/reports/no-place/").content.decode())
    theirs = words_of(signed_in(elsewhere).get("/reports/no-place/").content.decode())

    row = page[page.index("Mon 23 Nov 2026") + 15 :].split()
    assert row[:8] == ["40", "fewer", "than", "11", "fewer", "than", "11", "fewer"]
    assert row[10] == "40"
    assert "38" not in page
    assert "No night is closed yet" in theirs
