"""Evening 3, born at 02:40: one tap, no card, a cot; a cot never breaks "one bed, one guest"."""

from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest

from halte.guests import actions, queries
from halte.nights import actions as night_actions
from halte.nights import offers
from halte.nights import queries as night_queries
from halte.nights.models import Stay
from halte.nights.refusals import SleepsInCot
from tests.pages import signed_in, words_of


@pytest.fixture
def at_0240():
    """02:40 in Calais, in the night of the 24th."""
    return datetime(2026, 11, 25, 1, 40, tzinfo=UTC)


@pytest.fixture
def mother(a_guest, a_room, night_desk, greeter, calais, now, a_key):
    """She sleeps in a family room of two beds with her son, who is on her card."""
    guest = a_guest(counted="woman")
    actions.add_company(actor=greeter, guest=guest, counted="child", at=now, key=a_key())
    a_room(beds=2)
    night_actions.shelter_group(
        actor=night_desk,
        group=queries.membership_of(guest).group,
        night=calais.tonight(now),
        at=now,
        key=a_key(),
        arrived=True,
    )
    return guest


@pytest.fixture
def born(mother, night_desk, at_0240, a_key):
    return actions.add_company(actor=night_desk, guest=mother, counted="child", in_cot=True, at=at_0240, key=a_key())


def test_one_tap_at_her_panel_no_card_and_no_question(mother, night_desk):
    desk = signed_in(night_desk)

    answer = desk.post(f"/cards/{mother.id}/company/", {"key": str(uuid4()), "counted": "newborn"})

    assert answer.url == f"/desk/guest/{mother.id}/"
    newborn = queries.people_on_card(mother)[-1]
    assert (newborn.counted, newborn.in_cot, newborn.on_card_of) == ("child", True, mother)


def test_the_full_room_stays_as_it_is_and_nobody_loses_a_bed(born, mother, calais, now):
    stays = Stay.objects.filter(ended_at__isnull=True)

    assert stays.count() == 2
    assert not stays.filter(guest=born).exists()


def test_a_cot_never_takes_a_bed(born, night_desk, calais, at_0240, a_key):
    night = calais.tonight(at_0240)

    with pytest.raises(SleepsInCot):
        night_actions.give_bed(actor=night_desk, guest=born, night=night, at=at_0240, key=a_key())
    with pytest.raises(SleepsInCot):
        night_actions.want_bed(actor=night_desk, guest=born, night=night, at=at_0240, key=a_key())


def test_a_family_that_looks_for_beds_looks_for_none_for_the_cot(born, mother, night_desk, calais, at_0240):
    family = queries.membership_of(mother).group

    assert night_queries.without_bed(night_desk, family, calais.tonight(at_0240), at_0240) == []


def test_the_newborns_tile_says_where_the_cot_stands(born, night_desk, at_0240):
    (tile,) = offers.offers(actor=night_desk, guest=born, at=at_0240)

    assert tile.actions == []
    assert "Room 001" in str(tile.lines[0])


def test_whoever_counts_the_room_counts_the_newborn_too(born, mother, night_desk, calais, at_0240):
    night = calais.tonight(at_0240)
    room = Stay.objects.filter(guest=mother).get().bed.room

    page = words_of(signed_in(night_desk).get(f"/nights/{night}/rooms/{room.id}/").content.decode())

    assert "And 1 newborn in a cot." in " ".join(page.split())


def test_her_bed_is_kept_while_she_sleeps_in_hospital(born, mother, night_desk, calais, at_0240, a_key):
    night = calais.tonight(at_0240)
    stay = night_queries.stay_of(night_desk, mother, night, at_0240)
    night_actions.leave(actor=night_desk, stay=stay, at=at_0240, key=a_key())

    (tile,) = offers.offers(actor=night_desk, guest=mother, at=at_0240 + timedelta(hours=1))

    assert "the bed is kept" in str(tile.pill.text)
    assert night_queries.stay_of(night_desk, mother, night, at_0240).bed == stay.bed


def test_the_declaration_of_the_birth_stands_there_with_its_day_and_as_unsure(born, mother, night_desk):
    page = words_of(signed_in(night_desk).get(f"/cards/{born.id}/about/").content.decode())

    assert "Declare the birth" in page
    assert "Nov. 30, 2026" in page
    assert "Unsure until a lawyer confirms" in page
