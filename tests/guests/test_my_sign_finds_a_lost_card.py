"""My sign: three of twenty-four pictures find a lost card with a second proof, and never a list."""

from datetime import timedelta
from uuid import uuid4

import pytest

from halte.guests import actions, queries, signs
from halte.guests.models import OwnSign
from halte.journal.models import Line
from halte.nights import actions as night_actions
from halte.web.pictograms import PICTOGRAMS
from tests.pages import signed_in, words_of

MINE = ["sun", "boat", "bird"]
WRONG = ["moon", "boat", "bird"]


@pytest.fixture
def in_bed(a_guest, a_room, greeter, night_desk, calais, now, a_key):
    """A guest with a sign, in bed 1 of room 001."""
    guest = a_guest(counted="man")
    actions.choose_sign(actor=greeter, guest=guest, pictures=MINE, at=now, key=a_key())
    bed = a_room(kind="men", beds=1).beds.get()
    night_actions.give_bed(actor=night_desk, guest=guest, bed=bed, night=calais.tonight(now), at=now, key=a_key())
    return guest


@pytest.fixture
def asks(greeter, now, a_key):
    """Ask for a lost card at the desk."""

    def ask(pictures=MINE, *, actor=greeter, at=now, **proof):
        return actions.find_by_sign(actor=actor, pictures=pictures, at=at, key=a_key(), **proof)

    return ask


def test_there_are_twenty_four_pictures_and_all_are_drawn():
    assert len(signs.PICTURES) == 24
    assert signs.PICTURES.keys() <= PICTOGRAMS.keys()


def test_the_sign_with_the_bed_finds_the_guest_and_the_lost_card_opens_nothing(in_bed, asks, greeter):
    lost_code = in_bed.code

    found, secret = asks(bed="001-1")

    assert found == in_bed
    assert queries.by_secret(greeter, secret) == in_bed
    with pytest.raises(queries.CodeUnknown):
        queries.by_spoken(greeter, lost_code)


def test_a_colleagues_word_is_the_other_proof_and_the_line_says_so(in_bed, asks):
    found, _secret = asks(known=True)

    assert found == in_bed
    assert b'"proof":"word"' in bytes(Line.objects.get(kind="guests.card_found").body)


def test_a_sign_alone_opens_nothing(in_bed, asks):
    with pytest.raises(actions.SecondProof):
        asks()


@pytest.mark.parametrize(
    ("pictures", "proof"),
    [(WRONG, {"bed": "001-1"}), (MINE, {"bed": "001-9"}), (MINE[::-1], {"known": True}), (WRONG, {"known": True})],
    ids=["wrong pictures", "wrong bed", "another order", "nobody's sign"],
)
def test_whatever_was_wrong_the_answer_is_the_same(in_bed, asks, pictures, proof):
    with pytest.raises(actions.SignUnknown) as refused:
        asks(pictures, **proof)

    assert str(refused.value) == "No card is found this way. Give a new card: no questions."


def test_a_sign_that_two_people_chose_needs_the_bed(in_bed, asks, a_guest, greeter, now, a_key):
    actions.choose_sign(actor=greeter, guest=a_guest(), pictures=MINE, at=now, key=a_key())

    with pytest.raises(actions.SignUnknown):
        asks(known=True)
    assert asks(bed="001-1")[0] == in_bed


def test_five_tries_a_shift_and_then_a_new_card(in_bed, asks, night_desk, now):
    for _try in range(signs.TRIES_A_SHIFT):
        with pytest.raises(actions.SignUnknown):
            asks(WRONG, known=True)

    with pytest.raises(actions.TooManySigns):
        asks(MINE, bed="001-1")

    assert Line.objects.filter(kind=signs.WRONG).count() == signs.TRIES_A_SHIFT
    assert asks(actor=night_desk, bed="001-1")[0] == in_bed


def test_the_next_shift_may_try_again(in_bed, asks, now):
    for _try in range(signs.TRIES_A_SHIFT):
        with pytest.raises(actions.SignUnknown):
            asks(WRONG, known=True)

    assert asks(at=now + timedelta(days=1), known=True)[0] == in_bed


def test_the_table_holds_no_picture(in_bed):
    stored = bytes(OwnSign.objects.get().sign_key)

    assert len(stored) == 32
    assert not any(picture.encode() in stored for picture in MINE)


def test_no_other_house_finds_them(in_bed, asks, elsewhere):
    with pytest.raises(actions.SignUnknown):
        asks(actor=elsewhere, known=True)


def test_on_the_page_the_guest_presses_three_pictures_and_the_desk_proves(in_bed, greeter, now, monkeypatch):
    monkeypatch.setattr("django.utils.timezone.now", lambda: now)
    desk, so_far = signed_in(greeter), ""
    for picture in MINE:
        page = desk.post("/cards/lost/", {"key": str(uuid4()), "pictures": so_far, "press": picture})
        so_far = f"{so_far} {picture}".strip()
        assert page.context["so_far"] == so_far
    assert in_bed.spoken not in page.content.decode()

    answer = desk.post("/cards/lost/", {"key": str(uuid4()), "pictures": so_far, "bed": "001-1", "prove": "yes"})

    in_bed.refresh_from_db()
    assert in_bed.spoken in words_of(answer.content.decode())


def test_a_guest_chooses_a_sign_in_their_own_language_and_direction(a_guest, greeter):
    guest = a_guest(language="ar")
    desk = signed_in(greeter)

    page = desk.get(f"/cards/{guest.id}/sign/").content.decode()
    assert 'lang="ar" dir="rtl"' in page

    desk.post(f"/cards/{guest.id}/sign/", {"key": str(uuid4()), "pictures": "sun boat bird", "prove": "yes"})
    assert OwnSign.objects.get().guest == guest
