"""Whoever of us opens a card leaves a line, also when nothing is done (docs/decisions/0012)."""

from datetime import timedelta
from unittest.mock import patch
from uuid import uuid4

import pytest
from django.db import OperationalError
from django.utils import timezone

from halte import journal
from halte.accounts import actions as accounts
from halte.accounts.actor import Actor
from halte.accounts.models import DeviceKind
from halte.accounts.roles import Role
from halte.guests import actions, looking
from halte.guests.forgetting import who_came_no_more
from halte.journal.models import Line, Subject
from halte.visits import actions as visits
from tests.guests.looks import MINUTE, looks, looks_at
from tests.pages import signed_in


@pytest.fixture
def subjects_of():
    """The guests whom somebody's lines name."""
    return lambda actor: set(Subject.objects.filter(line__actor=actor.id).values_list("guest", flat=True))


@pytest.fixture
def later(now):
    return now + 60 * MINUTE


def test_opening_a_panel_a_file_or_a_card_by_its_code_is_one_line_about_the_guest(a_guest, night_desk):
    guest, desk = a_guest(), signed_in(night_desk)

    for _twice in range(2):
        assert desk.get(f"/desk/guest/{guest.id}/").status_code == 200
        assert desk.get(f"/cards/{guest.id}/about/").status_code == 200
        desk.post("/desk/scan/", {"key": uuid4(), "code": guest.spoken}, headers={"HX-Request": "true"})

    assert Subject.objects.filter(line=looks(night_desk).get()).get().guest == guest.id


def test_a_form_that_is_refused_shows_the_guest_too(a_guest, night_desk):
    guest = a_guest()

    assert signed_in(night_desk).post(f"/cards/{guest.id}/about/", {"key": "none"}).status_code == 422

    assert looks(night_desk).count() == 1


def test_two_colleagues_are_two_lines_and_so_is_the_next_ten_minutes(a_guest, night_desk, goods_keeper, later):
    guest = a_guest()

    looks_at(night_desk, [guest], later)
    looks_at(goods_keeper, [guest], later)
    looks_at(night_desk, [guest], later + looking.WITHIN)
    looks_at(night_desk, [guest], later + looking.WITHIN + MINUTE)

    assert looks(goods_keeper).count() == 1
    assert looks(night_desk).count() == 2


def test_an_act_about_the_guest_is_itself_the_line(a_guest, night_desk, later, a_key):
    guest = a_guest()
    visits.arrive(actor=night_desk, guest=guest, at=later, key=a_key())

    looks_at(night_desk, [guest], later + MINUTE)

    assert not looks().exists()


def test_a_scan_does_not_search_for_the_line_it_wrote_itself(a_guest, night_desk):
    guest, desk = a_guest(), signed_in(night_desk)

    with patch.object(looking, "note", wraps=looking.note) as searched:
        desk.post("/desk/scan/", {"key": uuid4(), "code": guest.spoken}, headers={"HX-Request": "true"})
        after_the_act = searched.call_count
        desk.get(f"/desk/guest/{guest.id}/")

    assert (after_the_act, searched.call_count) == (0, 1)
    assert Subject.objects.filter(line__actor=night_desk.id, guest=guest.id).count() == 1


@pytest.mark.parametrize(("new", "lines"), [(False, 1), (True, 2)], ids=["nothing-new", "something-new"])
def test_a_page_that_asks_by_itself_and_learns_nothing_is_no_look(new, lines, a_guest, night_desk, monkeypatch):
    guest, desk = a_guest(), signed_in(night_desk)
    monkeypatch.setattr("halte.desk.views.panel.mark", lambda _site, _at: "now")
    desk.get(f"/desk/guest/{guest.id}/")
    Line.objects.all().update(at=timezone.now() - 2 * looking.WITHIN)

    desk.get(f"/desk/guest/{guest.id}/?seen={'before' if new else 'now'}", headers={"HX-Request": "true"})

    assert looks().count() == lines


def test_it_is_forgotten_with_the_guest_and_makes_nobody_stay(a_guest, night_desk, calais, now, a_key):
    guest, stays = a_guest(), a_guest()
    in_a_year = now + timedelta(days=366)
    looks_at(night_desk, [guest, stays], in_a_year - MINUTE)

    assert guest.id in who_came_no_more(Actor.system(calais), in_a_year)
    actions.erase_guest(actor=night_desk, guest=guest, at=in_a_year, key=a_key())
    looks_at(night_desk, [guest], in_a_year + looking.WITHIN)

    assert not Subject.objects.filter(guest=guest.id).exists()
    assert Subject.objects.filter(guest=stays.id, line__kind=looking.LOOKED).exists()
    assert looks().count() == 2


def test_where_nothing_can_be_written_the_panel_still_opens(a_guest, night_desk, monkeypatch):
    def full(**_given):
        raise OperationalError("database or disk is full")

    guest, desk = a_guest(), signed_in(night_desk)
    monkeypatch.setattr(looking, "note", full)

    assert desk.get(f"/desk/guest/{guest.id}/").status_code == 200


def test_a_program_that_finds_a_card_leaves_a_line_as_well(a_guest, manager, calais, a_key, client):
    guest = a_guest()
    device, token = accounts.register_device(
        actor=manager, label="Door", kind=DeviceKind.API, roles=[Role.GREETER], at=timezone.now(), key=a_key()
    )

    found = client.post(
        "/api/v1/cards/find",
        {"code": guest.spoken},
        content_type="application/json",
        headers={"Authorization": f"Bearer {token}"},
    )

    assert found.status_code == 200
    assert Line.objects.get(kind=looking.LOOKED).actor == device.id


@pytest.mark.parametrize("taken_back", [True, False], ids=["taken-back", "done"])
def test_an_act_that_was_taken_back_is_no_line_to_look_behind(taken_back, a_guest, night_desk, later, a_key):
    guest = a_guest()
    visits.arrive(actor=night_desk, guest=guest, at=later, key=a_key())
    if taken_back:
        line = Line.objects.get(kind="visits.arrived")
        Line.objects.filter(pk=line.pk).update(recorded_at=later)
        journal.undo(actor=night_desk, line_id=line.id, at=later, key=a_key())

    looks_at(night_desk, [guest], later + MINUTE)

    assert looks().exists() is taken_back


def test_two_screens_that_open_a_card_at_once_leave_one_line(a_guest, night_desk, later, monkeypatch):
    guest = a_guest()
    asked, answer = [], looking._is_told

    def both_ask_before_either_writes(*given):
        asked.append(given)
        told = answer(*given)
        if len(asked) == 1:
            looks_at(night_desk, [guest], later)
        return told

    monkeypatch.setattr(looking, "_is_told", both_ask_before_either_writes)
    looks_at(night_desk, [guest], later)

    assert len(asked) == 4
    assert looks().count() == 1


@pytest.mark.parametrize(("page", "named"), [("/cards/known/", False), ("/desk/scan/", True)], ids=["mark", "open"])
def test_who_marks_somebody_they_know_is_not_named_beside_them(page, named, a_guest, night_desk, subjects_of):
    """The line of a mark names no guest: a look beside it would."""
    guest = a_guest()

    signed_in(night_desk).post(page, {"key": uuid4(), "code": guest.spoken}, headers={"HX-Request": "true"})

    assert Line.objects.filter(kind="guests.known").exists() is not named
    assert subjects_of(night_desk) == ({guest.id} if named else set())


@pytest.mark.parametrize("ways", ["code", "about"])
def test_whom_a_guest_is_kept_apart_from_is_not_named_beside_them(ways, a_guest, adviser, subjects_of):
    one, other = a_guest(), a_guest()
    office = signed_in(adviser)
    office.get(f"/cards/{one.id}/apart/")

    if ways == "code":
        office.post(f"/cards/{one.id}/apart/", {"key": uuid4(), "code": other.spoken})
        assert Line.objects.filter(kind="guests.kept_apart").exists()
    else:
        office.get(f"/cards/{other.id}/about/")

    assert subjects_of(adviser) == ({one.id} if ways == "code" else {one.id, other.id})
