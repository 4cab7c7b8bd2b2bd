"""Hours, ways on foot and the map picture. Pure rules: no database, no clock."""

import re
from dataclasses import dataclass
from datetime import date, datetime, time
from math import cos, radians

DAYS = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")
TURNS = {"^": "straight", "<": "left", ">": "right"}
_RULE = re.compile(
    r"(?P<first>[A-Z][a-z])(?:-(?P<last>[A-Z][a-z]))? (?P<spans>\d\d:\d\d-\d\d:\d\d(?:,\d\d:\d\d-\d\d:\d\d)*)"
)
_STEP = re.compile(r"(?P<turn>[\^<>])\s*(?P<along>[^\d<>^][^<>^]*?)\s+(?P<metres>\d{1,4})")


class HoursWrong(ValueError):
    """These opening hours cannot be read."""


class WalkWrong(ValueError):
    """This way cannot be read."""


@dataclass(frozen=True, order=True)
class Opening:
    """Open on a weekday (0 is Monday) between two hours; an end before the beginning means the next morning."""

    weekday: int
    opens: time
    closes: time

    @classmethod
    def parse(cls, stored: list[object]) -> "Opening":
        """Read what a row stores."""
        weekday, opens, closes = stored
        return cls(int(str(weekday)), time.fromisoformat(str(opens)), time.fromisoformat(str(closes)))

    def stored(self) -> list[object]:
        """What a row stores."""
        return [self.weekday, f"{self.opens:%H:%M}", f"{self.closes:%H:%M}"]

    def covers(self, at: datetime) -> bool:
        """Whether it is open at a moment on the place's own clock."""
        clock, overnight = at.time(), self.closes <= self.opens
        if at.weekday() == self.weekday:
            return self.opens <= clock and (overnight or clock < self.closes)
        return overnight and at.weekday() == (self.weekday + 1) % 7 and clock < self.closes


def read_hours(written: str) -> tuple[Opening, ...]:
    """Read weekly hours as OpenStreetMap writes them, such as `Mo-Fr 09:00-12:00,14:00-17:00; Sa 09:00-12:00`.

    Raises:
        HoursWrong: They hold more than days of the week and hours.
    """
    found = []
    for rule in filter(None, (part.strip() for part in written.split(";"))):
        read = _RULE.fullmatch(rule)
        if read is None or read["first"] not in DAYS or (read["last"] or "Mo") not in DAYS:
            raise HoursWrong(rule)
        first, last = DAYS.index(read["first"]), DAYS.index(read["last"] or read["first"])
        for weekday in range(first, last + 1):
            for span in read["spans"].split(","):
                try:
                    opens, closes = (time.fromisoformat(hour) for hour in span.split("-"))
                except ValueError:
                    raise HoursWrong(rule) from None
                found.append(Opening(weekday, opens, closes))
        if last < first:
            raise HoursWrong(rule)
    return tuple(sorted(found))


def write_hours(openings: tuple[Opening, ...]) -> str:
    """Write weekly hours as OpenStreetMap does, one rule for each day."""
    rules = []
    for weekday, name in enumerate(DAYS):
        spans = [f"{one.opens:%H:%M}-{one.closes:%H:%M}" for one in sorted(openings) if one.weekday == weekday]
        if spans:
            rules.append(f"{name} {','.join(spans)}")
    return "; ".join(rules)


def read_walk(written: str) -> list[list[object]]:
    """Read a way, a step a line: `^` straight on, `<` left, `>` right, then the street and the metres.

    Raises:
        WalkWrong: A line is none.
    """
    steps: list[list[object]] = []
    for line in filter(None, (part.strip() for part in written.splitlines())):
        read = _STEP.fullmatch(line)
        if read is None:
            raise WalkWrong(line)
        steps.append([TURNS[read["turn"]], read["along"], int(read["metres"])])
    return steps


def write_walk(steps: list[list[object]]) -> str:
    """The way as somebody typed it."""
    signs = {turn: sign for sign, turn in TURNS.items()}
    return "\n".join(f"{signs[str(turn)]} {along} {metres}" for turn, along, metres in steps)


@dataclass(frozen=True)
class Spot:
    """Something on the map: its mark, and where in the picture."""

    mark: str
    x: int
    y: int
    landmark: bool


@dataclass(frozen=True)
class Picture:
    """A map of a town: its spots, and how long the bar for its scale is."""

    spots: tuple[Spot, ...]
    bar: int
    metres: int


WIDTH, HEIGHT, EDGE = 320, 220, 26
_DEGREE = 111_320
"""Metres of a degree of latitude."""


def draw(places: list[tuple[str, float, float]], landmarks: list[tuple[str, float, float]]) -> Picture | None:
    """Draw places, and the landmarks near them, north up; None without a place that has coordinates."""
    if not places:
        return None
    middle = sum(latitude for _mark, latitude, _longitude in places) / len(places)
    east = _DEGREE * cos(radians(middle))

    def metres(spot: tuple[str, float, float]) -> tuple[float, float]:
        return spot[2] * east, -spot[1] * _DEGREE

    ours = [metres(one) for one in places]
    near = [one for one in landmarks if any(abs(metres(one)[0] - x) + abs(metres(one)[1] - y) < 4000 for x, y in ours)]
    every = ours + [metres(one) for one in near]
    left, top = min(x for x, _y in every), min(y for _x, y in every)
    wide, high = max(x for x, _y in every) - left, max(y for _x, y in every) - top
    scale = min((WIDTH - 2 * EDGE) / max(wide, 400), (HEIGHT - 2 * EDGE) / max(high, 300))
    shift_x, shift_y = (WIDTH - wide * scale) / 2, (HEIGHT - high * scale) / 2
    marked = [(one[0], False) for one in places] + [(one[0], True) for one in near]
    spots = tuple(
        Spot(mark, round((x - left) * scale + shift_x), round((y - top) * scale + shift_y), landmark)
        for (mark, landmark), (x, y) in zip(marked, every, strict=True)
    )
    length = next((one for one in (2000, 1000, 500, 200) if one * scale <= WIDTH / 3), 100)
    return Picture(spots, round(length * scale), length)


def still_ahead(days: list[str], today: date) -> list[date]:
    """Closed days from today on."""
    return sorted(day for day in map(date.fromisoformat, days) if day >= today)
