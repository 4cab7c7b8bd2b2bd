"""Evening 2 on the tablet: he agrees, keeps his bed, and no word accuses; a lost card is found by pressing pictures."""

import pytest
from django.utils import timezone

from halte.accounts.roles import Role
from halte.guests import actions
from halte.guests.models import Guest, GuestState
from halte.nights import actions as night_actions
from halte.nights.models import Stay
from tests.cast import a_key_of

NEVER = ("double", "fraud", "cheat", "twice", "lied", "duplicate")


@pytest.fixture
def tonight(calais, dunkirk, staff_at, a_room, a_guest):
    """Two cards of one man, a bed on each, at this very hour."""
    at = timezone.now()
    host = staff_at(calais, Role.NIGHT_HOST)
    old, new = a_guest(counted="man"), a_guest(counted="man")
    room = a_room(kind="men", beds=2)
    for guest, bed in zip((old, new), room.beds.order_by("position"), strict=True):
        night_actions.give_bed(actor=host, guest=guest, bed=bed, night=calais.tonight(at), at=at, key=a_key_of())
    actions.choose_sign(actor=host, guest=new, pictures=["sun", "boat", "bird"], at=at, key=a_key_of())
    return host, old, new


def test_two_cards_become_one_with_his_agreement_and_the_bed_he_chooses(browse, tonight):
    host, old, new = tonight
    tablet = browse(width=360, actor=host)
    page = tablet.page
    tablet.open(f"/cards/{new.id}/merge/")
    words = page.inner_text("main").lower()

    page.fill("[name=code]", old.spoken)
    page.check("[name=keep][value=old]")
    page.check("[name=agreed]")
    button = page.locator("[data-held] button")
    button.hover()
    page.mouse.down()
    page.wait_for_url(f"**/desk/guest/{new.id}/")
    page.mouse.up()

    assert not any(word in words for word in NEVER)
    assert Guest.objects.get(id=old.id).state == GuestState.REPLACED
    stay = Stay.objects.get(ended_at__isnull=True)
    assert (stay.guest, stay.bed.label) == (new, "1")
    tablet.is_calm()


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without"])
def test_a_lost_card_is_found_by_three_pictures_and_the_bed(browse, tonight, scripts):
    host, _old, new = tonight
    before = new.spoken
    tablet = browse(width=360, actor=host, scripts=scripts)
    page = tablet.page
    tablet.open("/cards/lost/")

    for picture in ("sun", "boat", "bird"):
        page.click(f"[name=press][value={picture}]")
    page.fill("[name=bed]", "001-2")
    page.click("[name=prove]")
    page.wait_for_selector(".guest-card.back")

    new.refresh_from_db()
    assert new.spoken != before
    assert new.spoken in page.inner_text("main")
    tablet.is_calm()
