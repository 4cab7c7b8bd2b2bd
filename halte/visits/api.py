"""The door for programs: arrivals, anonymous counts, shower slots. Codes travel in bodies, never in addresses."""

from contextlib import suppress
from datetime import datetime
from uuid import UUID

from django.utils import timezone
from ninja import Field, Router, Schema, Status

from halte.accounts.doors import HalteRequest, program_needs
from halte.accounts.roles import DESK
from halte.common.text import Text
from halte.journal import AlreadyDone
from halte.visits import actions, forms, queries
from halte.visits.models import CountedService, DoorKind, Numbered, Visit
from halte.visits.rules import Slot
from halte.web.api import KEY_PARAMETER, READ_ERRORS, WRITE_ERRORS, retry_key

router = Router(tags=["visits"])


class CardCode(Schema):
    """Which card."""

    code: Text = Field(max_length=200, description="A card's secret, its whole link, or its spoken code.")


class VisitOut(Schema):
    """A guest came in."""

    id: UUID
    guest: UUID
    arrived_at: datetime


class DoorCountIn(Schema):
    """People who came in without a card."""

    kind: DoorKind
    n: int = Field(1, ge=1, le=forms.AT_ONCE)


class ServiceCountIn(Schema):
    """Meals, drinks, phones, laundry or visits to the toilet."""

    service: CountedService
    n: int = Field(1, ge=1, le=forms.AT_ONCE)


class InsideOut(Schema):
    """How many are inside."""

    inside: int
    as_of: datetime


class SlotIn(CardCode):
    """A shower for a card: the next free slot, or a chosen one."""

    starts_at: datetime | None = Field(None, description="With its time zone. Empty: the next free slot.")
    cabin: int | None = Field(None, ge=1, le=999)


class SlotOut(Schema):
    """A shower slot that a guest has."""

    id: UUID
    guest: UUID
    cabin: int
    starts_at: datetime


@router.post("/visits", response={201: VisitOut} | WRITE_ERRORS, operation_id="arrive", openapi_extra=KEY_PARAMETER)
@program_needs(DESK)
def arrive(request: HalteRequest, card: CardCode) -> Status[VisitOut]:
    """A guest comes in with a card. Refused with 409 when the guest is inside."""
    key, at = retry_key(request), timezone.now()
    try:
        guest = queries.by_code(request.actor, card.code)
        visit = actions.arrive(actor=request.actor, guest=guest, at=at, key=key)
    except AlreadyDone as before:
        visit = Visit.objects.seen_by(request.actor).get(id=before.results["visit"])
    return Status(201, VisitOut(id=visit.id, guest=visit.guest_id, arrived_at=visit.arrived_at))


@router.post(
    "/counts/door", response={201: InsideOut} | WRITE_ERRORS, operation_id="count_at_door", openapi_extra=KEY_PARAMETER
)
@program_needs(DESK, shows_people=False)
def count_at_door(request: HalteRequest, count: DoorCountIn) -> Status[InsideOut]:
    """So many men, women or children came in without a card: a number and nothing else."""
    key, at = retry_key(request), timezone.now()
    with suppress(AlreadyDone):
        actions.count_at_door(actor=request.actor, kind=count.kind, n=count.n, at=at, key=key)
    return Status(201, _inside(request, at))


@router.post(
    "/counts/services",
    response={201: InsideOut} | WRITE_ERRORS,
    operation_id="count_service",
    openapi_extra=KEY_PARAMETER,
)
@program_needs(DESK, shows_people=False)
def count_service(request: HalteRequest, count: ServiceCountIn) -> Status[InsideOut]:
    """So many meals, drinks, phones, loads of laundry or visits to the toilet. Never refused, tied to nobody."""
    key, at = retry_key(request), timezone.now()
    with suppress(AlreadyDone):
        actions.count_service(actor=request.actor, service=count.service, n=count.n, at=at, key=key)
    return Status(201, _inside(request, at))


@router.get("/inside", response={200: InsideOut} | READ_ERRORS, operation_id="inside")
@program_needs(DESK, shows_people=False)
def inside(request: HalteRequest) -> InsideOut:
    """How many are inside now: cards that have not left, and everyone counted at the door."""
    return _inside(request, timezone.now())


@router.post("/showers", response={201: SlotOut} | WRITE_ERRORS, operation_id="give_slot", openapi_extra=KEY_PARAMETER)
@program_needs(DESK)
def give_slot(request: HalteRequest, wanted: SlotIn) -> Status[SlotOut]:
    """A guest gets a shower: the next free slot, or a chosen one. Refused with 409 when it is taken."""
    key, at = retry_key(request), timezone.now()
    try:
        guest = queries.by_code(request.actor, wanted.code)
        given = actions.give_slot(actor=request.actor, guest=guest, slot=_slot(wanted), at=at, key=key)
    except AlreadyDone as before:
        given = Numbered.objects.seen_by(request.actor).get(id=before.results["numbered"])
    assert given.starts_at
    return Status(201, SlotOut(id=given.id, guest=given.guest_id, cabin=given.number, starts_at=given.starts_at))


def _slot(wanted: SlotIn) -> Slot | None:
    if wanted.starts_at is None and wanted.cabin is None:
        return None
    if wanted.starts_at is None or wanted.cabin is None or wanted.starts_at.tzinfo is None:
        raise actions.NotASlot
    return Slot(wanted.starts_at, wanted.cabin)


def _inside(request: HalteRequest, at: datetime) -> InsideOut:
    return InsideOut(inside=queries.inside_now(request.actor.site, at), as_of=at)
