"""Which database the tests run on, decided before Django reads its settings: SQLCipher, or a real PostgreSQL server."""

import atexit
import os
import secrets
import shutil
import signal
import sys
import tempfile

from halte.common import keys
from tests.postgresql import server_address

os.environ["HALTE_DATA"] = tempfile.mkdtemp(prefix="halte-tests-")
atexit.register(shutil.rmtree, os.environ["HALTE_DATA"], ignore_errors=True)
os.environ["HALTE_KEY_FD"] = str(keys.hand_over(secrets.token_bytes(keys.LENGTH)))
os.environ["HALTE_SECURE"] = "0"
if os.environ.get("HALTE_TEST_DATABASE") == "postgresql":
    os.environ["HALTE_DATABASE"] = server_address()
# A signal would leave the PostgreSQL server behind; an exit stops it.
signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
