"""One hostile case after another, each in a transaction that is taken back, and what was wrong with the answers."""

import json
import re
import tomllib
import traceback
from collections.abc import Iterable, Iterator
from http.cookies import SimpleCookie
from typing import Any
from urllib.parse import quote, urlsplit

from django.core.signals import got_request_exception
from django.db import connection
from django.test import Client
from psycopg.types.json import Json, Jsonb

from halte.accounts.doors import OPEN
from tests.guards.addresses import Address
from tests.hostile import files, shown
from tests.hostile.fields import Seen, watched
from tests.hostile.figures import Figures
from tests.hostile.house import House, taken_back
from tests.hostile.values import CHOSEN, TEXTS, sent, some_of

FORM = "application/x-www-form-urlencoded"
UPLOAD = f"multipart/form-data; boundary={files.BOUNDARY}"


class Stored:
    """Every text with our mark that a statement writes, one inside a JSON column too."""

    def __init__(self) -> None:
        self.texts: list[str] = []

    def __call__(self, execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        """Pass the statement on, and look at what it writes."""
        if sql.startswith(("INSERT", "UPDATE")) and not any(table in sql for table in NOT_SHOWN):
            rows = params if many else [params]
            written = (text for row in rows or [] for one in row or () for text in _texts_in(one))
            self.texts += [text for text in written if shown.is_marked(text)]
        return execute(sql, params, many, context)


def _texts_in(written: Any) -> Iterator[str]:
    """The text that a column gets; of JSON and of a file of the guide each text in it, as it is read back."""
    match written:
        case str() if OF_THE_GUIDE.match(written):
            yield from _texts_in(tomllib.loads(written))
        case str() if written[:1] in {"{", "["}:
            try:
                yield from _texts_in(json.loads(written))
            except ValueError:
                yield written
        case str():
            yield written
        case dict():
            yield from (text for pair in written.items() for one in pair for text in _texts_in(one))
        case list() | tuple():
            yield from (text for one in written for text in _texts_in(one))
        case Jsonb() | Json():
            yield from _texts_in(written.obj)


OF_THE_GUIDE = re.compile(r"state = \"[a-z]+\"\n")
"""How a language file of a topic begins."""
IN_AN_ADDRESS = re.compile(r"[a-z0-9_-]+")
"""What a name becomes in an address: nothing in it can do anything."""
NOT_SHOWN = ("django_session", "common_remembered", "axes_")


class Asker:
    """Asks one house and judges each answer."""

    def __init__(self, house: House) -> None:
        self.house, self.figures = house, Figures()
        self.errors: list[str] = []
        got_request_exception.connect(self._noted)

    def _noted(self, **_told: Any) -> None:
        self.errors.append(traceback.format_exc(limit=-3))

    def finish(self) -> None:
        """Listen no longer."""
        got_request_exception.disconnect(self._noted)

    def ask(self, name: str, value: str | None, client: Client, method: str, url: str, **sent_with: Any) -> Any:
        """One case: asked, followed to the page it leads to, judged, taken back."""
        figures, cookies = self.figures, SimpleCookie(client.cookies.output(header="", sep=";"))
        figures.cases += 1
        figures.kinds[name.rpartition(" / ")[2].partition(":")[0]] += 1
        self.errors.clear()
        stored = Stored()
        with taken_back(), connection.execute_wrapper(stored):
            answer = client.generic(method, url, **sent_with)
            figures.statuses[answer.status_code] += 1
            pages = [answer]
            if answer.status_code in {301, 302, 303}:
                there = urlsplit(answer.headers["Location"])
                if there.netloc not in {"", "testserver"}:
                    figures.wrong[name] = f"leads to {there.netloc}"
                else:
                    pages.append(client.get(answer.headers["Location"]))
        client.cookies = cookies
        self._judged(name, value, pages, stored)
        return answer

    def _judged(self, name: str, value: str | None, pages: list[Any], stored: Stored) -> None:
        wrong = self.figures.wrong
        right = shown.expected(value) if value is not None else None
        for page in pages:
            if page.status_code >= 500:
                wrong[name] = f"{page.status_code}: {self.errors[-1] if self.errors else ''}"
            kind = page.headers.get("Content-Type", "")
            if kind.startswith("text/html") and not page.streaming:
                read = shown.Reading(page.content.decode())
                if read.alive:
                    wrong[name] = f"came alive: {read.alive[0][:80]}"
                if page.status_code >= 400 and page.status_code != 405 and not _says_something(page.content.decode()):
                    wrong[name] = f"{page.status_code} without a word"
                self.figures.told += bool(read.texts)
                if read.texts and " / markup: image that fails" in name:
                    self.figures.pages[name] = (page.request["PATH_INFO"], dict(page.headers), page.content)
                if right and any(not shown.is_told(right, text) for text in read.texts):
                    wrong[name] = f"shown as {read.texts[0][:60]!r}"
        self.figures.stored += bool(stored.texts)
        for text in stored.texts:
            if value is not None and text != right and not IN_AN_ADDRESS.fullmatch(text):
                wrong[name] = f"stored as {text[:60]!r}"


def _says_something(page: str) -> bool:
    from tests.pages import words_of

    return len(words_of(page).split()) >= 3


def attack(house: House, address: Address, texts: Iterable[str] | None = None, *, one_in: int = 1) -> Figures:
    """Every field of one address with the values meant for its kind, and each file; or with some texts only.

    Args:
        one_in: Each field gets one value in so many, another field others.
    """
    asker = Asker(house)
    client = house.nobody if address.door == OPEN else house.staff
    with taken_back():
        url, given = house.where(address)
        posted, fields = read(house, client, "POST", url, given)
        asked, _none = read(house, client, "GET", url, {})
        asked.read_by = []
        for name, value, field_name in _cases(posted, texts, one_in, f"{address}"):
            body = sent(fields | {field_name: value})
            asker.ask(f"{address} / {field_name} / {name}", value, client, "POST", url, data=body, content_type=FORM)
        for name, value, field_name in _cases(asked, texts, one_in, f"{address}?"):
            query = sent({field_name: value[:4000]}).decode()
            case = f"{address} / ?{field_name} / {name}"
            asker.ask(case, value[:4000], client, "GET", url, QUERY_STRING=query)
        _in_the_address(asker, house, address, client, url, _only(TEXTS, texts), one_in)
        if texts is None:
            _with_files(asker, address, client, url, posted, fields)
    asker.finish()
    return asker.figures


def read(house: House, client: Client, method: str, url: str, given: dict[str, Any]) -> tuple[Seen, dict[str, str]]:
    """What an address reads: asked with nothing, then with what its forms ask for, until nothing new is read."""
    fields = {"key": "00000000-0000-4000-8000-000000000001", **{name: str(value) for name, value in given.items()}}
    known = -1
    seen = Seen()
    while len(seen.all_names()) > known:
        known = len(seen.all_names())
        cookies = SimpleCookie(client.cookies.output(header="", sep=";"))
        with taken_back(), watched() as now_seen:
            body = sent(fields) if method == "POST" else b""
            query = {} if method == "POST" else {"QUERY_STRING": sent(fields).decode() if known else ""}
            answer = client.generic(method, url, data=body, content_type=FORM, **query)
        client.cookies = cookies
        if answer.status_code in {404, 405}:
            return Seen(), fields
        seen.names |= now_seen.names
        seen.read_by = now_seen.read_by or seen.read_by
        with taken_back():
            fields = seen.filled(given, house.code)
    return seen, fields


def _cases(seen: Seen, texts: Iterable[str] | None, one_in: int, where: str) -> Iterator[tuple[str, str, str]]:
    some, few = _only(TEXTS, texts), _only(CHOSEN, texts)
    for name in seen.texts():
        yield from ((kind, value, name) for kind, value in some_of(some, f"{where}/{name}", one_in).items())
    for name in [*seen.chosen(), *(["key"] if "key" in seen.fields else [])]:
        yield from ((kind, value, name) for kind, value in some_of(few, f"{where}/{name}", one_in).items())


def _only(values: dict[str, str], names: Iterable[str] | None) -> dict[str, str]:
    return values if names is None else {name: value for name, value in values.items() if name in set(names)}


def _with_files(asker: Asker, address: Address, client: Client, url: str, posted: Seen, fields: dict[str, str]) -> None:
    for name in posted.uploads():
        for kind, named in files.FILES.items():
            body = files.multipart(fields, name, named)
            asker.ask(f"{address} / {name} / file: {kind}", None, client, "POST", url, data=body, content_type=UPLOAD)


def _in_the_address(
    asker: Asker, house: House, address: Address, client: Client, url: str, some: dict[str, str], one_in: int
) -> None:
    for name, kind in address.converters:
        if kind not in {"str", "slug"}:
            continue
        example = quote(str(house._example(name, kind)))
        for value_name, value in some_of(some, f"{address}<{name}>", one_in).items():
            hostile = quote(value[:2000].encode("utf-8", "surrogatepass"), safe="")
            there = url.replace(f"/{example}", f"/{hostile}", 1) if example in url else url
            asker.ask(f"{address} / <{name}> / {value_name}", None, client, "GET", there)
