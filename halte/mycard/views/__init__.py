"""The guest's own page: bare for any phone, more for a paired phone or after the guest's own sign."""

from halte.mycard.views.appeals import appeal
from halte.mycard.views.bare import card, how
from halte.mycard.views.mine import correct, end, erase, everything, mine
from halte.mycard.views.phones import pair

__all__ = ["appeal", "card", "correct", "end", "erase", "everything", "how", "mine", "pair"]
