"""A clock that falls back makes nothing valid again, one that leaps ahead erases nobody, and the manager is told."""

from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest
from django.utils import timezone

from halte.accounts import actions
from halte.accounts.asking import memberships_now
from halte.accounts.models import Invitation, Membership, Staff
from halte.accounts.queries import invitation_of
from halte.accounts.roles import Role
from halte.common import clock
from halte.common.clock import HouseClock, State
from halte.config import jobs
from halte.guests.models import Guest
from halte.journal.models import Line
from tests.pages import signed_in

BEFORE = datetime(2026, 11, 24, 17, 0, tzinfo=UTC)
DAY = timedelta(days=1)
FELL = {
    "thirty days back": BEFORE - 30 * DAY,
    "the first day of 1970": datetime(1970, 1, 1, 0, 4, tzinfo=UTC),
    "an hour back": BEFORE - timedelta(hours=1),
}
LEAPT = {"ten years ahead": BEFORE + 3653 * DAY, "eight days ahead": BEFORE + 8 * DAY}
PASSED = {"a minute": timedelta(minutes=1), "a long weekend": 4 * DAY, "a second less": timedelta(seconds=-1)}


class Machine:
    """A machine whose clock somebody sets; time goes on whatever they do."""

    def __init__(self):
        self.says, self.ran = BEFORE, 0.0

    def passes(self, seconds):
        self.says += timedelta(seconds=seconds)
        self.ran += seconds

    def clock(self):
        return HouseClock(lambda: self.says, lambda: self.ran)


@pytest.fixture
def machine():
    return Machine()


@pytest.fixture
def restarted(machine, tmp_path):
    """The house was served until BEFORE; then the power went, and the machine says something else."""
    machine.clock().follow(tmp_path)

    def restart(says):
        machine.says = says
        again = machine.clock()
        again.follow(tmp_path)
        return again

    return restart


@pytest.fixture
def house(restarted, monkeypatch, settings, tmp_path):
    """The same, and everybody in the house goes by that clock."""
    settings.DATA = tmp_path

    def begin(says):
        found = restarted(says)
        monkeypatch.setattr(clock, "HOUSE", found)
        monkeypatch.setattr(timezone, "now", found.now)
        return found

    return begin


@pytest.mark.parametrize("says", FELL.values(), ids=FELL)
def test_after_a_restart_it_counts_on_from_the_last_moment_it_knew(restarted, machine, says):
    house = restarted(says)

    assert house.now() == BEFORE
    machine.passes(90)
    assert house.now() == BEFORE + timedelta(seconds=90)
    assert house.look() is State.BEHIND


@pytest.mark.parametrize("says", FELL.values(), ids=FELL)
def test_while_it_runs_as_well(machine, tmp_path, says):
    house = machine.clock()
    house.follow(tmp_path)
    machine.passes(300)

    machine.says = says

    assert house.now() == BEFORE + timedelta(seconds=300)


def test_the_machines_own_clock_would_go_back(machine):
    machine.says = FELL["thirty days back"]

    assert machine.clock().now() < BEFORE


@pytest.mark.parametrize("says", LEAPT.values(), ids=LEAPT)
def test_a_leap_ahead_is_doubted_and_not_kept(restarted, says, machine, tmp_path):
    assert restarted(says).look() is State.AHEAD

    assert restarted(BEFORE + timedelta(minutes=5)).look() is State.RIGHT


@pytest.mark.parametrize("passed", PASSED.values(), ids=PASSED)
def test_a_house_that_stood_still_for_some_days_asks_nobody(restarted, passed):
    house = restarted(BEFORE + passed)

    assert house.look() is State.RIGHT
    assert house.doubt() is None


def test_two_processes_know_the_same_and_hear_what_was_said(machine, tmp_path):
    one, other = machine.clock(), machine.clock()
    one.follow(tmp_path)
    other.follow(tmp_path)
    machine.says = LEAPT["ten years ahead"]
    assert (one.look(), other.look()) == (State.AHEAD, State.AHEAD)

    one.say_right()

    assert (one.look(), other.look()) == (State.RIGHT, State.RIGHT)
    machine.says = BEFORE
    assert other.look() is State.BEHIND
    other.say_right()
    assert (one.look(), one.now()) == (State.RIGHT, BEFORE)


def test_a_full_disk_and_a_torn_file_stop_nothing(machine, tmp_path):
    house = machine.clock()
    (tmp_path / clock.FILE).write_text("2026-")
    assert house.follow(tmp_path / "nowhere") is State.RIGHT
    assert house.follow(tmp_path) is State.RIGHT
    machine.says = FELL["the first day of 1970"]

    assert house.now() == BEFORE


def kept(calais):
    return set(Guest.objects.filter(site=calais)), Line.objects.count()


def test_ten_years_ahead_nobody_is_erased_until_a_manager_says_that_it_is_right(house, calais, a_guest, manager):
    a_guest()
    before = kept(calais)
    found = house(LEAPT["ten years ahead"])

    jobs.look()
    assert kept(calais) == before

    found.say_right()
    jobs.look()
    assert kept(calais)[0] == set()


@pytest.mark.parametrize("says", FELL.values(), ids=FELL)
def test_a_clock_that_fell_back_erases_nobody(house, calais, a_guest, says):
    a_guest()
    house(says)

    jobs.look()

    assert len(kept(calais)[0]) == 1


@pytest.mark.parametrize(
    ("says", "valid"), [(FELL["thirty days back"], False), (FELL["the first day of 1970"], False)], ids=["back", "1970"]
)
def test_what_ran_out_stays_out(house, calais, manager, staff_at, a_key, says, valid):
    night_host = staff_at(calais, Role.NIGHT_HOST)
    over = BEFORE - timedelta(hours=2)
    Membership.objects.everywhere(because="a test").filter(staff=night_host.id).update(until=(BEFORE - DAY).date())
    _invitation, link = actions.invite(actor=manager, role=Role.GREETER, at=over, key=a_key())
    Invitation.objects.everywhere(because="a test").update(expires_at=over)

    house(says)

    assert bool(memberships_now(Staff.objects.get(pk=night_host.id))) is valid
    assert bool(invitation_of(link, timezone.now())) is valid


def test_by_the_machines_own_clock_it_would_be_valid_again(calais, manager, staff_at, a_key, monkeypatch):
    night_host = staff_at(calais, Role.NIGHT_HOST)
    Membership.objects.everywhere(because="a test").filter(staff=night_host.id).update(until=(BEFORE - DAY).date())

    monkeypatch.setattr(timezone, "now", lambda: FELL["thirty days back"])

    assert memberships_now(Staff.objects.get(pk=night_host.id))


def test_whoever_leads_is_told_in_a_sentence_and_a_manager_says_which_is_right(house, manager, greeter, machine):
    found = house(LEAPT["ten years ahead"])
    office = signed_in(manager)
    page = office.get("/account/team/").content.decode()
    assert "The clock of this machine says 24 November 2036, 18:00" in page
    assert "nothing is forgotten and nothing happens by itself" in page
    assert "The clock of this machine" not in signed_in(greeter).get("/desk/").content.decode()

    office.post("/account/clock/", {"key": str(uuid4())})

    assert found.look() is State.RIGHT
    assert Line.objects.get(kind="accounts.clock_said_right").actor == manager.id
    assert "The clock of this machine" not in office.get("/account/team/").content.decode()


def test_a_night_host_is_told_and_may_not_say(house, night_desk):
    house(FELL["the first day of 1970"])
    desk = signed_in(night_desk)

    page = desk.get("/account/shift/").content.decode()

    assert "It was 24 November 2026, 18:00 already" in page
    assert "The machine is right" not in page
    assert desk.post("/account/clock/", {"key": str(uuid4())}).status_code == 403
