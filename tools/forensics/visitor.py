"""Somebody who follows every link of the house and sends every form, with a canary in each field that takes words."""

import secrets
from collections import Counter, deque
from html.parser import HTMLParser
from http.client import HTTPException, HTTPResponse, RemoteDisconnected
from http.cookies import SimpleCookie
from urllib.parse import urldefrag, urlencode, urljoin, urlsplit

from halte.config.simulate.house import line, origin
from tests.forensics.traces import TEXT_MARK

NEVER = ("/account/logout", "/account/lock", "/now/shutter")
"""What would end the visit."""
WORDS = {"text", "search", "email", "password", "tel", "url", ""}
GIVEN = {"number": "1", "date": "2026-11-28", "time": "09:00", "datetime-local": "2026-11-28T09:00"}


class Page(HTMLParser):
    """The links of a page, and its forms: address, method and fields."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.forms: list[tuple[str, str, dict[str, str]]] = []
        self.choosing = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Links, forms, and what can be filled in."""
        told = {name: value or "" for name, value in attrs}
        if tag == "a" and "href" in told:
            self.links.append(told["href"])
        elif tag == "form":
            self.forms.append((told.get("action", ""), told.get("method", "get").lower(), {}))
        elif self.forms and told.get("name"):
            self._field(tag, told)
        elif self.forms and tag == "option" and self.choosing and told.get("value"):
            self.forms[-1][2].setdefault(self.choosing, told["value"])

    def _field(self, tag: str, told: dict[str, str]) -> None:
        fields, name, kind = self.forms[-1][2], told["name"], told.get("type", "")
        if tag == "select":
            self.choosing = name
        elif tag == "textarea" or (tag == "input" and kind in WORDS):
            fields[name] = f"{TEXT_MARK} {secrets.token_hex(6)}"[: int(told.get("maxlength") or 60)]
        elif tag == "input" and kind in GIVEN:
            fields[name] = told.get("value") or GIVEN[kind]
        elif tag in {"input", "button"} and kind != "file":
            fields.setdefault(name, told.get("value", ""))


class Visitor:
    """One role, signed in, who goes everywhere."""

    def __init__(self, address: str, cookies: dict[str, str], known: list[str], most: int) -> None:
        self.line, self.origin = line(address, 60), origin(address)
        self.cookies, self.most = dict(cookies), most
        self.opened = self.sent = self.typed = self.asked_again = 0
        self.broken: Counter[str] = Counter()
        """Answers that were errors, and lines that broke, by what it was and where."""
        self.start, self.known = known, set[str]()

    def goes_everywhere(self) -> None:
        """Every known address, then page after page, each once whatever number stands in it."""
        waiting = deque(one for one in self.start if self._is_new(one))
        while waiting and self.opened < self.most:
            path = waiting.popleft()
            self.opened += 1
            text = self._ask("GET", path)
            page = Page(text)
            for action, method, fields in page.forms:
                self._send(urljoin(path, action), method, fields)
            waiting.extend(link for link in (urljoin(path, one) for one in page.links) if self._is_new(link))

    def _send(self, path: str, method: str, fields: dict[str, str]) -> None:
        if not self._is_new(f"{method} {path}", path):
            return
        self.sent += 1
        self.typed += sum(value.startswith(TEXT_MARK) for value in fields.values())
        if method == "get":
            self._ask("GET", f"{urlsplit(path).path}?{urlencode(fields)}")
        else:
            token = self.cookies.get("halte_csrf", "")
            self._ask("POST", path, urlencode(fields | ({"csrfmiddlewaretoken": token} if token else {})))

    def _is_new(self, link: str, path: str = "") -> bool:
        parts = urlsplit(urldefrag(path or link).url)
        shape = _shape(link)
        if parts.netloc or parts.scheme or not parts.path.startswith("/") or parts.path.startswith(NEVER):
            return False
        if shape in self.known:
            return False
        self.known.add(shape)
        return True

    def _ask(self, method: str, path: str, body: str | None = None) -> str:
        headers = {"Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items())}
        if body is not None:
            headers |= {"Content-Type": "application/x-www-form-urlencoded", "Origin": self.origin}
        answer, content = self._answered(method, path, body, headers)
        if answer is None:
            return ""
        if answer.status >= 500:
            self.broken[f"{answer.status} {method} {_shape(path)}"] += 1
        for one in answer.headers.get_all("Set-Cookie") or []:
            self.cookies |= {name: morsel.value for name, morsel in SimpleCookie(one).items() if morsel.value}
        return content.decode(errors="replace") if "html" in (answer.headers.get("Content-Type") or "") else ""

    def _answered(
        self, method: str, path: str, body: str | None, headers: dict[str, str]
    ) -> tuple[HTTPResponse | None, bytes]:
        """The answer; asked once more where the server closed a line that was kept open, as any browser does."""
        for again in (False, True):
            try:
                self.line.request(method, path, body, headers)
                answer = self.line.getresponse()
                return answer, answer.read()
            except (RemoteDisconnected, ConnectionResetError, BrokenPipeError) as error:
                self.line.close()
                self.asked_again += not again
                why = type(error).__name__
            except (OSError, HTTPException) as error:
                self.line.close()
                why = type(error).__name__
                break
        self.broken[f"{why} {method} {_shape(path)}"] += 1
        return None, b""


def _shape(path: str) -> str:
    """A path without what names a row in it."""
    return "/".join("#" if len(step) > 20 else step for step in urlsplit(path).path.split("/"))
