"""Nights for programs: want a bed, give one, arrive, and the numbers of the board."""

from datetime import date, datetime
from typing import Annotated
from uuid import UUID

from django.utils import timezone
from ninja import Field, Router, Schema, Status

from halte.accounts.doors import HalteRequest, program_needs
from halte.accounts.roles import DESK
from halte.guests import queries as guest_queries
from halte.guests.models import Guest
from halte.journal import AlreadyDone
from halte.nights import actions, board, refusals
from halte.nights.doors import AT_THE_DOOR
from halte.nights.models import Stay, Want
from halte.sites.models import Bed
from halte.web.api import KEY_PARAMETER, READ_ERRORS, WRITE_ERRORS, retry_key

router = Router(tags=["nights"])

Night = Annotated[date, Field(ge=date(2000, 1, 2), le=date(2099, 12, 30), description="The evening's date.")]
SAFE = "^(women|men|minors)?$"


class GuestIn(Schema):
    """Whom it is about, and which night."""

    guest: UUID
    night: Night


class BedIn(GuestIn):
    """A bed for a guest: the one named, or the best free one."""

    bed: UUID | None = Field(None, description="Empty: the best free bed by the rules of rooms.")
    kind: str = Field("", pattern=SAFE, description="Rooms where a guest who never said so says they are safe.")
    arrived: bool = Field(False, description="The guest is here and goes to bed at once.")
    without: bool = Field(False, description="They agreed to do without what the chosen bed does not offer.")


class WantOut(Schema):
    """A place on the waiting list."""

    id: UUID
    guest: UUID
    night: date
    asked_at: datetime


class StayOut(Schema):
    """A bed for a night."""

    id: UUID
    guest: UUID
    night: date
    room: str
    bed: str
    bed_id: UUID
    given_at: datetime
    arrived_at: datetime | None
    ended_at: datetime | None


class NumbersOut(Schema):
    """The numbers of the board. They name nobody."""

    night: date
    at: datetime
    inside: int
    expected: int
    away: int
    free: int
    closed: int
    waiting: int


@router.post(
    "/nights/wants", response={201: WantOut} | WRITE_ERRORS, operation_id="want_bed", openapi_extra=KEY_PARAMETER
)
@program_needs(AT_THE_DOOR)
def want_bed(request: HalteRequest, asked: GuestIn) -> Status[WantOut]:
    """Put a guest on the waiting list of a night."""
    key = retry_key(request)
    guest = _guest(request, asked.guest)
    try:
        want = actions.want_bed(actor=request.actor, guest=guest, night=asked.night, at=timezone.now(), key=key)
    except AlreadyDone as before:
        want = Want.objects.seen_by(request.actor).get(pk=before.results["want"])
    return Status(201, WantOut(id=want.id, guest=want.guest_id, night=want.night, asked_at=want.asked_at))


@router.post(
    "/nights/stays", response={201: StayOut} | WRITE_ERRORS, operation_id="give_bed", openapi_extra=KEY_PARAMETER
)
@program_needs(AT_THE_DOOR)
def give_bed(request: HalteRequest, asked: BedIn) -> Status[StayOut]:
    """Give a guest a bed for a night."""
    key = retry_key(request)
    guest = _guest(request, asked.guest)
    act = actions.welcome_for_the_night if asked.arrived else actions.give_bed
    try:
        stay = act(
            actor=request.actor,
            guest=guest,
            night=asked.night,
            at=timezone.now(),
            key=key,
            bed=_bed(request, asked.bed) if asked.bed else None,
            kind=asked.kind,
            without=asked.without,
        )
    except AlreadyDone as before:
        stay = _again(request, before)
    return Status(201, _shown(stay))


@router.post(
    "/nights/arrivals",
    response={200: StayOut} | WRITE_ERRORS,
    operation_id="arrive_for_the_night",
    openapi_extra=KEY_PARAMETER,
)
@program_needs(AT_THE_DOOR)
def arrive(request: HalteRequest, asked: GuestIn) -> StayOut:
    """Say that a guest is in the house, in the bed they have."""
    key = retry_key(request)
    guest = _guest(request, asked.guest)
    try:
        stay = actions.arrive(actor=request.actor, guest=guest, night=asked.night, at=timezone.now(), key=key)
    except AlreadyDone as before:
        stay = _again(request, before)
    return _shown(stay)


@router.get("/nights/{night}", response={200: NumbersOut} | READ_ERRORS, operation_id="night_numbers")
@program_needs(DESK, shows_people=False)
def numbers(request: HalteRequest, night: Night) -> NumbersOut:
    """How many are inside, expected, away with their bed kept, free, closed and waiting in a night."""
    shown = board.board(request.actor, night, timezone.now())
    return NumbersOut(
        night=night,
        at=shown.at,
        inside=shown.inside,
        expected=shown.expected,
        away=shown.away,
        free=shown.free,
        closed=shown.closed,
        waiting=shown.waiting,
    )


def _guest(request: HalteRequest, guest_id: UUID) -> Guest:
    guest = guest_queries.guest(request.actor, guest_id)
    if guest is None:
        raise refusals.NotHere
    return guest


def _bed(request: HalteRequest, bed_id: UUID) -> Bed:
    found: Bed | None = Bed.objects.seen_by(request.actor).filter(pk=bed_id).first()
    if found is None:
        raise refusals.NotHere
    return found


def _again(request: HalteRequest, before: AlreadyDone) -> Stay:
    stays = Stay.objects.seen_by(request.actor).select_related("bed__room")
    found: Stay = stays.get(pk=before.results["stay"])
    return found


def _shown(stay: Stay) -> StayOut:
    return StayOut(
        id=stay.id,
        guest=stay.guest_id,
        night=stay.night,
        room=stay.bed.room.code,
        bed=stay.bed.label,
        bed_id=stay.bed_id,
        given_at=stay.given_at,
        arrived_at=stay.arrived_at,
        ended_at=stay.ended_at,
    )
