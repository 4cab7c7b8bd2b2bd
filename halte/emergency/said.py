"""How calls for help and visits with a paper are spoken of in "Just done"."""

from django.utils.translation import gettext_lazy as _

from halte.journal.recent import Said, say

say(
    {
        "emergency.help_called": Said("siren", _("Help was called")),
        "emergency.interpreter_asked": Said("interpreter", _("An interpreter was asked for")),
        "emergency.help_came": Said("check", _("Help is here")),
        "sites.shutter_closed": Said("paper", _("All screens rest")),
        "sites.shutter_opened": Said("sun", _("The screens are open again")),
        "emergency.key_let_go": Said("key", _("The key of the house was let go")),
        "emergency.paper_came": Said("paper", _("Visit with a paper written down")),
        "emergency.paper_answered": Said("paper", _("Visit with a paper answered")),
    }
)
