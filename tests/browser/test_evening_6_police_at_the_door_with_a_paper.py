"""Evening 6, police at the door with a paper; and what stands at hand on every screen, in taps."""

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from halte.accounts.roles import Role
from halte.emergency import actions
from halte.emergency.models import HelpCall, PaperVisit
from halte.journal.models import Line
from halte.sites.models import Shutter
from tests.browser.taps import Hand
from tests.cast import a_key_of

COVERED_WITHIN = 2_000
"""A promise, in milliseconds: one press, and every screen of the house is covered."""
SEEN_WITHIN = 5_000


@pytest.fixture
def house(calais, dunkirk, manager, a_guest):
    calais.address = "12 rue du Phare, 62100 Calais"
    calais.save()
    numbers = {"manager": "03 21 00 00 01", "lawyer": "03 21 00 00 02", "paid_line": "08 00 00 00 03"}
    actions.set_numbers(actor=manager, numbers=numbers, at=timezone.now(), key=a_key_of())
    return a_guest()


def test_police_at_the_door_with_a_paper(browse, house, greeter, manager):
    door, office = browse(actor=greeter), browse(actor=manager, width=360)
    office.open(f"/desk/guest/{house.id}/")
    office.page.get_by_text(house.spoken).first.wait_for()
    door.open("/desk/")
    hand = Hand(door, presses=2)

    hand.presses("Visitor with a paper", exact=True)

    expect(office.page.get_by_role("heading", name="This screen rests")).to_be_visible(timeout=COVERED_WITHIN)
    assert house.spoken not in office.page.content()
    assert Shutter.objects.filter(opened_at=None).count() == 1

    answer = office.open(f"/desk/guest/{house.id}/")
    assert answer.status == 423
    office.page.go_back()
    assert house.spoken not in office.page.content()
    for words in ("03 21 00 00 01", "03 21 00 00 02", "What we do not have", "Copy from the paper"):
        assert door.page.get_by_text(words).first.is_visible()

    door.page.get_by_label("A requisition of the prosecutor").check()
    door.page.get_by_label("We hold nothing of what it names").check()
    hand.presses("Write this down", exact=True)
    office.open("/now/visitor/")
    Hand(office, presses=1).presses("I agree to this answer", exact=True)
    visit = PaperVisit.objects.get()
    assert {visit.answered_by_1, visit.answered_by_2} == {greeter.id, manager.id}

    button = door.page.get_by_role("button", name="Open the screens again")
    with door.page.expect_navigation():
        button.hover()
        door.page.mouse.down()
    door.page.mouse.up()
    door.page.get_by_text("The screens are open again.").first.wait_for()
    assert office.open("/desk/").status == 200
    kinds = ["sites.shutter_closed", "emergency.paper_came", "emergency.paper_answered", "sites.shutter_opened"]
    assert list(Line.objects.filter(kind__in=kinds).order_by("seq").values_list("kind", flat=True)) == kinds


def test_a_screen_that_rests_comes_back_by_itself_when_it_may(browse, house, greeter, manager):
    door, office = browse(actor=greeter), browse(actor=manager)
    office.open("/desk/")
    door.open("/desk/")
    Hand(door, presses=1).presses("Visitor with a paper", exact=True)
    office.page.wait_for_url("**/now/rest/", timeout=SEEN_WITHIN)

    Shutter.objects.update(opened_at=timezone.now())

    office.page.wait_for_url("**/desk/", timeout=SEEN_WITHIN)
    door.is_calm()


def test_without_scripts_the_next_press_meets_the_shutter(browse, house, greeter, manager):
    door, office = browse(actor=greeter, scripts=False), browse(actor=manager, scripts=False)
    office.open("/desk/")
    door.open("/desk/")

    Hand(door, presses=1).presses("Visitor with a paper", exact=True)

    assert office.open("/goods/").status == 423
    assert office.page.get_by_role("heading", name="This screen rests").is_visible()


def test_ill_at_the_door_is_one_tap_and_the_other_screens_say_so(browse, house, greeter, manager):
    door, office = browse(actor=greeter, width=360), browse(actor=manager)
    office.open("/sites/")
    door.open("/desk/")
    hand = Hand.of(door, "ill at the door")

    hand.presses("Call help", exact=True)

    hand.did_nothing_else()
    for words in ("12 rue du Phare, 62100 Calais", "Pressed at", "Does not breathe"):
        assert door.page.get_by_text(words).first.is_visible()
    assert door.page.locator('a[href="tel:15"]').is_visible()
    expect(office.page.locator("[data-called]")).to_contain_text("Help was called at", timeout=SEEN_WITHIN)
    assert HelpCall.objects.count() == 1
    door.is_calm()
    office.is_calm()


def test_one_tap_says_who_interprets_here_the_phone_and_the_paid_line(browse, house, greeter, staff_at, calais):
    door, colleague = browse(actor=greeter), staff_at(calais, Role.NIGHT_HOST)
    actions.say_what_i_can(actor=colleague, languages=["ti"], trained={}, at=timezone.now(), key=a_key_of())
    browse(actor=colleague).open("/desk/")
    door.open("/desk/")
    hand = Hand.of(door, "interpreter now")

    hand.opens("Interpreter now", exact=True)

    hand.did_nothing_else()
    here = door.page.locator("main section")
    for words in ("Amina", "ትግርኛ", "By phone", "The paid line"):
        expect(here).to_contain_text(words)
    assert here.locator('a[href^="tel:"]').count() == 1
    door.page.get_by_role("link", name="ትግርኛ").click()
    expect(door.page.locator("main section h2").first).to_contain_text("ትግርኛ")
    door.is_calm()


@pytest.mark.parametrize("width", [320, 360, 1280])
def test_the_four_stand_on_the_glass_and_are_large_enough_for_a_thumb(browse, house, greeter, width):
    door = browse(actor=greeter, width=width)
    door.open("/desk/")

    for name in ("Call help", "Interpreter now", "Visitor with a paper", "Say it"):
        box = door.page.locator(".at-hand").get_by_text(name, exact=True).locator("xpath=..").bounding_box()
        assert min(box["width"], box["height"]) >= 48, name
        assert box["y"] + box["height"] <= 900, name
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= width
