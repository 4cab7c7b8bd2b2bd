"""Morning 9, the data officer: "everything about this card" and "what a thief would get" are two pages."""

from django.utils import timezone
from playwright.sync_api import expect

from halte.guests import actions as guests
from halte.visits import actions as visits
from tests.browser.taps import Hand
from tests.cast import a_key_of


def test_everything_about_a_card_is_one_scan(browse, manager, greeter, elsewhere):
    guest, secret = guests.make_card(actor=greeter, at=timezone.now(), key=a_key_of())
    visits.arrive(actor=greeter, guest=guest, at=timezone.now(), key=a_key_of())
    office = browse(actor=manager, proven=True)
    office.open("/desk/everything/")

    office.page.get_by_label("Card").focus()
    Hand(office, scans=1).scans_to(secret, "**/desk/everything/")

    for words in ("There is no legal name.", "guests.card_made", "visits.arrived"):
        expect(office.page.locator("main")).to_contain_text(words)
    assert secret not in office.page.content()
    office.is_calm()


def test_what_a_thief_would_get_is_the_other_page(browse, manager, dunkirk):
    office = browse(actor=manager, width=360)
    office.open("/thief/")

    expect(office.page.locator("main")).to_contain_text("Nothing: the database and the files are encrypted as a whole.")
    assert office.page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    office.is_calm()
