"""How the acts about messages are spoken of in "Just done"."""

from django.utils.translation import gettext_lazy as _

from halte.journal.recent import Said, say

say(
    {
        "tracing.offered": Said("talk", _("Message offered")),
        "tracing.opened": Said("talk", _("Message opened")),
        "tracing.answered": Said("talk", _("Message answered")),
        "tracing.not_answered": Said("talk", _("Message without an answer")),
        "tracing.not_theirs": Said("talk", _("Message for somebody else")),
    }
)
