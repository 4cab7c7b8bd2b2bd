"""Logs without addresses: a path can hold a card's secret."""

import logging
import re

_PATH = re.compile(r"(?<![\w.])/[^\s\"'>\])]*")


class NoAddresses(logging.Filter):
    """Replaces every path in a message by its first step, so that no card, guest or secret reaches a log."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Keep every record, without the addresses in it."""
        record.msg = _PATH.sub(lambda found: found.group()[:1] + "…", record.getMessage())
        record.args = ()
        if record.exc_info and record.exc_info[1] is not None:
            kind = type(record.exc_info[1]).__name__
            record.msg = f"{record.msg} ({kind})"
            record.exc_text = None
        return True
