"""Staff, what they may do where and until when, and the devices of a site."""

from datetime import date, datetime
from typing import TYPE_CHECKING, Any, ClassVar, Self
from uuid import uuid4

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from halte.accounts.roles import Role
from halte.common.fields import Keep, Sensitivity, knows
from halte.sites.models import SiteQuerySet, SiteRow

if TYPE_CHECKING:
    from django_stubs_ext.db.models.manager import RelatedManager


class StaffManager(BaseUserManager["Staff"]):
    """Finds staff by the name they sign in with."""

    def create_user(self, sign_in_name: str, password: str | None = None, **fields: Any) -> "Staff":
        """A new account; without a password it can only be opened by an invitation."""
        staff = self.model(sign_in_name=sign_in_name, **fields)
        staff.set_password(password)
        staff.save(using=self._db)
        return staff


class Staff(AbstractBaseUser):
    """Someone who works in Halte. Never tied to a card.

    Knows a name to sign in with and a name to be called by, both of the person's own choice.
    Deleted 90 days after the last membership ends.
    """

    id = knows(models.UUIDField(primary_key=True, default=uuid4, editable=False), "Names the account, at random.")
    sign_in_name = knows(
        models.CharField(_("sign-in name"), max_length=40),
        "What they type to sign in.",
        sensitivity=Sensitivity.PERSONAL,
        keep=Keep.STAFF,
    )
    called = knows(
        models.CharField(_("called"), max_length=40),
        "What colleagues call them.",
        sensitivity=Sensitivity.PERSONAL,
        keep=Keep.STAFF,
    )
    password = knows(
        models.CharField(_("password"), max_length=128), "Argon2 hash.", sensitivity=Sensitivity.SECRET, keep=Keep.STAFF
    )
    last_login = knows(
        models.DateTimeField(null=True, blank=True),
        "Shows accounts nobody uses.",
        sensitivity=Sensitivity.PERSONAL,
        keep=Keep.STAFF,
    )
    language = knows(models.CharField(max_length=10, default="fr"), "Of the screens.", keep=Keep.STAFF)
    is_active = knows(models.BooleanField(default=True), "Off: nobody can sign in with it.", keep=Keep.STAFF)
    made_at = knows(models.DateTimeField(auto_now_add=True), "When the account was made.", keep=Keep.STAFF)

    if TYPE_CHECKING:
        memberships: RelatedManager["Membership"]

    objects = StaffManager()

    USERNAME_FIELD = "sign_in_name"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["called"]

    class Meta:
        verbose_name = _("staff member")
        verbose_name_plural = _("staff")
        constraints = [models.UniqueConstraint(fields=["sign_in_name"], name="one_account_per_sign_in_name")]

    def __str__(self) -> str:
        return self.called

    def get_short_name(self) -> str:
        """For libraries that ask."""
        return self.called


class MembershipQuerySet(SiteQuerySet):
    """Memberships."""

    def valid_on(self, day: date) -> Self:
        """Those that hold on a day."""
        return self.filter(Q(until__isnull=True) | Q(until__gte=day), since__lte=day, ended_at__isnull=True)


class Membership(SiteRow):
    """One role of one person at one site, until a date.

    Knows where someone works and as what. Deleted with the account.
    """

    staff = knows(models.ForeignKey(Staff, models.CASCADE, related_name="memberships"), "Who.", keep=Keep.STAFF)
    role = knows(models.CharField(max_length=20, choices=Role.choices), "What they do.", keep=Keep.STAFF)
    since = knows(models.DateField(), "First day.", keep=Keep.STAFF)
    until = knows(models.DateField(null=True, blank=True), "Last day; volunteers always have one.", keep=Keep.STAFF)
    ended_at = knows(models.DateTimeField(null=True, blank=True), "Ended before its last day.", keep=Keep.STAFF)

    objects: ClassVar[Any] = MembershipQuerySet.as_manager()

    class Meta:
        verbose_name = _("membership")
        constraints = [
            models.UniqueConstraint(
                fields=["staff", "site", "role"], condition=Q(ended_at__isnull=True), name="one_membership_per_role"
            )
        ]


class Invitation(SiteRow):
    """A link that lets one person make an account with one role.

    Knows nothing of a person until it is used; then which account came of it. Deleted with the account.
    """

    token_hash = knows(
        models.BinaryField(max_length=32, unique=True),
        "SHA-256 of the link's secret.",
        sensitivity=Sensitivity.SECRET,
        keep=Keep.STAFF,
    )
    role = knows(models.CharField(max_length=20, choices=Role.choices), "The role it gives.", keep=Keep.STAFF)
    days = knows(
        models.PositiveSmallIntegerField(null=True), "How long the role lasts; empty: no end.", keep=Keep.STAFF
    )
    invited_by = knows(models.UUIDField(), "Who invited.", sensitivity=Sensitivity.PSEUDONYM, keep=Keep.STAFF)
    expires_at = knows(models.DateTimeField(), "The link works until then.", keep=Keep.STAFF)
    used_by = knows(
        models.ForeignKey(Staff, models.CASCADE, null=True, related_name="+"),
        "The account made with it.",
        sensitivity=Sensitivity.PSEUDONYM,
        keep=Keep.STAFF,
    )
    revoked_at = knows(models.DateTimeField(null=True), "Taken back before it was used.", keep=Keep.STAFF)


class DeviceKind(models.TextChoices):
    TABLET = "tablet", _("Tablet of the house")
    API = "api", _("Program")
    KIOSK = "kiosk", _("Machine in the hall")


class Device(SiteRow):
    """A tablet or a program of a site, known by a token. It opens no more than its maker may give on the day it asks.

    Knows who of the staff made it. Kept as long as the site, so that old lines of the register say which device it was.
    """

    label = knows(models.CharField(max_length=40), "What is written on it.")
    kind = knows(models.CharField(max_length=10, choices=DeviceKind.choices), "Tablet or program.")
    token_hash = knows(
        models.BinaryField(max_length=32, unique=True), "SHA-256 of its token.", sensitivity=Sensitivity.SECRET
    )
    roles = knows(models.JSONField(default=list), "What it may do.")
    made_by = knows(
        models.UUIDField(),
        "Who made it: it ends with their role.",
        sensitivity=Sensitivity.PSEUDONYM,
        keep=Keep.REGISTER,
    )
    made_at = knows(models.DateTimeField(), "When the token was made.")
    until = knows(models.DateTimeField(null=True, blank=True), "When a tablet that a lead opened closes by itself.")
    revoked_at = knows(models.DateTimeField(null=True), "When it stopped working.")

    class Meta:
        verbose_name = _("device")


WRONG_AT_MOST = 5
"""So many wrong digits, and a badge is dead: whoever found it guesses no further."""


class BadgeQuerySet(SiteQuerySet):
    """Day badges."""

    def living(self, at: datetime) -> Self:
        """Those that open something at a moment, as far as the badge alone can say."""
        return self.filter(ended_at__isnull=True, until__gt=at, wrong__lt=WRONG_AT_MOST)


class Badge(SiteRow):
    """A badge for one day: scanned, and with four digits told, it takes a tablet of the house.

    Knows which account it is for; a volunteer of the day has none, and no name stands anywhere. Deleted the day after.
    """

    number = knows(models.PositiveSmallIntegerField(), "What is printed on it: Badge 7.", keep=Keep.DAY)
    staff = knows(
        models.ForeignKey(Staff, models.CASCADE, null=True, blank=True, related_name="badges"),
        "Whose account it stands for; empty for a volunteer of the day.",
        sensitivity=Sensitivity.PSEUDONYM,
        keep=Keep.DAY,
    )
    secret_hash = knows(
        models.BinaryField(max_length=32, unique=True),
        "SHA-256 of what is printed on it.",
        sensitivity=Sensitivity.SECRET,
        keep=Keep.DAY,
    )
    digits_key = knows(
        models.BinaryField(max_length=32),
        "HMAC of its four digits with the site's key.",
        sensitivity=Sensitivity.SECRET,
        keep=Keep.DAY,
    )
    wrong = knows(models.PositiveSmallIntegerField(default=0), "Wrong digits since the last right ones.", keep=Keep.DAY)
    made_by = knows(
        models.UUIDField(), "Who made it: it ends with their role.", sensitivity=Sensitivity.PSEUDONYM, keep=Keep.DAY
    )
    made_at = knows(models.DateTimeField(), "When.", keep=Keep.DAY)
    until = knows(models.DateTimeField(), "When it ends by itself: as the house closes.", keep=Keep.DAY)
    ended_at = knows(models.DateTimeField(null=True, blank=True), "Ended before.", keep=Keep.DAY)

    objects: ClassVar[Any] = BadgeQuerySet.as_manager()

    class Meta:
        verbose_name = _("day badge")
