"""What the desk does across services: one human act, one line, one Undo."""

from halte.desk.actions.arriving import Arrived, NobodyArrived, hold_beds
from halte.desk.actions.welcome import Blanket, Welcomed, welcome

__all__ = ["Arrived", "Blanket", "NobodyArrived", "Welcomed", "hold_beds", "welcome"]
