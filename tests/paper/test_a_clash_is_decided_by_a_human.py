"""Two people on one bed: nobody is put out, a human decides, and everybody has a bed."""

import pytest

from halte import journal
from halte.common.retry import RetryKey
from halte.journal.models import Line
from halte.nights import actions as nights
from halte.nights.models import Stay
from halte.paper import actions, clashing, refusals
from halte.paper.actions import Decision
from halte.paper.models import LineState, PaperLine


@pytest.fixture
def clash(an_evening, men, a_guest, calais, night_desk):
    """A bed given in the system since; paper gave it to another card."""
    sleeper, on_paper = a_guest(), a_guest()
    night, at = calais.tonight(an_evening.ended), an_evening.ended
    nights.welcome_for_the_night(actor=night_desk, guest=sleeper, night=night, at=at, key=RetryKey.new(), bed=men[0])
    entered = an_evening.enters("w", minute=4, code=on_paper.code, bed=men[0])
    return entered.line, sleeper, on_paper


def decide(an_evening, actor, line, decision, bed=None):
    return actions.decide(actor=actor, line=line, decision=decision, bed=bed, at=an_evening.later, key=RetryKey.new())


def beds_of(*people):
    return [str(Stay.objects.get(guest=guest, ended_at__isnull=True).bed) for guest in people]


def test_a_bed_that_somebody_has_waits_for_a_decision(clash, men, an_evening, night_desk):
    line, sleeper, on_paper = clash

    shown = clashing.clashes(night_desk, an_evening.later)[0]

    assert line.state == LineState.CLASH
    assert (shown.holder.guest, shown.line.guest, shown.own) == (sleeper, on_paper, None)
    assert beds_of(sleeper) == [str(men[0])]
    assert not Stay.objects.filter(guest=on_paper).exists()
    with pytest.raises(refusals.ClashesWait):
        actions.close_period(actor=night_desk, at=an_evening.later, key=RetryKey.new())


def test_whoever_has_the_bed_keeps_it_and_the_other_gets_one(clash, men, an_evening, night_desk):
    line, sleeper, on_paper = clash

    decide(an_evening, night_desk, line, Decision.ELSEWHERE, men[2])

    assert beds_of(sleeper, on_paper) == [str(men[0]), str(men[2])]
    assert Stay.objects.get(guest=on_paper).arrived_at == line.at
    settled = PaperLine.objects.get(id=line.id)
    assert (settled.state, settled.guest, settled.bed) == (LineState.SETTLED, None, None)


def test_whoever_has_the_bed_is_moved_in_the_same_act(clash, men, an_evening, night_desk):
    line, sleeper, on_paper = clash

    decide(an_evening, night_desk, line, Decision.HERE, men[3])

    assert beds_of(sleeper, on_paper) == [str(men[3]), str(men[0])]
    assert Stay.objects.get(guest=sleeper, ended_at__isnull=True).inside
    assert Line.objects.filter(kind="paper.clash_decided").count() == 1


def test_nobody_is_put_out_without_a_bed_to_go_to(clash, an_evening, men, night_desk):
    line, sleeper, _on_paper = clash

    with pytest.raises(refusals.NoSuchBed):
        decide(an_evening, night_desk, line, Decision.HERE)

    assert beds_of(sleeper) == [str(men[0])]
    assert PaperLine.objects.get(id=line.id).state == LineState.CLASH


def test_a_guest_with_a_bed_elsewhere_keeps_it_or_moves(an_evening, men, a_guest, calais, night_desk):
    guest, at = a_guest(), an_evening.ended
    nights.give_bed(actor=night_desk, guest=guest, night=calais.tonight(at), at=at, key=RetryKey.new(), bed=men[1])
    first = an_evening.enters("b", minute=1, code=guest.code, bed=men[0]).line
    decide(an_evening, night_desk, first, Decision.KEEP)
    second = an_evening.enters("b", minute=2, code=guest.code, bed=men[0]).line
    decide(an_evening, night_desk, second, Decision.HERE)

    assert (first.state, second.state) == (LineState.CLASH, LineState.CLASH)
    assert beds_of(guest) == [str(men[0])]


def test_a_decision_is_taken_back_as_one(clash, men, an_evening, night_desk):
    line, sleeper, on_paper = clash
    decide(an_evening, night_desk, line, Decision.HERE, men[3])
    decided = Line.objects.get(kind="paper.clash_decided")

    journal.undo(actor=night_desk, line_id=decided.id, at=decided.recorded_at, key=RetryKey.new())

    assert beds_of(sleeper) == [str(men[0])]
    assert not Stay.objects.filter(guest=on_paper, ended_at__isnull=True).exists()
    assert PaperLine.objects.get(id=line.id).guest == on_paper


def test_a_clash_is_decided_once(clash, men, an_evening, night_desk):
    line, _sleeper, _on_paper = clash
    decide(an_evening, night_desk, line, Decision.MISTAKE)

    with pytest.raises(refusals.AlreadyDecided):
        decide(an_evening, night_desk, line, Decision.ELSEWHERE, men[2])


def test_another_house_decides_nothing(clash, men, an_evening, elsewhere):
    line, _sleeper, _on_paper = clash

    with pytest.raises(refusals.AlreadyDecided):
        decide(an_evening, elsewhere, line, Decision.ELSEWHERE, men[2])
