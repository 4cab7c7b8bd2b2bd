"""The cold plan: from which figure on it may be switched on, what the house then does, and when it was on."""

from typing import Any, ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from halte.common.fields import Keep, Sensitivity, knows
from halte.sites.models.site import SiteQuerySet, SiteRow
from halte.sites.rules import ColdMeasures, signature


class ColdMetric(models.TextChoices):
    """What is read. Two definitions of "level 2" circulate in France, so a level alone says nothing."""

    FELT = "felt", _("Felt temperature, the lowest of the day (°C)")
    MEASURED = "measured", _("Measured temperature, the lowest of the night (°C)")
    WIND = "wind", _("Gusts of wind (km/h)")


class OtherPlace(models.TextChoices):
    """Where somebody can go instead. A code, never words about somebody."""

    OTHER_HOUSE = "other_house", _("A place in another house")
    WARM_SEAT = "warm_seat", _("A warm, staffed seat for the night")
    BY_115 = "by_115", _("A place that 115 found")
    HOSPITAL = "hospital", _("Hospital")
    OWN_PLACE = "own_place", _("A place of their own, and they go there by their own wish")


class ColdPlan(SiteRow):
    """One version of a site's cold plan: the threshold, who decided it, and what the house then does. Never changed.

    No personal data.
    """

    number = knows(models.PositiveIntegerField(), "Lines in the register cite it.")
    since = knows(models.DateTimeField(), "Stands from this moment.")
    until = knows(models.DateField(), "The last night it may be on: the end of the season.")
    decided_by = knows(models.CharField(max_length=120), "Which authority or house decided it, and when; no person.")
    metric = knows(models.CharField(max_length=20, choices=ColdMetric.choices), "What is read.")
    bound = knows(models.SmallIntegerField(), "From this figure on the plan may be switched on.")
    measures = knows(models.JSONField(default=dict), "More places by room, the later hour, the bus.")
    set_by = knows(models.UUIDField(), "Who of the staff set it.", sensitivity=Sensitivity.PSEUDONYM, keep=Keep.ALWAYS)
    signature = knows(models.CharField(max_length=40), "Digest of all of the above, as the register of acts holds it.")

    objects: ClassVar[Any] = SiteQuerySet.as_manager()

    class Meta:
        verbose_name = _("cold plan")
        constraints = [models.UniqueConstraint(fields=["site", "number"], name="one_cold_plan_per_number")]

    @property
    def does(self) -> ColdMeasures:
        """What the house does while it is on, as typed values."""
        return ColdMeasures.parse(self.measures)

    @property
    def signed_now(self) -> str:
        """The signature that this row would have if it were set now; another one means that it was changed by hand."""
        return signature(
            self.number,
            self.until.isoformat(),
            self.decided_by,
            self.metric,
            self.bound,
            self.does.stored(),
            str(self.set_by),
        )


class ColdSpell(SiteRow):
    """That the cold plan is on, from one night to another. It is over by itself after its last night.

    No personal data.
    """

    plan = knows(models.ForeignKey(ColdPlan, models.PROTECT, related_name="+"), "The version that holds.")
    figure = knows(models.SmallIntegerField(null=True), "What was read; empty when an authority named the dates.")
    first_night = knows(models.DateField(), "The first night.")
    last_night = knows(models.DateField(), "The last night.")
    on_at = knows(models.DateTimeField(), "When it was switched on.")
    on_by = knows(models.UUIDField(), "Who switched it on.", sensitivity=Sensitivity.PSEUDONYM, keep=Keep.ALWAYS)
    off_at = knows(models.DateTimeField(null=True), "When a person ended it before its last night.")

    objects: ClassVar[Any] = SiteQuerySet.as_manager()

    class Meta:
        verbose_name = _("cold spell")
        constraints = [
            models.UniqueConstraint(
                fields=["site", "first_night"], condition=Q(off_at__isnull=True), name="one_cold_spell_begins_a_night"
            ),
            models.CheckConstraint(
                condition=Q(last_night__gte=F("first_night")) | Q(off_at__isnull=False), name="a_cold_spell_has_a_night"
            ),
        ]
        indexes = [models.Index(fields=["site", "last_night"], name="cold_spells_by_end")]
