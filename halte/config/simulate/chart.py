"""The chart of `halte simulate season` as SVG: a bar for each number of beds, with the interval over it."""

from collections.abc import Iterator, Sequence

from halte.config.simulate.winter import Winters

WIDE, HIGH, LEFT, TOP, BASE = 640, 360, 64, 56, 300
INK, BAR, RULE = "#1d2b2a", "#7fb3ae", "#d8d2c5"


def chart(found: Sequence[Winters], number: int) -> str:
    """People without a place in an average night: mean as a bar, the 5th to the 95th of 100 winters as a line."""
    part = _part(max(one.without[2] for one in found))
    most = 4 * part
    step = (WIDE - LEFT - 16) / len(found)
    said = "; ".join(f"{one.beds} beds: {_words(one)}" for one in found)
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDE} {HIGH}" role="img" font-family="sans-serif" '
        f'font-size="15" fill="{INK}">',
        f"<title>People without a place in an average night</title><desc>{said}</desc>",
        f'<rect width="{WIDE}" height="{HIGH}" fill="#fbf8f1"/>',
        f'<text x="16" y="28" font-size="18">Without a place in an average night, {number} winters</text>',
    ]
    for number_of_parts in range(5):
        value = part * number_of_parts
        high = _high(value, most)
        lines.append(
            f'<path d="M{LEFT} {high:.1f}H{WIDE - 16}" stroke="{RULE}"/>'
            f'<text x="{LEFT - 8}" y="{high + 5:.1f}" text-anchor="end">{value:,}</text>'
        )
    for place, one in enumerate(found):
        middle = LEFT + step * (place + 0.5)
        mean, low, top = (_high(value, most) for value in one.without)
        lines.append(
            f'<rect x="{middle - step / 5:.1f}" y="{mean:.1f}" width="{step / 2.5:.1f}" height="{BASE - mean:.1f}" '
            f'fill="{BAR}"/><path d="M{middle:.1f} {low:.1f}V{top:.1f}M{middle - 8:.1f} {low:.1f}h16M{middle - 8:.1f} '
            f'{top:.1f}h16" stroke="{INK}" stroke-width="2" fill="none"/>'
            f'<text x="{middle:.1f}" y="{BASE + 24}" text-anchor="middle">{one.beds} beds</text>'
            f'<text x="{middle:.1f}" y="{BASE + 46}" text-anchor="middle">{_words(one)}</text>'
        )
    return "\n".join([*lines, "</svg>", ""])


def _part(most: float) -> int:
    """A quarter of the scale, as a number that people count in."""
    quarters: Iterator[int] = (one * 10**power for power in range(6) for one in (1, 2, 3, 5))
    return next(quarter for quarter in quarters if 4 * quarter >= most)


def _high(value: float, most: float) -> float:
    return BASE - (BASE - TOP) * value / most


def _words(one: Winters) -> str:
    mean, low, high = one.without
    return f"{mean:.0f} ({low:.0f} to {high:.0f})"
