"""Everything that changes the store: the house knows these names, not the files they stand in."""

from halte.goods.actions.kinds import KindExists, add_kind, add_usual_kinds
from halte.goods.actions.stock import (
    ENOUGH,
    GivenBackBefore,
    GoneSince,
    NothingMoves,
    OutOfStock,
    count_stock,
    discard,
    give,
    give_within,
    give_without_card,
    receive,
    take_back_given,
)

__all__ = [
    "ENOUGH",
    "GivenBackBefore",
    "GoneSince",
    "KindExists",
    "NothingMoves",
    "OutOfStock",
    "add_kind",
    "add_usual_kinds",
    "count_stock",
    "discard",
    "give",
    "give_within",
    "give_without_card",
    "receive",
    "take_back_given",
]
