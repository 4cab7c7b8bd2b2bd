"""Whether a statement is still right: a changed law marks what rests on it, and people look at each again."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import Case, IntegerField, QuerySet, Value, When
from django.utils import timezone

from halte import journal
from halte.accounts.actor import Actor
from halte.accounts.roles import Role
from halte.common.refusal import refusing
from halte.common.retry import RetryKey
from halte.rights import writing
from halte.rights.models import Check, CheckState, Danger, GuideFile, KeptBy, Statement, Topic
from halte.rights.refusals import (
    CheckerConfirms,
    CheckGone,
    LastDayMissing,
    LastDayNotInReach,
    NoSuchArticle,
    NotYourText,
)

AT_MOST = timedelta(days=2 * 365)
"""No statement is shown longer than this without another look."""


@dataclass(frozen=True)
class Seen:
    """What somebody says who looked at a statement again: their public signature, where they looked, until when."""

    signature: str
    looked_at: str
    show_until: date | None = None


def resting_on(article: str) -> list[Statement]:
    """Every statement that rests on an article, such as `L572-4`."""
    if not re.search(r"\d", article):
        return []
    whole = re.compile(rf"(?<![\w-]){re.escape(article.strip())}(?![\w-])", re.IGNORECASE)
    return [row for row in Statement.objects.exclude(law="").select_related("topic") if whole.search(row.law)]


def law_changed(*, actor: Actor, article: str, at: datetime, key: RetryKey) -> list[Statement]:
    """Every statement that rests on an article must be checked again; until then readers see it as not confirmed.

    Keeps:
        Whoever looked at one of them before the law changed has to look once more.

    Raises:
        NoSuchArticle: No statement rests on it.
    """
    _refuse_others(actor)
    with journal.act(actor=journal.ForTheNetwork.of(actor), at=at, key=key, kind="rights.law_changed") as act:
        found = resting_on(article)
        if not found:
            raise NoSuchArticle
        Statement.objects.filter(id__in=[row.id for row in found]).update(recheck_since=timezone.localdate(at))
        replace_waiting(found)
        act.about(statements=len(found))
    return found


def still_right(*, actor: Actor, statement: Statement, seen: Seen, at: datetime, key: RetryKey) -> Check:
    """Somebody looked at a statement and finds it right.

    Keeps:
        What rests on a law, or may be shown until a day only, stands when a second person says the same: until then
        readers see what they saw before. Anything else stands at once.
        It gets a new last day, at most two years ahead.

    Raises:
        NotYourText, LastDayMissing, LastDayNotInReach. Nothing is written when any of these is raised.
    """
    _refuse_others(actor)
    today = timezone.localdate(at)
    if seen.show_until is None and needs_two(statement):
        raise LastDayMissing
    if seen.show_until is not None and not today < seen.show_until <= today + AT_MOST:
        raise LastDayNotInReach
    with journal.act(actor=journal.ForTheNetwork.of(actor), at=at, key=key, kind="rights.checked_again") as act:
        row = Statement.objects.select_related("topic").get(id=statement.id)
        replace_waiting([row])
        alone = not needs_two(row)
        check = Check.objects.create(
            statement=row,
            state=CheckState.STANDS if alone else CheckState.WAITING,
            signature=seen.signature,
            looked_at=seen.looked_at,
            show_until=seen.show_until,
            checked_by=actor.id,
            checked_on=today,
        )
        if alone:
            _let_stand(check)
        act.about(waiting=0 if alone else 1)
        act.results(check=check.id.hex)
    return check


def confirm(*, actor: Actor, check: Check, at: datetime, key: RetryKey) -> Statement:
    """A second person looked too: the statement is checked as of that day, and shown until its new last day.

    Keeps:
        Whoever checked does not confirm; the database holds this too.
        A statement whose law or words changed after the look waits for another look.
        A lawyer's approval of before the law changed ends. The guide's file changes in this statement alone.

    Raises:
        NotYourText, CheckerConfirms, CheckGone. Nothing is written when any of these is raised.
    """
    _refuse_others(actor)
    with (
        journal.act(actor=journal.ForTheNetwork.of(actor), at=at, key=key, kind="rights.check_confirmed"),
        refusing({"checker_is_not_confirmer": CheckerConfirms}),
    ):
        row = Check.objects.select_related("statement__topic").filter(id=check.id, state=CheckState.WAITING).first()
        if row is None or (row.show_until is not None and row.show_until < timezone.localdate(at)):
            raise CheckGone
        if row.checked_by == actor.id:
            raise CheckerConfirms
        row.state, row.confirmed_by, row.confirmed_on = CheckState.STANDS, actor.id, timezone.localdate(at)
        row.save()
        statement: Statement = row.statement
        _let_stand(row)
    return statement


def needs_two(statement: Statement) -> bool:
    """Whether a statement stands on the word of two people: legal text, and whatever has a last day."""
    return bool(statement.law or statement.show_until or statement.pre_pact)


def replace_waiting(statements: Sequence[Statement]) -> None:
    """What was looked at before the law or the words changed, or before a newer look, is of no use any more."""
    Check.objects.filter(statement__in=[row.id for row in statements], state=CheckState.WAITING).update(
        state=CheckState.REPLACED
    )


def recheck() -> QuerySet[Statement]:
    """What rests on a changed law, the gravest first."""
    return _gravest_first(Statement.objects.filter(recheck_since__isnull=False))


def expired(on: date) -> QuerySet[Statement]:
    """What readers cannot see any more because its last day is over, the gravest first."""
    return _gravest_first(Statement.objects.filter(show_until__lt=on))


def expiring(on: date, until: date) -> QuerySet[Statement]:
    """What may not be shown any more after a day between these two, soonest first."""
    rows = Statement.objects.filter(show_until__gte=on, show_until__lte=until)
    return rows.select_related("topic").order_by("show_until", "topic__place", "place")


def waiting() -> QuerySet[Check]:
    """Looks that wait for a second person, oldest first."""
    rows = Check.objects.filter(state=CheckState.WAITING).select_related("statement__topic")
    return rows.order_by("checked_on", "statement__topic__place", "statement__place")


def _gravest_first(rows: QuerySet[Statement]) -> QuerySet[Statement]:
    order = {Danger.GRAVE: 0, Danger.SERIOUS: 1, Danger.LIGHT: 2}
    gravity = Case(
        *(When(danger=danger, then=Value(place)) for danger, place in order.items()), output_field=IntegerField()
    )
    return rows.select_related("topic").order_by(gravity, "topic__place", "place")


def _let_stand(check: Check) -> None:
    statement: Statement = check.statement
    if statement.recheck_since:
        statement.approved_by, statement.approved_on = "", None
    statement.checked_by, statement.checked_on = check.signature, check.checked_on
    statement.show_until, statement.recheck_since = check.show_until, None
    statement.save()
    Topic.objects.filter(id=statement.topic_id).update(kept_by=KeptBy.EDITORS)
    file = GuideFile.objects.filter(name=f"{statement.topic.slug}/topic.toml").first()
    if file is not None:
        names = ("checked_by", "checked_on", "show_until", "approved_by", "approved_on")
        file.text = writing.with_values(
            file.text, statement.code, {name: getattr(statement, name) or None for name in names}
        )
        file.save()


def _refuse_others(actor: Actor) -> None:
    if Role.EDITOR not in actor.roles:
        raise NotYourText
