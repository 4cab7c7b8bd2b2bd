"""A site, and the base of every table that belongs to one."""

from datetime import date, datetime
from typing import TYPE_CHECKING, Any, ClassVar, Protocol, Self
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db import models
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from halte.common import nights
from halte.common.fields import knows
from halte.common.models import HalteModel
from halte.sites.rules import Rules

if TYPE_CHECKING:
    from django_stubs_ext.db.models.manager import RelatedManager

    from halte.sites.models.versions import RulesVersion


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
