"""Statements as they are spoken."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from halte.common import languages
from halte.common.fields import Sensitivity, knows
from halte.common.models import HalteModel
from halte.rights.models.choices import VoiceState
from halte.rights.models.topics import Statement

SPEAKABLE = [(language.code, language.own_name) for language in (*languages.ALL, *languages.SPOKEN)]


class Recording(HalteModel):
    """A statement spoken in one language. It speaks exact words: when these change, it is not heard any more.

    Knows the voice of a colleague who spoke a public text, and who approved it; no name is ever played or shown to
    readers. Kept until it is taken back or the statement goes.
    """

    statement = knows(models.ForeignKey(Statement, models.CASCADE, related_name="recordings"), "The statement.")
    language = knows(models.CharField(max_length=3, choices=SPEAKABLE), "The language that is spoken.")
    said_of = knows(models.CharField(max_length=64), "SHA-256 of the words that were read aloud.")
    sound = knows(
        models.BinaryField(), "The voice, as Opus; public once it is approved.", sensitivity=Sensitivity.PERSONAL
    )
    kind = knows(models.CharField(max_length=4, choices=[("webm", "WebM"), ("ogg", "Ogg")]), "What holds the sound.")
    digest = knows(models.CharField(max_length=64, unique=True), "SHA-256 of the sound: its public address.")
    state = knows(models.CharField(max_length=10, choices=VoiceState.choices), "How far it is.")
    spoken_by = knows(models.UUIDField(), "Who spoke it.", sensitivity=Sensitivity.PSEUDONYM)
    spoken_on = knows(models.DateField(), "When it was spoken.")
    approved_by = knows(models.UUIDField(null=True), "Who approved it.", sensitivity=Sensitivity.PSEUDONYM)
    approved_on = knows(models.DateField(null=True), "When it was approved.")

    class Meta:
        ordering = ["spoken_on", "id"]
        verbose_name = _("recording")
        constraints = [
            models.CheckConstraint(
                condition=Q(approved_by__isnull=True) | ~Q(approved_by=F("spoken_by")), name="speaker_is_not_approver"
            ),
            models.CheckConstraint(
                condition=~Q(state=VoiceState.HEARD) | Q(approved_by__isnull=False), name="heard_once_approved"
            ),
            models.UniqueConstraint(
                fields=["statement", "language"], condition=Q(state=VoiceState.HEARD), name="one_voice_is_heard"
            ),
        ]

    @property
    def file(self) -> str:
        """The name under which readers fetch it; other sound has another name."""
        return f"{self.digest}.{self.kind}"
