"""Evening 7, a volunteer who was a guest: she scans whom she knows, and a colleague opens their cards."""

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from halte.accounts.actor import Actor
from halte.guests import actions
from halte.guests.models import Acquaintance, Guest
from tests.cast import a_key_of


@pytest.fixture
def cards(calais, dunkirk):
    """Two friends and somebody she never met."""
    return [actions.make_card(actor=Actor.system(calais), at=timezone.now(), key=a_key_of()) for _card in range(3)]


@pytest.fixture
def hers(browse, greeter, cards):
    """Her screen, after she scanned her two friends one after the other."""
    watched = browse(actor=greeter)
    watched.open("/account/")
    with watched.page.expect_navigation():
        watched.page.get_by_role("link", name="Scan their cards").click()
    for number, (_guest, secret) in enumerate(cards[:2], start=1):
        with watched.page.expect_navigation():
            watched.page.keyboard.type(secret)
            watched.page.keyboard.press("Enter")
        expect(watched.page.get_by_text(f"{number} card")).to_be_visible()
    return watched


def scans(desk, secret):
    desk.open("/desk/")
    desk.page.keyboard.type(secret)
    with desk.page.expect_response("**/desk/scan/"):
        desk.page.keyboard.press("Enter")


def test_two_scans_and_no_list(hers, cards):
    assert Acquaintance.objects.count() == 2
    assert not any(guest.spoken in hers.page.content() for guest, _secret in cards)
    hers.is_calm()


def test_a_friends_card_goes_to_a_colleague(hers, browse, night_desk, cards):
    friend, secret = cards[0]
    scans(hers, secret)
    hers.page.wait_for_selector("#messages :text('A colleague opens this card')")
    assert friend.spoken not in hers.page.content()

    colleague = browse(actor=night_desk)
    scans(colleague, secret)

    colleague.page.wait_for_selector("#panel .tile")
    assert friend.spoken in colleague.page.locator("#panel").inner_text()


def test_a_strangers_card_opens_to_her_as_to_everybody(hers, cards):
    stranger, secret = cards[2]

    scans(hers, secret)

    hers.page.wait_for_selector("#panel .tile")
    assert stranger.spoken in hers.page.locator("#panel").inner_text()
    assert Guest.objects.count() == 3
