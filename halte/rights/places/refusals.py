"""Why something about a place is refused."""

from django.utils.translation import gettext_lazy as _

from halte.common.refusal import Refusal


class NotPublished(Refusal):
    """Guests do not read of this house yet."""

    code = "rights.place_not_published"
    message = _("Guests do not read of this house yet: a manager writes first what they read.")
