"""Erase me: afterwards whoever has the disk, the key and last week's backup finds no byte of this person."""

import secrets
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from uuid import uuid4

import pytest
from django.conf import settings
from django.db import connection

from halte.common import keys
from halte.common.retry import RetryKey
from halte.guests import actions, forgetting
from halte.guests.models import Guest, PairedPhone
from halte.journal import forgetting as register
from halte.journal import tombstones
from halte.journal.models import Line
from tests.forensics import traces


@pytest.fixture(autouse=True)
def own_folder(settings, tmp_path):
    settings.DATA = tmp_path


@pytest.fixture
def person(known_everywhere):
    """A guest of whom every service holds something, and every trace by which they could be known again."""
    PairedPhone.objects.update(token_hash=(token := secrets.token_bytes(32)))
    sign = bytes(known_everywhere.sign.sign_key)
    own = (known_everywhere.id, bytes(known_everywhere.card_key), bytes(known_everywhere.spoken_box), sign, token)
    return known_everywhere, traces.of(*own)


def on_the_disk(found):
    """Which files of the database hold a trace, once they are decrypted."""
    whole = Path(settings.DATABASES["default"]["NAME"])
    files = [whole, whole.with_name(f"{whole.name}-wal")]
    return [
        path.name
        for path in files
        if path.exists() and any(trace in traces.read(path, keys.data_key()) for trace in found)
    ]


def erase(actor, guest, now):
    actions.erase_guest(actor=actor, guest=guest, at=now, key=RetryKey.new())


@pytest.mark.one_database
@pytest.mark.django_db(transaction=True)
def test_neither_the_database_nor_its_log_holds_a_byte_in_rows_or_in_freed_pages(person, greeter, now, tmp_path):
    guest, found = person
    assert on_the_disk(found)

    erase(greeter, guest, now)

    assert on_the_disk(found) == []
    assert traces.in_files(tmp_path, found) == []


@pytest.mark.one_database
@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("guard", ["freed pages are emptied", "the log is emptied"])
def test_without_either_guard_bytes_are_found(person, greeter, now, monkeypatch, guard):
    guest, found = person
    register.leave_no_copy()
    with connection.cursor() as cursor:
        if guard == "freed pages are emptied":
            cursor.execute("PRAGMA secure_delete=OFF")
        else:
            monkeypatch.setattr(register, "leave_no_copy", lambda: None)

        erase(greeter, guest, now)

        cursor.execute("PRAGMA secure_delete=ON")
    assert on_the_disk(found)


def test_whom_a_backup_brings_back_is_erased_again_by_the_house_itself(person, greeter, elsewhere, a_guest, now, a_key):
    guest, _found = person
    stays, theirs = a_guest(), a_guest(actor=elsewhere)
    tombstones.bury([guest.id])

    assert forgetting.erase_again(actor=elsewhere, at=now, key=a_key()) == 0
    assert forgetting.erase_again(actor=greeter, at=now, key=a_key()) == 1
    assert forgetting.erase_again(actor=greeter, at=now, key=a_key()) == 0

    assert not Guest.objects.filter(pk=guest.pk).exists()
    assert set(Guest.objects.filter(pk__in=[stays.pk, theirs.pk])) == {stays, theirs}
    line = Line.objects.get(kind="guests.erased_again")
    assert not line.subjects.exists()


def test_a_tombstone_names_nobody_and_a_line_cut_off_by_a_power_cut_harms_no_other(person, tmp_path, a_guest):
    guest, found = person
    other = a_guest()
    tombstones.bury([guest.id])
    (tmp_path / tombstones.FILE).write_text((tmp_path / tombstones.FILE).read_text() + "0badc0")

    tombstones.bury([other.id])

    assert tombstones.among([guest.id, other.id]) == [guest.id, other.id]
    assert traces.in_files(tmp_path, found) == []


def test_nobody_is_erased_whose_tombstone_cannot_be_written(person, greeter, now, settings, tmp_path):
    settings.DATA = tmp_path / "gone"

    with pytest.raises(tombstones.OperationalError):
        erase(greeter, person[0], now)

    assert Guest.objects.filter(pk=person[0].pk).exists()


def test_two_houses_that_erase_at_once_lose_no_tombstone(tmp_path):
    gone = [uuid4() for _each in range(40)]

    with ThreadPoolExecutor(8) as houses:
        list(houses.map(lambda one: tombstones.bury([one]), gone))

    assert tombstones.among(gone) == gone
