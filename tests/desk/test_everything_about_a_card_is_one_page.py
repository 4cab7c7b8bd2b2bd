"""The morning of the data officer: everything about a card is one page, and looking is a line."""

import re
from uuid import uuid4

import pytest

from halte.goods import actions as goods
from halte.guests import actions as guests
from halte.journal.models import Line, Subject
from halte.nights import actions as nights
from tests.cast import a_key_of
from tests.pages import proven, signed_in, words_of


@pytest.fixture
def card(greeter, goods_keeper, night_desk, a_room, calais, now):
    """A guest with a blanket and a bed."""
    guest, secret = guests.make_card(actor=greeter, at=now, key=a_key_of())
    kind = goods.add_kind(actor=goods_keeper, code="blanket", names={"en": "Blanket"}, at=now, key=a_key_of())
    goods.receive(actor=goods_keeper, variant=kind.variants.get(), quantity=1, at=now, key=a_key_of())
    goods.give(actor=greeter, guest=guest, variant=kind.variants.get(), at=now, key=a_key_of())
    bed = a_room(kind="men").beds.first()
    nights.give_bed(actor=night_desk, guest=guest, bed=bed, night=calais.tonight(now), at=now, key=a_key_of())
    return guest, secret


def asks(actor, code, browser=proven):
    return browser(actor).post("/desk/everything/", {"key": str(uuid4()), "code": code})


def test_one_scan_tells_what_every_room_of_the_house_holds(card, manager):
    _guest, secret = card

    page = words_of(asks(manager, secret).content.decode())

    assert "Blanket" in page
    assert "There is no legal name." in page
    for kind in ("guests.card_made", "goods.given", "nights.given"):
        assert kind in page


def test_that_somebody_looked_is_a_line_about_the_guest(card, manager):
    guest, secret = card

    page = words_of(asks(manager, secret).content.decode())

    looked = Line.objects.get(kind="desk.everything_told")
    assert Subject.objects.filter(line=looked, guest=guest.id).exists()
    assert "desk.everything_told" in page


def test_without_the_card_there_is_nothing_to_search(card, manager):
    page = proven(manager).get("/desk/everything/").content.decode()
    assert 'type="search"' not in page
    labels = re.findall(r"<label[^>]*>\s*([^<]*?)\s*<", page)
    assert "Card" in labels
    assert "Guest" not in labels, "no second field that means nothing"

    answer = asks(manager, "K7M-4QX-8")

    assert answer.status_code == 422
    assert not Line.objects.filter(kind="desk.everything_told").exists()


def test_the_other_site_finds_nothing_and_greeters_do_not_ask(card, greeter, elsewhere):
    _guest, secret = card

    assert "Blanket" not in words_of(asks(elsewhere, secret).content.decode())
    assert asks(greeter, secret).status_code == 403


@pytest.mark.parametrize(("browser", "told"), [(signed_in, 0), (proven, 1)], ids=["left-open", "shown-again"])
def test_a_screen_that_was_left_open_tells_nothing_of_anybody(browser, told, card, manager):
    _guest, secret = card

    page, answer = browser(manager).get("/desk/everything/"), asks(manager, secret, browser)

    again = "/account/again/?next=%2Fdesk%2Feverything%2F"
    assert [getattr(one, "url", "") for one in (page, answer)] == ([""] * 2 if told else [again] * 2)
    assert Line.objects.filter(kind="desk.everything_told").count() == told
    assert ("Blanket" in words_of(answer.content.decode())) is bool(told)
