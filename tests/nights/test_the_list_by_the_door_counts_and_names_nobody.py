"""The morning of the night host: the fire list counts by room and bed, as of now, and no person stands on it."""

from halte.nights import actions
from tests.cast import a_key_of
from tests.pages import signed_in, words_of


def listed(actor, night):
    page = words_of(signed_in(actor).get(f"/nights/{night}/list/").content.decode())
    return " ".join(page[page.index("inside") - 40 :].split())


def test_who_arrived_counts_and_who_is_expected_does_not(night_desk, calais, a_guest, a_room, now):
    room, night = a_room(kind="men", beds=3), calais.tonight(now)
    guests = [a_guest(counted="man") for _ in range(2)]
    for guest, bed in zip(guests, room.beds.all(), strict=False):
        actions.give_bed(actor=night_desk, guest=guest, bed=bed, night=night, at=now, key=a_key_of())
    assert "0 inside" in listed(night_desk, night)

    actions.arrive(actor=night_desk, guest=guests[0], night=night, at=now, key=a_key_of())

    page = listed(night_desk, night)
    assert "1 inside" in page
    assert f"{room.code} Men 1 1" in page
    assert not any(guest.spoken in page for guest in guests)


def test_the_other_house_stands_on_its_own_list(night_desk, elsewhere, calais, a_room, now):
    room = a_room(kind="men", beds=3)

    assert room.code in listed(night_desk, calais.tonight(now))
    assert f"{room.code} Men" not in listed(elsewhere, calais.tonight(now))
