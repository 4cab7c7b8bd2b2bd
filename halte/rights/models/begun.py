"""Pages, statements and topics that do not stand yet: nobody reads them before two people let them stand."""

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.utils.translation import gettext_lazy as _

from halte.common.fields import knows
from halte.rights.models.by_two import ByTwo, another_approves
from halte.rights.models.choices import LANGUAGES, WAITS
from halte.rights.models.topics import Topic


class BegunPage(ByTwo):
    """A topic that somebody began to write in another language, all its texts together.

    Knows who of the staff wrote and who approved what becomes public; kept as long as the topic.
    """

    topic = knows(models.ForeignKey(Topic, models.CASCADE, related_name="begun"), "The topic.")
    language = knows(models.CharField(max_length=3, choices=LANGUAGES), "In which language.")
    texts = knows(
        models.JSONField(default=dict), "Each text by its name: the original it follows, and what is written."
    )

    class Meta:
        ordering = ["written_on"]
        verbose_name = _("begun page")
        constraints = [
            another_approves("who_began_is_not_approver"),
            models.UniqueConstraint(
                fields=["topic", "language"],
                condition=models.Q(progress__in=list(WAITS)),
                name="one_begun_page_per_language",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.language}/{self.topic_id}"


class NewStatement(ByTwo):
    """A statement that somebody wrote for a topic, or the first one of a topic that is new.

    Knows who of the staff wrote and who approved what becomes public, and the name an editor signs with; kept as long
    as the topic.
    """

    topic = knows(models.ForeignKey(Topic, models.CASCADE, null=True, related_name="added"), "Of which topic.")
    new_topic = knows(
        models.JSONField(default=dict), "Else the new topic: its name in addresses, sign, language, title and summary."
    )
    code = knows(models.SlugField(max_length=40), "Names it within its topic, in every language.")
    text = knows(models.CharField(max_length=240), "What is said first.")
    more = knows(models.CharField(max_length=300, blank=True), "What is said after it.")
    values = knows(models.JSONField(default=dict, encoder=DjangoJSONEncoder), "What it is and rests on.")
    signature = knows(models.CharField(max_length=80), "The public signature of who checked it.")

    class Meta:
        ordering = ["written_on"]
        verbose_name = _("new statement")
        constraints = [another_approves("who_added_is_not_approver")]

    def __str__(self) -> str:
        return self.text
