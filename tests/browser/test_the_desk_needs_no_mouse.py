"""The desk is worked with the keyboard alone, and one always sees where one is."""

import pytest
from django.urls import reverse

from halte.guests.models import Guest
from halte.nights.models import Stay
from halte.sites.models import RoomKind

SEEN = """() => {
    if (document.activeElement === document.body) return true
    const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(document.activeElement)
    return outlineStyle !== 'none' && parseFloat(outlineWidth) >= 3 && !outlineColor.endsWith(', 0)')
}"""
NAMED = "document.activeElement.textContent.trim().replace(/\\s+/g, ' ')"


@pytest.fixture
def desk(browse, night_desk, dunkirk, a_room):
    a_room(kind=RoomKind.MEN, beds=2)
    watched = browse(actor=night_desk)
    watched.open("/desk/")
    return watched


def goes_to(desk, name):
    """Press Tab until a control is reached; every step on the way is seen."""
    for _step in range(60):
        desk.page.keyboard.press("Tab")
        assert desk.page.evaluate(SEEN), desk.page.evaluate("document.activeElement.outerHTML")
        if name in desk.page.evaluate(NAMED):
            return
    pytest.fail(f"{name} is not reached by Tab")


def presses_enter(desk):
    with desk.page.expect_navigation():
        desk.page.keyboard.press("Enter")


def test_a_new_guest_gets_a_bed_and_it_is_taken_back_by_keys_alone(desk):
    goes_to(desk, "New card, no questions")
    presses_enter(desk)
    goes_to(desk, "To this guest")
    presses_enter(desk)
    goes_to(desk, "Welcome: men's room")
    presses_enter(desk)
    assert Stay.objects.get().guest == Guest.objects.get()

    goes_to(desk, "Undo Welcomed for the night")
    presses_enter(desk)
    assert not Stay.objects.filter(ended_at=None).exists()
    desk.is_calm()


def test_the_field_is_ready_after_every_act_and_a_stray_key_lands_there(desk):
    goes_to(desk, "New card, no questions")
    presses_enter(desk)
    desk.open(f"/desk/guest/{Guest.objects.get().id}/")
    goes_to(desk, "Welcome: men's room")
    presses_enter(desk)
    assert desk.page.evaluate("document.activeElement.id") == "scan"

    desk.page.keyboard.press("Tab")
    desk.page.keyboard.type("K7M")
    assert desk.page.locator("#scan").input_value() == "K7M"


def test_the_first_step_leads_past_the_navigation(browse, manager):
    page = browse(actor=manager).page
    page.goto(browse(actor=manager).home + "/sites/")

    page.keyboard.press("Tab")
    skip = page.locator(".skip")
    assert page.evaluate("document.activeElement.classList.contains('skip')")
    assert skip.bounding_box()["y"] >= 0
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.querySelector('main').contains(document.activeElement)")


def test_what_cannot_be_undone_is_held_with_a_key_too(desk):
    goes_to(desk, "New card, no questions")
    presses_enter(desk)
    guest = Guest.objects.get()
    desk.open(reverse("guests:about", args=[guest.id]))
    goes_to(desk, "Closed by staff")
    presses_enter(desk)
    goes_to(desk, "Close this card")

    desk.page.keyboard.press("Enter")
    desk.page.wait_for_timeout(300)
    guest.refresh_from_db()
    assert guest.state == "live"

    desk.page.keyboard.down("Enter")
    desk.page.get_by_text("this card opens nothing").wait_for(timeout=4000)
    desk.page.keyboard.up("Enter")
    guest.refresh_from_db()
    assert guest.state != "live"
