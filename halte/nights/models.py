"""Nights: who wants a bed, who has which bed, what was proposed to a family, and whether a night was opened."""

from datetime import date, timedelta
from typing import Any, ClassVar, Self

from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from halte.common.fields import Keep, Sensitivity, knows
from halte.guests.models import Group, Guest
from halte.nights.held import AskedBy, HeldEnd, HeldParty, HeldPerson
from halte.nights.night_watch import ListPrinted, NoPlaceNumber, PrintedWhy, RoomRound, WakeUp
from halte.nights.young import Answered, Called, DutyTeam, YoungCall, YoungSheet
from halte.sites.models import Bed, Room, SiteQuerySet, SiteRow

__all__ = [
    "Answered",
    "AskedBy",
    "Called",
    "DutyTeam",
    "EndReason",
    "HeldEnd",
    "HeldParty",
    "HeldPerson",
    "ListPrinted",
    "NightOpened",
    "NightPlan",
    "NoPlaceNumber",
    "NoPlaceWhy",
    "OverruleWhy",
    "PlaceProposal",
    "PlanLine",
    "PrintedWhy",
    "ProposalAnswer",
    "ProposalKind",
    "RoomRound",
    "Stay",
    "StayQuerySet",
    "WakeUp",
    "Want",
    "WantEnd",
    "WantQuerySet",
    "YoungCall",
    "YoungSheet",
]

ONE_DAY = timedelta(days=1)


class WantEnd(models.TextChoices):
    """How waiting for a bed ended."""

    GIVEN = "given", _("Bed given")
    CANCELLED = "cancelled", _("Taken back by the guest")
    OTHER_PLACE = "other_place", _("Place elsewhere")
    WARM_SEAT = "warm_seat", _("Warm seat")
    NO_PLACE = "no_place", _("No place tonight")
    DID_NOT_COME = "did_not_come", _("Did not come")
    UNDONE = "undone", _("Written down by mistake")


class NoPlaceWhy(models.TextChoices):
    """Why a person had to say that there is no place tonight."""

    FULL = "full", _("Every bed is taken")
    NO_SAFE_ROOM = "no_safe_room", _("No room that is safe for them")
    RULE = "rule", _("A rule of the house")
    OWN_CHOICE = "own_choice", _("They did not want what there was")


class WantQuerySet(SiteQuerySet):
    """Wants."""

    def open_for(self, night: date) -> Self:
        """Those still waiting for a bed in a night."""
        return self.filter(night=night, ended_at__isnull=True)


class Want(SiteRow):
    """That a guest wants a bed for one night. Open until it is given, taken back or answered otherwise.

    Knows that a guest wanted to sleep here on a night. Forgotten 1 year after the night, or with the guest.
    """

    guest = knows(
        models.ForeignKey(Guest, models.CASCADE, related_name="+"),
        "Who wants a bed.",
        sensitivity=Sensitivity.PERSONAL,
        keep=Keep.STAY,
    )
    night = knows(models.DateField(), "The evening's date on the site's calendar.", keep=Keep.STAY)
    asked_at = knows(models.DateTimeField(), "Gives the turn on the waiting list.", keep=Keep.STAY)
    ended_at = knows(models.DateTimeField(null=True, blank=True), "When the waiting ended.", keep=Keep.STAY)
    end = knows(
        models.CharField(max_length=20, choices=WantEnd.choices, blank=True),
        "How the waiting ended.",
        sensitivity=Sensitivity.PERSONAL,
        keep=Keep.STAY,
    )
    told_at = knows(
        models.DateTimeField(null=True, blank=True),
        "When they were told that there is no bed yet.",
        keep=Keep.STAY,
    )
    no_place_why = knows(
        models.CharField(max_length=20, choices=NoPlaceWhy.choices, blank=True),
        "Why there was no place, as a code.",
        sensitivity=Sensitivity.PERSONAL,
        keep=Keep.STAY,
    )

    objects: ClassVar[Any] = WantQuerySet.as_manager()

    class Meta:
        verbose_name = _("wanted bed")
        constraints = [
            models.UniqueConstraint(
                fields=["guest", "night"], condition=Q(ended_at__isnull=True), name="one_want_one_night"
            )
        ]
        indexes = [models.Index(fields=["site", "night"], name="wants_of_a_night")]


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


class ProposalKind(models.TextChoices):
    """What can be proposed when one room for everyone is not free, from the nearest to the last resort."""

    SPLIT_ROOMS = "split_rooms", _("Several rooms of this house")
    OTHER_PLACE = "other_place", _("A place in another house")
    WARM_SEAT = "warm_seat", _("A warm, staffed seat for the night")


class ProposalAnswer(models.TextChoices):
    AGREED = "agreed", _("They agree")
    DECLINED = "declined", _("They do not want this")
    WITHDRAWN = "withdrawn", _("Withdrawn")


class PlaceProposal(SiteRow):
    """What is proposed to a family or group that cannot have one room; a human asks them and answers.

    Knows that a group looked for a place on a night, and what they said. Forgotten 1 year after the night.
    """

    group = knows(
        models.ForeignKey(Group, models.CASCADE, related_name="+"),
        "To whom it is proposed.",
        sensitivity=Sensitivity.PERSONAL,
        keep=Keep.STAY,
    )
    night = knows(models.DateField(), "The evening's date on the site's calendar.", keep=Keep.STAY)
    kind = knows(models.CharField(max_length=20, choices=ProposalKind.choices), "What is proposed.", keep=Keep.STAY)
    rooms = knows(models.ManyToManyField(Room, blank=True, related_name="+"), "Rooms of the proposal.", keep=Keep.STAY)
    made_at = knows(models.DateTimeField(), "When it was made.", keep=Keep.STAY)
    answered_at = knows(models.DateTimeField(null=True, blank=True), "When it was answered.", keep=Keep.STAY)
    answer = knows(
        models.CharField(max_length=20, choices=ProposalAnswer.choices, blank=True),
        "What they said.",
        sensitivity=Sensitivity.PERSONAL,
        keep=Keep.STAY,
    )
    by = knows(
        models.UUIDField(null=True, blank=True),
        "Who of the staff asked them.",
        sensitivity=Sensitivity.PSEUDONYM,
        keep=Keep.STAY,
    )

    class Meta:
        verbose_name = _("proposed place")
        constraints = [
            models.UniqueConstraint(
                fields=["group", "night"], condition=Q(answered_at__isnull=True), name="one_open_proposal_a_night"
            )
        ]
        indexes = [models.Index(fields=["site", "night"], name="proposals_of_a_night")]


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
