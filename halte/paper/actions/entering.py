"""Entering one line of paper: at once an act at the time it happened, or a clash that a human decides."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction

from halte import journal
from halte.accounts.actor import Actor
from halte.common import ids
from halte.common.refusal import Refusal, refusing
from halte.common.retry import RetryKey
from halte.goods.actions.stock import ENOUGH
from halte.guests import queries as guest_queries
from halte.guests.actions import unscanned
from halte.guests.actions.cards import card_within, done_since
from halte.guests.models import Guest
from halte.nights import refusals as nights
from halte.paper import queries, refusals, rules, standing_days
from halte.paper.actions.strokes import STROKES, Line, at_the_door, take_back, to_bed
from halte.paper.models import LineState, PaperLine, PaperPeriod, What
from halte.sites.models import Bed

ABOUT_A_GUEST = frozenset({What.ARRIVED, What.LEFT, What.BED, What.WELCOME})
ABOUT_A_BED = frozenset({What.BED, What.WELCOME})


@dataclass(frozen=True)
class Written:
    """One line as it stands on the sheet."""

    what: str
    code: str = ""
    bed: str = ""
    number: str = ""


@dataclass(frozen=True)
class Entered:
    """What became of a line, and whom it was about."""

    line: PaperLine
    guest: Guest | None


def time_of(period: PaperPeriod, typed: str, *, before: datetime) -> datetime:
    """When a line happened, by the time on the sheet.

    Raises:
        TimeUnreadable, TimeOutside.
    """
    try:
        return rules.moment(typed, began=period.began_at, ended=period.ended_at, before=before, zone=period.site.zone)
    except rules.Unreadable as error:
        raise refusals.TimeUnreadable from error
    except rules.OutsideThePeriod as error:
        raise refusals.TimeOutside from error


def enter_line(*, actor: Actor, written: Written, at: datetime, key: RetryKey) -> Entered:
    """One line of paper is an act of the services, as if it had been pressed when it happened.

    Keeps:
        What the house knows already is not done twice: the line counts once. A bed that somebody has is given to
        nobody else: the line waits as a clash, and nobody is put out.
        A day whose numbers stand is never changed.
        A card that the house never saw is known by its code, until it is scanned.

    Args:
        at: When it happened. The register keeps beside it when it was entered.

    Raises:
        PeriodOver, TimeOutside, DayStands, WhoIsMissing, BedMissing, BedUnknown, CodeUnreadable, NumberUnreadable.
    """
    what = What(written.what)
    with (
        refusing({**nights.TAKEN, **ENOUGH}),
        journal.act(actor=actor, at=at, key=key, kind="paper.line_entered") as act,
    ):
        period = _period_of(actor, at)
        _check_days(actor, at)
        line = Line(act, actor, at, what, numbers=_numbers(what, written.number))
        line.bed = _bed(actor, what, written)
        line.guest, made = _guest(line, written)
        state, why = _done(line)
        stays = state == LineState.CLASH
        row: PaperLine = PaperLine.objects.create(
            site=actor.site,
            period=period,
            what=what,
            at=at,
            state=state,
            bed=line.bed if stays else None,
            guest=line.guest if stays else None,
            why=why,
        )
        act.about([line.guest] if line.guest else [], what=what.value, state=state.value)
        act.results(line=row.id.hex, parts=line.parts, guest_made=made)
    return Entered(row, line.guest)


def _done(line: Line) -> tuple[LineState, str]:
    if line.what not in ABOUT_A_BED:
        STROKES[line.what](line)
        return (LineState.ENTERED if line.parts else LineState.KNOWN), ""
    if line.what == What.WELCOME:
        at_the_door(line)
    before = len(line.parts)
    try:
        # Nothing of a bed that cannot be given remains; that they came in at the door is true all the same.
        with transaction.atomic():
            to_bed(line)
    except Refusal as refusal:
        waits = queries.clashes(line.actor).filter(guest=line.guest, bed=line.bed).exists()
        return (LineState.KNOWN, "") if waits else (LineState.CLASH, refusal.code)
    return (LineState.ENTERED if len(line.parts) > before else LineState.KNOWN), ""


def _period_of(actor: Actor, at: datetime) -> PaperPeriod:
    period = queries.open_period(actor)
    if period is None:
        raise refusals.PeriodOver
    if not period.began_at <= at <= period.ended_at:
        raise refusals.TimeOutside
    return period


def _check_days(actor: Actor, at: datetime) -> None:
    site = actor.site
    if any(standing_days.stands(site, day) for day in {site.today(at), site.tonight(at)}):
        raise refusals.DayStands


def _numbers(what: What, typed: str) -> tuple[int, ...]:
    try:
        return rules.tally(typed) if what == What.TALLY else (rules.how_many(typed),)
    except rules.Unreadable as error:
        raise refusals.NumberUnreadable from error


def _bed(actor: Actor, what: What, written: Written) -> Bed | None:
    """The bed on the line; where a code belongs, the number of a bed says whom it is about."""
    typed = written.bed or ("" if what in ABOUT_A_BED or _is_code(written.code) else written.code)
    if not typed:
        if what in ABOUT_A_BED:
            raise refusals.BedMissing
        return None
    found = queries.bed_named(actor, typed)
    if found is None:
        raise refusals.BedUnknown
    return found


def _is_code(typed: str) -> bool:
    return ids.is_code(ids.normal(typed)) or guest_queries.secret_in(typed) is not None


def _guest(line: Line, written: Written) -> tuple[Guest | None, str]:
    """Whom the line is about, and the identifier of a guest that it made."""
    if _is_code(written.code):
        found = queries.guest_named(line.actor, written.code)
        return (found, "") if found else _new_guest(line, written.code)
    if written.code and line.what in ABOUT_A_BED:
        raise refusals.CodeUnreadable
    if line.bed is not None and line.what not in ABOUT_A_BED:
        held = queries.holder_of(line.actor, line.bed, line.actor.site.tonight(line.at), line.at)
        if held is not None:
            return held.guest, ""
        raise refusals.WhoIsMissing
    if line.what in ABOUT_A_GUEST:
        raise refusals.WhoIsMissing
    return None, ""


def _new_guest(line: Line, typed: str) -> tuple[Guest, str]:
    secret = guest_queries.secret_in(typed)
    if secret is not None:
        guest = card_within(line.act, actor=line.actor, secret=secret, at=line.at)
    else:
        guest = unscanned.known_by_code(actor=line.actor, code=ids.normal(typed), at=line.at)
    return guest, guest.id.hex


@journal.undoes("paper.line_entered")
def _not_entered(*, actor: Actor, at: datetime, act: journal.Act, results: Mapping[str, Any]) -> None:
    """The line never stood there: what it did is taken back, and whoever nothing else was written of is gone."""
    rows = PaperLine.objects.seen_by(actor).filter(id=results["line"]).exclude(state=LineState.SETTLED)
    if not rows.update(state=LineState.TAKEN_BACK, bed=None, guest=None):
        raise refusals.LineGone
    take_back(actor=actor, at=at, act=act, results=results)
    if results["guest_made"] and not done_since(results["guest_made"], act):
        unscanned.never_was(actor=actor, guest_id=results["guest_made"])
