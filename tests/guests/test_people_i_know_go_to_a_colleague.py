"""A volunteer who was a guest: whom she knows, a colleague opens. No account is ever tied to a card."""

from uuid import uuid4

import pytest
from django.apps import apps
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from halte.accounts.actor import Actor
from halte.common import ids
from halte.guests import acquaintances, actions, queries
from halte.guests.models import Acquaintance, Guest
from halte.journal.models import Line, Retry, Subject
from halte.tracing import actions as tracing
from tests.cast import a_key_of
from tests.pages import signed_in


@pytest.fixture
def a_card(calais):
    """Make a card, and keep its secret as the guest does."""

    def make():
        return actions.make_card(actor=Actor.system(calais), at=timezone.now(), key=a_key_of())

    return make


@pytest.fixture
def knows(greeter):
    def mark(guest):
        acquaintances.know(actor=greeter, guest=guest, at=timezone.now(), key=a_key_of())

    return mark


def pages_about(guest):
    return [f"/desk/guest/{guest.id}/", f"/cards/{guest.id}/about/", f"/goods/give/{guest.id}/"]


def test_her_scan_marks_the_card_and_from_then_on_a_colleague_opens_it(greeter, night_desk, a_card):
    guest, secret = a_card()
    browser = signed_in(greeter)
    browser.post("/cards/known/", {"code": secret, "key": str(uuid4())})

    panel = browser.get(f"/desk/guest/{guest.id}/")

    assert panel.status_code == 403
    assert "A colleague opens this card" in panel.content.decode()
    assert guest.code not in panel.content.decode().replace("-", "")
    assert signed_in(night_desk).get(f"/desk/guest/{guest.id}/").status_code == 200


def test_no_page_with_her_name_in_its_address_opens_to_her_and_another_guest_does(greeter, a_card, knows):
    known, _secret = a_card()
    other, _other_secret = a_card()
    knows(known)
    browser = signed_in(greeter)

    for page in pages_about(known)[:2]:
        assert browser.get(page).status_code == 403, page
    for page in pages_about(other)[:2]:
        assert browser.get(page).status_code == 200, page


def test_neither_scan_nor_spoken_code_shows_her_anything(greeter, a_card, knows):
    guest, secret = a_card()
    knows(guest)
    browser = signed_in(greeter)

    for typed in (secret, guest.code):
        page = browser.post("/desk/scan/", {"code": typed, "key": str(uuid4())}, follow=True).content.decode()
        assert "A colleague opens this card" in page
        assert str(guest.id) not in page
    with pytest.raises(acquaintances.ColleagueOpens):
        queries.by_secret(greeter, secret)


def test_an_open_panel_leaves_the_glass_with_its_next_poll(greeter, a_card, knows):
    guest, _secret = a_card()
    browser = signed_in(greeter)
    assert browser.get(f"/desk/guest/{guest.id}/").status_code == 200

    knows(guest)

    assert browser.get(f"/desk/guest/{guest.id}/", headers={"HX-Request": "true"}).headers["HX-Redirect"] == "/desk/"


def test_whoever_came_on_the_card_is_known_with_it(greeter, a_card, knows):
    holder, _secret = a_card()
    child = Guest.objects.create(
        site=holder.site,
        card_key=b"c" * 32,
        spoken_box=holder.spoken_box,
        made_on=holder.made_on,
        on_card_of=holder,
    )
    knows(holder)

    assert acquaintances.known_to(greeter, child)


def test_marked_by_mistake_it_opens_again(greeter, a_card, knows):
    guest, secret = a_card()
    knows(guest)
    browser = signed_in(greeter)

    browser.post("/cards/known/", {"code": secret, "no_more": "yes", "key": str(uuid4())})

    assert browser.get(f"/desk/guest/{guest.id}/").status_code == 200
    with pytest.raises(acquaintances.NotKnown):
        acquaintances.not_known(actor=greeter, guest=guest, at=timezone.now(), key=a_key_of())


def test_the_page_shows_a_count_and_never_a_list(greeter, a_card, knows):
    cards = [a_card()[0] for _card in range(3)]
    for guest in cards:
        knows(guest)
        knows(guest)

    page = signed_in(greeter).get("/cards/known/").content.decode()

    assert "3 cards go to a colleague" in page
    assert not any(str(guest.id) in page or ids.spaced(guest.code) in page for guest in cards)


def test_neither_table_nor_register_says_who_knows_whom(greeter, a_card, knows):
    guest, _secret = a_card()
    knows(guest)

    line = Line.objects.get(kind="guests.known")
    row = Acquaintance.objects.values().get()
    assert not Subject.objects.filter(line=line).exists()
    assert guest.id.hex not in bytes(line.body).decode() + str(Retry.objects.get(line=line).results)
    assert row["id"].hex not in bytes(line.body).decode() + str(Retry.objects.get(line=line).results)
    assert greeter.id.hex not in str(row).replace("-", "")


def test_what_she_knows_goes_along_when_two_cards_are_joined(greeter, a_card, knows):
    old, new = a_card()[0], a_card()[0]
    knows(old)

    Acquaintance.objects.filter(guest=old).update(guest=new)

    assert acquaintances.known_to(greeter, new)


def test_no_account_is_tied_to_a_card():
    """Every relation of every table of accounts, and every relation from a guest's table to an account."""
    accounts = set(apps.get_app_config("accounts").get_models())
    guests = set(apps.get_app_config("guests").get_models())

    def tied(one, other):
        return (one in accounts and other in guests) or (one in guests and other in accounts)

    ties = [
        (model.__name__, field.name)
        for model in apps.get_models()
        for field in model._meta.get_fields()
        if field.is_relation and tied(model, field.related_model)
    ]

    assert ties == []


def test_a_message_that_waits_for_her_friend_is_opened_by_a_colleague(
    greeter, adviser, night_desk, calais, a_card, knows
):
    friend, _secret = a_card()
    at = timezone.now()
    told = {"known": "name", "hint": "Selam", "text": "I am well", "language": "en", "ticket": "A" * 12}
    message = tracing.leave_message(site=calais, at=at, key=a_key_of(), **told)
    tracing.offer_message(actor=adviser, message=message, guest=friend, at=at, key=a_key_of())
    knows(friend)

    hers, a_colleagues = (
        signed_in(who).post(f"/messages/{message.id}/open/", {"key": str(uuid4())}) for who in (greeter, night_desk)
    )

    assert hers.status_code == 403
    assert "I am well" not in hers.content.decode()
    with pytest.raises(acquaintances.ColleagueOpens):
        tracing.answer_message(actor=greeter, message=message, text="No", at=at, key=a_key_of())
    assert "I am well" in a_colleagues.content.decode()


def test_a_scan_asks_for_the_rows_of_its_card_and_not_of_the_whole_house(greeter, a_card):
    card, _secret = a_card()

    with CaptureQueriesContext(connection) as asked:
        acquaintances.known_to(greeter, card)

    [query] = asked.captured_queries
    condition = query["sql"].partition("WHERE")[2]
    assert "guest_id" in condition
    assert "site_id" not in condition
