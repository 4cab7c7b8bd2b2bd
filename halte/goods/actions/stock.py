"""What changes the stock, and what a guest is given."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.db.models import F
from django.utils.translation import gettext_lazy as _

from halte import journal
from halte.accounts.actor import Actor
from halte.common.refusal import Refusal, refusing
from halte.common.retry import RetryKey
from halte.goods.models import Given, Movement, Reason, Stock, Variant, WhyGiven
from halte.guests.models import Guest
from halte.visits.queries import live_guest


class OutOfStock(Refusal):
    """There are not that many here."""

    code = "goods.out_of_stock"
    message = _("There are not enough of these here.")


class GoneSince(Refusal):
    """What came in cannot be taken back: some of it was given since."""

    code = "goods.gone_since"
    message = _("Some of these were given since. Count what is here instead.")


class GivenBackBefore(Refusal):
    """It was taken back before."""

    code = "goods.given_back_before"
    message = _("This was already taken back.")


class NothingMoves(Refusal):
    """A quantity below one."""

    code = "goods.nothing_moves"
    message = _("Give a number of one or more.")
    status = 422


class LiesAside(Refusal):
    """What is left here is promised: people hold numbers for it, or may still take one."""

    code = "goods.lies_aside"
    message = _("What is left of these lies aside for a distribution. End it first.")


ENOUGH: Mapping[str, type[Refusal]] = {"stock_never_negative": OutOfStock, "stock_keeps_what_is_promised": LiesAside}


def give(
    *,
    actor: Actor,
    guest: Guest,
    variant: Variant,
    quantity: int = 1,
    reason: WhyGiven | str = WhyGiven.FIRST,
    at: datetime,
    key: RetryKey,
) -> Given:
    """A guest gets something, and the stock has that much less.

    Keeps:
        The stock never goes below zero: the database says so, and two desks cannot both give the last blanket.
        "Lost" is a reason like any other: nobody has to explain or prove it.

    Raises:
        OutOfStock: There are not that many here. Nothing is written.
        GuestElsewhere, CardNotLive: The card is of another site, or switched off.
    """
    with refusing(ENOUGH), journal.act(actor=actor, at=at, key=key, kind="goods.given") as act:
        return give_within(act, actor=actor, guest=guest, variant=variant, quantity=quantity, reason=reason, at=at)


def give_within(
    act: journal.Act,
    *,
    actor: Actor,
    guest: Guest,
    variant: Variant,
    quantity: int = 1,
    reason: WhyGiven | str = WhyGiven.FIRST,
    at: datetime,
) -> Given:
    """The same as a part of a larger act (with a bed, say), inside its `journal.act`.

    The line's results gain `given` and `movement`; `take_back_given` reads them. That there is enough is for the
    caller to know, or to say by `refusing(ENOUGH)`.
    """
    reason = WhyGiven(reason)
    live_guest(actor, guest)
    move(actor, variant, -some(quantity), Reason.LOST_REPLACED if reason == WhyGiven.LOST else Reason.GIVEN, at, act)
    given: Given = Given.objects.create(
        site=actor.site,
        guest=guest,
        variant=variant,
        quantity=quantity,
        reason=reason,
        at=at,
        on=actor.site.today(at),
    )
    act.about([guest], why=reason.value)
    act.results(given=given.id.hex)
    return given


def give_without_card(
    *,
    actor: Actor,
    variant: Variant,
    quantity: int = 1,
    reason: WhyGiven | str = WhyGiven.FIRST,
    at: datetime,
    key: RetryKey,
) -> Movement:
    """Something is given to people without a card: the stock has that much less, and nobody is written down.

    Raises:
        OutOfStock: There are not that many here. Nothing is written.
    """
    moved = Reason.LOST_REPLACED if WhyGiven(reason) == WhyGiven.LOST else Reason.GIVEN
    with refusing(ENOUGH), journal.act(actor=actor, at=at, key=key, kind="goods.given_without_card") as act:
        return move(actor, variant, -some(quantity), moved, at, act)


def receive(*, actor: Actor, variant: Variant, quantity: int, at: datetime, key: RetryKey) -> Movement:
    """A delivery came in.

    Args:
        quantity: One or more.
    """
    with journal.act(actor=actor, at=at, key=key, kind="goods.received") as act:
        return move(actor, variant, some(quantity), Reason.RECEIVED, at, act)


def discard(*, actor: Actor, variant: Variant, quantity: int, at: datetime, key: RetryKey) -> Movement:
    """What cannot be given is thrown away.

    Raises:
        OutOfStock: There are not that many here. Nothing is written.
    """
    with refusing(ENOUGH), journal.act(actor=actor, at=at, key=key, kind="goods.discarded") as act:
        return move(actor, variant, -some(quantity), Reason.DISCARDED, at, act)


def count_stock(*, actor: Actor, variant: Variant, counted: int, at: datetime, key: RetryKey) -> int:
    """Somebody counted what lies here: from now on the stock says so.

    Returns:
        The difference to what the stock said before: below zero when things were missing.
    """
    if counted < 0:
        raise NothingMoves
    with refusing(ENOUGH), journal.act(actor=actor, at=at, key=key, kind="goods.counted") as act:
        difference = counted - stock_of(actor, variant).balance
        if difference:
            move(actor, variant, difference, Reason.COUNTED, at, act)
        else:
            act.about(kind=variant.kind.code, size=variant.size, n=0)
        act.results(difference=difference)
    return difference


def some(quantity: int) -> int:
    """One or more."""
    if quantity < 1:
        raise NothingMoves
    return quantity


def stock_of(actor: Actor, variant: Variant) -> Stock:
    """The row that says how many of a size lie here; made at the first act about it."""
    # The site's head row is locked, so no other desk can make the same row meanwhile.
    found: Stock | None = Stock.objects.seen_by(actor).filter(variant=variant).first()
    return found or Stock.objects.create(site=actor.site, variant=variant, balance=0)


def move(
    actor: Actor,
    variant: Variant,
    quantity: int,
    reason: str,
    at: datetime,
    act: journal.Act,
    *,
    on: date | None = None,
    promised: int = 0,
) -> Movement:
    """One movement and the balance that follows from it, in the act that is going on.

    Args:
        promised: How many more, or fewer, lie aside for a distribution after it.
    """
    stock = stock_of(actor, variant)
    Stock.objects.seen_by(actor).filter(id=stock.id).update(
        balance=F("balance") + quantity, promised=F("promised") + promised
    )
    movement: Movement = Movement.objects.create(
        site=actor.site,
        variant=variant,
        quantity=quantity,
        reason=reason,
        at=at,
        on=on or actor.site.today(at),
        line=act.line_id,
    )
    act.about(kind=variant.kind.code, size=variant.size, n=abs(quantity))
    act.results(movement=movement.id.hex)
    return movement


def _move_back(actor: Actor, at: datetime, act: journal.Act, results: Mapping[str, Any]) -> None:
    if "movement" not in results:
        return
    # On the day of the first movement, so that a mistake taken back after midnight leaves both days true.
    first: Movement = Movement.objects.seen_by(actor).select_related("variant__kind").get(id=results["movement"])
    with refusing({"stock_never_negative": GoneSince, "stock_keeps_what_is_promised": GoneSince}):
        move(actor, first.variant, -first.quantity, first.reason, at, act, on=first.on)


@journal.undoes("goods.given")
def take_back_given(*, actor: Actor, at: datetime, act: journal.Act, results: Mapping[str, Any]) -> None:
    """Take back what `give_within` did; what was given is on the shelf again."""
    rows = Given.objects.seen_by(actor).filter(id=results["given"], ended_at__isnull=True)
    if not rows.update(ended_at=at):
        raise GivenBackBefore
    _move_back(actor, at, act, results)


@journal.undoes("goods.given_without_card")
@journal.undoes("goods.received")
@journal.undoes("goods.discarded")
@journal.undoes("goods.counted")
def _moved_back(*, actor: Actor, at: datetime, act: journal.Act, results: Mapping[str, Any]) -> None:
    _move_back(actor, at, act, results)
