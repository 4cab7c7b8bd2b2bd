"""The base of Halte's tables: random identifiers, never counters."""

from uuid import uuid4

from django.db import models

from halte.common.fields import Keep, Sensitivity, knows


class HalteModel(models.Model):
    """A row with a random identifier.

    No personal data.
    """

    id = knows(models.UUIDField(primary_key=True, default=uuid4, editable=False), "Names the row, at random.")

    class Meta:
        abstract = True


class JobRun(HalteModel):
    """One run of a periodic job: the pair (job, due) is unique, so several workers run it once.

    No personal data.
    """

    job = knows(models.CharField(max_length=60), "Which job.")
    due = knows(models.DateTimeField(), "The moment it was due.")
    taken_at = knows(models.DateTimeField(), "When a worker took it; after the lease another may.")
    done_at = knows(models.DateTimeField(null=True), "When it ended well.")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["job", "due"], name="one_run_per_due_moment")]


class WrongTries(HalteModel):
    """How often an account, a device or a card tried something in vain, and until when that counts.

    No personal data: whose tries they are is told by a digest under a key that lies outside the database.
    """

    counted = knows(models.CharField(max_length=64, unique=True), "What and whose, as a digest.", keep=Keep.WRONG_TRY)
    tries = knows(models.PositiveIntegerField(default=0), "How many.", keep=Keep.WRONG_TRY)
    until = knows(models.DateTimeField(), "Until when they count.", keep=Keep.WRONG_TRY)


class Remembered(HalteModel):
    """What was said for a few minutes: that a code was used, how many wrong ones there were (`common.cache`).

    No personal data: what it is about is told by a digest under a key that lies outside the database.
    """

    named = knows(models.CharField(max_length=64, unique=True), "What and whose, as a digest.", keep=Keep.WRONG_TRY)
    said = knows(models.TextField(), "What was said of it, as JSON: yes, or the moments of tries.", keep=Keep.WRONG_TRY)
    until = knows(models.DateTimeField(db_index=True), "Until when it counts.", keep=Keep.WRONG_TRY)


class DataKey(HalteModel):
    """Every data key this house has had, oldest first, closed with the present one, which is the last.

    Older ones open older backups; the first is the root of keys that are made from a key. Without the present key from
    outside the database none of them opens.

    No personal data.
    """

    number = knows(models.PositiveSmallIntegerField(unique=True), "Which, counted from one.")
    box = knows(models.BinaryField(), "The key, closed.", sensitivity=Sensitivity.SECRET)
