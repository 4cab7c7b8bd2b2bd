"""Hours, ways on foot and the map picture. Pure rules: no database, no clock."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, tzinfo
from math import cos, radians

from opening_hours import OpeningHours, State, validate

DAYS = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")
TURNS = {"^": "straight", "<": "left", ">": "right"}
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_UNSURE = re.compile(r'"|sun|dawn|dusk|SH\b', re.IGNORECASE)
_DAY = timedelta(days=1)
_STEP = re.compile(r"(?P<turn>[\^<>])\s*(?P<along>[^\s\d<>^][^<>^]*?)\s+(?P<metres>\d{1,4})")


class HoursWrong(ValueError):
    """These opening hours cannot be read."""


class WalkWrong(ValueError):
    """This way cannot be read."""


@dataclass(frozen=True, order=True)
class Opening:
    """Open on a weekday (0 is Monday) between two hours; an end not after the beginning means the next morning."""

    weekday: int
    opens: time
    closes: time


def read_hours(written: str) -> str:
    """Read hours as OpenStreetMap writes them, such as `Mo-Fr 09:00-17:00; PH off` or `24/7`, in their usual form.

    Raises:
        HoursWrong: They cannot be read, or rest on what we do not know: remarks, the sun, school holidays.
    """
    if not written.strip():
        return ""
    if _UNSURE.search(written) or not validate(written):
        raise HoursWrong(written)
    return str(_hours(written))


def is_open(hours: str, local: datetime) -> bool:
    """Whether these hours cover a moment on the place's own clock; public holidays are those of France."""
    return bool(hours) and _hours(hours).is_open(local.replace(tzinfo=None))


def week_from(hours: str, day: date) -> tuple[Opening, ...]:
    """When these hours open in the seven days from a day on, what is different on a holiday in that week included."""
    if not hours:
        return ()
    begins = datetime.combine(day, time())
    found = []
    for opens, closes, state, *_remarks in _hours(hours).intervals(begins, begins + timedelta(days=7)):
        if state != State.OPEN:
            continue
        while closes - opens > _DAY:
            midnight = datetime.combine(opens.date() + _DAY, time())
            found.append(Opening(opens.weekday(), opens.time(), time()))
            opens = midnight
        found.append(Opening(opens.weekday(), opens.time(), closes.time()))
    return tuple(sorted(found))


@dataclass(frozen=True)
class Clock:
    """Days on which a clock shows the same hour before or after that of Greenwich; an open end is None."""

    first: date | None
    last: date | None
    ahead: timedelta

    @property
    def written(self) -> str:
        """As files write it: +01:00."""
        minutes = int(self.ahead.total_seconds()) // 60
        return f"{'-' if minutes < 0 else '+'}{abs(minutes) // 60:02}:{abs(minutes) % 60:02}"


def clocks(zone: tzinfo, day: date) -> tuple[Clock, ...]:
    """What a clock shows in the year from a day on: one span, or one for summer and one for winter, soonest first.

    The last span ends with the year, for the next change is not told by then.
    """

    def ahead(on: date) -> timedelta:
        return datetime.combine(on, time(12), tzinfo=zone).utcoffset() or timedelta()

    changes = [on for on in (day + n * _DAY for n in range(1, 365)) if ahead(on) != ahead(on - _DAY)]
    if not changes:
        return (Clock(None, None, ahead(day)),)
    firsts, lasts = [day, *changes], [*(on - _DAY for on in changes), day + 364 * _DAY]
    return tuple(Clock(first, last, ahead(first)) for first, last in zip(firsts, lasts, strict=True))


def write_hours(openings: Iterable[Opening], closed: Iterable[date] = ()) -> str:
    """Write weekly hours, and dates on which they do not hold, as OpenStreetMap does."""
    rules = []
    for weekday, name in enumerate(DAYS):
        spans = [f"{one.opens:%H:%M}-{_until(one)}" for one in sorted(openings) if one.weekday == weekday]
        if spans:
            rules.append(f"{name} {','.join(spans)}")
    if not rules:
        return ""
    off = [f"{day.year} {MONTHS[day.month - 1]} {day.day:02} off" for day in closed]
    return read_hours("; ".join(rules + off))


def _until(one: Opening) -> str:
    """The end as it is written: midnight is 24:00."""
    return "24:00" if one.closes == time() else f"{one.closes:%H:%M}"


def _hours(written: str) -> OpeningHours:
    return OpeningHours(written, country="FR")


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
