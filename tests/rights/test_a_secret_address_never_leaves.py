"""The address of a protected house stands on no page, in no file, in no answer and on no phone: 0 bytes of it."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse

from halte.accounts.doors import OPEN
from halte.config import static_guide
from halte.desk.last_hour import _open_tonight
from halte.rights.actions import Loaded
from halte.rights.models import Place
from halte.rights.places import formats
from halte.rights.places.words import WORDS
from halte.sites.models import Site, SiteKind
from tests.guards.addresses import addresses
from tests.rights.a_house import HOUSE, SECRET

pytestmark = pytest.mark.usefixtures("at_six")


def everything_that_leaves(at: datetime, settings: object) -> str:
    """All pages that are open to anyone, the guide as files, what a phone keeps, and both formats."""
    files = dict(static_guide.pages("https://guide.example"))
    found = [content.decode(errors="replace") for name, content in files.items() if not name.startswith("static/")]
    found += [formats.hsds(at), formats.data_inclusion(at)]
    nobody = Client()
    found += [
        nobody.get(f"{reverse('rights:find', args=['fr'])}?q={word}").content.decode()
        for word in ("women house address", "Maison")
    ]
    for one in addresses():
        if one.door == OPEN and not one.is_api and not one.objects and not one.name.startswith(("rights:", "account")):
            found.append(nobody.get(one.url(), follow=True).content.decode(errors="replace"))
    found.append(nobody.get(reverse("desk:hall", args=["calais"])).content.decode())
    return "\n".join(found)


@pytest.mark.django_db
def test_a_secret_address_never_leaves_by_any_road(
    a_few_topics: Loaded, publish: Callable[..., Place], now: datetime, settings: pytest.FixtureRequest
):
    settings.ALLOWED_HOSTS = ["guide.example", "testserver"]  # type: ignore[attr-defined]
    publish()
    told = everything_that_leaves(now, settings)
    assert all(secret in told for secret in SECRET), "the control: an address that is not secret does leave"

    row = publish(replace(HOUSE, protected=True))

    told = everything_that_leaves(now, settings)
    assert [secret for secret in SECRET if secret in told] == []
    assert "Maison" in told
    assert WORDS["en"]["protected"] in told
    with pytest.raises(IntegrityError), transaction.atomic():
        Place.objects.filter(id=row.id).update(address="7 Rue du Canari")


@pytest.mark.django_db
def test_no_sheet_of_the_last_hour_tells_it(calais: Site, publish: Callable[..., Place], now: datetime):
    publish()
    Site.objects.filter(id=calais.id).update(kind=SiteKind.HOSTEL)
    assert SECRET[0] in str(_open_tonight(now)), "the control: an address that is not secret stands there"

    publish(replace(HOUSE, protected=True))

    assert [secret for secret in SECRET if secret in str(_open_tonight(now))] == []
