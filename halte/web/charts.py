"""Charts as plain SVG shapes: no scripts, no foreign requests, and always a table behind."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

WIDTH, HEIGHT = 1230, 250
TOP, FLOOR = 34, 214
WIDEST = 60


@dataclass(frozen=True)
class Bar:
    """One bar, its numbers already written as SVG wants them: whole numbers, no separators."""

    label: StrOrPromise
    value: int
    usual: int | None
    unfinished: bool
    x: str
    y: str
    middle: str
    value_y: str
    width: str
    height: str


@dataclass(frozen=True)
class BarChart:
    """What `web/_partials/bar_chart.html` draws."""

    title: StrOrPromise
    along: StrOrPromise
    counted: StrOrPromise
    usual_words: StrOrPromise
    bars: list[Bar]
    usual: str
    axis: str = f"M0 {FLOOR}.5H{WIDTH}"
    width: str = str(WIDTH)
    height: str = str(HEIGHT)
    label_y: str = str(FLOOR + 26)


def bar_chart(
    *,
    title: StrOrPromise,
    along: StrOrPromise,
    counted: StrOrPromise,
    labels: Sequence[StrOrPromise],
    values: Sequence[int],
    usual: Sequence[int] = (),
    usual_words: StrOrPromise = "",
    last_unfinished: bool = False,
) -> BarChart:
    """Lay out bars on one ground line, with the usual values as a dotted line through them.

    Args:
        along: What the bars stand for, the first heading of the table ("Hour").
        counted: What is counted, the second heading ("Arrivals").
        usual: As many as values, or none.
        last_unfinished: The last bar still grows today and is drawn paler.
    """
    step = WIDTH / max(len(values), 1)
    wide = min(WIDEST, step * 0.66)
    scale = (FLOOR - TOP) / max([*values, *usual, 1])
    middles = [step * (place + 0.5) for place in range(len(values))]
    bars = []
    for place, (label, value, middle) in enumerate(zip(labels, values, middles, strict=True)):
        high = round(value * scale)
        bars.append(
            Bar(
                label=label,
                value=value,
                usual=usual[place] if usual else None,
                unfinished=last_unfinished and place == len(values) - 1,
                x=str(round(middle - wide / 2)),
                y=str(FLOOR - high),
                middle=str(round(middle)),
                value_y=str(FLOOR - high - 9),
                width=str(round(wide)),
                height=str(high),
            )
        )
    points = [f"{round(x)} {round(FLOOR - value * scale)}" for x, value in zip(middles, usual, strict=False)]
    line = "M" + " L".join(points) if points else ""
    return BarChart(title=title, along=along, counted=counted, usual_words=usual_words, bars=bars, usual=line)
