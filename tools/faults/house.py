"""A small house for the suite: made once, copied for each fault."""

import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

from halte.config.folder import DATABASE, DEMO_KEY, DataFolder
from tools.faults.evening import Told


def make(folder: Path, *, guests: int, seed: int) -> dict[str, Any]:
    """Rooms, beds, blankets, a device, a host: what `halte simulate` furnishes. Returns what the desks are told."""
    command = [sys.executable, "-m", "halte.config.simulate.furnish", str(folder)]
    command += ["--guests", str(guests), "--desks", "1", "--seed", str(seed)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def open_here(folder: Path) -> None:
    """Start Django in this process on a folder, and let its test client in."""
    DataFolder(folder, folder / DEMO_KEY).open()
    from django.conf import settings

    settings.ALLOWED_HOSTS = ["testserver"]


def told_of(found: dict[str, Any], *, guests: int) -> Told:
    """What the desk knows; signs the host in, which writes a session."""
    from django.test import Client

    from halte.accounts.models import Staff

    browser = Client()
    host = Staff.objects.get(sign_in_name=found["sign_in"][0])
    browser.force_login(host, backend="allauth.account.auth_backends.AuthenticationBackend")
    cookies = {name: morsel.value for name, morsel in browser.cookies.items()}
    return Told(found["tokens"][0], cookies, found["night"], guests)


class Copies:
    """The database of a house, put back as it was before each fault."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.kept = folder, folder.with_name(f"{folder.name}-kept")
        shutil.copytree(folder, self.kept)

    def put_back(self) -> None:
        """The files as they were kept, and no others of the database."""
        for old in self.folder.glob(f"{DATABASE}*"):
            old.unlink()
        shutil.copy2(self.kept / DATABASE, self.folder / DATABASE)
