"""Lines of a night share nothing that joins them: laid side by side, those of somebody erased stay apart."""

import json
from datetime import timedelta

from halte.guests import actions as guests
from halte.journal.models import Line, Retry, Subject
from halte.nights import actions
from halte.nights.models import Stay


def rooms_said():
    """What the register says of rooms, line by line."""
    said = [json.loads(bytes(line.body))["data"] for line in Line.objects.filter(kind__startswith="nights.")]
    return [data[name] for data in said for name in ("room", "source") if name in data]


def test_a_bed_given_moved_and_freed_names_no_room_twice(night_desk, a_guest, a_room, night, now, a_key):
    guest, how = a_guest(counted="man"), {"actor": night_desk, "night": night, "at": now}
    first, second = a_room(kind="men", beds=1), a_room(kind="men", beds=1)
    stay = actions.give_bed(guest=guest, bed=first.beds.get(), key=a_key(), **how)
    moved = actions.move(stay=stay, bed=second.beds.get(), key=a_key(), **how)
    actions.free_bed(stay=moved, key=a_key(), **how)

    assert sorted(rooms_said()) == sorted([first.code, second.code])


def test_a_room_that_moved_is_not_named_again(night_desk, a_guest, a_room, night, now, a_key):
    guest, how = a_guest(counted="man"), {"actor": night_desk, "night": night, "at": now}
    first, second = a_room(kind="men", beds=1), a_room(kind="men", beds=1)
    actions.give_bed(guest=guest, bed=first.beds.get(), key=a_key(), **how)
    actions.move_room(room=first, to=second, key=a_key(), **how)

    assert sorted(rooms_said()) == sorted([first.code, second.code])


def test_no_retry_of_somebody_erased_ties_two_lines_by_the_bed_they_had(night_desk, a_guest, a_room, night, now, a_key):
    guest, mate = a_guest(counted="man"), a_guest(counted="man")
    how = {"actor": night_desk, "night": night, "at": now}
    room = a_room(kind="men", beds=2)
    for one, bed in zip((guest, mate), room.beds.all(), strict=True):
        actions.give_bed(guest=one, bed=bed, key=a_key(), **how)
    stay = Stay.objects.get(guest=guest)
    actions.free_bed(stay=stay, key=a_key(), **how)
    of_mate = Retry.objects.filter(line__subjects__guest=mate.pk).count()
    assert stay.pk.hex in str(list(Retry.objects.values_list("results", flat=True)))

    guests.erase_guest(actor=night_desk, guest=guest, at=now, key=a_key())

    assert stay.pk.hex not in str(list(Retry.objects.values_list("results", flat=True)))
    assert Retry.objects.filter(line__subjects__guest=mate.pk).count() == of_mate > 0
    assert not Subject.objects.filter(guest=guest.pk).exists()


def test_a_party_is_named_by_its_number_once(night_desk, a_guest, a_room, night, now, a_key):
    a_room(kind="men", beds=2)
    guest, how = a_guest(counted="man"), {"actor": night_desk, "at": now}
    hour = {"guest": guest, "night": night, "asked_by": "line_115", **how}
    held = actions.hold_for(until=now + timedelta(hours=3), key=a_key(), **hour)
    actions.hold_for(until=now + timedelta(hours=4), key=a_key(), **hour)
    actions.come_later(party=held.party, until=now + timedelta(hours=5), key=a_key(), **how)
    actions.cancel_held(party=held.party, key=a_key(), **how)

    lines = [json.loads(bytes(line.body))["data"] for line in Line.objects.filter(kind__startswith="nights.")]

    assert [data["number"] for data in lines if "number" in data] == [held.party.number]
