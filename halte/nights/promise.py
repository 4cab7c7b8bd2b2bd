"""What a house promises whoever waits for a bed: about how many come before them, and by when they know."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from django.db.models import Q
from django.utils.formats import time_format
from django.utils.translation import gettext as _

from halte.accounts.actor import Actor
from halte.common import nights
from halte.guests.models import Guest
from halte.nights import queries, rules
from halte.nights.models import Want, WantEnd
from halte.sites.models import Site

if TYPE_CHECKING:
    from django.db.models import QuerySet


def know_by(site: Site, night: date) -> datetime:
    """When whoever asked before knows. By the rules at the beginning of the night: a later change is for tomorrow."""
    minute = site.rules_at(nights.begins(night, site.zone)).answers_minute
    return nights.at_minute(night, minute, site.zone)


def passed_on_at(site: Site, night: date) -> datetime | None:
    """When the places of those who did not come go to the waiting list; None where only a person decides that."""
    site_rules = site.rules_at(nights.begins(night, site.zone))
    if not site_rules.releases_by_itself:
        return None
    return nights.at_minute(night, site_rules.release_minute, site.zone)


@dataclass(frozen=True)
class PlaceInLine:
    """How it stands with one who waits. The moments are on the clock of the house."""

    low: int
    high: int
    know_by: datetime | None
    """None once that hour is over, or when they asked after it."""
    passed_on_at: datetime | None
    """When they may hear more, once they know that there is no bed yet."""

    @property
    def words(self) -> list[str]:
        """What a guest reads, in their language."""
        before = _("%(low)s to %(high)s before you") % {"low": self.low, "high": self.high}
        said = [before, _("Whoever must go first is counted in.")]
        if self.know_by:
            said.append(_("You will know by %(time)s.") % {"time": time_format(self.know_by, "H:i")})
        elif self.passed_on_at:
            words = _("No bed yet. Places of those who do not come are given at %(time)s.")
            said.append(words % {"time": time_format(self.passed_on_at, "H:i")})
        return said


def place_in_line(actor: Actor, want: Want, at: datetime) -> PlaceInLine:
    """Where someone who waits stands now."""
    site = actor.site
    low, high = rules.range_before(queries.how_many_before(actor, want), queries.may_go_first(actor, want, at))
    hour, later = know_by(site, want.night), passed_on_at(site, want.night)
    waits_to_hear = want.told_at is None and max(at, want.asked_at) < hour
    return PlaceInLine(
        low,
        high,
        know_by=hour.astimezone(site.zone) if waits_to_hear else None,
        passed_on_at=later.astimezone(site.zone) if later and at < later else None,
    )


@dataclass(frozen=True)
class Kept:
    """Of how many guests were promised to know by an hour, and how many did."""

    hour: datetime
    promised: int
    knew: int

    @property
    def missing(self) -> int:
        """How many do not know yet, or did not know in time."""
        return self.promised - self.knew


def kept(actor: Actor, night: date) -> Kept:
    """How the promise of a night was kept, or stands so far.

    Whoever has a bed, a warm seat, a place elsewhere or a refusal knows; so does whoever was told to wait on. Whoever
    took their wish back before the hour was promised nothing.
    """
    hour = know_by(actor.site, night)
    wants = Want.objects.seen_by(actor).filter(night=night, asked_at__lt=hour).exclude(end=WantEnd.UNDONE)
    wants = wants.exclude(end=WantEnd.CANCELLED, ended_at__lte=hour)
    told = Q(told_at__lte=hour) | Q(ended_at__lte=hour) & ~Q(end=WantEnd.CANCELLED)
    promised = set(wants.values_list("guest", flat=True))
    return Kept(hour, len(promised), len(set(wants.filter(told).values_list("guest", flat=True))))


@dataclass(frozen=True)
class Standing:
    """What the night desk sees of the promise of a night."""

    promise: Kept
    promise_near: bool
    """The hour is near or over: whoever does not know yet is told now."""
    to_tell: int
    passed_on_at: datetime | None
    seats: int
    seats_taken: int


NEAR = timedelta(minutes=30)


def near(actor: Actor, night: date, at: datetime) -> Kept | None:
    """The promise of tonight while the hour is near or over and somebody who waits does not know; else nothing."""
    if night != actor.site.tonight(at) or at <= know_by(actor.site, night) - NEAR:
        return None
    return kept(actor, night) if to_tell(actor, night).exists() else None


def standing(actor: Actor, night: date, at: datetime) -> Standing:
    """How the promise of a night stands now."""
    found = kept(actor, night)
    return Standing(
        promise=found,
        promise_near=at > found.hour - NEAR,
        to_tell=to_tell(actor, night).count(),
        passed_on_at=passed_on_at(actor.site, night),
        seats=actor.site.rules_at(at).warm_seats,
        seats_taken=warm_seats(actor, night, at),
    )


def to_tell(actor: Actor, night: date) -> "QuerySet[Want]":
    """Those who wait and were not told yet how it stands."""
    found: QuerySet[Want] = Want.objects.seen_by(actor).open_for(night).filter(told_at__isnull=True)
    return found


def warm_seats(actor: Actor, night: date, at: datetime) -> int:
    """How many sit warm in a night: answered so, and without a bed since. A seat is never a bed."""
    answered = Want.objects.seen_by(actor).filter(night=night, end=WantEnd.WARM_SEAT)
    in_bed = queries.holding(actor, night, at).order_by().values("guest")
    return int(answered.exclude(guest__in=in_bed).values("guest").distinct().count())


def sits_warm(actor: Actor, guest: Guest, night: date) -> bool:
    """Whether the last answer to a guest was a warm seat."""
    last = Want.objects.seen_by(actor).filter(night=night, guest=guest).order_by("-asked_at").first()
    return last is not None and last.end == WantEnd.WARM_SEAT
