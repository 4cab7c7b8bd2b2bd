"""Is everyone out? A tablet counts rooms and beds without the house, and knows no person."""

import json
from datetime import timedelta
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from halte.guests.models import Guest, Membership
from halte.journal.models import Line
from halte.nights import actions, everyone_out, refusals
from halte.sites.models import RoomKind
from tests.cast import a_key_of
from tests.pages import signed_in


@pytest.fixture
def asleep(a_room, a_guest, night_desk, night, now):
    """Three in the men's room, one of them to be fetched first; somebody expected; one on a warm seat."""
    room = a_room(kind=RoomKind.MEN, beds=5)
    told = {"actor": night_desk, "night": night, "at": now}
    stays = [actions.welcome_for_the_night(guest=a_guest(counted="man"), key=a_key_of(), **told) for _one in range(3)]
    actions.give_bed(guest=a_guest(counted="man"), key=a_key_of(), **told)
    actions.fetch_first(stay=stays[1], first=True, key=a_key_of(), **told)
    want = actions.want_bed(guest=a_guest(counted="woman"), key=a_key_of(), **told)
    actions.give_warm_seat(actor=night_desk, want=want, at=now, key=a_key_of())
    return room, stays


def test_every_room_stands_with_the_beds_that_have_somebody_in_them(asleep, night_desk, elsewhere, night, now):
    room, _stays = asleep

    found = everyone_out.rooms(night_desk, night, now)

    assert [(one.name, [(place.label, place.first) for place in one.places]) for one in found] == [
        (room.code, [("1", False), ("2", True), ("3", False)]),
        ("Warm seats", [("seat 1", False)]),
    ]
    assert found[0].places[1].name == f"{room.code}-2"
    assert everyone_out.rooms(elsewhere, night, now) == []


def test_a_newborn_in_a_cot_is_looked_for_beside_the_family(a_room, a_family, a_guest, night_desk, night, now):
    room = a_room(beds=4)
    family = a_family(members=2)
    baby = a_guest(counted="child")
    Guest.objects.filter(pk=baby.pk).update(in_cot=True)
    Membership.objects.create(site=baby.site, group=family, guest=baby, since=now.date() - timedelta(days=1))
    actions.shelter_group(actor=night_desk, group=family, night=night, at=now, key=a_key_of(), room=room, arrived=True)

    found = everyone_out.rooms(night_desk, night, now)

    assert [place.name for place in found[0].places] == [f"{room.code}-1", f"{room.code}-2", f"{room.code} cot 1"]


def test_the_page_knows_rooms_and_numbers_and_not_even_who_looks(asleep, night_desk, monkeypatch, now):
    monkeypatch.setattr("django.utils.timezone.now", lambda: now)
    page = signed_in(night_desk).get(reverse("nights:out")).content.decode()

    assert night_desk.called not in page
    assert not any(stay.guest.spoken in page or str(stay.guest_id) in page for stay in asleep[1])
    assert 'data-name="001-2" data-first="yes"' in page
    assert 'data-worker="/nights/out/worker.js"' in page


def test_the_worker_looks_after_this_page_alone(db):
    answer = Client().get(reverse("nights:out_worker"))

    assert answer.headers["Content-Type"] == "text/javascript; charset=utf-8"
    assert "Service-Worker-Allowed" not in answer.headers


def test_the_count_is_a_line_about_nobody_that_names_the_missing_by_bed(asleep, night_desk, monkeypatch, now):
    monkeypatch.setattr("django.utils.timezone.now", lambda: now)
    beds = [stay.bed_id.hex for stay in asleep[1]]
    browser = signed_in(night_desk)

    answer = browser.post(
        reverse("nights:out_counted"),
        {
            "key": str(uuid4()),
            "place": [*beds, "seat.1", "<b>"],
            "out": [beds[0], "seat.1", uuid4().hex],
            "voice": [beds[1]],
            "drill": "1",
        },
        follow=True,
    )

    line = Line.objects.get(kind="nights.everyone_out_counted")
    data = json.loads(bytes(line.body))["data"]
    assert (data["expected"], data["out"], data["by_voice"], data["missing"]) == (4, 2, 1, [beds[2]])
    assert data["drill"] is True
    assert not line.subjects.exists()
    assert [str(message) for message in answer.context["messages"]] == ["Written down: 1 is missing."]


def test_a_count_of_another_night_is_not_written_down(night_desk, night, now):
    with pytest.raises(refusals.NightOutOfReach):
        actions.count_out(
            actor=night_desk,
            night=night - timedelta(days=1),
            places=[],
            out=[],
            by_voice=[],
            drill=False,
            at=now,
            key=a_key_of(),
        )
