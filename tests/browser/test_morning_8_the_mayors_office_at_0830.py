"""Morning 8, the mayor's office: the same number as the prefect at 08:30, our own reply beside it."""

from django.utils import timezone
from playwright.sync_api import expect

from halte.accounts.roles import Role
from halte.governance.models import Reply
from halte.reports import morning
from halte.visits import actions as visits
from tests.browser.taps import Hand
from tests.cast import a_key_of


def test_one_number_and_two_replies_beside_it(browse, manager, greeter, staff_at, calais, dunkirk):
    visits.count_at_door(actor=greeter, kind="man", n=53, at=timezone.now(), key=a_key_of())
    morning.write_morning_note(actor=manager, at=timezone.now(), key=a_key_of())
    town, prefecture = (browse(actor=staff_at(calais, Role.AUTHORITY)) for _body in range(2))
    for screen in (town, prefecture):
        screen.open("/governance/mornings/")
    numbers = [screen.page.inner_text("main dl.facts") for screen in (town, prefecture)]
    assert numbers[0] == numbers[1]

    town.page.get_by_label("Who answers").select_option("mayor")
    town.page.get_by_label("Your reply").fill("The town opens the gymnasium.")
    Hand(town, presses=1).presses("Reply")

    prefecture.open("/governance/mornings/")
    expect(prefecture.page.locator("main")).to_contain_text("The town opens the gymnasium.")
    assert prefecture.page.inner_text("main dl.facts") == numbers[0]
    assert Reply.objects.get().body == "mayor"
    town.is_calm()
    prefecture.is_calm()
