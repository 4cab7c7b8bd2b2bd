"""Messages between people who look for each other."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from halte.common.fields import Keep, Sensitivity, knows
from halte.guests.models import Guest
from halte.sites.models import SiteRow


class Known(models.TextChoices):
    """What the writer knows of the person they look for."""

    CODE = "code", _("The code of their card")
    NAME = "name", _("Their first name")
    LOOKS = "looks", _("What they look like")


class MessageEnd(models.TextChoices):
    """What the guest to whom it was offered said."""

    ANSWERED = "answered", _("Answered")
    NO_ANSWER = "no_answer", _("No answer")


class Message(SiteRow):
    """A message for somebody who may be here or not. A person matches it, never a machine.

    Knows what somebody wrote and whom they look for, readable only with a key outside the database, and which guest it
    was offered to. Forgotten after 30 days, 7 days after an answer, or with the guest.
    """

    known = knows(
        models.CharField(max_length=10, choices=Known.choices), "What kind of hint was given.", keep=Keep.MESSAGE
    )
    hint_box = knows(
        models.BinaryField(max_length=2000),
        "Whom it is for, as the writer said it, encrypted again.",
        sensitivity=Sensitivity.CONFIDENTIAL,
        keep=Keep.MESSAGE,
    )
    text_box = knows(
        models.BinaryField(max_length=8000),
        "What they wrote, encrypted again.",
        sensitivity=Sensitivity.CONFIDENTIAL,
        keep=Keep.MESSAGE,
    )
    language = knows(
        models.CharField(max_length=10, blank=True), "The language of the page it was written on.", keep=Keep.MESSAGE
    )
    ticket_key = knows(
        models.BinaryField(max_length=32),
        "HMAC of the writer's ticket code with the site's key: finds the answer.",
        sensitivity=Sensitivity.SECRET,
        keep=Keep.MESSAGE,
    )
    left_at = knows(models.DateTimeField(), "When it was left.", keep=Keep.MESSAGE)
    guest = knows(
        models.ForeignKey(Guest, models.CASCADE, related_name="messages", null=True),
        "To whom it was offered.",
        sensitivity=Sensitivity.CONFIDENTIAL,
        keep=Keep.MESSAGE,
    )
    ended_at = knows(models.DateTimeField(null=True), "When the guest said what becomes of it.", keep=Keep.MESSAGE)
    end = knows(
        models.CharField(max_length=10, choices=MessageEnd.choices, blank=True),
        "Answered, or not.",
        sensitivity=Sensitivity.CONFIDENTIAL,
        keep=Keep.MESSAGE,
    )
    answer_box = knows(
        models.BinaryField(max_length=8000, null=True),
        "What the guest answers, encrypted again.",
        sensitivity=Sensitivity.CONFIDENTIAL,
        keep=Keep.MESSAGE,
    )

    class Meta:
        verbose_name = _("message")
        ordering = ["left_at"]
        constraints = [
            models.UniqueConstraint(fields=["site", "ticket_key"], name="one_message_per_ticket"),
            models.CheckConstraint(
                condition=Q(end=MessageEnd.ANSWERED, answer_box__isnull=False)
                | (~Q(end=MessageEnd.ANSWERED) & Q(answer_box__isnull=True)),
                name="an_answer_has_words",
            ),
        ]
        indexes = [models.Index(fields=["site", "left_at"], name="messages_by_age")]
