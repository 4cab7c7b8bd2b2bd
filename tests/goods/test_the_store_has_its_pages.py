"""The pages of the store: what lies here, deliveries, counting, and giving by size."""

from uuid import uuid4

import pytest
from django.urls import reverse

from halte.goods import actions, queries
from halte.goods.models import Given, Kind, Movement
from halte.journal.models import Line


@pytest.fixture
def store(browser_of, goods_keeper):
    return browser_of(goods_keeper)


@pytest.fixture
def desk(browser_of, greeter):
    return browser_of(greeter)


def press(client, name, *args, **data):
    return client.post(reverse(f"goods:{name}", args=args), {"key": str(uuid4()), **data})


def text(client, name, *args):
    return client.get(reverse(f"goods:{name}", args=args)).content.decode()


def test_an_empty_store_begins_with_the_usual_kinds(store, desk):
    assert "Begin with the usual kinds" in text(store, "stock")
    assert "Begin with the usual kinds" not in text(desk, "stock")

    press(store, "add_usual_kinds")

    assert Kind.objects.count() == 13
    assert "Hygiene pack" in text(store, "stock")


def test_what_runs_out_first_stands_first(store, greeter, blanket, received, now, a_key):
    from django.utils import timezone

    received(blanket, 72, at=timezone.now())
    actions.give_without_card(actor=greeter, variant=blanket, quantity=60, at=timezone.now(), key=a_key())

    page = text(store, "stock")

    assert "Runs out first" in page
    assert "1 day left" in page


def test_the_list_of_the_whole_store_takes_few_queries(store, django_assert_max_num_queries):
    press(store, "add_usual_kinds")

    with django_assert_max_num_queries(16):
        store.get(reverse("goods:stock"))


def test_a_delivery_a_count_and_what_cannot_be_given(store, goods_keeper, blanket):
    page = reverse("goods:variant", args=[blanket.id])

    assert press(store, "receive", blanket.id, quantity="50").url == page
    assert press(store, "discard", blanket.id, quantity="3").url == page
    assert press(store, "give_without_card", blanket.id, quantity="5", lost="on").url == page
    assert press(store, "count", blanket.id, quantity="40").url == page

    assert queries.balances(goods_keeper) == {blanket.id: 40}
    shown = text(store, "variant", blanket.id)
    for words in ("Counted: 40, the list was off by 2.", "Given after a loss", "Thrown away", "+50"):
        assert words in shown


def test_more_than_there_is_is_refused_in_words(store, blanket):
    answer = press(store, "discard", blanket.id, quantity="3")

    assert "There are not enough of these here." in store.get(answer.url).content.decode()


@pytest.mark.parametrize("quantity", ["", "0", "-1", "many"])
def test_a_number_that_is_none_comes_back_with_the_form(store, blanket, quantity):
    answer = press(store, "receive", blanket.id, quantity=quantity)

    assert answer.status_code == 422
    assert not Movement.objects.exists()


def test_greeters_give_but_do_not_change_the_stock(desk, blanket):
    assert press(desk, "receive", blanket.id, quantity="5").status_code == 403
    assert press(desk, "count", blanket.id, quantity="5").status_code == 403
    assert press(desk, "discard", blanket.id, quantity="5").status_code == 403
    assert press(desk, "add_usual_kinds").status_code == 403
    assert "A delivery came" not in text(desk, "variant", blanket.id)


def test_one_tap_on_the_panel_gives_and_comes_back(desk, a_guest, blanket, received):
    received(blanket, 2)
    guest = a_guest()

    answer = press(desk, "give", guest.id, variant=str(blanket.id), reason="lost")

    assert answer.url == reverse("desk:guest", args=[guest.id])
    assert Given.objects.get().reason == "lost"


def test_a_double_tap_gives_one(desk, a_guest, blanket, received):
    received(blanket, 2)
    guest, key = a_guest(), str(uuid4())

    for _tap in range(2):
        desk.post(reverse("goods:give", args=[guest.id]), {"key": key, "variant": str(blanket.id)})

    assert Given.objects.count() == 1


def test_a_size_is_chosen_with_one_press(desk, a_guest, coats, received):
    coat = coats.variants.get(size="m")
    received(coat, 2)
    guest = a_guest()
    assert str(coat.id) in text(desk, "choose", guest.id)
    assert str(coats.variants.get(size="l").id) not in text(desk, "choose", guest.id)

    answer = press(desk, "give", guest.id, variant=str(coat.id), next="choose")

    assert answer.url == reverse("goods:choose", args=[guest.id])
    shown = desk.get(answer.url).content.decode()
    assert "Given: Coat, M." in shown
    assert "It was lost" in shown


def test_a_movement_is_taken_back_on_its_page(store, goods_keeper, blanket):
    press(store, "receive", blanket.id, quantity="50")
    line = Line.objects.latest("seq")
    assert reverse("goods:undo", args=[line.id]) in text(store, "variant", blanket.id)

    answer = press(store, "undo", line.id)

    assert answer.url == reverse("goods:variant", args=[blanket.id])
    assert queries.balances(goods_keeper) == {blanket.id: 0}
    shown = text(store, "variant", blanket.id)
    assert "taken back" in shown
    assert reverse("goods:undo", args=[line.id]) not in shown


def test_what_the_other_site_owns_is_not_found(store, elsewhere, a_guest, blanket, received):
    received(blanket, 5, actor=elsewhere)
    line = Line.objects.filter(site=elsewhere.site_id).latest("seq")
    other = a_guest(actor=elsewhere)

    assert press(store, "undo", line.id).status_code == 404
    assert store.get(reverse("goods:choose", args=[other.id])).status_code == 404
    assert press(store, "give", other.id, variant=str(blanket.id)).status_code == 404
    assert ">0<" in text(store, "variant", blanket.id)


def test_a_size_that_does_not_exist_is_not_found(store, a_guest):
    assert store.get(reverse("goods:variant", args=[uuid4()])).status_code == 404
    assert press(store, "give", a_guest().id, variant=str(uuid4())).status_code == 404
