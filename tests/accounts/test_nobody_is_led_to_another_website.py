"""Whatever an address says should come next, no page of ours leads to another website."""

from urllib.parse import quote, urlsplit

import pytest
from django.test import Client

from tests.accounts.test_a_badge_takes_a_tablet import clock, made, tablet, takes
from tests.pages import signed_in

__all__ = ["clock", "made", "tablet"]

ELSEWHERE = (
    *("//evil.example", "///evil.example", "https://evil.example", "http:evil.example", "javascript:alert(1)"),
    *(
        "/\\evil.example",
        "\\\\evil.example",
        "/\t/evil.example",
        "https://testserver@evil.example/",
        "//evil.example\\@x",
    ),
)


def leads_away(answer):
    told = urlsplit(answer.headers["Location"])
    return told.scheme not in {"", "http"} or told.netloc not in {"", "testserver"} or "\\" in told.path[:2]


@pytest.mark.parametrize("wanted", ELSEWHERE)
def test_after_signing_in(with_password, password, wanted):
    said = {"login": "amina", "password": password, "next": wanted}

    answer = Client().post(f"/account/login/?next={quote(wanted)}", said)

    assert (answer.status_code, leads_away(answer)) == (302, False)


@pytest.mark.parametrize("wanted", ELSEWHERE)
def test_after_showing_again_who_one_is(greeter, with_password, password, wanted):
    answer = signed_in(greeter).post(f"/account/again/?next={quote(wanted)}", {"password": password, "next": wanted})

    assert answer.status_code == 200 or not leads_away(answer)


@pytest.mark.parametrize("wanted", ELSEWHERE)
def test_after_unlocking_and_after_the_rain(tablet, made, wanted):
    takes(tablet, made)
    rain = tablet.post("/desk/rain/", {"rain": "1", "next": wanted})
    tablet.post("/account/lock/", {"page": wanted})

    unlocked = tablet.post("/account/unlock/", {"digits": made.digits})

    assert [(one.status_code, leads_away(one)) for one in (rain, unlocked)] == [(302, False)] * 2


def test_a_page_of_ours_is_led_to(with_password, password):
    """The control."""
    answer = Client().post("/account/login/?next=/visits/", {"login": "amina", "password": password})

    assert answer.headers["Location"] == "/visits/"
