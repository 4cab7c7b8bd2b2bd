"""The failing disk: builds `shim.c`, says how to preload it, and arms it in this process."""

import ctypes
import enum
import subprocess
from pathlib import Path

SOURCE = Path(__file__).with_name("shim.c")


class Fault(enum.IntEnum):
    """What happens at the chosen call below the data folder; the numbers are those of `shim.c`."""

    COUNT = 0
    KILL_BEFORE = 1
    KILL_AFTER = 2
    TORN = 3
    POWER_CUT = 4
    FULL_ONCE = 5
    FULL = 6
    BROKEN_ONCE = 7
    BROKEN = 8
    NO_INODES = 9
    READ_ONLY = 10
    SLOW = 11


WORDS = {
    Fault.KILL_BEFORE: "killed just before",
    Fault.KILL_AFTER: "killed just after",
    Fault.TORN: "killed in the middle (torn write)",
    Fault.POWER_CUT: "power cut: what was not synced is lost in part or whole",
    Fault.FULL_ONCE: "disk full (ENOSPC), once",
    Fault.FULL: "disk full (ENOSPC), from then on",
    Fault.BROKEN_ONCE: "input/output error (EIO), once",
    Fault.BROKEN: "input/output error (EIO), from then on",
    Fault.NO_INODES: "no inode left: no new file",
    Fault.READ_ONLY: "disk read-only",
    Fault.SLOW: "slow disk: each sync waits 50 ms",
}
KILLS = (Fault.KILL_BEFORE, Fault.KILL_AFTER, Fault.TORN, Fault.POWER_CUT)


class NoCompiler(Exception):
    """The shim cannot be built: the message says what to install."""


def build(folder: Path) -> Path:
    """Compile the shim into a folder.

    Raises:
        NoCompiler: There is no C compiler, or it refused.
    """
    made = folder / "shim.so"
    command = ["cc", "-O2", "-fPIC", "-shared", "-Wall", "-o", str(made), str(SOURCE), "-ldl"]
    try:
        done = subprocess.run(command, capture_output=True, text=True)
    except FileNotFoundError:
        raise NoCompiler("The fault suite needs a C compiler: install gcc and libc6-dev.") from None
    if done.returncode:
        raise NoCompiler(f"The failing disk could not be compiled:\n{done.stderr[-1000:]}")
    return made


def arm(below: Path, fault: Fault, at: int, seed: int) -> None:
    """From now on, in this process, `fault` happens at the `at`-th write, sync or name change below a folder."""
    _shim().fault_arm(str(below.resolve()).encode(), ctypes.c_long(at), int(fault), ctypes.c_uint64(seed))


def disarm() -> None:
    """The disk is whole again."""
    _shim().fault_disarm()


def calls() -> int:
    """How many writes, syncs and name changes there were since it was armed."""
    return int(_shim().fault_seen())


def jump(seconds: int) -> None:
    """The clock of this process goes forward by so many seconds, or back."""
    _shim().fault_clock(ctypes.c_long(seconds))


def _shim() -> ctypes.CDLL:
    loaded = ctypes.CDLL(None)
    loaded.fault_seen.restype = ctypes.c_long
    return loaded
