"""Behind a proxy that has its own certificate: visitors speak https with it, and it says who they are."""

from collections.abc import Callable, Iterable
from typing import Any

Application = Callable[[dict[str, Any], Any], Iterable[bytes]]


def behind_a_proxy(application: Application) -> Application:
    """The application as visitors meet it: its forms, links and cookies are those of https.

    Keeps:
        Nothing that a visitor sends decides whether it was https. Of `X-Forwarded-For` the last address counts, which
        the proxy added itself: what a visitor wrote there stands before it.
    """

    def answer(environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
        environ["wsgi.url_scheme"] = "https"
        if told := environ.get("HTTP_X_FORWARDED_FOR", "").rpartition(",")[2].strip():
            environ["REMOTE_ADDR"] = told
        return application(environ, start_response)

    return answer
