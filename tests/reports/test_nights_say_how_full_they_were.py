"""Two weeks of nights: how full, who took a bed that was offered, who did not come; no share of a few people."""

from datetime import timedelta

import pytest

from halte.paper.models import PaperPeriod
from halte.reports.rules import share
from tests.pages import signed_in, words_of


@pytest.mark.parametrize(
    ("part", "whole", "told"), [(61, 100, 61), (1, 3, None), (10, 10, None), (11, 11, 100), (1, 200, 1), (0, 12, 0)]
)
def test_a_share_is_out_of_a_hundred_and_is_not_told_of_ten_people(part, whole, told):
    assert share(part, whole) == told


@pytest.fixture
def at_night(monkeypatch, now):
    monkeypatch.setattr("django.utils.timezone.now", lambda: now)
    return now


def test_each_night_and_all_of_them_are_on_the_page_with_the_hours_of_paper(
    calais, dunkirk, manager, at_night, a_closed_day
):
    last, before = (calais.tonight(at_night) - timedelta(days=back) for back in (1, 2))
    a_closed_day(
        last,
        site=calais,
        nights__beds=100,
        nights__arrived=60,
        nights__beds_given=80,
        nights__offered=100,
        nights__did_not_come=20,
        nights__away=3,
        nights__no_place=4,
    )
    a_closed_day(
        before,
        site=calais,
        nights__beds=10,
        nights__arrived=5,
        nights__beds_given=10,
        nights__offered=10,
        nights__did_not_come=5,
        nights__no_place=1,
    )
    a_closed_day(last, site=dunkirk, nights__beds=77, nights__arrived=77, nights__beds_given=77, nights__offered=77)
    began = at_night - timedelta(days=1)
    PaperPeriod.objects.create(
        site=calais,
        began_at=began,
        ended_at=began + timedelta(minutes=30),
        opened_at=at_night,
        closed_at=at_night,
    )

    page = " ".join(words_of(signed_in(manager).get("/reports/").content.decode()).split())

    assert "Mon 23 Nov 100 60 60 % 80 % 25 % 3 4" in page
    assert "Sun 22 Nov 10 5 – – – 0 1" in page
    assert "All of them 110 65 59 % 82 % 28 % 3 5" in page
    assert "77" not in page.partition("Nights")[2].partition("Everything")[0]
    assert "paper 18:00–18:30" in page
