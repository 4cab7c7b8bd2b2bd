"""What a site holds itself to, in versions: its rules, and the facts that standards ask for."""

from django.db import models

from halte.common.fields import Keep, Sensitivity, knows
from halte.sites.models.site import Site, SiteRow
from halte.sites.rules import Rules
from halte.sites.standards import Facts


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
