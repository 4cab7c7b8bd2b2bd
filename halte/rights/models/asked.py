"""What readers say of a page, and what they ask: never who."""

from uuid import UUID

from django.db import models
from django.utils.translation import gettext_lazy as _

from halte.common import keys, sealing
from halte.common.fields import Keep, Sensitivity, knows
from halte.common.models import HalteModel
from halte.rights.models.choices import LANGUAGES, MarkKind
from halte.rights.models.topics import Topic


class PageMark(HalteModel):
    """So many readers of a page said on a day that it, or one statement of it, was not clear, wrong or no help.

    Knows a number, and nothing of who; gone when editors dealt with the page, at most a year.
    """

    topic = knows(models.ForeignKey(Topic, models.CASCADE, related_name="marks"), "Which page.", keep=Keep.MARK)
    language = knows(models.CharField(max_length=3, choices=LANGUAGES), "In which language.", keep=Keep.MARK)
    statement = knows(models.CharField(max_length=40, blank=True), "Which statement; empty: all.", keep=Keep.MARK)
    kind = knows(models.CharField(max_length=10, choices=MarkKind.choices), "What they said.", keep=Keep.MARK)
    on = knows(models.DateField(), "The day, never the hour.", keep=Keep.MARK)
    n = knows(models.PositiveIntegerField(default=0), "How many said it.", keep=Keep.MARK)

    class Meta:
        verbose_name = _("what readers say")
        constraints = [
            models.UniqueConstraint(
                fields=["topic", "language", "statement", "kind", "on"], name="one_mark_per_page_kind_and_day"
            )
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.n}"


class AskedQuestion(HalteModel):
    """A question that somebody asked: no card, no name, the day and not the hour, in a box with a key from outside.

    Knows what somebody asked, and nothing of who; who of the staff answered. Forgotten 90 days after the answer, a
    year after it was asked.
    """

    topic = knows(models.ForeignKey(Topic, models.SET_NULL, null=True), "On which page.", keep=Keep.QUESTION)
    language = knows(
        models.CharField(max_length=3, choices=LANGUAGES),
        "To answer in it.",
        sensitivity=Sensitivity.PERSONAL,
        keep=Keep.QUESTION,
    )
    asked_on = knows(models.DateField(), "The day.", sensitivity=Sensitivity.PERSONAL, keep=Keep.QUESTION)
    words_box = knows(
        models.BinaryField(),
        "What was asked, encrypted with a key outside the database.",
        sensitivity=Sensitivity.CONFIDENTIAL,
        keep=Keep.QUESTION,
    )
    ticket_key = knows(
        models.BinaryField(max_length=32, unique=True),
        "HMAC of the ticket code that fetches the answer.",
        sensitivity=Sensitivity.SECRET,
        keep=Keep.QUESTION,
    )
    answer_box = knows(
        models.BinaryField(null=True),
        "The answer, encrypted likewise.",
        sensitivity=Sensitivity.CONFIDENTIAL,
        keep=Keep.QUESTION,
    )
    answered_on = knows(models.DateField(null=True), "The day of the answer.", keep=Keep.QUESTION)
    answered_by = knows(
        models.UUIDField(null=True), "Who answered.", sensitivity=Sensitivity.PSEUDONYM, keep=Keep.QUESTION
    )

    class Meta:
        ordering = ["asked_on"]
        verbose_name = _("question")

    def __str__(self) -> str:
        return f"{self.language} {self.asked_on}"

    @property
    def words(self) -> str:
        """What was asked."""
        return opened(self.id, "words", bytes(self.words_box))

    @property
    def answer(self) -> str:
        """The answer; empty while there is none."""
        return opened(self.id, "answer", bytes(self.answer_box)) if self.answer_box else ""


def closed(question: UUID, part: str, said: str) -> bytes:
    """Words as they are stored: moved to another row or part they open no more."""
    return sealing.closed(keys.derived("rights/question"), said.encode(), question.bytes + part.encode())


def opened(question: UUID, part: str, box: bytes) -> str:
    """What `closed` put away."""
    return sealing.opened(keys.derived("rights/question"), box, question.bytes + part.encode()).decode()
