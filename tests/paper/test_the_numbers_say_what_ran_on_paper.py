"""The numbers say from when to when they were counted on paper, and a day that stands is never changed."""

from datetime import timedelta

import pytest

from halte.common import nights
from halte.common.retry import RetryKey
from halte.paper import actions, counts, refusals
from halte.paper.models import PaperLine, PaperPeriod
from halte.reports import actions as reports
from halte.reports import queries
from tests.pages import signed_in, words_of


@pytest.fixture
def noon_after(an_evening, calais):
    return nights.ends(calais.tonight(an_evening.began), calais.zone)


def close(manager, calais, an_evening, at):
    return reports.close_day(actor=manager, on=calais.today(an_evening.began), at=at, key=RetryKey.new())


def test_a_day_waits_for_the_lines_of_its_paper_and_then_counts_them(an_evening, noon_after, manager, calais):
    with pytest.raises(reports.DayStillOnPaper):
        close(manager, calais, an_evening, noon_after)
    assert calais.today(an_evening.began) not in {
        closed.on for closed in reports.close_days_due(actor=manager, at=noon_after)
    }

    an_evening.enters("m", number="20")
    actions.close_period(actor=an_evening.actor, at=noon_after, key=RetryKey.new())
    close(manager, calais, an_evening, noon_after)

    day = queries.numbers(calais, calais.today(an_evening.began))
    assert (day["visits.meals"], day["paper.lines"], day["paper.minutes"]) == (20, 1, 30)


def test_a_day_waits_three_days_and_no_longer(an_evening, noon_after, manager, calais):
    late = an_evening.later + counts.PATIENCE + timedelta(minutes=1)

    close(manager, calais, an_evening, late)

    with pytest.raises(refusals.DayStands):
        an_evening.enters("m", number="20")
    assert not PaperLine.objects.exists()
    assert "visits.meals" not in {
        code for code, value in queries.numbers(calais, calais.today(an_evening.began)).items() if value
    }


def test_a_line_of_a_closed_day_is_refused_with_a_sentence(night_desk, manager, now, calais):
    began = now - timedelta(days=2)
    for back in (2, 1):
        on = calais.today(now) - timedelta(days=back)
        reports.close_day(actor=manager, on=on, at=nights.ends(on, calais.zone), key=RetryKey.new())
    actions.open_period(
        actor=night_desk, began_at=began, ended_at=began + timedelta(minutes=30), at=now, key=RetryKey.new()
    )

    with pytest.raises(refusals.DayStands):
        actions.enter_line(actor=night_desk, written=actions.Written("m", number="1"), at=began, key=RetryKey.new())


def test_another_house_does_not_wait(an_evening, noon_after, elsewhere, dunkirk):
    closed = reports.close_day(actor=elsewhere, on=dunkirk.today(an_evening.began), at=noon_after, key=RetryKey.new())

    assert closed.on == dunkirk.today(an_evening.began)
    assert counts.counts(site=dunkirk, on=closed.on) == {}


def test_overview_and_public_page_mark_the_hours(manager, calais, client):
    from django.utils import timezone

    today = timezone.now().astimezone(calais.zone)
    began = (today - timedelta(days=today.weekday() + 2)).replace(hour=18, minute=50, second=0, microsecond=0)
    PaperPeriod.objects.create(
        site=calais,
        began_at=began,
        ended_at=began + timedelta(minutes=30),
        opened_at=began + timedelta(hours=1),
        closed_at=began + timedelta(hours=2),
    )

    inside = words_of(signed_in(manager).get("/reports/").content.decode())
    public = words_of(client.get("/reports/public/").content.decode())

    assert "paper 18:50–19:20" in inside
    assert "paper 18:50–19:20" in public
    assert "Calais" in public


def test_lines_are_forgotten_and_the_hours_stay(an_evening, night_desk):
    an_evening.enters("m", number="20")

    forgotten = actions.forget_lines(actor=night_desk, at=an_evening.later + timedelta(days=31), key=RetryKey.new())

    assert forgotten == 1
    assert PaperPeriod.objects.count() == 1
