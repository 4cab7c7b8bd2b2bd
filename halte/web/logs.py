"""Logs without addresses: a path can hold a card's secret."""

import logging
import re
import traceback

_NO_LETTER = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029]")
_PATH = re.compile(r"(?<![\w.])/[^\s\"'>\])]*")


class NoAddresses(logging.Filter):
    """Replaces every path in a message by its first step, so that no card, guest or secret reaches a log.

    A message is one line, whatever somebody put into an address: no other can be made to follow it. Of an error it
    leaves the kind and the lines of our program: its words can hold what somebody typed, or a row.
    """

    def filter(self, record: logging.LogRecord) -> bool:
        """Keep every record, without the addresses in it."""
        one_line = _NO_LETTER.sub(lambda found: f"\\x{ord(found.group()):02x}", record.getMessage())
        record.msg = _PATH.sub(lambda found: found.group()[:1] + "…", one_line)
        record.args = ()
        if record.exc_info and record.exc_info[1] is not None:
            record.msg = f"{record.msg} ({type(record.exc_info[1]).__name__})"
            record.exc_text = _steps(record.exc_info[1])
        return True


def _steps(error: BaseException) -> str:
    """Where an error and the errors behind it happened, without their words."""
    told: list[str] = []
    current: BaseException | None = error
    while current is not None and len(told) < 5:
        steps = "".join(traceback.format_tb(current.__traceback__))
        told.insert(0, f"{steps}{type(current).__name__}")
        current = current.__cause__ or (None if current.__suppress_context__ else current.__context__)
    return "\n".join(told)
