"""A real browser against a real server on the test database: what people touch."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore

from halte.accounts.actor import Actor
from halte.accounts.asking import SITE_KEY
from halte.accounts.models import Staff
from tests.chromium import CHROMIUM
from tests.pages import proof_of


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if "tests/browser" in item.nodeid:
            item.add_marker(pytest.mark.browser)
            if CHROMIUM is None:
                item.add_marker(pytest.mark.skip(reason="Chromium is not installed"))


class Watched:
    """A page that fails the test when it logs an error or asks another host for anything."""

    def __init__(self, page: Any, home: str) -> None:
        self.page = page
        self.home = home
        self.errors: list[str] = []
        self.elsewhere: list[str] = []
        page.on("console", lambda message: self.errors.append(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        page.on("request", self._note)

    def _note(self, request: Any) -> None:
        if not request.url.startswith((self.home, "data:", "blob:")):
            self.elsewhere.append(request.url)

    def open(self, path: str) -> Any:
        """Open a page of Halte."""
        answer = self.page.goto(self.home + path)
        assert answer is not None
        return answer

    def is_calm(self) -> None:
        """Nothing was logged as an error, nothing was asked from another host."""
        assert self.errors == []
        assert self.elsewhere == []


@pytest.fixture
def browse(chromium: Any, live_server: Any) -> Iterator[Callable[..., Watched]]:
    """Open a browser of one person: width, language, dark or light, scripts on or off, asked again or not."""
    contexts = []

    def opened(
        *,
        width: int = 1280,
        language: str = "en",
        dark: bool = False,
        scripts: bool = True,
        actor: Actor | None = None,
        proven: bool = False,
    ) -> Watched:
        context = chromium.new_context(
            viewport={"width": width, "height": 900},
            locale=language,
            color_scheme="dark" if dark else "light",
            java_script_enabled=scripts,
            reduced_motion="reduce",
        )
        contexts.append(context)
        if actor is not None:
            context.add_cookies([_signed_in(actor, live_server.url, proof_of(actor) if proven else {})])
        return Watched(context.new_page(), live_server.url)

    yield opened
    for context in contexts:
        context.close()


def _signed_in(actor: Actor, url: str, proof: dict[str, Any]) -> dict[str, str]:
    person = Staff.objects.get(pk=actor.id)
    session = SessionStore()
    session[SESSION_KEY] = str(person.pk)
    session[BACKEND_SESSION_KEY] = "allauth.account.auth_backends.AuthenticationBackend"
    session[HASH_SESSION_KEY] = person.get_session_auth_hash()
    session[SITE_KEY] = actor.site.code
    session.update(proof)
    session.save()
    assert session.session_key
    return {"name": settings.SESSION_COOKIE_NAME, "value": session.session_key, "url": url}
