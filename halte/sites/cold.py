"""The cold plan: set in versions, switched on and off by hand, over by itself. Actions, as in `actions`."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.utils.translation import gettext_lazy as _

from halte import journal
from halte.common.refusal import Refusal, refusing
from halte.common.retry import RetryKey
from halte.sites import spells
from halte.sites.actions import NothingChanged, RoomElsewhere
from halte.sites.building import put_beds
from halte.sites.doors import SiteActor
from halte.sites.models import Bed, BedState, ColdMetric, ColdPlan, ColdSpell, OtherPlace, Room, Site
from halte.sites.rules import ColdMeasures, is_reached

ONE_NIGHT = timedelta(days=1)


class PlanChanged(Refusal):
    """Somebody else set the cold plan while this form was open."""

    code = "sites.cold_plan_changed"
    message = _("Somebody changed the cold plan meanwhile. Look at it again, then change what you want.")


class NoPlan(Refusal):
    """There is no cold plan, or its season is over."""

    code = "sites.no_cold_plan"
    message = _("There is no cold plan for that night. Set one first, with the threshold and who decided it.")


class NotCold(Refusal):
    """The figure does not reach the bound."""

    code = "sites.not_cold"
    message = _("This figure does not reach the threshold. Did an authority decide all the same? Then leave it empty.")
    status = 422


class NightsWrong(Refusal):
    """The last night is before the first, or the first is over."""

    code = "sites.nights_wrong"
    message = _("Choose tonight or a later night, and a last night that is not before the first.")
    status = 422


class AlreadyCold(Refusal):
    """It is on already."""

    code = "sites.already_cold"
    message = _("The cold plan is on for some of these nights already. Change its last night instead.")


class NotOn(Refusal):
    """It is not on."""

    code = "sites.cold_plan_off"
    message = _("The cold plan is not on.")


class BeyondLegal(Refusal):
    """A room would hold more people than it may."""

    code = "sites.beyond_legal"
    message = _("Room %(room)s: at most %(most)s more places. Fire limit and floor allow no more.")
    status = 422


class NoOtherPlace(Refusal):
    """Somebody would be sent out into the cold."""

    code = "sites.no_other_place"
    message = _("The cold plan is on: nobody is sent out without another place. Name it first.")
    status = 422


@dataclass(frozen=True)
class Decided:
    """The threshold of a cold plan and what the house then does."""

    metric: ColdMetric
    bound: int
    until: date
    decided_by: str
    does: ColdMeasures


def set_plan(*, actor: SiteActor, decided: Decided, seen_version: int, at: datetime, key: RetryKey) -> ColdPlan:
    """The threshold and what the house does from then on stand, signed, in a new version.

    Keeps:
        No room is promised more places than fire limit and floor allow.
        The register holds the signature: a row that somebody changes by hand says so on the page.

    Args:
        seen_version: The one that was looked at: setting rests on what was seen.

    Raises:
        PlanChanged: Another version was set since.
        NothingChanged: It says the same.
        NightsWrong: The season is over.
        BeyondLegal, RoomElsewhere.
    """
    with journal.act(actor=actor, at=at, key=key, kind="sites.cold_plan_set") as act:
        last = spells.last_plan(actor)
        if (last.number if last else 0) != seen_version:
            raise PlanChanged
        if decided.until < actor.site.tonight(at):
            raise NightsWrong
        _check_rooms(actor, decided.does.rooms)
        made = ColdPlan(
            site=actor.site,
            number=seen_version + 1,
            since=at,
            until=decided.until,
            decided_by=decided.decided_by,
            metric=decided.metric,
            bound=decided.bound,
            measures=decided.does.stored(),
            set_by=actor.id,
        )
        made.signature = made.signed_now
        if last and _same(last, made):
            raise NothingChanged
        made.save(force_insert=True)
        act.about(
            version=made.number,
            metric=made.metric,
            bound=made.bound,
            until=made.until,
            more=made.does.more_places,
            signature=made.signature,
        )
        act.results(plan=made.id.hex)
    return made


def switch_on(
    *,
    actor: SiteActor,
    first_night: date,
    last_night: date,
    figure: int | None,
    at: datetime,
    key: RetryKey,
) -> ColdSpell:
    """The cold plan is on from one night to another: more beds stand, the door is open longer, guests are told.

    Keeps:
        No room holds more people than fire limit and floor allow.
        It ends by itself after its last night; no other site is touched.

    Args:
        figure: What was read, held against the threshold; None when an authority named the nights.

    Raises:
        NoPlan: None stands for these nights.
        NotCold, NightsWrong, AlreadyCold, BeyondLegal.
    """
    with (
        refusing({"one_cold_spell_begins_a_night": AlreadyCold}),
        journal.act(actor=actor, at=at, key=key, kind="sites.cold_plan_on") as act,
    ):
        if not actor.site.tonight(at) <= first_night <= last_night:
            raise NightsWrong
        plan = spells.last_plan(actor)
        if plan is None or plan.until < last_night:
            raise NoPlan
        if figure is not None and not is_reached(plan.metric, plan.bound, figure):
            raise NotCold
        if spells.since(actor, first_night).filter(first_night__lte=last_night).exists():
            raise AlreadyCold
        _check_rooms(actor, plan.does.rooms)
        for code, more in plan.does.rooms.items():
            _put(actor, Room.objects.seen_by(actor).get(code=code), more, first_night, last_night)
        made: ColdSpell = ColdSpell.objects.create(
            site=actor.site,
            plan=plan,
            figure=figure,
            first_night=first_night,
            last_night=last_night,
            on_at=at,
            on_by=actor.id,
        )
        act.about(version=plan.number, figure=figure, first=first_night, last=last_night, more=plan.does.more_places)
        act.results(spell=made.id.hex)
    return made


def change_end(*, actor: SiteActor, last_night: date, at: datetime, key: RetryKey) -> ColdSpell:
    """The cold plan that is on ends after another night; after tonight at the earliest, so nobody is put out.

    Raises:
        NotOn: It is not on, nor will be.
        NightsWrong: The night is over.
        NoPlan: The season ends before.
        AlreadyCold: Another spell begins before.
        NothingChanged: It ends then already.
    """
    with journal.act(actor=actor, at=at, key=key, kind="sites.cold_plan_end_changed") as act:
        tonight = actor.site.tonight(at)
        spell = _running(actor, tonight)
        spell.off_at = None
        if last_night < max(tonight, spell.first_night):
            raise NightsWrong
        if last_night == spell.last_night:
            raise NothingChanged
        if last_night > spell.plan.until:
            raise NoPlan
        if spells.since(actor, spell.last_night + ONE_NIGHT).filter(first_night__lte=last_night).exists():
            raise AlreadyCold
        _end_with(actor, spell, last_night)
        act.about(version=spell.plan.number, last=last_night)
        act.results(spell=spell.id.hex)
    return spell


def switch_off(*, actor: SiteActor, at: datetime, key: RetryKey) -> ColdSpell:
    """A person ends it. What holds tonight holds until the morning: whoever has a bed keeps it, nobody is sent out.

    Raises:
        NotOn: It is not on, nor will be.
    """
    with journal.act(actor=actor, at=at, key=key, kind="sites.cold_plan_off") as act:
        tonight = actor.site.tonight(at)
        spell = _running(actor, tonight)
        if spell.off_at:
            raise NotOn
        spell.off_at = at
        _end_with(actor, spell, tonight if spell.first_night <= tonight else spell.first_night - ONE_NIGHT)
        act.about(version=spell.plan.number, last=spell.last_night)
        act.results(spell=spell.id.hex)
    return spell


def check_other_place(site: Site, at: datetime, named: str) -> None:
    """Refuse what would send somebody out, while the cold plan is on and no other place is named.

    Raises:
        NoOtherPlace.
    """
    if named not in OtherPlace.values and spells.on(site, at):
        raise NoOtherPlace


def _check_rooms(actor: SiteActor, rooms: Mapping[str, int]) -> None:
    allowed = spells.may_have_more(actor)
    for code, more in rooms.items():
        if code not in allowed:
            raise RoomElsewhere
        if more > allowed[code][2]:
            raise BeyondLegal(room=code, most=allowed[code][2])


def _put(actor: SiteActor, room: Room, more: int, first: date, last: date) -> None:
    """Beds of an earlier spell stand again, and new ones beside them."""
    rested = Bed.objects.seen_by(actor).filter(room=room, last_night__lt=first, state=BedState.READY)
    again = list(rested.order_by("position").values_list("id", flat=True)[:more])
    Bed.objects.filter(id__in=again).update(first_night=first, last_night=last)
    put_beds(actor, room, more - len(again), 0, first_night=first, last_night=last)


def _running(actor: SiteActor, tonight: date) -> ColdSpell:
    spell: ColdSpell | None = spells.since(actor, tonight).first()
    if spell is None:
        raise NotOn
    return spell


def _end_with(actor: SiteActor, spell: ColdSpell, last_night: date) -> None:
    beds = Bed.objects.seen_by(actor).filter(first_night=spell.first_night, last_night=spell.last_night)
    beds.update(last_night=last_night)
    spell.last_night = last_night
    spell.save(update_fields=["last_night", "off_at"])


def _same(one: ColdPlan, other: ColdPlan) -> bool:
    names = ("until", "decided_by", "metric", "bound", "measures")
    return all(getattr(one, name) == getattr(other, name) for name in names)
