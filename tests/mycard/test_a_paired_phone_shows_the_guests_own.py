"""My card has two depths: bare for any phone, the guest's own on a phone that a desk paired (design, "my card")."""

import re
from datetime import timedelta
from uuid import uuid4

import pytest
from django.test import Client

from halte.common import ids
from halte.guests import actions, pairing
from halte.guests.forgetting import forget_pairings_and_notes
from halte.guests.models import Guest, PairedPhone
from tests.cast import a_key_of
from tests.pages import signed_in, words_of

BARE_TO_ALL = ("/c/mine/", "/c/mine/everything/", "/c/mine/correct/", "/c/mine/erase/", "/c/mine/end/")


def passing_of(page):
    return re.search(r'name="passing" value="([^"]+)"', page.content.decode())[1]


def heads(answer):
    return {name: value for name, value in answer.headers.items() if name != "Content-Security-Policy"}


def test_a_phone_that_is_not_paired_sees_the_same_bytes_whatever_the_guest_has(
    client, with_everything, a_card, greeter, at_now
):
    _rich, rich = with_everything
    _poor, poor = a_card()
    closed_guest, closed = a_card()
    actions.close_card(actor=greeter, guest=closed_guest, at=at_now, key=a_key_of())
    hidden_guest, hidden = a_card()
    Guest.objects.filter(id=hidden_guest.id).update(protected=True)
    again, revoked = a_card()
    actions.reissue_card(actor=greeter, guest=again, at=at_now, key=a_key_of())
    cards = (rich, poor, closed, hidden, revoked, ids.new_secret(), "no-card")

    answers = [client.get(f"/c/{secret}") for secret in cards]

    assert len({answer.content for answer in answers}) == 1
    assert len({str(sorted(heads(answer).items())) for answer in answers}) == 1
    assert not any(answer.cookies for answer in answers)


def test_the_bare_page_asks_the_database_the_same_for_every_card(
    client, with_everything, a_card, django_assert_num_queries
):
    _rich, rich = with_everything
    client.get(f"/c/{rich}")
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    counts = set()
    for secret in (rich, a_card()[1], ids.new_secret()):
        with CaptureQueriesContext(connection) as asked:
            client.get(f"/c/{secret}")
        counts.add(len(asked))

    assert len(counts) == 1


def test_a_paired_phone_shows_bed_letter_and_appointment(with_everything, a_phone):
    guest, secret = with_everything
    phone = a_phone(guest)

    led = phone.get(f"/c/{secret}")
    page = phone.get("/c/mine/", headers={"accept-language": "en"})
    said = words_of(page.content.decode())

    assert led.headers["Location"] == "/c/mine/"
    assert guest.spoken in said
    for thing in ("Room", "bed 1", "1 letter is waiting", "Appointment", "25.11."):
        assert thing in said
    assert page.headers["Cache-Control"] == "no-store"


def test_a_phone_keeps_what_no_script_and_no_other_page_reads(with_everything, a_phone):
    phone = a_phone(with_everything[0])

    kept = phone.cookies["halte_phone"]

    assert (kept["path"], kept["httponly"], kept["samesite"]) == ("/c/", True, "Lax")
    assert kept["max-age"] == 14 * 24 * 60 * 60
    assert kept.value.encode() not in bytes(PairedPhone.objects.get().token_hash)


def test_a_paired_phone_sees_any_other_card_bare(with_everything, a_phone, a_card):
    phone = a_phone(with_everything[0])
    _other, secret = a_card()

    assert phone.get(f"/c/{secret}").content == Client().get(f"/c/{secret}").content


def test_a_link_works_once_and_for_two_minutes(with_everything, greeter, now):
    guest, _secret = with_everything
    link = pairing.offer_link(actor=greeter, guest=guest, at=now, key=a_key_of())

    assert not pairing.link_waits(link, now + timedelta(minutes=2))
    pairing.pair(link=link, at=now, key=a_key_of())
    with pytest.raises(pairing.LinkOver):
        pairing.pair(link=link, at=now, key=a_key_of())


def test_looking_at_a_link_uses_nothing_up(with_everything, greeter, at_now):
    guest, _secret = with_everything
    link = pairing.offer_link(actor=greeter, guest=guest, at=at_now, key=a_key_of())

    for _preview in range(3):
        assert Client().get(f"/c/pair/{link}/").status_code == 200

    assert PairedPhone.objects.get().since is None


def test_the_desk_shows_a_link_and_ends_every_pairing(with_everything, a_phone, greeter):
    guest, _secret = with_everything
    desk = signed_in(greeter)

    page = desk.post(f"/cards/{guest.id}/phone/", {"key": uuid4()})
    assert "<svg" in page.content.decode()
    link = re.search(r"/c/pair/(\w+)/", page.content.decode())[1]
    phone = Client()
    phone.post(f"/c/pair/{link}/", {"key": uuid4()})
    assert guest.spoken in phone.get("/c/mine/").content.decode()

    desk.post(f"/cards/{guest.id}/phone/end/", {"key": uuid4()})
    assert guest.spoken not in phone.get("/c/mine/").content.decode()


@pytest.mark.parametrize("ending", ["protected", "closed", "reissued", "fortnight"])
def test_a_phone_goes_bare_when_the_card_ends(with_everything, a_phone, greeter, now, ending, monkeypatch):
    guest, secret = with_everything
    phone = a_phone(guest)

    if ending == "protected":
        Guest.objects.filter(id=guest.id).update(protected=True)
    elif ending == "closed":
        actions.close_card(actor=greeter, guest=guest, at=now, key=a_key_of())
    elif ending == "reissued":
        actions.reissue_card(actor=greeter, guest=guest, at=now, key=a_key_of())
    else:
        monkeypatch.setattr("django.utils.timezone.now", lambda: now + timedelta(days=14))

    for address in (f"/c/{secret}", *BARE_TO_ALL):
        assert phone.get(address).content == Client().get(f"/c/{ids.new_secret()}").content


def test_one_tap_on_the_phone_ends_it(with_everything, a_phone):
    guest, _secret = with_everything
    phone = a_phone(guest)
    page = phone.get("/c/mine/")

    answer = phone.post("/c/mine/end/", {"passing": passing_of(page), "key": uuid4()})

    assert not PairedPhone.objects.exists()
    assert answer.cookies["halte_phone"]["max-age"] == 0
    assert "cache" in answer.headers["Clear-Site-Data"]


def test_a_press_without_what_the_page_carried_does_nothing(with_everything, a_phone):
    guest, _secret = with_everything
    phone = a_phone(guest)

    answer = phone.post("/c/mine/erase/", {"key": uuid4(), "held": "yes"})

    assert Guest.objects.filter(id=guest.id).exists()
    assert guest.spoken not in answer.content.decode()


def test_a_press_from_another_website_is_refused(with_everything, a_phone):
    guest, _secret = with_everything
    kept = a_phone(guest).cookies["halte_phone"].value
    phone = Client(enforce_csrf_checks=True)
    phone.cookies["halte_phone"] = kept

    for elsewhere in ({"origin": "https://elsewhere.example"}, {"sec-fetch-site": "cross-site"}, {}):
        assert phone.post("/c/mine/end/", {"key": uuid4()}, headers=elsewhere).status_code == 403
    assert phone.post("/c/mine/end/", {}, headers={"origin": "http://testserver"}).status_code == 200


def test_a_guest_is_told_everything_and_there_is_no_legal_name(with_everything, a_phone):
    guest, _secret = with_everything
    phone = a_phone(guest)
    passing = passing_of(phone.get("/c/mine/"))

    page = phone.post("/c/mine/everything/", {"passing": passing}, headers={"accept-language": "en"})
    text = phone.post("/c/mine/everything/", {"passing": passing, "text": "yes"}, headers={"accept-language": "en"})

    said = words_of(page.content.decode())
    assert said.index("There is no legal name.") < said.index("Your card")
    assert text.headers["Content-Type"] == "text/plain; charset=utf-8"
    assert guest.spoken in text.content.decode()
    assert "There is no legal name." in text.content.decode()


def test_a_guest_corrects_what_we_know(with_everything, a_phone):
    guest, _secret = with_everything
    phone = a_phone(guest)
    passing = passing_of(phone.get("/c/mine/"))

    told = {"language": "ti", "counted": "woman", "needs": ["quiet"]}
    phone.post("/c/mine/correct/", {"passing": passing, "key": uuid4(), **told})

    guest.refresh_from_db()
    assert (guest.language, guest.counted) == ("ti", "woman")
    assert guest.needs.get().need == "quiet"


def test_an_erase_button_that_worked_in_front_of_her(with_everything, a_phone):
    guest, secret = with_everything
    phone = a_phone(guest)
    passing = passing_of(phone.get("/c/mine/"))

    asked = phone.post("/c/mine/erase/", {"passing": passing}, headers={"accept-language": "en"})
    untouched = phone.post("/c/mine/erase/", {"passing": passing, "key": uuid4()})
    assert Guest.objects.filter(id=guest.id).exists()
    assert untouched.status_code == 422
    assert "would be lost" in words_of(asked.content.decode())

    done = phone.post("/c/mine/erase/", {"passing": passing, "key": uuid4(), "held": "yes"})

    assert not Guest.objects.filter(id=guest.id).exists()
    assert "Your card" in words_of(done.content.decode())
    assert guest.spoken not in done.content.decode()
    assert done.cookies["halte_phone"]["max-age"] == 0
    assert "Clear-Site-Data" in done.headers
    assert phone.get(f"/c/{secret}").content == Client().get(f"/c/{ids.new_secret()}").content


def test_a_pairing_that_ran_out_is_forgotten(with_everything, a_phone, greeter, now):
    a_phone(with_everything[0])

    forget_pairings_and_notes(actor=greeter, at=now + timedelta(days=13), key=a_key_of())
    assert PairedPhone.objects.exists()
    forget_pairings_and_notes(actor=greeter, at=now + timedelta(days=14), key=a_key_of())
    assert not PairedPhone.objects.exists()
