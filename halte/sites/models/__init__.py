"""Tables of a site: the site itself, its rooms, hours and versions, and what it does when it is very cold."""

from halte.sites.models.cold import ColdMetric, ColdPlan, ColdSpell, OtherPlace
from halte.sites.models.elsewhere import PlacesAnswered, PlacesAsked
from halte.sites.models.hours import Closure, ClosureReason, Hours, Service, Shutter
from halte.sites.models.rooms import Bed, BedState, PlaceNeed, Room, RoomClosedWhy, RoomKind, RoomVersion
from halte.sites.models.site import AtSite, Site, SiteKind, SiteQuerySet, SiteRow
from halte.sites.models.versions import FactsVersion, RulesVersion

__all__ = [
    "AtSite",
    "Bed",
    "BedState",
    "Closure",
    "ClosureReason",
    "ColdMetric",
    "ColdPlan",
    "ColdSpell",
    "FactsVersion",
    "Hours",
    "OtherPlace",
    "PlaceNeed",
    "PlacesAnswered",
    "PlacesAsked",
    "Room",
    "RoomClosedWhy",
    "RoomKind",
    "RoomVersion",
    "RulesVersion",
    "Service",
    "Shutter",
    "Site",
    "SiteKind",
    "SiteQuerySet",
    "SiteRow",
]
