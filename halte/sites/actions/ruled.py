"""The rules of a house, in versions."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db.models import Max

from halte import journal
from halte.common import languages
from halte.common.retry import RetryKey
from halte.sites.actions.refusals import NothingChanged, RulesChanged
from halte.sites.doors import SiteActor
from halte.sites.models import (
    RulesVersion,
)
from halte.sites.rules import Rules


def set_rules(*, actor: SiteActor, rules: Rules, at: datetime, key: RetryKey) -> RulesVersion:
    """New rules are in force at the site from now on; the versions before stay as they were.

    Args:
        rules: Its `version` is the one that was looked at: setting rests on what was seen.

    Raises:
        RulesChanged: Another version was set since.
        NothingChanged: They say the same.
    """
    with journal.act(actor=actor, at=at, key=key, kind="sites.rules_set") as act:
        last = _last_version(actor, rules.version)
        if rules.settings() == (last.settings if last else {}):
            raise NothingChanged
        made = _next_version(actor, last, at, settings=rules.settings())
        act.about(version=made.number)
        act.results(version=made.id.hex)
    return made


def set_house_rules(
    *, actor: SiteActor, texts: Mapping[str, str], seen_version: int, at: datetime, key: RetryKey
) -> RulesVersion:
    """The house rules read so from now on, in the languages given; empty texts are left out.

    Raises:
        RulesChanged: Another version was set since.
        NothingChanged: They say the same.
    """
    with journal.act(actor=actor, at=at, key=key, kind="sites.house_rules_set") as act:
        last = _last_version(actor, seen_version)
        said = {code: text for code, text in texts.items() if text and code in languages.BY_CODE}
        if said == (last.house_rules if last else {}):
            raise NothingChanged
        made = _next_version(actor, last, at, house_rules=said)
        act.about(version=made.number, languages=sorted(said))
        act.results(version=made.id.hex)
    return made


def _last_version(actor: SiteActor, seen: int) -> RulesVersion | None:
    last: RulesVersion | None = RulesVersion.objects.seen_by(actor).order_by("-number").first()
    if (last.number if last else 0) != seen:
        raise RulesChanged
    return last


def _next_version(actor: SiteActor, last: RulesVersion | None, at: datetime, **changed: Any) -> RulesVersion:
    standing = {"settings": last.settings, "house_rules": last.house_rules} if last else {}
    number = RulesVersion.objects.seen_by(actor).aggregate(last=Max("number"))["last"] or 0
    made: RulesVersion = RulesVersion.objects.create(
        site=actor.site, number=number + 1, since=at, set_by=actor.id, **(standing | changed)
    )
    return made
