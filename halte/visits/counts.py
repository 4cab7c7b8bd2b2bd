"""Numbers of one site's day, for reports. Numbers only, never a row."""

from datetime import date, datetime, time, timedelta
from typing import Any

from django.db.models import Count, Sum

from halte.sites.models import Site
from halte.visits.models import (
    BedAsked,
    BusRun,
    DoorCount,
    Ending,
    Letter,
    Numbered,
    NumberedService,
    ServiceCount,
    TagKind,
    Ticket,
    Visit,
)
from halte.visits.queries import taken_in_on

WHY = "counted for one site"
PLURAL = {"man": "men", "woman": "women", "child": "children"}
SERVICES = {"meal": "meals", "drink": "drinks", "charging": "charging", "laundry": "laundry", "toilet": "toilets"}


def counts(*, site: Site, on: date) -> dict[str, int]:
    """Arrivals by card, by tally and by the hour; meals, drinks, showers, numbered things, tickets, letters of a day.

    What was taken back is not counted. `visits.arrivals` is everyone who came in: cards and tallies together.
    """
    by_card = _by_hour(_visits(site, on), Count("id"))
    at_door = _by_hour(_door(site, on), Sum("number"))
    kinds = dict(_door(site, on).values_list("kind").annotate(sum=Sum("number")))
    found = {"visits.arrivals": sum(by_card.values()) + sum(at_door.values())}
    found["visits.arrivals_by_card"] = sum(by_card.values())
    found |= {f"visits.arrivals_{plural}": kinds.get(kind, 0) for kind, plural in PLURAL.items()}
    for hour in sorted(by_card.keys() | at_door.keys()):
        found[f"visits.arrivals_h{hour:02}"] = by_card.get(hour, 0) + at_door.get(hour, 0)
    return found | _services(site, on) | _things(site, on)


def _visits(site: Site, on: date) -> Any:
    return Visit.objects.everywhere(because=WHY).filter(site=site, on=on).exclude(ending=Ending.UNDONE)


def _door(site: Site, on: date) -> Any:
    return DoorCount.objects.everywhere(because=WHY).filter(site=site, on=on, number__gt=0)


def _by_hour(rows: Any, number: Any) -> dict[int, int]:
    return dict(rows.values_list("hour").annotate(sum=number))


def _services(site: Site, on: date) -> dict[str, int]:
    rows: Any = ServiceCount.objects.everywhere(because=WHY).filter(site=site, on=on)
    sums = dict(rows.values_list("service").annotate(sum=Sum("number")))
    found = {f"visits.{plural}": sums.get(service, 0) for service, plural in SERVICES.items()}
    kept = taken_in_on(site, on, on)
    return found | {"visits.charging": found["visits.charging"] + kept[TagKind.PHONE], "visits.bags": kept[TagKind.BAG]}


def _things(site: Site, on: date) -> dict[str, int]:
    numbered: Any = Numbered.objects.everywhere(because=WHY).filter(site=site, on=on)
    given = numbered.exclude(ending=Ending.UNDONE)
    showers = given.filter(service=NumberedService.SHOWER).exclude(ending=Ending.GIVEN_BACK)
    tickets: Any = Ticket.objects.everywhere(because=WHY).filter(site=site, on=on).exclude(ending=Ending.UNDONE)
    letters: Any = Letter.objects.everywhere(because=WHY).filter(site=site, received_on=on, ended_at__isnull=True)
    asked: Any = BedAsked.objects.everywhere(because=WHY).filter(site=site, night=on, ended_at__isnull=True)
    return {
        "visits.beds_asked": asked.count(),
        "visits.bus_seats": _seats(site, on),
        "visits.showers": showers.count(),
        "visits.lockers": given.filter(service=NumberedService.LOCKER).count(),
        "visits.tickets": tickets.count(),
        "visits.letters": letters.count(),
    }


def _seats(site: Site, on: date) -> int:
    begins = datetime.combine(on, time(0), site.zone)
    buses: Any = BusRun.objects.everywhere(because=WHY).filter(site=site, ended_at__isnull=True)
    today = buses.filter(leaves_at__gte=begins, leaves_at__lt=begins + timedelta(days=1))
    return int(today.aggregate(sum=Sum("taken"))["sum"] or 0)
