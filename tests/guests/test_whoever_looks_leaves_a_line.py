"""Whoever of us opens a card leaves a line; too many looks, or one at a decoy, are told (docs/decisions/0012)."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import OperationalError
from django.utils import timezone

from halte.accounts import actions as accounts
from halte.accounts.actor import Actor
from halte.accounts.models import DeviceKind
from halte.accounts.roles import Role
from halte.common import ids
from halte.guests import actions, decoys, looking
from halte.guests.forgetting import forget_pairings_and_notes, who_came_no_more
from halte.guests.models import AlarmKind, Guest, LookAlarm
from halte.guests.refusals import AlarmAboutYou, AlarmSeen, DecoyOfSomebody
from halte.journal.models import Line, Subject
from halte.visits import actions as visits
from tests.cast import a_key_of
from tests.pages import signed_in, words_of

MINUTE = timedelta(minutes=1)


def looks(actor=None):
    lines = Line.objects.filter(kind=looking.LOOKED)
    return lines.filter(actor=actor.id) if actor else lines


@pytest.fixture
def cards(a_guest):
    """So many guests whom a greeter welcomed an hour ago."""
    return lambda number: [a_guest() for _each in range(number)]


@pytest.fixture
def later(now):
    return now + 60 * MINUTE


def looks_at(actor, guests, at):
    for guest in guests:
        looking.note(actor=actor, guest=guest, at=at)


class TestALook:
    def test_opening_a_panel_a_file_or_a_card_by_its_code_is_one_line_about_the_guest(self, a_guest, night_desk):
        guest, desk = a_guest(), signed_in(night_desk)

        for _twice in range(2):
            assert desk.get(f"/desk/guest/{guest.id}/").status_code == 200
            assert desk.get(f"/cards/{guest.id}/about/").status_code == 200
            desk.post("/desk/scan/", {"key": uuid4(), "code": guest.spoken}, headers={"HX-Request": "true"})

        assert Subject.objects.filter(line=looks(night_desk).get()).get().guest == guest.id

    def test_a_form_that_is_refused_shows_the_guest_too(self, a_guest, night_desk):
        guest = a_guest()

        assert signed_in(night_desk).post(f"/cards/{guest.id}/about/", {"key": "none"}).status_code == 422

        assert looks(night_desk).count() == 1

    def test_two_colleagues_are_two_lines_and_so_is_the_next_ten_minutes(
        self, a_guest, night_desk, goods_keeper, later
    ):
        guest = a_guest()

        looks_at(night_desk, [guest], later)
        looks_at(goods_keeper, [guest], later)
        looks_at(night_desk, [guest], later + looking.WITHIN)
        looks_at(night_desk, [guest], later + looking.WITHIN + MINUTE)

        assert looks(goods_keeper).count() == 1
        assert looks(night_desk).count() == 2

    def test_an_act_about_the_guest_is_itself_the_line(self, a_guest, night_desk, later, a_key):
        guest = a_guest()
        visits.arrive(actor=night_desk, guest=guest, at=later, key=a_key())

        looks_at(night_desk, [guest], later + MINUTE)

        assert not looks().exists()

    @pytest.mark.parametrize(("new", "lines"), [(False, 1), (True, 2)], ids=["nothing-new", "something-new"])
    def test_a_page_that_asks_by_itself_and_learns_nothing_is_no_look(
        self, new, lines, a_guest, night_desk, monkeypatch
    ):
        guest, desk = a_guest(), signed_in(night_desk)
        monkeypatch.setattr("halte.desk.views.panel.mark", lambda _site, _at: "now")
        desk.get(f"/desk/guest/{guest.id}/")
        Line.objects.all().update(at=timezone.now() - 2 * looking.WITHIN)

        desk.get(f"/desk/guest/{guest.id}/?seen={'before' if new else 'now'}", headers={"HX-Request": "true"})

        assert looks().count() == lines

    def test_it_is_forgotten_with_the_guest_and_makes_nobody_stay(self, a_guest, night_desk, calais, now, a_key):
        guest, stays = a_guest(), a_guest()
        in_a_year = now + timedelta(days=366)
        looks_at(night_desk, [guest, stays], in_a_year - MINUTE)

        assert guest.id in who_came_no_more(Actor.system(calais), in_a_year)
        actions.erase_guest(actor=night_desk, guest=guest, at=in_a_year, key=a_key())
        looks_at(night_desk, [guest], in_a_year + looking.WITHIN)

        assert not Subject.objects.filter(guest=guest.id).exists()
        assert Subject.objects.filter(guest=stays.id, line__kind=looking.LOOKED).exists()
        assert looks().count() == 2

    def test_where_nothing_can_be_written_the_panel_still_opens(self, a_guest, night_desk, monkeypatch):
        def full(**_given):
            raise OperationalError("database or disk is full")

        guest, desk = a_guest(), signed_in(night_desk)
        monkeypatch.setattr(looking, "note", full)

        assert desk.get(f"/desk/guest/{guest.id}/").status_code == 200

    def test_a_program_that_finds_a_card_leaves_a_line_as_well(self, a_guest, manager, calais, a_key, client):
        guest = a_guest()
        device, token = accounts.register_device(
            actor=manager, label="Door", kind=DeviceKind.API, roles=[Role.GREETER], at=timezone.now(), key=a_key()
        )

        found = client.post(
            "/api/v1/cards/find",
            {"code": guest.spoken},
            content_type="application/json",
            headers={"Authorization": f"Bearer {token}"},
        )

        assert found.status_code == 200
        assert Line.objects.get(kind=looking.LOOKED).actor == device.id


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
