"""A distribution: told to everybody before they stand in line, with as many numbers as there are things."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db.models import F
from django.utils.translation import gettext_lazy as _

from halte import journal
from halte.accounts.actor import Actor
from halte.common.refusal import Refusal, refusing
from halte.common.retry import RetryKey
from halte.goods.actions.stock import GoneSince, move, some, stock_of
from halte.goods.models import Distribution, DistributionNumber, Given, Movement, Reason, Stock, Variant
from halte.guests.models import Guest
from halte.visits.queries import live_guest


class NotThatMany(Refusal):
    """More would be told than lie here, or than are free of another promise."""

    code = "goods.not_that_many"
    message = _("There are not that many here. Tell only what lies in the store.")


class HourPast(Refusal):
    """The hour has passed."""

    code = "goods.hour_past"
    message = _("This hour has passed. Choose a later one.")
    status = 422


class AlreadyAnnounced(Refusal):
    """The same thing is told of in a distribution that is not over."""

    code = "goods.already_announced"
    message = _("A distribution of these is announced. End it first.")


class DistributionOver(Refusal):
    """It was ended."""

    code = "goods.distribution_over"
    message = _("This distribution is over.")


class AllNumbersTaken(Refusal):
    """There is one number for each thing, and each was taken."""

    code = "goods.all_numbers_taken"
    message = _("Every number is taken: there is one for each thing. Nobody needs to stand in line for it.")


class HasNumber(Refusal):
    """One number for one person."""

    code = "goods.has_number"
    message = _("This guest has a number for it already.")


class NoSuchNumber(Refusal):
    """Nobody holds this number, or the thing was given for it."""

    code = "goods.no_such_number"
    message = _("Nobody waits with this number: it was not taken, or the thing was given for it.")


class NumbersTaken(Refusal):
    """People were told a number: the announcement stands."""

    code = "goods.numbers_taken"
    message = _("People hold numbers for it. End the distribution instead.")


PROMISES: Mapping[str, type[Refusal]] = {
    "stock_keeps_what_is_promised": NotThatMany,
    "one_distribution_of_a_thing": AlreadyAnnounced,
}
NUMBERS: Mapping[str, type[Refusal]] = {
    "no_number_without_a_thing": AllNumbersTaken,
    "one_number_per_guest": HasNumber,
}


def announce(
    *, actor: Actor, variant: Variant, quantity: int, starts_at: datetime, place: str, at: datetime, key: RetryKey
) -> Distribution:
    """Everybody is told how many there are, when and where; so many lie aside until it is over.

    Keeps:
        Never more is told than lies here: the database holds what is promised against the stock, so nothing of it is
        given to anybody else meanwhile.

    Raises:
        NothingMoves, HourPast.
        NotThatMany: Fewer lie here that are not promised. Nothing is written.
        AlreadyAnnounced: A distribution of the same thing is not over.
    """
    with refusing(PROMISES), journal.act(actor=actor, at=at, key=key, kind="goods.announced") as act:
        if starts_at < at:
            raise HourPast
        _promise(actor, variant, some(quantity))
        made: Distribution = Distribution.objects.create(
            site=actor.site,
            variant=variant,
            quantity=quantity,
            left=quantity,
            on=actor.site.today(starts_at),
            starts_at=starts_at,
            place=place,
            announced_at=at,
        )
        act.about(kind=variant.kind.code, size=variant.size, n=quantity, place=str(place))
        act.results(distribution=made.id.hex)
    return made


def take_number(
    *, actor: Actor, distribution: Distribution, guest: Guest | None = None, at: datetime, key: RetryKey
) -> DistributionNumber:
    """Somebody has a number: the thing is theirs when they come.

    Keeps:
        As many numbers as there are things, counted down under the site's lock and held by the database: the last
        number is never given twice, and whoever comes after it is told so at once.
        One number for one card; without a card nobody is written down.

    Raises:
        AllNumbersTaken, HasNumber, DistributionOver, GuestElsewhere, CardNotLive. Nothing is written.
    """
    with refusing(NUMBERS), journal.act(actor=actor, at=at, key=key, kind="goods.number_taken") as act:
        if guest is not None:
            live_guest(actor, guest)
        mine = _open(actor, distribution)
        Distribution.objects.seen_by(actor).filter(id=mine.id).update(left=F("left") - 1)
        held = set(_held(mine).values_list("number", flat=True))
        taken: DistributionNumber = DistributionNumber.objects.create(
            site=actor.site,
            distribution=mine,
            number=next(number for number in range(1, mine.quantity + 2) if number not in held),
            guest=guest,
            taken_at=at,
        )
        act.about([guest] if guest else [], **_thing(mine))
        act.results(number=taken.id.hex)
    return taken


def give_for_number(
    *, actor: Actor, distribution: Distribution, number: int, at: datetime, key: RetryKey
) -> DistributionNumber:
    """Whoever holds a number gets the thing that lay aside for it.

    Raises:
        NoSuchNumber: Nobody waits with it. Nothing is written.
    """
    with journal.act(actor=actor, at=at, key=key, kind="goods.given_for_number") as act:
        mine = _open(actor, distribution)
        held: DistributionNumber | None = (
            _held(mine).filter(number=number, given_at__isnull=True).select_related("guest").first()
        )
        if held is None:
            raise NoSuchNumber
        move(actor, mine.variant, -1, Reason.GIVEN, at, act, promised=-1)
        DistributionNumber.objects.filter(id=held.id).update(given_at=at)
        act.results(number=held.id.hex)
        if held.guest is not None:
            given = Given.objects.create(
                site=actor.site, guest=held.guest, variant=mine.variant, at=at, on=actor.site.today(at)
            )
            act.about([held.guest])
            act.results(given=given.id.hex)
    return held


def end_distribution(*, actor: Actor, distribution: Distribution, at: datetime, key: RetryKey) -> int:
    """The distribution is over: what nobody came for lies in the stock again.

    Returns:
        How many that are.
    """
    with journal.act(actor=actor, at=at, key=key, kind="goods.distribution_ended") as act:
        mine = _open(actor, distribution)
        remaining: int = mine.quantity - _held(mine).filter(given_at__isnull=False).count()
        _promise(actor, mine.variant, -remaining)
        Distribution.objects.seen_by(actor).filter(id=mine.id).update(ended_at=at)
        act.about([], **_thing(mine), n=remaining)
        act.results(distribution=mine.id.hex, remaining=remaining)
    return remaining


def forget_numbers(*, actor: Actor, at: datetime, key: RetryKey) -> int:
    """Numbers of earlier days are deleted, and a distribution that nobody ended is over.

    Returns:
        How many numbers were deleted.
    """
    with journal.act(actor=actor, at=at, key=key, kind="goods.numbers_forgotten") as act:
        before = actor.site.today(at)
        past = Distribution.objects.seen_by(actor).filter(on__lt=before)
        for mine in past.filter(ended_at__isnull=True).select_related("variant"):
            given = _held(mine).filter(given_at__isnull=False).count()
            _promise(actor, mine.variant, given - mine.quantity)
        past.filter(ended_at__isnull=True).update(ended_at=at)
        deleted: int = DistributionNumber.objects.seen_by(actor).filter(distribution__in=past).delete()[0]
        act.about(before=before, n=deleted)
    return deleted


def _open(actor: Actor, distribution: Distribution) -> Distribution:
    """The row as it stands under the lock."""
    rows = Distribution.objects.seen_by(actor).select_related("variant__kind")
    found: Distribution | None = rows.filter(id=distribution.id, ended_at__isnull=True).first()
    if found is None:
        raise DistributionOver
    return found


def _held(distribution: Distribution) -> Any:
    return DistributionNumber.objects.filter(distribution=distribution, ended_at__isnull=True)


def _thing(distribution: Distribution) -> dict[str, str]:
    return {"kind": distribution.variant.kind.code, "size": distribution.variant.size}


def _promise(actor: Actor, variant: Variant, more: int) -> None:
    stock = stock_of(actor, variant)
    Stock.objects.seen_by(actor).filter(id=stock.id).update(promised=F("promised") + more)


@journal.undoes("goods.announced")
def _not_announced(*, actor: Actor, at: datetime, act: journal.Act, results: Mapping[str, Any]) -> None:
    mine = _open(actor, Distribution(id=results["distribution"]))
    if _held(mine).exists():
        raise NumbersTaken
    _promise(actor, mine.variant, -mine.quantity)
    Distribution.objects.seen_by(actor).filter(id=mine.id).update(ended_at=at)
    act.about([], **_thing(mine), n=mine.quantity)


@journal.undoes("goods.number_taken")
def _number_back(*, actor: Actor, at: datetime, act: journal.Act, results: Mapping[str, Any]) -> None:
    rows = DistributionNumber.objects.seen_by(actor).filter(id=results["number"], ended_at__isnull=True)
    held = rows.filter(given_at__isnull=True, distribution__ended_at__isnull=True).first()
    if held is None:
        raise NoSuchNumber
    rows.update(ended_at=at)
    Distribution.objects.seen_by(actor).filter(id=held.distribution_id).update(left=F("left") + 1)
    act.about([], **_thing(_open(actor, held.distribution)))


@journal.undoes("goods.given_for_number")
def _lies_aside_again(*, actor: Actor, at: datetime, act: journal.Act, results: Mapping[str, Any]) -> None:
    rows = DistributionNumber.objects.seen_by(actor).filter(id=results["number"])
    held = rows.filter(given_at__isnull=False).select_related("distribution").first()
    if held is None:
        raise NoSuchNumber
    mine = _open(actor, held.distribution)
    rows.update(given_at=None)
    if "given" in results:
        Given.objects.seen_by(actor).filter(id=results["given"]).update(ended_at=at)
    first = Movement.objects.seen_by(actor).get(id=results["movement"])
    move(actor, mine.variant, 1, first.reason, at, act, on=first.on, promised=1)


@journal.undoes("goods.distribution_ended")
def _goes_on(*, actor: Actor, at: datetime, act: journal.Act, results: Mapping[str, Any]) -> None:
    mine = Distribution.objects.seen_by(actor).select_related("variant__kind").get(id=results["distribution"])
    with refusing({"stock_keeps_what_is_promised": GoneSince, "one_distribution_of_a_thing": AlreadyAnnounced}):
        _promise(actor, mine.variant, results["remaining"])
        Distribution.objects.seen_by(actor).filter(id=mine.id).update(ended_at=None)
    act.about([], **_thing(mine), n=results["remaining"])
