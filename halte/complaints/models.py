"""What somebody says of a house and of whoever works there: to two people outside it. Never a guest, never a card."""

from typing import TYPE_CHECKING, Any, ClassVar, Self
from uuid import UUID

from django.db import models
from django.utils.translation import gettext_lazy as _

from halte.accounts.models import Staff
from halte.common.fields import Keep, Sensitivity, knows
from halte.common.models import HalteModel
from halte.complaints import box
from halte.sites.models import SiteQuerySet, SiteRow

if TYPE_CHECKING:
    from django_stubs_ext.db.models.manager import RelatedManager


class About(models.TextChoices):
    """What it is about, in words that blame nobody."""

    BY_STAFF = "by_staff", _("Somebody who works here hurt or frightened me")
    BY_OTHERS = "by_others", _("Somebody else here hurt or frightened me")
    REFUSED = "refused", _("I was refused a place, food or help")
    THINGS = "things", _("My things are gone or broken")
    CLEAN = "clean", _("It is not clean, or not safe")
    RESPECT = "respect", _("I was not treated with respect")
    OTHER = "other", _("Something else")


class NotFor(models.TextChoices):
    """Who may not read it, by their work."""

    MANAGERS = "manager", _("Not managers")
    NIGHT = "night_host", _("Not the night team")
    GREETERS = "greeter", _("Not who works at the desk")
    ADVISERS = "adviser", _("Not advisers")
    COORDINATORS = "coordinator", _("Not coordinators")


class Reader(HalteModel):
    """A person who reads complaints about houses where they do not work.

    Knows who of the staff reads complaints. Ends with the account.
    """

    staff = knows(models.ForeignKey(Staff, models.CASCADE, related_name="+"), "Who reads.", keep=Keep.READER)
    since = knows(models.DateTimeField(), "From when on.", keep=Keep.READER)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["staff"], name="a_reader_once")]


class ComplaintQuerySet(SiteQuerySet):
    """Complaints."""

    def for_reader(self, staff: UUID) -> Self:
        """Those that were left for this reader, of whatever house."""
        return self.everywhere(because="readers stand outside the house").filter(lent__staff=staff)


class Complaint(SiteRow):
    """One complaint. No card, no name asked; the day, not the hour; its words in a box that needs a key from outside.

    Knows what somebody said, and nothing of who. Forgotten 90 days after it was closed, a year after it was said.
    """

    said_on = knows(
        models.DateField(), "The day, never the hour.", sensitivity=Sensitivity.PERSONAL, keep=Keep.COMPLAINT
    )
    about = knows(
        models.CharField(max_length=20, choices=About.choices),
        "What it is about.",
        sensitivity=Sensitivity.CONFIDENTIAL,
        keep=Keep.COMPLAINT,
    )
    language = knows(
        models.CharField(max_length=10), "To answer in it.", sensitivity=Sensitivity.PERSONAL, keep=Keep.COMPLAINT
    )
    words_box = knows(
        models.BinaryField(),
        "What was written, encrypted with a key outside the database.",
        sensitivity=Sensitivity.CONFIDENTIAL,
        keep=Keep.COMPLAINT,
    )
    has_voice = knows(models.BooleanField(default=False), "Whether a voice was recorded.", keep=Keep.COMPLAINT)
    ticket_key = knows(
        models.BinaryField(max_length=32, unique=True),
        "HMAC of the ticket code that fetches the answer.",
        sensitivity=Sensitivity.SECRET,
        keep=Keep.COMPLAINT,
    )
    answer_box = knows(
        models.BinaryField(null=True),
        "The answer, encrypted likewise.",
        sensitivity=Sensitivity.CONFIDENTIAL,
        keep=Keep.COMPLAINT,
    )
    answered_on = knows(models.DateField(null=True), "When it was answered.", keep=Keep.COMPLAINT)
    closed_on = knows(models.DateField(null=True), "When a reader closed it.", keep=Keep.COMPLAINT)

    objects: ClassVar[Any] = ComplaintQuerySet.as_manager()

    if TYPE_CHECKING:
        lent: RelatedManager["MayRead"]

    class Meta:
        ordering = ["closed_on", "said_on"]
        verbose_name = _("complaint")

    @property
    def words(self) -> str:
        """What was written."""
        return box.opened(self.id, "words", bytes(self.words_box)).decode()

    @property
    def answer(self) -> str:
        """The answer; empty while there is none."""
        return box.opened(self.id, "answer", bytes(self.answer_box)).decode() if self.answer_box else ""


class MayRead(SiteRow):
    """One reader to whom a complaint was left. Whoever was ruled out has no row here.

    Knows who of the staff may read one complaint. Forgotten with it.
    """

    complaint = knows(models.ForeignKey(Complaint, models.CASCADE, related_name="lent"), "Which.", keep=Keep.COMPLAINT)
    staff = knows(models.UUIDField(), "Which reader.", sensitivity=Sensitivity.PSEUDONYM, keep=Keep.COMPLAINT)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["complaint", "staff"], name="lent_once_to_a_reader")]


class Voice(SiteRow):
    """A complaint that was spoken, at most two minutes, encrypted.

    Knows a voice. Forgotten with the complaint.
    """

    complaint = knows(
        models.OneToOneField(Complaint, models.CASCADE, related_name="voice"), "Whose.", keep=Keep.COMPLAINT
    )
    kind = knows(models.CharField(max_length=40), "What the sound is written in.", keep=Keep.COMPLAINT)
    sound_box = knows(
        models.BinaryField(),
        "The sound, encrypted with a key outside the database.",
        sensitivity=Sensitivity.CONFIDENTIAL,
        keep=Keep.COMPLAINT,
    )

    @property
    def sound(self) -> bytes:
        """The sound itself."""
        return box.opened(self.complaint_id, "voice", bytes(self.sound_box))
