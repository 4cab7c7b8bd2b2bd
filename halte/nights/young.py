"""A young person alone: a bed first, then a sheet of who was called and what they answered. Never who it was."""

from typing import TYPE_CHECKING

from django.db import models
from django.utils.translation import gettext_lazy as _

from halte.common.fields import Keep, Sensitivity, knows
from halte.sites.models import SiteRow

if TYPE_CHECKING:
    from django_stubs_ext.db.models.manager import RelatedManager


class Called(models.TextChoices):
    """Who is called for a young person alone."""

    LINE_119 = "line_119", _("119")
    DUTY_TEAM = "duty_team", _("The department's duty team")
    INTERPRETER = "interpreter", _("An interpreter")
    MANAGER = "manager", _("The manager on call")
    OTHER = "other", _("Somebody else")


class Answered(models.TextChoices):
    """What they answered."""

    NO_ANSWER = "no_answer", _("Nobody answered")
    CALL_BACK = "call_back", _("They call back")
    NOTED = "noted", _("They wrote it down")
    COMES = "comes", _("They come here")
    PLACE = "place", _("They have a place")
    NO_PLACE = "no_place", _("They have no place tonight")


class DutyTeam(SiteRow):
    """Which number the house calls for a young person alone: that of the department's duty team.

    No personal data: the number of a function, not of a person.
    """

    phone = knows(models.CharField(max_length=40), "The duty team's number, day and night.")
    set_at = knows(models.DateTimeField(), "When it was set.")
    set_by = knows(models.UUIDField(), "Who of the staff set it.", sensitivity=Sensitivity.PSEUDONYM, keep=Keep.ALWAYS)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["site"], name="one_duty_team_per_site")]


class YoungSheet(SiteRow):
    """That a young person was here alone in a night. Numbered, and linked to no card, bed or name.

    Knows that one young person was here on a night, not who. Forgotten 1 year after the night.
    """

    night = knows(models.DateField(), "The evening's date on the site's calendar.", keep=Keep.STAY)
    number = knows(models.PositiveSmallIntegerField(), "Tells the sheets of a night apart.", keep=Keep.STAY)
    opened_at = knows(models.DateTimeField(), "When it was begun.", keep=Keep.STAY)

    if TYPE_CHECKING:
        calls: RelatedManager["YoungCall"]

    class Meta:
        ordering = ["number"]
        verbose_name = _("sheet of a young person alone")
        constraints = [models.UniqueConstraint(fields=["site", "night", "number"], name="one_young_sheet_per_number")]


class YoungCall(SiteRow):
    """One call for a young person alone: who was called, when, and what they answered.

    Knows which colleague called. Forgotten with its sheet.
    """

    sheet = knows(models.ForeignKey(YoungSheet, models.CASCADE, related_name="calls"), "Which sheet.", keep=Keep.STAY)
    called = knows(models.CharField(max_length=20, choices=Called.choices), "Who was called.", keep=Keep.STAY)
    called_at = knows(models.DateTimeField(), "When.", keep=Keep.STAY)
    answered = knows(models.CharField(max_length=20, choices=Answered.choices), "What they answered.", keep=Keep.STAY)
    by = knows(models.UUIDField(), "Who of the staff called.", sensitivity=Sensitivity.PSEUDONYM, keep=Keep.STAY)

    class Meta:
        ordering = ["called_at"]
        verbose_name = _("call for a young person alone")
