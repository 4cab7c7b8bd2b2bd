"""Too many looks of one person, or one at a decoy, alarm whoever manages the house (docs/decisions/0012)."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.utils import timezone

from halte.accounts.actor import Actor
from halte.common import ids
from halte.guests import actions, decoys, looking
from halte.guests.forgetting import forget_pairings_and_notes
from halte.guests.models import AlarmKind, Guest, LookAlarm
from halte.guests.refusals import AlarmAboutYou, AlarmSeen, DecoyOfSomebody
from halte.journal.models import Line
from halte.visits import actions as visits
from tests.cast import a_key_of
from tests.guests.looks import MINUTE, looks, looks_at
from tests.pages import signed_in, words_of


@pytest.fixture
def cards(a_guest):
    """So many guests whom a greeter welcomed an hour ago."""
    return lambda number: [a_guest() for _each in range(number)]


@pytest.fixture
def later(now):
    return now + 60 * MINUTE


class TestTooMany:
    def test_thirty_cards_in_ten_minutes_alarm_nobody_and_the_next_one_does(self, cards, night_desk, later):
        guests = cards(looking.AT_MOST + 2)

        looks_at(night_desk, guests[:-2], later)
        assert not LookAlarm.objects.everywhere(because="a test").exists()
        looks_at(night_desk, guests[-2:-1], later + 9 * MINUTE)

        alarm = LookAlarm.objects.seen_by(night_desk).get()
        assert (alarm.kind, alarm.by, alarm.cards) == (AlarmKind.MANY, night_desk.id, 31)
        assert (alarm.since, alarm.last_at) == (later, later + 9 * MINUTE)
        looks_at(night_desk, guests[-1:], later + 10 * MINUTE)
        assert LookAlarm.objects.seen_by(night_desk).get().cards == 32

    def test_the_same_across_more_than_ten_minutes_alarms_nobody(self, cards, night_desk, later):
        guests = cards(2 * looking.AT_MOST)

        looks_at(night_desk, guests[:30], later)
        looks_at(night_desk, guests[30:], later + looking.WITHIN + timedelta(seconds=1))

        assert not LookAlarm.objects.everywhere(because="a test").exists()

    def test_looks_at_another_site_and_of_a_colleague_do_not_count(
        self, cards, a_guest, night_desk, goods_keeper, elsewhere, dunkirk, later
    ):
        there = Actor(id=night_desk.id, site=dunkirk, roles=night_desk.roles)

        looks_at(night_desk, cards(20), later)
        looks_at(goods_keeper, cards(11), later)
        looks_at(there, [a_guest(actor=elsewhere) for _each in range(11)], later)

        assert not LookAlarm.objects.everywhere(because="a test").exists()

    @pytest.mark.parametrize("acts", [True, False], ids=["a-busy-door", "the-same-looks-without-an-act"])
    def test_a_busy_door_alarms_nobody(self, acts, cards, night_desk, later, a_key):
        for guest in cards(looking.AT_MOST + 1):
            looks_at(night_desk, [guest], later)
            if acts:
                visits.arrive(actor=night_desk, guest=guest, at=later, key=a_key())

        assert LookAlarm.objects.seen_by(night_desk).exists() is not acts

    def test_what_was_taken_back_was_not_done(self):
        guest, act, look = uuid4(), uuid4(), uuid4()
        at = timezone.now()
        done = [looking.Said(look, looking.LOOKED, None, guest, at), looking.Said(act, "goods.given", None, guest, at)]
        undone = looking.Said(uuid4(), "goods.given.undone", act, guest, at)

        assert looking.idle_looks(done) == {}
        assert looking.idle_looks([*done, undone]) == {guest: at}


@pytest.fixture
def blank():
    return ids.new_secret()


@pytest.fixture
def decoy(manager, blank, now, a_key):
    return decoys.make_decoy(actor=manager, secret=blank, at=now, key=a_key())


class TestADecoy:
    @pytest.mark.parametrize("marked", [True, False], ids=["decoy", "any-other-card"])
    def test_the_first_look_alarms_whatever_was_done(self, marked, manager, greeter, night_desk, blank, now, a_key):
        if marked:
            decoys.make_decoy(actor=manager, secret=blank, at=now, key=a_key())
        else:
            actions.make_card(actor=greeter, secret=blank, at=now, key=a_key())
        found = Guest.objects.seen_by(night_desk).select_related("site", "decoy").get()
        visits.arrive(actor=night_desk, guest=found, at=now, key=a_key())

        looks_at(night_desk, [found], now)

        alarms = LookAlarm.objects.seen_by(night_desk).filter(kind=AlarmKind.DECOY, by=night_desk.id)
        assert alarms.exists() is marked

    def test_it_looks_like_any_other_card_and_opening_it_is_told_on_the_managers_page(
        self, decoy, blank, night_desk, manager
    ):
        opened = signed_in(night_desk).post("/desk/scan/", {"key": uuid4(), "code": blank}, follow=True)
        assert opened.status_code == 200
        assert "decoy" not in opened.content.decode().lower()

        office = signed_in(manager)
        assert "1 alarm about looks at cards" in words_of(office.get("/sites/").content.decode())
        page = words_of(office.get("/cards/looks/").content.decode())
        assert "A decoy card was opened" in page
        assert "Night host" in page

    def test_nobodys_card_can_become_a_watch_on_somebody(self, greeter, manager, now, a_key):
        _guest, secret = actions.make_card(actor=greeter, at=now, key=a_key())

        with pytest.raises(DecoyOfSomebody):
            decoys.make_decoy(actor=manager, secret=secret, at=now, key=a_key())

        assert not decoys.decoys(manager)

    def test_its_line_does_not_tell_which_card_it_is(self, decoy):
        line = Line.objects.get(kind=decoys.MADE)

        assert not line.subjects.exists()
        assert decoy.guest_id.hex.encode() not in bytes(line.body)

    def test_one_that_was_ended_opens_nothing(self, decoy, manager, night_desk, blank, a_key, now):
        decoys.end_decoy(actor=manager, decoy=decoy, at=now, key=a_key())

        opened = signed_in(night_desk).post("/desk/scan/", {"key": uuid4(), "code": blank}, follow=True)

        assert "switched off" in words_of(opened.content.decode())
        assert not LookAlarm.objects.seen_by(manager).exists()


class TestTicking:
    @pytest.fixture
    def alarm(self, decoy, night_desk, now):
        guest = Guest.objects.seen_by(night_desk).select_related("site", "decoy").get(id=decoy.guest_id)
        looking.note(actor=night_desk, guest=guest, at=now)
        return LookAlarm.objects.seen_by(night_desk).get()

    def test_a_manager_ticks_it_with_a_line_and_every_open_page_learns_it(self, alarm, manager):
        office = signed_in(manager)
        assert office.get("/cards/looks/news/?seen=1", headers={"HX-Request": "true"}).status_code == 204

        office.post(f"/cards/looks/{alarm.id}/seen/", {"key": uuid4()})

        assert Line.objects.filter(kind=decoys.TICKED, actor=manager.id).count() == 1
        news = office.get("/cards/looks/news/?seen=1", headers={"HX-Request": "true"})
        assert (news.status_code, "alarm" in words_of(news.content.decode())) == (200, False)
        with pytest.raises(AlarmSeen):
            decoys.tick(actor=manager, alarm=alarm, at=timezone.now(), key=a_key_of())

    def test_nobody_ticks_what_is_told_about_themselves(self, alarm, night_desk, now, a_key):
        with pytest.raises(AlarmAboutYou):
            decoys.tick(actor=night_desk, alarm=alarm, at=now, key=a_key())

    def test_after_a_tick_one_counts_anew(self, cards, night_desk, manager, later, a_key):
        guests = cards(2 * looking.AT_MOST + 2)
        looks_at(night_desk, guests[:31], later)
        first = LookAlarm.objects.seen_by(manager).get()
        decoys.tick(actor=manager, alarm=first, at=later + MINUTE, key=a_key())

        looks_at(night_desk, guests[31:61], later + 2 * MINUTE)
        assert LookAlarm.objects.seen_by(manager).get() == first
        looks_at(night_desk, guests[61:], later + 3 * MINUTE)

        assert LookAlarm.objects.seen_by(manager).filter(seen_at__isnull=True).get().cards == 31

    def test_thirty_days_later_nothing_is_left_but_the_line(self, alarm, calais, now, a_key):
        house = Actor.system(calais)
        forget_pairings_and_notes(actor=house, at=now + looking.KEPT - MINUTE, key=a_key())
        assert LookAlarm.objects.seen_by(house).exists()

        forget_pairings_and_notes(actor=house, at=now + looking.KEPT + MINUTE, key=a_key())

        assert not LookAlarm.objects.seen_by(house).exists()
        assert looks().count() == 1

    def test_the_other_site_sees_no_alarm_and_greeters_do_not_ask(self, alarm, elsewhere, greeter):
        there = signed_in(elsewhere)

        assert "alarm about looks" not in words_of(there.get("/sites/").content.decode())
        assert there.post(f"/cards/looks/{alarm.id}/seen/", {"key": uuid4()}).status_code == 404
        assert signed_in(greeter).get("/cards/looks/").status_code == 403
