"""Example rows of the day: numbers, letters, advice, goods, paper, messages."""

from datetime import datetime, timedelta
from typing import Any

from halte.accounts.actor import Actor
from halte.advice.actions import book, write_deadline
from halte.goods.models import Distribution, GivenAt, Kind, Stock, Variant
from halte.journal.models import Line
from halte.paper.actions import Written, enter_line, open_period
from halte.paper.models import PaperLine, PaperPeriod
from halte.sites.models import Site
from halte.tracing import actions as tracing_actions
from halte.visits.actions import receive_letter, take_ticket
from halte.visits.models import BusRun, Numbered, NumberedService
from tests.guards.made import Row, guest, key, room


def numbered(site: Site, now: datetime, service: str, **more: Any) -> Numbered:
    made: Numbered = Numbered.objects.create(
        site=site, guest=guest(site, now), service=service, number=1, on=site.today(now), given_at=now, nth=1, **more
    )
    return made


def a_shower(site: Site, now: datetime) -> Row:
    return {"numbered_id": numbered(site, now, NumberedService.SHOWER, starts_at=now).id}, {}


def a_locker(site: Site, now: datetime) -> Row:
    return {"numbered_id": numbered(site, now, NumberedService.LOCKER).id}, {}


def a_ticket(site: Site, now: datetime) -> Row:
    made = take_ticket(actor=Actor.system(site), at=now, key=key(), guest=guest(site, now))
    return {"ticket_id": made.id}, {}


def a_letter(site: Site, now: datetime) -> Row:
    made = receive_letter(actor=Actor.system(site), at=now, key=key(), guest=guest(site, now))
    return {"letter_id": made.id}, {}


def a_bus(site: Site, now: datetime) -> Row:
    made = BusRun.objects.create(site=site, house=site, leaves_at=now + timedelta(hours=1), seats=8)
    return {"bus_id": made.id}, {"n": "1"}


def an_appointment(site: Site, now: datetime) -> Row:
    starts_at = now.replace(minute=0, second=0, microsecond=0) + timedelta(days=1)
    made = book(actor=Actor.system(site), guest=guest(site, now), starts_at=starts_at, at=now, key=key())
    return {"appointment_id": made.id}, {}


def a_deadline(site: Site, now: datetime) -> Row:
    made = write_deadline(
        actor=Actor.system(site),
        matter="other",
        due_at=now + timedelta(days=1),
        certainty="on_paper",
        stand_in=None,
        at=now,
        key=key(),
    )
    return {"deadline_id": made.id}, {"receipt": "1A 23", "why": "withdrawn"}


def a_line_of_advice(site: Site, now: datetime) -> Row:
    a_deadline(site, now)
    return {"line_id": Line.objects.get(site=site.id, kind="advice.deadline_written").id}, {}


def a_distribution(site: Site, now: datetime) -> Row:
    kind = Kind.objects.create(code=f"blanket-{site.code}")
    variant = Variant.objects.create(kind=kind)
    Stock.objects.create(site=site, variant=variant, balance=1, promised=1)
    made = Distribution.objects.create(
        site=site,
        variant=variant,
        quantity=1,
        left=1,
        on=site.today(now),
        starts_at=now,
        place=GivenAt.GATE,
        announced_at=now,
    )
    return {"distribution_id": made.id}, {"number": "1"}


def a_line_of_paper(site: Site, now: datetime) -> Row:
    """A clash that waits for a decision."""
    began = now - timedelta(minutes=30)
    period = PaperPeriod.objects.create(site=site, began_at=began, ended_at=now, opened_at=now)
    bed = room(site).beds.get()
    line = PaperLine.objects.create(
        site=site, period=period, what="b", at=began, state="clash", bed=bed, guest=guest(site, now)
    )
    return {"line_id": line.id}, {"decision": "mistake"}


def a_line_from_paper(site: Site, now: datetime) -> Row:
    """A line of the register that entered a line of paper."""
    began = now - timedelta(minutes=30)
    open_period(actor=Actor.system(site), began_at=began, ended_at=now, at=now, key=key())
    enter_line(actor=Actor.system(site), written=Written("m", number="1"), at=began, key=key())
    return {"line_id": Line.objects.get(site=site.id, kind="paper.line_entered").id}, {}


def a_message(site: Site, now: datetime) -> Row:
    left = tracing_actions.leave_message(
        site=site, known="name", hint="Selam", text="I am well", language="en", ticket="0" * 12, at=now, key=key()
    )
    return {"message_id": left.id}, {"code": "000-000-0"}


def an_offered_message(site: Site, now: datetime) -> Row:
    arguments, _data = a_message(site, now)
    message = tracing_actions.Message.objects.get(id=arguments["message_id"])
    offered = {"message": message, "guest": guest(site, now), "at": now, "key": key()}
    tracing_actions.offer_message(actor=Actor.system(site), **offered)
    return arguments, {"choice": "not_me"}
