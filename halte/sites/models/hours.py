"""What a site offers and when, what is closed today, and when every screen rests."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from halte.common.fields import Keep, Sensitivity, knows
from halte.sites.models.site import SiteRow


class Service(models.TextChoices):
    """What a day centre offers."""

    MEAL = "meal", _("Meal")
    DRINK = "drink", _("Hot drink")
    SHOWER = "shower", _("Shower")
    TOILET = "toilet", _("Toilet")
    LAUNDRY = "laundry", _("Laundry")
    CHARGING = "charging", _("Phone charging")
    LOCKER = "locker", _("Locker")
    ADVICE = "advice", _("Advice")
    MAIL = "mail", _("Mail")
    CLOTHES = "clothes", _("Clothes and blankets")
    BED = "bed", _("Bed for the night")


class Hours(SiteRow):
    """When a service, or the whole site, is open on a weekday.

    No personal data.
    """

    service = knows(models.CharField(max_length=20, choices=Service.choices, blank=True), "Empty: the whole site.")
    weekday = knows(models.PositiveSmallIntegerField(), "0 is Monday.")
    opens = knows(models.TimeField(), "On the site's clock.")
    closes = knows(models.TimeField(), "On the site's clock; before `opens` means the next morning.")

    class Meta:
        ordering = ["weekday", "opens"]
        verbose_name = _("opening hours")
        verbose_name_plural = _("opening hours")
        constraints = [
            models.UniqueConstraint(fields=["site", "service", "weekday", "opens"], name="one_opening_per_time"),
            models.CheckConstraint(condition=Q(weekday__lte=6), name="weekday_is_a_weekday"),
        ]


class ClosureReason(models.TextChoices):
    """Why a service is not offered today."""

    STAFF = "staff", _("Not enough of us")
    REPAIR = "repair", _("Being repaired")
    FULL = "full", _("Full")
    WEATHER = "weather", _("Weather")
    PLANNED = "planned", _("The house stays closed")


class Closure(SiteRow):
    """A service that is not offered on a date although its hours say so, or the whole house that stays closed.

    No personal data.
    """

    service = knows(
        models.CharField(max_length=20, choices=Service.choices, blank=True), "What is closed; empty: the whole house."
    )
    on = knows(models.DateField(), "On the site's date.")
    reason = knows(models.CharField(max_length=20, choices=ClosureReason.choices), "Why, as a code.")
    ended_at = knows(models.DateTimeField(null=True), "When it opened again the same day.")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["site", "service", "on"], condition=Q(ended_at__isnull=True), name="closed_once_a_day"
            )
        ]


class Shutter(SiteRow):
    """All screens of the site rest: from a press, because somebody came with a paper, until a colleague opens them.

    Knows which of the staff pressed. Kept as the register of acts is.
    """

    closed_at = knows(models.DateTimeField(), "When it was pressed.")
    closed_by = knows(
        models.UUIDField(), "Who of the staff, or which tablet.", sensitivity=Sensitivity.PSEUDONYM, keep=Keep.REGISTER
    )
    opened_at = knows(models.DateTimeField(null=True), "When the screens showed people again; empty while they rest.")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["site"], condition=Q(opened_at__isnull=True), name="one_shutter_at_a_time")
        ]
