"""The plans of a night: what each goal reached, and what was answered to whom."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from halte.common.fields import Keep, Sensitivity, knows
from halte.guests.models import Guest
from halte.sites.models import Room, SiteRow


class NightPlan(SiteRow):
    """One plan of a night: when it was made, and what each goal reached beside the most that was possible.

    No personal data.
    """

    night = knows(models.DateField(), "The evening's date on the site's calendar.")
    made_at = knows(models.DateTimeField(), "When.")
    goals = knows(models.JSONField(default=list), "Of each goal: its code, what was reached, and the bound.")
    undone_at = knows(models.DateTimeField(null=True), "When it was taken back as a whole.")

    class Meta:
        verbose_name = _("plan of a night")
        indexes = [models.Index(fields=["site", "night"], name="plans_of_a_night")]


class OverruleWhy(models.TextChoices):
    """Why a person decided otherwise than the plan: a code, never words about somebody."""

    SAFER = "safer", _("Safer for them")
    ASKED = "asked", _("They asked for it")
    NOT_KNOWN = "not_known", _("The plan could not know something")
    HOUSE = "house", _("The house needs it")


class PlanLine(SiteRow):
    """What a plan answered to one guest: a room or none, and why.

    Knows that a guest wanted a bed on a night and what they were answered. Forgotten 1 year after the night, or with
    the guest.
    """

    plan = knows(models.ForeignKey(NightPlan, models.CASCADE, related_name="lines"), "Which plan.", keep=Keep.STAY)
    guest = knows(
        models.ForeignKey(Guest, models.CASCADE, related_name="+"),
        "To whom it was answered.",
        sensitivity=Sensitivity.PERSONAL,
        keep=Keep.STAY,
    )
    party = knows(
        models.UUIDField(),
        "With whom they asked: their family or group, or they alone.",
        sensitivity=Sensitivity.PSEUDONYM,
        keep=Keep.STAY,
    )
    room = knows(
        models.ForeignKey(Room, models.PROTECT, null=True, related_name="+"),
        "The room they were given; empty when there was none.",
        sensitivity=Sensitivity.PERSONAL,
        keep=Keep.STAY,
    )
    why = knows(models.CharField(max_length=30), "The reason, as a code.", keep=Keep.STAY)
    about = knows(
        models.JSONField(default=list),
        "What the reason is about: what the place must offer, or a number of beds.",
        sensitivity=Sensitivity.PERSONAL,
        keep=Keep.STAY,
    )
    overruled = knows(
        models.CharField(max_length=20, choices=OverruleWhy.choices, blank=True),
        "Why a person decided otherwise; empty while the plan stands.",
        keep=Keep.STAY,
    )
    overruled_by = knows(
        models.UUIDField(null=True), "Who of the staff.", sensitivity=Sensitivity.PSEUDONYM, keep=Keep.STAY
    )

    class Meta:
        verbose_name = _("line of a plan")
        constraints = [models.UniqueConstraint(fields=["plan", "guest"], name="one_answer_per_guest")]
