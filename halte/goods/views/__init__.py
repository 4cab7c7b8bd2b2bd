"""Pages of the store, by what is done on them."""

from halte.goods.views.distribution import end_distribution, give_for_number, take_number
from halte.goods.views.distribution import page as distribution
from halte.goods.views.stock import (
    add_usual_kinds,
    choose,
    count,
    discard,
    give,
    give_without_card,
    receive,
    stock,
    undo,
    variant,
)

__all__ = [
    "add_usual_kinds",
    "choose",
    "count",
    "discard",
    "distribution",
    "end_distribution",
    "give",
    "give_for_number",
    "give_without_card",
    "receive",
    "stock",
    "take_number",
    "undo",
    "variant",
]
