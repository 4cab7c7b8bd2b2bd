"""A young person alone has a bed first, on their own word; the sheet says who was called, never who they are."""

from datetime import timedelta

import pytest

from halte.guests.models import Guest
from halte.journal import undo
from halte.journal.models import Line
from halte.nights import actions, refusals
from halte.nights.offers import offers
from halte.nights.young import Answered, Called, DutyTeam, YoungCall, YoungSheet
from tests.cast import a_key_of


@pytest.fixture
def sheet(greeter, night, now):
    return actions.open_young_sheet(actor=greeter, night=night, at=now, key=a_key_of())


def call(actor, sheet, now, **said):
    given = {"called": Called.LINE_119, "called_at": now, "answered": Answered.NO_ANSWER}
    return actions.write_young_call(actor=actor, sheet=sheet, at=now, key=a_key_of(), **(given | said))


def test_a_bed_on_their_own_word_before_any_call_and_apart_from_adults(a_guest, a_room, greeter, night, now):
    a_room(kind="men", beds=4)
    minors = a_room(kind="minors", beds=2)
    guest = a_guest()

    stay = actions.welcome_for_the_night(actor=greeter, guest=guest, night=night, at=now, key=a_key_of(), kind="minors")

    assert stay.bed.room == minors
    assert not YoungSheet.objects.exists()


def test_the_tile_leads_to_the_page_for_a_child_alone_and_not_for_one_with_a_family(
    a_guest, a_family, a_room, gives, greeter, night, now
):
    a_room(kind="minors", beds=2)
    a_room(beds=4)
    alone = a_guest(counted="child")
    gives(alone)
    family = a_family(members=2, children=1)
    actions.shelter_group(actor=greeter, group=family, night=night, at=now, key=a_key_of())
    child = Guest.objects.get(memberships__group=family, counted="child")

    def leads(guest):
        [tile] = offers(actor=greeter, guest=guest, at=now)
        return any(f"/nights/{night}/young/" in action.url for action in tile.actions)

    assert (leads(alone), leads(child)) == (True, False)


def test_the_sheet_says_who_was_called_when_and_what_they_answered(sheet, greeter, at_desk, night, now):
    call(greeter, sheet, now - timedelta(minutes=20), called=Called.LINE_119, answered=Answered.NO_ANSWER)
    call(greeter, sheet, now, called=Called.DUTY_TEAM, answered=Answered.COMES)

    page = at_desk.get(f"/nights/{night}/young/").content.decode()

    said = ["17:40", "119", "Nobody answered", "18:00", "duty team", "They come here"]
    assert all(words in page for words in said)
    assert [one.by for one in YoungCall.objects.all()] == [greeter.id] * 2


def test_nothing_leads_from_a_sheet_to_a_guest_a_card_or_a_bed():
    for model in (YoungSheet, YoungCall):
        linked = {field.related_model.__name__ for field in model._meta.get_fields() if field.is_relation}
        assert linked <= {"Site", "YoungSheet", "YoungCall"}


def test_the_lines_of_the_register_are_about_nobody(sheet, greeter, now):
    call(greeter, sheet, now)

    lines = Line.objects.filter(kind__startswith="nights.young")
    assert lines.count() == 2
    assert not any(line.subjects.exists() for line in lines)


def test_a_call_that_was_not_made_yet_and_another_houses_sheet_are_refused(sheet, greeter, elsewhere, now):
    with pytest.raises(refusals.NotYetCalled):
        call(greeter, sheet, now, called_at=now + timedelta(minutes=1))
    with pytest.raises(refusals.NotHere):
        call(elsewhere, sheet, now)

    assert not YoungCall.objects.exists()


def test_a_sheet_with_a_call_is_not_undone_and_a_call_is(sheet, greeter, now):
    call(greeter, sheet, now)
    opened, written = (Line.objects.get(kind=f"nights.young_{what}") for what in ("sheet_opened", "call_written"))

    with pytest.raises(refusals.LaterActs):
        undo(actor=greeter, line_id=opened.id, at=now, key=a_key_of())
    undo(actor=greeter, line_id=written.id, at=now, key=a_key_of())
    undo(actor=greeter, line_id=opened.id, at=now, key=a_key_of())

    assert not YoungSheet.objects.exists()


def test_the_number_of_the_duty_team_is_the_houses_own(manager, at_desk, night, now):
    for phone in ("03 21 00 00 00", "03 21 11 11 11"):
        actions.set_duty_team(actor=manager, phone=phone, at=now, key=a_key_of())

    assert DutyTeam.objects.get().phone == "03 21 11 11 11"
    assert "tel:03 21 11 11 11" in at_desk.get(f"/nights/{night}/young/").content.decode()
