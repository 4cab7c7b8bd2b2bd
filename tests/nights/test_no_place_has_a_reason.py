"""No place tonight: a person says it, with a reason that is a line, and it counts for them tomorrow."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.urls import reverse
from django.utils import timezone

from halte import journal
from halte.journal.models import Line
from halte.nights import actions, refusals
from halte.nights.counts import counts
from halte.nights.models import NoPlaceWhy, Stay, Want, WantEnd
from halte.sites.models import RoomKind
from tests.cast import a_key_of
from tests.pages import signed_in


@pytest.fixture
def waits(night_desk, night, now):
    def wait(guest, **asked):
        given = {"actor": night_desk, "guest": guest, "night": night, "at": now, "key": a_key_of()} | asked
        return actions.want_bed(**given)

    return wait


@pytest.fixture
def says_no(night_desk, now):
    def say(want, why=NoPlaceWhy.FULL, **asked):
        given = {"actor": night_desk, "want": want, "why": why, "at": now, "key": a_key_of()} | asked
        return actions.say_no_place(**given)

    return say


def test_each_refusal_is_a_line_with_its_reason_and_a_number(waits, says_no, a_guest, calais, dunkirk, night):
    says_no(waits(a_guest(counted="man")), NoPlaceWhy.NO_SAFE_ROOM)

    assert Line.objects.filter(kind="nights.no_place_said").count() == 1
    numbers = counts(site=calais, on=night)
    assert (numbers["nights.no_place"], numbers["nights.no_place_no_safe_room"]) == (1, 1)
    assert numbers["nights.no_place_full"] == 0
    assert counts(site=dunkirk, on=night)["nights.no_place"] == 0


def test_a_family_is_told_together(waits, says_no, a_family):
    wants = [waits(one.guest) for one in a_family(members=3).memberships.all()]

    assert len(says_no(wants[1])) == 3

    assert set(Want.objects.values_list("end", "no_place_why")) == {(WantEnd.NO_PLACE, "full")}


@pytest.mark.parametrize(("why", "comes_first"), [(NoPlaceWhy.FULL, True), (NoPlaceWhy.OWN_CHOICE, False)])
def test_whoever_was_refused_comes_first_tomorrow_but_not_for_their_own_choice(
    waits, says_no, night_desk, a_room, a_guest, night, now, why, comes_first
):
    refused, early = a_guest(counted="man"), a_guest(counted="man")
    yesterday = {"at": now - timedelta(days=1)}
    says_no(waits(refused, night=night - timedelta(days=1), **yesterday), why, **yesterday)
    a_room(kind=RoomKind.MEN, beds=1)
    waits(early, at=now - timedelta(hours=1))
    waits(refused)

    actions.plan_night(actor=night_desk, night=night, at=now, key=a_key_of())

    assert (Stay.objects.get(night=night).guest == refused) is comes_first


def test_it_is_taken_back_at_the_turn_they_had(waits, says_no, night_desk, a_guest, now):
    want = waits(a_guest(counted="man"))
    says_no(want)

    journal.undo(actor=night_desk, line_id=Line.objects.get(kind="nights.no_place_said").id, at=now, key=a_key_of())

    again = Want.objects.get()
    assert (again.id, again.asked_at, again.end, again.no_place_why) == (want.id, want.asked_at, "", "")


def test_nobody_is_refused_twice_for_another_night_or_by_another_house(waits, says_no, elsewhere, a_guest, night):
    want, later = waits(a_guest()), waits(a_guest(), night=night + timedelta(days=1))

    with pytest.raises(refusals.NotWaiting):
        says_no(want, actor=elsewhere)
    with pytest.raises(refusals.NightOutOfReach):
        says_no(later)
    says_no(want)
    with pytest.raises(refusals.NotWaiting):
        says_no(want)


def test_the_waiting_list_asks_for_the_reason(waits, night_desk, a_guest, calais):
    at = timezone.now()
    night, guest = calais.tonight(at), a_guest(counted="man")
    waits(guest, night=night, at=at)
    browser, url = signed_in(night_desk), reverse("nights:no_place", args=[night, guest.id])

    browser.post(url, {"key": str(uuid4())})
    assert Want.objects.get().ended_at is None
    page = browser.get(reverse("nights:waiting", args=[night])).content.decode()
    browser.post(url, {"key": str(uuid4()), "why": "full"})

    assert "No room that is safe for them" in page
    assert Want.objects.get().no_place_why == "full"


def test_people_without_a_card_are_a_number_of_the_night(night_desk, elsewhere, calais, dunkirk, night, now):
    said = {"actor": night_desk, "why": NoPlaceWhy.FULL, "night": night, "at": now}
    actions.no_place_for_number(number=30, key=a_key_of(), **said)
    actions.no_place_for_number(number=4, key=a_key_of(), **said | {"why": NoPlaceWhy.RULE})
    with pytest.raises(refusals.NobodyExpected):
        actions.no_place_for_number(number=0, key=a_key_of(), **said)
    with pytest.raises(refusals.NightOutOfReach):
        actions.no_place_for_number(number=1, key=a_key_of(), **said | {"night": night + timedelta(days=1)})
    numbers = counts(site=calais, on=night)
    assert (numbers["nights.no_place"], numbers["nights.no_place_full"], numbers["nights.no_place_rule"]) == (34, 30, 4)
    assert counts(site=dunkirk, on=night)["nights.no_place"] == 0

    line = Line.objects.filter(kind="nights.no_place_numbered").order_by("seq").first()
    journal.undo(actor=night_desk, line_id=line.id, at=now, key=a_key_of())

    assert counts(site=calais, on=night)["nights.no_place"] == 4
