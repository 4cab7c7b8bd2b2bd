"""Fills a furnished house with canaries and signs a colleague of each role in. A program of its own; prints JSON."""

import json
import secrets
import sys
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from tools.faults import house

if TYPE_CHECKING:
    from halte.sites.models import Site


def main() -> int:
    """`FOLDER CANARIES`."""
    folder, wanted = Path(sys.argv[1]), int(sys.argv[2])
    house.open_here(folder)
    from django.db import transaction
    from django.utils import timezone

    from halte.common.models import DataKey
    from halte.sites.models import Site
    from tests.forensics import filling

    # A house whose newest data key is no key does not start.
    whole = {DataKey}
    now, canaries, sites = timezone.now(), 0, 0
    spoilt = Site.objects.create(code="spoilt", name="Spoilt", kind="hostel", opened_on=now.date())
    visited = Site.objects.create(code="visited", name="Visited", kind="hostel", opened_on=now.date())
    with transaction.atomic():
        # One house whose boxes open with no key: what its errors tell a log is searched as well.
        canaries += len(filling.fill(spoilt, now + timedelta(days=1), ended=False, but=whole).canaries)
        while canaries < wanted:
            site = Site.objects.create(code=f"site-{sites}", name="Filled", kind="hostel", opened_on=now.date())
            canaries += len(filling.fill(site, now - timedelta(minutes=sites), ended=True, but=whole).canaries)
            sites += 1
    told = {
        "canaries": canaries,
        "sites": sites + 2,
        "tables": len(filling.tables()) - len(whole),
        "cookies": _signed_in(visited, spoilt),
        "addresses": _addresses(visited),
    }
    print(json.dumps(told))
    return 0


def _signed_in(whole: "Site", spoilt: "Site") -> dict[str, dict[str, str]]:
    """A browser of each role at the house whose pages work, and of a night host and a manager at the other."""
    from allauth.mfa.models import Authenticator
    from django.test import Client

    from halte.accounts.asking import SITE_KEY
    from halte.accounts.models import Membership, Staff
    from halte.accounts.roles import Role

    found = {}
    for site, role in [*((whole, role) for role in Role), (spoilt, Role.NIGHT_HOST), (spoilt, Role.MANAGER)]:
        person = Staff.objects.create(sign_in_name=f"visitor-{site.code}-{role}", called="Visitor", language="en")
        Authenticator.objects.create(user=person, type=Authenticator.Type.TOTP, data={})
        Membership.objects.create(site=site, staff=person, role=role, since=person.made_at.date())
        browser = Client()
        browser.force_login(person, backend="allauth.account.auth_backends.AuthenticationBackend")
        session = browser.session
        session[SITE_KEY] = site.code
        session.save()
        found[f"{site.code} {role}"] = {name: morsel.value for name, morsel in browser.cookies.items()}
    return found


def _addresses(site: "Site") -> list[str]:
    """Every page of the house; where its address names a row, with one of the visited site, as the tests make it."""
    from django.core.exceptions import MultipleObjectsReturned, ObjectDoesNotExist
    from django.db import DatabaseError
    from django.utils import timezone

    from halte.common.refusal import Refusal
    from halte.sites.models import Bed, Room
    from tests.guards import addresses, rows

    def another_room(where: "Site") -> Room:
        made = Room.objects.create(site=where, code=secrets.token_hex(3), kind="men", legal_maximum=2)
        Bed.objects.create(site=where, room=made, label="1")
        return made

    rows.room = another_room
    found = []
    for page in (one for one in addresses.addresses() if not one.is_api):
        arguments = {}
        if page.name in rows.ROWS:
            try:
                arguments, _data = rows.ROWS[page.name](site, timezone.now())
            except (Refusal, DatabaseError, LookupError, ObjectDoesNotExist, MultipleObjectsReturned):
                continue  # Such a row stands once only at a site.
        found.append(page.url(**arguments))
    return found


if __name__ == "__main__":
    sys.exit(main())
