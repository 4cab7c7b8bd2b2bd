"""A phone or a bag goes back to whoever holds the other half of its tag, and to nobody else."""

from datetime import timedelta

import pytest
from django.urls import reverse

from halte import journal
from halte.common.refusal import Refusal
from halte.journal.models import Line
from halte.visits import actions, counts, queries
from halte.visits.models import Tagged, TagKind
from halte.visits.queries import GUEST_HALF, THING_HALF
from tests.cast import a_key_of
from tests.pages import signed_in, words_of

PHONE, BAG = TagKind.PHONE, TagKind.BAG


@pytest.fixture
def browser(greeter, it_is_morning):
    return signed_in(greeter)


def scan(browser, code, first=""):
    data = {"code": code, "first": first, "key": a_key_of().value}
    return browser.post(reverse("visits:match_tags"), data)


def halves(site, number, kind=PHONE):
    return queries.text_of(site, kind, number, GUEST_HALF), queries.text_of(site, kind, number, THING_HALF)


def test_the_lowest_free_number_is_taken_and_comes_back(greeter, elsewhere, a_guest, morning, a_key):
    actions.take_in(actor=elsewhere, kind=PHONE, at=morning, key=a_key())
    first = actions.take_in(actor=greeter, kind=PHONE, guest=a_guest(), at=morning, key=a_key())
    second = actions.take_in(actor=greeter, kind=PHONE, at=morning, key=a_key())
    bag = actions.take_in(actor=greeter, kind=BAG, at=morning, key=a_key())

    actions.hand_back(actor=greeter, kind=PHONE, number=1, at=morning, key=a_key())
    again = actions.take_in(actor=greeter, kind=PHONE, at=morning, key=a_key())

    assert (first.number, second.number, bag.number, again.number) == (1, 2, 1, 1)
    assert queries.tags_in_use(elsewhere, PHONE) == {1}


def test_two_things_never_wear_one_tag(greeter, morning, a_key):
    actions.take_in(actor=greeter, kind=BAG, number=7, at=morning, key=a_key())

    with pytest.raises(actions.TagInUse):
        actions.take_in(actor=greeter, kind=BAG, number=7, at=morning, key=a_key())
    with pytest.raises(actions.TagInUse):
        actions.take_in(actor=greeter, kind=BAG, number=101, at=morning, key=a_key())

    assert Tagged.objects.count() == 1


def test_a_house_has_as_many_tags_as_its_rules_say(greeter, morning, a_key, monkeypatch):
    monkeypatch.setattr("halte.visits.queries.tags_of", lambda site, kind, at: 1)
    actions.take_in(actor=greeter, kind=PHONE, at=morning, key=a_key())

    with pytest.raises(actions.NoTagFree):
        actions.take_in(actor=greeter, kind=PHONE, at=morning, key=a_key())


def test_equal_halves_hand_the_phone_back_in_two_scans(browser, greeter, calais, morning, a_key):
    actions.take_in(actor=greeter, kind=PHONE, number=17, at=morning, key=a_key())
    mine, on_it = halves(calais, 17)

    asked = scan(browser, mine)
    answered = scan(browser, on_it, first=mine)

    assert "Now scan the half on the phone." in asked.content.decode()
    assert 'data-tone="ok"' in answered.content.decode()
    assert Tagged.objects.get().ended_at


def test_unequal_halves_hand_nothing_back_and_say_so(browser, greeter, calais, morning, a_key):
    for number in (17, 16):
        actions.take_in(actor=greeter, kind=PHONE, number=number, at=morning, key=a_key())
    (mine, _), (_, other) = halves(calais, 17), halves(calais, 16)

    scan(browser, mine)
    answered = scan(browser, other, first=mine)

    assert answered.status_code == 409
    assert 'data-tone="no"' in answered.content.decode()
    assert "Phone 17; this one is Phone 16" in words_of(answered.content.decode())
    assert not Tagged.objects.filter(ended_at__isnull=False).exists()


def test_one_half_scanned_twice_is_not_both_halves(browser, greeter, calais, morning, a_key):
    actions.take_in(actor=greeter, kind=PHONE, number=17, at=morning, key=a_key())
    mine, _on_it = halves(calais, 17)

    scan(browser, mine)
    answered = scan(browser, mine, first=mine)

    assert 'data-tone="ok"' not in answered.content.decode()
    assert Tagged.objects.get().ended_at is None


def test_a_tag_that_nobody_printed_here_opens_nothing(browser, greeter, dunkirk, morning, a_key):
    actions.take_in(actor=greeter, kind=PHONE, number=17, at=morning, key=a_key())
    theirs, on_theirs = halves(dunkirk, 17)

    assert queries.tag_in(theirs) == (PHONE, 17)
    for code in (theirs, on_theirs, "T-P-017-0000", "K7M-4QX-9", "nonsense"):
        assert scan(browser, code).status_code == 422

    assert Tagged.objects.get().ended_at is None


def test_a_second_press_with_the_same_key_is_green_again(browser, greeter, calais, morning, a_key):
    actions.take_in(actor=greeter, kind=PHONE, number=17, at=morning, key=a_key())
    mine, on_it = halves(calais, 17)
    data = {"code": on_it, "first": mine, "key": a_key().value}

    answers = [browser.post(reverse("visits:match_tags"), data) for _press in range(2)]

    assert all('data-tone="ok"' in answer.content.decode() for answer in answers)


def test_what_was_handed_back_by_mistake_is_here_again(greeter, morning, a_key, undone):
    actions.take_in(actor=greeter, kind=BAG, at=morning, key=a_key())
    actions.hand_back(actor=greeter, kind=BAG, number=1, at=morning, key=a_key())

    undone()

    assert queries.tags_in_use(greeter, BAG) == {1}


def test_a_tag_given_again_is_not_taken_from_the_next_guest(greeter, morning, a_key):
    actions.take_in(actor=greeter, kind=BAG, at=morning, key=a_key())
    actions.hand_back(actor=greeter, kind=BAG, number=1, at=morning, key=a_key())
    returned = Line.objects.filter(site=greeter.site_id).latest("seq")
    actions.take_in(actor=greeter, kind=BAG, at=morning, key=a_key())

    with pytest.raises(Refusal):
        journal.undo(actor=greeter, line_id=returned.id, at=returned.recorded_at, key=a_key())


def test_a_bag_stays_over_night_and_is_forgotten_once_it_went(greeter, a_guest, morning, a_key):
    actions.take_in(actor=greeter, kind=BAG, guest=a_guest(), at=morning, key=a_key())
    actions.take_in(actor=greeter, kind=PHONE, guest=a_guest(), at=morning, key=a_key())
    actions.close_day(actor=greeter, on=greeter.site.today(morning), at=morning, key=a_key())
    actions.hand_back(actor=greeter, kind=PHONE, number=1, at=morning, key=a_key())

    actions.forget_door_lines(actor=greeter, at=morning + timedelta(days=31), key=a_key())

    assert [row.kind for row in Tagged.objects.all()] == [BAG]


def test_a_phone_with_a_tag_is_counted_as_charging(greeter, calais, morning, a_key):
    actions.count_service(actor=greeter, service="charging", n=2, at=morning, key=a_key())
    actions.take_in(actor=greeter, kind=PHONE, at=morning, key=a_key())
    actions.take_in(actor=greeter, kind=BAG, at=morning, key=a_key())

    day = counts.counts(site=calais, on=calais.today(morning))

    assert (day["visits.charging"], day["visits.bags"]) == (3, 1)
    assert queries.service_counts(greeter, morning)["charging"] == 3


def test_the_panel_takes_a_phone_in_with_one_press(browser, greeter, a_guest):
    guest = a_guest()
    data = {"kind": "phone", "guest": guest.id, "key": a_key_of().value}

    answer = browser.post(reverse("visits:take_in"), data)

    assert answer.headers["Location"] == reverse("desk:guest", args=[guest.id])
    assert Tagged.objects.get().guest == guest


def test_another_house_s_guest_is_not_found(browser, elsewhere, a_guest):
    theirs = a_guest(actor=elsewhere)
    data = {"kind": "phone", "guest": theirs.id, "key": a_key_of().value}

    assert browser.post(reverse("visits:take_in"), data).status_code == 404


def test_printed_tags_match_what_the_field_reads(browser, calais):
    data = {"kind": "bag", "start": 3, "many": 2, "key": a_key_of().value}

    page = browser.post(reverse("visits:tag_sheets"), data).content.decode()

    for number in (3, 4):
        for half, text in zip((GUEST_HALF, THING_HALF), halves(calais, number, BAG), strict=True):
            assert text in page
            assert queries.half_in(calais, text).half == half
