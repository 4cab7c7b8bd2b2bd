"""Erase me: in front of the guest, everywhere at once."""

from datetime import datetime

from halte import journal
from halte.accounts.actor import Actor
from halte.common.retry import RetryKey
from halte.guests import belongings, queries
from halte.guests.actions.doors import check_here
from halte.guests.models import Group, Guest, Membership
from halte.guests.refusals import ErasingPaused, GuestElsewhere
from halte.journal import forgetting


def erase_guest(*, actor: Actor, guest: Guest, at: datetime, key: RetryKey) -> int:
    """Nothing of this guest is left: no row, no tie from any line to them. Asked by the guest, done in front of them.

    Keeps:
        The register says that somebody was erased, and not who: the line has no subject and no number joins it to
        another. What day close has counted stays counted.
        Whoever is on the card goes with it; give them a card of their own first if they stay.
        On SQLite the log is emptied too, so that no page of a deleted row stays on the disk.

    Returns:
        How many people were on the card.

    Raises:
        ErasingPaused: The card was closed by staff, and two people said until when nothing is erased.
    """
    with journal.act(actor=actor, at=at, key=key, kind="guests.erased") as act:
        check_here(actor, guest)
        found = Guest.objects.seen_by(actor).select_related("site").filter(pk=guest.pk).first()
        if found is None:
            raise GuestElsewhere
        if queries.is_paused(found, actor.site.today(at)):
            raise ErasingPaused
        people = on_one_card(found)
        erase_within(act, actor, people, at)
    forgetting.leave_no_copy()
    return len([one for one in people if one.replaced_by_id is None])


def erase_within(act: journal.Act, actor: Actor, people: list[Guest], at: datetime) -> None:
    """The same for some guests as a part of a larger act, whose line then names nobody."""
    for one in people:
        for service in belongings.everywhere():
            service.erase(act, actor=actor, guest=one, at=at)
    _delete(actor, people)
    forgetting.forget([one.pk for one in people])
    act.guests.clear()


def on_one_card(guest: Guest) -> list[Guest]:
    """The guest, those who came on their card, and the cards that were made one with any of them."""
    found = [guest]
    for one in found:
        nearer = [*one.company.select_related("site"), *one.earlier.select_related("site")]
        found += [other for other in nearer if other not in found]
    return found


def _delete(actor: Actor, people: list[Guest]) -> None:
    ids = [one.pk for one in people]
    groups = list(Membership.objects.seen_by(actor).filter(guest__in=ids).values_list("group", flat=True))
    Guest.objects.seen_by(actor).filter(pk__in=ids).delete()
    Group.objects.seen_by(actor).filter(id__in=groups, memberships__isnull=True).delete()
