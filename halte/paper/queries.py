"""Finding what is on paper: the last pack, the hours that are entered now, their lines and clashes."""

from datetime import date, datetime
from typing import Any

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from halte.accounts.actor import Actor
from halte.common import ids
from halte.guests import queries as guest_queries
from halte.guests.models import Guest, GuestState, spoken_box
from halte.nights import queries as nights
from halte.nights.models import Stay
from halte.paper import rules
from halte.paper.models import LineState, PackPrinted, PanicHours, PaperLine, PaperPeriod
from halte.sites.models import Bed
from halte.visits.models import Ending, Visit
from halte.visits.queries import day_of

PERIODS_SHOWN = 10


def last_pack(actor: Actor) -> PackPrinted | None:
    """The pack that was printed last at the actor's site."""
    found: PackPrinted | None = PackPrinted.objects.seen_by(actor).order_by("-at").first()
    return found


def pack_is_old(actor: Actor, at: datetime) -> bool:
    """Whether no pack was printed today: the bed sheets in the drawer tell of another day."""
    last = last_pack(actor)
    return last is None or actor.site.today(last.at) < actor.site.today(at)


def open_period(actor: Actor) -> PaperPeriod | None:
    """The hours whose lines are being entered now."""
    found: PaperPeriod | None = PaperPeriod.objects.seen_by(actor).filter(closed_at__isnull=True).first()
    return found


def periods(actor: Actor) -> "QuerySet[PaperPeriod]":
    """The last hours on paper, the newest first, with how many lines and clashes they had."""
    stands = ~Q(lines__state=LineState.TAKEN_BACK)
    found: QuerySet[PaperPeriod] = (
        PaperPeriod.objects.seen_by(actor)
        .filter(closed_at__isnull=False)
        .annotate(
            entered=Count("lines", filter=stands & Q(lines__isnull=False)),
            clashed=Count("lines", filter=Q(lines__state=LineState.SETTLED)),
        )
        .order_by("-began_at")[:PERIODS_SHOWN]
    )
    return found


def panic_to_enter(actor: Actor) -> PanicHours | None:
    """The last panic whose hours nobody entered yet."""
    entered = PaperPeriod.objects.seen_by(actor).filter(
        closed_at__isnull=False, began_at__lt=OuterRef("ended_at"), ended_at__gt=OuterRef("began_at")
    )
    found: PanicHours | None = PanicHours.objects.seen_by(actor).filter(~Exists(entered)).order_by("-began_at").first()
    return found


def clashes(actor: Actor) -> "QuerySet[PaperLine]":
    """Lines that wait for somebody to decide, in the order in which they happened."""
    found: QuerySet[PaperLine] = (
        PaperLine.objects.seen_by(actor)
        .filter(state=LineState.CLASH)
        .select_related("bed__room", "guest__site", "period")
        .order_by("at", "id")
    )
    return found


def numbers(period: PaperPeriod) -> dict[str, int]:
    """How many lines stand in each state."""
    rows: Any = PaperLine.objects.filter(period=period).order_by().values_list("state").annotate(n=Count("id"))
    return dict.fromkeys(LineState.values, 0) | dict(rows)


def bed_named(actor: Actor, typed: str) -> Bed | None:
    """The bed with this number, written as on its sheet or without its dash; None when there is none, or two."""
    wanted = rules.bed_number(typed)
    beds = Bed.objects.seen_by(actor).select_related("room")
    found = [bed for bed in beds if rules.bed_number(str(bed)) == wanted] if wanted else []
    return found[0] if len(found) == 1 else None


def guest_named(actor: Actor, typed: str) -> Guest | None:
    """The guest of a code or of a scanned card; None when the house has not seen the card.

    Raises:
        CodeShared: Two live cards have the spoken code.
    """
    secret = guest_queries.secret_in(typed)
    if secret is not None:
        return guest_queries.by_secret(actor, secret)
    box = spoken_box(actor.site, ids.normal(typed))
    found: list[Guest] = list(Guest.objects.seen_by(actor).select_related("site").filter(spoken_box=box))
    live = [guest for guest in found if guest.state == GuestState.LIVE]
    if len(live) > 1:
        raise guest_queries.CodeShared
    return next(iter(live or found), None)


def holder_of(actor: Actor, bed: Bed, night: date, at: datetime) -> Stay | None:
    """The stay that holds a bed in a night."""
    held = nights.holding(actor, night, at).filter(bed=bed).select_related("guest__site", "bed__room")
    return held.order_by("-night").first()


def came_before(actor: Actor, guest: Guest, at: datetime) -> bool:
    """Whether the house knows of a visit that already covers this moment, or of a later one."""
    visits: Any = Visit.objects.seen_by(actor).filter(guest=guest).exclude(ending=Ending.UNDONE)
    still_here = Q(left_at__isnull=True, on__gte=day_of(actor.site, at))
    return bool(visits.filter(still_here | Q(left_at__gt=at)).exists())


def visit_to_end(actor: Actor, guest: Guest, at: datetime) -> Visit | None:
    """The open visit that began before this moment."""
    found: Visit | None = (
        Visit.objects.seen_by(actor).filter(guest=guest, left_at__isnull=True, arrived_at__lte=at).first()
    )
    return found


def waiting_to_be_closed(actor: Actor, on: date, *, since: datetime) -> bool:
    """Whether lines of this day may still be entered: a period that touches it, or its night, is open since then."""
    rows: Any = PaperPeriod.objects.seen_by(actor).filter(closed_at__isnull=True, opened_at__gte=since)
    site = actor.site
    return any(site.tonight(period.began_at) <= on <= site.today(period.ended_at) for period in rows)
