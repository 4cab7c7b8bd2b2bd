"""What is to make, to clean or broken stands on one page; each ends with one tap."""

from datetime import timedelta

import pytest

from halte.journal.models import Line
from halte.nights import actions
from halte.sites import actions as site_actions
from halte.sites.models import Bed, BedState, Room, RoomClosedWhy, RulesVersion
from tests.cast import a_key_of


@pytest.fixture
def to_do(a_room):
    room = a_room(kind="men", beds=4)
    for place, state in enumerate((BedState.TO_MAKE, BedState.DEEP_CLEAN, BedState.BROKEN)):
        Bed.objects.filter(room=room, position=place).update(state=state)
    return room


def test_the_page_shows_each_and_a_tap_ends_it(at_desk, night, to_do):
    page = at_desk.get(f"/nights/{night}/beds-to-do/").content.decode()
    assert all(words in page for words in ("To make", "Deep clean", "Broken", "In use"))

    bed = to_do.beds.get(state=BedState.BROKEN)
    at_desk.post(f"/nights/{night}/beds/{bed.id}/is/", {"state": "ready", "key": str(a_key_of().value)})
    at_desk.post(f"/nights/{night}/rooms/{to_do.id}/ready/", {"key": str(a_key_of().value)})

    assert set(Bed.objects.values_list("state", flat=True)) == {BedState.READY}
    assert Line.objects.filter(kind__in=["sites.bed_state_set", "sites.beds_ready"]).count() == 2


def test_a_night_host_never_closes_a_bed_and_opens_only_what_was_cleaned(at_desk, night, to_do, manager, now):
    bed = to_do.beds.first()
    at_desk.post(f"/nights/{night}/beds/{bed.id}/is/", {"state": "closed", "key": str(a_key_of().value)})
    assert not Bed.objects.filter(state=BedState.CLOSED).exists()

    for why, opens in ((RoomClosedWhy.REPAIR, False), (RoomClosedWhy.DEEP_CLEAN, True)):
        Room.objects.update(closed_since=None, closed_why="")
        site_actions.close_room(actor=manager, room=to_do, why=why, at=now, key=a_key_of())
        at_desk.post(f"/nights/{night}/rooms/{to_do.id}/ready/", {"key": str(a_key_of().value)})
        assert (Room.objects.get().closed_since is None) is opens


def test_where_the_rules_say_so_a_bed_that_was_left_is_to_make_the_next_night(
    a_room, a_guest, slept, night_desk, night, now, calais
):
    room = a_room(kind="men", beds=3)
    leaving, staying = slept(a_guest(counted="man")), slept(a_guest(counted="man"))
    before = now - timedelta(hours=12)
    actions.says_leaving(actor=night_desk, stay=leaving, night=leaving.night, at=before, key=a_key_of())
    RulesVersion.objects.create(
        site=calais, number=1, since=before, settings={"beds_to_make": True}, set_by=night_desk.id
    )

    actions.open_night(actor=night_desk, night=night, at=now, key=a_key_of())

    assert Bed.objects.get(id=leaving.bed_id).state == BedState.TO_MAKE
    assert set(room.beds.exclude(id=leaving.bed_id).values_list("state", flat=True)) == {BedState.READY}
    assert staying.bed_id != leaving.bed_id
