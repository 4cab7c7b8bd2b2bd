"""The numbers of a night, for reports. No rows, no people."""

from collections import Counter
from datetime import date

from django.db.models import Q

from halte.accounts.actor import Actor
from halte.nights import promise
from halte.nights.models import EndReason, NoPlaceNumber, NoPlaceWhy, Stay, StayQuerySet, Want, WantEnd
from halte.sites.models import Bed, BedState, Site

WITH_A_REASON = (EndReason.OWN_WISH, EndReason.PLACE_FOUND, EndReason.STAYED_AWAY, EndReason.MEASURE)


def counts(*, site: Site, on: date) -> dict[str, int]:
    """What happened in the night that began on a date.

    `beds` and `beds_free` are reckoned with the beds that are ready when this is asked; day close writes them down.
    """
    actor = Actor.system(site)
    stays = Stay.objects.seen_by(actor).given_for(on)
    given = _guests(stays)
    arrived = _guests(stays.filter(arrived_at__isnull=False))
    not_come = Q(ended_at__isnull=True) | Q(end_reason=EndReason.DID_NOT_COME)
    wants = Want.objects.seen_by(actor).filter(night=on).exclude(end=WantEnd.UNDONE)
    beds = Bed.objects.seen_by(actor).standing(on).filter(state=BedState.READY, room__closed_since__isnull=True).count()
    used = Stay.objects.seen_by(actor).holding(on).count()
    nameless = _nameless(actor, on)
    promised = promise.kept(actor, on)
    return (
        {
            "nights.promised": promised.promised,
            "nights.knew_in_time": promised.knew,
            "nights.warm_seats": len(_guests(wants.filter(end=WantEnd.WARM_SEAT)) - given),
            "nights.beds": beds,
            "nights.beds_given": len(given),
            "nights.arrived": len(arrived),
            "nights.did_not_come": len(
                _guests(stays.filter(not_come, arrived_at__isnull=True).exclude(StayQuerySet.AWAY)) - arrived
            ),
            "nights.away": len(_guests(stays.holding(on).away()) - arrived),
            "nights.offered": len(given | _guests(wants.filter(no_place_why=NoPlaceWhy.OWN_CHOICE))),
            "nights.beds_free": max(0, beds - used),
            "nights.wanted": len(_guests(wants)),
            "nights.no_place": sum(nameless.values())
            + len(_guests(wants.exclude(end__in=[WantEnd.CANCELLED, WantEnd.OTHER_PLACE])) - given),
        }
        | {f"nights.ended_{reason}": len(_guests(stays.filter(end_reason=reason))) for reason in WITH_A_REASON}
        | {
            f"nights.no_place_{why}": nameless[why] + len(_guests(wants.filter(no_place_why=why)) - given)
            for why in NoPlaceWhy.values
        }
    )


def _nameless(actor: Actor, on: date) -> Counter[str]:
    """People without a card who had no place, by the reason."""
    rows = NoPlaceNumber.objects.seen_by(actor).filter(night=on, ended_at__isnull=True)
    found: Counter[str] = Counter()
    for why, number in rows.values_list("why", "number"):
        found[why] += number
    return found


def _guests(rows: object) -> set[object]:
    return set(rows.values_list("guest", flat=True).distinct())  # type: ignore[attr-defined]
