"""A line of paper is at once an act, at the time it happened; what the house knew counts once."""

from datetime import timedelta

import pytest

from halte import journal
from halte.common.retry import RetryKey
from halte.goods import actions as goods
from halte.goods.models import Given, Stock, Variant
from halte.guests import actions as guests
from halte.guests.models import Guest, GuestState
from halte.journal.models import Line
from halte.nights import actions as nights
from halte.nights.counts import counts as night_counts
from halte.nights.models import Stay
from halte.paper import actions, refusals
from halte.paper.models import LineState, PaperLine
from halte.visits import actions as visits
from halte.visits.counts import counts as door_counts
from halte.visits.models import Visit
from tests.paper.conftest import a_blank_card


def test_the_register_keeps_when_it_happened_and_when_it_was_entered(an_evening, men, a_guest):
    an_evening.enters("b", minute=5, code=a_guest().code, bed=men[0])

    line = Line.objects.get(kind="paper.line_entered")
    assert line.at == an_evening.began + timedelta(minutes=5)
    assert line.recorded_at > line.at
    assert Stay.objects.get().given_at == line.at


def test_welcome_gives_the_bed_brings_them_in_and_counts_the_arrival_in_its_hour(an_evening, men, a_guest, calais):
    an_evening.enters("w", minute=10, code=a_guest().code, bed=str(men[1]).replace("-", ""))

    stay, visit = Stay.objects.get(), Visit.objects.get()
    assert (stay.bed, stay.arrived_at) == (men[1], an_evening.began + timedelta(minutes=10))
    assert (visit.on, visit.hour) == (calais.today(an_evening.began), 19)
    assert night_counts(site=calais, on=calais.tonight(an_evening.began))["nights.arrived"] == 1


def test_counts_stand_in_the_hour_they_were_made(an_evening, calais):
    an_evening.enters("m", number="+20")
    an_evening.enters("d", minute=15, number="7")
    an_evening.enters("t", minute=15, number="12 3 4")

    day = door_counts(site=calais, on=calais.today(an_evening.began))
    assert (day["visits.meals"], day["visits.drinks"]) == (20, 7)
    assert (day["visits.arrivals_men"], day["visits.arrivals_women"], day["visits.arrivals_children"]) == (12, 3, 4)
    assert day["visits.arrivals_h19"] == 19


def test_paper_is_right_about_blankets_that_the_shelf_did_not_know(an_evening, manager, now, a_guest, calais):
    goods.add_usual_kinds(actor=manager, at=now, key=RetryKey.new())
    blanket = Variant.objects.get(kind__code="blanket")

    an_evening.enters("k", code=a_guest().code)
    an_evening.enters("k", number="3")

    assert Given.objects.get().quantity == 1
    assert Stock.objects.get(variant=blanket).balance == 0


@pytest.mark.parametrize("what", ["a", "w", "b"])
def test_what_the_house_knew_counts_once(what, an_evening, night_desk, men, a_guest, calais):
    guest, at = a_guest(), an_evening.ended
    night = calais.tonight(at)
    visits.arrive(actor=night_desk, guest=guest, at=at, key=RetryKey.new())
    nights.welcome_for_the_night(actor=night_desk, guest=guest, night=night, at=at, key=RetryKey.new(), bed=men[0])

    entered = an_evening.enters(what, minute=3, code=guest.code, bed=men[0])

    assert entered.line.state == LineState.KNOWN
    assert (Visit.objects.count(), Stay.objects.count()) == (1, 1)


def test_leaving_on_paper_ends_only_what_began_before(an_evening, night_desk, men, a_guest):
    early, late = a_guest(), a_guest()
    an_evening.enters("w", minute=1, code=early.code, bed=men[0])
    visits.arrive(actor=night_desk, guest=late, at=an_evening.ended, key=RetryKey.new())

    by_bed = an_evening.enters("l", minute=9, code=men[0])
    entered = an_evening.enters("l", minute=9, code=late.code)

    assert by_bed.guest == early
    assert Stay.objects.get(guest=early).left_at == an_evening.began + timedelta(minutes=9)
    assert entered.line.state == LineState.KNOWN
    assert Visit.objects.get(guest=late).left_at is None


def test_a_card_printed_ahead_is_known_by_its_code_and_linked_by_its_first_scan(an_evening, men, night_desk):
    secret, code = a_blank_card()
    entered = an_evening.enters("w", code=code, bed=men[0])

    found, _secret = guests.make_card(actor=night_desk, at=an_evening.later, key=RetryKey.new(), secret=secret)

    assert found == entered.guest
    assert Guest.objects.count() == 1
    assert Stay.objects.get().guest == found


def test_a_scan_taken_back_leaves_them_waiting_for_their_card(an_evening, men, night_desk):
    secret, code = a_blank_card()
    an_evening.enters("w", code=code, bed=men[0])
    key = RetryKey.new()
    guests.make_card(actor=night_desk, at=an_evening.later, key=key, secret=secret)
    line = Line.objects.get(kind="guests.card_made", actor=night_desk.id)

    journal.undo(actor=night_desk, line_id=line.id, at=line.recorded_at, key=RetryKey.new())
    again, _secret = guests.make_card(actor=night_desk, at=an_evening.later, key=RetryKey.new(), secret=secret)

    assert again == Stay.objects.get().guest


def test_a_forged_card_with_the_same_code_gets_nothing_once_the_true_one_was_scanned(an_evening, men, night_desk):
    secret, code = a_blank_card()
    entered = an_evening.enters("w", code=code, bed=men[0])
    guests.make_card(actor=night_desk, at=an_evening.later, key=RetryKey.new(), secret=secret)

    from halte.guests.actions import unscanned

    assert unscanned.waiting_for(night_desk, secret) is None
    assert Guest.objects.get(id=entered.guest.id).state == GuestState.LIVE


def test_a_line_is_taken_back_with_everything_it_did(an_evening, men, night_desk):
    _secret, code = a_blank_card()
    entered = an_evening.enters("w", code=code, bed=men[0])
    line = Line.objects.get(kind="paper.line_entered")

    journal.undo(actor=night_desk, line_id=line.id, at=line.recorded_at, key=RetryKey.new())
    again = an_evening.enters("w", code=code, bed=men[0])

    assert PaperLine.objects.get(id=entered.line.id).state == LineState.TAKEN_BACK
    assert again.line.state == LineState.ENTERED
    assert Guest.objects.get(id=entered.guest.id).state == GuestState.CLOSED
    assert Stay.objects.filter(ended_at__isnull=True).count() == 1


def test_the_same_line_sent_twice_is_one_line(an_evening):
    key = RetryKey.new()
    an_evening.enters("m", number="5", key=key)

    with pytest.raises(journal.AlreadyDone):
        an_evening.enters("m", number="5", key=key)

    assert PaperLine.objects.count() == 1


@pytest.mark.parametrize(
    ("what", "written", "refusal"),
    [
        ("a", {"code": "K7M-4QX-8"}, refusals.BedUnknown),
        ("a", {}, refusals.WhoIsMissing),
        ("b", {"code": "00000000"}, refusals.BedMissing),
        ("b", {"code": "00000000", "bed": "999-9"}, refusals.BedUnknown),
        ("m", {"number": "many"}, refusals.NumberUnreadable),
        ("t", {"number": "0 0 0"}, refusals.NumberUnreadable),
        ("m", {"minute": 31, "number": "1"}, refusals.TimeOutside),
    ],
)
def test_what_cannot_be_read_is_refused_and_nothing_is_written(an_evening, what, written, refusal):
    with pytest.raises(refusal):
        an_evening.enters(what, **written)

    assert not PaperLine.objects.exists()


def test_nothing_is_entered_without_hours_on_paper(an_evening, elsewhere):
    with pytest.raises(refusals.PeriodOver):
        actions.enter_line(
            actor=elsewhere, written=actions.Written("m", number="1"), at=an_evening.began, key=RetryKey.new()
        )


def test_one_time_on_paper_is_entered_at_once_and_ends_before_now(an_evening, night_desk):
    with pytest.raises(refusals.PeriodOpen):
        an_evening.opens()
    with pytest.raises(refusals.PeriodWrong):
        actions.open_period(
            actor=night_desk,
            began_at=an_evening.ended,
            ended_at=an_evening.began,
            at=an_evening.later,
            key=RetryKey.new(),
        )
