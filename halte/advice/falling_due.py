"""Finding what falls due: for the adviser who answers for it, and for whoever stands in."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from halte.accounts.actor import Actor
from halte.accounts.models import Membership
from halte.accounts.roles import Role
from halte.advice import deadlines
from halte.advice.models import Away, Certainty, Deadline
from halte.common import ids

OVER_SHOWN = 10


@dataclass(frozen=True)
class Due:
    """One deadline as the board shows it."""

    deadline: Deadline
    case: str
    last_day: datetime
    last_hour: str
    hours_left: int
    alarm: bool
    sure: bool
    answers: str
    """What the one who answers for it today is called."""
    stands_in: bool
    """Whether that is the stand-in, because the adviser is away."""
    stand_in: str
    mine: bool

    @property
    def over(self) -> bool:
        """Whether the last hour has passed."""
        return self.hours_left < 0


def advisers(actor: Actor, at: datetime) -> dict[UUID, str]:
    """Everyone who advises at the site today, by what they are called."""
    rows = Membership.objects.seen_by(actor).valid_on(actor.site.today(at)).filter(role=Role.ADVISER)
    return {row.staff_id: row.staff.called for row in rows.select_related("staff").order_by("staff__called")}


def board(actor: Actor, at: datetime) -> list[Due]:
    """Everything open, the first hour first."""
    called, away = advisers(actor, at), away_on(actor, actor.site.today(at))
    rows = Deadline.objects.seen_by(actor).filter(ended_at__isnull=True).order_by("due_at", "written_at")
    return [_due(actor, row, called, away, at) for row in rows]


def alarms(actor: Actor, at: datetime) -> list[Due]:
    """What falls due within two days and is the actor's to answer for today."""
    return [due for due in board(actor, at) if due.alarm and due.mine]


def deadline(actor: Actor, deadline_id: UUID) -> Deadline | None:
    """A deadline of the actor's own site."""
    found: Deadline | None = Deadline.objects.seen_by(actor).filter(id=deadline_id).first()
    return found


def away_on(actor: Actor, on: date) -> set[UUID]:
    """The advisers who are not there on a day."""
    rows = Away.objects.seen_by(actor).filter(since__lte=on, until__gte=on, ended_at__isnull=True)
    return set(rows.values_list("adviser", flat=True))


def days_away(actor: Actor, at: datetime) -> list[Away]:
    """The days on which the actor said not to be there, from today on."""
    rows = Away.objects.seen_by(actor).filter(adviser=actor.id, until__gte=actor.site.today(at), ended_at__isnull=True)
    return list(rows)


def _due(actor: Actor, row: Deadline, called: dict[UUID, str], away: set[UUID], at: datetime) -> Due:
    # An adviser who left the site answers for nothing any more.
    gone = row.adviser in away or row.adviser not in called
    stands_in = gone and row.stand_in in called
    answers = row.stand_in if stands_in and row.stand_in else row.adviser
    day, hour = deadlines.last_hour(row.due_at, actor.site.zone)
    return Due(
        deadline=row,
        case=ids.spaced(row.case),
        last_day=day,
        last_hour=hour,
        hours_left=deadlines.hours_left(row.due_at, at),
        alarm=deadlines.is_alarm(row.due_at, at),
        sure=row.certainty != Certainty.RECKONED,
        answers=called.get(answers, ""),
        stands_in=stands_in,
        stand_in=called.get(row.stand_in, "") if row.stand_in else "",
        # With nobody there to answer, it is everybody's.
        mine=actor.id == answers or (gone and not stands_in),
    )
