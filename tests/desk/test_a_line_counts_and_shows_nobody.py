"""Line mode: the tablet is one service; every press is one more, saved exactly once, and nobody is shown."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.test import Client
from django.utils import timezone

from halte.accounts.roles import Role
from halte.goods import actions as goods
from halte.goods.models import Given, Stock
from halte.guests import actions as guests
from halte.journal.checking import breaks
from halte.journal.models import Line, Subject
from halte.sites import actions as sites
from halte.sites.models import ClosureReason, Service
from halte.visits.models import CountedService, ServiceCount
from halte.web.pictograms import PICTOGRAMS
from tests.cast import a_key_of
from tests.guards.askers import open_tablet
from tests.pages import signed_in, words_of

JSON = {"Accept": "application/json"}


@pytest.fixture
def tablet(calais, dunkirk):
    """A tablet that the lead opened, with nobody signed in."""
    return open_tablet(calais, now=timezone.now())


@pytest.fixture
def blankets(goods_keeper, now):
    def put(number):
        kind = goods.add_kind(
            actor=goods_keeper, code="blanket", names={"en": "Blanket"}, pictogram="blanket", at=now, key=a_key_of()
        )
        goods.receive(actor=goods_keeper, variant=kind.variants.get(), quantity=number, at=now, key=a_key_of())

    return put


def presses(client, service, key=None, **fields):
    return client.post(f"/desk/line/{service}/press/", {"key": str(key or uuid4())} | fields, headers=JSON)


def counted():
    return sum(ServiceCount.objects.values_list("number", flat=True))


def test_a_press_on_a_tablet_with_nobody_signed_in_is_one_meal(tablet):
    answer = presses(tablet, "meal")

    assert answer.json() == {"said": "Meal", "count": 1}
    assert counted() == 1


def test_a_tablet_can_be_the_toilet_line_and_refuses_nobody(tablet, calais, greeter, now):
    sites.close_service(actor=greeter, service=Service.TOILET, reason=ClosureReason.REPAIR, at=now, key=a_key_of())

    answers = [presses(tablet, "toilet") for _one in range(3)]

    assert [answer.json() for answer in answers] == [{"said": "Toilet", "count": n} for n in (1, 2, 3)]
    assert {row.site for row in ServiceCount.objects.all()} == {calais}
    assert "Toilet" in words_of(tablet.get("/desk/line/").content.decode())
    assert not Subject.objects.exists()


@pytest.mark.parametrize("service", CountedService)
def test_every_line_has_a_sign_of_its_own(service):
    assert service.pictogram in PICTOGRAMS


def test_a_scanned_card_leaves_no_trace_in_a_count(tablet, a_guest):
    guest = a_guest()

    answer = presses(tablet, "meal", code=guest.spoken)

    line = Line.objects.latest("seq")
    assert not line.subjects.exists()
    assert guest.spoken not in answer.content.decode()


def test_the_same_press_sent_twice_is_one_meal(tablet):
    key = uuid4()

    presses(tablet, "meal", key)
    again = presses(tablet, "meal", key)

    assert again.json()["count"] == counted() == 1


def test_a_press_that_was_kept_counts_at_its_own_moment_and_once(tablet, calais):
    key, earlier = uuid4(), timezone.now() - timedelta(hours=3)

    for _try in range(3):
        assert presses(tablet, "drink", key, at=earlier.isoformat(), kept="yes").status_code == 200

    assert counted() == 1
    assert Line.objects.get(kind="visits.service_counted").at == earlier


def test_a_kept_press_whose_first_answer_was_lost_counts_once_even_when_somebody_signed_in_meanwhile(
    tablet, night_desk
):
    key = uuid4()
    presses(tablet, "meal", key, at=timezone.now().isoformat())

    answer = presses(signed_in(night_desk), "meal", key, at=timezone.now().isoformat(), kept="yes")

    assert answer.status_code == 200
    assert counted() == 1


def test_a_clock_that_goes_wrong_does_not_move_the_count(tablet):
    before = timezone.now()

    presses(tablet, "meal", at=(before + timedelta(days=9)).isoformat())
    presses(tablet, "meal", at=(before - timedelta(days=400)).isoformat())

    assert all(line.at >= before for line in Line.objects.filter(kind="visits.service_counted"))


def test_a_scan_in_the_blanket_line_gives_a_blanket_and_shows_no_one(tablet, a_guest, blankets, greeter, now):
    blankets(2)
    guest, secret = guests.make_card(actor=greeter, at=now, key=a_key_of())

    answer = presses(tablet, "blanket", code=f"https://halte.example/c/{secret}")

    assert Given.objects.get().guest == guest
    assert answer.json() == {"said": "Blanket", "count": 1}
    assert guest.spoken not in words_of(tablet.get("/desk/line/blanket/").content.decode())


def test_when_the_last_blanket_is_gone_the_line_says_so(tablet, blankets):
    blankets(1)
    presses(tablet, "blanket")

    answer = presses(tablet, "blanket")

    assert answer.status_code == 409
    assert "not enough" in answer.json()["said"]
    assert Stock.objects.get().balance == 0


def test_the_last_press_is_taken_back_by_the_tablet_that_made_it(tablet, calais, greeter):
    key = uuid4()
    presses(tablet, "meal", key)
    undo = {"press": str(key), "key": str(uuid4())}

    assert signed_in(greeter).post("/desk/line/meal/undo/", undo, headers=JSON).status_code == 409
    assert tablet.post("/desk/line/meal/undo/", undo, headers=JSON).json()["count"] == 0
    assert list(breaks()) == []


def test_without_a_script_the_button_comes_back_with_the_new_count(tablet):
    page = tablet.post("/desk/line/laundry/press/", {"key": str(uuid4())}, follow=True)

    assert page.context["count"] == 1
    assert page.context["last"]


def test_an_adviser_counts_meals_but_gives_nothing_out_of_the_store(adviser, blankets):
    blankets(1)
    browser = signed_in(adviser)

    assert presses(browser, "meal").status_code == 200
    assert presses(browser, "blanket").status_code == 403


def test_a_line_that_does_not_exist_and_a_tablet_that_nobody_opened_find_nothing(tablet, calais):
    assert tablet.get("/desk/line/caviar/").status_code == 404
    assert presses(Client(), "meal").status_code == 302
    assert not ServiceCount.objects.exists()


def test_each_house_counts_its_own(tablet, dunkirk, staff_at):
    presses(tablet, "meal")

    assert presses(signed_in(staff_at(dunkirk, Role.GREETER)), "meal").json()["count"] == 1
