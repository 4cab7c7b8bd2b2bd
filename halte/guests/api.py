"""Cards for programs: make one, find one. Codes travel in bodies, never in addresses."""

from typing import Literal
from uuid import UUID

from django.utils import timezone
from ninja import Field, Router, Schema, Status

from halte.accounts.doors import HalteRequest, program_needs
from halte.accounts.roles import DESK
from halte.common import ids, languages
from halte.common.text import Text
from halte.guests import actions, queries
from halte.guests.models import Counted, Guest, GuestState
from halte.journal import AlreadyDone
from halte.web.api import KEY_PARAMETER, READ_ERRORS, WRITE_ERRORS, retry_key

router = Router(tags=["cards"])

LANGUAGE = "^(" + "|".join(languages.BY_CODE) + ")?$"


class CardIn(Schema):
    """A card to make. Nothing has to be said: an empty object makes a card."""

    secret: Text | None = Field(None, max_length=200, description="Of a blank printed card, or its whole link.")
    language: str = Field("", pattern=LANGUAGE, description="Spoken by the guest; empty when not known.")
    counted: Counted | Literal[""] = Field("", description="How the guest counts for rooms, on their own word.")


class CardOut(Schema):
    """A card at this site."""

    id: UUID
    code: str = Field(description="The spoken code.")
    state: GuestState
    language: str
    counted: str


class CardMade(CardOut):
    """A card just made."""

    secret: str = Field(description="To be printed. Stored nowhere; empty when the same request was answered before.")


class CodeIn(Schema):
    """What a scanner read or a person typed."""

    code: Text = Field(max_length=200, description="A card's secret, its whole link, or its spoken code.")


@router.post(
    "/cards",
    response={201: CardMade} | WRITE_ERRORS,
    operation_id="make_card",
    openapi_extra=KEY_PARAMETER,
)
@program_needs(DESK)
def make_card(request: HalteRequest, card: CardIn) -> Status[CardMade]:
    """Make a card, or make a blank printed one live. No question has to be asked for it."""
    key = retry_key(request)
    secret = None
    if card.secret is not None and (secret := queries.secret_in(card.secret)) is None:
        raise actions.NotACard
    try:
        guest, made = actions.make_card(
            actor=request.actor,
            at=timezone.now(),
            key=key,
            secret=secret,
            language=card.language,
            counted=card.counted,
        )
    except AlreadyDone as before:
        guest, made = _known(request, before.results["guest"]), secret or ""
    return Status(201, CardMade(**_shown(guest).model_dump(), secret=made))


@router.post("/cards/find", response={200: CardOut} | READ_ERRORS, operation_id="find_card")
@program_needs(DESK)
def find_card(request: HalteRequest, asked: CodeIn) -> CardOut:
    """Find the card that was scanned, or whose spoken code was said. Changes nothing, so it needs no retry key."""
    secret = queries.secret_in(asked.code)
    if secret is None:
        return _shown(queries.by_spoken(request.actor, asked.code))
    guest = queries.by_secret(request.actor, secret)
    if guest is None:
        raise queries.CodeUnknown
    return _shown(guest)


def _known(request: HalteRequest, guest_id: str) -> Guest:
    guest = queries.guest(request.actor, UUID(guest_id))
    if guest is None:
        raise queries.CodeUnknown
    return guest


def _shown(guest: Guest) -> CardOut:
    return CardOut(
        id=guest.id,
        code=ids.spaced(guest.code),
        state=GuestState(guest.state),
        language=guest.language,
        counted=guest.counted,
    )
