"""Django's own management commands, for people who change Halte's code."""

import os
import secrets
import sys
import tempfile

from halte.common import keys


def main() -> None:
    """Run one of Django's management commands; without a key, on an empty folder that is thrown away."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "halte.config.settings")
    from django.core.management import execute_from_command_line

    if os.environ.keys() & {"HALTE_KEY_FILE", "HALTE_KEY_FD"}:
        execute_from_command_line(sys.argv)
        return
    with tempfile.TemporaryDirectory() as folder:
        os.environ["HALTE_DATA"] = folder
        os.environ["HALTE_KEY_FD"] = str(keys.hand_over(secrets.token_bytes(keys.LENGTH)))
        execute_from_command_line(sys.argv)
