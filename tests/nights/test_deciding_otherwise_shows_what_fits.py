"""Whoever decides otherwise than the plan is shown the rooms that fit; a manager also those that lack a wish."""

import pytest

from halte.accounts.roles import Role
from halte.guests.models import PlaceWanted
from halte.nights import actions, choices, refusals
from halte.nights.models import OverruleWhy, PlanLine
from tests.cast import a_key_of


@pytest.fixture
def planned(a_guest, a_room, night_desk, night, now):
    """A man who needs a lower bunk has the only room that offers what he needs; there are others."""
    rooms = {
        "his": a_room(kind="men", beds=2, offers=["near_toilet"]),
        "fits": a_room(kind="men", beds=3, offers=["near_toilet", "door_that_locks"]),
        "lacks": a_room(kind="men", beds=3),
        "women": a_room(kind="women", beds=3),
        "full": a_room(kind="men", beds=1, offers=["near_toilet", "door_that_locks"]),
    }
    rooms["full"].beds.update(state="broken")
    guest = a_guest(counted="man")
    PlaceWanted.objects.create(site=guest.site, guest=guest, need="near_toilet")
    actions.want_bed(actor=night_desk, guest=guest, night=night, at=now, key=a_key_of())
    actions.plan_night(actor=night_desk, night=night, at=now, key=a_key_of())
    return rooms, guest, PlanLine.objects.get()


def test_a_host_sees_the_rooms_that_fit_and_a_manager_what_a_room_lacks(planned, night_desk, night, now):
    rooms, guest, line = planned

    def shown(may_overrule):
        found = choices.rooms_for_parties(night_desk, {line.id: [guest]}, night, now, may_overrule=may_overrule)
        return {(one.code, one.lacks) for one in found[line.id]}

    fitting = {(rooms["his"].code, ""), (rooms["fits"].code, "")}
    assert shown(False) == fitting
    assert shown(True) == fitting | {(rooms["lacks"].code, "Near the toilet")}


def test_only_a_manager_may_choose_a_room_that_lacks_a_wish(planned, night_desk, manager, now):
    rooms, _guest, line = planned
    chosen = {"line": line, "room": rooms["lacks"], "why": OverruleWhy.ASKED, "at": now}

    with pytest.raises(refusals.RoomTooSmall):
        actions.overrule(actor=night_desk, key=a_key_of(), **chosen)
    with pytest.raises(refusals.RoomNotForThem):
        actions.overrule(actor=manager, key=a_key_of(), **(chosen | {"room": rooms["women"]}))

    [stay] = actions.overrule(actor=manager, key=a_key_of(), **chosen)
    assert stay.bed.room == rooms["lacks"]
    assert Role.MANAGER in manager.roles


def test_the_page_offers_no_room_that_is_not_for_them(planned, at_desk, night):
    rooms, _guest, _line = planned

    page = at_desk.get(f"/nights/{night}/plan/").content.decode()

    assert str(rooms["fits"].id) in page
    assert all(str(rooms[name].id) not in page for name in ("women", "full", "lacks"))
