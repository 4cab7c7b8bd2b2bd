"""The stick of this house opens it, another is told so; after a panic one that stayed in opens nothing."""

import os
import shutil
import signal
import stat
from pathlib import Path
from unittest.mock import Mock
from uuid import uuid4

from halte.common import keys
from halte.config import numbered_beds, stick
from halte.config.folder import DataFolder
from halte.config.stick import SAID, Seen, Slot
from tests.config.serving import PATIENCE, Serving, asked, comes, in_port


def test_what_is_in_is_known_by_trying_it(a_centre, tmp_path):
    keys.make(tmp_path / "another")
    (tmp_path / "cut").write_text("00")
    (tmp_path / "folder").mkdir()

    def seen(name):
        return Slot(a_centre.data, tmp_path / name).look()

    assert [seen(name) for name in ("another", "cut", "folder", "gone")] == [
        Seen.ANOTHER,
        Seen.NO_KEY,
        Seen.NO_KEY,
        Seen.OUT,
    ]
    assert Slot(a_centre.data, a_centre.key).look() is Seen.RIGHT


def test_a_stick_without_the_file_is_seen_where_it_is_mounted(a_centre, tmp_path, monkeypatch):
    monkeypatch.setattr(os.path, "ismount", lambda path: path == tmp_path / "mounted")
    (tmp_path / "mounted").mkdir()

    assert Slot(a_centre.data, tmp_path / "mounted" / "halte.key").look() is Seen.NO_KEY


def test_each_stick_is_tried_and_told_once(a_centre, monkeypatch):
    key = a_centre.key.read_bytes()

    def put_in(content):
        return lambda: a_centre.key.write_bytes(content)

    other = put_in(b"0" * 64)
    out, pulled = a_centre.key.unlink, put_in(b"")
    steps = iter([other, int, int, pulled, out, int, other, int, put_in(b"cut"), int, put_in(key)])
    monkeypatch.setattr(stick.time, "sleep", lambda _seconds: next(steps)())
    tries = []
    monkeypatch.setattr(
        Slot, "_try", lambda slot: tries.append(slot) or stick.tried(DataFolder(slot.data, slot.key_file))
    )
    a_centre.key.unlink()

    told = list(Slot(a_centre.data, a_centre.key).until_right())

    assert told == [SAID[Seen.ANOTHER], SAID[Seen.ANOTHER], SAID[Seen.NO_KEY]]
    assert len(tries) == 5


def test_what_could_not_be_tried_is_tried_again(a_centre, monkeypatch):
    answers = iter([None, None, Seen.RIGHT])
    monkeypatch.setattr(Slot, "_try", lambda slot: next(answers))
    slot = Slot(a_centre.data, a_centre.key)

    assert [slot.look() for _ in range(3)] == [Seen.NO_KEY, Seen.NO_KEY, Seen.RIGHT]


def test_after_a_panic_it_goes_out_before_it_opens(a_centre):
    envelope = a_centre.key.with_name("envelope")
    slot = Slot(a_centre.data, a_centre.key, after_panic=True)

    assert (slot.look(), slot.look()) == (Seen.STAYED, Seen.STAYED)
    a_centre.key.rename(envelope)
    assert slot.look() is Seen.OUT
    envelope.rename(a_centre.key)
    assert slot.look() is Seen.RIGHT


def test_a_house_that_is_killed_after_a_panic_comes_back_closed(halte, a_centre):
    """As a service does: whatever ends, the same line is run again, with the stick still in."""
    house = Serving(a_centre, "--wait")
    assert halte("panic", *a_centre.named).returncode == 1
    house.process.kill()
    house.process.wait()

    again = Serving(a_centre, "--wait", port=house.port)
    try:
        assert again.first_line.startswith("This house waits for its key")
        assert again.process.stdout.readline().strip() == SAID[Seen.STAYED]
        status, page = asked(house.port)
        assert (status, "encore dans la machine" in page) == (503, True)

        content = a_centre.key.read_bytes()
        a_centre.key.unlink()
        assert comes(lambda: "encore dans la machine" not in asked(house.port)[1])
        a_centre.key.write_bytes(content)

        assert again.process.stdout.readline().startswith("A panic had been since ")
        assert again.process.stdout.readline().startswith("Halte is ready")
    finally:
        again.process.send_signal(signal.SIGTERM)
        again.process.wait(PATIENCE)
    # The control: without the mark of a panic, a stick that is in opens.
    opened = Serving(a_centre, "--wait")
    assert opened.first_line.startswith("Halte is ready")
    opened.process.kill()
    opened.process.wait()


def test_by_hand_it_opens_at_once_in_the_place_of_the_page(halte, a_centre):
    house = Serving(a_centre)
    halte("panic", *a_centre.named)
    assert comes(lambda: in_port(house.port))
    assert "La maison se tait" in asked(house.port)[1]
    again = Serving(a_centre, port=house.port)
    try:
        assert again.first_line.startswith("A panic had been since ")
        assert again.process.stdout.readline().startswith("Halte is ready")
        assert house.process.wait(PATIENCE) == 0
    finally:
        again.process.send_signal(signal.SIGTERM)
        again.process.wait(PATIENCE)


def test_a_panic_that_root_calls_leaves_nothing_that_the_service_cannot_read(tmp_path, monkeypatch):
    handed_over = Mock()
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    monkeypatch.setattr(os, "fchown", handed_over)

    numbered_beds.begin(tmp_path)

    of_the_house = tmp_path.stat()
    assert [call.args[1:] for call in handed_over.mock_calls] == [(of_the_house.st_uid, of_the_house.st_gid)]
    assert stat.S_IMODE((tmp_path / numbered_beds.HOURS).stat().st_mode) == 0o600


def test_a_key_on_the_disk_of_the_data_is_known(a_centre):
    elsewhere = Path("/dev/shm") / f"halte-{uuid4().hex}"
    shutil.copyfile(a_centre.key, elsewhere)
    try:
        found = [DataFolder(a_centre.data, key).key_lies_beside for key in (a_centre.key, elsewhere, None)]
    finally:
        elsewhere.unlink()

    assert found == [True, False, False]
