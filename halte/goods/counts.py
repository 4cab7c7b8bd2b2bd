"""Numbers of one site's day, for reports. Numbers only, never a row."""

from datetime import date
from typing import Any

from django.db.models import Sum

from halte.goods.models import GIVEN_OUT, Given, Kind, Movement, Reason
from halte.sites.models import Site

WHY = "counted for one site"


def counts(*, site: Site, on: date) -> dict[str, int]:
    """What was given, after a loss or not, by kind; what came in, was thrown away, and lay here at the end of a day.

    What was taken back is not counted.
    """
    moved: Any = Movement.objects.everywhere(because=WHY).filter(site=site, on=on).order_by()
    by_reason = dict(moved.values_list("reason").annotate(sum=Sum("quantity")))
    by_kind = moved.filter(reason__in=GIVEN_OUT).values_list("variant__kind__code").annotate(sum=Sum("quantity"))
    lying: Any = Movement.objects.everywhere(because=WHY).filter(site=site, on__lte=on).order_by()
    stock = lying.values_list("variant__kind__code").annotate(sum=Sum("quantity"))
    people: Any = Given.objects.everywhere(because=WHY).filter(site=site, on=on, ended_at__isnull=True)
    return {
        "goods.given": -sum(by_reason.get(reason, 0) for reason in GIVEN_OUT),
        "goods.given_after_loss": -by_reason.get(Reason.LOST_REPLACED, 0),
        "goods.received": by_reason.get(Reason.RECEIVED, 0),
        "goods.discarded": -by_reason.get(Reason.DISCARDED, 0),
        "goods.guests_given": people.values("guest").distinct().count(),
        **{f"goods.given_{kind}": -total for kind, total in by_kind},
        **{f"goods.stock_{kind}": total for kind, total in stock},
    }


def kind_names() -> dict[str, str]:
    """How whoever reads the page calls what the codes name; there are a few dozen."""
    return {kind.code: kind.name for kind in Kind.objects.prefetch_related("names")}
