"""The service that is shipped leaves no word of a guest in swap or core dumps, and may do little else than its work."""

import os
import re
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from halte.config.cli import parser_for
from tests.config.serving import Serving, comes

UNIT = Path(__file__).parents[2] / "system" / "halte.service"
MOUNT = UNIT.with_name("media-stick.mount")
PROMISES = {
    "no core dump holds what was in memory": {"LimitCORE": "0"},
    "nothing in memory is swapped to the disk": {"MemorySwapMax": "0"},
    "files are its owner's alone": {"UMask": "0077", "PrivateTmp": "yes", "KeyringMode": "private", "RemoveIPC": "yes"},
    "it writes in the data folder, in that of its backups, and nowhere else": {
        "ProtectSystem": "strict",
        "ReadWritePaths": "/srv/halte -/srv/copies",
    },
    "it reads nobody's home and sees no other program": {
        "ProtectHome": "yes",
        "ProtectProc": "invisible",
        "ProcSubset": "pid",
    },
    "it reaches no device": {"PrivateDevices": "yes", "DevicePolicy": "closed"},
    "it speaks to the local network and to nobody else": {
        "RestrictAddressFamilies": "AF_INET AF_INET6 AF_UNIX",
        "IPAddressDeny": "any",
        "IPAddressAllow": "localhost link-local 10.0.0.0/8 172.16.0.0/12 192.168.0.0/16 fc00::/7",
    },
    "it is an account of its own, and never becomes more": {
        "User": "halte",
        "NoNewPrivileges": "yes",
        "CapabilityBoundingSet": "",
        "AmbientCapabilities": "",
        "RestrictSUIDSGID": "yes",
        "RestrictNamespaces": "yes",
        "SystemCallFilter": "@system-service ~@privileged",
        "SystemCallArchitectures": "native",
    },
    "it changes neither the clock nor the machine": {
        "ProtectClock": "yes",
        "ProtectHostname": "yes",
        "ProtectKernelLogs": "yes",
        "ProtectKernelModules": "yes",
        "ProtectKernelTunables": "yes",
        "ProtectControlGroups": "yes",
    },
    "it comes back after a fault": {"Restart": "on-failure"},
    "it is there after a power cut, and waits for the stick": {"WantedBy": "multi-user.target"},
}
OF_THE_STICK = {
    "whichever is called so is mounted as it comes in, and gone when it goes out": {
        "What": "/dev/disk/by-label/HALTE",
        "Where": "/media/stick",
        "BindsTo": r"dev-disk-by\x2dlabel-HALTE.device",
        "After": r"dev-disk-by\x2dlabel-HALTE.device",
        "WantedBy": r"dev-disk-by\x2dlabel-HALTE.device",
    },
    "nothing runs from it, is written to it or is read by others": {
        "Type": "vfat",
        "Options": "ro,nosuid,nodev,noexec,uid=halte,gid=halte,umask=0077",
    },
}
BY_THE_MANAGER = re.compile(r"(?m)^(\w*Credential\w*|EnvironmentFile|StandardInput\w*|OpenFile)=")
"""Ways by which a service manager reads a secret itself, and keeps it."""
analyze = shutil.which("systemd-analyze")
needs_systemd = pytest.mark.skipif(analyze is None, reason="systemd is not installed")


def settings_of(text):
    """What a unit sets; of a setting given several times, all of it."""
    found = {}
    for line in text.splitlines():
        if line and line[0] not in "#;[":
            name, _is, value = line.partition("=")
            found[name] = f"{found[name]} {value}" if name in found else value
    return found


def broken(text, promises):
    """The promises that a unit does not keep."""
    found = settings_of(text)
    return {
        promise for promise, wanted in promises.items() for name, value in wanted.items() if found.get(name) != value
    }


@pytest.mark.parametrize(("unit", "promises"), [(UNIT, PROMISES), (MOUNT, OF_THE_STICK)])
def test_every_promise_is_kept(unit, promises):
    assert broken(unit.read_text(), promises) == set()


@pytest.mark.parametrize(
    ("unit", "promises", "name"),
    [
        (unit, promises, name)
        for unit, promises in ((UNIT, PROMISES), (MOUNT, OF_THE_STICK))
        for name in sorted({name for wanted in promises.values() for name in wanted})
    ],
)
def test_without_its_line_a_promise_is_broken(unit, promises, name):
    lines = unit.read_text().splitlines()

    assert broken("\n".join(line for line in lines if not line.startswith(f"{name}=")), promises)


def test_the_service_manager_never_holds_the_key():
    """A panic ends or empties each program that has it, and cannot reach that one."""
    text = UNIT.read_text()

    assert BY_THE_MANAGER.search(text) is None
    assert BY_THE_MANAGER.search(f"{text}LoadCredential=halte.key:/media/stick/halte.key\n")


def test_the_command_it_runs_is_one_that_halte_understands():
    program, *given = settings_of(UNIT.read_text())["ExecStart"].split()

    options = parser_for(given).parse_args(given)

    assert Path(program).name == "halte"
    stick = settings_of(MOUNT.read_text())["Where"]
    assert (options.command, options.data, options.key) == ("serve", "/srv/halte", f"{stick}/halte.key")
    assert (options.wait, options.in_the_clear) == (True, False)
    assert (options.backups, options.keep) == ("/srv/copies", 30)


@needs_systemd
def test_systemd_understands_it_and_finds_little_to_be_exposed(tmp_path):
    here = tmp_path / UNIT.name
    here.write_text(re.sub(r"(?m)^ExecStart=\S+", f"ExecStart={sys.executable}", UNIT.read_text()))

    checked = subprocess.run([analyze, "verify", here], capture_output=True, text=True)
    weighed = subprocess.run([analyze, "security", "--offline=true", here], capture_output=True, text=True)

    assert checked.returncode == 0, checked.stderr
    assert not checked.stderr.strip()
    exposure = re.search(r"exposure level for halte.service: ([\d.]+)", weighed.stdout)
    assert exposure
    assert float(exposure[1]) <= 1.5


def test_a_server_that_somebody_starts_by_hand_dumps_no_core_either(halte, a_centre):
    server = Serving(a_centre)
    limits = Path(f"/proc/{server.process.pid}/limits").read_text()
    assert comes(server.workers)
    worker = min(server.workers())
    of_worker = Path(f"/proc/{worker}/limits").read_text()
    server.process.kill()
    server.process.wait()

    for said in (limits, of_worker):
        assert re.search(r"Max core file size +0 +0 ", said)


@pytest.mark.slow
@needs_systemd
@pytest.mark.skipif(shutil.which("strace") is None, reason="strace is not installed")
def test_it_asks_the_system_for_nothing_that_the_service_refuses(halte, a_centre, tmp_path):
    """A whole life under the eyes of strace: start, sign-in page, backup beside it, stop."""
    heard = tmp_path / "calls"
    server = Serving(a_centre, before=["strace", "-f", "-qq", "-o", str(heard)])
    assert comes(server.answers)
    assert halte("backup", "copy", *a_centre.named).returncode == 0
    (master,) = server.workers()
    os.kill(master, signal.SIGTERM)
    server.process.wait(40)

    asked = {found[1] for line in heard.read_text().splitlines() if (found := re.match(r"\d+ +(\w+)\(", line))}
    assert {"memfd_create", "accept4", "fsync"} <= asked
    as_root = {"fchown"} if os.geteuid() == 0 else set()  # SQLite gives a new file its folder's owner, as root alone.
    assert asked - allowed(settings_of(UNIT.read_text())["SystemCallFilter"]) <= as_root


def allowed(filters):
    """The calls that a filter lets through, by systemd's own lists."""
    calls = set()
    for one in filters.split():
        calls = calls - group(one[1:]) if one.startswith("~") else calls | group(one)
    return calls


def group(name):
    listed = subprocess.run([analyze, "syscall-filter", name], capture_output=True, text=True, check=True).stdout
    names = [line.strip() for line in listed.splitlines()[1:] if line.strip() and not line.strip().startswith("#")]
    return set().union(*(group(one) if one.startswith("@") else {one} for one in names))
