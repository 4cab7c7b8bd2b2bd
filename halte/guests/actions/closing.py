"""Closed by staff: somebody died, or will not come again. Everything at once, and nothing erased for a while."""

from datetime import date, datetime, timedelta

from halte import journal
from halte.accounts.actor import Actor
from halte.common.retry import RetryKey
from halte.guests import belongings, pairing
from halte.guests.actions.company import hand_card_on
from halte.guests.actions.doors import check_here
from halte.guests.models import ErasePause, Guest, GuestState, Membership
from halte.guests.queries import membership_of
from halte.guests.refusals import CardNotLive, NotClosed, PauseTooLong, TwoPeople

LONGEST_PAUSE = timedelta(days=183)


def close_card(*, actor: Actor, guest: Guest, at: datetime, key: RetryKey) -> None:
    """The card is closed by staff: bed, numbers, appointments and paired phones end in the same act.

    Keeps:
        Their things stay theirs: what lies in a locker, a bag or a letter is listed on the card's own page until it is
        handed over. Those who came on the card go on together; one of them is its holder.

    Raises:
        CardNotLive: It was closed or replaced before.
    """
    with journal.act(actor=actor, at=at, key=key, kind="guests.card_closed") as act:
        check_here(actor, guest)
        guest.refresh_from_db()
        if guest.state != GuestState.LIVE:
            raise CardNotLive
        for service in belongings.everywhere():
            service.let_go(act, actor=actor, guest=guest, at=at)
        pairing.end_within(guest)
        hand_card_on(actor, guest)
        _leave_family(actor, guest, at)
        guest.state = GuestState.CLOSED
        guest.save(update_fields=["state"])
        act.about([guest])


def pause_erasing(*, actor: Actor, guest: Guest, until: date, at: datetime, key: RetryKey) -> ErasePause:
    """Nothing of a closed card is erased until a day: one colleague asks, another agrees.

    Keeps:
        Asked for by one alone it holds seven days; no third word is needed, and no reason is written.

    Raises:
        NotClosed: The card is live: only its guest decides.
        PauseTooLong: The day is over, or more than six months away.
    """
    with journal.act(actor=actor, at=at, key=key, kind="guests.erasing_paused") as act:
        _closed(actor, guest)
        today = actor.site.today(at)
        if not today < until <= today + LONGEST_PAUSE:
            raise PauseTooLong
        pause, _made = ErasePause.objects.update_or_create(
            guest=guest,
            defaults={"site": actor.site, "until": until, "asked_by": actor.id, "asked_on": today, "agreed_by": None},
        )
        act.about([guest], until=until)
    return pause


def agree_to_pause(*, actor: Actor, guest: Guest, at: datetime, key: RetryKey) -> None:
    """A second colleague agrees that nothing of a closed card is erased until the day.

    Raises:
        NotClosed: Nobody asked.
        TwoPeople: The same colleague asked.
    """
    with journal.act(actor=actor, at=at, key=key, kind="guests.pause_agreed") as act:
        _closed(actor, guest)
        pause = ErasePause.objects.seen_by(actor).filter(guest=guest).first()
        if pause is None:
            raise NotClosed
        if pause.asked_by == actor.id:
            raise TwoPeople
        pause.agreed_by = actor.id
        pause.save(update_fields=["agreed_by"])
        act.about([guest])


def hand_over_things(*, actor: Actor, guest: Guest, at: datetime, key: RetryKey) -> None:
    """What lay here for a closed card was given to whoever is entitled to it; lockers and tags are free.

    Raises:
        NotClosed: The card is live: the guest takes their things themselves.
    """
    with journal.act(actor=actor, at=at, key=key, kind="guests.things_handed_over") as act:
        _closed(actor, guest)
        for service in belongings.everywhere():
            service.hand_over(act, actor=actor, guest=guest, at=at)
        act.about([guest])


def _closed(actor: Actor, guest: Guest) -> None:
    check_here(actor, guest)
    guest.refresh_from_db(fields=["state"])
    if guest.state != GuestState.CLOSED:
        raise NotClosed


def _leave_family(actor: Actor, guest: Guest, at: datetime) -> None:
    membership: Membership | None = membership_of(guest)
    if membership:
        membership.until = max(actor.site.today(at) - timedelta(days=1), membership.since)
        membership.save(update_fields=["until"])
