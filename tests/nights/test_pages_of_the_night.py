"""The pages of the night: what they show, what their buttons do, and to whom they are closed."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.urls import reverse
from django.utils import timezone

from halte.accounts.models import Staff
from halte.guests.models import Counted
from halte.nights import actions
from halte.nights.models import EndReason, PlaceProposal, Stay, Want
from halte.sites.models import RoomKind
from tests.cast import a_key_of
from tests.nights.conftest import BACKEND

pytestmark = pytest.mark.django_db


@pytest.fixture
def now():
    """The pages reckon with the real clock."""
    return timezone.now()


@pytest.fixture
def night(calais, now):
    return calais.tonight(now)


@pytest.fixture
def men(a_room):
    return a_room(kind=RoomKind.MEN, beds=3)


@pytest.fixture
def presses(at_desk, night):
    def press(name, *args, **fields):
        fields = {"key": str(uuid4()), "next": "board"} | fields
        return at_desk.post(reverse(f"nights:{name}", args=[night, *args]), fields, follow=True)

    return press


def said(answer):
    return [str(message) for message in answer.context["messages"]]


def test_tonight_leads_to_the_board_of_this_night(at_desk, night):
    assert at_desk.get("/nights/").url == f"/nights/{night.isoformat()}/"


def test_the_board_names_beds_and_nobody(at_desk, a_guest, men, gives, night, bed_of):
    stay = gives(a_guest(counted=Counted.MAN), bed=bed_of(men, 2))

    page = at_desk.get(reverse("nights:board", args=[night])).content.decode()

    assert "Room 001 bed 3: expected" in page
    assert "Room 001 bed 1: free" in page
    assert stay.guest.spoken not in page
    assert 'data-theme="night"' in page


def test_a_poll_gets_the_board_alone_and_keeps_the_session_as_it_is(at_desk, men, night):
    address = reverse("nights:board", args=[night])
    at_desk.get(address)

    answer = at_desk.get(address, headers={"HX-Request": "true"})

    assert b"<html" not in answer.content
    assert b"Room 001 bed 1: free" in answer.content
    assert "halte_session" not in answer.cookies


def test_the_board_takes_the_same_number_of_queries_for_4_and_for_400_beds(
    at_desk, a_guest, a_room, gives, night, django_assert_max_num_queries
):
    a_room(kind=RoomKind.MEN)
    gives(a_guest(counted=Counted.MAN))
    address = reverse("nights:board", args=[night])

    with django_assert_max_num_queries(24) as few:
        at_desk.get(address)
    for _ in range(66):
        a_room(kind=RoomKind.MEN, beds=6)
    for _ in range(10):
        gives(a_guest(counted=Counted.MAN))
    with django_assert_max_num_queries(len(few)):
        at_desk.get(address)


def test_a_bed_is_given_by_code_and_to_someone_who_waits(presses, a_guest, men, bed_of, night):
    scanned, waits = a_guest(counted=Counted.MAN), a_guest(counted=Counted.MAN)

    presses("give_here", bed_of(men).id, code=scanned.spoken)
    presses("give_here", bed_of(men, 1).id, guest=waits.id)

    assert set(Stay.objects.holding(night).values_list("guest", flat=True)) == {scanned.id, waits.id}


def test_an_empty_or_unknown_code_says_what_to_do(presses, men, bed_of):
    assert said(presses("give_here", bed_of(men).id)) == ["Scan a card, or choose a guest who waits."]
    assert "No card here has this code." in said(presses("give_here", bed_of(men).id, code="QQQ-QQQ-Q"))[0]


def test_a_bed_page_shows_who_has_it_and_what_can_be_done(at_desk, a_guest, men, gives, bed_of, night):
    stay = gives(a_guest(counted=Counted.MAN), bed=bed_of(men))
    gives(a_guest(counted=Counted.MAN), bed=bed_of(men, 1))

    page = at_desk.get(reverse("nights:bed", args=[night, stay.bed_id])).content.decode()

    for words in (stay.guest.spoken, "Arrived", "Move to", "Swap with", "Did not come", "End this stay"):
        assert words in page


def test_the_page_of_a_free_bed_shows_who_waits_for_it(at_desk, a_guest, men, bed_of, night_desk, night, now):
    guest, woman = a_guest(counted=Counted.MAN), a_guest(counted=Counted.WOMAN)
    for each in (guest, woman):
        actions.want_bed(actor=night_desk, guest=each, night=night, at=now, key=a_key_of())

    page = at_desk.get(reverse("nights:bed", args=[night, bed_of(men).id])).content.decode()

    assert guest.spoken in page
    assert woman.spoken not in page


def test_the_buttons_of_a_held_bed(presses, a_guest, men, gives, bed_of, night):
    stay = gives(a_guest(counted=Counted.MAN), bed=bed_of(men))

    presses("arrived", stay.guest_id)
    presses("leaving", stay.id, leaving="1")
    presses("left", stay.id)
    stay.refresh_from_db()
    assert (stay.inside, stay.leaving, stay.left_at is not None) == (False, True, True)

    presses("move", stay.id, bed=bed_of(men, 1).id)
    moved = Stay.objects.holding(night).get()
    other = gives(a_guest(counted=Counted.MAN), bed=bed_of(men))
    presses("swap", moved.id, other=other.id)
    swapped = Stay.objects.holding(night).get(guest=stay.guest_id)
    assert swapped.bed == bed_of(men)

    presses("free", swapped.id, reason="freed", held="yes")
    assert not Stay.objects.holding(night).filter(guest=stay.guest_id).exists()


def test_the_buttons_of_the_panel(presses, a_guest, men, night):
    guest = a_guest(counted=Counted.MAN)

    presses("want_bed", guest.id)
    assert Want.objects.open_for(night).get().guest_id == guest.id
    presses("cancel_want", guest.id)
    assert not Want.objects.open_for(night).exists()
    presses("give_bed", guest.id)
    presses("welcome", guest.id)
    assert Stay.objects.holding(night).get().inside


def test_a_double_tap_is_one_act(presses, a_guest, men, night):
    guest, key = a_guest(counted=Counted.MAN), str(uuid4())

    presses("welcome", guest.id, key=key)
    again = presses("welcome", guest.id, key=key)

    assert said(again) == ["This was saved before. Nothing was done twice."]
    assert Stay.objects.count() == 1


def test_a_refusal_is_said(presses, a_guest, night):
    assert said(presses("give_bed", a_guest(counted=Counted.MAN).id))[0].startswith("No free bed suits this guest")


def test_a_family_waits_is_asked_and_answers(at_desk, presses, a_family, a_room, night):
    family = a_family(members=3, children=1)
    presses("shelter_group", family.id, next="waiting")
    proposal = PlaceProposal.objects.get()
    page = at_desk.get(reverse("nights:waiting", args=[night])).content.decode()
    assert "Ask this family" in page
    assert "A place in another house" in page

    presses("answer", proposal.id, answer="declined")
    assert PlaceProposal.objects.get(answered_at__isnull=True).kind == "warm_seat"

    room = a_room(beds=4)
    page = at_desk.get(reverse("nights:choose_room", args=[night, family.id])).content.decode()
    assert f"Give room {room.code}" in page
    presses("shelter_group", family.id, room=room.id)
    assert Stay.objects.holding(night).count() == 3


def test_what_was_just_done_is_undone_from_the_board(at_desk, presses, a_guest, men, night):
    presses("give_bed", a_guest(counted=Counted.MAN).id)
    page = at_desk.get(reverse("nights:board", args=[night])).content.decode()
    assert "Bed given" in page

    line = page.split(f"/nights/{night.isoformat()}/undo/")[1][:36]
    presses("undo", line)

    assert Stay.objects.get().end_reason == EndReason.UNDONE


def test_every_page_says_what_to_do_when_there_is_nothing(at_desk, night):
    assert "This house has no rooms yet" in at_desk.get(reverse("nights:board", args=[night])).content.decode()
    assert "Nobody waits" in at_desk.get(reverse("nights:waiting", args=[night])).content.decode()


@pytest.mark.parametrize("address", ["/nights/2026-02-30/", "/nights/1999-01-01/", "/nights/9999-12-31/"])
def test_a_day_that_does_not_exist_has_no_page(at_desk, address):
    assert at_desk.get(address).status_code == 404


def test_the_first_and_last_nights_of_the_century_open(at_desk, men):
    assert at_desk.get("/nights/2000-01-01/").status_code == 200
    assert at_desk.get("/nights/2099-12-31/").status_code == 200


def test_a_greeter_sees_the_board_and_gives_beds_but_moves_nobody(client, greeter, a_guest, men, gives, bed_of, night):
    client.force_login(Staff.objects.get(pk=greeter.id), backend=BACKEND)
    stay = gives(a_guest(counted=Counted.MAN), bed=bed_of(men))

    assert client.get(reverse("nights:board", args=[night])).status_code == 200
    assert client.get(reverse("nights:bed", args=[night, stay.bed_id])).status_code == 403
    assert client.post(reverse("nights:free", args=[night, stay.id])).status_code == 403
    guest = a_guest(counted=Counted.MAN)
    client.post(reverse("nights:welcome", args=[night, guest.id]), {"key": str(uuid4()), "next": "board"})
    assert Stay.objects.filter(guest=guest).exists()


def test_what_another_site_owns_is_not_found(
    client, elsewhere, a_guest, a_family, men, gives, bed_of, night_desk, night, now
):
    client.force_login(Staff.objects.get(pk=elsewhere.id), backend=BACKEND)
    stay = gives(a_guest(counted=Counted.MAN), bed=bed_of(men))
    family = a_family(members=2, children=1)
    found = actions.shelter_group(actor=night_desk, group=family, night=night, at=now, key=a_key_of())
    line = "00000000-0000-4000-8000-000000000000"
    pages = {"room": men.id, "bed": stay.bed_id, "choose_room": family.id}
    acts = {
        "give_here": stay.bed_id,
        "shelter_group": family.id,
        "answer": found.proposal.id,
        "undo": line,
        **dict.fromkeys(["want_bed", "cancel_want", "give_bed", "welcome", "arrived"], stay.guest_id),
        **dict.fromkeys(["move", "swap", "free", "left", "leaving"], stay.id),
    }

    for name, which in pages.items():
        assert client.get(reverse(f"nights:{name}", args=[night, which])).status_code == 404, name
    for name, which in acts.items():
        answer = client.post(reverse(f"nights:{name}", args=[night, which]), {"key": str(uuid4())})
        assert answer.status_code == 404, name
    assert "Room 001" not in client.get(reverse("nights:board", args=[night])).content.decode()


def test_a_night_of_the_past_can_be_read(at_desk, men, night):
    assert at_desk.get(reverse("nights:board", args=[night - timedelta(days=7)])).status_code == 200
