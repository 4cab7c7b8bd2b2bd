"""What the desk does across services: one human act, one line, one Undo."""

from halte.desk.actions.welcome import Blanket, Welcomed, welcome

__all__ = ["Blanket", "Welcomed", "welcome"]
