"""Help at hand: who can help, in which languages, which numbers to call, and visits with a paper. Never a guest."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from halte.accounts.models import Staff
from halte.common.fields import Keep, Sensitivity, knows
from halte.common.languages import ALL
from halte.sites.models import SiteRow

LANGUAGES = [(language.code, language.own_name) for language in ALL]


class HelpCall(SiteRow):
    """Somebody pressed "Call help", or wants an interpreter: every screen of the house says so until it is over.

    Knows which colleague pressed, and when. Forgotten after 30 days.
    """

    at = knows(models.DateTimeField(), "When it was pressed.", keep=Keep.DOOR)
    by = knows(
        models.UUIDField(), "Which colleague, or which tablet.", sensitivity=Sensitivity.PSEUDONYM, keep=Keep.DOOR
    )
    language = knows(
        models.CharField(max_length=10, blank=True, choices=LANGUAGES),
        "In which language somebody in the hall wants to speak; empty when help was called, and once they are helped.",
        keep=Keep.DOOR,
    )
    over_at = knows(models.DateTimeField(null=True), "When somebody said that help is here.", keep=Keep.DOOR)

    class Meta:
        indexes = [models.Index(fields=["site", "at"], name="help_calls_of_a_site")]


class Training(models.TextChoices):
    FIRST_AID = "first_aid", _("First aid")
    MENTAL_FIRST_AID = "mental_first_aid", _("Mental health first aid")
    FIRE = "fire", _("Fire and getting out")


class Trained(SiteRow):
    """What a colleague of the house was trained in, as they said themselves.

    Knows what a colleague learned, and when. Deleted with the account.
    """

    staff = knows(models.ForeignKey(Staff, models.CASCADE, related_name="+"), "Who.", keep=Keep.STAFF)
    what = knows(models.CharField(max_length=20, choices=Training.choices), "What they learned.", keep=Keep.STAFF)
    on = knows(models.DateField(null=True, blank=True), "When; empty when they did not say.", keep=Keep.STAFF)

    class Meta:
        ordering = ["what"]
        constraints = [models.UniqueConstraint(fields=["site", "staff", "what"], name="trained_once_in_one_thing")]


class Speaks(SiteRow):
    """A language in which a colleague of the house interprets, as they said themselves.

    Knows which languages a colleague speaks. Deleted with the account.
    """

    staff = knows(models.ForeignKey(Staff, models.CASCADE, related_name="+"), "Who.", keep=Keep.STAFF)
    language = knows(
        models.CharField(max_length=10, choices=LANGUAGES),
        "Which language.",
        sensitivity=Sensitivity.PERSONAL,
        keep=Keep.STAFF,
    )

    class Meta:
        constraints = [models.UniqueConstraint(fields=["site", "staff", "language"], name="speaks_a_language_once")]


class SiteNumbers(SiteRow):
    """Whom the house calls: its manager, its lawyer, interpreters.

    No personal data: numbers of functions, not of people.
    """

    manager = knows(models.CharField(max_length=40, blank=True), "The manager on call.")
    lawyer = knows(models.CharField(max_length=40, blank=True), "The lawyer on call.")
    interpreters = knows(models.CharField(max_length=40, blank=True), "Interpreters who agreed to be called.")
    paid_line = knows(models.CharField(max_length=40, blank=True), "The paid line of interpreters.")
    paid_code = knows(
        models.CharField(max_length=40, blank=True),
        "The house's code for the paid line.",
        sensitivity=Sensitivity.SECRET,
    )

    class Meta:
        constraints = [models.UniqueConstraint(fields=["site"], name="one_list_of_numbers_per_site")]


class Paper(models.TextChoices):
    """What somebody may hold in their hand, in the words that stand on it."""

    JUDGE = "judge", _("An order or mandate of a judge")
    PROSECUTOR = "prosecutor", _("A requisition of the prosecutor")
    POLICE_REQUISITION = "police_requisition", _("A requisition signed by police or gendarmes")
    PREFECT = "prefect", _("A letter or order of the prefect")
    BAILIFF = "bailiff", _("A paper of a bailiff")
    OTHER = "other", _("Another paper")
    NONE = "none", _("No paper at all")


class Outcome(models.TextChoices):
    """What the house answered."""

    NOTHING_HELD = "nothing_held", _("We hold nothing of what it names")
    ANSWERED = "answered", _("Answered for what it names, and nothing else")
    NOT_OBLIGED = "not_obliged", _("The lawyer says: no answer is owed")
    LATER = "later", _("No answer yet: the lawyer looks at it")


class PaperVisit(SiteRow):
    """Somebody came with a paper, and what the house answered. Never a name from the paper, and never a guest.

    Knows which two colleagues answered. Kept as the register of acts is; its number is published each year.
    """

    at = knows(models.DateTimeField(), "When it was written down.")
    on = knows(models.DateField(), "The day, on the site's date.")
    paper = knows(models.CharField(max_length=20, choices=Paper.choices), "What kind of paper.")
    outcome = knows(models.CharField(max_length=20, choices=Outcome.choices), "What was answered, as a code.")
    answered_by_1 = knows(
        models.UUIDField(), "Who wrote it down.", sensitivity=Sensitivity.PSEUDONYM, keep=Keep.REGISTER
    )
    answered_by_2 = knows(
        models.UUIDField(null=True),
        "The second person, who agreed.",
        sensitivity=Sensitivity.PSEUDONYM,
        keep=Keep.REGISTER,
    )
    agreed_at = knows(models.DateTimeField(null=True), "When the second person agreed.")

    class Meta:
        ordering = ["-at"]
        verbose_name = _("visit with a paper")
        constraints = [
            models.CheckConstraint(
                condition=Q(answered_by_2__isnull=True) | ~Q(answered_by_2=F("answered_by_1")),
                name="two_different_people_answer",
            )
        ]
