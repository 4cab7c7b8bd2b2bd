"""Who stays together, who is kept apart, and whom a colleague knows."""

from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Q

from halte.common.fields import Keep, Sensitivity, knows
from halte.guests.models.guest import Guest
from halte.sites.models import SiteRow

if TYPE_CHECKING:
    from django_stubs_ext.db.models.manager import RelatedManager


class Group(SiteRow):
    """A family, or friends who asked to stay together.

    Knows nothing by itself. Deleted with its last member.
    """

    is_family = knows(
        models.BooleanField(default=True), "A family gets one room.", sensitivity=Sensitivity.PERSONAL, keep=Keep.GUEST
    )
    agreed_neighbouring = knows(
        models.BooleanField(default=False), "They agreed to neighbouring rooms.", keep=Keep.GUEST
    )

    if TYPE_CHECKING:
        memberships: RelatedManager["Membership"]


class Membership(SiteRow):
    """That a guest belongs to a family or group, from a day to a day.

    Knows who stays together. Forgotten with the guest.
    """

    group = knows(
        models.ForeignKey(Group, models.CASCADE, related_name="memberships"), "The family or group.", keep=Keep.GUEST
    )
    guest = knows(
        models.ForeignKey(Guest, models.CASCADE, related_name="memberships"),
        "The guest.",
        sensitivity=Sensitivity.PERSONAL,
        keep=Keep.GUEST,
    )
    since = knows(models.DateField(), "First day together.", keep=Keep.GUEST)
    until = knows(models.DateField(null=True, blank=True), "Last day together.", keep=Keep.GUEST)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["guest"], condition=Q(until__isnull=True), name="one_group_at_a_time")
        ]


class KeptApart(SiteRow):
    """That two guests never sleep in one room. Hosts read "not this room", never who, and nobody reads why.

    Knows that two cards are kept apart, never the reason. Forgotten with either guest.
    """

    one = knows(
        models.ForeignKey(Guest, models.CASCADE, related_name="+"),
        "One of the two.",
        sensitivity=Sensitivity.CONFIDENTIAL,
        keep=Keep.GUEST,
    )
    other = knows(
        models.ForeignKey(Guest, models.CASCADE, related_name="+"),
        "The other.",
        sensitivity=Sensitivity.CONFIDENTIAL,
        keep=Keep.GUEST,
    )
    since = knows(models.DateField(), "From which day.", keep=Keep.GUEST)
    set_by = knows(models.UUIDField(), "Who of the staff.", sensitivity=Sensitivity.PSEUDONYM, keep=Keep.GUEST)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["one", "other"], name="kept_apart_once"),
            models.CheckConstraint(condition=~Q(one=models.F("other")), name="nobody_apart_from_themselves"),
        ]
        indexes = [models.Index(fields=["other"], name="kept_apart_from")]


class Acquaintance(SiteRow):
    """That a colleague knows a guest, so that this panel goes to another colleague.

    Knows neither of them without the site's key: the table lists nobody. Forgotten with the guest.
    """

    guest = knows(
        models.ForeignKey(Guest, models.CASCADE, related_name="acquaintances"), "Who is known.", keep=Keep.GUEST
    )
    known_key = knows(
        models.BinaryField(max_length=32),
        "HMAC of the colleague and this row with the site's key.",
        sensitivity=Sensitivity.CONFIDENTIAL,
        keep=Keep.GUEST,
    )

    class Meta:
        constraints = [models.UniqueConstraint(fields=["guest", "known_key"], name="known_once")]
