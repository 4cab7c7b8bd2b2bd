"""Tallies: what is left of a day when its people are forgotten."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from halte.common.fields import knows
from halte.sites.models import SiteRow


class DayTally(SiteRow):
    """One exact number of one day at one site.

    No personal data: a number, however small, leaves this table only rounded and above the threshold.
    """

    on = knows(models.DateField(), "The day, or the evening's date of the night.")
    code = knows(models.CharField(max_length=80), "What was counted, as the service names it.")
    value = knows(models.PositiveIntegerField(), "How many.")

    class Meta:
        verbose_name = _("tally of a day")
        constraints = [models.UniqueConstraint(fields=["site", "on", "code"], name="one_tally_per_day")]


class DayClosed(SiteRow):
    """A day whose tallies are written and stand.

    No personal data.
    """

    on = knows(models.DateField(), "The day.")
    closed_at = knows(models.DateTimeField(), "When its tallies were written.")
    tallies = knows(models.PositiveIntegerField(), "How many tallies were written.")

    class Meta:
        verbose_name = _("closed day")
        constraints = [models.UniqueConstraint(fields=["site", "on"], name="a_day_closes_once")]
