"""What a thief would get: made from the fields themselves, so that it cannot say less than there is."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from halte.accounts import roles
from halte.accounts.doors import HalteRequest, needs
from halte.common.fields import Sensitivity
from halte.config import data_register
from halte.config.forgotten import last_run
from halte.config.jobs import nightly_backup
from halte.config.third_party_fields import LINKS

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

WITH_THE_KEY = {
    Sensitivity.CONFIDENTIAL: _("Could harm a person: readable by few, and by whoever has the key"),
    Sensitivity.PERSONAL: _("Says something about a person: readable with the key"),
    Sensitivity.PSEUDONYM: _("Points to a person only together with a card or another row"),
    Sensitivity.SECRET: _("Opens something: stored as a hash or encrypted once more, of no use by itself"),
}
WITHOUT_IT = (
    (_("The computer, switched off, or its disk"), _("Nothing: the database and the files are encrypted as a whole.")),
    (
        _("A backup"),
        _("Nothing without its key. With it, also whoever was erased later: throw old backups away."),
    ),
    (_("A tablet"), _("No table is on it. While somebody is signed in: what that role sees, until it is locked.")),
    (_("A card"), _("The guide, the hours, and a number in a line. No bed, no letter, no name.")),
    (_("Printed sheets"), _("Rooms, beds and counts. Cards that are blank. No names.")),
)


@dataclass(frozen=True)
class Kept:
    """The fields of one table that know the same kind of thing."""

    table: str
    fields: list[tuple[str, str, str]]


@dataclass(frozen=True)
class Readable:
    """All fields of one sensitivity."""

    says: "StrOrPromise"
    tables: list[Kept]

    @property
    def number(self) -> int:
        """How many fields."""
        return sum(len(kept.fields) for kept in self.tables)


def readable() -> list[Readable]:
    """What lies in the database, the worst first, for whoever has the disk and its key."""
    return [Readable(says, list(_tables(sensitivity))) for sensitivity, says in WITH_THE_KEY.items()]


def _tables(sensitivity: Sensitivity) -> Iterator[Kept]:
    for model in data_register.models():
        if model._meta.label in LINKS:
            continue
        rows = [row for row in data_register.rows(model) if row.knowledge.sensitivity is sensitivity]
        if rows:
            fields = [(row.field, row.knowledge.purpose, row.knowledge.keep.value) for row in rows]
            yield Kept(model._meta.label, fields)


@needs(roles.MANAGE)
@require_safe
def what_a_thief_gets(request: HalteRequest) -> HttpResponse:
    """Without the key, and with it."""
    now = timezone.now()
    context = {
        "without": WITHOUT_IT,
        "readable": readable(),
        "forgotten": last_run(request.actor.site, now),
        "backup": nightly_backup.shown(now),
    }
    return render(request, "web/thief.html", context)
