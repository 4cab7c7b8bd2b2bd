"""One evening at the door: the desks, the person who pulls the plug, and what is left afterwards."""

import json
import queue
import subprocess
import sys
import threading
import time
from collections.abc import Sequence
from dataclasses import asdict, replace
from datetime import datetime, timedelta
from pathlib import Path
from random import Random
from statistics import quantiles
from typing import Any
from urllib.parse import urlsplit
from uuid import UUID
from zoneinfo import ZoneInfo

from halte.config.simulate.arrivals import Party, parties
from halte.config.simulate.desks import Desk, Evening, Outcome, Refused, Saved, Wrong, welcome
from halte.config.simulate.house import PRIVATE, House, answers, environment
from halte.config.unusable import Unusable


def at_our_own_house(folder: Path, *, guests: int, desks: int, seed: int, kills: int = 0) -> dict[str, Any]:
    """Play an evening on new data with a server of our own, then look into the data."""
    told = _program("furnish", str(folder), "--guests", str(guests), "--desks", str(desks), "--seed", str(seed))
    evening = Evening(told["night"], told["families"], tuple(told["sign_in"]))
    house = House(folder)
    house.start()
    try:
        plug = _Plug(house, kills, guests, seed)
        outcome, seconds = play(house.address, told["tokens"], parties(guests, seed), evening, plug)
        locked = house.locked()
    finally:
        house.stop()
    seen = _program("verify", str(folder), said=json.dumps([asdict(act) for act in outcome.saved]))
    return _figures(outcome, seconds, guests, desks, seed) | {"locked_errors": locked, "kills": plug.pulled} | seen


def at_a_running_house(url: str, *, tokens: Sequence[str], guests: int, desks: int, seed: int) -> dict[str, Any]:
    """Play an evening at somebody's server: everybody comes alone, with a blank card. Its data is not looked into.

    What was called saved is asked for once more with the same key: a server that lost it would make it anew.
    """
    parts = urlsplit(url if "//" in url else f"//{url}")
    address = f"{PRIVATE if parts.scheme == 'https' else ''}{parts.netloc}"
    if not answers(address):
        raise Unusable(f"No Halte answers at {url}: start it, or correct the address.")
    coming = [
        Party(number, (replace(comer, known=False),))
        for number, comer in enumerate(
            one for party in parties(guests, seed + int(time.time())) for one in party.members
        )
    ]
    evening = Evening(_tonight(), {}, None)
    chosen = [tokens[number % len(tokens)] for number in range(desks)]
    outcome, seconds = play(address, chosen, coming, evening, None)
    stays = [act for act in outcome.saved if act.what == "stay"]
    return _figures(outcome, seconds, guests, desks, seed) | {
        "double_beds": len(stays) - len({act.bed for act in stays}),
        "double_guests": len(stays) - len({act.guest for act in stays}),
        "locked_errors": sum(number for what, number in outcome.wrong.items() if what.startswith("5")),
        "lost": _lost(address, chosen, stays, evening),
    }


def _tonight() -> str:
    return (datetime.now(ZoneInfo("Europe/Paris")) - timedelta(hours=12)).date().isoformat()


class _Plug:
    """Somebody who pulls the plug after so many acts, and puts it back."""

    def __init__(self, house: House, kills: int, guests: int, seed: int) -> None:
        self.house, self.pulled = house, 0
        draw = Random(f"{seed}/plug")
        self.moments = sorted(draw.sample(range(2, max(guests * 3 // 2, kills + 3)), kills))
        self.delay = draw

    def watch(self, outcome: Outcome, over: threading.Event) -> None:
        """Until the evening is over: kill the server when its moment has come, and start it again."""
        for acts in self.moments:
            while outcome.acts < acts:
                if over.wait(0.002):
                    return
            time.sleep(self.delay.uniform(0, 0.02))
            self.house.kill()
            self.pulled += 1
            self.house.start()


def play(
    address: str, tokens: Sequence[str], coming: Sequence[Party], evening: Evening, plug: _Plug | None = None
) -> tuple[Outcome, float]:
    """A desk for each token lets the parties in, one after the other: what happened, and in how many seconds."""
    outcome, lock, over = Outcome(), threading.Lock(), threading.Event()
    line: queue.SimpleQueue[Party] = queue.SimpleQueue()
    for party in coming:
        line.put(party)

    def work(token: str) -> None:
        desk = Desk(address, token, outcome, lock)
        while True:
            try:
                party = line.get_nowait()
            except queue.Empty:
                return
            try:
                welcome(desk, party, evening)
            except Exception as error:
                with lock:
                    outcome.wrong[type(error).__name__] += 1

    desks = [threading.Thread(target=work, args=[token]) for token in tokens]
    plugging = threading.Thread(target=plug.watch, args=[outcome, over]) if plug else None
    began = time.monotonic()
    for thread in [*desks, *([plugging] if plugging else [])]:
        thread.start()
    for thread in desks:
        thread.join()
    seconds = time.monotonic() - began
    over.set()
    if plugging:
        plugging.join()
    return outcome, seconds


def _figures(outcome: Outcome, seconds: float, guests: int, desks: int, seed: int) -> dict[str, Any]:
    cuts = quantiles(outcome.milliseconds, n=100) if len(outcome.milliseconds) > 1 else [0.0] * 99
    return {
        "guests": guests,
        "desks": desks,
        "seed": seed,
        "admitted": outcome.admitted,
        "refused": dict(outcome.refused),
        "errors": sum(outcome.wrong.values()),
        "what_went_wrong": dict(outcome.wrong),
        "saved": len(outcome.saved),
        "requests": len(outcome.milliseconds),
        "retries": outcome.retries,
        "seconds": round(seconds, 2),
        "p50_ms": round(cuts[49], 1),
        "p95_ms": round(cuts[94], 1),
    }


def _lost(address: str, tokens: Sequence[str], stays: Sequence[Saved], evening: Evening) -> int:
    """How many stays are not found again with their own key."""
    desks = [Desk(address, token, Outcome(), threading.Lock()) for token in dict.fromkeys(tokens)]
    lost = 0
    for act in stays:
        asked = {"guest": act.guest, "night": evening.night, "arrived": True}
        lost += not any(_again(desk, asked, act) for desk in desks)
    return lost


def _again(desk: Desk, asked: dict[str, Any], act: Saved) -> bool:
    try:
        found = desk.call("/nights/stays", asked, act.key)["id"]
    except (Refused, Wrong):
        return False
    return UUID(found) == UUID(act.made)


def _program(name: str, *arguments: str, said: str = "") -> dict[str, Any]:
    """Run one of our own programs, which load Django by themselves, and read what it prints."""
    done = subprocess.run(
        [sys.executable, "-m", f"halte.config.simulate.{name}", *arguments],
        input=said,
        capture_output=True,
        text=True,
        env=environment(),
    )
    if done.returncode:
        raise Unusable((done.stderr.strip() or "The evening could not be prepared.").splitlines()[-1])
    found: dict[str, Any] = json.loads(done.stdout)
    return found
