"""People I know: a colleague's acquaintances among the guests. Their panels and files go to another colleague.

A staff account is never tied to a card. What is stored is an HMAC of the colleague and the row with the site's key: the
table lists nobody, and the register says that somebody marked a card, not which one.
"""

import hmac
from collections.abc import Callable, Iterable
from datetime import datetime
from uuid import UUID, uuid4

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from halte import journal
from halte.accounts.actor import Actor
from halte.common import keys
from halte.common.refusal import Refusal
from halte.common.retry import RetryKey
from halte.guests.models import Acquaintance, Guest
from halte.sites.models import Site


class ColleagueOpens(Refusal):
    """Whoever asks knows this guest: a colleague opens the card."""

    code = "guests.colleague_opens"
    message = _("A colleague opens this card.")
    status = 403

    def __init__(self, guest: Guest) -> None:
        super().__init__()
        self.guest = guest


class NotKnown(Refusal):
    """The card was not marked by this person."""

    code = "guests.not_known"
    message = _("You did not say that you know this person.")


def know(*, actor: Actor, guest: Guest, at: datetime, key: RetryKey) -> None:
    """From now on a colleague opens this card. Saying it twice changes nothing.

    Keeps:
        The line names no guest: laid beside the table it tells nobody who knows whom.
    """
    with journal.act(actor=actor, at=at, key=key, kind="guests.known"):
        if not known_to(actor, guest):
            row = uuid4()
            Acquaintance.objects.create(id=row, site=actor.site, guest=guest, known_key=_key(actor.site, actor.id, row))


def not_known(*, actor: Actor, guest: Guest, at: datetime, key: RetryKey) -> None:
    """This person opens the card again: it was marked by mistake.

    Raises:
        NotKnown: They had not marked it.
    """
    with journal.act(actor=actor, at=at, key=key, kind="guests.not_known"):
        mine = [row.id for row in _of(guest) if _is_theirs(row, actor)]
        if not mine:
            raise NotKnown
        Acquaintance.objects.seen_by(actor).filter(id__in=mine).delete()


def known_to(actor: Actor, guest: Guest) -> bool:
    """Whether the actor said that they know this guest, or whoever's card the guest came on."""
    return any(_is_theirs(row, actor) for row in _of(guest))


def known_among(actor: Actor, guests: Iterable[UUID]) -> set[UUID]:
    """Those of these guests whom the actor knows: a page that names several leaves them out."""
    rows = Acquaintance.objects.seen_by(actor).filter(guest__in=list(guests)).select_related("site")
    return {row.guest_id for row in rows if _is_theirs(row, actor)}


def how_many(actor: Actor) -> int:
    """How many people somebody knows here. There is no list."""
    return sum(_is_theirs(row, actor) for row in Acquaintance.objects.seen_by(actor).select_related("site"))


def check_not_known(actor: Actor, guest: Guest) -> None:
    """The last door of every panel and file.

    Raises:
        ColleagueOpens: The actor knows this guest.
    """
    if known_to(actor, guest):
        raise ColleagueOpens(guest)


class Answering:
    """A page about somebody whom the asker knows says that a colleague opens it, and shows nothing else."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """Answer for every view that did not answer itself."""
        if not isinstance(error, ColleagueOpens):
            return None
        if request.headers.get("HX-Request") == "true":
            return HttpResponse(status=204, headers={"HX-Redirect": reverse("desk:home")})
        return render(request, "guests/colleague_opens.html", status=403)


def _of(guest: Guest) -> list[Acquaintance]:
    cards = [guest.id, guest.on_card_of_id] if guest.on_card_of_id else [guest.id]
    # By card alone, whose rows are of its own site: asked for the site too, SQLite reads every row of the site.
    return list(Acquaintance.objects.filter(guest__in=cards).select_related("site"))


def _is_theirs(row: Acquaintance, actor: Actor) -> bool:
    return hmac.compare_digest(bytes(row.known_key), _key(row.site, actor.id, row.id))


def _key(site: Site, staff_id: UUID, row: UUID) -> bytes:
    return hmac.digest(keys.of_site(site.id, "acquaintance"), staff_id.bytes + row.bytes, "sha256")
