"""On a guest's panel every tile says what is true now, and a grey button says why not."""

from datetime import timedelta

from halte.sites.models import Closure, Service
from halte.visits import actions
from halte.visits.offers import offers


def tile(actor, guest, at, service):
    return next(offer for offer in offers(actor=actor, guest=guest, at=at) if offer.service == service)


def test_there_is_a_tile_for_every_service(greeter, a_guest, morning):
    found = offers(actor=greeter, guest=a_guest(), at=morning)

    assert [offer.service for offer in found] == ["shower", "meal", "mail", "locker", "charging", "bags"]


def test_the_shower_button_names_the_time(greeter, a_guest, morning):
    shower = tile(greeter, a_guest(), morning, "shower")

    assert shower.lines == ["Next free 10:00."]
    assert (shower.actions[0].label, shower.actions[0].possible) == ("Give 10:00", True)


def test_after_a_shower_the_tile_says_when_and_why_no_second_one(greeter, a_guest, morning, a_key):
    guest = a_guest()
    actions.give_slot(actor=greeter, guest=guest, at=morning + timedelta(minutes=5), key=a_key())

    shower = tile(greeter, guest, morning, "shower")

    assert shower.lines == []
    assert shower.pill.text == "10:10, cabin 1"
    assert (shower.actions[0].possible, shower.actions[0].why_not) == (False, "Already today")
    assert shower.actions[1].label == "Does not come"


def test_a_shower_that_is_over_is_no_appointment(greeter, a_guest, morning, a_key):
    guest = a_guest()
    actions.give_slot(actor=greeter, guest=guest, at=morning, key=a_key())

    shower = tile(greeter, guest, morning + timedelta(hours=1), "shower")

    assert shower.lines == ["Had one at 10:00."]
    assert shower.pill is None
    assert [action.why_not for action in shower.actions] == ["Already today"]


def test_in_the_evening_no_shower_is_promised(greeter, a_guest, now):
    shower = tile(greeter, a_guest(), now, "shower")

    assert shower.actions[0].why_not == "No slot left today"


def test_what_is_closed_says_so(greeter, a_guest, morning):
    for service in (Service.SHOWER, Service.LOCKER):
        Closure.objects.create(site=greeter.site, service=service, on=greeter.site.today(morning), reason="repair")
    guest = a_guest()

    assert tile(greeter, guest, morning, "shower").actions[0].why_not == "Closed today"
    assert tile(greeter, guest, morning, "locker").actions[0].why_not == "Closed today"


def test_a_meal_is_always_possible(greeter, a_guest, morning, a_key):
    actions.count_service(actor=greeter, service="meal", n=12, at=morning, key=a_key())

    meal = tile(greeter, a_guest(), morning, "meal")

    assert "Today 12 meals, 0 hot drinks." in meal.lines
    assert all(action.possible for action in meal.actions)


def test_the_locker_tile_gives_and_takes_back(greeter, a_guest, morning, a_key):
    guest = a_guest()
    assert tile(greeter, guest, morning, "locker").lines == ["40 of 40 free."]

    actions.give_locker(actor=greeter, guest=guest, number=7, at=morning, key=a_key())

    locker = tile(greeter, guest, morning, "locker")
    assert locker.lines == ["Has locker 7."]
    assert locker.actions[0].label == "Locker 7 is back"


def test_a_registered_letter_stands_out(greeter, a_guest, morning, a_key):
    guest = a_guest()
    assert tile(greeter, guest, morning, "mail").actions == []

    actions.receive_letter(actor=greeter, guest=guest, kind="registered", at=morning, key=a_key())

    mail = tile(greeter, guest, morning, "mail")
    assert mail.lines == ["Registered letter since Tuesday 24 November."]
    assert mail.pill.text == "Registered: note the date"
    assert mail.actions[0].label == "Give the registered letter"


def test_the_panel_asks_the_database_little(greeter, a_guest, morning, django_assert_max_num_queries):
    guest = a_guest()

    with django_assert_max_num_queries(11):
        offers(actor=greeter, guest=guest, at=morning)
