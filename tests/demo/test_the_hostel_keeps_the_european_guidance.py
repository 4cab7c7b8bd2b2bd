"""Calais B has exactly 400 beds, in rooms within the European guidance (EASO 2016: 2.4, 5.1, 6.1, 44-45)."""

from halte.config.demo.places import rooms

MOST = {"men": 6, "women": 6, "quiet": 6, "minors": 4}


def test_there_are_exactly_400_beds() -> None:
    assert sum(len(room.beds) for room in rooms()) == 400


def test_no_more_than_six_people_who_came_alone_share_a_room_and_no_more_than_four_minors() -> None:
    assert all(len(room.beds) <= MOST[room.kind] for room in rooms() if room.kind != "family")


def test_the_smaller_of_fire_limit_and_standards_holds_and_differs_from_the_beds_somewhere() -> None:
    for room in rooms():
        assert room.legal_maximum == min(room.fire_limit, room.standard_limit or room.fire_limit)

    more, fewer = (
        [room.code for room in rooms() if sign * (room.legal_maximum - len(room.beds)) > 0] for sign in (1, -1)
    )
    assert len(more) == 25
    assert fewer == ["M240"]


def test_everyone_has_at_least_four_square_metres() -> None:
    assert all(room.area_dm2 >= 400 * len(room.beds) for room in rooms())


def test_every_room_for_women_families_and_minors_locks() -> None:
    assert all("door_that_locks" in room.offers for room in rooms() if room.kind in {"women", "family", "minors"})


def test_every_kind_has_rooms_on_the_ground_floor() -> None:
    kinds = {room.kind for room in rooms()}

    assert {room.kind for room in rooms() if room.floor == 0 and "ground_floor" in room.offers} == kinds


def test_neighbours_are_of_one_kind_on_one_floor_and_each_other_s() -> None:
    by_code = {room.code: room for room in rooms()}

    for room in rooms():
        for code in room.neighbours:
            near = by_code[code]
            assert (near.kind, near.floor) == (room.kind, room.floor)
            assert room.code in near.neighbours


def test_every_room_and_every_bed_has_a_name_of_its_own() -> None:
    assert len({room.code for room in rooms()}) == len(rooms())
    assert all(len({bed.label for bed in room.beds}) == len(room.beds) for room in rooms())
