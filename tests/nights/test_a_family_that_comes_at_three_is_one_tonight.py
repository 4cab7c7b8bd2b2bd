"""A family made at 03:00 has a room in the night that runs, whose date is that of the evening before."""

from collections.abc import Callable
from datetime import UTC, datetime

from halte.accounts.actor import Actor
from halte.guests import actions as guest_actions
from halte.guests.models import Guest
from halte.nights import actions, queries
from halte.sites.models import Room
from tests.cast import a_key_of


def test_a_family_made_at_three_in_the_morning_gets_a_room_for_the_running_night(
    night_desk: Actor, a_guest: Callable[..., Guest], a_room: Callable[..., Room]
) -> None:
    at = datetime(2026, 11, 25, 2, 0, tzinfo=UTC)
    room = a_room(beds=4)
    guests = [a_guest(counted=counted) for counted in ("woman", "child", "child")]

    group = guest_actions.keep_together(actor=night_desk, guests=guests, is_family=True, at=at, key=a_key_of())
    night = night_desk.site.tonight(at)
    found = actions.shelter_group(actor=night_desk, group=group, night=night, at=at, key=a_key_of())

    assert len(found.stays) == 3
    assert {stay.bed.room for stay in found.stays} == {room}


def test_whoever_joins_a_family_at_three_belongs_to_it_from_the_evening_before(
    night_desk: Actor, a_guest: Callable[..., Guest]
) -> None:
    at = datetime(2026, 11, 25, 2, 0, tzinfo=UTC)
    mother, child, late = a_guest(), a_guest(), a_guest()
    group = guest_actions.keep_together(actor=night_desk, guests=[mother, child], is_family=True, at=at, key=a_key_of())

    guest_actions.join(actor=night_desk, guest=late, group=group, at=at, key=a_key_of())

    night = night_desk.site.tonight(at)
    assert set(queries.members_of(night_desk, group, night)) == {mother, child, late}
