"""The pages of the desk: the house knows these names, not the files they stand in."""

from halte.desk.views.arriving import arrivals, arrived, arrived_card, arrived_things, hold_beds
from halte.desk.views.camera import decode
from halte.desk.views.line import line_mode, line_press, line_undo, lines
from halte.desk.views.panel import front_door, guest, home, scan, undo, welcome
from halte.desk.views.rain import rain

__all__ = [
    "arrivals",
    "arrived",
    "arrived_card",
    "arrived_things",
    "decode",
    "front_door",
    "guest",
    "hold_beds",
    "home",
    "line_mode",
    "line_press",
    "line_undo",
    "lines",
    "rain",
    "scan",
    "undo",
    "welcome",
]
