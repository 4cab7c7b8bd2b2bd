"""Evening 4, someone dies: one press ends everything, nothing is erased for a while, the things are listed."""

from datetime import timedelta

import pytest

from halte.advice import actions as advice_actions
from halte.advice.models import AppointmentCell
from halte.guests import actions, belongings, queries
from halte.guests.models import Guest, GuestState, PairedPhone
from halte.journal.models import Line
from halte.nights import actions as night_actions
from halte.nights import queries as night_queries
from halte.visits import actions as visit_actions
from halte.visits.models import Letter, Numbered, Tagged, Ticket, Visit
from tests.pages import signed_in, words_of


@pytest.fixture
def woman(a_guest, a_room, greeter, night_desk, adviser, calais, now, a_key):
    """She has a bed, a number, an hour with an adviser, a phone, a locker, a bag, a letter, and a child on her card."""
    guest = a_guest(counted="woman")
    night = calais.tonight(now)
    night_actions.give_bed(
        actor=night_desk,
        guest=guest,
        bed=a_room(kind="women", beds=1).beds.get(),
        night=night,
        at=now,
        key=a_key(),
    )
    night_actions.arrive(actor=night_desk, guest=guest, night=night, at=now, key=a_key())
    visit_actions.arrive(actor=greeter, guest=guest, at=now, key=a_key())
    visit_actions.take_ticket(actor=greeter, guest=guest, at=now, key=a_key())
    visit_actions.give_locker(actor=greeter, guest=guest, at=now, key=a_key())
    visit_actions.receive_letter(actor=greeter, guest=guest, at=now, key=a_key())
    hour = now.replace(hour=9) + timedelta(days=1)
    advice_actions.book(actor=adviser, guest=guest, starts_at=hour, at=now, key=a_key())
    Tagged.objects.create(site=calais, guest=guest, kind="bag", number=7, on=calais.today(now), taken_at=now)
    PairedPhone.objects.create(site=calais, guest=guest, token_hash=b"t" * 32, until=now + timedelta(days=14))
    return guest


@pytest.fixture
def close(woman, night_desk, now, a_key):
    def press():
        actions.close_card(actor=night_desk, guest=woman, at=now, key=a_key())

    return press


def test_everything_ends_in_one_act_and_one_line(woman, close, greeter, night_desk, calais, now):
    lines = Line.objects.count()

    close()

    assert Line.objects.count() == lines + 1
    assert night_queries.stay_of(night_desk, woman, calais.tonight(now), now) is None
    assert not Visit.objects.filter(left_at__isnull=True).exists()
    assert not Ticket.objects.filter(ended_at__isnull=True).exists()
    assert not AppointmentCell.objects.filter(ended_at__isnull=True).exists()
    assert not PairedPhone.objects.exists()
    with pytest.raises(queries.CodeUnknown):
        queries.by_spoken(greeter, woman.code)


def test_the_bed_does_not_go_on_by_itself_the_next_night(woman, close, night_desk, calais, now):
    close()

    tomorrow = now + timedelta(days=1)
    assert night_queries.stay_of(night_desk, woman, calais.tonight(tomorrow), tomorrow) is None


def test_her_things_are_listed_and_stay_hers_until_they_are_handed_over(woman, close, night_desk, now, a_key):
    close()

    listed = {str(one.what) for one in belongings.told_everywhere(woman, now) if one.in_hand}
    assert listed == {"Letters that wait for you", "Your locker", "Phones and bags we keep for you"}
    assert Numbered.objects.filter(ended_at__isnull=True).count() == 1

    actions.hand_over_things(actor=night_desk, guest=woman, at=now, key=a_key())

    assert not Numbered.objects.filter(ended_at__isnull=True).exists()
    assert not Tagged.objects.filter(ended_at__isnull=True).exists()
    assert not Letter.objects.filter(passed_at__isnull=True).exists()


def test_her_child_goes_on_with_a_card_of_their_own(woman, close, greeter, now, a_key):
    child = actions.add_company(actor=greeter, guest=woman, counted="child", at=now, key=a_key())

    close()

    child = Guest.objects.get(id=child.id)
    assert (child.state, child.on_card_of) == (GuestState.LIVE, None)
    assert queries.by_spoken(greeter, child.code) == child


def test_erasing_is_paused_by_two_people_until_a_day(woman, close, night_desk, manager, calais, now, a_key):
    close()
    until = calais.today(now) + timedelta(days=60)
    actions.pause_erasing(actor=night_desk, guest=woman, until=until, at=now, key=a_key())

    with pytest.raises(actions.TwoPeople):
        actions.agree_to_pause(actor=night_desk, guest=woman, at=now, key=a_key())
    actions.agree_to_pause(actor=manager, guest=woman, at=now, key=a_key())

    with pytest.raises(actions.ErasingPaused):
        actions.erase_guest(actor=manager, guest=woman, at=now + timedelta(days=60), key=a_key())
    actions.erase_guest(actor=manager, guest=woman, at=now + timedelta(days=61), key=a_key())
    assert not Guest.objects.exists()


def test_one_person_alone_pauses_for_a_week(woman, close, night_desk, calais, now, a_key):
    close()
    until = calais.today(now) + timedelta(days=60)
    actions.pause_erasing(actor=night_desk, guest=woman, until=until, at=now, key=a_key())

    with pytest.raises(actions.ErasingPaused):
        actions.erase_guest(actor=night_desk, guest=woman, at=now + timedelta(days=7), key=a_key())
    actions.erase_guest(actor=night_desk, guest=woman, at=now + timedelta(days=8), key=a_key())


def test_nobody_pauses_the_erasing_of_a_live_card(woman, night_desk, calais, now, a_key):
    with pytest.raises(actions.NotClosed):
        actions.pause_erasing(
            actor=night_desk, guest=woman, until=calais.today(now) + timedelta(days=9), at=now, key=a_key()
        )


def test_the_page_says_closed_and_lists_the_things(woman, close, night_desk):
    close()

    page = words_of(signed_in(night_desk).get(f"/cards/{woman.id}/closed/").content.decode())

    assert "Closed by staff" in page
    assert "Bag 7" in page


def test_the_others_of_the_room_move_in_one_act(a_room, a_guest, night_desk, calais, now, a_key):
    here, there = a_room(kind="women", beds=3), a_room(kind="women", beds=3)
    night = calais.tonight(now)
    mates = [a_guest(counted="woman") for _bed in range(2)]
    stays = [
        night_actions.give_bed(actor=night_desk, guest=mate, bed=bed, night=night, at=now, key=a_key())
        for mate, bed in zip(mates, here.beds.all(), strict=False)
    ]
    lines = Line.objects.count()

    moved = night_actions.move_room(actor=night_desk, room=here, to=there, night=night, at=now, key=a_key())

    assert Line.objects.count() == lines + 1
    assert {stay.bed.room for stay in moved} == {there}
    assert {stay.guest for stay in moved} == {stay.guest for stay in stays}
