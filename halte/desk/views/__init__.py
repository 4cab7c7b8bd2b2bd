"""The pages of the desk: the house knows these names, not the files they stand in."""

from halte.desk.views.line import line_mode, line_press, line_undo, lines
from halte.desk.views.panel import front_door, guest, home, scan, undo, welcome

__all__ = [
    "front_door",
    "guest",
    "home",
    "line_mode",
    "line_press",
    "line_undo",
    "lines",
    "scan",
    "undo",
    "welcome",
]
