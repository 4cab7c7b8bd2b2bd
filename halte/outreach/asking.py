"""Beds for people outside: a house is asked for so many, without a name. Actions, as in `actions`."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.utils.translation import gettext_lazy as _

from halte import journal
from halte.accounts.actor import Actor
from halte.common import nights
from halte.common.refusal import Refusal
from halte.common.retry import RetryKey
from halte.sites.models import PlacesAnswered, PlacesAsked, Site, SiteKind


class NobodyAskedFor(Refusal):
    """All numbers are zero."""

    code = "outreach.nobody_asked_for"
    message = _("Type how many women, men and children need a bed.")
    status = 422


class NoBedsThere(Refusal):
    """The other house is no open hostel."""

    code = "outreach.no_beds_there"
    message = _("This house has no beds to ask for.")
    status = 422


class ArrivesNotTonight(Refusal):
    """The hour is over, or not of this night."""

    code = "outreach.arrives_not_tonight"
    message = _("Choose an hour of tonight that is still to come.")
    status = 422


class AskedNoMore(Refusal):
    """It was taken back, or is not ours."""

    code = "outreach.asked_no_more"
    message = _("These beds were taken back already.")


class AnsweredAlready(Refusal):
    """The house holds places."""

    code = "outreach.answered_already"
    message = _("The house answered already. Call it, so that the places are free for others.")


@dataclass(frozen=True)
class People:
    """How many of each, whether they are a family, and what the place must offer."""

    women: int = 0
    men: int = 0
    children: int = 0
    family: bool = False
    needs: Iterable[str] = field(default=())


def ask_beds(
    *, actor: Actor, house: Site, people: People, arriving_at: datetime, at: datetime, key: RetryKey
) -> PlacesAsked:
    """A house is asked to hold beds for people outside, until they come.

    Keeps:
        Numbers, what the place must offer and an hour: never a name, a card or the place where they are.
        The row belongs to this place; the house answers in its own.

    Raises:
        NobodyAskedFor, NoBedsThere, ArrivesNotTonight.
    """
    with journal.act(actor=actor, at=at, key=key, kind="outreach.beds_asked") as act:
        if not (people.women or people.men or people.children):
            raise NobodyAskedFor
        if house.id == actor.site_id or house.kind != SiteKind.HOSTEL or house.opened_on is None:
            raise NoBedsThere
        night = house.tonight(at)
        if not at < arriving_at < nights.ends(night, house.zone):
            raise ArrivesNotTonight
        asked: PlacesAsked = PlacesAsked.objects.create(
            site=actor.site,
            house=house,
            night=night,
            women=people.women,
            men=people.men,
            children=people.children,
            family=people.family,
            needs=sorted(people.needs),
            arriving_at=arriving_at,
            asked_at=at,
        )
        act.about(house=house.code, night=night, n=asked.people)
        act.results(asked=asked.id.hex)
    return asked


def take_back_beds(*, actor: Actor, asked: PlacesAsked, at: datetime, key: RetryKey) -> None:
    """No beds are needed any more.

    Raises:
        AskedNoMore: It was taken back before, or belongs to another place.
        AnsweredAlready: The house holds places: it lets them go, on a call.
    """
    with journal.act(actor=actor, at=at, key=key, kind="outreach.beds_taken_back") as act:
        answers: Any = PlacesAnswered.objects.everywhere(because="the place that asked reads the house's answer")
        if answers.filter(asked=asked, number__isnull=False).exists():
            raise AnsweredAlready
        mine = PlacesAsked.objects.seen_by(actor).filter(id=asked.id, ended_at__isnull=True)
        if not mine.update(ended_at=at):
            raise AskedNoMore
        act.about(house=asked.house.code, night=asked.night, n=asked.people)
        act.results(asked=asked.id.hex)


@journal.undoes("outreach.beds_asked")
def _not_asked(*, actor: Actor, at: datetime, act: journal.Act, results: Mapping[str, Any]) -> None:
    if not PlacesAsked.objects.seen_by(actor).filter(id=results["asked"], ended_at__isnull=True).update(ended_at=at):
        raise AskedNoMore


@journal.undoes("outreach.beds_taken_back")
def _asked_again(*, actor: Actor, at: datetime, act: journal.Act, results: Mapping[str, Any]) -> None:
    PlacesAsked.objects.seen_by(actor).filter(id=results["asked"]).update(ended_at=None)
