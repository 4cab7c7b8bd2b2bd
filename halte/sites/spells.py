"""Whether the cold plan is on: for screens, for guests, and for rules that ask."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from halte.sites.doors import SiteActor
from halte.sites.models import BedState, ColdPlan, ColdSpell, OtherPlace, Room, Site

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise


def last_plan(actor: Any) -> ColdPlan | None:
    """The version that stands."""
    found: ColdPlan | None = ColdPlan.objects.seen_by(actor).order_by("-number").first()
    return found


def on(site: Site, at: datetime) -> ColdSpell | None:
    """The cold plan that holds in the night that runs; None when it is not on."""
    return on_night(site, site.tonight(at))


def on_night(site: Site, night: date) -> ColdSpell | None:
    """The same for a night."""
    rows: Any = ColdSpell.objects.everywhere(because="asked for one site, by its screens and its guests")
    found: ColdSpell | None = (
        rows.filter(site=site, first_night__lte=night, last_night__gte=night).select_related("plan").first()
    )
    return found


def on_or_coming(actor: SiteActor, at: datetime) -> ColdSpell | None:
    """The one that is on, else the next."""
    found: ColdSpell | None = since(actor, actor.site.tonight(at)).first()
    return found


def may_have_more(actor: SiteActor) -> dict[str, tuple[Room, int, int]]:
    """Of each room by its number: its beds that stand on any night, and how many more places it may have."""
    found = {}
    for room in Room.objects.seen_by(actor).prefetch_related("beds"):
        beds = sum(
            bed.last_night is None and bed.state in (BedState.READY, BedState.TO_MAKE) for bed in room.beds.all()
        )
        found[room.code] = (room, beds, max(0, room.legal_maximum - beds))
    return found


def since(actor: SiteActor, night: date) -> Any:
    """The spells that hold in a night or later, the next first."""
    return ColdSpell.objects.seen_by(actor).filter(last_night__gte=night).select_related("plan").order_by("first_night")


def plans(actor: SiteActor) -> list[ColdPlan]:
    """Every version, the newest first."""
    return list(ColdPlan.objects.seen_by(actor).order_by("-number"))


def past(actor: SiteActor) -> list[ColdSpell]:
    """When it was on before and is, the newest first."""
    return list(ColdSpell.objects.seen_by(actor).select_related("plan").order_by("-first_night"))


@dataclass(frozen=True)
class ColdNotice:
    """What everybody is told of a house while its cold plan is on. It names nobody."""

    site: Site
    last_night: date
    more_places: int
    open_until: str
    bus_from: str
    bus_at: tuple[str, ...]

    @property
    def other_places(self) -> "list[tuple[str, StrOrPromise]]":
        """Where somebody can go instead: asked on every form that may send somebody out."""
        return list(OtherPlace.choices)


def notice(site: Site, at: datetime) -> ColdNotice | None:
    """What a house tells; None when its cold plan is not on."""
    spell = on(site, at)
    return _notice(spell) if spell else None


def notices(at: datetime) -> list[ColdNotice]:
    """What every open house tells, by its own clock."""
    sites = Site.objects.filter(opened_on__isnull=False)
    rows: Any = ColdSpell.objects.everywhere(because="told to everybody, house by house")
    nights = {site.id: site.tonight(at) for site in sites}
    # One night more or less: the clocks of the houses may differ.
    near = rows.filter(site__in=nights, first_night__lte=max(nights.values(), default=at.date()))
    found = near.filter(last_night__gte=min(nights.values(), default=at.date())).select_related("plan", "site")
    return [_notice(one) for one in found if one.first_night <= nights[one.site_id] <= one.last_night]


def _notice(spell: ColdSpell) -> ColdNotice:
    does = spell.plan.does
    return ColdNotice(spell.site, spell.last_night, does.more_places, does.open_until, does.bus_from, does.bus_at)
