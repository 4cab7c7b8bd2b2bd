"""Morning 5, the distribution: told all 120 in the line, before they stood there, that there were 80."""

from datetime import time, timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from halte.common import ids
from halte.goods import actions
from halte.goods.models import DistributionNumber
from halte.sites.models import Hours
from tests.browser.taps import Hand
from tests.cast import a_key_of


@pytest.fixture
def eighty(goods_keeper, calais, dunkirk):
    """Eighty blankets in the store of a house that is open all day."""
    at = timezone.now()
    for weekday in range(7):
        Hours.objects.create(site=calais, weekday=weekday, opens=time(0), closes=time(23, 59))
    kind = actions.add_kind(actor=goods_keeper, code="blanket", names={"en": "Blanket"}, at=at, key=a_key_of())
    actions.receive(actor=goods_keeper, variant=kind.variants.get(), quantity=80, at=at, key=a_key_of())
    return kind.variants.get()


def test_all_120_know_before_they_stand_in_line(browse, eighty, goods_keeper, greeter, calais):
    keeper, board, phone = browse(actor=goods_keeper), browse(), browse(width=360, language="ar")
    told = actions.announce(
        actor=goods_keeper,
        variant=eighty,
        quantity=80,
        starts_at=timezone.now() + timedelta(hours=1),
        place="gate",
        at=timezone.now(),
        key=a_key_of(),
    )
    board.open("/hall/calais/")
    expect(board.page.locator("main")).to_contain_text("There are 80. Numbers left: 80.")
    phone.open(f"/c/{ids.new_secret()}")
    assert phone.page.evaluate("document.documentElement.dir") == "rtl"
    assert "80" in phone.page.inner_text("main")
    assert "gate" not in phone.page.inner_text("main")

    for _one in range(79):
        actions.take_number(actor=greeter, distribution=told, at=timezone.now(), key=a_key_of())
    keeper.open("/goods/distribution/")
    Hand(keeper, presses=1).presses("The next number")

    assert DistributionNumber.objects.count() == 80
    expect(keeper.page.locator("main")).to_contain_text("Every number is taken")
    expect(board.page.locator("main")).to_contain_text("You do not need to stand in line.", timeout=30_000)
    phone.page.reload()
    assert "80" not in phone.page.inner_text("main")
    for screen in (keeper, board, phone):
        screen.is_calm()
