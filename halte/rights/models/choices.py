"""What the tables of the guide choose among."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from halte.common import languages
from halte.rights import rules

LANGUAGES = [(language.code, language.own_name) for language in languages.ALL]


class Kind(models.TextChoices):
    STEP = rules.Kind.STEP.value, _("Step")
    WARNING = rules.Kind.WARNING.value, _("Warning")
    FACT = rules.Kind.FACT.value, _("Fact")


class Confidence(models.TextChoices):
    SOURCE = rules.Confidence.SOURCE.value, _("Read in a source")
    DERIVED = rules.Confidence.DERIVED.value, _("Worked out from sources")
    KNOWLEDGE = rules.Confidence.KNOWLEDGE.value, _("Not yet confirmed")


class Danger(models.TextChoices):
    LIGHT = rules.Danger.LIGHT.value, _("Light")
    SERIOUS = rules.Danger.SERIOUS.value, _("Serious")
    GRAVE = rules.Danger.GRAVE.value, _("Grave")


class State(models.TextChoices):
    ORIGINAL = rules.State.ORIGINAL.value, _("Original")
    APPROVED = rules.State.APPROVED.value, _("Approved by a translator")
    MACHINE = rules.State.MACHINE.value, _("Translated by a machine")
    UNCHECKED = rules.State.UNCHECKED.value, _("Not yet reviewed by a translator")


class Progress(models.TextChoices):
    """How far a new text is."""

    DRAFT = "draft", _("Draft")
    IN_REVIEW = "in_review", _("In review")
    APPROVED = "approved", _("Approved")
    LOADED = "loaded", _("From the guide's files")


WAITS = (Progress.DRAFT, Progress.IN_REVIEW)
"""What nobody let stand yet."""


class VoiceState(models.TextChoices):
    """How far a recording is."""

    WAITS = "waits", _("Waits for a second speaker")
    HEARD = "heard", _("Heard by readers")


class CheckState(models.TextChoices):
    """How far a look at a statement is."""

    WAITING = "waiting", _("Waits for a second person")
    STANDS = "stands", _("Stands")
    REPLACED = "replaced", _("Of no use any more")


class MarkKind(models.TextChoices):
    """What a reader says of a page, with one press."""

    NOT_CLEAR = "not_clear", _("It is not clear")
    WRONG = "wrong", _("Something is wrong")
    NO_HELP = "no_help", _("It did not help me")


class KeptBy(models.TextChoices):
    """Who writes a topic: loading the files never touches what editors keep."""

    FILES = "files", _("The guide's files")
    EDITORS = "editors", _("Editors")
