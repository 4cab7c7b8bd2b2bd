"""Numbers of a site for reports."""

from datetime import date

from halte.sites.models import Bed, BedState, Closure, Room, Site


def counts(*, site: Site, on: date) -> dict[str, int]:
    """Rooms and beds as they stand when asked, and services that somebody closed on that day."""
    rooms = Room.objects.everywhere(because="counted for one site").filter(site=site)
    beds = Bed.objects.everywhere(because="counted for one site").filter(site=site)
    closures = Closure.objects.everywhere(because="counted for one site").filter(site=site, on=on).exclude(service="")
    usable = beds.filter(state=BedState.READY, room__closed_since__isnull=True)
    return {
        "sites.rooms": rooms.count(),
        "sites.beds": beds.count(),
        "sites.beds_usable": usable.count(),
        "sites.services_closed": closures.values("service").distinct().count(),
    }
