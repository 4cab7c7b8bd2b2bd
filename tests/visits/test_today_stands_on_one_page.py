"""The page of today: one press, one act, and back to where the button stood."""

from uuid import uuid4

import pytest
from django.contrib.sessions.models import Session
from django.urls import reverse

from halte.journal.models import Line
from halte.visits import actions, queries
from halte.visits.models import DoorCount, Letter, Numbered, Visit

pytestmark = pytest.mark.usefixtures("it_is_morning")


@pytest.fixture
def desk(browser_of, greeter):
    return browser_of(greeter)


def press(client, name, *args, **data):
    return client.post(reverse(f"visits:{name}", args=args), {"key": str(uuid4()), **data})


def test_the_page_shows_the_numbers_of_the_day_with_few_queries(
    desk, greeter, a_guest, morning, a_key, django_assert_max_num_queries
):
    for _guest in range(6):
        guest = a_guest()
        actions.arrive(actor=greeter, guest=guest, at=morning, key=a_key())
        actions.give_slot(actor=greeter, guest=guest, at=morning, key=a_key())
        actions.give_locker(actor=greeter, guest=guest, at=morning, key=a_key())
        actions.take_ticket(actor=greeter, guest=guest, at=morning, key=a_key())

    with django_assert_max_num_queries(28):
        page = desk.get(reverse("visits:today"))

    assert "6 inside" in page.content.decode()
    assert guest.spoken in page.content.decode()


def test_a_press_counts_and_comes_back_to_today(desk, greeter, morning):
    answer = press(desk, "count_at_door", kind="woman", n="5", next="today")

    assert answer.url == reverse("visits:today")
    assert DoorCount.objects.get().number == 5
    assert "Woman +5." in desk.get(answer.url).content.decode()


def test_the_pad_of_the_desk_comes_back_to_the_desk(desk):
    assert press(desk, "count_at_door", kind="man").url == reverse("desk:home")


def test_a_meal_from_a_panel_comes_back_to_the_panel_and_is_tied_to_nobody(desk, a_guest):
    guest = a_guest()

    answer = press(desk, "count_service", service="meal", guest=str(guest.id))

    assert answer.url == reverse("desk:guest", args=[guest.id])
    assert not Line.objects.get(kind="visits.service_counted").subjects.exists()


def test_a_double_tap_is_one_act(desk):
    key = str(uuid4())
    for _tap in range(2):
        desk.post(reverse("visits:count_at_door"), {"key": key, "kind": "man", "n": "1"})

    assert DoorCount.objects.get().number == 1


def test_a_form_without_a_key_does_nothing(desk):
    desk.post(reverse("visits:count_at_door"), {"kind": "man"})

    assert not DoorCount.objects.exists()


def test_shower_locker_and_mail_are_given_from_the_panel(desk, greeter, a_guest, morning, a_key):
    guest = a_guest()
    panel = reverse("desk:guest", args=[guest.id])
    letter = actions.receive_letter(actor=greeter, guest=guest, at=morning, key=a_key())

    assert press(desk, "arrive", guest.id).url == panel
    assert press(desk, "give_slot", guest.id).url == panel
    assert press(desk, "give_locker", guest.id).url == panel
    assert press(desk, "pass_on_letter", letter.id).url == panel
    assert press(desk, "take_ticket", queue="advice", guest=str(guest.id)).url == panel
    has = queries.holding(guest, morning)
    assert (has.visit is not None, len(has.showers), has.locker.number, has.letters) == (True, 1, 1, [])
    assert [ticket.number for ticket in has.tickets] == [1]

    assert press(desk, "free_slot", has.showers[0].id).url == panel
    assert press(desk, "return_locker", has.locker.id, next="today").url == reverse("visits:today")
    assert press(desk, "call_next", queue="advice", next="today").url == reverse("visits:today")
    assert press(desk, "end_ticket", has.tickets[0].id, next="today").url == reverse("visits:today")
    assert press(desk, "leave", guest.id).url == panel
    assert queries.holding(guest, morning) == queries.Holding()


def test_a_chosen_slot_is_given(desk, a_guest, morning):
    press(desk, "give_slot", a_guest().id, cabin="4", starts_at="2026-11-24T09:30:00Z")

    slot = Numbered.objects.get()
    assert (slot.number, slot.starts_at.isoformat()) == (4, "2026-11-24T09:30:00+00:00")


def test_a_refusal_is_said_in_words(desk, a_guest):
    guest = a_guest()
    press(desk, "give_slot", guest.id)

    answer = press(desk, "give_slot", guest.id, next="today")

    assert "Already given today." in desk.get(answer.url).content.decode()


def test_a_letter_is_written_down_by_the_code_on_it(desk, greeter, a_guest, morning):
    guest = a_guest()

    answer = press(desk, "receive_letter", code=guest.spoken, kind="registered", next="today")

    assert answer.url == reverse("visits:today")
    assert Letter.objects.get().guest == guest


def test_a_letter_for_a_card_we_do_not_know_is_not_written_down(desk, elsewhere, a_guest):
    other = a_guest(actor=elsewhere)

    answer = press(desk, "receive_letter", code=other.spoken, kind="plain")

    assert answer.status_code == 422
    assert "No card here has this code." in answer.content.decode()
    assert not Letter.objects.exists()


def test_what_was_counted_is_taken_back_on_the_page(desk, greeter, morning):
    press(desk, "count_at_door", kind="man", n="5", next="today")
    line = Line.objects.latest("seq")
    assert reverse("visits:undo", args=[line.id]) in desk.get(reverse("visits:today")).content.decode()

    press(desk, "undo", line.id, next="today")

    assert queries.inside_now(greeter.site, morning) == 0
    assert reverse("visits:undo", args=[line.id]) not in desk.get(reverse("visits:today")).content.decode()


def test_a_press_by_htmx_answers_with_the_board_and_what_happened(desk):
    press(desk, "count_at_door", kind="man", next="today")

    answer = desk.get(reverse("visits:today"), headers={"HX-Request": "true"}).content.decode()

    assert "<html" not in answer
    assert "1 inside" in answer
    assert "Man +1." in answer


def test_the_poll_writes_nothing_to_the_session_and_eats_no_message(desk):
    press(desk, "count_at_door", kind="man", next="today")
    before = list(Session.objects.values_list("session_data", "expire_date"))

    answer = desk.get(reverse("visits:board"), headers={"HX-Request": "true"})

    assert answer.status_code == 200
    assert list(Session.objects.values_list("session_data", "expire_date")) == before
    assert "Man +1." in desk.get(reverse("visits:today")).content.decode()


def test_what_the_other_site_owns_is_not_found(desk, elsewhere, a_guest, morning, a_key):
    other = a_guest(actor=elsewhere)
    slot = actions.give_slot(actor=elsewhere, guest=other, at=morning, key=a_key())
    locker = actions.give_locker(actor=elsewhere, guest=other, at=morning, key=a_key())
    letter = actions.receive_letter(actor=elsewhere, guest=other, at=morning, key=a_key())
    ticket = actions.take_ticket(actor=elsewhere, guest=other, at=morning, key=a_key())
    line = Line.objects.filter(site=elsewhere.site_id).latest("seq")

    for name, row in [
        ("arrive", other),
        ("leave", other),
        ("give_slot", other),
        ("give_locker", other),
        ("free_slot", slot),
        ("return_locker", locker),
        ("pass_on_letter", letter),
        ("end_ticket", ticket),
        ("undo", line),
    ]:
        assert press(desk, name, row.id).status_code == 404, name
    assert press(desk, "take_ticket", queue="advice", guest=str(other.id)).status_code == 404
    assert not Visit.objects.exists()


def test_the_page_of_today_is_closed_to_those_who_do_not_work_at_the_door(browser_of, treasurer):
    assert browser_of(treasurer).get(reverse("visits:today")).status_code == 403
