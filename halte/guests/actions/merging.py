"""Two cards of one person become one, because they say so."""

from datetime import datetime, timedelta

from halte import journal
from halte.accounts.actor import Actor
from halte.common.refusal import refusing
from halte.common.retry import RetryKey
from halte.guests import belongings, pairing, queries
from halte.guests.actions.apart import carry_apart
from halte.guests.actions.company import number_company
from halte.guests.actions.doors import check_here
from halte.guests.models import Acquaintance, Guest, GuestState, Membership, OwnSign, PlacedOrder, PlaceWanted
from halte.guests.refusals import AlreadyInGroup, CardNotLive, SameCard

ORDER = [PlacedOrder.FIRST, PlacedOrder.BEFORE, PlacedOrder.IN_TURN]


def merge_cards(
    *, actor: Actor, old: Guest, new: Guest, at: datetime, key: RetryKey, bed_of: Guest | None = None
) -> None:
    """The newer card stands for everything of the guest; the earlier one opens nothing from now on.

    Keeps:
        Only with the guest's agreement: the desk ticks it. Nobody is accused, and nobody looks for doubles.
        One bed lives, the chosen one; the other is the next one's on the waiting list in the same act.
        Goods, tickets and letters add up. Advice files are never joined by the desk; hours still to come go along.
        It cannot be taken back: what was two is not told apart any more.

    Args:
        bed_of: Whose bed is kept; only asked when both have one.

    Raises:
        SameCard, CardNotLive, or the reason of a service: two beds and nobody chose, two lockers, two appointments at
        one hour. Nothing is written then.
    """
    with (
        refusing({"one_group_at_a_time": AlreadyInGroup}),
        journal.act(actor=actor, at=at, key=key, kind="guests.merged") as act,
    ):
        old, new = _two_live_cards(actor, old, new)
        chosen = {guest.id: guest for guest in (old, new)}.get(bed_of.id) if bed_of else None
        for service in belongings.everywhere():
            service.carry_over(act, actor=actor, old=old, new=new, bed_of=chosen, at=at)
        _carry_told(actor, old, new)
        _carry_family(actor, old, new, at)
        pairing.end_within(old)
        number_company(actor, new, list(old.company.filter(state=GuestState.LIVE).select_related("site")))
        old.state, old.replaced_by, old.on_card_of = GuestState.REPLACED, new, None
        old.save(update_fields=["state", "replaced_by", "on_card_of"])
        act.about([new, old])
        act.results(guest=new.id.hex)


def _two_live_cards(actor: Actor, old: Guest, new: Guest) -> tuple[Guest, Guest]:
    check_here(actor, old, new)
    if old.pk == new.pk:
        raise SameCard
    rows = Guest.objects.seen_by(actor).select_related("site").in_bulk([old.pk, new.pk])
    found, lives = rows[old.pk], rows[new.pk]
    if found.on_card_of_id or lives.on_card_of_id:
        raise SameCard
    if found.state != GuestState.LIVE or lives.state != GuestState.LIVE:
        raise CardNotLive
    return found, lives


def _carry_told(actor: Actor, old: Guest, new: Guest) -> None:
    """What they told with either card; the newer word stands, and protection outlives its card."""
    new.language, new.counted = new.language or old.language, new.counted or old.counted
    new.placed = min(PlacedOrder(old.placed), PlacedOrder(new.placed), key=ORDER.index)
    new.protected = new.protected or old.protected
    new.ask_in_private = new.ask_in_private or old.ask_in_private
    new.made_on = min(old.made_on, new.made_on)
    new.save(update_fields=["language", "counted", "placed", "protected", "ask_in_private", "made_on"])
    wanted = [PlaceWanted(site=actor.site, guest=new, need=one.need) for one in old.needs.all()]
    PlaceWanted.objects.bulk_create(wanted, ignore_conflicts=True)
    old.needs.all().delete()
    Acquaintance.objects.filter(guest=old).update(guest=new)
    carry_apart(old, new)
    if not OwnSign.objects.filter(guest=new).exists():
        OwnSign.objects.filter(guest=old).update(guest=new)
    OwnSign.objects.filter(guest=old).delete()


def _carry_family(actor: Actor, old: Guest, new: Guest, at: datetime) -> None:
    """The newer card's family stands; without one, the earlier card's does."""
    theirs = queries.membership_of(old)
    if theirs is None:
        return
    theirs.until = max(actor.site.today(at) - timedelta(days=1), theirs.since)
    theirs.save(update_fields=["until"])
    if queries.membership_of(new) is None:
        Membership.objects.create(site=actor.site, group=theirs.group, guest=new, since=theirs.since)
