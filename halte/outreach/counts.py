"""Numbers of outreach for reports."""

from datetime import date

from halte.outreach import queries
from halte.outreach.models import Round
from halte.sites.models import Site


def counts(*, site: Site, on: date) -> dict[str, int]:
    """Rounds of a day and the range of people seen; without a round there is no count, not even zero."""
    seen = queries.seen_on(site, on)
    if seen is None:
        return {}
    rounds = Round.objects.filter(site=site, on=on).count()
    return {"outreach.rounds": rounds, "outreach.people_low": seen.low, "outreach.people_high": seen.high}
