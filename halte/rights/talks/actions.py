"""Everything that changes a talk: offering, answering, the speaker's sheet, counting heads."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime

from django.db.models import Max

from halte import journal
from halte.accounts.actor import Actor
from halte.common import languages as known
from halte.common.refusal import refusing
from halte.common.retry import RetryKey
from halte.rights.models import FactSheet, Government, Headcount, Point, Talk, TalkState, Topic
from halte.rights.talks.refusals import (
    AnsweredAlready,
    InThePast,
    NoSuchMatter,
    NothingStated,
    NotStarted,
    NotYourTalk,
    SheetSigned,
    TalkOver,
    UnknownMissing,
)


@dataclass(frozen=True)
class Offer:
    """What a government offers: who speaks, of what, when and where, in which languages."""

    government: Government
    institution: str
    speaker: str
    title: str
    written_in: str
    matter: str
    languages: tuple[str, ...]
    interpreters: tuple[str, ...]
    starts_at: datetime
    minutes: int
    where: str
    seats: int


@dataclass(frozen=True)
class Stated:
    """One thing a speaker states, where it can be looked up, and which statement of the guide it lies beside."""

    text: str
    source: str
    source_on: date
    figure: str = ""
    source_address: str = ""
    beside: str = ""


def offer(*, actor: Actor, offered: Offer, at: datetime, key: RetryKey) -> Talk:
    """A government offers a talk to the house. Guests read nothing of it before the house accepted.

    Raises:
        InThePast, NoSuchMatter. Nothing is written when any of these is raised.
    """
    if offered.starts_at <= at:
        raise InThePast
    if not Topic.objects.filter(slug=offered.matter).exists():
        raise NoSuchMatter
    values = asdict(offered) | {"languages": list(offered.languages), "interpreters": list(offered.interpreters)}
    with journal.act(actor=actor, at=at, key=key, kind="rights.talk_offered") as act:
        talk: Talk = Talk.objects.create(
            site=actor.site, offered_by=actor.id, offered_on=actor.site.today(at), **values
        )
        act.about(government=offered.government.value, seats=offered.seats)
        act.results(talk=talk.id.hex)
    return talk


def accept(*, actor: Actor, talk: Talk, at: datetime, key: RetryKey) -> None:
    """The house takes the offer: guests read of it from now on.

    Raises:
        AnsweredAlready: It was answered or withdrawn before.
        InThePast: It would have begun already.
    """
    if talk.starts_at <= at:
        raise InThePast
    _answer(actor, talk, TalkState.ACCEPTED, frozenset({TalkState.OFFERED}), at, key, "rights.talk_accepted")


def decline(*, actor: Actor, talk: Talk, at: datetime, key: RetryKey) -> None:
    """The house does not take the offer, or not any more: it needs no reason, before and after it accepted.

    Raises:
        AnsweredAlready: It was declined or withdrawn before.
        TalkOver: It has taken place.
    """
    if talk.state == TalkState.ACCEPTED and talk.starts_at <= at:
        raise TalkOver
    states = frozenset({TalkState.OFFERED, TalkState.ACCEPTED})
    _answer(actor, talk, TalkState.DECLINED, states, at, key, "rights.talk_declined")


def withdraw(*, actor: Actor, talk: Talk, at: datetime, key: RetryKey) -> None:
    """Whoever offered it takes it back; guests who could read of it read that it is off.

    Raises:
        NotYourTalk: Somebody else offered it.
        AnsweredAlready: It was declined or withdrawn before.
        TalkOver: It has begun.
    """
    _own(actor, talk)
    if talk.starts_at <= at:
        raise TalkOver
    with journal.act(actor=actor, at=at, key=key, kind="rights.talk_withdrawn") as act:
        rows = Talk.objects.seen_by(actor).filter(id=talk.id, state__in=[TalkState.OFFERED, TalkState.ACCEPTED])
        if not rows.update(state=TalkState.WITHDRAWN, withdrawn_on=actor.site.today(at)):
            raise AnsweredAlready
        act.results(talk=talk.id.hex)


def state_point(*, actor: Actor, talk: Talk, stated: Stated, at: datetime, key: RetryKey) -> Point:
    """The speaker adds a statement to the sheet that is being written; the first one begins a new version.

    Keeps:
        A signed sheet stands as it is: its statements come along into the new version.

    Raises:
        NotYourTalk: Somebody else offered it.
    """
    _own(actor, talk)
    with journal.act(actor=actor, at=at, key=key, kind="rights.point_stated") as act:
        sheet = _being_written(actor, talk)
        last = sheet.points.aggregate(last=Max("place"))["last"] or 0
        point: Point = Point.objects.create(site=actor.site, sheet=sheet, place=last + 1, **asdict(stated))
        act.about(version=sheet.number, point=point.place)
        act.results(point=point.id.hex)
    return point


def take_out_point(*, actor: Actor, point: Point, at: datetime, key: RetryKey) -> None:
    """The speaker takes a statement off the sheet that is being written.

    Raises:
        NotYourTalk, SheetSigned.
    """
    _own(actor, point.sheet.talk)
    with journal.act(actor=actor, at=at, key=key, kind="rights.point_taken_out") as act:
        found = Point.objects.seen_by(actor).filter(id=point.id, sheet__signed_on__isnull=True)
        if not found.exists():
            raise SheetSigned
        found.delete()
        act.about(version=point.sheet.number, point=point.place)


def sign(*, actor: Actor, talk: Talk, name: str, unknown: str, at: datetime, key: RetryKey) -> FactSheet:
    """The speaker signs the sheet: guests read it from now on, with the name and the day, beside our own statements.

    Keeps:
        Every statement on it has a source and its day; the database holds this too.
        It says what is not known. Nobody can change it after this.

    Raises:
        NotYourTalk, NothingStated, UnknownMissing. Nothing is written when any of these is raised.
    """
    _own(actor, talk)
    if not unknown:
        raise UnknownMissing
    with journal.act(actor=actor, at=at, key=key, kind="rights.sheet_signed") as act:
        sheet = _being_written(actor, talk)
        if not sheet.points.exists():
            raise NothingStated
        sheet.unknown, sheet.signed_name = unknown, name
        sheet.signed_by, sheet.signed_on = actor.id, actor.site.today(at)
        sheet.save()
        act.about(version=sheet.number, points=sheet.points.count())
        act.results(sheet=sheet.id.hex)
    return sheet


def count_heads(*, actor: Actor, talk: Talk, people: Mapping[str, int], at: datetime, key: RetryKey) -> None:
    """Somebody of the house looked into the room and says how many listen in each language; nobody else is told more.

    Raises:
        TalkOver: It did not take place.
        NotStarted: It has not begun.
    """
    if talk.state != TalkState.ACCEPTED:
        raise TalkOver
    if talk.starts_at > at:
        raise NotStarted
    counted = {code: number for code, number in people.items() if code in known.BY_CODE and number}
    with journal.act(actor=actor, at=at, key=key, kind="rights.heads_counted") as act:
        Headcount.objects.seen_by(actor).filter(talk=talk).delete()
        Headcount.objects.bulk_create(
            Headcount(site=actor.site, talk=talk, language=code, people=number) for code, number in counted.items()
        )
        act.about(people=sum(counted.values()))


def _answer(
    actor: Actor,
    talk: Talk,
    state: TalkState,
    before: frozenset[TalkState],
    at: datetime,
    key: RetryKey,
    kind: str,
) -> None:
    with journal.act(actor=actor, at=at, key=key, kind=kind) as act:
        rows = Talk.objects.seen_by(actor).filter(id=talk.id, state__in=before)
        announced = talk.was_announced or state == TalkState.ACCEPTED
        told = {"answered_by": actor.id, "answered_on": actor.site.today(at), "was_announced": announced}
        if not rows.update(state=state, **told):
            raise AnsweredAlready
        act.results(talk=talk.id.hex)


def _own(actor: Actor, talk: Talk) -> None:
    if talk.offered_by != actor.id or talk.site_id != actor.site_id:
        raise NotYourTalk


def _being_written(actor: Actor, talk: Talk) -> FactSheet:
    """The version without a signature; a new one holds what the one before states."""
    sheets = list(FactSheet.objects.seen_by(actor).filter(talk=talk).order_by("-number")[:1])
    last: FactSheet | None = sheets[0] if sheets else None
    if last is not None and last.signed_on is None:
        return last
    with refusing({"one_sheet_being_written": SheetSigned, "one_sheet_per_number": SheetSigned}):
        sheet: FactSheet = FactSheet.objects.create(
            site=actor.site, talk=talk, number=last.number + 1 if last else 1, written_in=talk.written_in
        )
    if last is not None:
        Point.objects.bulk_create(_again(point, sheet) for point in _points(last))
    return sheet


def _points(sheet: FactSheet) -> Sequence[Point]:
    return list(sheet.points.order_by("place"))


def _again(point: Point, sheet: FactSheet) -> Point:
    told = ("place", "text", "figure", "source", "source_address", "source_on", "beside")
    return Point(site_id=point.site_id, sheet=sheet, **{name: getattr(point, name) for name in told})
