"""A real PostgreSQL server in a temporary folder, for as long as the tests run."""

import atexit
import os
import pwd
import shutil
import subprocess
import tempfile
from functools import cache
from pathlib import Path

INSTALLED = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: int(path.parent.name), reverse=True)


class NoServer(Exception):
    """This machine has no PostgreSQL 15 or newer."""


def programs() -> Path | None:
    """The folder of the newest PostgreSQL on this machine, 15 or newer."""
    for folder in INSTALLED:
        if int(folder.parent.name) >= 15:
            return folder
    found = shutil.which("initdb")
    return Path(found).parent if found else None


@cache
def server_address() -> str:
    """Start a server that only this user can reach, over a socket, and give its address.

    Raises:
        NoServer: The machine has none.
    """
    folder = programs()
    if folder is None:
        raise NoServer
    home = Path(tempfile.mkdtemp(prefix="halte-pg-"))
    # PostgreSQL refuses to run as root: there it runs as the user that Debian's package made.
    account = pwd.getpwnam("postgres") if os.geteuid() == 0 else None
    if account:
        os.chown(home, account.pw_uid, account.pw_gid)

    def run(*command: str | Path) -> None:
        subprocess.run(
            [str(part) for part in command],
            check=True,
            stdout=subprocess.DEVNULL,
            cwd=home,
            user=account.pw_uid if account else None,
            group=account.pw_gid if account else None,
        )

    run(folder / "initdb", "-D", home / "data", "-U", "halte", "--auth=trust", "-E", "UTF8", "--locale=C.UTF-8")
    options = f"-k {home} -c listen_addresses='' -c fsync=off -c max_connections=60"
    run(folder / "pg_ctl", "-D", home / "data", "-o", options, "-l", home / "log", "-w", "start")

    def stop() -> None:
        run(folder / "pg_ctl", "-D", home / "data", "-m", "immediate", "stop")
        shutil.rmtree(home, ignore_errors=True)

    atexit.register(stop)
    return f"postgresql://halte@/postgres?host={home}"
