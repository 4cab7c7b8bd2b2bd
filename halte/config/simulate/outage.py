"""An evening in which the power goes: everything stops, the door goes on with paper, and paper is entered afterwards.

The minutes without power are simulated: they pass at once, while the server is really killed and started again.
"""

import json
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from threading import Lock
from typing import Any
from uuid import uuid4
from zoneinfo import ZoneInfo

from halte.common import ids, nights
from halte.config.simulate.arrivals import Comer, Party, parties
from halte.config.simulate.desks import Desk, Evening, Outcome, Wrong
from halte.config.simulate.evening import _figures, _program, play
from halte.config.simulate.house import House

CALAIS = ZoneInfo("Europe/Paris")
BEFORE, ON_PAPER = 0.4, 0.7
"""The power goes after this part of the guests, and is back before that one."""
AGAIN = 10
"""Every so-many-th line is entered twice, as two colleagues with one sheet do."""
MEALS = 20
ROOMS = {"man": "men", "woman": "women", "child": "minors"}
_ROOM = re.compile(r'<table class="sheet-table room-on-paper" data-for="(\w+)">(.*?)</table>', re.DOTALL)
_FREE = re.compile(r'<tr [^>]*data-free[^>]*><th scope="row" class="num">([^<]+)</th>')
_CLASH = re.compile(r'<section class="card warns.*?</section>', re.DOTALL)
_DECIDED_AT = re.compile(r'action="([^"]*/clashes/[^"]+)"')
_BED = re.compile(r'<option value="([0-9a-f-]{36})"')


@dataclass
class Sheets:
    """The bed sheets of the pack that was printed before: free beds by room, crossed out as they are given."""

    rooms: list[tuple[str, list[str]]]

    @classmethod
    def read(cls, page: str) -> "Sheets":
        """The sheets as they lie on the table."""
        return cls([(kind, _FREE.findall(rows)) for kind, rows in _ROOM.findall(page)])

    def give(self, party: Party) -> list[str]:
        """A bed for everyone, a family in one empty room; nothing when no sheet has room."""
        wanted = "family" if party.is_family else ROOMS[party.members[0].counted]
        for kind, free in self.rooms:
            if kind == wanted and len(free) >= len(party.members):
                beds = free[: len(party.members)]
                del free[: len(free) if party.is_family else len(beds)]
                return beds
        return []


@dataclass
class Paper:
    """What was written while there was no power."""

    lines: list[dict[str, str]] = field(default_factory=list)
    people: list[Comer] = field(default_factory=list)
    no_place: int = 0
    meals: int = 0


def without_power(folder: Path, *, guests: int, desks: int, seed: int, minutes: int) -> dict[str, Any]:
    """Play the evening on new data, pull the plug in its middle, and catch up; then look into the data."""
    told = _program("furnish", str(folder), "--guests", str(guests), "--desks", str(desks), "--seed", str(seed))
    evening = Evening(told["night"], told["families"], tuple(told["sign_in"]))
    coming = parties(guests, seed)
    first, second = int(len(coming) * BEFORE), int(len(coming) * ON_PAPER)
    house = House(folder)
    house.start()
    try:
        heard = [play(house.address, told["tokens"], coming[: first - desks], evening, None)]
        sheets = Sheets.read(_printed(house, told))
        # Whoever comes between the printing and the cut has a bed that the sheets call free.
        heard.append(play(house.address, told["tokens"], coming[first - desks : first], evening, None))
        house.kill()
        paper = _on_paper(coming[first:second], sheets)
        house.start()
        # The door does not wait for the last sheet: these may get beds that paper gave.
        heard.append(play(house.address, told["tokens"], coming[second : second + desks], evening, None))
        entered = _catch_up(house, told, paper, minutes)
        heard.append(play(house.address, told["tokens"], coming[second + desks :], evening, None))
        outcome, seconds = _together(heard)
        _scan_afterwards(house, told["tokens"][0], paper, outcome)
        locked = house.locked()
    finally:
        house.stop()
    seen = _program("verify", str(folder), said=json.dumps([asdict(act) for act in outcome.saved]))
    seen["lost"] += abs(seen.get("meals", 0) - paper.meals)
    on_paper = {"minutes_on_paper": minutes, "written": len(paper.lines), "no_place_on_paper": paper.no_place}
    return _figures(outcome, seconds, guests, desks, seed) | {"locked_errors": locked} | on_paper | entered | seen


def _host(house: House, told: dict[str, Any]) -> Desk:
    """The night host at the one machine that is on again."""
    host = Desk(house.address, "", Outcome(), Lock())
    host.sign_in(*told["sign_in"])
    return host


def _printed(house: House, told: dict[str, Any]) -> str:
    host = _host(house, told)
    host.page("POST", "/paper/print/", {"key": str(uuid4())})
    _answer, page = host.page("GET", "/paper/pack/")
    return page.decode()


def _on_paper(coming: Sequence[Party], sheets: Sheets) -> Paper:
    paper = Paper()
    for party in coming:
        beds = sheets.give(party)
        if not beds:
            paper.no_place += len(party.members)
        for comer, bed in zip(party.members, beds, strict=False):
            paper.people.append(comer)
            paper.lines.append({"what": "w", "code": ids.code_of_secret(comer.secret), "bed": bed})
        if party.number % 5 == 0:
            paper.lines.append({"what": "m", "number": str(MEALS)})
            paper.meals += MEALS
    return paper


def _catch_up(house: House, told: dict[str, Any], paper: Paper, minutes: int) -> dict[str, Any]:
    """Enter every line with the time it happened, some twice; decide every clash; say how it ended."""
    host = _host(house, told)
    ended = datetime.now(CALAIS).replace(second=0, microsecond=0)
    noon = nights.begins(nights.night_of(ended, CALAIS), CALAIS)
    began = max(ended - timedelta(minutes=minutes), noon)
    _pressed(host, "open/", {"began": f"{began:%Y-%m-%dT%H:%M}", "ended": f"{ended:%Y-%m-%dT%H:%M}"})
    refused: Counter[str] = Counter()
    twice = 0
    for place, line in enumerate(paper.lines):
        at = began + (ended - began) * place / max(len(paper.lines), 1)
        fields = line | {"time": f"{at:%H%M}"}
        refused[line["what"]] += _pressed(host, "line/", fields) != 302
        if line["what"] == "w" and place % AGAIN == 0:
            twice += _pressed(host, "line/", fields) == 302
    decided, undecided = _decide(host)
    closed = _pressed(host, "close/", {}) == 302 if not undecided else False
    return {
        "entered_twice": twice,
        "lines_refused": sum(refused.values()),
        "clashes": decided + undecided,
        "decided": decided,
        "undecided": undecided + sum(refused.values()) + (not closed and not undecided),
    }


def _pressed(host: Desk, what: str, fields: dict[str, str]) -> int:
    answer, _page = host.page("POST", f"/paper/catch-up/{what}", fields | {"key": str(uuid4())})
    return answer.status


def _decide(host: Desk) -> tuple[int, int]:
    """A human looks at each clash: whoever has a bed keeps it; the other gets one, or theirs is moved, in turn."""
    decided = 0
    while waiting := _clashes(host):
        if not any(_decided(host, wish, len(waiting)) for wish in _wishes(waiting[0], decided)):
            return decided, len(waiting)
        decided += 1
    return decided, 0


def _clashes(host: Desk) -> list[str]:
    _answer, page = host.page("GET", "/paper/catch-up/")
    return _CLASH.findall(page.decode())


def _wishes(shown: str, turn: int) -> list[tuple[str, dict[str, str]]]:
    """What a human can press in one clash, the likeliest first: the address and what is sent there."""
    order = ("here", "keep", "elsewhere") if turn % 3 == 2 else ("keep", "elsewhere", "here")
    found = []
    for wish in order:
        for form in shown.split("<form")[1:]:
            if f'value="{wish}"' in form and (address := _DECIDED_AT.search(form)):
                beds = [{"bed": bed} for bed in _BED.findall(form)] or [{}]
                # Whoever lies there is asked once: a family that sleeps there cannot be moved one by one.
                beds = beds[:1] if wish == "here" else beds
                found += [(address[1], {"decision": wish} | bed) for bed in beds]
    return found


def _decided(host: Desk, wish: tuple[str, dict[str, str]], waiting: int) -> bool:
    address, fields = wish
    host.page("POST", address, fields | {"key": str(uuid4())})
    return len(_clashes(host)) < waiting


def _scan_afterwards(house: House, token: str, paper: Paper, outcome: Outcome) -> None:
    """Every card that was used on paper is scanned once: it opens the guest who has the bed."""
    desk = Desk(house.address, token, outcome, Lock())
    for comer in paper.people:
        try:
            if comer.known:
                card = desk.call("/cards/find", {"code": comer.secret})
            else:
                card = desk.call("/cards", {"secret": comer.secret, "counted": comer.counted}, str(uuid4()))
        except Wrong as wrong:
            outcome.wrong[str(wrong)] += 1
            continue
        desk.save("paper", str(uuid4()), card["id"], card["id"])
        outcome.admitted += 1


def _together(heard: Sequence[tuple[Outcome, float]]) -> tuple[Outcome, float]:
    whole = Outcome()
    for outcome, _seconds in heard:
        whole.admitted += outcome.admitted
        whole.refused += outcome.refused
        whole.wrong += outcome.wrong
        whole.saved += outcome.saved
        whole.milliseconds += outcome.milliseconds
        whole.retries += outcome.retries
        whole.acts += outcome.acts
    return whole, sum(seconds for _outcome, seconds in heard)
