"""Desks that act over HTTP as tablets and hosts do: scan, bed, blanket. They ask with the same key until answered."""

import json
import threading
import time
from collections import Counter
from dataclasses import dataclass, field
from http.client import HTTPException, HTTPResponse
from http.cookies import SimpleCookie
from typing import Any
from urllib.parse import urlencode, urlsplit
from uuid import uuid4

from halte.config.simulate.arrivals import Comer, Party
from halte.config.simulate.house import line, origin

PATIENCE = 90.0
"""For so many seconds a desk goes on asking a server that does not answer."""


@dataclass(frozen=True)
class Saved:
    """One act that a desk was told is saved: what it was, its retry key, and what it made."""

    what: str
    key: str
    made: str
    guest: str = ""
    bed: str = ""


@dataclass
class Outcome:
    """What happened at all desks together."""

    admitted: int = 0
    refused: Counter[str] = field(default_factory=Counter)
    wrong: Counter[str] = field(default_factory=Counter)
    saved: list[Saved] = field(default_factory=list)
    milliseconds: list[float] = field(default_factory=list)
    retries: int = 0
    acts: int = 0


class Refused(Exception):
    """A rule said no: the code says which."""


class Wrong(Exception):
    """An answer that is neither saved nor refused."""


class Desk:
    """One desk with a line of its own to the server, kept open."""

    def __init__(self, address: str, token: str, outcome: Outcome, lock: threading.Lock) -> None:
        self.address, self.token, self.outcome, self.lock = address, token, outcome, lock
        self.connection = line(address, 30)
        self.cookies: dict[str, str] = {}

    def ask(
        self, method: str, path: str, *, body: bytes | None = None, headers: dict[str, str] | None = None
    ) -> tuple[HTTPResponse, bytes]:
        """Ask until there is an answer; the same request each time."""
        until = time.monotonic() + PATIENCE
        while True:
            began = time.perf_counter()
            try:
                self.connection.request(method, path, body=body, headers=headers or {})
                answer = self.connection.getresponse()
                content = answer.read()
            except (OSError, HTTPException):
                self.connection.close()
                if time.monotonic() > until:
                    raise
                with self.lock:
                    self.outcome.retries += 1
                time.sleep(0.05)
                continue
            with self.lock:
                self.outcome.milliseconds.append((time.perf_counter() - began) * 1000)
            return answer, content

    def call(self, path: str, what: dict[str, Any], key: str | None = None) -> dict[str, Any]:
        """One call of the API.

        Raises:
            Refused: A rule said no.
            Wrong: Anything but that or success.
        """
        headers = {"Authorization": f"Bearer {self.token}", "Content-Type": "application/json"}
        if key:
            headers["Idempotency-Key"] = key
        answer, content = self.ask("POST", f"/api/v1{path}", body=json.dumps(what).encode(), headers=headers)
        if answer.status in {200, 201}:
            found: dict[str, Any] = json.loads(content)
            return found
        if answer.status in {404, 409, 422}:
            raise Refused(json.loads(content)["code"])
        raise Wrong(f"{answer.status} {path}")

    def sign_in(self, name: str, password: str) -> None:
        """Sign in on the pages, as a host does."""
        page = "/"
        for _redirect in range(4):
            answer, _content = self.page("GET", page)
            if answer.status != 302:
                break
            page = answer.headers["Location"]
        answer, _content = self.page("POST", page, {"login": name, "password": password})
        if answer.status != 302 or "halte_session" not in self.cookies:
            raise Wrong(f"{answer.status} signing in")

    def page(self, method: str, path: str, fields: dict[str, str] | None = None) -> tuple[HTTPResponse, bytes]:
        """One page, with the cookies of a browser."""
        headers = {"Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items())}
        body = None
        if fields is not None:
            headers |= {"Content-Type": "application/x-www-form-urlencoded", "Origin": origin(self.address)}
            body = urlencode(fields | {"csrfmiddlewaretoken": self.cookies.get("halte_csrf", "")}).encode()
        parts = urlsplit(path)
        answer, content = self.ask(
            method, parts.path + (f"?{parts.query}" if parts.query else ""), body=body, headers=headers
        )
        for given in answer.headers.get_all("Set-Cookie") or []:
            self.cookies |= {name: morsel.value for name, morsel in SimpleCookie(given).items()}
        return answer, content

    def save(self, what: str, key: str, made: str, guest: str = "", bed: str = "") -> None:
        """Note that the server said: saved."""
        with self.lock:
            self.outcome.saved.append(Saved(what, key, made, guest, bed))
            self.outcome.acts += 1


@dataclass(frozen=True)
class Evening:
    """What the desks know of the house."""

    night: str
    families: dict[str, dict[str, Any]]
    sign_in: tuple[str, str] | None


def welcome(desk: Desk, party: Party, evening: Evening) -> None:
    """Let a party in: scan, bed, blanket. What is refused is noted with its reason."""
    try:
        if party.is_family:
            _family(desk, party, evening)
        else:
            _alone(desk, party.members[0], evening)
    except Refused as refusal:
        _note(desk, desk.outcome.refused, str(refusal), len(party.members))
    except Wrong as wrong:
        _note(desk, desk.outcome.wrong, str(wrong), 1)


def _note(desk: Desk, where: Counter[str], what: str, number: int) -> None:
    with desk.lock:
        where[what] += number


def _alone(desk: Desk, comer: Comer, evening: Evening) -> None:
    guest = _scan(desk, comer)
    key = str(uuid4())
    stay = desk.call("/nights/stays", {"guest": guest, "night": evening.night, "arrived": True}, key)
    desk.save("stay", key, stay["id"], guest, stay["bed_id"])
    _note_admitted(desk, 1)
    _blanket(desk, comer)


def _scan(desk: Desk, comer: Comer) -> str:
    if comer.known:
        return str(desk.call("/cards/find", {"code": comer.secret})["id"])
    key = str(uuid4())
    card = desk.call("/cards", {"secret": comer.secret, "counted": comer.counted}, key)
    desk.save("card", key, card["id"])
    return str(card["id"])


def _family(desk: Desk, party: Party, evening: Evening) -> None:
    """A host lets a family in on the page; that everyone is inside is then asked of the API."""
    if not desk.cookies and evening.sign_in:
        desk.sign_in(*evening.sign_in)
    first = _scan(desk, party.members[0])
    family, key = evening.families[str(party.number)], str(uuid4())
    answer, _content = desk.page(
        "POST",
        f"/nights/{evening.night}/groups/{family['group']}/shelter/",
        {"key": key, "guest": first, "arrived": "1", "next": "panel"},
    )
    if answer.status != 302:
        raise Wrong(f"{answer.status} family")
    try:
        desk.call("/nights/arrivals", {"guest": first, "night": evening.night}, str(uuid4()))
    except Refused as refusal:
        if str(refusal) != "nights.already_inside":
            raise Refused("nights.no_room_for_family") from refusal
    desk.save("family", key, first, first)
    _note_admitted(desk, len(party.members))
    for comer in party.members:
        _blanket(desk, comer)


def _note_admitted(desk: Desk, number: int) -> None:
    with desk.lock:
        desk.outcome.admitted += number


def _blanket(desk: Desk, comer: Comer) -> None:
    """A blanket for whoever was let in; that there is none any more shuts nobody out."""
    key = str(uuid4())
    try:
        given = desk.call("/goods/given", {"code": comer.secret, "kind": "blanket"}, key)
    except Refused as refusal:
        _note(desk, desk.outcome.refused, str(refusal), 1)
    else:
        desk.save("given", key, given["id"])
