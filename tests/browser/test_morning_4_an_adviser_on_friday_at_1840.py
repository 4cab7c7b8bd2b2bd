"""Morning 4, the adviser: on Friday at 18:40 it named the last hour, the stand-in, and asked for the receipt."""

from datetime import timedelta

from django.utils import timezone
from playwright.sync_api import expect

from halte.accounts.roles import Role
from halte.advice.models import Deadline
from tests.browser.taps import Hand


def test_the_last_hour_the_stand_in_and_the_receipt(browse, adviser, staff_at, calais, dunkirk):
    colleague = staff_at(calais, Role.ADVISER)
    notified = timezone.localtime(timezone.now(), calais.zone)
    desk = browse(actor=adviser)
    desk.open("/advice/due/")
    hand = Hand(desk, presses=3)

    desk.page.get_by_label("What falls due").select_option("removal_detained")
    desk.page.get_by_label("Notified").fill(notified.strftime("%Y-%m-%dT%H:%M"))
    desk.page.get_by_label("Stands in for you").select_option(str(colleague.id))
    hand.presses("Write down")

    due = timezone.localtime(Deadline.objects.get().due_at, calais.zone)
    assert due - notified.replace(second=0, microsecond=0) == timedelta(hours=48)
    falls = desk.page.locator("main")
    for words in (f"{due:%H:%M}", "Unsure until a lawyer confirms", "stands in."):
        expect(falls).to_contain_text(words)
    hand.presses("Sent", exact=True)
    expect(desk.page.get_by_text("Write the number on the receipt").first).to_be_visible()
    assert Deadline.objects.get().sent_at is None
    desk.page.get_by_label("Number on the receipt").fill("FAX 0321")
    hand.presses("Sent", exact=True)

    assert Deadline.objects.get().sent_at
    expect(falls).to_contain_text("Nothing falls due")
    desk.is_calm()
