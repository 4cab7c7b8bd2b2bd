"""Two taps record a statement, a second speaker hears and approves it, and a guest plays it with one."""

import pytest
from playwright.sync_api import expect

from halte.accounts.roles import Role
from halte.common.retry import RetryKey
from halte.rights.actions import load_guide
from halte.rights.models import Recording
from halte.rights.voices.sound import LARGEST


@pytest.fixture
def a_guide(coordinator, now):
    load_guide(actor=coordinator, at=now, key=RetryKey.new())


def test_two_taps_record_one_approves_and_one_plays(a_guide, browse, staff_at, calais, dunkirk):
    speaker = browse(actor=staff_at(calais, Role.TRANSLATOR), width=360)
    speaker.open("/editing/voices/kmr/shelter-tonight/")
    card = speaker.page.locator("#ask-our-desk")
    card.get_by_role("button", name="Record").click()
    expect(card.get_by_role("timer")).to_have_text("0:01 / 1:00")
    with speaker.page.expect_navigation():
        card.get_by_role("button", name="Stop and send").click()
    expect(speaker.page.get_by_text("It waits for a second speaker.")).to_be_visible()
    assert 1_000 < len(Recording.objects.get().sound) < LARGEST / 10
    speaker.is_calm()

    second = browse(actor=staff_at(dunkirk, Role.TRANSLATOR), width=360)
    second.open("/editing/voices/kmr/shelter-tonight/")
    second.page.locator("#ask-our-desk audio").evaluate("async (one) => { await one.play() }")
    with second.page.expect_navigation():
        second.page.get_by_role("button", name="It says this, and well").click()
    second.is_calm()

    guest = browse(width=360, scripts=False)
    guest.open("/guide/kmr/shelter-tonight/")
    audio = guest.page.locator("audio")
    expect(audio).to_have_count(1)
    assert audio.get_attribute("controls") is not None

    listening = browse(width=360)
    listening.open("/guide/kmr/shelter-tonight/")
    listening.page.evaluate("async () => { await navigator.serviceWorker.ready }")
    listening.page.reload()
    assert listening.page.evaluate("navigator.serviceWorker.controller !== null")
    listening.page.locator("audio").evaluate("async (one) => { await one.play() }")
    expect(listening.page.locator("audio")).to_have_js_property("paused", value=False)
    kept = "(async () => (await (await caches.open('guide')).keys()).map((one) => new URL(one.url).pathname))()"
    assert not [path for path in listening.page.evaluate(kept) if path.startswith("/guide/voice/")]
    listening.is_calm()


def test_a_phone_with_a_voice_of_its_own_offers_to_read_and_one_that_can_share_offers_to_send(a_guide, browse):
    phone = browse(width=360, language="en")
    phone.page.add_init_script(
        """
        const voice = { lang: "en-GB", localService: true };
        const said = [];
        Object.defineProperty(window, "said", { value: said });
        Object.defineProperty(window, "speechSynthesis", { value: {
          getVoices: () => [voice], cancel() {}, addEventListener() {}, speak: (one) => said.push(one.text) } });
        window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
        navigator.share = async (what) => { said.push(what.url); };
        """
    )
    phone.open("/guide/en/shelter-tonight/")

    phone.page.get_by_role("button", name="Listen").click()
    assert "Call 115" in " ".join(phone.page.evaluate("said"))
    phone.page.get_by_role("button", name="Send this page").click()
    assert phone.page.evaluate("said.at(-1)").endswith("/guide/en/shelter-tonight/")
    phone.open("/guide/ar/shelter-tonight/")
    expect(phone.page.get_by_role("button", name="استمع")).to_have_count(0)
    phone.is_calm()
