"""Headers on every answer that reaches Django: pages, redirects, errors, static files, the API."""

import ast
import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.test import Client

from halte.accounts.roles import Role
from tests.guards.askers import browser

EXACT = {
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Embedder-Policy": "require-corp",
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}
NOTHING_ELSEWHERE = {"'none'", "'self'"}
CLOSED = {"default-src", "base-uri", "frame-ancestors"}
MUST_BE_SAID = CLOSED | {"form-action", "require-trusted-types-for"}
KNOWN = MUST_BE_SAID | {
    "script-src",
    "style-src",
    "img-src",
    "font-src",
    "media-src",
    "connect-src",
    "manifest-src",
    "worker-src",
    "trusted-types",
    "sandbox",
}


@pytest.fixture
def answers(db, calais, monkeypatch):
    """One answer of every kind, by name."""
    client = Client(raise_request_exception=False)
    staff = browser(calais, *Role, raise_request_exception=False)
    found = {
        "sign-in page": (200, client.get("/account/login/")),
        "style guide": (200, client.get("/styleguide/")),
        "guide": (200, client.get("/guide/")),
        "guest's card": (200, client.get("/c/" + "0" * 26)),
        "desk": (200, staff.get("/desk/")),
        "team": (200, staff.get("/account/team/")),
        "site": (200, staff.get("/sites/")),
        "redirect": (302, client.get("/desk/")),
        "missing slash": (301, client.get("/desk")),
        "wrong host": (400, client.get("/account/login/", headers={"host": "elsewhere.example"})),
        "closed door": (403, browser(calais, Role.FUNDER).get("/desk/")),
        "press from elsewhere": (403, Client(enforce_csrf_checks=True).post("/account/login/", {})),
        "nothing there": (404, client.get("/nothing/there/")),
        "wrong method": (405, client.post("/styleguide/")),
        "static file": (200, client.get("/static/web/halte.css")),
        "script": (200, client.get("/static/web/halte.js")),
        "library's script": (200, client.get("/static/mfa/js/webauthn.js")),
        "no such static file": (404, client.get("/static/nothing.css")),
    }
    monkeypatch.setattr("halte.desk.views.panel.actor_of", lambda request: 1 / 0)
    found["broken"] = (500, client.get("/"))
    return found


def policy(response) -> dict[str, list[str]]:
    """The content security policy, directive by directive."""
    written = response.headers["Content-Security-Policy"]
    assert "," not in written
    directives = [part.split() for part in written.split(";") if part.strip()]
    names = [part[0] for part in directives]
    assert len(names) == len(set(names)), "a directive said twice counts once"
    return {part[0]: part[1:] for part in directives}


def test_each_answer_is_of_its_kind(answers):
    assert {name: answer.status_code for name, (_status, answer) in answers.items()} == {
        name: status for name, (status, _answer) in answers.items()
    }


def test_every_answer_is_isolated(answers):
    for name, (_status, answer) in answers.items():
        assert {header: answer.headers.get(header) for header in EXACT} == EXACT, name


def test_no_other_website_learns_an_address_of_ours(answers):
    for name, (_status, answer) in answers.items():
        # With no-referrer everywhere a browser would hide the origin of our own forms from us (docs/decisions/0005).
        assert answer.headers["Referrer-Policy"] in {"no-referrer", "same-origin"}, name
    assert answers["guest's card"][1].headers["Referrer-Policy"] == "no-referrer"


def test_every_policy_lets_nothing_in_from_elsewhere(answers):
    for name, (_status, answer) in answers.items():
        said = policy(answer)
        assert set(said) <= KNOWN, name
        assert set(said) >= MUST_BE_SAID, name
        for directive, sources in said.items():
            if directive in CLOSED:
                assert sources == ["'none'"], f"{name}: {directive}"
            elif directive == "require-trusted-types-for":
                assert sources == ["'script'"], name
            elif directive == "trusted-types":
                assert sources in (["default"], ["'none'"]), name
            elif directive == "style-src":
                assert all(one in NOTHING_ELSEWHERE or one.startswith("'sha256-") for one in sources), name
            elif directive != "sandbox":
                assert set(sources) <= NOTHING_ELSEWHERE, f"{name}: {directive} {sources}"


def test_pages_about_people_are_kept_by_no_browser(answers):
    for name in ("desk", "team", "site", "sign-in page", "guest's card", "closed door", "redirect", "broken"):
        kept = answers[name][1].headers["Cache-Control"]
        assert "no-store" in kept, f"{name}: {kept}"
        assert "public" not in kept, f"{name}: {kept}"


def test_cookies_are_out_of_reach_of_scripts_and_other_websites(answers, calais):
    for name, (_status, answer) in answers.items():
        for cookie in answer.cookies.values():
            assert cookie["httponly"], f"{name}: {cookie.key}"
            assert cookie["samesite"] == "Lax", f"{name}: {cookie.key}"


COOKIES = """
from django.conf import settings
import django
django.setup()
from halte.accounts.asking import TABLET_COOKIE
from halte.desk.kiosk.doors import COOKIE
from halte.mycard.opening import COOKIE as PHONE
from halte.web.context import RAIN_COOKIE
print(settings.SESSION_COOKIE_NAME, settings.CSRF_COOKIE_NAME, settings.LANGUAGE_COOKIE_NAME, TABLET_COOKIE, COOKIE,
      RAIN_COOKIE, PHONE)
"""


def test_over_tls_no_neighbour_can_set_a_cookie_of_ours():
    there = {name: value for name, value in os.environ.items() if not name.startswith("HALTE_")}
    there |= {"HALTE_SECURE": "1", "DJANGO_SETTINGS_MODULE": "halte.config.settings"}
    told = subprocess.run([sys.executable, "-c", COOKIES], capture_output=True, text=True, env=there)

    *names, phone = told.stdout.split()
    assert len(names) == 6, told.stderr
    assert all(name.startswith("__Host-halte_") for name in names), names
    assert phone == "__Secure-halte_phone"


def test_every_cookie_that_a_page_of_ours_sets_is_for_tls_alone_and_out_of_reach():
    house = Path(__file__).parents[2] / "halte"
    calls = [
        node
        for path in house.rglob("*.py")
        if "set_cookie" in (source := path.read_text())
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "set_cookie"
    ]

    assert len(calls) == 4
    for call in calls:
        said = {one.arg: ast.unparse(one.value) for one in call.keywords}
        assert (said["secure"], said["httponly"]) == ("settings.SECURE", "True")
        assert said["samesite"] in {"'Lax'", "'Strict'"}


def test_every_answer_says_what_it_is_and_in_which_alphabet(answers):
    for name, (_status, answer) in answers.items():
        if answer.streaming or answer.content:
            kind = answer.headers["Content-Type"]
            assert kind.startswith(("text/html", "text/css", "text/javascript")), f"{name}: {kind}"
            assert "charset=" in kind.lower(), f"{name}: {kind}"


def test_what_a_guest_opens_sets_no_cookie(answers):
    for name in ("guide", "guest's card"):
        assert not answers[name][1].cookies, name


def test_no_page_of_ours_says_which_program_answers(answers):
    for name, (_status, answer) in answers.items():
        assert "Server" not in answer.headers, name
        assert "X-Powered-By" not in answer.headers, name


@pytest.mark.parametrize(
    "address",
    [
        *("/static/", "/static/web/", "/static/nothing/", "/.git/config", "/.git/HEAD", "/pyproject.toml"),
        *("/static/../config/settings.py", "/static/%2e%2e/config/settings.py", "/static/..%2fconfig%2fsettings.py"),
    ],
)
def test_no_folder_is_listed_and_no_file_is_served_that_is_no_part_of_a_page(db, address):
    assert Client().get(address).status_code == 404


@pytest.mark.parametrize("address", ["/account/login/", "/static/web/halte.css", "/guide/", "/api/v1/inside"])
def test_nothing_is_sent_back_to_who_traces_it(db, address):
    assert Client().trace(address).status_code == 405
