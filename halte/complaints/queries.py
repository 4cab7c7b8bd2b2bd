"""Finding readers and complaints. Whoever works in a house finds none about it, whatever else they are."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef

from halte.accounts.actor import Actor
from halte.accounts.models import Membership, Staff
from halte.common import tickets
from halte.complaints.models import Complaint, Reader
from halte.sites.models import Site

TWO = 2


@dataclass(frozen=True)
class Outside:
    """A reader who does not work in the house, and the work they do elsewhere."""

    staff: Staff
    roles: frozenset[str]

    def holds(self, roles: Collection[str]) -> bool:
        """Whether their work is one of these."""
        return not self.roles.isdisjoint(map(str, roles))


def readers() -> list[Reader]:
    """Who reads complaints."""
    return list(Reader.objects.select_related("staff").order_by("since"))


def reader(reader_id: UUID) -> Reader | None:
    """One reader."""
    return Reader.objects.select_related("staff").filter(id=reader_id).first()


def readers_for(site: Site, at: datetime) -> list[Outside]:
    """The two who read what is said of a house: readers who hold no role there today, named longest first."""
    found = []
    for one in readers():
        rows = Membership.objects.everywhere(because="a reader must not work in the house").filter(staff=one.staff_id)
        held = list(rows.valid_on(site.today(at)).values_list("site_id", "role"))
        if one.staff.is_active and all(where != site.id for where, _role in held):
            found.append(Outside(one.staff, frozenset(role for _where, role in held)))
    return found[:TWO]


def complaints(actor: Actor) -> list[Complaint]:
    """What was left for a reader, open ones first."""
    return list(_left_for(actor).select_related("site").order_by("closed_on", "said_on"))


def complaint(actor: Actor, complaint_id: UUID) -> Complaint | None:
    """One complaint, if it was left for this reader and they do not work in that house meanwhile."""
    found: Complaint | None = _left_for(actor).select_related("site", "voice").filter(id=complaint_id).first()
    return found


def _left_for(actor: Actor) -> Any:
    here: Any = Membership.objects.everywhere(because="a reader must not work in the house")
    works_there = here.filter(staff=actor.id, ended_at__isnull=True, site=OuterRef("site"))
    return Complaint.objects.for_reader(actor.id).filter(~Exists(works_there)).distinct()


def ticket_key(typed: str) -> bytes:
    """What a complaint is found by."""
    return tickets.key_of(typed, "complaints")


def by_ticket(typed: str) -> Complaint | None:
    """The complaint that a ticket code belongs to."""
    rows: Any = Complaint.objects.everywhere(because="whoever holds the ticket belongs to no house")
    found: Complaint | None = rows.filter(ticket_key=ticket_key(typed)).first()
    return found


def could_read() -> list[Staff]:
    """Colleagues who could be named: whoever has an account that works and is no reader yet."""
    taken = Reader.objects.values("staff")
    return list(
        Staff.objects.filter(is_active=True, memberships__ended_at__isnull=True).exclude(id__in=taken).distinct()
    )
