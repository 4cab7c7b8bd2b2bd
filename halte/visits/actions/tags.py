"""Phones to charge and bags to keep: taken in with a tag, handed back against its other half."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.utils.translation import gettext_lazy as _

from halte import journal
from halte.accounts.actor import Actor
from halte.common.refusal import Refusal, refusing
from halte.common.retry import RetryKey
from halte.guests.models import Guest
from halte.visits import queries, rules
from halte.visits.models import Ending, Tagged, TagKind


class NoTagFree(Refusal):
    """Every tag is on something."""

    code = "visits.no_tag_free"
    message = _("Every tag is in use.")


class TagInUse(Refusal):
    """Another thing wears this tag, or there is no such number."""

    code = "visits.tag_in_use"
    message = _("This tag is in use. Take another one.")


class NotHere(Refusal):
    """Nothing here wears this tag."""

    code = "visits.not_here"
    message = _("Nothing here has this tag any more.")


CLASHES: Mapping[str, type[Refusal]] = {"one_thing_per_tag": TagInUse}


def take_in(
    *,
    actor: Actor,
    kind: TagKind | str,
    at: datetime,
    key: RetryKey,
    guest: Guest | None = None,
    number: int | None = None,
) -> Tagged:
    """A phone is put on the shelf, or a bag in the store, with a tag: the chosen one, or the lowest free number.

    Keeps:
        One thing per tag; the database says so. It stays until it is handed back, over night too.

    Args:
        guest: Whose it is; nobody needs a card to charge a phone.

    Raises:
        NoTagFree, TagInUse: Nothing is written.
        GuestElsewhere, CardNotLive: The card is of another site, or switched off.
    """
    kind = TagKind(kind)
    with refusing(CLASHES), journal.act(actor=actor, at=at, key=key, kind="visits.taken_in") as act:
        if guest is not None:
            queries.live_guest(actor, guest)
        taken: Tagged = Tagged.objects.create(
            site=actor.site,
            kind=kind,
            number=_free(actor, kind, number, at),
            guest=guest,
            on=actor.site.today(at),
            taken_at=at,
        )
        act.about([guest] if guest else [], kind=kind.value, number=taken.number)
        act.results(tagged=taken.id.hex)
    return taken


def _free(actor: Actor, kind: TagKind, wanted: int | None, at: datetime) -> int:
    tags = queries.tags_of(actor.site, kind, at)
    if wanted is not None:
        if not 1 <= wanted <= tags:
            raise TagInUse
        return wanted
    lowest = rules.lowest_free(queries.tags_in_use(actor, kind), tags)
    if lowest is None:
        raise NoTagFree
    return lowest


def hand_back(*, actor: Actor, kind: TagKind | str, number: int, at: datetime, key: RetryKey) -> Tagged:
    """The guest has the phone or the bag again, and the tag is free.

    Raises:
        NotHere: Nothing here wears this tag.
    """
    kind = TagKind(kind)
    with journal.act(actor=actor, at=at, key=key, kind="visits.handed_back") as act:
        open_rows = Tagged.objects.seen_by(actor).filter(kind=kind, number=number, ended_at__isnull=True)
        found: Tagged | None = open_rows.select_related("guest").first()
        if found is None:
            raise NotHere
        found.ended_at, found.ending = at, Ending.GIVEN_BACK
        found.save(update_fields=["ended_at", "ending"])
        # A guest's two lines share no number: it would tie them together after erasing.
        act.about([found.guest] if found.guest else [], kind=kind.value, **({} if found.guest else {"number": number}))
        act.results(tagged=found.id.hex)
    return found


@journal.undoes("visits.taken_in")
def _not_taken_in(*, actor: Actor, at: datetime, act: journal.Act, results: Mapping[str, Any]) -> None:
    rows = Tagged.objects.seen_by(actor).filter(id=results["tagged"], ended_at__isnull=True)
    if not rows.update(ended_at=at, ending=Ending.UNDONE):
        raise NotHere


@journal.undoes("visits.handed_back")
def _still_here(*, actor: Actor, at: datetime, act: journal.Act, results: Mapping[str, Any]) -> None:
    with refusing(CLASHES):
        Tagged.objects.seen_by(actor).filter(id=results["tagged"]).update(ended_at=None, ending="")
