"""Scripts of ours work under Trusted Types; whatever slips in as text runs nowhere (design, "headers")."""

from datetime import date
from typing import Any

import pytest

from halte.common.retry import RetryKey
from halte.rights.actions import load_guide

RAN = "window.ran === true"
LOOKED_AFTER = """async () => {
    const { serviceWorker } = navigator
    const taken = new Promise((done) => serviceWorker.addEventListener('controllerchange', done))
    if (!serviceWorker.controller) await taken
}"""


@pytest.fixture
def guide(coordinator: Any, now: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("django.utils.timezone.localdate", lambda *_when: date(2026, 11, 24))
    load_guide(actor=coordinator, at=now, key=RetryKey.new())


@pytest.fixture
def desk(browse, greeter):
    """A greeter's desk with one guest's panel."""
    watched = browse(actor=greeter)
    watched.open("/desk/")
    watched.page.get_by_role("button", name="New card, no questions").click()
    watched.page.wait_for_load_state()
    watched.open("/desk/")
    return watched


def test_a_swap_puts_the_panel_in_place_under_the_policy(desk, a_guest):
    policy = desk.open("/desk/").headers["content-security-policy"]
    assert "require-trusted-types-for 'script'" in policy

    desk.page.keyboard.type(a_guest().spoken)
    with desk.page.expect_response("**/desk/scan/") as answer:
        desk.page.keyboard.press("Enter")

    assert answer.value.request.headers["hx-request"] == "true"
    desk.page.wait_for_selector("#panel .tile")
    desk.is_calm()


@pytest.mark.parametrize(
    "markup",
    [
        "<img src=/nothing onerror='window.ran = true'>",
        "<script>window.ran = true</script>",
        "<svg onload='window.ran = true'></svg>",
        "<a href='javascript:window.ran = true'>x</a>",
        "<iframe srcdoc='<script>parent.ran = true</script>'></iframe>",
        "<div hx-on:click='window.ran = true'>x</div>",
    ],
)
def test_markup_with_a_script_in_it_is_not_even_put_in_place(desk, markup):
    refused = desk.page.evaluate(
        "markup => { try { document.querySelector('#panel').innerHTML = markup; return false } "
        "catch (error) { return error instanceof TypeError } }",
        markup,
    )

    desk.page.wait_for_timeout(50)
    assert refused
    assert not desk.page.evaluate(RAN)


def test_text_is_never_run_as_a_program(desk):
    """Also by those who can add to the page: its policy has no place for a script in the page itself."""
    desk.page.evaluate(
        """() => {
            const script = document.createElement('script')
            try { script.text = 'window.ran = true' } catch { /* refused as it should be */ }
            document.body.append(script)
            const picture = document.createElement('img')
            try { picture.setAttribute('onerror', 'window.ran = true') } catch { /* the same */ }
            picture.src = '/nothing'
            document.body.append(picture)
            try { setTimeout('window.ran = true') } catch { /* the same */ }
        }"""
    )

    desk.page.wait_for_timeout(200)
    assert not desk.page.evaluate(RAN)


def test_no_other_script_address_and_no_other_worker_is_taken(browse, guide):
    reader = browse(language="ar")
    reader.open("/guide/ar/")
    reader.page.evaluate(LOOKED_AFTER)

    assert reader.page.evaluate(
        """async () => {
            const tries = [
                () => navigator.serviceWorker.register('/static/web/halte.js'),
                () => new Worker('/static/web/halte.js'),
                () => { document.createElement('script').src = '/static/web/halte.js' },
                () => trustedTypes.createPolicy('other', { createScriptURL: (address) => address }),
            ]
            const refused = []
            for (const attempt of tries) {
                try { await attempt(); refused.push(false) } catch (error) { refused.push(error instanceof TypeError) }
            }
            return refused
        }"""
    ) == [True, True, True, True]


def test_whoever_opened_one_page_reads_the_guide_without_a_network(browse, guide, live_server):
    reader = browse(language="ar", width=360)
    answer = reader.open("/guide/ar/shelter-tonight/")
    assert "require-trusted-types-for 'script'" in answer.headers["content-security-policy"]
    reader.page.evaluate(LOOKED_AFTER)

    reader.page.context.set_offline(True)

    for path in ("shelter-tonight/", "danger-at-sea/", ""):
        reader.page.goto(f"{live_server.url}/guide/ar/{path}")
        assert reader.page.locator("html").get_attribute("dir") == "rtl"
        assert reader.page.locator("h1").inner_text()
    reader.page.goto(f"{live_server.url}/guide/")
    assert reader.page.url == f"{live_server.url}/guide/ar/"
    reader.is_calm()


def test_a_copy_that_a_phone_kept_stops_telling_what_is_past_its_last_day(browse, guide, live_server):
    reader = browse(language="en")
    reader.page.clock.set_fixed_time("2027-03-01T12:00:00Z")
    reader.open("/guide/en/shelter-tonight/")

    assert reader.page.get_by_text("We must check this again. Ask us today.").count() > 0
    assert reader.page.locator("[data-until='2026-12-31']").first.inner_text() == (
        "We must check this again. Ask us today."
    )


def test_the_worker_keeps_nothing_about_people(browse, guide, greeter, a_guest, live_server):
    guest = a_guest()
    colleague = browse(actor=greeter)
    colleague.open("/guide/en/")
    colleague.page.evaluate(LOOKED_AFTER)
    colleague.open(f"/desk/guest/{guest.id}/")
    colleague.open("/guide/en/day-centres/")
    kept = colleague.page.evaluate(
        "async () => (await (await caches.open('guide')).keys()).map(({ url }) => new URL(url).pathname)"
    )
    assert "/guide/en/day-centres/" in kept
    assert [path for path in kept if not path.startswith(("/guide/", "/static/"))] == []
    colleague.page.context.set_offline(True)
    with pytest.raises(Exception, match="ERR_INTERNET_DISCONNECTED"):
        colleague.open(f"/desk/guest/{guest.id}/")
