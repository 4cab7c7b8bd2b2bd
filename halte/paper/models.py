"""Paper: packs printed ahead, hours that ran on paper, and the lines that were entered afterwards."""

from datetime import datetime
from typing import Any

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from halte.common.fields import Keep, Sensitivity, knows
from halte.guests.models import Guest
from halte.sites.models import Bed, SiteRow


class PackPrinted(SiteRow):
    """That the paper pack was printed: its number stands on every sheet.

    No personal data.
    """

    number = knows(models.PositiveIntegerField(), "Tells an old pack from a new one.")
    at = knows(models.DateTimeField(), "What the bed sheets say is true as of this moment.")

    class Meta:
        verbose_name = _("printed pack")
        constraints = [models.UniqueConstraint(fields=["site", "number"], name="one_pack_per_number")]
        indexes = [models.Index(fields=["site", "-at"], name="latest_pack")]


class PaperPeriod(SiteRow):
    """Hours in which a site ran on paper. Its numbers say so for ever.

    No personal data.
    """

    began_at = knows(models.DateTimeField(), "Paper from.")
    ended_at = knows(models.DateTimeField(), "Paper to.")
    opened_at = knows(models.DateTimeField(), "When entering its lines began.")
    closed_at = knows(models.DateTimeField(null=True), "When every line was entered.")

    class Meta:
        verbose_name = _("hours on paper")
        constraints = [
            models.UniqueConstraint(
                fields=["site"], condition=Q(closed_at__isnull=True), name="one_period_is_entered_at_a_time"
            ),
            models.CheckConstraint(condition=Q(ended_at__gt=F("began_at")), name="paper_ends_after_it_begins"),
        ]
        indexes = [models.Index(fields=["site", "began_at"], name="paper_by_day")]


class PanicHours(SiteRow):
    """Hours in which the house had no key: beds went on by their numbers, and were pressed on a page that knew nobody.

    No personal data: which bed was given or freed, and when. Forgotten after 30 days.
    """

    began_at = knows(models.DateTimeField(), "When the key was dropped.", keep=Keep.DOOR)
    ended_at = knows(models.DateTimeField(), "When the house was opened again.", keep=Keep.DOOR)
    pressed = knows(
        models.JSONField(default=list, blank=True),
        "When which bed was given or freed on the board of numbers.",
        keep=Keep.DOOR,
    )

    class Meta:
        verbose_name = _("hours of a panic")
        constraints = [models.UniqueConstraint(fields=["site", "began_at"], name="one_panic_once")]

    @property
    def lines(self) -> list[dict[str, Any]]:
        """What was pressed, in the order of the hours."""
        return [
            {"at": datetime.fromisoformat(at), "room": room, "bed": bed, "taken": state == "taken"}
            for at, room, bed, state in self.pressed
        ]


class What(models.TextChoices):
    """What a line of paper says: the letter that is written on the sheet and typed."""

    ARRIVED = "a", _("Arrived")
    LEFT = "l", _("Left")
    BED = "b", _("Bed given")
    WELCOME = "w", _("Welcomed for the night")
    MEAL = "m", _("Meals")
    DRINK = "d", _("Hot drinks")
    BLANKET = "k", _("Blanket")
    TALLY = "t", _("Men, women, children without a card")


class LineState(models.TextChoices):
    ENTERED = "entered", _("Entered")
    KNOWN = "known", _("Known already: counted once")
    CLASH = "clash", _("Somebody has to decide")
    SETTLED = "settled", _("Decided")
    TAKEN_BACK = "taken_back", _("Taken back")


class PaperLine(SiteRow):
    """One line of paper that was entered. Whom it is about stands here only while a clash waits for a decision.

    Knows, until the clash is decided, which guest was written to which bed. Forgotten after 30 days.
    """

    period = knows(
        models.ForeignKey(PaperPeriod, models.CASCADE, related_name="lines"), "The hours it is of.", keep=Keep.DOOR
    )
    what = knows(models.CharField(max_length=1, choices=What.choices), "What happened.", keep=Keep.DOOR)
    at = knows(models.DateTimeField(), "When it happened.", keep=Keep.DOOR)
    state = knows(models.CharField(max_length=10, choices=LineState.choices), "What became of it.", keep=Keep.DOOR)
    bed = knows(
        models.ForeignKey(Bed, models.SET_NULL, null=True, related_name="+"),
        "The bed that clashes.",
        sensitivity=Sensitivity.PERSONAL,
        keep=Keep.DOOR,
    )
    guest = knows(
        models.ForeignKey(Guest, models.CASCADE, null=True, related_name="+"),
        "Who was written to the bed that clashes.",
        sensitivity=Sensitivity.PERSONAL,
        keep=Keep.DOOR,
    )
    why = knows(models.CharField(max_length=40, blank=True), "Why it clashes, as a code.", keep=Keep.DOOR)
    decided = knows(models.CharField(max_length=10, blank=True), "What was decided.", keep=Keep.DOOR)

    class Meta:
        verbose_name = _("line of paper")
        constraints = [
            models.CheckConstraint(
                condition=Q(state=LineState.CLASH) | Q(bed__isnull=True, guest__isnull=True),
                name="only_a_clash_names_whom",
            )
        ]
        indexes = [models.Index(fields=["period", "state"], name="lines_by_state")]
