"""Heads between centres: give ours, keep those of others."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from django.utils import timezone
from ninja import Field, Router, Schema

from halte.accounts.doors import HalteRequest, program_needs
from halte.accounts.roles import EVERYONE, MANAGE
from halte.journal import AlreadyDone
from halte.journal.checking import KeptHead
from halte.sync import actions, queries
from halte.sync.models import Witness
from halte.web.api import KEY_PARAMETER, READ_ERRORS, WRITE_ERRORS, retry_key

router = Router(tags=["heads"])

Hash = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$", description="SHA-256 of the line, in hexadecimal.")]
Number = Annotated[int, Field(ge=1, le=2**62)]
Epoch = Annotated[int, Field(ge=1, le=2**31 - 1)]


class HeadOut(Schema):
    """The end of a register: its last line's number and hash."""

    site: UUID
    epoch: Epoch
    seq: Number
    hash: Hash


class HeadIn(HeadOut):
    """The end of a register, to be kept here."""


class HeadKept(HeadOut):
    """A head that is kept here. `contradicts`: another hash was kept for the same number before."""

    received_at: datetime
    contradicts: bool


@router.get("/heads", response={200: list[HeadOut], **READ_ERRORS}, operation_id="own_heads")
@program_needs(EVERYONE, shows_people=False)
def own_heads(request: HalteRequest) -> list[HeadOut]:
    """The ends of the registers of this token's site and of the network, to be kept elsewhere."""
    return [
        HeadOut(site=head.site, epoch=head.epoch, seq=head.seq, hash=head.hash.hex())
        for head in queries.own_heads(request.actor)
    ]


@router.post("/heads", response={201: HeadKept, **WRITE_ERRORS}, operation_id="keep_head", openapi_extra=KEY_PARAMETER)
@program_needs(MANAGE, shows_people=False)
def keep_head(request: HalteRequest, head: HeadIn) -> tuple[int, HeadKept]:
    """Keep the end of a centre's register here."""
    given = KeptHead(head.site, head.epoch, head.seq, bytes.fromhex(head.hash))
    try:
        kept = actions.keep_head(actor=request.actor, head=given, at=timezone.now(), key=retry_key(request))
    except AlreadyDone as before:
        witness = Witness.objects.get(id=before.results["witness"])
        return 201, _kept(witness, contradicts=before.results["contradicts"])
    return 201, _kept(kept.witness, contradicts=kept.contradicts)


def _kept(witness: Witness, *, contradicts: bool) -> HeadKept:
    return HeadKept(
        site=witness.site,
        epoch=witness.epoch,
        seq=witness.seq,
        hash=bytes(witness.hash).hex(),
        received_at=witness.received_at,
        contradicts=contradicts,
    )
