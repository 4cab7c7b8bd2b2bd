"""Places are held for people who may come, without a name, until an hour; then they are free by themselves."""

from datetime import timedelta

import pytest
from django.utils import translation

from halte.accounts.roles import Role
from halte.config import jobs
from halte.guests.models import Guest, GuestState, PlaceWanted
from halte.journal.models import Line
from halte.journal.undoing import undo
from halte.nights import actions, refusals
from halte.nights.actions import Expected
from halte.nights.held import AskedBy, HeldEnd, HeldParty
from halte.nights.models import EndReason, Stay, Want, WantEnd
from halte.nights.offers import for_card, offers
from halte.outreach import asking
from halte.sites.models import Bed, PlacesAnswered, PlacesAsked
from tests.cast import a_key_of


@pytest.fixture
def until(now):
    return now + timedelta(hours=5)


@pytest.fixture
def holds(night_desk, night, now, until):
    def hold(*, at=now, **asked):
        who = {name: asked.pop(name) for name in ("women", "men", "children", "family", "needs") if name in asked}
        given = {"actor": night_desk, "night": night, "until": until, "at": at, "key": a_key_of()}
        return actions.hold_places(expected=Expected(**who), **(given | asked))

    return hold


def test_three_people_with_a_child_have_one_room_until_the_hour_and_nobody_has_a_name(a_room, holds, night):
    family_room = a_room(beds=4)
    a_room(kind="men", beds=4)

    held = holds(women=1, men=1, children=1)

    assert {stay.bed.room for stay in Stay.objects.select_related("bed__room")} == {family_room}
    assert held.party.number == 1
    assert set(Guest.objects.values_list("language", flat=True)) == {""}


def test_when_the_hour_is_over_the_places_are_free_by_themselves(a_room, holds, until, now, calais):
    a_room(kind="men", beds=2)
    held = holds(men=2)

    jobs.release_held(until - timedelta(minutes=1))
    still = set(Stay.objects.values_list("ended_at", flat=True))
    jobs.release_held(until)

    assert still == {None}
    assert set(Stay.objects.values_list("end_reason", flat=True)) == {EndReason.DID_NOT_COME}
    assert HeldParty.objects.get(id=held.party.id).end == HeldEnd.DID_NOT_COME
    assert set(Guest.objects.values_list("state", flat=True)) == {GuestState.CLOSED}


def test_who_came_keeps_their_bed_when_the_hour_is_over(a_room, holds, until, night_desk, night):
    a_room(kind="men", beds=2)
    held = holds(men=2)
    first = held.stays[0].guest
    actions.arrive(actor=night_desk, guest=first, night=night, at=until - timedelta(hours=1), key=a_key_of())

    jobs.release_held(until)

    assert Stay.objects.get(ended_at__isnull=True).guest == first
    assert HeldParty.objects.get(id=held.party.id).end == HeldEnd.CAME


def test_they_say_their_number_and_all_are_inside_in_one_act_that_can_be_undone(a_room, holds, night_desk, now):
    a_room(kind="women", beds=3)
    held = holds(women=3)

    key = a_key_of()
    stays = actions.they_came(actor=night_desk, party=held.party, at=now, key=key)
    inside = Stay.objects.filter(arrived_at=now).count()
    undo(actor=night_desk, line_id=_line("nights.party_came"), at=now, key=a_key_of())

    assert len(stays) == inside == 3
    assert not Stay.objects.filter(arrived_at__isnull=False).exists()
    assert HeldParty.objects.get(id=held.party.id).ended_at is None


def test_without_a_room_for_all_they_wait_and_the_plan_finds_them_one(a_room, holds, night_desk, night, now, until):
    a_room(kind="men", beds=2)
    held = holds(women=1, children=1)
    waiting = Want.objects.filter(ended_at__isnull=True).count()

    a_room(beds=2)
    actions.plan_night(actor=night_desk, night=night, at=now, key=a_key_of())

    assert (held.stays, waiting) == ([], 2)
    assert Stay.objects.filter(ended_at__isnull=True).count() == 2
    jobs.release_held(until)
    assert not Stay.objects.filter(ended_at__isnull=True).exists()


def test_who_never_came_waits_no_more_after_the_hour(holds, until):
    holds(women=1)

    jobs.release_held(until)

    assert Want.objects.get().end == WantEnd.DID_NOT_COME


def test_children_who_come_with_grown_ups_are_never_placed_apart(a_room, holds):
    a_room(kind="men", beds=4)
    a_room(kind="minors", beds=4)

    assert holds(men=1, children=1).stays == []


def test_what_the_place_must_offer_is_kept_for_people_without_a_name_too(a_room, holds, calais):
    upstairs, below = a_room(kind="men", beds=2), a_room(kind="men", beds=2, offers=["near_toilet"])

    held = holds(men=2, needs=frozenset({"near_toilet", "lower_bunk"}))

    assert {stay.bed.room for stay in Stay.objects.filter(id__in=[one.id for one in held.stays])} == {below}
    assert PlaceWanted.objects.filter(need="lower_bunk").count() == 1
    assert upstairs.beds.count() == 2


def test_a_bed_is_held_for_a_card_and_who_says_they_come_late_keeps_it(a_guest, a_room, night_desk, night, now, until):
    a_room(kind="men", beds=1)
    guest = a_guest(counted="man")
    given = {"actor": night_desk, "guest": guest, "night": night, "asked_by": AskedBy.LINE_115, "at": now}

    held = actions.hold_for(until=until, key=a_key_of(), **given)
    actions.come_later(actor=night_desk, party=held.party, until=until + timedelta(hours=1), at=now, key=a_key_of())
    jobs.release_held(until)
    assert Stay.objects.get().ended_at is None
    with pytest.raises(refusals.NobodyMissing):
        actions.releasing.release_all(actor=night_desk, night=night, at=until, key=a_key_of())

    jobs.release_held(until + timedelta(hours=1))
    assert Stay.objects.get().end_reason == EndReason.DID_NOT_COME
    assert Guest.objects.get().state == GuestState.LIVE


@pytest.mark.parametrize("language", ["en", "ar", "ti"])
def test_the_desk_and_the_guests_own_page_say_until_when(a_guest, a_room, night_desk, night, now, until, language):
    a_room(kind="men", beds=1)
    guest = a_guest(counted="man")
    actions.hold_for(
        actor=night_desk, guest=guest, night=night, until=until, asked_by=AskedBy.GUEST, at=now, key=a_key_of()
    )

    [tile] = offers(actor=night_desk, guest=guest, at=now)
    with translation.override(language):
        [own] = for_card(guest=guest, at=now)
        words = str(translation.gettext("Held for you until"))

    assert "Held until 23:00." in [str(line) for line in tile.lines]
    assert any(words in str(line) and "23:00" in str(line) for line in own.lines)
    assert (words == "Held for you until") is (language == "en")


def test_an_hour_that_is_over_or_of_another_night_is_refused(holds, now):
    for wrong in (now - timedelta(minutes=1), now + timedelta(days=1)):
        with pytest.raises(refusals.HoldNotSo):
            holds(men=1, until=wrong)

    assert not HeldParty.objects.exists()


def test_taken_back_the_places_are_free_at_once_and_undone_it_never_was(a_room, holds, night_desk, now):
    a_room(kind="men", beds=4)
    first, second = holds(men=1), holds(men=2)

    actions.cancel_held(actor=night_desk, party=first.party, at=now, key=a_key_of())
    undo(actor=night_desk, line_id=_line("nights.places_held"), at=now, key=a_key_of())

    assert not Stay.objects.filter(ended_at__isnull=True).exists()
    assert HeldParty.objects.get(id=second.party.id).end == HeldEnd.UNDONE
    assert (first.party.number, second.party.number) == (1, 2)


@pytest.fixture
def outside(staff_at, dunkirk):
    return staff_at(dunkirk, Role.COORDINATOR)


def test_a_team_outside_asks_with_numbers_and_reads_the_number_for_the_door(
    outside, calais, a_room, at_desk, night, now, client, a_key
):
    a_room(beds=3)
    at = now.replace(hour=20)
    asked = asking.ask_beds(
        actor=outside, house=calais, people=asking.People(women=1, children=2), arriving_at=at, at=now, key=a_key()
    )

    with pytest.MonkeyPatch.context() as clock:
        clock.setattr("django.utils.timezone.now", lambda: now)
        page = at_desk.get(f"/nights/{night}/expected/").content.decode()
        at_desk.post(f"/nights/{night}/asked/{asked.id}/", {"hold": "1", "key": str(a_key().value)})

    answer = PlacesAnswered.objects.get()
    assert "Dunkirk" in page
    assert (answer.number, answer.beds, answer.until) == (1, 3, at + timedelta(hours=1))
    assert answer.site == calais
    with pytest.raises(asking.AnsweredAlready):
        asking.take_back_beds(actor=outside, asked=PlacesAsked.objects.get(), at=now, key=a_key())


def test_a_bed_without_what_a_guest_needs_is_given_only_when_they_agree(a_guest, a_room, gives, bed_of, night_desk):
    room = a_room(kind="men", beds=2)
    Bed.objects.filter(room=room, position=1).update(lower=False)
    guest = a_guest(counted="man")
    PlaceWanted.objects.create(site=guest.site, guest=guest, need="lower_bunk")

    with pytest.raises(refusals.PlaceLacks, match="Lower bunk"):
        gives(guest, bed=bed_of(room, 1))

    assert gives(guest, bed=bed_of(room, 1), without=True).bed.position == 1


def test_the_bed_of_last_night_is_theirs_again_when_it_is_free(a_guest, a_room, slept, gives, bed_of, night_desk, now):
    a_room(kind="men", beds=2)
    other = a_room(kind="men", beds=6)
    guest = a_guest(counted="man")
    stay = slept(guest, bed=bed_of(other, 4))
    actions.says_leaving(actor=night_desk, stay=stay, night=stay.night, at=now - timedelta(hours=12), key=a_key_of())

    assert gives(guest).bed == bed_of(other, 4)


def _line(kind):
    return Line.objects.filter(kind=kind).latest("seq").id
