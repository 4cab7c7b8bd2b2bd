"""Example rows that others than the house read: money, rounds outside, papers shown at the door, talks."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any
from uuid import uuid4

from halte.accounts.actor import SYSTEM, Actor
from halte.emergency.models import PaperVisit
from halte.funding import receipts
from halte.funding.actions import record_expense
from halte.funding.models import Currency, Purpose
from halte.outreach.actions import record_round
from halte.outreach.models import Area, CountedBy, Method
from halte.rights.models import FactSheet, Government, Progress, SheetTranslation, Talk, Topic
from halte.rights.talks import actions as talk_actions
from halte.rights.talks import asking
from halte.rights.talks.actions import Offer, Stated
from halte.sites.models import Site
from tests.guards.made import Row, key


def an_expense(site: Site, now: datetime) -> Row:
    made = record_expense(
        actor=Actor.system(site),
        what="Blankets",
        currency=Currency.EURO,
        cents=100,
        paid_on=site.today(now),
        purpose=Purpose.HOUSE,
        proof_reference="INV-1",
        receipt=receipts.sent(b"%PDF-invoice"),
        at=now,
        key=key(),
    )
    return {"expense_id": made.id}, {}


def a_round(site: Site, now: datetime) -> Row:
    made = record_round(
        actor=Actor.system(site),
        on=site.today(now),
        area=Area.EAST,
        method=Method.TOLD,
        counted_by=CountedBy.OUR_TEAM,
        low=1,
        high=2,
        at=now,
        key=key(),
    )
    return {"round_id": made.id}, {}


def a_paper_visit(site: Site, now: datetime) -> Row:
    made = PaperVisit.objects.create(
        site=site, at=now, on=site.today(now), paper="other", outcome="later", answered_by_1=SYSTEM
    )
    return {"visit_id": made.id}, {}


def talk(site: Site, now: datetime) -> Talk:
    """A talk in an hour."""
    Topic.objects.get_or_create(slug="uk-treaty", defaults={"pictogram": "scale", "place": 1, "digest": "-"})
    offered = Offer(
        government=Government.UNITED_KINGDOM,
        institution="Home Office",
        speaker="A. Speaker",
        title="The treaty",
        written_in="en",
        matter="uk-treaty",
        languages=("en",),
        interpreters=(),
        starts_at=now + timedelta(hours=1),
        minutes=60,
        where="Hall",
        seats=30,
    )
    return talk_actions.offer(actor=Actor.system(site), offered=offered, at=now, key=key())


def a_talk(**data: Any) -> Callable[[Site, datetime], Row]:
    return lambda site, now: ({"talk_id": talk(site, now).id}, data)


def a_point(site: Site, now: datetime) -> Row:
    stated = Stated("It began in August.", "Home Office", now.date())
    actor = Actor.system(site)
    made = talk_actions.state_point(actor=actor, talk=talk(site, now), stated=stated, at=now, key=key())
    return {"point_id": made.id}, {}


def a_sheet(site: Site, now: datetime) -> Row:
    a_point(site, now)
    signed = FactSheet.objects.filter(site=site, signed_on__isnull=True).get()
    talk_actions.sign(actor=Actor.system(site), talk=signed.talk, name="S.", unknown="Much.", at=now, key=key())
    return {"sheet_id": signed.id, "language": "fr"}, {"text0": "Cela a commencé en août.", "text1": "Beaucoup."}


def a_translated_sheet(site: Site, now: datetime) -> Row:
    named, _typed = a_sheet(site, now)
    made = SheetTranslation.objects.create(
        site=site,
        sheet_id=named["sheet_id"],
        language="fr",
        texts={},
        progress=Progress.IN_REVIEW,
        written_by=uuid4(),
        written_on=now.date(),
    )
    return {"translation_id": made.id}, {}


def a_question(site: Site, now: datetime) -> Row:
    of = talk(site, now)
    talk_actions.accept(actor=Actor.system(site), talk=of, at=now, key=key())
    of.refresh_from_db()
    return {"question_id": asking.ask(talk=of, text="Why?", language="en", at=now, key=key()).question.id}, {
        "text": "Why?"
    }
