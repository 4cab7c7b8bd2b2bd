"""The morning of the adviser: on Friday at 18:40 the last hour, the stand-in and the receipt are on one page."""

from datetime import UTC, date, datetime, timedelta
from uuid import uuid4
from zoneinfo import ZoneInfo

import pytest
from django.db import IntegrityError, transaction
from hypothesis import given
from hypothesis import strategies as st

from halte.accounts.roles import Role
from halte.advice import actions, deadlines, falling_due
from halte.advice.models import Certainty, Deadline, Matter, NotSent
from halte.common.refusal import constraint_of
from halte.journal.models import Line, Subject
from tests.pages import signed_in, words_of

PARIS = ZoneInfo("Europe/Paris")
FRIDAY = datetime(2026, 11, 27, 17, 40, tzinfo=UTC)
"""18:40 in Calais."""


@pytest.fixture
def colleague(staff_at, calais):
    return staff_at(calais, Role.ADVISER)


@pytest.fixture
def writes(adviser, a_key):
    def write(*, matter=Matter.REMOVAL_HOUSE_ARREST, due_at=FRIDAY + timedelta(hours=29), stand_in=None, **said):
        told = {"certainty": Certainty.RECKONED, "at": FRIDAY, "actor": adviser} | said
        return actions.write_deadline(matter=matter, due_at=due_at, stand_in=stand_in, key=a_key(), **told)

    return write


def test_days_end_at_midnight_and_sundays_add_nothing():
    due = deadlines.falls_due("removal_house_arrest", datetime(2026, 11, 22, 9, 0, tzinfo=UTC), PARIS)

    day, hour = deadlines.last_hour(due, PARIS)
    assert (day.date(), hour) == (date(2026, 11, 29), "24:00")
    assert day.strftime("%A") == "Sunday"


def test_forty_eight_hours_run_hour_by_hour_also_when_the_clock_changes():
    notified = datetime(2026, 10, 24, 18, 40, tzinfo=PARIS).astimezone(UTC)

    due = deadlines.falls_due("removal_detained", notified, PARIS)

    assert due - notified == timedelta(hours=48)
    assert deadlines.last_hour(due, PARIS)[1] == "17:40"


@pytest.mark.parametrize(
    "matter", ["asylum_appeal", "asylum_form", "legal_aid", "transfer", "removal", "birth", "other"]
)
def test_what_no_source_states_has_no_number(matter):
    assert deadlines.falls_due(matter, FRIDAY, PARIS) is None


@given(
    st.integers(-3_000_000, 3_000_000).map(lambda minutes: FRIDAY + timedelta(minutes=minutes)),
    st.sampled_from(sorted(deadlines.TERMS)),
)
def test_the_end_is_never_later_than_the_term_and_one_day(at, matter):
    term = deadlines.TERMS[matter]
    due = deadlines.falls_due(matter, at, PARIS)

    assert at < due <= at + timedelta(days=term.days + 1, hours=term.hours + 1)
    assert matter in Matter.values


def test_a_reckoned_hour_stays_unsure_until_a_lawyer_confirms(writes, adviser, a_key):
    written = writes()
    assert not falling_due.board(adviser, FRIDAY)[0].sure

    actions.confirm_hour(actor=adviser, deadline=written, due_at=written.due_at, at=FRIDAY, key=a_key())

    assert falling_due.board(adviser, FRIDAY)[0].sure


def test_the_first_hour_stands_first(writes, adviser):
    writes(due_at=FRIDAY + timedelta(days=5))
    writes(due_at=FRIDAY + timedelta(hours=3))

    assert [due.hours_left for due in falling_due.board(adviser, FRIDAY)] == [3, 120]


def test_while_the_adviser_is_away_the_alarm_is_the_stand_ins(writes, adviser, colleague, calais, a_key):
    writes(stand_in=colleague.id)
    assert [len(falling_due.alarms(one, FRIDAY)) for one in (adviser, colleague)] == [1, 0]

    saturday = calais.today(FRIDAY) + timedelta(days=1)
    actions.be_away(actor=adviser, since=saturday, until=saturday, at=FRIDAY, key=a_key())

    assert len(falling_due.alarms(colleague, FRIDAY)) == 0
    assert [len(falling_due.alarms(one, FRIDAY + timedelta(days=1))) for one in (adviser, colleague)] == [0, 1]


def test_with_nobody_to_answer_it_is_everybodys(writes, adviser, colleague, calais, a_key):
    writes()
    friday = calais.today(FRIDAY)
    actions.be_away(actor=adviser, since=friday, until=friday, at=FRIDAY, key=a_key())

    assert [len(falling_due.alarms(one, FRIDAY)) for one in (adviser, colleague)] == [1, 1]


def test_nothing_is_sent_without_a_receipt(writes, adviser, a_key):
    written = writes()
    with pytest.raises(actions.ReceiptMissing):
        actions.sent(actor=adviser, deadline=written, receipt=" ", at=FRIDAY, key=a_key())
    with pytest.raises(IntegrityError) as clash, transaction.atomic():
        Deadline.objects.update(ended_at=FRIDAY, sent_at=FRIDAY)
    assert constraint_of(clash.value) == "over_with_a_receipt_or_a_reason"

    actions.sent(actor=adviser, deadline=written, receipt="1A 234 567 8901 2", at=FRIDAY, key=a_key())

    assert falling_due.board(adviser, FRIDAY) == []
    with pytest.raises(actions.DeadlineOver):
        actions.close_unsent(actor=adviser, deadline=written, why=NotSent.TOO_LATE, at=FRIDAY, key=a_key())


def test_neither_case_nor_receipt_stands_in_the_register(writes, adviser, a_key):
    written = writes()
    actions.sent(actor=adviser, deadline=written, receipt="1A234", at=FRIDAY, key=a_key())

    bodies = b"".join(bytes(line.body) for line in Line.objects.all())
    assert written.case.encode() not in bodies
    assert b"1A234" not in bodies
    assert not Subject.objects.exists()
    assert "guest" not in {field.name for field in Deadline._meta.get_fields()}


def test_a_name_is_no_number_of_a_case(writes):
    with pytest.raises(actions.NotACase):
        writes(case="Ahmed")
    with pytest.raises(actions.NoHour):
        writes(due_at=None)


def test_the_other_site_sees_nothing(writes, elsewhere, a_key):
    written = writes()

    assert falling_due.board(elsewhere, FRIDAY) == []
    with pytest.raises(actions.DeadlineOver):
        actions.sent(actor=elsewhere, deadline=written, receipt="1", at=FRIDAY, key=a_key())
    address = f"/advice/due/{written.id}/sent/"
    assert signed_in(elsewhere).post(address, {"key": str(uuid4()), "receipt": "1"}).status_code == 404


def test_what_is_over_two_years_is_forgotten(writes, adviser, a_key):
    writes()

    assert actions.forget_deadlines(actor=adviser, at=FRIDAY + timedelta(days=700), key=a_key()) == 0
    assert actions.forget_deadlines(actor=adviser, at=FRIDAY + timedelta(days=733), key=a_key()) == 1


def test_on_friday_at_1840_it_names_the_last_hour_the_stand_in_and_asks_for_the_receipt(
    adviser, colleague, monkeypatch, a_key
):
    monkeypatch.setattr("django.utils.timezone.now", lambda: FRIDAY)
    desk = signed_in(adviser)

    told = {
        "key": str(uuid4()),
        "matter": "removal_detained",
        "notified_at": "2026-11-27T18:40",
        "stand_in": str(colleague.id),
    }
    page = words_of(desk.post("/advice/due/", told, follow=True).content.decode())
    assert "By Sunday 29 November, 18:40" in page
    assert "48 hours left" in page
    assert "Unsure until a lawyer confirms" in page
    assert "Amina stands in." in page

    written = Deadline.objects.get()
    page = words_of(desk.post(f"/advice/due/{written.id}/sent/", {"key": str(uuid4())}, follow=True).content.decode())
    assert "Write the number on the receipt" in page
    page = desk.post(f"/advice/due/{written.id}/sent/", {"key": str(uuid4()), "receipt": "FAX 0321"}, follow=True)
    assert "Nothing falls due" in words_of(page.content.decode())
