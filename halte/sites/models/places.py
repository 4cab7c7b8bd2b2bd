"""Places: sites, rooms, beds, hours, what is offered today, and each site's rules in versions."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, ClassVar, Protocol, Self
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db import models
from django.db.models import Q
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from halte.common import nights
from halte.common.fields import Keep, Sensitivity, knows
from halte.common.models import HalteModel
from halte.sites.rules import Rules
from halte.sites.standards import Facts

if TYPE_CHECKING:
    from django_stubs_ext.db.models.manager import RelatedManager


class AtSite(Protocol):
    """Whoever asks: only the site matters here."""

    @property
    def site_id(self) -> UUID: ...


class SiteKind(models.TextChoices):
    DAY_CENTRE = "day_centre", _("Day centre")
    HOSTEL = "hostel", _("Hostel")
    OUTREACH = "outreach", _("Outreach base")


class Site(HalteModel):
    """A place of the network, with a clock of its own.

    No personal data.
    """

    code = knows(models.SlugField(max_length=40, unique=True), "Names the site in addresses.")
    name = knows(models.CharField(max_length=80), "Its name, as staff and guests say it.")
    kind = knows(models.CharField(max_length=20, choices=SiteKind.choices), "Day centre, hostel or outreach base.")
    town = knows(models.CharField(max_length=80), "The town it stands in.")
    address = knows(models.CharField(max_length=200, blank=True), "Read aloud to the ambulance.")
    timezone = knows(models.CharField(max_length=40, default="Europe/Paris"), "Its own clock.")
    opened_on = knows(models.DateField(null=True, blank=True), "Since when it is open; empty before the decision.")

    if TYPE_CHECKING:
        rules_versions: RelatedManager["RulesVersion"]

    class Meta:
        ordering = ["name"]
        verbose_name = _("site")

    def __str__(self) -> str:
        return self.name

    @cached_property
    def zone(self) -> ZoneInfo:
        """The site's clock."""
        return ZoneInfo(self.timezone)

    def today(self, at: datetime) -> date:
        """The date on the site's clock."""
        return nights.local_date(at, self.zone)

    def tonight(self, at: datetime) -> date:
        """The evening's date of the night that runs now, noon to noon."""
        return nights.night_of(at, self.zone)

    def rules_at(self, at: datetime) -> Rules:
        """The rules in force; the defaults when none were ever set."""
        if at not in self._rules_known:
            version = self.rules_versions.filter(since__lte=at).order_by("-number").first()
            self._rules_known[at] = version.rules if version else Rules()
        return self._rules_known[at]

    @cached_property
    def _rules_known(self) -> dict[datetime, Rules]:
        """One page asks several times for the rules of one moment: the row is read once."""
        return {}


class SiteQuerySet(models.QuerySet[Any]):
    """Rows that belong to a site."""

    def seen_by(self, actor: AtSite) -> Self:
        """The rows of the actor's own site."""
        return self.filter(site_id=actor.site_id)

    def everywhere(self, *, because: str) -> Self:
        """The rows of all sites. Say why: it is searched for in reviews."""
        if not because:
            raise ValueError("Say why all sites are needed.")
        return self.all()


class SiteRow(HalteModel):
    """A row that belongs to one site, and is written by that site only.

    No personal data.
    """

    site = knows(models.ForeignKey(Site, models.PROTECT, related_name="+"), "The site that this row belongs to.")

    objects: ClassVar[Any] = SiteQuerySet.as_manager()

    class Meta:
        abstract = True


class PlaceNeed(models.TextChoices):
    """What a place must offer. Never why."""

    GROUND_FLOOR = "ground_floor", _("Ground floor")
    LOWER_BUNK = "lower_bunk", _("Lower bunk")
    DOOR_THAT_LOCKS = "door_that_locks", _("Door that locks")
    WOMEN_ONLY = "women_only", _("Women only")
    NEAR_TOILET = "near_toilet", _("Near the toilet")
    NEAR_STAFF = "near_staff", _("Near staff")
    COT = "cot", _("Cot")
    DOG = "dog", _("Place for a dog")
    QUIET = "quiet", _("Quiet")


class RoomKind(models.TextChoices):
    MEN = "men", _("Men")
    WOMEN = "women", _("Women")
    FAMILY = "family", _("Family")
    COUPLES = "couples", _("Couple")
    MINORS = "minors", _("Under 18")
    QUIET = "quiet", _("Quiet")


class RoomClosedWhy(models.TextChoices):
    """Why nobody new sleeps in a room."""

    REPAIR = "repair", _("Repair")
    DEEP_CLEAN = "deep_clean", _("Deep clean")
    OTHER = "other", _("Other")


class Room(SiteRow):
    """A room where people sleep: who may, and what it offers.

    No personal data.
    """

    code = knows(models.SlugField(max_length=20), "The number on the door.")
    kind = knows(models.CharField(max_length=20, choices=RoomKind.choices), "Who may sleep here.")
    floor = knows(models.SmallIntegerField(default=0), "0 is the ground floor.")
    area_dm2 = knows(models.PositiveIntegerField(null=True, blank=True), "Floor area in square decimetres.")
    offers = knows(models.JSONField(default=list, blank=True), "Codes of what the place offers.")
    fire_limit = knows(
        models.PositiveSmallIntegerField(null=True, blank=True), "People at most, by the fire commission."
    )
    standard_limit = knows(
        models.PositiveSmallIntegerField(null=True, blank=True),
        "People at most, by the standards; empty: none says so.",
    )
    legal_maximum = knows(models.PositiveSmallIntegerField(), "People at most: the smaller of the two.")
    dog_places = knows(models.PositiveSmallIntegerField(default=0), "How many dogs may sleep here with their people.")
    neighbours = knows(models.ManyToManyField("self", blank=True), "Rooms next door.")
    closed_since = knows(models.DateTimeField(null=True, blank=True), "Closed for repair or cleaning.")
    closed_why = knows(
        models.CharField(max_length=20, choices=RoomClosedWhy.choices, blank=True), "Why it is closed, as a code."
    )

    if TYPE_CHECKING:
        beds: RelatedManager["Bed"]

    class Meta:
        ordering = ["code"]
        verbose_name = _("room")
        constraints = [
            models.UniqueConstraint(fields=["site", "code"], name="one_room_per_code"),
            models.CheckConstraint(
                condition=(Q(fire_limit__isnull=True) | Q(legal_maximum__lte=models.F("fire_limit")))
                & (Q(standard_limit__isnull=True) | Q(legal_maximum__lte=models.F("standard_limit"))),
                name="never_beyond_a_limit",
            ),
        ]

    def __str__(self) -> str:
        return self.code

    @property
    def offered(self) -> list[Any]:
        """What it offers, in words."""
        return [PlaceNeed(code).label for code in self.offers if code in PlaceNeed.values]

    def offers_all(self, needs: set[str]) -> bool:
        """Whether the room itself offers everything that was asked (a lower bunk is the bed's matter)."""
        return needs - {PlaceNeed.LOWER_BUNK} <= set(self.offers)


class RoomVersion(SiteRow):
    """One version of what a room is: who may sleep there, how many, what it offers. Never changed: a new one follows.

    No personal data.
    """

    room = knows(models.ForeignKey(Room, models.CASCADE, related_name="versions"), "Which room.")
    number = knows(models.PositiveIntegerField(), "Counted from 1 for each room; lines in the register cite it.")
    since = knows(models.DateTimeField(), "In force from this moment.")
    rules = knows(models.JSONField(default=dict), "What the room is from then on.")
    set_at = knows(models.DateTimeField(), "When it was decided.")
    set_by = knows(models.UUIDField(), "Who of the staff set it.", sensitivity=Sensitivity.PSEUDONYM, keep=Keep.ALWAYS)
    began = knows(models.BooleanField(default=False), "Whether it was put in force.")

    class Meta:
        ordering = ["-number"]
        constraints = [models.UniqueConstraint(fields=["room", "number"], name="one_room_version_per_number")]
        indexes = [
            models.Index(fields=["site", "since"], condition=Q(began=False), name="room_versions_to_begin"),
        ]

    @property
    def kind(self) -> str:
        """Who may sleep there by this version, in words."""
        return str(RoomKind(self.rules["kind"]).label)


class BedState(models.TextChoices):
    READY = "ready", _("Ready")
    TO_MAKE = "to_make", _("To make")
    DEEP_CLEAN = "deep_clean", _("Deep clean")
    BROKEN = "broken", _("Broken")
    CLOSED = "closed", _("Closed")


class BedQuerySet(SiteQuerySet):
    """Beds."""

    def standing(self, night: date) -> Self:
        """Those that stand in the house in a night."""
        begun = Q(first_night__isnull=True) | Q(first_night__lte=night)
        return self.filter(begun, Q(last_night__isnull=True) | Q(last_night__gte=night))

    def in_house(self, night: date, held: Iterable[UUID]) -> Self:
        """The same, and those of them in which somebody sleeps all the same: nobody drops out of a list."""
        return self.filter(Q(id__in=self.standing(night).values("id")) | Q(id__in=list(held)))


class Bed(SiteRow):
    """One bed of one room. Some stand only from one night to another: those of a cold plan.

    No personal data.
    """

    room = knows(models.ForeignKey(Room, models.PROTECT, related_name="beds"), "The room it stands in.")
    label = knows(models.CharField(max_length=20), "The number on the bed.")
    position = knows(models.PositiveSmallIntegerField(default=0), "Order on the board.")
    lower = knows(models.BooleanField(default=True), "Not an upper bunk.")
    state = knows(models.CharField(max_length=20, choices=BedState.choices, default=BedState.READY), "Usable or not.")
    first_night = knows(models.DateField(null=True, blank=True), "The first night it stands; empty: since always.")
    last_night = knows(models.DateField(null=True, blank=True), "The last night it stands; empty: for good.")
    kept_back = knows(
        models.BooleanField(default=False), "A buffer: given by a person or to a group at the door, never by itself."
    )

    objects: ClassVar[Any] = BedQuerySet.as_manager()

    class Meta:
        ordering = ["room__code", "position"]
        verbose_name = _("bed")
        constraints = [models.UniqueConstraint(fields=["room", "label"], name="one_bed_per_label")]

    def __str__(self) -> str:
        return f"{self.room.code}-{self.label}"

    def stands(self, night: date) -> bool:
        """Whether it stands in the house in a night."""
        return (self.first_night is None or self.first_night <= night) and (
            self.last_night is None or self.last_night >= night
        )


class Service(models.TextChoices):
    """What a day centre offers."""

    MEAL = "meal", _("Meal")
    DRINK = "drink", _("Hot drink")
    SHOWER = "shower", _("Shower")
    TOILET = "toilet", _("Toilet")
    LAUNDRY = "laundry", _("Laundry")
    CHARGING = "charging", _("Phone charging")
    LOCKER = "locker", _("Locker")
    ADVICE = "advice", _("Advice")
    MAIL = "mail", _("Mail")
    CLOTHES = "clothes", _("Clothes and blankets")
    BED = "bed", _("Bed for the night")


class Hours(SiteRow):
    """When a service, or the whole site, is open on a weekday.

    No personal data.
    """

    service = knows(models.CharField(max_length=20, choices=Service.choices, blank=True), "Empty: the whole site.")
    weekday = knows(models.PositiveSmallIntegerField(), "0 is Monday.")
    opens = knows(models.TimeField(), "On the site's clock.")
    closes = knows(models.TimeField(), "On the site's clock; before `opens` means the next morning.")

    class Meta:
        ordering = ["weekday", "opens"]
        verbose_name = _("opening hours")
        verbose_name_plural = _("opening hours")
        constraints = [
            models.UniqueConstraint(fields=["site", "service", "weekday", "opens"], name="one_opening_per_time"),
            models.CheckConstraint(condition=Q(weekday__lte=6), name="weekday_is_a_weekday"),
        ]


class ClosureReason(models.TextChoices):
    """Why a service is not offered today."""

    STAFF = "staff", _("Not enough of us")
    REPAIR = "repair", _("Being repaired")
    FULL = "full", _("Full")
    WEATHER = "weather", _("Weather")
    PLANNED = "planned", _("The house stays closed")


class Closure(SiteRow):
    """A service that is not offered on a date although its hours say so, or the whole house that stays closed.

    No personal data.
    """

    service = knows(
        models.CharField(max_length=20, choices=Service.choices, blank=True), "What is closed; empty: the whole house."
    )
    on = knows(models.DateField(), "On the site's date.")
    reason = knows(models.CharField(max_length=20, choices=ClosureReason.choices), "Why, as a code.")
    ended_at = knows(models.DateTimeField(null=True), "When it opened again the same day.")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["site", "service", "on"], condition=Q(ended_at__isnull=True), name="closed_once_a_day"
            )
        ]


class RulesVersion(SiteRow):
    """One version of a site's rules. Never changed: a new version follows.

    No personal data.
    """

    site = knows(models.ForeignKey(Site, models.PROTECT, related_name="rules_versions"), "Whose rules these are.")
    number = knows(models.PositiveIntegerField(), "Lines in the register cite it.")
    since = knows(models.DateTimeField(), "In force from this moment.")
    settings = knows(models.JSONField(default=dict), "What differs from the defaults.")
    house_rules = knows(models.JSONField(default=dict), "The house rules in plain words, by language.")
    set_by = knows(models.UUIDField(), "Who of the staff set it.", sensitivity=Sensitivity.PSEUDONYM, keep=Keep.ALWAYS)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["site", "number"], name="one_rules_version_per_number")]

    @property
    def rules(self) -> Rules:
        """The settings as typed values."""
        return Rules.parse(self.settings, version=self.number)


class FactsVersion(SiteRow):
    """What somebody counted and measured in the house, in versions, as the standards ask for it. Never changed.

    No personal data.
    """

    number = knows(models.PositiveIntegerField(), "Lines in the register cite it.")
    since = knows(models.DateTimeField(), "Stands from this moment.")
    facts = knows(models.JSONField(default=dict), "What was counted and measured; what is missing was not.")
    set_by = knows(models.UUIDField(), "Who of the staff set it.", sensitivity=Sensitivity.PSEUDONYM, keep=Keep.ALWAYS)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["site", "number"], name="one_facts_version_per_number")]

    @property
    def known(self) -> Facts:
        """The facts as typed values."""
        return Facts.parse(self.facts, version=self.number)


class PlacesAsked(SiteRow):
    """How many beds one place of the network asks of a house for a night: numbers, what the room must offer, an hour.

    No personal data. The house writes its answer in a row of its own.
    """

    house = knows(models.ForeignKey(Site, models.PROTECT, related_name="+"), "Which house is asked.")
    night = knows(models.DateField(), "The evening's date.")
    women = knows(models.PositiveSmallIntegerField(default=0), "How many women.")
    men = knows(models.PositiveSmallIntegerField(default=0), "How many men.")
    children = knows(models.PositiveSmallIntegerField(default=0), "How many children.")
    family = knows(models.BooleanField(default=False), "They are a family: one room.")
    needs = knows(models.JSONField(default=list, blank=True), "Codes of what the place must offer.")
    arriving_at = knows(models.DateTimeField(), "When they will be at the door.")
    asked_at = knows(models.DateTimeField(), "When it was asked.")
    ended_at = knows(models.DateTimeField(null=True, blank=True), "When it was taken back.")

    class Meta:
        verbose_name = _("places asked of a house")
        indexes = [models.Index(fields=["house", "night"], name="places_asked_of_a_house")]

    @property
    def people(self) -> int:
        """How many they are."""
        return self.women + self.men + self.children

    @property
    def must_offer(self) -> list[Any]:
        """What the place must offer, in words."""
        return [PlaceNeed(code).label for code in self.needs if code in PlaceNeed.values]


class PlacesAnswered(SiteRow):
    """What a house answered to places that were asked of it: the number to say at the door, or that there is none.

    No personal data.
    """

    asked = knows(models.OneToOneField(PlacesAsked, models.CASCADE, related_name="answer"), "What was asked.")
    number = knows(models.PositiveSmallIntegerField(null=True, blank=True), "Said at the door; empty without a place.")
    beds = knows(models.PositiveSmallIntegerField(default=0), "How many beds are kept; 0 while they wait for one.")
    until = knows(models.DateTimeField(null=True, blank=True), "Until when they are kept.")
    answered_at = knows(models.DateTimeField(), "When it was answered.")

    class Meta:
        verbose_name = _("answer to places asked")


class Shutter(SiteRow):
    """All screens of the site rest: from a press, because somebody came with a paper, until a colleague opens them.

    Knows which of the staff pressed. Kept as the register of acts is.
    """

    closed_at = knows(models.DateTimeField(), "When it was pressed.")
    closed_by = knows(
        models.UUIDField(), "Who of the staff, or which tablet.", sensitivity=Sensitivity.PSEUDONYM, keep=Keep.REGISTER
    )
    opened_at = knows(models.DateTimeField(null=True), "When the screens showed people again; empty while they rest.")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["site"], condition=Q(opened_at__isnull=True), name="one_shutter_at_a_time")
        ]
