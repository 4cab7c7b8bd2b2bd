"""Whatever a guest reads stands in their own language: every text that a page asks for has a translation."""

import re
import sys
from datetime import time, timedelta
from pathlib import Path
from uuid import uuid4

import pytest
from django.test import Client
from django.utils import translation
from django.utils.translation import trans_real

from halte.accounts.models import Staff
from halte.common import ids, languages
from halte.complaints.models import Reader
from halte.goods import actions as goods
from halte.guests import actions as guests
from halte.guests import pairing
from halte.nights import actions as nights
from halte.rights.asking import actions as asking
from halte.rights.asking import queries as asking_queries
from halte.rights.models import AskedQuestion, Page, Topic
from halte.rights.models.asked import closed
from halte.sites import cold
from halte.sites.models import ColdMetric, Hours, Room
from halte.sites.rules import ColdMeasures
from halte.tracing import actions as tracing
from halte.tracing.models import Known
from halte.visits import actions as visits
from halte.visits.models import Queue
from tests.cast import a_key_of
from tests.pages import signed_in

sys.path.insert(0, str(Path(__file__).parents[2] / "tools"))

import translations

pytestmark = pytest.mark.one_database

OF_THE_FRAMEWORK = {":", "Nov.", "p.m.", "(Hidden field %(name)s) %(error)s"}
"""Marks and dates that Django itself has in no catalogue of these languages."""
TRANSLATED = [language.code for language in languages.ALL if language.code != "en"]


@pytest.fixture(autouse=True, scope="module")
def compiled():
    translations.compile_all()


@pytest.fixture
def untranslated(monkeypatch):
    """Collect every text that a page asks for in a language and that nobody translated."""
    missing = set()

    def watched(name, asked):
        def look(*args):
            catalog = trans_real.catalog()
            text = args[1] if name == "pgettext" else args[0]
            keys = [f"{args[0]}\x04{text}"] if name == "pgettext" else [text, (text, 0)]
            if text and text not in OF_THE_FRAMEWORK and not any(catalog._catalog.get(key) for key in keys):
                missing.add(str(text))
            return asked(*args)

        return look

    translation.gettext("Say it")
    translation.ngettext("%(n)s bed", "%(n)s beds", 2)
    translation.pgettext("nothing", "nothing")
    for name in ("gettext", "ngettext", "pgettext"):
        monkeypatch.setattr(translation._trans, name, watched(name, getattr(trans_real, name)))
    return missing


@pytest.fixture
def full(with_everything, greeter, goods_keeper, manager, staff_at, dunkirk, at_now):
    """A guest for whom every service holds something, in a family, with two readers of complaints outside."""
    guest, secret = with_everything
    Hours.objects.create(
        site=guest.site, weekday=guest.site.today(at_now).weekday(), opens=time(0), closes=time(23, 59)
    )

    def at_desk(action, **more):
        return action(actor=greeter, at=at_now, key=a_key_of(), **more)

    at_desk(guests.tell_about, guest=guest, language="ti", counted="man", needs=["lower_bunk", "quiet"])
    at_desk(guests.choose_sign, guest=guest, pictures=["sun", "moon", "star"])
    friend = at_desk(guests.make_card)[0]
    at_desk(guests.keep_together, guests=[guest, friend], is_family=False)
    at_desk(visits.arrive, guest=guest)
    at_desk(visits.take_ticket, guest=guest, queue=Queue.ADVICE)
    at_desk(visits.give_locker, guest=guest)
    for kind in ("phone", "bag"):
        at_desk(visits.take_in, guest=guest, kind=kind)
    at_desk(visits.receive_letter, guest=guest, kind="registered")
    kind = goods.add_kind(
        actor=goods_keeper, code="blanket", names={"en": "B"}, pictogram="blanket", at=at_now, key=a_key_of()
    )
    variant = kind.variants.get()
    goods.receive(actor=goods_keeper, variant=variant, quantity=30, at=at_now, key=a_key_of())
    at_desk(goods.give, guest=guest, variant=variant)
    announced = goods.announce(
        actor=goods_keeper,
        variant=variant,
        quantity=2,
        starts_at=at_now + timedelta(hours=1),
        place="gate",
        at=at_now,
        key=a_key_of(),
    )
    at_desk(goods.take_number, distribution=announced, guest=guest)
    left = tracing.leave_message(
        site=guest.site,
        known=Known.NAME,
        hint="Y",
        text="Z",
        language="en",
        ticket="ABCDEFGHJK",
        at=at_now,
        key=a_key_of(),
    )
    tracing.offer_message(actor=manager, message=left, guest=guest, at=at_now, key=a_key_of())
    waits = at_desk(guests.make_card)[0]
    at_desk(guests.tell_about, guest=waits, language="", counted="man", needs=[])
    nights.want_bed(actor=greeter, guest=waits, night=guest.site.tonight(at_now), at=at_now, key=a_key_of())
    _very_cold(manager, at_now)
    for _reader in range(2):
        Reader.objects.create(staff=Staff.objects.get(id=staff_at(dunkirk).id), since=at_now)
    return guest, secret, waits


def _very_cold(manager, at):
    """The cold plan is on, with everything it can tell."""
    room = Room.objects.get()
    Room.objects.update(legal_maximum=room.legal_maximum + 1)
    does = ColdMeasures({room.code: 1}, open_until="01:00", bus_from="X", bus_at=("17:45",))
    tonight = manager.site.tonight(at)
    decided = cold.Decided(ColdMetric.FELT, -5, tonight, "Y", does)
    cold.set_plan(actor=manager, decided=decided, seen_version=0, at=at, key=a_key_of())
    cold.switch_on(actor=manager, first_night=tonight, last_night=tonight, figure=None, at=at, key=a_key_of())


@pytest.mark.parametrize("language", TRANSLATED)
def test_a_page_behind_a_card_asks_for_no_text_that_nobody_translated(
    full, a_phone, greeter, untranslated, language, at_now
):
    guest, secret, waits = full
    reads = {"accept-language": language}
    phones = {one: a_phone(one) for one in (guest, waits)}
    link = pairing.offer_link(actor=greeter, guest=guest, at=at_now, key=a_key_of())
    untranslated.clear()

    anybody = Client(headers=reads)
    for page in (
        f"/c/{secret}",
        f"/c/{ids.new_secret()}",
        f"/c/{secret}?sign=yes",
        "/c/how/",
        "/c/appeal/",
        f"/c/pair/{link}/",
        "/c/pair/no/",
    ):
        anybody.get(page)
    anybody.post("/c/appeal/", {"code": "ABCD"})
    for phone in phones.values():
        for page in ("", "everything/", "correct/", "erase/"):
            assert phone.get(f"/c/mine/{page}", headers=reads).status_code == 200
        passing = re.search(r'name="passing" value="([^"]+)"', phone.get("/c/mine/", headers=reads).content.decode())[1]
        pressed = {"passing": passing, "key": uuid4()}
        phone.post("/c/mine/everything/", {"text": "", "passing": passing}, headers=reads)
        phone.post("/c/mine/correct/", pressed | {"needs": "no"}, headers=reads)
        phone.post("/c/mine/correct/", pressed | {"language": "ti"}, headers=reads)
        phone.post("/c/mine/erase/", pressed, headers=reads)
        erased = phone.post("/c/mine/erase/", pressed | {"key": uuid4(), "held": "on"}, headers=reads)
        assert erased.headers["Clear-Site-Data"]

    assert sorted(untranslated) == []


@pytest.mark.parametrize("language", TRANSLATED)
def test_a_page_for_whoever_looks_for_somebody_or_complains_asks_for_none(full, untranslated, language):
    anybody = Client(headers={"accept-language": language})
    untranslated.clear()

    for page in ("/messages/", "/messages/answer/", "/say/", "/say/?house=calais", "/say/answer/"):
        anybody.get(page)
    anybody.post("/messages/", {"key": uuid4(), "known": "name", "hint": "A", "text": "B", "where": ""})
    anybody.post("/messages/", {"key": uuid4(), "known": "name"})
    anybody.post("/messages/answer/", {"code": "ABCDEFGHJK"})
    anybody.post("/say/", {"key": uuid4(), "site": "calais", "about": "other", "words": "A"})
    anybody.post("/say/", {"key": uuid4(), "site": "calais"})
    anybody.post("/say/answer/", {"code": "ABCDEFGHJK"})

    assert sorted(untranslated) == []


@pytest.mark.parametrize("language", TRANSLATED)
def test_a_page_for_whoever_asks_the_editors_asks_for_none(untranslated, language, db, now, monkeypatch):
    topic = Topic.objects.create(slug="day-centres", pictogram="home", place=1)
    read = {"state": "unchecked", "translated_on": now.date()}
    Page.objects.create(topic=topic, language=language, title="A", summary="B", **read)
    anybody = Client()
    page, question = f"/ask/page/{language}/day-centres/", f"/ask/question/{language}/?topic=day-centres"
    untranslated.clear()

    for address in (page, question, f"/ask/answer/{language}/"):
        assert anybody.get(address).status_code == 200
    assert anybody.post(page, {"key": uuid4(), "kind": "wrong"}).status_code == 200
    assert anybody.post(page, {"key": uuid4(), "kind": "no"}).status_code == 422
    assert anybody.post(question, {"key": uuid4(), "words": "A"}).status_code == 200
    assert anybody.post(question, {"key": uuid4()}).status_code == 422
    assert anybody.post(f"/ask/answer/{language}/", {"code": "ABCDEFGHJK"}).status_code == 422
    code = asking.ask(topic=topic, words="A", language=language, at=now, key=a_key_of())
    assert anybody.post(f"/ask/answer/{language}/", {"code": code}).status_code == 200
    asked = asking_queries.by_ticket(code)
    box = closed(asked.id, "answer", "B")
    AskedQuestion.objects.filter(id=asked.id).update(answered_on=now.date(), answer_box=box)
    assert anybody.post(f"/ask/answer/{language}/", {"code": code}).status_code == 200
    monkeypatch.setattr(asking, "MARKS_A_DAY", 0)
    monkeypatch.setattr(asking, "QUESTIONS_A_DAY", 0)
    anybody.post(page, {"key": uuid4(), "kind": "wrong"})
    assert anybody.post(question, {"key": uuid4(), "words": "A"}).status_code == 429

    assert sorted(untranslated) == []


@pytest.mark.parametrize("language", TRANSLATED)
def test_the_machine_in_the_hall_asks_for_none(full, manager, untranslated, language):
    _guest, secret, _waits = full
    machine = signed_in(manager)
    machine.post("/desk/kiosk/", {"key": uuid4()})
    reads = {"accept-language": language}
    untranslated.clear()

    for page in ("", "things/", "sign/", "ticket/", "help/", "finish/"):
        machine.get(f"/kiosk/{page}", headers=reads)
    machine.post("/kiosk/things/", {"key": uuid4(), "code": secret, "lang": language}, headers=reads)
    machine.post("/kiosk/things/", {"key": uuid4(), "code": "no", "lang": language}, headers=reads)
    machine.post("/kiosk/ticket/", {"key": uuid4(), "lang": language}, headers=reads)
    machine.post("/kiosk/help/", {"key": uuid4()}, headers=reads)

    assert sorted(untranslated) == []
