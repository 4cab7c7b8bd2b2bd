"""Arrivals, anonymous tallies, numbered things, queue tickets and letters."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from halte.common.fields import Keep, Sensitivity, knows
from halte.guests.models import Guest
from halte.sites.models import Service, SiteRow


class Ending(models.TextChoices):
    """How a row stopped being true."""

    LEFT = "left", _("Left")
    DAY_CLOSED = "day_closed", _("The day was closed")
    GIVEN_BACK = "given_back", _("Given back")
    SERVED = "served", _("Served")
    UNDONE = "undone", _("Taken back")


class Visit(SiteRow):
    """A guest came in with a card, and may have left.

    Knows that a guest was here, from when to when. Forgotten after 30 days; day close counts it first.
    """

    guest = knows(
        models.ForeignKey(Guest, models.CASCADE, related_name="visits"),
        "Who is inside.",
        sensitivity=Sensitivity.PERSONAL,
        keep=Keep.DOOR,
    )
    on = knows(models.DateField(), "The date of arrival on the site's clock.", keep=Keep.DOOR)
    hour = knows(models.PositiveSmallIntegerField(), "The hour of arrival on the site's clock.", keep=Keep.DOOR)
    arrived_at = knows(
        models.DateTimeField(), "When the guest came in.", sensitivity=Sensitivity.PERSONAL, keep=Keep.DOOR
    )
    left_at = knows(
        models.DateTimeField(null=True), "When the visit ended.", sensitivity=Sensitivity.PERSONAL, keep=Keep.DOOR
    )
    ending = knows(models.CharField(max_length=12, choices=Ending.choices, blank=True), "How it ended.", keep=Keep.DOOR)

    class Meta:
        verbose_name = _("visit")
        constraints = [models.UniqueConstraint(fields=["guest"], condition=Q(left_at__isnull=True), name="inside_once")]
        indexes = [
            models.Index(fields=["site", "on", "hour"], name="visit_by_day"),
            models.Index(fields=["site", "on"], condition=Q(left_at__isnull=True), name="visit_inside"),
        ]


class DoorKind(models.TextChoices):
    """Who came in without a card, as the desk saw it."""

    MAN = "man", _("Man")
    WOMAN = "woman", _("Woman")
    CHILD = "child", _("Child")


class DoorCount(SiteRow):
    """How many men, women and children came in without a card in one hour. A number and nothing else.

    No personal data.
    """

    on = knows(models.DateField(), "The date on the site's clock.")
    hour = knows(models.PositiveSmallIntegerField(), "The hour on the site's clock.")
    kind = knows(models.CharField(max_length=10, choices=DoorKind.choices), "Man, woman or child, as the desk saw.")
    number = knows(models.PositiveIntegerField(default=0), "How many.")

    class Meta:
        verbose_name = _("count at the door")
        constraints = [
            models.UniqueConstraint(fields=["site", "on", "hour", "kind"], name="one_door_count_per_hour"),
        ]


class CountedService(models.TextChoices):
    """What is counted without a card and never refused."""

    MEAL = Service.MEAL.value, Service.MEAL.label
    DRINK = Service.DRINK.value, Service.DRINK.label
    CHARGING = Service.CHARGING.value, Service.CHARGING.label
    LAUNDRY = Service.LAUNDRY.value, Service.LAUNDRY.label
    TOILET = Service.TOILET.value, Service.TOILET.label

    @property
    def pictogram(self) -> str:
        """The sign beside its word."""
        return "charge" if self is CountedService.CHARGING else str(self.value)


class ServiceCount(SiteRow):
    """How many meals, drinks, phones or visits to the toilet there were in one hour. Never tied to a guest.

    No personal data.
    """

    on = knows(models.DateField(), "The date on the site's clock.")
    hour = knows(models.PositiveSmallIntegerField(), "The hour on the site's clock.")
    service = knows(models.CharField(max_length=20, choices=CountedService.choices), "What was given.")
    number = knows(models.PositiveIntegerField(default=0), "How many.")

    class Meta:
        verbose_name = _("count of a service")
        constraints = [
            models.UniqueConstraint(fields=["site", "on", "hour", "service"], name="one_service_count_per_hour"),
        ]


class NumberedService(models.TextChoices):
    """What has a number on its door."""

    SHOWER = Service.SHOWER.value, Service.SHOWER.label
    LOCKER = Service.LOCKER.value, Service.LOCKER.label


class Numbered(SiteRow):
    """A numbered thing that a guest has: a shower cabin from a moment on, or a locker until it is given back.

    Knows when a guest washed and where their things were. Forgotten after 30 days; day close counts it first.
    """

    guest = knows(
        models.ForeignKey(Guest, models.CASCADE, related_name="numbered"),
        "Who has it.",
        sensitivity=Sensitivity.PERSONAL,
        keep=Keep.DOOR,
    )
    service = knows(models.CharField(max_length=20, choices=NumberedService.choices), "What it is.", keep=Keep.DOOR)
    number = knows(models.PositiveSmallIntegerField(), "The number of the cabin or locker.", keep=Keep.DOOR)
    starts_at = knows(models.DateTimeField(null=True), "When a shower begins; a locker has none.", keep=Keep.DOOR)
    on = knows(models.DateField(), "The date on the site's clock.", keep=Keep.DOOR)
    nth = knows(
        models.PositiveSmallIntegerField(default=1),
        "The guest's first, second … of the day: the database holds the limit by it.",
        keep=Keep.DOOR,
    )
    given_at = knows(models.DateTimeField(), "When it was given.", keep=Keep.DOOR)
    ended_at = knows(models.DateTimeField(null=True), "When it was given back.", keep=Keep.DOOR)
    ending = knows(models.CharField(max_length=12, choices=Ending.choices, blank=True), "How it ended.", keep=Keep.DOOR)

    class Meta:
        verbose_name = _("shower or locker")
        constraints = [
            models.UniqueConstraint(
                fields=["site", "service", "number", "starts_at"],
                condition=Q(ended_at__isnull=True),
                name="one_guest_per_slot",
            ),
            models.UniqueConstraint(
                fields=["site", "service", "number"],
                condition=Q(ended_at__isnull=True, service=NumberedService.LOCKER),
                name="one_guest_per_locker",
            ),
            models.UniqueConstraint(
                fields=["guest", "service"],
                condition=Q(ended_at__isnull=True, service=NumberedService.LOCKER),
                name="one_locker_per_guest",
            ),
            models.UniqueConstraint(
                fields=["guest", "service", "on", "nth"],
                condition=Q(ended_at__isnull=True),
                name="only_so_many_a_day",
            ),
            models.CheckConstraint(
                condition=Q(service=NumberedService.SHOWER, starts_at__isnull=False)
                | Q(service=NumberedService.LOCKER, starts_at__isnull=True),
                name="a_shower_has_a_beginning",
            ),
        ]
        indexes = [models.Index(fields=["site", "on", "service"], name="numbered_by_day")]


class Queue(models.TextChoices):
    """What one can hold a number for."""

    ADVICE = "advice", _("Advice")


class Ticket(SiteRow):
    """A number in a queue, so that nobody has to stand in line. It may belong to a card or to nobody.

    Knows that a guest waited for something. Forgotten after 30 days; day close counts it first.
    """

    queue = knows(models.CharField(max_length=20, choices=Queue.choices), "What it waits for.", keep=Keep.DOOR)
    on = knows(models.DateField(), "The date on the site's clock.", keep=Keep.DOOR)
    number = knows(models.PositiveIntegerField(), "The number called out.", keep=Keep.DOOR)
    guest = knows(
        models.ForeignKey(Guest, models.CASCADE, related_name="tickets", null=True),
        "Whose number it is; empty for a paper ticket.",
        sensitivity=Sensitivity.PERSONAL,
        keep=Keep.DOOR,
    )
    taken_at = knows(models.DateTimeField(), "When it was taken.", keep=Keep.DOOR)
    called_at = knows(models.DateTimeField(null=True), "When it was called.", keep=Keep.DOOR)
    place = knows(models.CharField(max_length=20, blank=True), "The table or room it was called to.", keep=Keep.DOOR)
    ended_at = knows(models.DateTimeField(null=True), "When it was served or taken back.", keep=Keep.DOOR)
    ending = knows(models.CharField(max_length=12, choices=Ending.choices, blank=True), "How it ended.", keep=Keep.DOOR)

    class Meta:
        verbose_name = _("ticket")
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["site", "queue", "on", "number"], name="one_ticket_per_number"),
            models.UniqueConstraint(
                fields=["guest", "queue", "on"], condition=Q(ended_at__isnull=True), name="one_ticket_per_queue"
            ),
        ]


class LetterKind(models.TextChoices):
    PLAIN = "plain", _("Letter")
    REGISTERED = "registered", _("Registered letter")


class Letter(SiteRow):
    """A letter that waits for a guest. Who sent it is not kept.

    Knows that a guest got post and when. Forgotten after 30 days, once it was given.
    """

    guest = knows(
        models.ForeignKey(Guest, models.CASCADE, related_name="letters"),
        "Whom it is for.",
        sensitivity=Sensitivity.PERSONAL,
        keep=Keep.DOOR,
    )
    kind = knows(
        models.CharField(max_length=12, choices=LetterKind.choices, default=LetterKind.PLAIN),
        "A registered letter often starts a legal deadline.",
        keep=Keep.DOOR,
    )
    received_on = knows(models.DateField(), "The day it came.", keep=Keep.DOOR)
    passed_at = knows(models.DateTimeField(null=True), "When the guest got it.", keep=Keep.DOOR)
    ended_at = knows(models.DateTimeField(null=True), "When it was taken back as a mistake.", keep=Keep.DOOR)

    class Meta:
        verbose_name = _("letter")
        ordering = ["received_on"]
        indexes = [
            models.Index(
                fields=["guest"], condition=Q(passed_at__isnull=True, ended_at__isnull=True), name="letter_waiting"
            ),
            models.Index(fields=["site", "received_on"], name="letter_by_day"),
        ]
