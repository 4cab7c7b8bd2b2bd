"""Deciding a clash: a human says who sleeps where, and everybody has a bed afterwards."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from halte import journal
from halte.accounts.actor import Actor
from halte.common.refusal import refusing
from halte.common.retry import RetryKey
from halte.guests.models import Guest
from halte.nights import queries as nights
from halte.nights import refusals as night_refusals
from halte.nights.actions.beds import give_within, move_within
from halte.nights.actions.coming import welcome_within
from halte.nights.models import Stay
from halte.paper import queries, refusals, standing_days
from halte.paper.actions.strokes import Line, take_back
from halte.paper.models import LineState, PaperLine, What
from halte.sites.models import Bed


class Decision(models.TextChoices):
    """Who sleeps where."""

    KEEP = "keep", _("They keep the bed they have")
    HERE = "here", _("They have the bed on paper")
    ELSEWHERE = "elsewhere", _("They get another bed")
    MISTAKE = "mistake", _("The line was a mistake")


def decide(
    *, actor: Actor, line: PaperLine, decision: Decision, at: datetime, key: RetryKey, bed: Bed | None = None
) -> PaperLine:
    """A clash is decided, and whoever has to move has another bed in the same act.

    Keeps:
        Nobody is put out: whoever lies in the bed stays there, or is moved to a free one in this very act.

    Args:
        bed: A free bed: for the guest on paper (elsewhere), or for whoever has the bed now (here).

    Raises:
        AlreadyDecided: Somebody was quicker.
        NoSuchBed: The decision needs a free bed, and none was chosen.
        DayStands: The night was closed meanwhile; only a mistake can be noted.
        What giving and moving beds raise.
    """
    with (
        refusing(night_refusals.TAKEN),
        journal.act(actor=actor, at=at, key=key, kind="paper.clash_decided") as act,
    ):
        row = queries.clashes(actor).filter(pk=line.pk).first()
        if row is None:
            raise refusals.AlreadyDecided
        if decision != Decision.MISTAKE and standing_days.stands(actor.site, actor.site.tonight(row.at)):
            raise refusals.DayStands
        done = Line(act, actor, row.at, What(row.what), guest=row.guest, bed=row.bed)
        about = _place(done, decision, bed, at)
        before = {"bed": str(row.bed_id), "guest": str(row.guest_id)}
        row.state, row.decided, row.bed, row.guest = LineState.SETTLED, decision.value, None, None
        row.save(update_fields=["state", "decided", "bed", "guest"])
        act.about(about, decided=decision.value)
        act.results(line=row.id.hex, parts=done.parts, **before)
    return row


def _place(line: Line, decision: Decision, bed: Bed | None, at: datetime) -> list[Guest]:
    """Move and give what the decision says; whom it was about."""
    assert line.guest is not None, "A clash names a guest."
    assert line.bed is not None, "A clash names a bed."
    actor, guest, night = line.actor, line.guest, line.actor.site.tonight(line.at)
    about = [guest]
    if decision == Decision.HERE:
        held = queries.holder_of(actor, line.bed, night, at)
        if held and held.guest_id != guest.id:
            _move(line, held, _chosen(bed), night, at)
            about.append(held.guest)
        _put(line, line.bed, night, at)
    elif decision == Decision.ELSEWHERE:
        _put(line, _chosen(bed), night, at)
    elif decision == Decision.KEEP:
        _stay(line, night, at)
    return about


def _chosen(bed: Bed | None) -> Bed:
    if bed is None:
        raise refusals.NoSuchBed
    return bed


def _put(line: Line, bed: Bed, night: date, at: datetime) -> None:
    """The guest on paper has this bed: given at the time on the sheet, or moved now from the one they have."""
    actor, guest = line.actor, line.guest
    assert guest is not None
    own = nights.stay_of(actor, guest, night, at)
    if own is not None:
        if own.bed_id != bed.id:
            _move(line, own, bed, night, at)
        return
    if line.what == What.WELCOME:
        line.part(
            "nights.welcomed",
            lambda act: welcome_within(act, actor=actor, guest=guest, night=night, at=line.at, bed=bed, without=True),
        )
    else:
        line.part(
            "nights.given",
            lambda act: give_within(act, actor=actor, guest=guest, night=night, at=line.at, bed=bed, without=True),
        )


def _stay(line: Line, night: date, at: datetime) -> None:
    """They keep the bed they have; that they came in is true all the same."""
    actor, guest = line.actor, line.guest
    assert guest is not None
    own = nights.stay_of(actor, guest, night, at)
    if own is None:
        raise refusals.NoSuchBed
    if line.what == What.WELCOME and not (own.night == night and own.arrived_at):
        line.part(
            "nights.welcomed",
            lambda act: welcome_within(act, actor=actor, guest=guest, night=night, at=line.at),
        )


def _move(line: Line, stay: Stay, bed: Bed, night: date, at: datetime) -> None:
    line.part(
        "nights.moved",
        lambda act: move_within(act, actor=line.actor, stay=stay, bed=bed, night=night, at=at, without=True),
    )


@journal.undoes("paper.clash_decided")
def _not_decided(*, actor: Actor, at: datetime, act: journal.Act, results: Mapping[str, Any]) -> None:
    """It waits for a decision again, and everybody lies where they lay."""
    take_back(actor=actor, at=at, act=act, results=results)
    rows = PaperLine.objects.seen_by(actor).filter(id=results["line"], state=LineState.SETTLED)
    if not Guest.objects.seen_by(actor).filter(id=results["guest"]).exists() or not rows.update(
        state=LineState.CLASH, decided="", bed=results["bed"], guest=results["guest"]
    ):
        raise refusals.LineGone
