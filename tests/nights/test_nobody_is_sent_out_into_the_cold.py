"""While the cold plan is on: more beds, and nobody is sent out without another place. Other sites change nothing."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.urls import reverse

from halte.accounts.roles import Role
from halte.common import ids
from halte.common.refusal import Refusal
from halte.guests import measures
from halte.journal.models import Line
from halte.nights import actions, queries
from halte.nights.models import NoPlaceWhy, Want
from halte.sites import cold
from halte.sites.models import ColdMetric, Room
from halte.sites.rules import ColdMeasures
from tests.cast import a_key_of

ONE = timedelta(days=1)


@pytest.fixture
def in_the_cold(staff_at, now):
    """Switch the cold plan of a site on, for two nights."""

    def switch(site, rooms=None):
        manager = staff_at(site, Role.MANAGER)
        night = site.tonight(now)
        decided = cold.Decided(ColdMetric.FELT, -5, night + 90 * ONE, "Prefect, 12 November", ColdMeasures(rooms or {}))
        cold.set_plan(actor=manager, decided=decided, seen_version=0, at=now, key=a_key_of())
        cold.switch_on(actor=manager, first_night=night, last_night=night + ONE, figure=-8, at=now, key=a_key_of())
        return manager

    return switch


@pytest.fixture
def hall(a_room):
    """One bed, and room for two people."""
    room = a_room(kind="men", beds=1)
    Room.objects.filter(id=room.id).update(legal_maximum=2)
    return room


def test_one_more_bed_is_given_and_no_third(in_the_cold, calais, hall, a_guest, gives):
    in_the_cold(calais, {hall.code: 1})

    stays = [gives(a_guest(counted="man")) for _one in range(2)]

    assert {stay.bed.room for stay in stays} == {hall}
    with pytest.raises(Refusal):
        gives(a_guest(counted="man"))


def test_after_the_last_night_whoever_slept_in_such_a_bed_waits_for_another(
    in_the_cold, calais, hall, a_guest, gives, night_desk, night, now
):
    in_the_cold(calais, {hall.code: 1})
    guests = [a_guest(counted="man") for _one in range(2)]
    for guest in guests:
        gives(guest)
    for days in (0, 1):
        at = now + days * ONE
        if days:
            actions.open_night(actor=night_desk, night=night + ONE, at=at, key=a_key_of())
        for guest in guests:
            actions.arrive(actor=night_desk, guest=guest, night=night + days * ONE, at=at, key=a_key_of())

    opened = actions.open_night(actor=night_desk, night=night + 2 * ONE, at=now + 2 * ONE, key=a_key_of())

    assert (opened.carried, opened.without_bed) == (1, 1)
    assert Want.objects.get().night == night + 2 * ONE
    assert not queries.free_on(night_desk, night + 2 * ONE, now + 2 * ONE).exists()
    assert len(queries.house(night_desk, night + 2 * ONE, now + 2 * ONE)[0].places) == 1


def test_no_place_is_said_only_with_another_place(in_the_cold, calais, a_guest, night_desk, night, now):
    want = actions.want_bed(actor=night_desk, guest=a_guest(), night=night, at=now, key=a_key_of())
    in_the_cold(calais)
    asked = {"actor": night_desk, "want": want, "why": NoPlaceWhy.FULL, "at": now}

    for named in ("", "somewhere"):
        with pytest.raises(cold.NoOtherPlace):
            actions.say_no_place(**asked, key=a_key_of(), other_place=named)
    assert Want.objects.get().ended_at is None
    actions.say_no_place(**asked, key=a_key_of(), other_place="warm_seat")

    assert b'"warm_seat"' in bytes(Line.objects.get(kind="nights.no_place_said").body)


def test_a_measure_needs_another_place_from_either_of_the_two(in_the_cold, calais, a_guest, night_desk, now):
    guest, until = a_guest(), calais.today(now) + 10 * ONE
    asked = {"actor": night_desk, "guest": guest, "until": until, "note": "", "at": now}
    before, _code = measures.ask_for(**asked, key=a_key_of())
    manager = in_the_cold(calais)

    with pytest.raises(cold.NoOtherPlace):
        measures.ask_for(**asked, key=a_key_of())
    with pytest.raises(cold.NoOtherPlace):
        measures.agree(actor=manager, measure_id=before.id, at=now, key=a_key_of())
    assert measures.away(guest, calais.today(now)) is None

    measures.agree(actor=manager, measure_id=before.id, at=now, key=a_key_of(), other_place="other_house")
    assert measures.away(guest, calais.today(now)).other_place == "other_house"


def test_another_site_says_no_place_as_on_any_night(in_the_cold, calais, dunkirk, a_guest, elsewhere, night, now):
    in_the_cold(calais)
    want = actions.want_bed(actor=elsewhere, guest=a_guest(actor=elsewhere), night=night, at=now, key=a_key_of())

    actions.say_no_place(actor=elsewhere, want=want, why=NoPlaceWhy.FULL, at=now, key=a_key_of())

    assert Want.objects.get().no_place_why == NoPlaceWhy.FULL


def test_every_screen_of_the_site_says_it_and_the_waiting_list_asks_where_else(
    in_the_cold, calais, hall, a_guest, at_desk, night_desk, night, now, monkeypatch
):
    monkeypatch.setattr("django.utils.timezone.now", lambda: now)
    guest = a_guest()
    actions.want_bed(actor=night_desk, guest=guest, night=night, at=now, key=a_key_of())
    waiting = reverse("nights:waiting", args=[night])
    before = at_desk.get(waiting).content.decode()
    in_the_cold(calais, {hall.code: 1})
    page = at_desk.get(waiting).content.decode()
    asked = {"key": str(uuid4()), "why": "full"}
    refused = at_desk.post(reverse("nights:no_place", args=[night, guest.id]), asked, follow=True).content.decode()

    assert "Cold plan until" not in before
    assert "other_place" not in before
    assert "Cold plan until the night of Wed 25 Nov" in page
    assert "1 more place" in page
    assert 'name="other_place"' in page
    assert "nobody is sent out without another place" in refused
    assert Want.objects.get().ended_at is None

    asked = {"key": str(uuid4()), "why": "full", "other_place": "by_115"}
    at_desk.post(reverse("nights:no_place", args=[night, guest.id]), asked)
    assert Want.objects.get().ended_at


def test_guests_are_told_on_every_card_and_on_no_other_night(in_the_cold, calais, client, now, monkeypatch):
    monkeypatch.setattr("django.utils.timezone.now", lambda: now)
    in_the_cold(calais)
    nobodys = reverse("mycard:card", args=[ids.new_secret()])
    cold_night = client.get(nobodys, {"lang": "ar"}).content.decode()
    monkeypatch.setattr("django.utils.timezone.now", lambda: now + 2 * ONE)

    assert 'class="card cold"' in cold_night
    assert "It is very cold" not in cold_night
    assert 'class="card cold"' not in client.get(nobodys).content.decode()
