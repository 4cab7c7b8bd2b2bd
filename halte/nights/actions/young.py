"""A young person alone: the sheet of who was called, when, and what they answered."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.db.models import Max

from halte import journal
from halte.accounts.actor import Actor
from halte.common.retry import RetryKey
from halte.nights import refusals
from halte.nights.young import Answered, Called, DutyTeam, YoungCall, YoungSheet


def open_young_sheet(*, actor: Actor, night: date, at: datetime, key: RetryKey) -> YoungSheet:
    """A sheet is begun for a young person who is alone. They have a bed first; this asks nothing of them.

    Keeps:
        No card, no bed, no name, no age: the sheet is a number of the night, and nothing leads from it to anybody.

    Raises:
        NightOutOfReach: It is not the night that runs.
    """
    with journal.act(actor=actor, at=at, key=key, kind="nights.young_sheet_opened") as act:
        if night != actor.site.tonight(at):
            raise refusals.NightOutOfReach
        last = YoungSheet.objects.seen_by(actor).filter(night=night).aggregate(last=Max("number"))["last"] or 0
        sheet: YoungSheet = YoungSheet.objects.create(site=actor.site, night=night, number=last + 1, opened_at=at)
        act.about(night=night, number=sheet.number)
        act.results(sheet=sheet.id.hex)
    return sheet


def write_young_call(
    *,
    actor: Actor,
    sheet: YoungSheet,
    called: Called,
    called_at: datetime,
    answered: Answered,
    at: datetime,
    key: RetryKey,
) -> YoungCall:
    """Somebody was called for a young person alone, and this is what they answered.

    Raises:
        NotHere: The sheet is of another site.
        NotYetCalled: The hour is still to come.
    """
    with journal.act(actor=actor, at=at, key=key, kind="nights.young_call_written") as act:
        found: YoungSheet | None = YoungSheet.objects.seen_by(actor).filter(pk=sheet.pk).first()
        if found is None:
            raise refusals.NotHere
        if called_at > at:
            raise refusals.NotYetCalled
        call: YoungCall = YoungCall.objects.create(
            site=actor.site, sheet=found, called=called, called_at=called_at, answered=answered, by=actor.id
        )
        act.about(night=found.night, number=found.number, called=called.value, answered=answered.value)
        act.results(call=call.id.hex)
    return call


def set_duty_team(*, actor: Actor, phone: str, at: datetime, key: RetryKey) -> DutyTeam:
    """The house calls this number of the department for a young person alone from now on."""
    with journal.act(actor=actor, at=at, key=key, kind="nights.duty_team_set"):
        team, _made = DutyTeam.objects.update_or_create(
            site=actor.site, defaults={"phone": phone, "set_at": at, "set_by": actor.id}
        )
    return team


@journal.undoes("nights.young_sheet_opened")
def _not_opened(*, actor: Actor, at: datetime, act: journal.Act, results: Mapping[str, Any]) -> None:
    """Begun by mistake; refused when a call stands on it."""
    if YoungCall.objects.seen_by(actor).filter(sheet=results["sheet"]).exists():
        raise refusals.LaterActs
    YoungSheet.objects.seen_by(actor).filter(id=results["sheet"]).delete()


@journal.undoes("nights.young_call_written")
def _not_called(*, actor: Actor, at: datetime, act: journal.Act, results: Mapping[str, Any]) -> None:
    YoungCall.objects.seen_by(actor).filter(id=results["call"]).delete()
