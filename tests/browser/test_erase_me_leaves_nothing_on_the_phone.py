"""Erase me, on her own phone: afterwards no file of its browser holds a byte of her, but the addresses it went to.

No page can empty a browser's history; it says so. What stands there opens nothing any more.
"""

from django.utils import timezone

from halte.common.retry import RetryKey
from halte.guests import actions, pairing
from halte.guests.models import Guest
from tests.chromium import CHROMIUM, FLAGS
from tests.forensics import traces

ADDRESSES = ("History", "Favicons", "ukm_db", "Session_", "Tabs_", "Top Sites", "Network Action Predictor", "Shortcuts")
"""Where Chromium writes which addresses were opened."""


def holding(profile, *canaries):
    """Files of a browser's folder that hold a canary: those that list addresses, and all others."""
    found = set(traces.in_files(profile, traces.of(*canaries)))
    addresses = {name for name in found if name.startswith(ADDRESSES)}
    return addresses, found - addresses


def test_after_erase_me_the_folder_of_her_browser_holds_nothing_of_her(
    chromium, live_server, greeter, calais, tmp_path
):
    profile, now = tmp_path / "profile", timezone.now()
    guest, secret = actions.make_card(actor=greeter, at=now, key=RetryKey.new())
    link = pairing.offer_link(actor=greeter, guest=guest, at=now, key=RetryKey.new())
    launch = {"executable_path": CHROMIUM, "args": FLAGS, "locale": "en"}
    phone = chromium.browser_type.launch_persistent_context(str(profile), **launch)
    page = phone.pages[0]
    page.goto(f"{live_server.url}/c/pair/{link}/")
    page.locator("main form button").first.click()
    kept = next(one["value"] for one in phone.cookies() if one["name"] == "halte_phone")
    page.goto(f"{live_server.url}/c/{secret}")
    assert guest.spoken in page.content()
    page.locator("form[action='/c/mine/erase/'] button").first.click()
    page.locator("[data-held] button").hover()
    page.mouse.down()
    page.get_by_text("clear its history too").wait_for()
    page.mouse.up()
    again = page.goto(f"{live_server.url}/c/{secret}")
    phone.close()

    assert not Guest.objects.exists()
    assert "/c/mine/" not in again.url
    assert holding(profile, guest.id, guest.spoken, guest.code, kept) == (set(), set())
    addresses, others = holding(profile, secret, link)
    assert others == set()
    assert "History" in addresses, "The control: the search finds what stands in the folder."
    cache = [path for path in profile.rglob("*") if path.is_file() and "Cache" in str(path.relative_to(profile))]
    assert cache
    assert not any(b"/c/mine/" in path.read_bytes() for path in cache), "A page of hers was kept."
