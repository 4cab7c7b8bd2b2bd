"""Opening a night: whoever slept here last night and has not said they leave stays."""

from collections import Counter
from collections.abc import Sequence
from datetime import date, datetime
from uuid import UUID

from halte import journal
from halte.accounts.actor import Actor
from halte.common import nights
from halte.common.retry import RetryKey
from halte.nights import refusals
from halte.nights.models import ONE_DAY, NightOpened, Stay, StayQuerySet, Want, WantEnd
from halte.sites.models import Bed, BedState


def carry_over(*, actor: Actor, night: date, at: datetime, key: RetryKey) -> NightOpened:
    """Open a night as the system does it at noon; when it is open already and nobody was left behind, nothing happens.

    Keeps:
        A clock that was ahead opened the night too early: whoever came to a bed since then is brought along at noon.
    """
    found: NightOpened | None = NightOpened.objects.seen_by(actor).filter(night=night).first()
    if found:
        _bring_along(actor, night, at)
        return found
    try:
        return open_night(actor=actor, night=night, at=at, key=key)
    except refusals.NightAlreadyOpened:
        opened: NightOpened = NightOpened.objects.seen_by(actor).get(night=night)
        return opened


def open_night(*, actor: Actor, night: date, at: datetime, key: RetryKey) -> NightOpened:
    """Whoever slept here last night and has not said they leave has the same bed for this night: one line for all.

    Keeps:
        Nobody is carried into a bed that is closed or stands no longer, nor beyond a legal maximum: they are put on
        the waiting list instead.
        A site whose rules say that stays do not continue opens its nights empty.
        Where the rules say so, a bed that somebody left is to make before it is given again.

    Raises:
        NightAlreadyOpened: It was done before; it is done once.
        NightOutOfReach: The night has not begun.
    """
    with journal.act(actor=actor, at=at, key=key, kind="nights.opened") as act:
        if at < nights.begins(night, actor.site.zone):
            raise refusals.NightOutOfReach
        if NightOpened.objects.seen_by(actor).filter(night=night).exists():
            raise refusals.NightAlreadyOpened
        site_rules = actor.site.rules_at(at)
        before = _going_on(actor, night) if site_rules.stays_continue else []
        staying, without = _as_far_as_beds_go(actor, before, night)
        _write_down(actor, staying, night, at)
        _wait(actor, without, night, at)
        if site_rules.beds_to_make:
            act.about(to_make=_to_make(actor, night))
        opened: NightOpened = NightOpened.objects.create(
            site=actor.site, night=night, opened_at=at, carried=len(staying), without_bed=len(without)
        )
        act.about(
            [stay.guest for stay in before],
            night=night,
            carried=len(staying),
            without_bed=len(without),
            rules=site_rules.version,
        )
        act.results(opened=opened.id.hex)
    return opened


def _bring_along(actor: Actor, night: date, at: datetime) -> None:
    """Whoever goes on from last night and has neither a bed nor a wish in a night that is open: one line for all."""
    if at < nights.begins(night, actor.site.zone) or not actor.site.rules_at(at).stays_continue:
        return
    left_behind = _left_behind(actor, night)
    if not left_behind:
        return
    with journal.act(actor=actor, at=at, key=RetryKey.new(), kind="nights.brought_along") as act:
        left_behind = _left_behind(actor, night)
        staying, without = _as_far_as_beds_go(actor, left_behind, night)
        _write_down(actor, staying, night, at)
        _wait(actor, without, night, at)
        guests = [stay.guest for stay in left_behind]
        act.about(guests, night=night, carried=len(staying), without_bed=len(without))


def _left_behind(actor: Actor, night: date) -> list[Stay]:
    waits = Want.objects.seen_by(actor).filter(night=night)
    return _in_order(Stay.objects.seen_by(actor).going_on_into(night).exclude(guest__in=waits.values("guest")))


def _going_on(actor: Actor, night: date) -> list[Stay]:
    return _in_order(Stay.objects.seen_by(actor).continuing_into(night))


def _in_order(stays: StayQuerySet) -> list[Stay]:
    stays = stays.select_related("guest", "bed__room")
    return list(stays.order_by("bed__room__code", "bed__position", "bed__label"))


def _as_far_as_beds_go(actor: Actor, before: Sequence[Stay], night: date) -> tuple[list[Stay], list[Stay]]:
    """Those who keep their bed, and those whose bed is closed, given again or beyond the room's legal maximum."""
    given = Stay.objects.seen_by(actor).holding(night).values_list("bed", "bed__room")
    taken = {bed for bed, _room in given}
    people: Counter[UUID] = Counter(room for _bed, room in given)
    staying, without = [], []
    for stay in before:
        room = stay.bed.room
        ready = stay.bed.state == BedState.READY and stay.bed.stands(night)
        usable = ready and room.closed_since is None and stay.bed_id not in taken
        if usable and people[room.id] < room.legal_maximum:
            people[room.id] += 1
            staying.append(stay)
        else:
            without.append(stay)
    return staying, without


def _write_down(actor: Actor, staying: Sequence[Stay], night: date, at: datetime) -> None:
    Stay.objects.bulk_create(
        [
            Stay(
                site=actor.site,
                guest=stay.guest,
                bed=stay.bed,
                night=night,
                given_at=at,
                carried=True,
                fetch_first=stay.fetch_first,
                **stay.absence_into(night),
            )
            for stay in staying
        ]
    )
    wants = Want.objects.seen_by(actor).open_for(night).filter(guest__in=[stay.guest_id for stay in staying])
    wants.update(ended_at=at, end=WantEnd.GIVEN)


def _to_make(actor: Actor, night: date) -> int:
    """Beds in which somebody slept last night and whom nobody goes on in are to make; returns how many."""
    slept = Stay.objects.seen_by(actor).filter(night=night - ONE_DAY, arrived_at__isnull=False)
    held = Stay.objects.seen_by(actor).holding(night)
    left = Bed.objects.seen_by(actor).filter(state=BedState.READY, id__in=slept.values("bed"))
    number: int = left.exclude(id__in=held.values("bed")).update(state=BedState.TO_MAKE)
    return number


def _wait(actor: Actor, without: Sequence[Stay], night: date, at: datetime) -> None:
    waiting = set(Want.objects.seen_by(actor).open_for(night).values_list("guest", flat=True))
    Want.objects.bulk_create(
        [
            Want(site=actor.site, guest=stay.guest, night=night, asked_at=at)
            for stay in without
            if stay.guest_id not in waiting
        ]
    )
