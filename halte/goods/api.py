"""Giving by program. Codes travel in bodies, never in addresses."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from ninja import Field, Router, Schema, Status

from halte.accounts.doors import HalteRequest, program_needs
from halte.accounts.roles import GOODS
from halte.common.refusal import Refusal
from halte.common.text import Text
from halte.goods import actions, queries
from halte.goods.models import ONE_SIZE, Given, Variant, WhyGiven
from halte.journal import AlreadyDone
from halte.visits.queries import by_code
from halte.web.api import KEY_PARAMETER, READ_ERRORS, WRITE_ERRORS, retry_key

router = Router(tags=["goods"])

Code = Annotated[str, Field(pattern="^[a-zA-Z0-9_-]{1,30}$")]


class NoSuchThing(Refusal):
    """No kind has this code, or it has no such size."""

    code = "goods.no_such_thing"
    message = _("No kind with this code and size is given here.")
    status = 404


class GiveIn(Schema):
    """What to give to whom."""

    code: Text = Field(max_length=200, description="A card's secret, its whole link, or its spoken code.")
    kind: Code = Field(description="The code of the kind, such as `blanket`.")
    size: Code = Field(ONE_SIZE, description="The size; `one` where there is none to choose.")
    quantity: int = Field(1, ge=1, le=20)
    reason: WhyGiven = Field(WhyGiven.FIRST, description="On the guest's word; nobody has to prove it.")


class GivenOut(Schema):
    """What was given."""

    id: UUID
    guest: UUID
    kind: str
    size: str
    quantity: int
    reason: WhyGiven
    at: datetime


class StockOut(Schema):
    """How many of one size lie at this site."""

    kind: str
    size: str
    balance: int
    days_left: int | None = Field(description="At last week's pace; empty while none is given.")


@router.post("/goods/given", response={201: GivenOut} | WRITE_ERRORS, operation_id="give", openapi_extra=KEY_PARAMETER)
@program_needs(GOODS)
def give(request: HalteRequest, wanted: GiveIn) -> Status[GivenOut]:
    """A guest gets something. Refused with 409 when there are not that many here."""
    key, at = retry_key(request), timezone.now()
    try:
        variant = _variant(wanted)
        guest = by_code(request.actor, wanted.code)
        given = actions.give(
            actor=request.actor,
            guest=guest,
            variant=variant,
            quantity=wanted.quantity,
            reason=wanted.reason,
            at=at,
            key=key,
        )
    except AlreadyDone as before:
        rows = Given.objects.seen_by(request.actor).select_related("variant__kind")
        given = rows.get(id=before.results["given"])
    return Status(201, _shown(given))


@router.get("/goods/stock", response={200: list[StockOut]} | READ_ERRORS, operation_id="stock")
@program_needs(GOODS, shows_people=False)
def stock(request: HalteRequest) -> list[StockOut]:
    """What lies at this site, and for how many days it lasts."""
    return [
        StockOut(kind=here.kind.code, size=size.variant.size, balance=size.balance, days_left=size.days_left)
        for here in queries.stock(request.actor, timezone.now())
        for size in here.sizes
    ]


def _variant(wanted: GiveIn) -> Variant:
    rows = Variant.objects.select_related("kind").filter(kind__code=wanted.kind, size=wanted.size)
    variant = rows.first()
    if variant is None:
        raise NoSuchThing
    return variant


def _shown(given: Given) -> GivenOut:
    return GivenOut(
        id=given.id,
        guest=given.guest_id,
        kind=given.variant.kind.code,
        size=given.variant.size,
        quantity=given.quantity,
        reason=WhyGiven(given.reason),
        at=given.at,
    )
