"""The address of a protected house stands on no page, in no file, in no answer and on no phone: 0 bytes of it."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse

from halte.accounts.actor import Actor
from halte.accounts.doors import OPEN
from halte.common.retry import RetryKey
from halte.config import static_guide
from halte.desk.last_hour import _open_tonight
from halte.governance.actions import PlaceNamed, propose
from halte.governance.models import Body
from halte.rights.actions import Loaded
from halte.rights.models import Place
from halte.rights.places import formats
from halte.rights.places.words import WORDS
from halte.sites.models import Site, SiteKind
from tests.guards.addresses import addresses
from tests.pages import signed_in
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
def test_a_call_for_help_tells_it_to_nobody_but_the_house(calais: Site, publish: Callable[..., Place], manager: Actor):
    machine, tablet = signed_in(manager), signed_in(manager)
    machine.post("/desk/kiosk/", {"key": str(RetryKey.new().value)})
    publish()
    for page in (machine.get("/kiosk/help/"), Client().get("/now/help/?site=calais")):
        assert SECRET[0] in page.content.decode(), "the control: an address that is not secret is read aloud"

    publish(replace(HOUSE, protected=True))

    for page in (machine.get("/kiosk/help/"), Client().get("/now/help/?site=calais")):
        assert page.status_code == 200
        assert [secret for secret in SECRET if secret in page.content.decode()] == []
    assert SECRET[0] in tablet.get("/now/help/").content.decode(), "whoever works there reads it to the ambulance"


@pytest.mark.django_db
def test_the_public_record_says_neither_street_nor_town_of_it(
    calais: Site, publish: Callable[..., Place], coordinator: Actor, now: datetime
):
    proposed = PlaceNamed(
        name="Maison", kind=SiteKind.HOSTEL, site_code=calais.code, town=HOUSE.town, address=HOUSE.address, places=20
    )
    propose(
        actor=coordinator,
        code="a-house",
        title="A house",
        places_wanted=20,
        made_by=Body.MAYOR,
        places=[proposed],
        at=now,
        key=RetryKey.new(),
    )
    publish()
    assert SECRET[0] in Client().get("/governance/public/a-house/").content.decode()

    publish(replace(HOUSE, protected=True))

    assert [secret for secret in SECRET if secret in Client().get("/governance/public/a-house/").content.decode()] == []


@pytest.mark.django_db
def test_no_sheet_of_the_last_hour_tells_it(calais: Site, publish: Callable[..., Place], now: datetime):
    publish()
    Site.objects.filter(id=calais.id).update(kind=SiteKind.HOSTEL)
    assert SECRET[0] in str(_open_tonight(now)), "the control: an address that is not secret stands there"

    publish(replace(HOUSE, protected=True))

    assert [secret for secret in SECRET if secret in str(_open_tonight(now))] == []
