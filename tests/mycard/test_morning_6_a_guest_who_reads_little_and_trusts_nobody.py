"""Morning 6, a guest who reads little and trusts nobody: pictures, her own language, an erase button that worked.

The page is read aloud by a voice of the phone; a human voice in Tigrinya is not here: nobody has recorded one yet.
"""

import re
from uuid import uuid4

from django.test import Client

from halte.common import ids
from halte.guests.models import Guest

TIGRINYA = {"accept-language": "ti"}


def test_every_button_of_her_page_has_a_picture_and_the_page_speaks_tigrinya(with_everything, a_phone):
    page = a_phone(with_everything[0]).get("/c/mine/", headers=TIGRINYA).content.decode()

    buttons = re.findall(r"<button.*?</button>", page, re.DOTALL)
    assert 'lang="ti"' in page
    assert len(buttons) == 6
    assert page.count("data-speak") == 2
    assert all("<svg" in button for button in buttons)


def test_three_taps_after_her_page_opens_she_is_erased_in_front_of_her(with_everything, a_phone):
    guest, secret = with_everything
    phone = a_phone(guest)
    page = phone.get("/c/mine/", headers=TIGRINYA).content.decode()
    passing = re.search(r'name="passing" value="([^"]+)"', page)[1]

    phone.post("/c/mine/erase/", {"passing": passing}, headers=TIGRINYA)
    done = phone.post("/c/mine/erase/", {"passing": passing, "key": uuid4(), "held": "yes"}, headers=TIGRINYA)

    assert not Guest.objects.filter(id=guest.id).exists()
    assert done.content.decode().count("<svg") >= 3
    assert phone.get(f"/c/{secret}").content == Client().get(f"/c/{ids.new_secret()}").content
