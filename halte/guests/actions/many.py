"""Many people at once, without a card: each is a guest from now on, and has a card when there is time for one."""

import secrets
from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from halte import journal
from halte.accounts.actor import Actor
from halte.common import ids
from halte.guests.models import Guest, GuestState, spoken_box
from halte.guests.refusals import CardInUse
from halte.journal.models import Line


def make_several_within(
    act: journal.Act, *, actor: Actor, people: Sequence[tuple[UUID, str]], at: datetime
) -> list[Guest]:
    """So many guests exist at this site, inside a larger act. Nobody of them is tied to another.

    Keeps:
        A spoken code each, so that a printed list can name a bed's guest; no secret, so no card opens them before
        `reissue_card` gives one.

    Args:
        people: For each the identifier of the row and how they count.
    """
    made: list[Guest] = Guest.objects.bulk_create(
        Guest(
            id=guest,
            site=actor.site,
            card_key=secrets.token_bytes(32),
            spoken_box=spoken_box(actor.site, ids.code_of_secret(ids.new_secret())),
            counted=counted,
            made_on=actor.site.today(at),
        )
        for guest, counted in people
    )
    act.about(made)
    act.results(guests=[guest.id.hex for guest in made])
    return made


def take_back_several(*, actor: Actor, act: journal.Act, guests: Sequence[str]) -> None:
    """They were made by mistake: their rows are closed.

    Raises:
        CardInUse: Something was done with one of them since.
    """
    since = Line.objects.filter(subjects__guest__in=guests, undoes__isnull=True).exclude(id=act.undoes or act.line_id)
    if since.exclude(id__in=Line.objects.filter(undoes__in=since).values("undoes")).exists():
        raise CardInUse
    Guest.objects.seen_by(actor).filter(id__in=guests).update(state=GuestState.CLOSED)
