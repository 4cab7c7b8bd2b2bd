"""One's own acts can be taken back; a colleague's only where one's work lets one do the same."""

import pytest

from halte import journal
from halte.journal.models import Line
from halte.journal.recent import recent
from halte.journal.undoing import NotYours


def test_a_colleagues_act_needs_the_same_work(goods_keeper, a_guest, a_key):
    a_guest()
    line = Line.objects.get()

    with pytest.raises(NotYours):
        journal.undo(actor=goods_keeper, line_id=line.id, at=line.recorded_at, key=a_key())
    journal.undo(actor=goods_keeper, line_id=line.id, at=line.recorded_at, key=a_key(), of_colleagues=["guests"])

    assert Line.objects.filter(undoes=line.id).exists()


def test_the_list_offers_undo_only_to_who_may(greeter, goods_keeper, a_guest):
    a_guest()
    line = Line.objects.get()

    def urls(actor, **work):
        return [act.undo_url for act in recent(actor, line.recorded_at, undo_url=str, services=["guests"], **work)]

    assert urls(greeter) == [str(line.id)]
    assert urls(goods_keeper) == [""]
    assert urls(goods_keeper, of_colleagues=["guests"]) == [str(line.id)]


def test_what_was_taken_back_says_so(greeter, a_guest, a_key):
    a_guest()
    line = Line.objects.get()
    journal.undo(actor=greeter, line_id=line.id, at=line.recorded_at, key=a_key())

    (shown,) = recent(greeter, line.recorded_at, undo_url=str, services=["guests"])

    assert shown.undone
    assert shown.undo_url == ""


def test_the_list_holds_ones_own_acts_and_those_of_ones_work(greeter, goods_keeper, a_guest):
    a_guest()
    line = Line.objects.get()

    def shown(actor, services):
        return [act.line_id for act in recent(actor, line.recorded_at, undo_url=str, services=services)]

    assert shown(greeter, ["visits"]) == [line.id]
    assert shown(goods_keeper, ["guests"]) == [line.id]
    assert shown(goods_keeper, ["visits"]) == []
