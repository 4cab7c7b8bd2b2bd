"""Guests: cards without names, families and groups, and what a place must offer them."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, ClassVar, Self

from cryptography.hazmat.primitives.ciphers.aead import AESSIV
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from halte.common import ids, keys
from halte.common.fields import Keep, Sensitivity, knows
from halte.sites.models import OtherPlace, PlaceNeed, Site, SiteQuerySet, SiteRow

if TYPE_CHECKING:
    from django_stubs_ext.db.models.manager import RelatedManager


DECLARE_BIRTH_WITHIN = timedelta(days=5)
"""Code civil, article 55: five days after the birth, the day itself not counted. Not confirmed by a lawyer."""


class GuestState(models.TextChoices):
    LIVE = "live", _("Live")
    REPLACED = "replaced", _("Replaced by a new card")
    CLOSED = "closed", _("Closed by staff")


class PlacedOrder(models.TextChoices):
    """In which order a person set that someone is placed. The reason is confidential and not kept here."""

    FIRST = "first", _("First")
    BEFORE = "before", _("Before others")
    IN_TURN = "in_turn", _("In turn")


class Counted(models.TextChoices):
    """How a guest counts for rooms and meals, on their own word."""

    MAN = "man", _("Man")
    WOMAN = "woman", _("Woman")
    CHILD = "child", _("Child")


def spoken_box(site: Site, code: str) -> bytes:
    """A spoken code as the site stores it: readable only with a key that lies outside the database (AES-SIV, RFC 5297).

    The same code gives other bytes at another site, so that two sites' rows cannot be joined.
    """
    return AESSIV(keys.of_site(site.id, "spoken")).encrypt(code.encode(), None)


def spoken_of(site: Site, box: bytes) -> str:
    """The spoken code in a box that `spoken_box` made."""
    return AESSIV(keys.of_site(site.id, "spoken")).decrypt(box, None).decode()


class GuestQuerySet(SiteQuerySet):
    """Guests of a site."""

    def members_of(self, group: "Group", *, on: date) -> Self:
        """Those who belong to a family or group on a day."""
        return self.filter(memberships__in=Membership.objects.filter(group=group).valid_on(on))


class Guest(SiteRow):
    """A card at one site. No name, no papers, no nationality.

    Knows that a card exists, the language spoken and, on the guest's own word, how they count for a room.
    Forgotten when the guest asks, or 1 year after the last visit.
    """

    card_key = knows(
        models.BinaryField(max_length=32),
        "HMAC of the card's secret and the site: finds the guest when the card is scanned.",
        sensitivity=Sensitivity.PSEUDONYM,
        keep=Keep.GUEST,
    )
    spoken_box = knows(
        models.BinaryField(max_length=40, db_index=True),
        "The spoken code, encrypted with the site's key.",
        sensitivity=Sensitivity.PSEUDONYM,
        keep=Keep.GUEST,
    )
    state = knows(
        models.CharField(max_length=10, choices=GuestState.choices, default=GuestState.LIVE),
        "Whether the card works.",
        keep=Keep.GUEST,
    )
    language = knows(
        models.CharField(max_length=10, blank=True),
        "To greet and to call an interpreter.",
        sensitivity=Sensitivity.PERSONAL,
        keep=Keep.GUEST,
    )
    counted = knows(
        models.CharField(max_length=10, choices=Counted.choices, blank=True),
        "Which rooms are safe, on their own word.",
        sensitivity=Sensitivity.PERSONAL,
        keep=Keep.GUEST,
    )
    placed = knows(
        models.CharField(max_length=10, choices=PlacedOrder.choices, default=PlacedOrder.IN_TURN),
        "In which order a bed is given; set by a person.",
        sensitivity=Sensitivity.CONFIDENTIAL,
        keep=Keep.GUEST,
    )
    made_on = knows(models.DateField(), "First day at this site.", sensitivity=Sensitivity.PERSONAL, keep=Keep.GUEST)
    on_card_of = knows(
        models.ForeignKey("self", models.CASCADE, null=True, blank=True, related_name="company"),
        "Whose card they came on, while they have none of their own.",
        sensitivity=Sensitivity.PERSONAL,
        keep=Keep.GUEST,
    )
    in_cot = knows(
        models.BooleanField(default=False),
        "A newborn sleeps in a cot beside their family and takes no bed.",
        sensitivity=Sensitivity.PERSONAL,
        keep=Keep.GUEST,
    )
    ask_in_private = knows(
        models.BooleanField(default=False),
        "Where they are safe is asked in private, before a bed is given.",
        sensitivity=Sensitivity.PERSONAL,
        keep=Keep.GUEST,
    )
    replaced_by = knows(
        models.ForeignKey("self", models.CASCADE, null=True, blank=True, related_name="earlier"),
        "Which card lives on, when two cards of one person were made one.",
        sensitivity=Sensitivity.PERSONAL,
        keep=Keep.GUEST,
    )
    protected = knows(
        models.BooleanField(default=False),
        "The card's page stays bare on every phone, and no message finds them.",
        sensitivity=Sensitivity.CONFIDENTIAL,
        keep=Keep.GUEST,
    )

    objects: ClassVar[Any] = GuestQuerySet.as_manager()

    if TYPE_CHECKING:
        company: RelatedManager["Guest"]
        memberships: RelatedManager["Membership"]
        needs: RelatedManager["PlaceWanted"]

    class Meta:
        verbose_name = _("guest")
        constraints = [models.UniqueConstraint(fields=["site", "card_key"], name="one_guest_per_card")]

    def __str__(self) -> str:
        return self.spoken

    @property
    def code(self) -> str:
        """The spoken code of the card, as the site can read it; with a number behind it for whoever came on it."""
        said = spoken_of(self.site, bytes(self.spoken_box))
        return f"{self.on_card_of.code}·{said[1:]}" if self.on_card_of else said

    @property
    def spoken(self) -> str:
        """The spoken code with dashes."""
        return ids.spaced(self.code)

    @property
    def declare_birth_by(self) -> date | None:
        """The last day to declare a newborn at the town hall; unsure until a lawyer confirms."""
        return self.made_on + DECLARE_BIRTH_WITHIN if self.in_cot else None

    @property
    def number_on_card(self) -> int:
        """The holder is the first on the card; the others count on from there."""
        return int(spoken_of(self.site, bytes(self.spoken_box))[1:]) if self.on_card_of_id else 1


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


class ErasePause(SiteRow):
    """That nothing of a closed card is erased until a day, because two people said so: someone died, say.

    Knows that two colleagues keep a closed card for a while, never why. Forgotten with the guest, after the day.
    """

    guest = knows(
        models.OneToOneField(Guest, models.CASCADE, related_name="pause"),
        "Whose card it is.",
        sensitivity=Sensitivity.PERSONAL,
        keep=Keep.GUEST,
    )
    until = knows(models.DateField(), "The last day of the pause.", keep=Keep.GUEST)
    asked_by = knows(
        models.UUIDField(), "Who of the staff asked for it.", sensitivity=Sensitivity.PSEUDONYM, keep=Keep.GUEST
    )
    asked_on = knows(models.DateField(), "When: alone, it holds seven days.", keep=Keep.GUEST)
    agreed_by = knows(
        models.UUIDField(null=True, blank=True),
        "Who else agreed.",
        sensitivity=Sensitivity.PSEUDONYM,
        keep=Keep.GUEST,
    )

    class Meta:
        verbose_name = _("pause of erasing")
        constraints = [
            models.CheckConstraint(
                condition=Q(agreed_by__isnull=True) | ~Q(agreed_by=models.F("asked_by")),
                name="two_people_pause_erasing",
            )
        ]


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


class MembershipQuerySet(SiteQuerySet):
    """Dated memberships of groups."""

    def valid_on(self, day: date) -> Self:
        """Those that hold on a day."""
        return self.filter(Q(until__isnull=True) | Q(until__gte=day), since__lte=day)


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

    objects: ClassVar[Any] = MembershipQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["guest"], condition=Q(until__isnull=True), name="one_group_at_a_time")
        ]


class PlaceWanted(SiteRow):
    """One thing that the place must offer a guest. Never why.

    Knows a wish that a wary reader could guess a reason from. Forgotten with the guest.
    """

    guest = knows(models.ForeignKey(Guest, models.CASCADE, related_name="needs"), "The guest.", keep=Keep.GUEST)
    need = knows(
        models.CharField(max_length=20, choices=PlaceNeed.choices),
        "What the place must offer.",
        sensitivity=Sensitivity.PERSONAL,
        keep=Keep.GUEST,
    )

    class Meta:
        constraints = [models.UniqueConstraint(fields=["guest", "need"], name="one_wish_per_kind")]


class Measure(SiteRow):
    """A decision of two people that somebody stays away until a date. The board says: measure, away until.

    Knows that two colleagues sent somebody away, and why for thirty days at most. When the guest is erased only the
    date, the site, the note and the appeal stay, linked to nothing, and are deleted after those thirty days.
    """

    guest = knows(
        models.ForeignKey(Guest, models.SET_NULL, null=True, blank=True, related_name="measures"),
        "Who stays away; empty once they are erased.",
        sensitivity=Sensitivity.CONFIDENTIAL,
        keep=Keep.GUEST,
    )
    until = knows(models.DateField(), "The last day away.", keep=Keep.GUEST)
    written_on = knows(models.DateField(), "From when the days of the note are counted.", keep=Keep.GUEST)
    note_box = knows(
        models.BinaryField(blank=True, default=b""),
        "Why, encrypted with the site's key; empty after thirty days.",
        sensitivity=Sensitivity.CONFIDENTIAL,
        keep=Keep.DOOR,
    )
    asked_by = knows(
        models.UUIDField(null=True),
        "Who of the staff wrote it; empty once the guest is erased.",
        sensitivity=Sensitivity.PSEUDONYM,
        keep=Keep.GUEST,
    )
    agreed_by = knows(
        models.UUIDField(null=True),
        "Who else agreed; nothing holds before.",
        sensitivity=Sensitivity.PSEUDONYM,
        keep=Keep.GUEST,
    )
    other_place = knows(
        models.CharField(max_length=20, choices=OtherPlace.choices, blank=True),
        "Where they can go instead, as a code: named while the cold plan is on.",
        sensitivity=Sensitivity.CONFIDENTIAL,
        keep=Keep.GUEST,
    )
    ended_on = knows(models.DateField(null=True), "Ended before its last day.", keep=Keep.GUEST)
    appeal_key = knows(
        models.BinaryField(max_length=32, unique=True),
        "SHA-256 of the code that reads and writes the appeal.",
        sensitivity=Sensitivity.SECRET,
        keep=Keep.GUEST,
    )
    appeal_box = knows(
        models.BinaryField(blank=True, default=b""),
        "What the guest says about it, encrypted.",
        sensitivity=Sensitivity.CONFIDENTIAL,
        keep=Keep.GUEST,
    )
    answer_box = knows(
        models.BinaryField(blank=True, default=b""),
        "The answer, encrypted.",
        sensitivity=Sensitivity.CONFIDENTIAL,
        keep=Keep.GUEST,
    )

    class Meta:
        verbose_name = _("measure")
        constraints = [
            models.CheckConstraint(
                condition=Q(agreed_by__isnull=True) | Q(asked_by__isnull=True) | ~Q(agreed_by=models.F("asked_by")),
                name="two_people_decide_a_measure",
            )
        ]


def needs_of(guests: Iterable[Guest]) -> set[str]:
    """Everything a place must offer these guests together."""
    rows: Any = PlaceWanted.objects.filter(guest__in=list(guests))
    return set(rows.values_list("need", flat=True))
