"""The envelope's stick starts the house; a panic takes the key out of every program of the machine."""

import argparse
import os
import re
import signal
import subprocess
import sys
from contextlib import nullcontext
from pathlib import Path

import pytest
from django.utils import timezone

from halte.common import keys, letting_go
from halte.config import panic, resting
from halte.config.commands import keys as keys_command
from halte.config.commands import panic as panic_command
from halte.config.commands import serve
from halte.config.folder import IN_USE, DataFolder
from halte.config.stick import SAID, Seen, Slot
from halte.config.tls import House, Names
from halte.config.unusable import Unusable
from tests.config.serving import PATIENCE, Serving, asked, comes, in_port, runs

ROOT = Path(__file__).parents[2]


def memory(process: int) -> bytes:
    """Everything that a program has in its memory, and in files without a name that it holds."""
    found = []
    with open(f"/proc/{process}/mem", "rb", buffering=0) as file:
        for line in Path(f"/proc/{process}/maps").read_text().splitlines():
            first, last = (int(each, 16) for each in line.split()[0].split("-"))
            if line.split()[1].startswith("r") and "[v" not in line:
                try:
                    file.seek(first)
                    found.append(file.read(last - first) or b"")
                except OSError:
                    continue
    for link in Path(f"/proc/{process}/fd").iterdir():
        if os.readlink(link).startswith("/memfd"):
            found.append(link.read_bytes())
    return b"".join(found)


def holds(process: int, key: bytes) -> bool:
    there = memory(process)
    return any(each in there for each in (key, key.hex().encode(), key.hex().upper().encode()))


def test_a_stick_starts_the_house_and_a_panic_takes_the_key_out_of_the_machine(halte, a_centre, tmp_path, is_refused):
    key = keys.read(a_centre.key)
    envelope = a_centre.key.rename(tmp_path / "envelope")
    house = Serving(a_centre, "--wait", ready=False)
    try:
        # No key, as after a power cut: a page says what to do.
        assert comes(lambda: in_port(house.port))
        status, page = asked(house.port)
        assert (status, "Ouvrez l’enveloppe" in page) == (503, True)

        envelope.rename(a_centre.key)

        assert house.process.stdout.readline().startswith("This house waits for its key: insert the stick.")
        assert house.process.stdout.readline().startswith("Halte is ready")
        assert comes(lambda: len(house.workers()) == 2)
        assert comes(lambda: asked(house.port, path="/account/login/")[0] == 200)
        workers = house.workers()
        everybody = {house.process.pid, *workers}
        # The key came by a descriptor; the control of what follows: it is found in each of them.
        assert all(holds(process, key) for process in everybody)
        for process in everybody:
            for told in ("environ", "cmdline"):
                content = Path(f"/proc/{process}/{told}").read_bytes()
                assert key not in content
                assert key.hex().encode() not in content.lower()

        dropped = halte("panic", *a_centre.named)

        number = re.search(r"types (\d{6}):", dropped.stdout)
        assert number, dropped.stdout + dropped.stderr
        assert "still lies at" in dropped.stdout
        assert dropped.returncode == 1
        assert not any(map(runs, workers))
        assert runs(house.process.pid)
        assert not holds(house.process.pid, key)
        status, page = asked(house.port, path="/account/login/")
        assert (status, "La maison se tait" in page) == (503, True)
        assert key.hex() not in page

        # Again: nothing runs. With the file deleted nothing starts; with the stick the page becomes the house again.
        assert house.process.stdout.readline().strip() == SAID[Seen.STAYED]
        deleted = halte("panic", *a_centre.named, "--delete-key")
        assert (deleted.returncode, a_centre.key.exists()) == (0, False)
        is_refused(halte("serve", *a_centre.named, "--port", str(house.port)), "insert the key stick")
        assert comes(lambda: "insérez la clé USB" in asked(house.port)[1])
        keys.make(a_centre.key)
        assert house.process.stdout.readline().strip() == SAID[Seen.ANOTHER]
        assert "pas celle de cette maison" in asked(house.port)[1]
        assert 'name="bed"' not in asked(house.port, {"number": "000000"})[1]
        a_centre.key.unlink()
        keys.write(a_centre.key, key)

        assert house.process.stdout.readline().startswith("A panic had been since ")
        assert house.process.stdout.readline().startswith("Halte is ready")
        assert comes(lambda: asked(house.port, path="/account/login/")[0] == 200)
        assert not (a_centre.data / resting.RESTING).exists()
        # The control of the whole: it holds the key again, and lets go of it again.
        assert holds(house.process.pid, key)
        assert halte("panic", *a_centre.named).returncode == 1
        assert not holds(house.process.pid, key)
    finally:
        if house.process.poll() is None:
            house.process.kill()
        house.process.wait()


def test_a_panic_of_nothing_says_so(halte, a_centre, is_refused):
    is_refused(halte("panic", "--data", "nowhere"), "There is no data folder")
    is_refused(halte("panic", "--data", str(a_centre.data), "--burn"), "unrecognized arguments")
    assert "no program holds its key" in halte("panic", "--data", str(a_centre.data), "--key", "gone").stdout


def test_a_server_that_cannot_become_the_page_ends_in_python_and_below_it():
    def ended(let_go):
        asked_for = f"from halte.config import panic; panic.ENDS_WITHIN = 0.2; panic.whatever_happens({let_go})"
        return subprocess.run([sys.executable, "-c", asked_for], cwd=ROOT, timeout=PATIENCE, capture_output=True)

    assert ended("lambda: 1 / 0").returncode == -signal.SIGKILL
    # A disk that does not answer: no handler of Python would ever run.
    stuck = ended("lambda: __import__('ctypes').CDLL(None).sleep(100)")
    assert stuck.returncode == 1
    assert stuck.stderr == b""


def test_a_panic_from_a_page_ends_whoever_else_has_the_key(tmp_path):
    mark = tmp_path / "in-use"
    stranger = subprocess.Popen(["/bin/sleep", "100"])
    with mark.open("w") as held:
        backup = subprocess.Popen(["/bin/sleep", "100"], pass_fds=[held.fileno()])

        panic._end_others(mark)

    assert backup.wait(PATIENCE) == -letting_go.SIGNAL
    assert stranger.poll() is None
    stranger.kill()
    stranger.wait()


def test_a_command_that_waits_for_a_passphrase_is_known_to_a_panic(a_centre, monkeypatch):
    monkeypatch.setattr("sys.stdin", None)

    keys_command._right_key(DataFolder(a_centre.data, a_centre.key))

    assert os.getpid() in resting.holders((a_centre.data / IN_USE).resolve())


def test_a_program_that_cannot_be_seen_is_not_said_to_be_gone(tmp_path, monkeypatch):
    monkeypatch.setattr(panic_command, "_WITHIN", 0)
    monkeypatch.setattr(resting, "holders", lambda mark: [])
    DataFolder(tmp_path, None).claim(alone=False)

    with pytest.raises(Unusable, match="pull the plug"):
        panic_command._drop(tmp_path / IN_USE)


@pytest.mark.parametrize(
    ("certificate", "options", "where"),
    [(True, [], "127.0.0.1"), (True, ["--in-the-clear"], "0.0.0.0"), (False, [], "0.0.0.0")],
)
def test_before_the_stick_is_in_a_house_with_a_certificate_speaks_to_its_own_machine_alone(
    tmp_path, monkeypatch, capsys, certificate, options, where
):
    if certificate:
        House(tmp_path).make(Names.read(["halte.lan"]), timezone.now())
    parser = argparse.ArgumentParser()
    serve.add_arguments(parser)
    given = parser.parse_args(["--data", str(tmp_path), "--key", "gone", "--host", "0.0.0.0", "--port", "0", *options])
    stood = []
    monkeypatch.setattr(resting, "shown", lambda page: nullcontext(stood.append(page.socket.getsockname()[0])))
    monkeypatch.setattr(Slot, "until_right", lambda slot: [])

    serve._wait(DataFolder.chosen(given), given, Slot(tmp_path, tmp_path / "gone"))

    assert stood == [where]
    assert ("tablets come by https" in capsys.readouterr().out) == (where == "127.0.0.1")
