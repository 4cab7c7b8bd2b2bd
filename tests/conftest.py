"""The cast of the tests: always two sites, complete by default, on a real file or a real server."""

import os
import secrets
import tempfile

from halte.common import keys
from tests.postgresql import server_address

# Settings are read once, at import: the database and its key must be known before Django loads.
os.environ.setdefault("HALTE_DATA", tempfile.mkdtemp(prefix="halte-tests-"))
os.environ.setdefault("HALTE_KEY_FD", str(keys.hand_over(secrets.token_bytes(keys.LENGTH))))
if os.environ.get("HALTE_TEST_DATABASE") == "postgresql":
    os.environ["HALTE_DATABASE"] = server_address()

pytest_plugins = ["tests.cast"]
