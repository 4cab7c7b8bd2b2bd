"""Numbers of visits with a paper, for reports. They are about the house, not about guests."""

from datetime import date
from typing import Any

from django.db.models import Count
from django.db.models.functions import ExtractYear

from halte.emergency.models import PaperVisit
from halte.sites.models import Site


def counts(*, site: Site, on: date) -> dict[str, int]:
    """Visits with a paper on a day; a day without one has no number."""
    rows: Any = PaperVisit.objects.everywhere(because="counted for one site")
    number = rows.filter(site=site, on=on).count()
    return {"emergency.paper_visits": number} if number else {}


def paper_visits_by_year() -> dict[int, int]:
    """How often somebody came with a paper, year by year, in all houses together: it is published."""
    rows: Any = PaperVisit.objects.everywhere(because="one number a year for all houses")
    years = rows.annotate(year=ExtractYear("on")).values("year").annotate(n=Count("id")).order_by("-year")
    return {row["year"]: row["n"] for row in years}
