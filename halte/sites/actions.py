"""Everything that changes a site: what it offers today, its rules, its rooms and beds."""

from collections.abc import Collection, Mapping
from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import Max
from django.utils.translation import gettext_lazy as _

from halte import journal
from halte.common import languages
from halte.common.refusal import Refusal, refusing
from halte.common.retry import RetryKey
from halte.sites.doors import SiteActor
from halte.sites.models import (
    Bed,
    BedState,
    Closure,
    ClosureReason,
    Room,
    RoomClosedWhy,
    RulesVersion,
    Service,
    Shutter,
)
from halte.sites.rules import Rules

HALL_WAITS = timedelta(minutes=10)
"""So long the screens stay open after a colleague opened them, whoever plays with the machine in the hall."""


class AlreadyClosed(Refusal):
    """The service is closed today already."""

    code = "sites.already_closed"
    message = _("This is closed today already.")


class NotClosed(Refusal):
    """The service is not closed today."""

    code = "sites.not_closed"
    message = _("This is open already.")


class DaysPast(Refusal):
    """A day to stay closed on lies in the past."""

    code = "sites.days_past"
    message = _("A day that is over cannot be closed any more.")


class RulesChanged(Refusal):
    """Someone else set the rules while this form was open."""

    code = "sites.rules_changed"
    message = _("Somebody changed the rules meanwhile. Look at them again, then change what you want.")


class NothingChanged(Refusal):
    """The new rules are the old ones."""

    code = "sites.nothing_changed"
    message = _("Nothing is different, so nothing was written.")


class RoomElsewhere(Refusal):
    """The room or bed belongs to another site."""

    code = "sites.room_elsewhere"
    message = _("There is no such room here.")
    status = 404


class OpenedJustNow(Refusal):
    """A press in the hall covered the screens, and a colleague has only just opened them again."""

    code = "sites.opened_just_now"
    message = _("The team opened the screens a moment ago.")


class ScreensRest(Refusal):
    """The shutter is down already."""

    code = "sites.screens_rest"
    message = _("All screens rest already.")


class ScreensOpen(Refusal):
    """The shutter is up already."""

    code = "sites.screens_open"
    message = _("The screens are open already.")


def close_shutter(*, actor: SiteActor, at: datetime, key: RetryKey) -> Shutter:
    """No screen of the site shows people any more, until somebody of the house opens them.

    Raises:
        ScreensRest: They rest already.
    """
    with (
        refusing({"one_shutter_at_a_time": ScreensRest}),
        journal.act(actor=actor, at=at, key=key, kind="sites.shutter_closed") as act,
    ):
        made: Shutter = Shutter.objects.create(site=actor.site, closed_at=at, closed_by=actor.id)
        act.results(shutter=made.id.hex)
    return made


def close_shutter_from_hall(*, actor: SiteActor, at: datetime, key: RetryKey) -> Shutter:
    """The same, pressed on the machine in the hall, where anybody presses.

    Raises:
        OpenedJustNow: A colleague opened the screens less than ten minutes ago after a press on this machine.
        ScreensRest: They rest already.
    """
    again = Shutter.objects.seen_by(actor).filter(closed_by=actor.id, opened_at__gt=at - HALL_WAITS)
    if again.exists():
        raise OpenedJustNow
    return close_shutter(actor=actor, at=at, key=key)


def open_shutter(*, actor: SiteActor, at: datetime, key: RetryKey) -> None:
    """The screens of the site show people again.

    Raises:
        ScreensOpen: They do already.
    """
    with journal.act(actor=actor, at=at, key=key, kind="sites.shutter_opened"):
        if not Shutter.objects.seen_by(actor).filter(opened_at__isnull=True).update(opened_at=at):
            raise ScreensOpen


def close_service(*, actor: SiteActor, service: Service, reason: ClosureReason, at: datetime, key: RetryKey) -> Closure:
    """A service is not offered today, on every screen of the site.

    Raises:
        AlreadyClosed: It is closed today already.
    """
    with (
        refusing({"closed_once_a_day": AlreadyClosed}),
        journal.act(actor=actor, at=at, key=key, kind="sites.service_closed") as act,
    ):
        closure: Closure = Closure.objects.create(
            site=actor.site, service=service, on=actor.site.today(at), reason=reason
        )
        act.about(service=service.value, reason=reason.value)
        act.results(closure=closure.id.hex)
    return closure


def open_service(*, actor: SiteActor, service: Service, at: datetime, key: RetryKey) -> None:
    """A service that was closed today is offered again.

    Raises:
        NotClosed: It was not closed.
    """
    with journal.act(actor=actor, at=at, key=key, kind="sites.service_opened") as act:
        today = Closure.objects.seen_by(actor).filter(service=service, on=actor.site.today(at), ended_at__isnull=True)
        closure = today.first()
        if closure is None:
            raise NotClosed
        closure.ended_at = at
        closure.save(update_fields=["ended_at"])
        act.about(service=service.value)
        act.results(closure=closure.id.hex)


def set_closed_days(*, actor: SiteActor, days: Collection[date], at: datetime, key: RetryKey) -> None:
    """From today on the house stays closed on these days and no others: on every screen, in the guide, in every file.

    Raises:
        DaysPast: One of them is over.
    """
    today = actor.site.today(at)
    if any(day < today for day in days):
        raise DaysPast
    with journal.act(actor=actor, at=at, key=key, kind="sites.closed_days_set") as act:
        standing = Closure.objects.seen_by(actor).filter(service="", on__gte=today, ended_at__isnull=True)
        standing.exclude(on__in=days).update(ended_at=at)
        new = set(days) - set(standing.values_list("on", flat=True))
        Closure.objects.bulk_create(
            Closure(site=actor.site, service="", on=day, reason=ClosureReason.PLANNED) for day in sorted(new)
        )
        act.about(days=len(days))


def set_rules(*, actor: SiteActor, rules: Rules, at: datetime, key: RetryKey) -> RulesVersion:
    """New rules are in force at the site from now on; the versions before stay as they were.

    Args:
        rules: Its `version` is the one that was looked at: setting rests on what was seen.

    Raises:
        RulesChanged: Another version was set since.
        NothingChanged: They say the same.
    """
    with journal.act(actor=actor, at=at, key=key, kind="sites.rules_set") as act:
        last = _last_version(actor, rules.version)
        if rules.settings() == (last.settings if last else {}):
            raise NothingChanged
        made = _next_version(actor, last, at, settings=rules.settings())
        act.about(version=made.number)
        act.results(version=made.id.hex)
    return made


def set_house_rules(
    *, actor: SiteActor, texts: Mapping[str, str], seen_version: int, at: datetime, key: RetryKey
) -> RulesVersion:
    """The house rules read so from now on, in the languages given; empty texts are left out.

    Raises:
        RulesChanged: Another version was set since.
        NothingChanged: They say the same.
    """
    with journal.act(actor=actor, at=at, key=key, kind="sites.house_rules_set") as act:
        last = _last_version(actor, seen_version)
        said = {code: text for code, text in texts.items() if text and code in languages.BY_CODE}
        if said == (last.house_rules if last else {}):
            raise NothingChanged
        made = _next_version(actor, last, at, house_rules=said)
        act.about(version=made.number, languages=sorted(said))
        act.results(version=made.id.hex)
    return made


def close_room(
    *,
    actor: SiteActor,
    room: Room,
    at: datetime,
    key: RetryKey,
    why: RoomClosedWhy = RoomClosedWhy.OTHER,
) -> None:
    """Nobody new is placed in the room; who sleeps there is moved by the night desk, not by this.

    Raises:
        AlreadyClosed: It is closed.
    """
    with journal.act(actor=actor, at=at, key=key, kind="sites.room_closed") as act:
        if not _room(actor, room).filter(closed_since__isnull=True).update(closed_since=at, closed_why=why):
            raise AlreadyClosed
        act.about(room=room.code, reason=why.value)
        act.results(room=room.id.hex)


def open_room(*, actor: SiteActor, room: Room, at: datetime, key: RetryKey) -> None:
    """The room may be slept in again.

    Raises:
        NotClosed: It is open.
    """
    with journal.act(actor=actor, at=at, key=key, kind="sites.room_opened") as act:
        closed = _room(actor, room).filter(closed_since__isnull=False).first()
        if closed is None:
            raise NotClosed
        _room(actor, room).update(closed_since=None, closed_why="")
        act.about(room=room.code)
        act.results(room=room.id.hex, why=closed.closed_why)


def beds_ready(*, actor: SiteActor, room: Room, at: datetime, key: RetryKey) -> int:
    """Every bed of a room that was to make or to clean is ready: one tap for a whole room.

    Returns:
        How many.

    Raises:
        NothingChanged: None was.
    """
    with journal.act(actor=actor, at=at, key=key, kind="sites.beds_ready") as act:
        dirty = Bed.objects.seen_by(actor).filter(room=room.id, state__in=[BedState.TO_MAKE, BedState.DEEP_CLEAN])
        before = {bed.hex: state for bed, state in dirty.values_list("id", "state")}
        if not before:
            raise NothingChanged
        dirty.update(state=BedState.READY)
        act.about(room=room.code, n=len(before))
        act.results(before=before)
    return len(before)


def keep_back(*, actor: SiteActor, bed: Bed, kept: bool, at: datetime, key: RetryKey) -> None:
    """A bed is a buffer: given by a person, or to a group at the door, never by itself. Or it is like any other again.

    Raises:
        RoomElsewhere: It is another site's bed.
        NothingChanged: It is so already.
    """
    with journal.act(actor=actor, at=at, key=key, kind="sites.bed_kept_back") as act:
        if not Bed.objects.seen_by(actor).filter(id=bed.id).exists():
            raise RoomElsewhere
        if not Bed.objects.seen_by(actor).filter(id=bed.id).exclude(kept_back=kept).update(kept_back=kept):
            raise NothingChanged
        act.about(room=bed.room.code, bed=bed.label, kept=kept)
        act.results(bed=bed.id.hex, kept=kept)


def set_bed_state(*, actor: SiteActor, bed: Bed, state: BedState, at: datetime, key: RetryKey) -> None:
    """A bed is ready, to make, to clean deeply, broken or closed. Whoever sleeps in it keeps it until they move.

    Raises:
        RoomElsewhere: It is another site's bed.
    """
    with journal.act(actor=actor, at=at, key=key, kind="sites.bed_state_set") as act:
        before = Bed.objects.seen_by(actor).filter(id=bed.id).values_list("state", flat=True).first()
        if before is None:
            raise RoomElsewhere
        Bed.objects.seen_by(actor).filter(id=bed.id).update(state=state)
        act.about(room=bed.room.code, bed=bed.label, state=state.value)
        act.results(bed=bed.id.hex, before=before)


@journal.undoes("sites.service_closed")
def _reopen(*, actor: SiteActor, at: datetime, act: journal.Act, results: Mapping[str, Any]) -> None:
    today = Closure.objects.seen_by(actor).filter(id=results["closure"], ended_at__isnull=True)
    if not today.update(ended_at=at):
        raise NotClosed


@journal.undoes("sites.service_opened")
def _close_again(*, actor: SiteActor, at: datetime, act: journal.Act, results: Mapping[str, Any]) -> None:
    with refusing({"closed_once_a_day": AlreadyClosed}):
        Closure.objects.seen_by(actor).filter(id=results["closure"]).update(ended_at=None)


@journal.undoes("sites.room_closed")
def _open_room_again(*, actor: SiteActor, at: datetime, act: journal.Act, results: Mapping[str, Any]) -> None:
    Room.objects.seen_by(actor).filter(id=results["room"]).update(closed_since=None, closed_why="")


@journal.undoes("sites.room_opened")
def _close_room_again(*, actor: SiteActor, at: datetime, act: journal.Act, results: Mapping[str, Any]) -> None:
    Room.objects.seen_by(actor).filter(id=results["room"], closed_since__isnull=True).update(
        closed_since=at, closed_why=results["why"]
    )


@journal.undoes("sites.beds_ready")
def _beds_as_before(*, actor: SiteActor, at: datetime, act: journal.Act, results: Mapping[str, Any]) -> None:
    for bed, state in results["before"].items():
        Bed.objects.seen_by(actor).filter(id=bed, state=BedState.READY).update(state=state)


@journal.undoes("sites.bed_kept_back")
def _kept_as_before(*, actor: SiteActor, at: datetime, act: journal.Act, results: Mapping[str, Any]) -> None:
    Bed.objects.seen_by(actor).filter(id=results["bed"]).update(kept_back=not results["kept"])


@journal.undoes("sites.bed_state_set")
def _bed_as_before(*, actor: SiteActor, at: datetime, act: journal.Act, results: Mapping[str, Any]) -> None:
    Bed.objects.seen_by(actor).filter(id=results["bed"]).update(state=results["before"])


def _room(actor: SiteActor, room: Room) -> Any:
    found = Room.objects.seen_by(actor).filter(id=room.id)
    if not found.exists():
        raise RoomElsewhere
    return found


def _last_version(actor: SiteActor, seen: int) -> RulesVersion | None:
    last: RulesVersion | None = RulesVersion.objects.seen_by(actor).order_by("-number").first()
    if (last.number if last else 0) != seen:
        raise RulesChanged
    return last


def _next_version(actor: SiteActor, last: RulesVersion | None, at: datetime, **changed: Any) -> RulesVersion:
    standing = {"settings": last.settings, "house_rules": last.house_rules} if last else {}
    number = RulesVersion.objects.seen_by(actor).aggregate(last=Max("number"))["last"] or 0
    made: RulesVersion = RulesVersion.objects.create(
        site=actor.site, number=number + 1, since=at, set_by=actor.id, **(standing | changed)
    )
    return made
