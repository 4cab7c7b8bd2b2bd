"""A curious volunteer cannot find guests by trying spoken codes; whoever has a card is never kept out by that."""

import pytest

from halte.common import ids
from halte.guests import actions, queries


def unknown_codes(number):
    return [ids.code_of_secret(ids.new_secret()) for _code in range(number)]


def test_after_twenty_unknown_codes_even_a_right_one_opens_nothing(greeter, a_guest):
    guest = a_guest()
    for code in unknown_codes(queries.UNKNOWN.at_most):
        with pytest.raises(queries.CodeUnknown):
            queries.by_spoken(greeter, code)

    with pytest.raises(queries.TooManyUnknown):
        queries.by_spoken(greeter, guest.spoken)


def test_a_slip_of_the_finger_is_not_a_guess(greeter, a_guest):
    guest = a_guest()
    for _slip in range(queries.UNKNOWN.at_most + 5):
        with pytest.raises(queries.CodeUnknown):
            queries.by_spoken(greeter, "K7M-4Q")

    assert queries.by_spoken(greeter, guest.spoken) == guest


def test_guessing_shuts_out_nobody_else_and_no_scan(greeter, night_desk, now, a_key):
    guest, secret = actions.make_card(actor=greeter, at=now, key=a_key())
    for code in unknown_codes(queries.UNKNOWN.at_most):
        with pytest.raises(queries.CodeUnknown):
            queries.by_spoken(greeter, code)

    assert queries.by_secret(greeter, secret) == guest
    assert queries.by_spoken(night_desk, guest.spoken) == guest


def test_a_card_that_was_closed_meanwhile_is_not_issued_anew(greeter, a_guest, now, a_key):
    guest = a_guest()
    stale = type(guest).objects.get(pk=guest.pk)
    actions.close_card(actor=greeter, guest=guest, at=now, key=a_key())

    with pytest.raises(actions.CardNotLive):
        actions.reissue_card(actor=greeter, guest=stale, at=now, key=a_key())
