"""Somebody was erased after the last backup: restoring it erases them again, before anybody can open it."""

import subprocess
import sys
from pathlib import Path

from halte.common import keys
from halte.journal import tombstones
from tests.config.conftest import plain_environment
from tests.forensics import traces

ERASED_AFTER_THE_BACKUP = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from halte.config.folder import DataFolder
DataFolder(Path(sys.argv[1]), Path(sys.argv[2])).open()
from halte.accounts.actor import Actor
from halte.common.retry import RetryKey
from halte.config import copies
from halte.guests import actions
from halte.sites.models import Site
act = {"actor": Actor.system(Site.objects.get()), "at": datetime.now(UTC)}
guest, _secret = actions.make_card(**act, key=RetryKey.new())
print(guest.id.hex)
copies.write(Path(sys.argv[3]))
actions.erase_guest(guest=guest, **act, key=RetryKey.new())
"""


def test_last_weeks_backup_brings_nobody_back(halte, a_centre, is_refused, tmp_path):
    command = [sys.executable, "-c", ERASED_AFTER_THE_BACKUP, str(a_centre.data), str(a_centre.key)]
    environment = plain_environment(PYTHONPATH=str(Path(__file__).parents[2]))
    played = subprocess.run(
        [*command, str(tmp_path / "last-week")], capture_output=True, text=True, check=True, env=environment
    )
    them, key = traces.of(played.stdout.strip()), keys.read(a_centre.key)
    assert traces.in_files(a_centre.data, them, key=key) == []
    kept = (a_centre.data / tombstones.FILE).rename(tmp_path / "kept-elsewhere")

    without = halte("restore", "last-week", *a_centre.named)
    assert "Erased again" not in without.stdout
    assert traces.in_files(a_centre.data, them, key=key) == ["halte.db"]

    restored = halte("restore", "last-week", *a_centre.named, "--erased", str(kept))
    assert "Erased again, as they were after this backup was made: 1." in restored.stdout
    now_there = [path for path in a_centre.data.glob("halte.db*") if any(t in traces.read(path, key) for t in them)]
    assert now_there == []
    is_refused(halte("restore", "last-week", *a_centre.named, "--erased", "gone"), "There is no file")
