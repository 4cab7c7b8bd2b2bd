"""The morning of the manager: the showers are closed once; board, phones, machine and desk know. So with blankets."""

from datetime import time, timedelta

import pytest

from halte.common import ids
from halte.goods import actions as goods
from halte.sites import actions as sites
from halte.sites.models import ClosureReason, Hours, Service
from halte.visits.offers import offers
from tests.cast import a_key_of
from tests.pages import words_of


@pytest.fixture
def house(calais, dunkirk):
    """Calais and Dunkirk are open every day, with showers."""
    for site in (calais, dunkirk):
        for weekday in range(7):
            Hours.objects.create(site=site, weekday=weekday, opens=time(0), closes=time(23, 59))
            Hours.objects.create(site=site, service=Service.SHOWER, weekday=weekday, opens=time(0), closes=time(23, 59))


@pytest.fixture
def today(monkeypatch, now):
    monkeypatch.setattr("django.utils.timezone.now", lambda: now)
    return now


def on(client, address):
    return " ".join(words_of(client.get(address).content.decode()).split())


def test_closed_once_it_is_closed_on_every_screen(client, house, manager, greeter, a_guest, today):
    sites.close_service(actor=manager, service=Service.SHOWER, reason=ClosureReason.REPAIR, at=today, key=a_key_of())

    assert "Closed today: Shower" in on(client, "/hall/calais/")
    assert "Closed today: Shower" in on(client, f"/c/{ids.new_secret()}")
    tile = next(tile for tile in offers(actor=greeter, guest=a_guest(), at=today) if tile.service == "shower")
    assert not any(button.possible for button in tile.actions)
    assert "Closed today" not in on(client, "/hall/dunkirk/")


def test_how_many_there_are_is_told_before_anybody_stands_in_line(client, house, goods_keeper, greeter, today):
    kind = goods.add_kind(actor=goods_keeper, code="blanket", names={"en": "Blanket"}, at=today, key=a_key_of())
    goods.receive(actor=goods_keeper, variant=kind.variants.get(), quantity=80, at=today, key=a_key_of())
    told = goods.announce(
        actor=goods_keeper,
        variant=kind.variants.get(),
        quantity=80,
        starts_at=today + timedelta(hours=1),
        place="gate",
        at=today,
        key=a_key_of(),
    )
    pages = ["/hall/calais/", f"/c/{ids.new_secret()}"]
    assert all("There are 80. Numbers left: 80." in on(client, page) for page in pages)

    outcomes = []
    for _one in range(120):
        try:
            goods.take_number(actor=greeter, distribution=told, at=today, key=a_key_of())
            outcomes.append("number")
        except goods.AllNumbersTaken:
            outcomes.append("told")

    assert outcomes == ["number"] * 80 + ["told"] * 40
    assert all("Every number is taken. You do not need to stand in line." in on(client, page) for page in pages)


def test_the_board_opens_no_session_and_knows_no_house_that_waits(client, house, calais):
    assert not client.get("/hall/calais/").cookies
    assert client.get("/hall/nowhere/").status_code == 404
