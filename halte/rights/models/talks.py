"""Talks: officials explain. What they say is signed, dated and sourced; of who listened only numbers are kept."""

from typing import TYPE_CHECKING

from django.db import models
from django.utils.translation import gettext_lazy as _

from halte.common.fields import Keep, Sensitivity, knows
from halte.rights.models.by_two import ByTwo, another_approves
from halte.rights.models.choices import LANGUAGES, Progress
from halte.sites.models import SiteRow

if TYPE_CHECKING:
    from django_stubs_ext.db.models.manager import RelatedManager

WRITTEN_IN = [pair for pair in LANGUAGES if pair[0] in {"en", "fr"}]


class Government(models.TextChoices):
    """Who sends the speaker."""

    FRANCE = "france", _("Government of France")
    UNITED_KINGDOM = "united_kingdom", _("Government of the United Kingdom")


class TalkState(models.TextChoices):
    """How far a talk is."""

    OFFERED = "offered", _("Offered")
    ACCEPTED = "accepted", _("Accepted")
    DECLINED = "declined", _("Declined")
    WITHDRAWN = "withdrawn", _("Withdrawn")


class QuestionState(models.TextChoices):
    """How far a question is."""

    ASKED = "asked", _("Asked")
    PASSED_ON = "passed_on", _("Passed on")
    SET_ASIDE = "set_aside", _("Set aside")
    ANSWERED = "answered", _("Answered")


class Talk(SiteRow):
    """An official offers to explain something at a house, which accepts or declines.

    Knows the speaker's public name and office, and who of the staff acted. Of who listens it knows nothing.
    """

    government = knows(models.CharField(max_length=20, choices=Government.choices), "Which government offers it.")
    institution = knows(models.CharField(max_length=120), "Where the speaker works.")
    speaker = knows(models.CharField(max_length=80), "The speaker, as the public reads it.")
    title = knows(models.CharField(max_length=120), "What it is about, in the speaker's words.")
    written_in = knows(models.CharField(max_length=3, choices=WRITTEN_IN), "The language of these words.")
    matter = knows(models.SlugField(max_length=40), "The topic of the guide on the same matter.")
    languages = knows(models.JSONField(default=list), "Codes of the languages that are spoken.")
    interpreters = knows(models.JSONField(default=list, blank=True), "Codes of the languages with an interpreter.")
    starts_at = knows(models.DateTimeField(), "When it begins.")
    minutes = knows(models.PositiveSmallIntegerField(), "How long it takes.")
    where = knows(models.CharField(max_length=80), "In which room of the house.")
    seats = knows(models.PositiveSmallIntegerField(), "How many can sit.")
    state = knows(
        models.CharField(max_length=10, choices=TalkState.choices, default=TalkState.OFFERED), "How far it is."
    )
    was_announced = knows(models.BooleanField(default=False), "Guests could read of it, so they read that it is off.")
    offered_by = knows(models.UUIDField(), "Which account offered it.", sensitivity=Sensitivity.PSEUDONYM)
    offered_on = knows(models.DateField(), "When.")
    answered_by = knows(models.UUIDField(null=True), "Who of the house answered.", sensitivity=Sensitivity.PSEUDONYM)
    answered_on = knows(models.DateField(null=True), "When the house answered.")
    withdrawn_on = knows(models.DateField(null=True), "When it was withdrawn.")

    if TYPE_CHECKING:
        sheets: RelatedManager["FactSheet"]
        questions: RelatedManager["Question"]
        headcounts: RelatedManager["Headcount"]

    class Meta:
        ordering = ["starts_at"]
        verbose_name = _("talk")
        constraints = [
            models.CheckConstraint(condition=models.Q(seats__gte=1), name="a_talk_has_seats"),
            models.CheckConstraint(condition=models.Q(minutes__gte=1), name="a_talk_takes_time"),
        ]

    def __str__(self) -> str:
        return self.title


class FactSheet(SiteRow):
    """What a speaker states, in versions: signed and dated by the speaker, and never changed after that.

    Knows the public name of who signed, and which account it was.
    """

    talk = knows(models.ForeignKey(Talk, models.CASCADE, related_name="sheets"), "The talk.")
    number = knows(models.PositiveSmallIntegerField(), "Its version.")
    written_in = knows(models.CharField(max_length=3, choices=WRITTEN_IN), "The language it is written in.")
    unknown = knows(models.TextField(max_length=1000, blank=True), "What is not known, in the speaker's words.")
    signed_name = knows(models.CharField(max_length=80, blank=True), "Who signed it, as the public reads it.")
    signed_by = knows(models.UUIDField(null=True), "Which account signed it.", sensitivity=Sensitivity.PSEUDONYM)
    signed_on = knows(models.DateField(null=True), "When it was signed; empty while it is being written.")

    if TYPE_CHECKING:
        points: RelatedManager["Point"]
        translations: RelatedManager["SheetTranslation"]

    class Meta:
        ordering = ["-number"]
        verbose_name = _("fact sheet")
        constraints = [
            models.UniqueConstraint(fields=["talk", "number"], name="one_sheet_per_number"),
            models.UniqueConstraint(
                fields=["talk"], condition=models.Q(signed_on__isnull=True), name="one_sheet_being_written"
            ),
            models.CheckConstraint(
                condition=models.Q(signed_on__isnull=True) | ~models.Q(signed_name="") & ~models.Q(unknown=""),
                name="a_signed_sheet_says_who_and_what_is_not_known",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.talk_id} {self.number}"


class Point(SiteRow):
    """One thing a speaker states, with its source.

    No personal data.
    """

    sheet = knows(models.ForeignKey(FactSheet, models.CASCADE, related_name="points"), "The fact sheet.")
    place = knows(models.PositiveSmallIntegerField(), "Its turn on the sheet.")
    text = knows(models.CharField(max_length=300), "What is stated.")
    figure = knows(models.CharField(max_length=40, blank=True), "The number, where it is one.")
    source = knows(models.CharField(max_length=160), "Where it can be looked up.")
    source_address = knows(models.CharField(max_length=200, blank=True), "Its address, without https://.")
    source_on = knows(models.DateField(), "The day of the source.")
    beside = knows(models.SlugField(max_length=60, blank=True), "The guide's statement on the same thing.")

    class Meta:
        ordering = ["place"]
        verbose_name = _("statement of an official")
        constraints = [
            models.UniqueConstraint(fields=["sheet", "place"], name="one_point_per_place"),
            models.CheckConstraint(condition=~models.Q(source=""), name="every_point_has_a_source"),
        ]

    def __str__(self) -> str:
        return self.text


class SheetTranslation(SiteRow, ByTwo):
    """A signed sheet in another language, as the house wrote it. The speaker signed the original alone.

    Knows who of the staff wrote and who approved what is public, and the name a translator signs with.
    """

    sheet = knows(models.ForeignKey(FactSheet, models.CASCADE, related_name="translations"), "The fact sheet.")
    language = knows(models.CharField(max_length=3, choices=LANGUAGES), "In which language.")
    texts = knows(models.JSONField(default=dict), "Each text of the sheet by its name.")
    translator = knows(models.CharField(max_length=80, blank=True), "The public signature of the translator.")

    class Meta:
        ordering = ["language"]
        verbose_name = _("fact sheet in another language")
        constraints = [
            another_approves("who_translated_a_sheet_is_not_approver"),
            models.UniqueConstraint(
                fields=["sheet", "language"],
                condition=models.Q(progress=Progress.IN_REVIEW),
                name="one_sheet_translation_waits",
            ),
            models.UniqueConstraint(
                fields=["sheet", "language"],
                condition=models.Q(progress=Progress.APPROVED),
                name="one_sheet_translation_stands",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.sheet_id} {self.language}"


class Question(SiteRow):
    """Somebody asks without a name, a card, an hour or a phone. A colleague reads it before the speaker does.

    Knows what somebody typed, until a colleague passed it on in words that tell nobody, or set it aside.
    """

    talk = knows(models.ForeignKey(Talk, models.CASCADE, related_name="questions"), "The talk.")
    text = knows(
        models.CharField(max_length=500, blank=True),
        "What was asked; after passing on, the words that tell nobody; empty once set aside or forgotten.",
        sensitivity=Sensitivity.PERSONAL,
        keep=Keep.TALK,
    )
    language = knows(models.CharField(max_length=3, choices=LANGUAGES), "The language of the page it was typed on.")
    ticket_key = knows(
        models.BinaryField(max_length=32, null=True, unique=True),
        "HMAC of the ticket code that fetches the answer; gone with what was forgotten unread.",
        sensitivity=Sensitivity.SECRET,
    )
    asked_on = knows(models.DateField(), "The day.")
    state = knows(
        models.CharField(max_length=10, choices=QuestionState.choices, default=QuestionState.ASKED), "How far it is."
    )
    read_by = knows(models.UUIDField(null=True), "Who of the house read it.", sensitivity=Sensitivity.PSEUDONYM)
    answer = knows(models.CharField(max_length=1000, blank=True), "What the speaker answers.")
    answered_in = knows(models.CharField(max_length=3, choices=WRITTEN_IN, blank=True), "The answer's language.")
    answered_by = knows(models.UUIDField(null=True), "Which account answered.", sensitivity=Sensitivity.PSEUDONYM)
    answered_on = knows(models.DateField(null=True), "The day of the answer.")

    class Meta:
        ordering = ["asked_on", "id"]
        verbose_name = _("question")
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(state="answered") | (~models.Q(answer="") & models.Q(answered_on__isnull=False)),
                name="an_answer_has_words_and_a_day",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.talk_id} {self.state}"


class Headcount(SiteRow):
    """How many listened in one language. Nobody is named, listed or asked: somebody looked into the room.

    No personal data.
    """

    talk = knows(models.ForeignKey(Talk, models.CASCADE, related_name="headcounts"), "The talk.")
    language = knows(models.CharField(max_length=3, choices=LANGUAGES), "The language.")
    people = knows(models.PositiveSmallIntegerField(), "How many.")

    class Meta:
        ordering = ["language"]
        verbose_name = _("headcount")
        constraints = [models.UniqueConstraint(fields=["talk", "language"], name="one_headcount_per_language")]

    def __str__(self) -> str:
        return f"{self.language} {self.people}"
