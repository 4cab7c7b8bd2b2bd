"""Periodic jobs: several workers look, one does; what was due while Halte was off is caught up with."""

from datetime import UTC, date, datetime, timedelta
from threading import Barrier, Thread

import pytest
from django.db import connections
from django.utils import timezone

from halte.common.models import JobRun
from halte.common.retry import RetryKey
from halte.config import heads, jobs
from halte.config.jobs.leases import LEASE, key_within
from halte.journal.models import Retry
from halte.nights.models import NightOpened, Stay
from halte.reports.models import DayClosed
from halte.visits import actions as visits
from halte.visits.models import Visit

AFTERNOON = datetime(2026, 11, 24, 14, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def own_folder(settings, tmp_path):
    settings.DATA = tmp_path


def test_the_night_opens_and_missed_days_are_closed(calais):
    jobs.run_due(AFTERNOON)

    assert NightOpened.objects.filter(site=calais, night="2026-11-24").count() == 1
    assert DayClosed.objects.filter(site=calais).count() == jobs.CATCH_UP_DAYS + 1
    assert DayClosed.objects.order_by("on").last().on.isoformat() == "2026-11-23"


def test_who_was_here_is_forgotten_once_every_day_is_counted(calais, greeter, night_desk, a_guest, a_room, a_key):
    calais.opened_on = date(2026, 11, 20)
    calais.save()
    guest, bed = a_guest(), a_room(kind="men", beds=1).beds.get()
    then, night = AFTERNOON - timedelta(days=400), date(2025, 10, 20)
    Stay.objects.create(site=calais, guest=guest, bed=bed, night=night, given_at=then)
    visits.arrive(actor=greeter, guest=guest, at=AFTERNOON - timedelta(days=40), key=a_key())

    jobs.run_due(AFTERNOON)

    assert not Stay.objects.exists()
    assert not Visit.objects.exists()


def test_nobody_is_forgotten_while_a_day_waits_to_be_counted(calais, greeter, a_guest, a_key, monkeypatch):
    visits.arrive(actor=greeter, guest=a_guest(), at=AFTERNOON - timedelta(days=40), key=a_key())
    forgetting = jobs.SITE_JOBS[-1]
    monkeypatch.setattr(jobs, "SITE_JOBS", (forgetting,))

    jobs.run_due(AFTERNOON)

    assert Visit.objects.exists()


def test_looking_again_does_nothing_more(calais, dunkirk):
    jobs.run_due(AFTERNOON)
    runs = JobRun.objects.count()
    closed = DayClosed.objects.count()

    jobs.run_due(AFTERNOON + timedelta(seconds=20))

    assert JobRun.objects.count() == runs
    assert DayClosed.objects.count() == closed


def test_what_a_clock_that_was_a_day_ahead_did_is_due_again_in_its_time(calais):
    tomorrow = AFTERNOON + timedelta(days=1)
    jobs.run_due(tomorrow)
    ran = JobRun.objects.get(job="night_opens.calais", due__date=tomorrow.date()).pk

    jobs.run_due(AFTERNOON)

    assert not JobRun.objects.filter(due__gt=AFTERNOON).exists()
    assert NightOpened.objects.filter(site=calais, night="2026-11-24").count() == 1
    jobs.run_due(tomorrow)
    assert JobRun.objects.get(job="night_opens.calais", due__date=tomorrow.date()).pk != ran
    assert NightOpened.objects.filter(site=calais, night="2026-11-25").count() == 1


def test_a_clock_that_fell_back_by_years_forgets_nothing_of_what_was_done(calais):
    jobs.run_due(AFTERNOON)
    done = set(JobRun.objects.values_list("pk", flat=True))

    jobs.run_due(datetime(1970, 1, 2, tzinfo=UTC))

    assert done <= set(JobRun.objects.values_list("pk", flat=True))


def test_a_site_that_is_not_open_has_nothing_due(calais):
    calais.opened_on = None
    calais.save()

    jobs.run_due(AFTERNOON)

    assert not NightOpened.objects.exists()


def test_a_job_that_fails_is_tried_again_after_its_lease(calais, monkeypatch):
    tries = []

    def fail(*_arguments):
        tries.append(1)
        raise RuntimeError("no disk")

    broken = jobs.SiteJob("broken", 12, fail, every_missed_day=False)
    monkeypatch.setattr(jobs, "SITE_JOBS", (broken,))

    jobs.run_due(AFTERNOON)
    jobs.run_due(AFTERNOON + timedelta(minutes=1))
    assert len(tries) == 1

    jobs.run_due(AFTERNOON + LEASE + timedelta(minutes=1))
    assert len(tries) == 2
    assert not JobRun.objects.filter(job="broken.calais", done_at__isnull=False).exists()


@pytest.mark.django_db(transaction=True)
def test_two_workers_at_once_do_a_job_once(calais, monkeypatch):
    done = []
    once = jobs.SiteJob("once", 12, lambda *_arguments: done.append(1), every_missed_day=False)
    monkeypatch.setattr(jobs, "SITE_JOBS", (once,))
    together = Barrier(4)

    def look():
        together.wait()
        jobs.run_due(AFTERNOON)
        connections.close_all()

    workers = [Thread(target=look) for _worker in range(4)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()

    assert len(done) == 1


def test_old_retry_keys_are_forgotten_and_heads_are_kept(calais, a_guest, settings):
    a_guest()
    a_guest()
    old, fresh = Retry.objects.all()
    Retry.objects.filter(pk=old.pk).update(at=timezone.now() - timedelta(days=3))

    jobs.run_due(timezone.now())

    assert not Retry.objects.filter(pk=old.pk).exists()
    assert Retry.objects.filter(pk=fresh.pk).exists()
    kept = {entry.head.site: entry.head for entry in heads.read(settings.DATA / heads.FILE)}
    assert kept[calais.id].seq >= 2


def test_a_head_is_written_once_and_a_line_cut_off_by_a_power_cut_is_overwritten(a_guest, tmp_path, now):
    file = tmp_path / "kept"
    a_guest()
    heads.keep(file, now)
    heads.keep(file, now)
    file.write_text(file.read_text() + '{"kept_at": "2026-')
    assert len(heads.read(file)) == 1

    a_guest()
    heads.keep(file, now)

    assert [entry.head.seq for entry in heads.read(file)] == [1, 2]


def test_of_days_long_past_the_last_head_is_enough(a_guest, tmp_path, now):
    file = tmp_path / "kept"
    for hours in range(60):
        a_guest()
        heads.keep(file, now + timedelta(hours=hours))
    heads.add(file, now, lost=[heads.Lost(heads.read(file)[0].head.site, 1, 5, 6)])

    heads.thin_out(file, now + timedelta(days=4))

    kept = heads.read(file)
    assert kept[-1].lost is not None
    assert kept[-2].head.seq == 60
    assert len(kept) < 20


def test_the_same_moment_gives_the_same_key():
    one, two = (key_within("night_opens/x/2026") for _again in range(2))
    assert one == two
    assert isinstance(one, RetryKey)
    assert one != key_within("night_opens/x/2027")
