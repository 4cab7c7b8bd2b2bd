"""A backup while the house goes on: it is of one moment, and keeps nobody who is erased meanwhile in the log."""

import subprocess
import sys
from pathlib import Path

from tests.config.conftest import Centre, plain_environment


def played(program: str, centre: Centre, copy: Path) -> list[str]:
    """What a program of our own prints, in a process of its own on this centre's data."""
    command = [sys.executable, "-c", program, str(centre.data), str(centre.key), str(copy)]
    environment = plain_environment(PYTHONPATH=str(Path(__file__).parents[2]))
    return subprocess.run(command, capture_output=True, text=True, check=True, env=environment).stdout.split()


ERASED_MEANWHILE = """
import sys
from datetime import UTC, date, datetime
from pathlib import Path
from halte.config.folder import DataFolder
folder = DataFolder(Path(sys.argv[1]), Path(sys.argv[2]))
folder.open()
from django.db import connection
from halte.accounts.actor import Actor
from halte.common.retry import RetryKey
from halte.config import cipher_files, copies
from halte.guests import actions
from halte.sites.models import Site
from tests.forensics import traces
act = {"actor": Actor.system(Site.objects.get()), "at": datetime.now(UTC)}
guest, _secret = actions.make_card(**act, key=RetryKey.new())
them, key, log = traces.of(guest.id), folder.key(), folder.database.with_name("halte.db-wal")
def found():
    return any(trace in traces.read(log, key) for trace in them)
copying = cipher_files.opened(folder.database, key)
copying.execute("BEGIN")
copying.execute("SELECT count(*) FROM guests_guest").fetchall()
with connection.cursor() as cursor:
    cursor.execute("PRAGMA busy_timeout = 0")
actions.erase_guest(guest=guest, **act, key=RetryKey.new())
meanwhile = found()
copying.close()
copies.write(Path(sys.argv[3]))
print(meanwhile, found())
"""


def test_whoever_is_erased_while_a_backup_is_under_way_leaves_the_log_with_its_end(a_centre, tmp_path):
    said_at_last = played(ERASED_MEANWHILE, a_centre, tmp_path / "copy")

    assert said_at_last == ["True", "False"]


WRITING = """
import sys, threading
from datetime import UTC, date, datetime
from pathlib import Path
from halte.config.folder import DataFolder
DataFolder(Path(sys.argv[1]), Path(sys.argv[2])).open()
from django.db import connections
from halte.accounts.actor import Actor
from halte.common.retry import RetryKey
from halte.config import cipher_files, copies
from halte.guests import actions
from halte.journal.models import Line
from halte.sites.models import Site
over, began = threading.Event(), threading.Event()
def write():
    actor = Actor.system(Site.objects.get())
    while not over.is_set():
        actions.make_card(actor=actor, at=datetime.now(UTC), key=RetryKey.new())
        began.set()
    connections.close_all()
writer = threading.Thread(target=write)
writer.start()
began.wait()
made = copies.write(Path(sys.argv[3]))
over.set()
writer.join()
database = cipher_files.opened(made.path)
(cards,), (seq,), (said,) = (
    database.execute(f"SELECT {what}").fetchone()
    for what in (
        "count(*) FROM guests_guest",
        "max(seq) FROM journal_head",
        "count(*) FROM journal_line WHERE kind = 'guests.card_made'",
    )
)
print(cards, said, seq, made.lines, Line.objects.count())
"""


def test_a_backup_is_of_one_moment_while_others_write(a_centre, tmp_path):
    """Every card in it has its line, and every line its head."""
    said_at_last = played(WRITING, a_centre, tmp_path / "copy")

    cards, said, seq, lines, afterwards = map(int, said_at_last)
    assert cards == said > 0
    assert seq == lines < afterwards, "Somebody wrote meanwhile."
