"""Everything that changes the stock, and what a guest is given."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from django.db.models import F
from django.utils.translation import gettext_lazy as _

from halte import journal
from halte.accounts.actor import Actor
from halte.common.refusal import Refusal, refusing
from halte.common.retry import RetryKey
from halte.goods.models import Given, Kind, KindName, Movement, Reason, Stock, Unit, Variant, WhyGiven
from halte.goods.standard import KINDS
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


class KindExists(Refusal):
    """A kind with this code exists."""

    code = "goods.kind_exists"
    message = _("There is already a kind with this code.")


ENOUGH: Mapping[str, type[Refusal]] = {"stock_never_negative": OutOfStock}


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
    reason = WhyGiven(reason)
    moved = Reason.LOST_REPLACED if reason == WhyGiven.LOST else Reason.GIVEN
    with refusing(ENOUGH), journal.act(actor=actor, at=at, key=key, kind="goods.given") as act:
        live_guest(actor, guest)
        _move(actor, variant, -_some(quantity), moved, at, act)
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
        return _move(actor, variant, -_some(quantity), moved, at, act)


def receive(*, actor: Actor, variant: Variant, quantity: int, at: datetime, key: RetryKey) -> Movement:
    """A delivery came in.

    Args:
        quantity: One or more.
    """
    with journal.act(actor=actor, at=at, key=key, kind="goods.received") as act:
        return _move(actor, variant, _some(quantity), Reason.RECEIVED, at, act)


def discard(*, actor: Actor, variant: Variant, quantity: int, at: datetime, key: RetryKey) -> Movement:
    """What cannot be given is thrown away.

    Raises:
        OutOfStock: There are not that many here. Nothing is written.
    """
    with refusing(ENOUGH), journal.act(actor=actor, at=at, key=key, kind="goods.discarded") as act:
        return _move(actor, variant, -_some(quantity), Reason.DISCARDED, at, act)


def count_stock(*, actor: Actor, variant: Variant, counted: int, at: datetime, key: RetryKey) -> int:
    """Somebody counted what lies here: from now on the stock says so.

    Returns:
        The difference to what the stock said before: below zero when things were missing.
    """
    if counted < 0:
        raise NothingMoves
    with journal.act(actor=actor, at=at, key=key, kind="goods.counted") as act:
        difference = counted - _stock(actor, variant).balance
        if difference:
            _move(actor, variant, difference, Reason.COUNTED, at, act)
        else:
            act.about(kind=variant.kind.code, size=variant.size, n=0)
        act.results(difference=difference)
    return difference


def add_kind(
    *,
    actor: Actor,
    code: str,
    names: Mapping[str, str],
    sizes: Sequence[str] = ("one",),
    pictogram: str = "coat",
    given_as: Unit | str = Unit.PIECE,
    in_winter: bool = True,
    in_summer: bool = True,
    at: datetime,
    key: RetryKey,
) -> Kind:
    """The network gives a new kind of thing, in these sizes, called so in each language.

    Raises:
        KindExists: A kind with this code exists.
    """
    with (
        refusing({"one_kind_per_code": KindExists}),
        journal.act(actor=actor, at=at, key=key, kind="goods.kind_added") as act,
    ):
        kind = _new_kind(code, names, sizes, pictogram, Unit(given_as), in_winter, in_summer)
        act.about(kind=code, sizes=len(sizes))
        act.results(goods_kind=kind.id.hex)
    return kind


def add_usual_kinds(*, actor: Actor, at: datetime, key: RetryKey) -> int:
    """The usual kinds of a day centre stand in the list; those that exist already stay as they are.

    Returns:
        How many were added.
    """
    with journal.act(actor=actor, at=at, key=key, kind="goods.kinds_added") as act:
        known = set(Kind.objects.values_list("code", flat=True))
        new = [usual for usual in KINDS if usual.code not in known]
        for usual in new:
            _new_kind(
                usual.code, usual.names, usual.sizes, usual.pictogram, Unit(usual.given_as), True, usual.in_summer
            )
        act.about(n=len(new))
    return len(new)


def _new_kind(
    code: str,
    names: Mapping[str, str],
    sizes: Sequence[str],
    pictogram: str,
    given_as: Unit,
    in_winter: bool,
    in_summer: bool,
) -> Kind:
    kind = Kind.objects.create(
        code=code,
        pictogram=pictogram,
        position=Kind.objects.count() + 1,
        in_winter=in_winter,
        in_summer=in_summer,
        given_as=given_as,
    )
    KindName.objects.bulk_create([KindName(kind=kind, language=which, name=name) for which, name in names.items()])
    Variant.objects.bulk_create([Variant(kind=kind, size=size, position=place) for place, size in enumerate(sizes)])
    return kind


def _some(quantity: int) -> int:
    if quantity < 1:
        raise NothingMoves
    return quantity


def _stock(actor: Actor, variant: Variant) -> Stock:
    # The site's head row is locked, so no other desk can make the same row meanwhile.
    found: Stock | None = Stock.objects.seen_by(actor).filter(variant=variant).first()
    return found or Stock.objects.create(site=actor.site, variant=variant, balance=0)


def _move(
    actor: Actor,
    variant: Variant,
    quantity: int,
    reason: str,
    at: datetime,
    act: journal.Act,
    *,
    on: date | None = None,
) -> Movement:
    """One movement and the balance that follows from it, in the act that is going on."""
    stock = _stock(actor, variant)
    Stock.objects.seen_by(actor).filter(id=stock.id).update(balance=F("balance") + quantity)
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
    with refusing({"stock_never_negative": GoneSince}):
        _move(actor, first.variant, -first.quantity, first.reason, at, act, on=first.on)


@journal.undoes("goods.given")
def _not_given(*, actor: Actor, at: datetime, act: journal.Act, results: Mapping[str, Any]) -> None:
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
