"""The tile says when the last blanket was, gives one with one tap, and "lost" is a button, never a question."""

from datetime import UTC, datetime, timedelta

import pytest

from halte.goods import actions, queries
from halte.goods.offers import offers
from halte.sites.models import Closure, Service


@pytest.fixture
def tile(greeter, now):
    def show(guest, actor=greeter, at=now):
        (offer,) = offers(actor=actor, guest=guest, at=at)
        return offer

    return show


def test_the_first_blanket_is_one_tap(tile, a_guest, blanket, received):
    received(blanket, 5)

    offer = tile(a_guest())

    assert offer.lines == ["Blanket: not yet."]
    assert [action.label for action in offer.actions] == ["Give a blanket", "Other things"]
    assert offer.actions[0].fields == {"variant": str(blanket.id), "reason": "first"}


def test_the_next_one_may_be_after_a_loss(tile, greeter, a_guest, blanket, received, now, a_key):
    received(blanket, 5, at=now - timedelta(days=10))
    guest = a_guest()
    actions.give(actor=greeter, guest=guest, variant=blanket, at=now - timedelta(days=9), key=a_key())

    offer = tile(guest)

    assert offer.lines == ["Last blanket 9 days ago."]
    labels = [(action.label, action.fields.get("reason")) for action in offer.actions]
    assert labels == [("Give a blanket", "worn"), ("Give a blanket: it was lost", "lost"), ("Other things", None)]


def test_what_was_taken_back_is_not_the_last_one(tile, greeter, a_guest, blanket, received, now, a_key, undone):
    received(blanket, 5)
    guest = a_guest()
    actions.give(actor=greeter, guest=guest, variant=blanket, at=now, key=a_key())
    undone()

    assert tile(guest).lines == ["Blanket: not yet."]


def test_when_none_is_left_the_button_says_so(tile, a_guest, blanket):
    offer = tile(a_guest())

    assert (offer.actions[0].possible, offer.actions[0].why_not) == (False, "None left here")
    assert offer.pill.text == "Blanket: none left"


def test_when_the_store_is_closed_the_button_says_so(tile, greeter, a_guest, blanket, received, now):
    received(blanket, 5)
    Closure.objects.create(site=greeter.site, service=Service.CLOTHES, on=greeter.site.today(now), reason="staff")

    assert tile(a_guest()).actions[0].why_not == "Closed today"


def test_a_house_without_kinds_shows_an_empty_tile(tile, a_guest):
    assert [action.label for action in tile(a_guest()).actions] == ["Other things"]


def test_the_other_sites_stock_promises_nothing_here(tile, elsewhere, a_guest, blanket, received):
    received(blanket, 5, actor=elsewhere)

    assert not tile(a_guest()).actions[0].possible
    assert tile(a_guest(actor=elsewhere), actor=elsewhere).actions[0].possible


def test_those_who_do_not_give_goods_see_no_tile(adviser, a_guest, blanket, now):
    assert offers(actor=adviser, guest=a_guest(), at=now) == []


def test_winter_things_are_not_offered_in_summer(greeter, a_guest, blanket, coats, now):
    july = datetime(2026, 7, 1, 12, 0, tzinfo=UTC)
    guest = a_guest()

    assert [here.kind.code for here, _last in queries.choices(greeter, guest, now)] == ["blanket", "coat"]
    assert [here.kind.code for here, _last in queries.choices(greeter, guest, july)] == ["blanket"]


def test_the_tile_asks_the_database_little(greeter, a_guest, blanket, coats, now, django_assert_max_num_queries):
    guest = a_guest()

    with django_assert_max_num_queries(7):
        offers(actor=greeter, guest=guest, at=now)
