"""What opens to the guest alone: their sign, their phone."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from halte.common.fields import Keep, Sensitivity, knows
from halte.guests.models.guest import Guest
from halte.sites.models import SiteRow


class OwnSign(SiteRow):
    """The sign a guest chose: three of twenty-four pictures. It opens a lost card with a second proof, never alone.

    Knows three pictures, readable only with a key outside the database. Forgotten with the guest.
    """

    guest = knows(
        models.OneToOneField(Guest, models.CASCADE, related_name="sign"),
        "Whose sign it is.",
        sensitivity=Sensitivity.PSEUDONYM,
        keep=Keep.GUEST,
    )
    sign_key = knows(
        models.BinaryField(max_length=32),
        "HMAC of the three pictures with the site's key.",
        sensitivity=Sensitivity.SECRET,
        keep=Keep.GUEST,
    )

    class Meta:
        verbose_name = _("sign of a guest")
        indexes = [models.Index(fields=["site", "sign_key"], name="sign_by_key")]


class PairedPhone(SiteRow):
    """A phone that a desk paired with a card: it shows the guest's own things for fourteen days.

    Knows that a guest has a phone, and nothing of the phone. Forgotten when the pairing ends.
    """

    guest = knows(
        models.ForeignKey(Guest, models.CASCADE, related_name="phones"),
        "Whose things it shows.",
        sensitivity=Sensitivity.PERSONAL,
        keep=Keep.GUEST,
    )
    token_hash = knows(
        models.BinaryField(max_length=32, unique=True),
        "SHA-256 of what the phone keeps.",
        sensitivity=Sensitivity.SECRET,
        keep=Keep.GUEST,
    )
    until = knows(models.DateTimeField(), "When it ends by itself.", keep=Keep.GUEST)
    since = knows(
        models.DateTimeField(null=True, blank=True),
        "When a phone took the desk's link; empty while the link waits.",
        keep=Keep.GUEST,
    )
