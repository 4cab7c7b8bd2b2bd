"""`halte simulate line`: tablets in line mode, each with a press or scan every few seconds, against a real server.

Each tablet is a line with nobody signed in. Every tenth press is sent twice, as a tablet does whose answer was lost.
"""

import re
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from random import Random
from statistics import quantiles
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from halte.common import ids
from halte.config.simulate.evening import _program
from halte.config.simulate.house import House
from halte.config.unusable import Unusable

TABLET_COOKIE = "halte_tablet"
"""As `halte.accounts.asking` calls it, which needs a data folder to be imported."""
SERVICES = ("meal", "drink", "charging", "laundry", "toilet")
SENT_TWICE = 0.1


@dataclass
class Seen:
    """What happened at all tablets together."""

    sent: int = 0
    saved: int = 0
    errors: int = 0
    milliseconds: list[float] = field(default_factory=list)
    lock: threading.Lock = field(default_factory=threading.Lock)


class Tablet:
    """One tablet of the house in line mode, with a line of its own to the server."""

    def __init__(self, address: str, token: str, service: str, draw: Random) -> None:
        self.connection = HTTPConnection(address, timeout=30)
        self.service, self.draw = service, draw
        self.cookies = f"{TABLET_COOKIE}={token}"
        self.page = f"/desk/line/{service}/"

    def opens(self) -> int:
        """Open the page of the line; its count."""
        self.connection.request("GET", self.page, headers={"Cookie": self.cookies})
        answer = self.connection.getresponse()
        text = answer.read().decode()
        for line in answer.headers.get_all("Set-Cookie") or []:
            self.cookies += "; " + line.partition(";")[0]
        found = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', text)
        count = re.search(r"data-count>(\d+)<", text)
        if not found or not count:
            raise Unusable(f"The line did not open: {answer.status} at {self.page}.")
        self.token = found[1]
        return int(count[1])

    def presses(self, key: UUID) -> bool:
        """One press or scan; whether the server said that it is saved."""
        code = self._card() if self.draw.random() < 0.5 else ""
        body = urlencode({"csrfmiddlewaretoken": self.token, "key": str(key), "code": code})
        headers = {
            "Cookie": self.cookies,
            "Accept": "application/json",
            "Content-Type": "application/x-www-form-urlencoded",
        }
        times = 2 if self.draw.random() < SENT_TWICE else 1
        answers = [self._sent(body, headers) for _time in range(times)]
        return all(answers)

    def _sent(self, body: str, headers: dict[str, str]) -> bool:
        try:
            self.connection.request("POST", f"{self.page}press/", body=body, headers=headers)
            answer = self.connection.getresponse()
            answer.read()
        except (OSError, HTTPException):
            self.connection.close()
            return False
        return answer.status == 200

    def _card(self) -> str:
        return "1" + "".join(self.draw.choices(ids.ALPHABET, k=ids.SECRET_LENGTH - 1))


def at_our_own_house(
    folder: Path, *, devices: int, minutes: float, per_minute: int, seed: int, pauses: bool = True
) -> dict[str, Any]:
    """Press on new data with a server of our own, and compare what was saved with what was counted.

    Args:
        pauses: Off: as fast as the server answers, for a short try.
    """
    told = _program("furnish", str(folder), "--guests", "1", "--desks", str(devices), "--seed", str(seed))
    house = House(folder)
    house.start()
    try:
        return _line(house.address, told["tokens"], max(1, round(minutes * per_minute)), per_minute, seed, pauses) | {
            "locked_errors": house.locked()
        }
    finally:
        house.stop()


def _line(
    address: str, tokens: Sequence[str], presses: int, per_minute: int, seed: int, pauses: bool
) -> dict[str, Any]:
    tablets = [
        Tablet(address, token, SERVICES[number % len(SERVICES)], Random(f"{seed}/{number}"))
        for number, token in enumerate(tokens)
    ]
    before = _counts(tablets)
    seen, began = Seen(), time.monotonic()
    threads = [
        threading.Thread(target=_press, args=(tablet, presses, 60 / per_minute if pauses else 0, seen))
        for tablet in tablets
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    seconds = time.monotonic() - began
    counted = sum(_counts(tablets).values()) - sum(before.values())
    cuts = quantiles(seen.milliseconds, n=20) if len(seen.milliseconds) > 1 else [0.0] * 19
    return {
        "devices": len(tokens),
        "seconds": round(seconds, 1),
        "sent": seen.sent,
        "saved": seen.saved,
        "counted": counted,
        "errors": seen.errors,
        "lost": max(0, seen.saved - counted),
        "double": max(0, counted - seen.saved - seen.errors),
        "p50_ms": round(cuts[9], 1),
        "p95_ms": round(cuts[18], 1),
    }


def _counts(tablets: Sequence[Tablet]) -> dict[str, int]:
    return {tablet.service: tablet.opens() for tablet in tablets}


def _press(tablet: Tablet, presses: int, every: float, seen: Seen) -> None:
    begins = time.monotonic() + tablet.draw.random() * every
    for number in range(presses):
        time.sleep(max(0.0, begins + number * every - time.monotonic()))
        began = time.perf_counter()
        saved = tablet.presses(UUID(int=tablet.draw.getrandbits(128), version=4))
        took = (time.perf_counter() - began) * 1000
        with seen.lock:
            seen.sent += 1
            seen.saved += saved
            seen.errors += not saved
            seen.milliseconds.append(took)
