"""Release all: held, one act, never a bed of somebody who came or who stays on."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.urls import reverse
from django.utils import timezone

from halte import journal
from halte.config import jobs
from halte.journal.models import Line
from halte.nights import actions, refusals
from halte.nights.actions.releasing import release_all
from halte.nights.models import EndReason, Stay
from halte.sites.models import RoomKind, RulesVersion
from tests.cast import a_key_of
from tests.pages import signed_in


@pytest.fixture
def house(a_room, dunkirk):
    return a_room(kind=RoomKind.MEN, beds=6)


def release(actor, night, at):
    return release_all(actor=actor, night=night, at=at, key=a_key_of())


def test_only_those_who_never_came_lose_their_place(house, night_desk, gives, slept, a_guest, night, now):
    missing, came, went_out, stays_on = (a_guest(counted="man") for _one in range(4))
    slept(stays_on)
    actions.open_night(actor=night_desk, night=night, at=now, key=a_key_of())
    gives(missing)
    for guest in (came, went_out):
        gives(guest)
        actions.arrive(actor=night_desk, guest=guest, night=night, at=now, key=a_key_of())
    actions.leave(actor=night_desk, stay=Stay.objects.get(guest=went_out), at=now, key=a_key_of())

    assert release(night_desk, night, now) == 1

    ended = Stay.objects.get(guest=missing)
    assert ended.end_reason == EndReason.DID_NOT_COME
    kept = Stay.objects.filter(night=night, ended_at=None).values_list("guest", flat=True)
    assert set(kept) == {came.id, went_out.id, stays_on.id}
    assert Line.objects.filter(kind="nights.released").count() == 1


def test_when_everyone_came_nothing_is_written(house, night_desk, night, now):
    with pytest.raises(refusals.NobodyMissing):
        release(night_desk, night, now)

    assert not Line.objects.filter(kind="nights.released").exists()


def test_only_of_the_night_that_runs_and_of_the_own_house(house, elsewhere, night_desk, gives, a_guest, night, now):
    gives(a_guest(counted="man"))

    with pytest.raises(refusals.NightOutOfReach):
        release(night_desk, night + timedelta(days=1), now)
    with pytest.raises(refusals.NobodyMissing):
        release(elsewhere, night, now)


def test_a_press_that_was_not_held_releases_nobody(house, night_desk, a_guest, calais):
    at = timezone.now()
    night = calais.tonight(at)
    guest = a_guest(counted="man")
    actions.give_bed(actor=night_desk, guest=guest, night=night, at=at, key=a_key_of())
    browser, url = signed_in(night_desk), reverse("nights:release", args=[night])

    browser.post(url, {"key": str(uuid4())})
    assert Stay.objects.get().ended_at is None
    assert "1" in browser.get(url).content.decode()
    browser.post(url, {"key": str(uuid4()), "held": "yes"})

    assert Stay.objects.get().ended_at


def test_staying_another_night_needs_no_tap_at_all(house, night_desk, slept, a_guest, night, now):
    guest = a_guest(counted="man")
    bed = slept(guest).bed_id

    actions.open_night(actor=night_desk, night=night, at=now, key=a_key_of())

    assert Stay.objects.get(guest=guest, night=night, ended_at=None).bed_id == bed


def test_ending_the_stay_of_somebody_who_came_is_held(house, night_desk, a_guest, calais):
    at = timezone.now()
    night = calais.tonight(at)
    guest = a_guest(counted="man")
    stay = actions.welcome_for_the_night(actor=night_desk, guest=guest, night=night, at=at, key=a_key_of())
    browser, url = signed_in(night_desk), reverse("nights:free", args=[night, stay.id])

    browser.post(url, {"key": str(uuid4()), "reason": "freed"})
    assert Stay.objects.get().ended_at is None
    browser.post(url, {"key": str(uuid4()), "reason": "freed", "held": "yes"})

    assert Stay.objects.get().ended_at


def test_by_itself_they_go_to_the_list_in_lines_that_a_person_takes_back(house, night_desk, calais, a_guest):
    at = timezone.now()
    night = calais.tonight(at)
    missing, waits = a_guest(counted="man"), a_guest(counted="man")
    told = {"actor": night_desk, "night": night, "at": at}
    house.beds.exclude(label="1").update(state="broken")
    actions.give_bed(guest=missing, key=a_key_of(), **told)
    actions.want_bed(guest=waits, key=a_key_of(), **told)

    jobs.pass_places_on(night_desk.system(calais), at, a_key_of())
    assert Stay.objects.get(ended_at=None).guest == missing
    RulesVersion.objects.create(
        site=calais, number=1, since=at - timedelta(days=2), settings={"releases_by_itself": True}, set_by=night_desk.id
    )
    calais._rules_known.clear()
    jobs.pass_places_on(night_desk.system(calais), at, a_key_of())
    assert Stay.objects.get(ended_at=None).guest == waits

    def take_back(kind):
        line = Line.objects.get(kind=kind)
        journal.undo(actor=night_desk, line_id=line.id, at=timezone.now(), key=a_key_of(), of_colleagues=["nights"])

    with pytest.raises(refusals.LaterActs):
        take_back("nights.places_passed_on")
    take_back("nights.planned")
    take_back("nights.places_passed_on")
    assert Stay.objects.get(ended_at=None).guest == missing


def test_the_hour_is_a_rule_of_the_house_also_after_midnight(calais, now, night_desk):
    job = next(job for job in jobs.SITE_JOBS if job.name == "places_passed_on")
    type(calais).objects.filter(pk=calais.pk).update(opened_on=now.date())
    calais.refresh_from_db()
    settings = {"release_minute": 30}
    RulesVersion.objects.create(site=calais, number=1, since=now, settings=settings, set_by=night_desk.id)

    due = next(job.due(calais, now + timedelta(hours=8))).astimezone(calais.zone)

    assert (due.hour, due.minute) == (0, 30)
    assert calais.tonight(due) == now.date()
