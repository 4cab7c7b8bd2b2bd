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


class MorningNote(SiteRow):
    """The numbers of one morning, written once at 08:30: whoever reads them, and whenever, reads the same.

    No personal data: numbers of the whole house.
    """

    on = knows(models.DateField(), "The morning.")
    written_at = knows(models.DateTimeField(), "When it was written.")
    numbers = knows(models.JSONField(default=dict), "Each number by its code, as the services counted it then.")
    meals_before = knows(models.JSONField(default=list), "Meals on this weekday in the last four weeks.")
    closed = knows(models.JSONField(default=list), "Codes of the services that are closed today.")
    lasts = knows(models.JSONField(default=dict), "For how many days each kind of goods lasts.")

    class Meta:
        verbose_name = _("morning note")
        ordering = ["-on"]
        constraints = [models.UniqueConstraint(fields=["site", "on"], name="one_note_a_morning")]
