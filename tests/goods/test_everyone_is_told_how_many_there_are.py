"""Morning of a distribution: eighty are told as eighty, the eighty-first knows before standing in line."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from halte import journal
from halte.common.refusal import constraint_of
from halte.goods import actions, distributions, queries
from halte.goods.models import Distribution, DistributionNumber, Given, GivenAt, Movement, Stock
from halte.goods.offers import offers
from halte.journal.models import Line
from tests.pages import signed_in, words_of


@pytest.fixture
def announced(goods_keeper, blanket, received, now, a_key):
    def announce(quantity=3, *, lying=3, **said):
        received(blanket, lying)
        told = {"variant": blanket, "quantity": quantity, "starts_at": now + timedelta(hours=1), "place": GivenAt.GATE}
        return actions.announce(**({"actor": goods_keeper, "at": now, "key": a_key()} | told | said))

    return announce


@pytest.fixture
def number(greeter, now, a_key):
    def take(distribution, guest=None, actor=greeter):
        return actions.take_number(actor=actor, distribution=distribution, guest=guest, at=now, key=a_key())

    return take


def given(actor, distribution, number, now, a_key):
    return actions.give_for_number(actor=actor, distribution=distribution, number=number, at=now, key=a_key())


def test_more_than_lies_here_is_told_to_nobody(announced):
    with pytest.raises(actions.NotThatMany):
        announced(4, lying=3)

    assert not Distribution.objects.exists()
    assert Stock.objects.get().promised == 0


def test_there_is_one_number_for_each_thing_and_no_more(announced, number):
    told = announced(3)
    assert [number(told).number for _ in range(3)] == [1, 2, 3]
    lines = Line.objects.count()

    with pytest.raises(actions.AllNumbersTaken):
        number(told)

    assert DistributionNumber.objects.count() == 3
    assert Line.objects.count() == lines


def test_the_database_itself_gives_no_number_without_a_thing(announced):
    announced(3)

    with pytest.raises(IntegrityError) as clash, transaction.atomic():
        Distribution.objects.update(left=-1)

    assert constraint_of(clash.value) == "no_number_without_a_thing"


def test_what_was_told_lies_aside_for_those_who_were_told(announced, greeter, a_guest, blanket, now, a_key):
    announced(3, lying=4)
    actions.give(actor=greeter, guest=a_guest(), variant=blanket, at=now, key=a_key())

    with pytest.raises(actions.LiesAside):
        actions.give(actor=greeter, guest=a_guest(), variant=blanket, at=now, key=a_key())

    assert (Stock.objects.get().balance, queries.free(greeter, blanket)) == (3, 0)


def test_a_card_has_one_number_and_gets_the_thing_for_it(announced, number, a_guest, greeter, now, a_key):
    told, guest = announced(3), a_guest()
    held = number(told, guest)
    with pytest.raises(actions.HasNumber):
        number(told, guest)

    given(greeter, told, held.number, now, a_key)

    assert Given.objects.get().guest == guest
    assert (Stock.objects.get().balance, Stock.objects.get().promised) == (2, 2)
    with pytest.raises(actions.NoSuchNumber):
        given(greeter, told, held.number, now, a_key)


def test_without_a_card_nobody_is_written_down(announced, number, greeter, now, a_key):
    told = announced(3)
    held = number(told)

    given(greeter, told, held.number, now, a_key)

    assert not Given.objects.exists()
    assert DistributionNumber.objects.get().guest is None
    assert Stock.objects.get().balance == 2


def test_numbers_in_the_register_do_not_join_lines(announced, number, a_guest, greeter, now, a_key):
    told = announced(3)
    given(greeter, told, number(told, a_guest()).number, now, a_key)

    bodies = [
        bytes(line.body) for line in Line.objects.filter(kind__in=["goods.number_taken", "goods.given_for_number"])
    ]

    assert len(bodies) == 2
    assert all(b'"number"' not in body and told.id.hex.encode() not in body for body in bodies)


def test_a_number_taken_back_is_the_next_one(announced, number, undone):
    told = announced(3)
    number(told)
    undone()

    assert number(told).number == 1
    assert Distribution.objects.get().left == 2


def test_a_thing_taken_back_lies_aside_again(announced, number, a_guest, greeter, now, a_key, undone):
    told = announced(3)
    given(greeter, told, number(told, a_guest()).number, now, a_key)

    undone()

    assert (Stock.objects.get().balance, Stock.objects.get().promised) == (3, 3)
    assert DistributionNumber.objects.get().given_at is None
    assert not Given.objects.filter(ended_at=None).exists()
    assert sum(Movement.objects.values_list("quantity", flat=True)) == 3


def test_what_nobody_came_for_lies_in_the_stock_again(
    announced, number, goods_keeper, greeter, blanket, now, a_key, undone
):
    told = announced(3)
    given(greeter, told, number(told).number, now, a_key)
    number(told)

    assert actions.end_distribution(actor=goods_keeper, distribution=told, at=now, key=a_key()) == 2

    assert queries.free(greeter, blanket) == 2
    with pytest.raises(actions.DistributionOver):
        number(told)
    undone(goods_keeper)
    assert queries.free(greeter, blanket) == 0


def test_an_announcement_is_taken_back_until_somebody_holds_a_number(announced, number, undone, goods_keeper):
    told = announced(3)
    line = Line.objects.get(kind="goods.announced")
    number(told)

    with pytest.raises(actions.NumbersTaken):
        journal.undo(actor=goods_keeper, line_id=line.id, at=line.recorded_at, key=_key())

    assert Distribution.objects.get().ended_at is None


def _key():
    from tests.cast import a_key_of

    return a_key_of()


def test_numbers_are_forgotten_the_next_day_and_the_stock_is_free(
    announced, number, a_guest, goods_keeper, blanket, now, a_key
):
    told = announced(3)
    given(goods_keeper, told, number(told, a_guest()).number, now, a_key)
    number(told, a_guest())

    actions.forget_numbers(actor=goods_keeper, at=now + timedelta(days=1), key=a_key())

    assert not DistributionNumber.objects.exists()
    assert Distribution.objects.get().ended_at
    assert queries.free(goods_keeper, blanket) == 2


def test_the_other_site_sees_and_takes_nothing(announced, number, elsewhere, now, a_key):
    told = announced(3)

    assert distributions.running(elsewhere) == []
    with pytest.raises(actions.DistributionOver):
        number(told, actor=elsewhere)
    page = signed_in(elsewhere).post(f"/goods/distribution/{told.id}/number/", {"key": str(_key().value)})
    assert page.status_code == 404


def test_the_one_who_comes_too_late_is_told_why_and_what_else_there_is(
    announced, number, coats, received, greeter, a_guest, now
):
    received(coats.variants.get(size="m"), 7)
    told = announced(2, lying=2)
    number(told)
    number(told)

    page = words_of(signed_in(greeter).get("/goods/distribution/").content.decode())
    tile = offers(actor=greeter, guest=a_guest(), at=now)[0]

    assert "Every number is taken" in page
    assert "Coat, M: 7" in page
    assert [(button.possible, str(button.why_not)) for button in tile.actions if "Number" in str(button.label)] == [
        (False, "Every number is taken")
    ]


def test_everybody_is_told_the_same(announced, number, calais, greeter, a_guest, now):
    told = announced(3)
    number(told)

    shown = distributions.announced([calais])

    assert [(one.thing, one.quantity, one.left, str(one.place)) for one in shown] == [("Blanket", 3, 2, "at the gate")]
    assert any(
        "Blanket, 19:00 at the gate: 2 left." in str(line)
        for line in offers(actor=greeter, guest=a_guest(), at=now)[0].lines
    )
