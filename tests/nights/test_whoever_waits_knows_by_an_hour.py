"""Whoever waits is told about how many come before them and by when they know; how it was kept is a figure."""

from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest
from django.urls import reverse
from django.utils import timezone, translation

from halte import journal
from halte.guests.models import Counted, PlacedOrder
from halte.journal.models import Line
from halte.nights import actions, promise, refusals
from halte.nights.counts import counts
from halte.nights.models import NoPlaceWhy, Want, WantEnd
from halte.nights.offers import for_card
from halte.sites.models import RoomKind, RulesVersion
from tests.cast import a_key_of
from tests.pages import signed_in

EIGHT = datetime(2026, 11, 24, 19, 0, tzinfo=UTC)
"""20:00 in Calais."""


@pytest.fixture
def wants(night_desk, night, now, a_guest):
    def want(minutes=0, placed=PlacedOrder.IN_TURN, **asked):
        guest = a_guest(counted=Counted.MAN)
        guest.placed = placed
        guest.save()
        told = {"night": night, "at": now + timedelta(minutes=minutes)} | asked
        return actions.want_bed(actor=night_desk, guest=guest, key=a_key_of(), **told)

    return want


@pytest.fixture
def rules_say(calais, now):
    def say(**settings):
        RulesVersion.objects.create(
            site=calais, number=1, since=now - timedelta(days=30), settings=settings, set_by=uuid4()
        )
        calais.refresh_from_db()

    return say


def tell(actor, night, at, **asked):
    return actions.tell_waiting(actor=actor, night=night, at=at, key=a_key_of(), **asked)


def test_the_range_counts_in_whoever_may_still_be_placed_first(wants, night_desk, night, now, a_guest):
    yesterday = {"night": night - timedelta(days=1), "at": now - timedelta(days=1)}
    for order in (PlacedOrder.FIRST, PlacedOrder.BEFORE, PlacedOrder.BEFORE, PlacedOrder.IN_TURN):
        wants(placed=order, **yesterday)
    for _one in range(3):
        wants()
    last, first = wants(10), wants(20, PlacedOrder.FIRST)
    a_guest().refresh_from_db()

    place = promise.place_in_line(night_desk, last, now)
    at_head = promise.place_in_line(night_desk, first, now)

    assert (place.low, place.high) == (0, 10)
    assert (at_head.low, at_head.high) == (0, 5)


def test_a_guest_reads_the_range_and_the_hour_on_their_card_and_on_the_sheet(wants, night_desk, now, calais):
    at = timezone.now()
    night = calais.tonight(at)
    want = wants(night=night, at=at)
    hour = promise.know_by(calais, night)
    place = promise.place_in_line(night_desk, want, min(at, hour - timedelta(minutes=1)))
    card = for_card(guest=want.guest, at=at)[0]
    sheet = signed_in(night_desk).get(reverse("desk:sheet_for", args=["ar", want.guest_id])).content.decode()

    assert "You will know by 20:00." in place.words or at >= hour
    assert str(card.pill.text) == place.words[0] == "0 to 5 before you"
    with translation.override("ar"):
        assert promise.place_in_line(night_desk, want, at).words[0] in sheet
    assert want.guest.spoken not in sheet


def test_after_the_hour_and_once_told_nobody_is_promised_what_is_over(wants, night_desk, night, now, rules_say):
    rules_say(releases_by_itself=True, release_minute=23 * 60)
    want = wants()
    tell(night_desk, night, now + timedelta(minutes=5))
    want.refresh_from_db()
    late = wants(150)

    told = promise.place_in_line(night_desk, want, now + timedelta(minutes=6))
    asked_late = promise.place_in_line(night_desk, late, now + timedelta(minutes=150))

    words = "No bed yet. Places of those who do not come are given at 23:00."
    assert told.words[-1] == asked_late.words[-1] == words


def test_who_knew_by_the_hour_is_a_figure(wants, night_desk, night, now, a_room, calais, dunkirk):
    a_room(kind=RoomKind.MEN, beds=1)
    given, refused, seated, told, too_late, cancelled, gave_up = (wants(number) for number in range(7))
    after = wants(130)
    said = {"actor": night_desk, "at": EIGHT - timedelta(minutes=1)}
    actions.give_bed(guest=given.guest, night=night, key=a_key_of(), **said)
    actions.say_no_place(want=refused, why=NoPlaceWhy.FULL, key=a_key_of(), **said)
    actions.give_warm_seat(want=seated, key=a_key_of(), **said)
    tell(night_desk, night, said["at"], want=told)
    actions.cancel_want(want=cancelled, key=a_key_of(), **said)
    actions.cancel_want(actor=night_desk, want=gave_up, at=EIGHT + timedelta(hours=1), key=a_key_of())
    tell(night_desk, night, EIGHT + timedelta(minutes=1))

    kept = promise.kept(night_desk, night)
    numbers = counts(site=calais, on=night)

    assert (kept.hour, kept.promised, kept.knew, kept.missing) == (EIGHT, 6, 4, 2)
    assert (numbers["nights.promised"], numbers["nights.knew_in_time"], numbers["nights.warm_seats"]) == (6, 4, 1)
    assert counts(site=dunkirk, on=night)["nights.promised"] == 0
    assert Want.objects.get(id=too_late.id).told_at > EIGHT
    assert Want.objects.get(id=after.id).told_at


def test_the_house_changes_its_hour_for_tomorrow_not_for_tonight(wants, calais, night, now):
    RulesVersion.objects.create(site=calais, number=1, since=now, settings={"answers_minute": 30}, set_by=uuid4())

    assert promise.know_by(calais, night) == EIGHT
    tomorrow = night + timedelta(days=1)
    assert promise.know_by(calais, tomorrow) == datetime(2026, 11, 25, 23, 30, tzinfo=UTC)


def test_telling_is_one_line_taken_back_as_one(wants, night_desk, elsewhere, night, now):
    wants()
    wants()
    with pytest.raises(refusals.EverybodyKnows):
        tell(elsewhere, night, now)
    with pytest.raises(refusals.NightOutOfReach):
        tell(night_desk, night + timedelta(days=1), now)
    assert len(tell(night_desk, night, now)) == 2
    with pytest.raises(refusals.EverybodyKnows):
        tell(night_desk, night, now)

    line = Line.objects.get(kind="nights.told")
    journal.undo(actor=night_desk, line_id=line.id, at=now, key=a_key_of())

    assert promise.to_tell(night_desk, night).count() == 2


def test_a_warm_seat_is_no_bed_and_there_are_only_so_many(wants, night_desk, a_room, gives, night, now, rules_say):
    rules_say(warm_seats=1)
    a_room(kind=RoomKind.MEN, beds=1)
    seated, other = wants(), wants(1)
    said = {"actor": night_desk, "at": now}
    actions.give_warm_seat(want=seated, key=a_key_of(), **said)

    with pytest.raises(refusals.NoSeatLeft):
        actions.give_warm_seat(want=other, key=a_key_of(), **said)
    with pytest.raises(refusals.NotWaiting):
        actions.give_warm_seat(want=seated, key=a_key_of(), **said)
    assert promise.warm_seats(night_desk, night, now) == 1
    assert "warm seat" in str(for_card(guest=seated.guest, at=now)[0].lines[0])

    gives(seated.guest)
    assert promise.warm_seats(night_desk, night, now) == 0
    line = Line.objects.get(kind="nights.warm_seat_given")
    with pytest.raises(refusals.LaterActs):
        journal.undo(actor=night_desk, line_id=line.id, at=now, key=a_key_of())


def test_a_family_is_seated_together_and_stands_up_together(a_family, night_desk, night, now):
    family = a_family(members=3)
    for one in family.memberships.all():
        actions.want_bed(actor=night_desk, guest=one.guest, night=night, at=now, key=a_key_of())
    want = Want.objects.first()

    assert len(actions.give_warm_seat(actor=night_desk, want=want, at=now, key=a_key_of())) == 3
    assert set(Want.objects.values_list("end", flat=True)) == {WantEnd.WARM_SEAT}

    line = Line.objects.get(kind="nights.warm_seat_given")
    journal.undo(actor=night_desk, line_id=line.id, at=now, key=a_key_of())
    assert Want.objects.open_for(night).count() == 3


def test_the_night_desk_tells_and_seats_on_the_waiting_list(wants, night_desk, calais):
    at = timezone.now()
    night = calais.tonight(at)
    first, second = wants(night=night, at=at), wants(night=night, at=at)
    browser = signed_in(night_desk)
    page = browser.get(reverse("nights:waiting", args=[night])).content.decode()

    for name, guest in (("tell", [first.guest_id]), ("tell_all", []), ("warm_seat", [second.guest_id])):
        browser.post(reverse(f"nights:{name}", args=[night, *guest]), {"key": str(uuid4())})

    assert "A warm seat" in page
    assert Want.objects.get(id=first.id).told_at
    assert Want.objects.get(id=second.id).end == WantEnd.WARM_SEAT
