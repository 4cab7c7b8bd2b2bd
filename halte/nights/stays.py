"""Who has which bed in which night, and that a night was opened."""

from datetime import date, timedelta
from typing import Any, ClassVar, Self

from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from halte.common.fields import Keep, Sensitivity, knows
from halte.guests.models import Guest
from halte.sites.models import Bed, SiteQuerySet, SiteRow

ONE_DAY = timedelta(days=1)


class EndReason(models.TextChoices):
    """Why a stay ended before its night did."""

    FREED = "freed", _("Freed")
    DID_NOT_COME = "did_not_come", _("Did not come")
    MOVED = "moved", _("Moved to another bed")
    SWAPPED = "swapped", _("Swapped beds")
    OWN_WISH = "own_wish", _("They want to go")
    PLACE_FOUND = "place_found", _("They take a place that was offered to them")
    STAYED_AWAY = "stayed_away", _("Did not come back")
    MEASURE = "measure", _("By a measure of two people")
    UNDONE = "undone", _("Given by mistake")


class StayQuerySet(SiteQuerySet):
    """Stays."""

    AWAY = Q(away_from__lte=F("night"), away_until__gte=F("night"))

    def holding(self, night: date) -> Self:
        """Those that hold a bed in a night."""
        return self.filter(night=night, ended_at__isnull=True)

    def continuing_into(self, night: date) -> Self:
        """Those of the night before that go on by themselves, and are not written down for this night yet.

        Whoever slept here and has not said they leave stays; so does whoever is away and said until when. Once the
        night was opened, the stays of the night itself say everything; so do they for a guest who already has or had
        one.
        """
        opened = NightOpened.objects.filter(site=OuterRef("site"), night=night)
        return self.going_on_into(night).filter(~Exists(opened))

    def going_on_into(self, night: date) -> Self:
        """The same, whether the night was opened or not."""
        written = Stay.objects.filter(guest=OuterRef("guest"), night=night).exclude(end_reason=EndReason.UNDONE)
        slept_or_away = Q(arrived_at__isnull=False) | self.AWAY
        return self.holding(night - ONE_DAY).filter(~Exists(written), slept_or_away, leaving=False)

    def away(self) -> Self:
        """Those whose guests said that they are away in the night of the stay."""
        return self.filter(self.AWAY)

    def given_for(self, night: date) -> Self:
        """All that were ever given for a night, except by mistake."""
        return self.filter(night=night).exclude(end_reason=EndReason.UNDONE)


class Stay(SiteRow):
    """One guest, one bed, one night. It is never changed into another's: it ends, and another begins.

    Knows in which bed a guest slept on a night. Forgotten 1 year after the night, or with the guest.
    """

    guest = knows(
        models.ForeignKey(Guest, models.CASCADE, related_name="+"),
        "Who has the bed.",
        sensitivity=Sensitivity.PERSONAL,
        keep=Keep.STAY,
    )
    bed = knows(
        models.ForeignKey(Bed, models.PROTECT, related_name="+"),
        "Which bed.",
        sensitivity=Sensitivity.PERSONAL,
        keep=Keep.STAY,
    )
    night = knows(models.DateField(), "The evening's date on the site's calendar.", keep=Keep.STAY)
    given_at = knows(models.DateTimeField(), "When the bed was given.", keep=Keep.STAY)
    arrived_at = knows(
        models.DateTimeField(null=True, blank=True),
        "When the guest came in.",
        sensitivity=Sensitivity.PERSONAL,
        keep=Keep.STAY,
    )
    left_at = knows(
        models.DateTimeField(null=True, blank=True),
        "When the guest went out; the bed is kept.",
        sensitivity=Sensitivity.PERSONAL,
        keep=Keep.STAY,
    )
    leaving = knows(models.BooleanField(default=False), "They said they do not stay another night.", keep=Keep.STAY)
    fetch_first = knows(
        models.BooleanField(default=False),
        "When everyone must go out, somebody goes to this bed first. Never why.",
        sensitivity=Sensitivity.PERSONAL,
        keep=Keep.STAY,
    )
    away_from = knows(
        models.DateField(null=True, blank=True),
        "The first night they said they are away.",
        sensitivity=Sensitivity.PERSONAL,
        keep=Keep.STAY,
    )
    away_until = knows(
        models.DateField(null=True, blank=True),
        "The last night they said they are away; the bed is kept. Where they are is not asked.",
        sensitivity=Sensitivity.PERSONAL,
        keep=Keep.STAY,
    )
    carried = knows(models.BooleanField(default=False), "They stayed on from the night before.", keep=Keep.STAY)
    ended_at = knows(models.DateTimeField(null=True, blank=True), "When the bed became free again.", keep=Keep.STAY)
    end_reason = knows(
        models.CharField(max_length=20, choices=EndReason.choices, blank=True),
        "Why it became free again.",
        keep=Keep.STAY,
    )

    objects: ClassVar[Any] = StayQuerySet.as_manager()

    class Meta:
        verbose_name = _("stay")
        constraints = [
            models.UniqueConstraint(
                fields=["bed", "night"], condition=Q(ended_at__isnull=True), name="one_bed_one_night"
            ),
            models.UniqueConstraint(
                fields=["guest", "night"], condition=Q(ended_at__isnull=True), name="one_guest_one_night"
            ),
            models.CheckConstraint(
                condition=Q(away_from__isnull=True, away_until__isnull=True) | Q(away_from__lte=F("away_until")),
                name="away_from_a_night_to_a_night",
            ),
        ]
        indexes = [models.Index(fields=["site", "night"], name="stays_of_a_night")]

    @property
    def inside(self) -> bool:
        """Whether the guest is in the house."""
        return self.arrived_at is not None and self.left_at is None

    def away_on(self, night: date) -> bool:
        """Whether they said that they are away in a night: the bed is kept, nobody waits for them."""
        if self.away_from is None or self.away_until is None:
            return False
        return self.away_from <= night <= self.away_until

    def absence_into(self, night: date) -> dict[str, date | None]:
        """What they said of being away, as far as it reaches into a later night."""
        said = self.away_until is not None and self.away_until >= night
        return {"away_from": self.away_from, "away_until": self.away_until} if said else {}


class NightOpened(SiteRow):
    """That whoever stays on from the night before was written down for this night, once.

    No personal data.
    """

    night = knows(models.DateField(), "The evening's date on the site's calendar.")
    opened_at = knows(models.DateTimeField(), "When.")
    carried = knows(models.PositiveIntegerField(default=0), "How many stay on.")
    without_bed = knows(models.PositiveIntegerField(default=0), "How many would, but their bed is closed.")

    class Meta:
        verbose_name = _("opened night")
        constraints = [models.UniqueConstraint(fields=["site", "night"], name="one_opening_per_night")]
