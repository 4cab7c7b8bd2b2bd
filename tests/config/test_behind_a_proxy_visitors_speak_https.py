"""Behind a proxy with a certificate: cookies, forms and links are those of https, and no visitor says otherwise."""

import http.client
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any
from urllib.parse import urlencode

from halte.config.behind_proxy import behind_a_proxy
from tests.config.serving import Serving

A_YEAR = 365 * 24 * 60 * 60


@contextmanager
def serving(centre: Any, *options: str) -> Iterator[Callable[..., http.client.HTTPResponse]]:
    server = Serving(centre, *options)

    def ask(method: str, path: str, body: str | None = None, **headers: str) -> http.client.HTTPResponse:
        line = http.client.HTTPConnection("127.0.0.1", server.port, timeout=60)
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        line.request(method, path, body, {"Host": "localhost", **named})
        return line.getresponse()

    try:
        yield ask
    finally:
        server.process.kill()
        server.process.wait()


def signs_in(ask: Callable[..., http.client.HTTPResponse], origin: str) -> int:
    """The status of a form that a browser sends from a page of this origin."""
    page = ask("GET", "/account/login/")
    cookie = page.headers["Set-Cookie"].partition(";")[0]
    token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', page.read().decode())
    assert token
    said = urlencode({"csrfmiddlewaretoken": token[1], "login": "nobody", "password": "wrong"})
    kind = "application/x-www-form-urlencoded"
    return ask("POST", "/account/login/", said, Origin=origin, Cookie=cookie, Content_Type=kind).status


def test_whoever_comes_by_the_proxy_signs_in_keeps_cookies_for_https_alone_and_comes_back_by_it(a_centre):
    with serving(a_centre, "--in-the-clear") as ask:
        page = ask("GET", "/account/login/")

        assert page.headers["Set-Cookie"].startswith("__Host-halte_csrf=")
        assert re.search(r"; Path=/; .*Secure", page.headers["Set-Cookie"])
        assert "Domain" not in page.headers["Set-Cookie"]
        for path in ("/account/login/", "/static/web/halte.css", "/nothing/", "/guide/"):
            assert int(ask("GET", path).headers["Strict-Transport-Security"].removeprefix("max-age=")) >= A_YEAR
        assert signs_in(ask, "https://localhost") == 200
        assert signs_in(ask, "http://localhost") == 403


def test_without_the_proxy_nobody_makes_it_https_or_another_host_by_a_header(a_centre):
    told = {"X_Forwarded_Proto": "https", "X_Forwarded_Host": "evil.example", "Forwarded": "proto=https;host=evil"}
    with serving(a_centre) as ask:
        page = ask("GET", "/account/login/", **told, X_Forwarded_For="192.0.2.1")

        assert page.status == 200
        assert "Strict-Transport-Security" not in page.headers
        assert b"evil" not in page.read()
        assert ask("GET", "/account/login/", Host="evil.example").status == 400
        assert signs_in(ask, "https://localhost") == 403


def seen(**environ: str) -> dict[str, Any]:
    """What the house is told of a request that came by the proxy at 127.0.0.1."""
    told: dict[str, Any] = {"wsgi.url_scheme": "http", "REMOTE_ADDR": "127.0.0.1", **environ}
    behind_a_proxy(lambda _environ, _start: [])(told, None)
    return told


def test_of_the_addresses_that_are_told_the_one_counts_that_the_proxy_wrote():
    assert seen(HTTP_X_FORWARDED_FOR="10.9.9.9, 203.0.113.7")["REMOTE_ADDR"] == "203.0.113.7"
    assert seen(HTTP_X_FORWARDED_FOR="203.0.113.7")["REMOTE_ADDR"] == "203.0.113.7"
    assert seen()["REMOTE_ADDR"] == seen(HTTP_X_FORWARDED_FOR=" , ")["REMOTE_ADDR"] == "127.0.0.1"
    assert seen(HTTP_X_FORWARDED_PROTO="http")["wsgi.url_scheme"] == "https"
