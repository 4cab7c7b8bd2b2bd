"""What is given lies there first: the stock never goes below zero, and every change is a movement."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.db.models import Sum
from hypothesis import given
from hypothesis import strategies as st

from halte import journal
from halte.common.refusal import constraint_of
from halte.goods import actions, queries, rules
from halte.goods.counts import counts
from halte.goods.models import Given, Kind, Movement, Reason, Stock, Variant
from halte.guests.actions import GuestElsewhere
from halte.journal.models import Line, Subject


def balance(actor, variant):
    return queries.balances(actor).get(variant.id, 0)


def test_a_blanket_given_is_one_less(greeter, a_guest, blanket, received, now, a_key):
    received(blanket, 3)

    actions.give(actor=greeter, guest=a_guest(), variant=blanket, at=now, key=a_key())

    assert balance(greeter, blanket) == 2
    assert Given.objects.get().reason == "first"


def test_the_last_blanket_is_given_once(greeter, a_guest, blanket, received, now, a_key):
    received(blanket, 1)
    actions.give(actor=greeter, guest=a_guest(), variant=blanket, at=now, key=a_key())
    lines = Line.objects.count()

    with pytest.raises(actions.OutOfStock):
        actions.give(actor=greeter, guest=a_guest(), variant=blanket, at=now, key=a_key())

    assert balance(greeter, blanket) == 0
    assert Given.objects.count() == 1
    assert Line.objects.count() == lines + 1  # the second guest's card, and nothing else


def test_the_database_itself_keeps_the_stock_from_going_below_zero(greeter, blanket, received):
    received(blanket, 1)

    with pytest.raises(IntegrityError) as clash, transaction.atomic():
        Stock.objects.update(balance=-1)

    assert constraint_of(clash.value) == "stock_never_negative"


def test_what_never_came_here_cannot_be_given(greeter, a_guest, blanket, now, a_key):
    with pytest.raises(actions.OutOfStock):
        actions.give(actor=greeter, guest=a_guest(), variant=blanket, at=now, key=a_key())

    assert not Stock.objects.exists()


@pytest.mark.parametrize("quantity", [0, -5])
def test_nothing_and_less_than_nothing_are_not_given(greeter, a_guest, blanket, received, now, a_key, quantity):
    received(blanket, 10)
    for act in (actions.receive, actions.discard, actions.give_without_card):
        with pytest.raises(actions.NothingMoves):
            act(actor=greeter, variant=blanket, quantity=quantity, at=now, key=a_key())
    with pytest.raises(actions.NothingMoves):
        actions.give(actor=greeter, guest=a_guest(), variant=blanket, quantity=quantity, at=now, key=a_key())

    assert balance(greeter, blanket) == 10


def test_each_site_has_its_own_stock(greeter, elsewhere, a_guest, blanket, received, now, a_key):
    received(blanket, 5, actor=elsewhere)

    assert balance(greeter, blanket) == 0
    with pytest.raises(actions.OutOfStock):
        actions.give(actor=greeter, guest=a_guest(), variant=blanket, at=now, key=a_key())
    with pytest.raises(GuestElsewhere):
        actions.give(actor=elsewhere, guest=a_guest(), variant=blanket, at=now, key=a_key())
    assert balance(elsewhere, blanket) == 5


def test_lost_is_a_reason_like_any_other(greeter, a_guest, blanket, received, now, a_key):
    received(blanket, 2)
    guest = a_guest()
    actions.give(actor=greeter, guest=guest, variant=blanket, at=now, key=a_key())

    actions.give(actor=greeter, guest=guest, variant=blanket, reason="lost", at=now, key=a_key())

    assert Movement.objects.filter(reason=Reason.LOST_REPLACED).count() == 1


def test_without_a_card_nobody_is_written_down(greeter, blanket, received, now, a_key):
    received(blanket, 60)

    actions.give_without_card(actor=greeter, variant=blanket, quantity=53, at=now, key=a_key())

    assert balance(greeter, blanket) == 7
    assert not Given.objects.exists()
    assert not Subject.objects.exists()


def test_counting_sets_the_stock_and_says_how_far_it_was_off(goods_keeper, blanket, received, now, a_key):
    received(blanket, 10)

    assert actions.count_stock(actor=goods_keeper, variant=blanket, counted=7, at=now, key=a_key()) == -3
    assert actions.count_stock(actor=goods_keeper, variant=blanket, counted=7, at=now, key=a_key()) == 0

    assert balance(goods_keeper, blanket) == 7
    assert Movement.objects.filter(reason=Reason.COUNTED).count() == 1


def test_what_cannot_be_given_is_thrown_away(goods_keeper, blanket, received, now, a_key):
    received(blanket, 2)

    actions.discard(actor=goods_keeper, variant=blanket, quantity=2, at=now, key=a_key())
    with pytest.raises(actions.OutOfStock):
        actions.discard(actor=goods_keeper, variant=blanket, quantity=1, at=now, key=a_key())

    assert balance(goods_keeper, blanket) == 0


def test_every_act_is_taken_back_by_a_movement_the_other_way(
    goods_keeper, a_guest, blanket, received, now, a_key, undone
):
    received(blanket, 10)
    guest = a_guest()
    for act, more in [
        (actions.give, {"guest": guest}),
        (actions.give_without_card, {"quantity": 4}),
        (actions.discard, {"quantity": 2}),
        (actions.receive, {"quantity": 9}),
    ]:
        act(actor=goods_keeper, variant=blanket, at=now, key=a_key(), **more)
        undone()
        assert balance(goods_keeper, blanket) == 10
    actions.count_stock(actor=goods_keeper, variant=blanket, counted=1, at=now, key=a_key())
    undone()

    assert balance(goods_keeper, blanket) == 10
    assert queries.last_given(guest) == {}
    assert Movement.objects.aggregate(sum=Sum("quantity"))["sum"] == 10


def test_a_delivery_cannot_be_taken_back_once_it_was_given(goods_keeper, a_guest, blanket, received, now, a_key):
    received(blanket, 1)
    line = Line.objects.get(kind="goods.received")
    actions.give(actor=goods_keeper, guest=a_guest(), variant=blanket, at=now, key=a_key())

    with pytest.raises(actions.GoneSince):
        journal.undo(actor=goods_keeper, line_id=line.id, at=line.recorded_at, key=a_key(), of_colleagues=["goods"])

    assert balance(goods_keeper, blanket) == 0


def test_the_usual_kinds_are_added_once(goods_keeper, elsewhere, blanket, now, a_key):
    added = actions.add_usual_kinds(actor=goods_keeper, at=now, key=a_key())
    again = actions.add_usual_kinds(actor=elsewhere, at=now, key=a_key())

    assert (added, again) == (12, 0)
    assert Kind.objects.get(code="shoes").name_in("fr") == "Chaussures"
    assert Variant.objects.filter(kind__code="shoes").count() == 8


def test_two_kinds_never_share_a_code(elsewhere, blanket, now, a_key):
    with pytest.raises(actions.KindExists):
        actions.add_kind(actor=elsewhere, code="blanket", names={"en": "Blanket"}, at=now, key=a_key())


def test_the_day_in_numbers_is_the_sites_own(greeter, elsewhere, a_guest, blanket, coats, received, now, a_key, undone):
    coat = coats.variants.get(size="m")
    received(blanket, 10)
    received(coat, 5, at=now - timedelta(days=1))
    received(blanket, 99, actor=elsewhere)
    guest = a_guest()
    actions.give(actor=greeter, guest=guest, variant=blanket, at=now, key=a_key())
    actions.give(actor=greeter, guest=guest, variant=coat, reason="lost", at=now, key=a_key())
    actions.give(actor=greeter, guest=guest, variant=blanket, quantity=2, at=now, key=a_key())
    undone()

    assert counts(site=greeter.site, on=greeter.site.today(now)) == {
        "goods.given": 2,
        "goods.given_after_loss": 1,
        "goods.received": 10,
        "goods.discarded": 0,
        "goods.guests_given": 1,
        "goods.given_blanket": 1,
        "goods.given_coat": 1,
        "goods.stock_blanket": 9,
        "goods.stock_coat": 4,
    }


def test_a_stock_lasts_as_long_as_at_last_weeks_pace(greeter, blanket, received, now, a_key):
    received(blanket, 100)
    for days in (8, 6, 1, 0):
        at = now - timedelta(days=days)
        actions.give_without_card(actor=greeter, variant=blanket, quantity=10, at=at, key=a_key())

    lying = queries.lying(greeter, blanket, now)

    assert (lying.balance, lying.days_left) == (60, 14)


@given(st.integers(-10, 10_000), st.integers(-10, 10_000))
def test_days_left_are_whole_days_that_the_stock_really_lasts(stock, week):
    days = rules.days_left(stock, week)

    if stock <= 0:
        assert days == 0
    elif week <= 0:
        assert days is None
    else:
        assert days * week <= stock * 7 < (days + 1) * week
