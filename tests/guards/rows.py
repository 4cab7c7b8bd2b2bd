"""One example row for every address that names one: made at a site, for `test_the_other_site`."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from halte.accounts import actions as account_actions
from halte.accounts.actor import SYSTEM, Actor
from halte.accounts.models import DeviceKind, Membership
from halte.accounts.roles import Role
from halte.advice.actions import book, write_deadline
from halte.common.retry import RetryKey
from halte.desk.actions import hold_beds
from halte.emergency.models import PaperVisit
from halte.funding import receipts
from halte.funding.actions import record_expense
from halte.funding.models import Currency, Purpose
from halte.goods.models import Distribution, GivenAt, Kind, Stock, Variant
from halte.guests import actions as guest_actions
from halte.guests import measures
from halte.guests.models import Guest
from halte.journal.models import Line
from halte.nights import actions as night_actions
from halte.nights.models import (
    HeldParty,
    NightPlan,
    PlaceProposal,
    PlanLine,
    ProposalKind,
    Stay,
    WakeUp,
    Want,
    YoungSheet,
)
from halte.outreach.actions import record_round
from halte.outreach.models import Area, CountedBy, Method
from halte.paper.actions import Written, enter_line, open_period
from halte.paper.models import PaperLine, PaperPeriod
from halte.rights.models import Government, Talk, Topic
from halte.rights.talks import actions as talk_actions
from halte.rights.talks import asking
from halte.rights.talks.actions import Offer, Stated
from halte.sites.models import Bed, PlacesAsked, Room, Site
from halte.tracing import actions as tracing_actions
from halte.visits.actions import receive_letter, take_ticket
from halte.visits.models import BusRun, Numbered, NumberedService
from tests.guards.askers import colleague

Row = tuple[dict[str, Any], dict[str, Any]]
"""The arguments of the address, and what a form must hold to be understood."""


def key() -> RetryKey:
    return RetryKey.new()


def guest(site: Site, now: datetime) -> Guest:
    made, _secret = guest_actions.make_card(actor=Actor.system(site), at=now, key=key())
    return made


def a_guest(**data: Any) -> Callable[[Site, datetime], Row]:
    return lambda site, now: ({"guest_id": guest(site, now).id}, data)


def room(site: Site) -> Room:
    made = Room.objects.create(site=site, code="101", kind="men", legal_maximum=2)
    Bed.objects.create(site=site, room=made, label="1")
    return made


def a_room(site: Site, now: datetime) -> Row:
    return {"room_id": room(site).id}, {}


def a_guest_who_reads(site: Site, now: datetime) -> Row:
    where, _posted = a_guest()(site, now)
    return where | {"language": "ar"}, {}


def a_room_for_beds(site: Site, now: datetime) -> Row:
    return {"room_id": room(site).id}, {"lower": "1", "upper": "0"}


def a_room_to_move(site: Site, now: datetime) -> Row:
    made = room(site)
    return {"room_id": made.id}, {"to": str(made.id)}


def a_closed_room(site: Site, now: datetime) -> Row:
    made = room(site)
    Room.objects.filter(id=made.id).update(closed_since=now)
    return {"room_id": made.id}, {}


def a_bed(site: Site, now: datetime) -> Row:
    return {"bed_id": room(site).beds.get().id}, {"state": "broken"}


def two_apart(site: Site, now: datetime) -> Row:
    one = guest(site, now)
    given = {"actor": Actor.system(site), "at": now, "key": key()}
    made = guest_actions.keep_apart(one=one, other=guest(site, now), **given)
    return {"guest_id": one.id, "kept_id": made.id}, {}


def a_bed_to_keep(site: Site, now: datetime) -> Row:
    return {"bed_id": room(site).beds.get().id}, {"kept": "1"}


def a_role(site: Site, now: datetime) -> Row:
    staff = colleague(site, Role.GREETER)
    return {"membership_id": Membership.objects.get(staff=staff).id}, {}


def an_invitation(site: Site, now: datetime) -> Row:
    made, _token = account_actions.invite(actor=Actor.system(site), role=Role.GREETER, at=now, key=key())
    return {"invitation_id": made.id}, {}


def a_device(site: Site, now: datetime) -> Row:
    made, _token = account_actions.register_device(
        actor=Actor.system(site), label="Tablet", kind=DeviceKind.TABLET, roles=[Role.GREETER], at=now, key=key()
    )
    return {"device_id": made.id}, {}


def an_open_tablet(site: Site, now: datetime) -> Row:
    made, _token = account_actions.open_tablet(
        actor=Actor.system(site), label="Door", until=now + timedelta(days=1), at=now, key=key()
    )
    return {"device_id": made.id}, {}


def a_badge(site: Site, now: datetime) -> Row:
    return {"badge_id": account_actions.make_badge(actor=Actor.system(site), at=now, key=key()).badge.id}, {}


def somebody(site: Site, now: datetime) -> Row:
    return {"staff_id": colleague(site, Role.GREETER).id}, {"held": "yes"}


def a_line(site: Site, now: datetime) -> Row:
    guest(site, now)
    return {"line_id": Line.objects.get(site=site.id).id}, {}


def a_line_of_the_night(site: Site, now: datetime) -> Row:
    stay(site, now)
    return {"line_id": Line.objects.get(site=site.id, kind="nights.given").id}, {}


def a_shower(site: Site, now: datetime) -> Row:
    return {"numbered_id": numbered(site, now, NumberedService.SHOWER, starts_at=now).id}, {}


def a_locker(site: Site, now: datetime) -> Row:
    return {"numbered_id": numbered(site, now, NumberedService.LOCKER).id}, {}


def numbered(site: Site, now: datetime, service: str, **more: Any) -> Numbered:
    made: Numbered = Numbered.objects.create(
        site=site, guest=guest(site, now), service=service, number=1, on=site.today(now), given_at=now, nth=1, **more
    )
    return made


def a_ticket(site: Site, now: datetime) -> Row:
    made = take_ticket(actor=Actor.system(site), at=now, key=key(), guest=guest(site, now))
    return {"ticket_id": made.id}, {}


def a_letter(site: Site, now: datetime) -> Row:
    made = receive_letter(actor=Actor.system(site), at=now, key=key(), guest=guest(site, now))
    return {"letter_id": made.id}, {}


def stay(site: Site, now: datetime) -> Stay:
    bed = room(site).beds.get()
    given = {"actor": Actor.system(site), "night": site.tonight(now), "at": now, "key": key()}
    return night_actions.give_bed(guest=guest(site, now), bed=bed, **given)


def a_stay(site: Site, now: datetime) -> Row:
    return {"stay_id": stay(site, now).id}, {}


def a_stay_to_fetch(site: Site, now: datetime) -> Row:
    return {"stay_id": stay(site, now).id}, {"first": "1"}


def a_wake_up(site: Site, now: datetime) -> Row:
    found = stay(site, now)
    made = WakeUp.objects.create(site=site, guest=found.guest, night=found.night, wake_at=now, asked_at=now)
    return {"wake_up_id": made.id}, {}


def a_group(site: Site, now: datetime) -> Row:
    guests = [guest(site, now), guest(site, now)]
    made = guest_actions.keep_together(actor=Actor.system(site), guests=guests, is_family=True, at=now, key=key())
    return {"group_id": made.id}, {}


def a_proposal(site: Site, now: datetime) -> Row:
    arguments, _data = a_group(site, now)
    made = PlaceProposal.objects.create(
        site=site,
        group_id=arguments["group_id"],
        night=site.tonight(now),
        kind=ProposalKind.values[0],
        made_at=now,
    )
    return {"proposal_id": made.id}, {}


def a_plan_line(site: Site, now: datetime) -> Row:
    made = NightPlan.objects.create(site=site, night=site.tonight(now), made_at=now)
    answered = guest(site, now)
    line = PlanLine.objects.create(site=site, plan=made, guest=answered, party=answered.id, why="full")
    return {"line_id": line.id}, {"why": "safer", "room": str(room(site).id)}


def a_measure(site: Site, now: datetime) -> Row:
    about, until = guest(site, now), site.today(now) + timedelta(days=5)
    given = {"actor": Actor.system(site), "at": now, "key": key()}
    made, code = measures.ask_for(guest=about, until=until, note="A quarrel.", **given)
    measures.appeal(code=code, words="I was not there.", at=now, key=key())
    return {"measure_id": made.id}, {"held": "yes", "words": "We looked again."}


def a_want(site: Site, now: datetime) -> Row:
    waiting = guest(site, now)
    Want.objects.create(site=site, guest=waiting, night=site.tonight(now), asked_at=now)
    return {"guest_id": waiting.id}, {}


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


def places_asked(site: Site, now: datetime) -> Row:
    made = PlacesAsked.objects.create(
        site=site, house=site, night=site.tonight(now), men=1, arriving_at=now + timedelta(hours=1), asked_at=now
    )
    return {"asked_id": made.id}, {"hold": "0"}


def held_places(site: Site, now: datetime) -> Row:
    made = HeldParty.objects.create(
        site=site,
        night=site.tonight(now),
        number=1,
        asked_by="line_115",
        until=now + timedelta(minutes=1),
        made_at=now,
    )
    return {"party_id": made.id}, {"until": "23:00"}


def a_young_sheet(site: Site, now: datetime) -> Row:
    made = YoungSheet.objects.create(site=site, night=site.tonight(now), number=1, opened_at=now)
    return {"sheet_id": made.id}, {"called": "line_119", "called_at": "12:01", "answered": "noted"}


def a_group_that_arrived(site: Site, now: datetime) -> Row:
    room(site)
    given = {"actor": Actor.system(site), "night": site.tonight(now), "at": now, "key": key()}
    return {"line_id": hold_beds(numbers={"man": 1}, **given).line}, {}


def a_bus(site: Site, now: datetime) -> Row:
    made = BusRun.objects.create(site=site, house=site, leaves_at=now + timedelta(hours=1), seats=8)
    return {"bus_id": made.id}, {"n": "1"}


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


def a_paper_visit(site: Site, now: datetime) -> Row:
    made = PaperVisit.objects.create(
        site=site, at=now, on=site.today(now), paper="other", outcome="later", answered_by_1=SYSTEM
    )
    return {"visit_id": made.id}, {}


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


def a_question(site: Site, now: datetime) -> Row:
    of = talk(site, now)
    talk_actions.accept(actor=Actor.system(site), talk=of, at=now, key=key())
    of.refresh_from_db()
    return {"question_id": asking.ask(talk=of, text="Why?", language="en", at=now, key=key()).id}, {"text": "Why?"}


ROWS: dict[str, Callable[[Site, datetime], Row]] = {
    "emergency:agree": a_paper_visit,
    "accounts:close_tablet": an_open_tablet,
    "accounts:end_badge": a_badge,
    "accounts:end_role": a_role,
    "accounts:extend_role": a_role,
    "accounts:leaves": somebody,
    "accounts:revoke_device": a_device,
    "accounts:revoke_invitation": an_invitation,
    "desk:arrived": a_group_that_arrived,
    "desk:arrived_card": a_group_that_arrived,
    "desk:arrived_things": a_group_that_arrived,
    "desk:guest": a_guest(),
    "desk:sheet_for": a_guest_who_reads,
    "desk:undo": a_line,
    "desk:welcome": a_guest(),
    "guests:about": a_guest(),
    "guests:add_company": a_guest(counted="child"),
    "guests:agree": a_guest(),
    "guests:close": a_guest(held="yes"),
    "guests:closed": a_guest(),
    "guests:erase": a_guest(),
    "guests:handed_over": a_guest(),
    "guests:merge": a_guest(),
    "guests:protect": a_guest(protected="yes"),
    "guests:sign": a_guest(),
    "guests:keep_together": a_guest(code="000-000-0", is_family="yes"),
    "guests:own_card": a_guest(),
    "guests:agree_to_measure": a_measure,
    "guests:answer_appeal": a_measure,
    "guests:end_measure": a_measure,
    "guests:measures": a_guest(),
    "guests:end_phones": a_guest(),
    "guests:pair_phone": a_guest(),
    "guests:part": a_guest(),
    "guests:place": a_guest(placed="first"),
    "guests:reissue": a_guest(),
    "sites:add_beds": a_room_for_beds,
    "sites:bed_state": a_bed,
    "sites:change_room": a_room,
    "sites:close_room": a_room,
    "sites:open_room": a_closed_room,
    "sites:room": a_room,
    "advice:came": an_appointment,
    "advice:cancel": an_appointment,
    "advice:did_not_come": an_appointment,
    "advice:close_unsent": a_deadline,
    "advice:confirm_hour": a_deadline,
    "advice:sent": a_deadline,
    "advice:served": a_ticket,
    "advice:stands_again": an_appointment,
    "advice:undo": a_line_of_advice,
    "funding:correct": an_expense,
    "funding:expense": an_expense,
    "funding:receipt": an_expense,
    "funding:share": an_expense,
    "goods:choose": a_guest(),
    "goods:end_distribution": a_distribution,
    "goods:give": a_guest(),
    "goods:give_for_number": a_distribution,
    "goods:take_number": a_distribution,
    "goods:undo": a_line,
    "outreach:take_back": a_round,
    "outreach:take_back_beds": places_asked,
    "nights:answer": a_proposal,
    "nights:answer_asked": places_asked,
    "nights:party_came": held_places,
    "nights:party_cancelled": held_places,
    "nights:party_later": held_places,
    "nights:arrived": a_guest(),
    "nights:bed": a_bed,
    "nights:bed_is": a_bed,
    "nights:young_called": a_young_sheet,
    "nights:room_is_ready": a_room,
    "guests:apart": a_guest(code="0"),
    "guests:end_apart": two_apart,
    "sites:keep_back": a_bed_to_keep,
    "nights:cancel_want": a_want,
    "nights:choose_room": a_group,
    "nights:fetch_first": a_stay_to_fetch,
    "nights:away": a_stay,
    "nights:beside": a_guest(counted="man", until="23:00"),
    "nights:come_sooner": a_stay,
    "nights:say_yes": a_guest(code="nothing"),
    "nights:free": a_stay,
    "nights:give_bed": a_guest(),
    "nights:give_here": a_bed,
    "nights:leaving": a_stay,
    "nights:left": a_stay,
    "nights:move": a_stay,
    "nights:move_room": a_room_to_move,
    "nights:no_place": a_guest(why="full"),
    "nights:overrule": a_plan_line,
    "nights:room": a_room,
    "nights:see_room": a_room,
    "nights:shelter_group": a_group,
    "nights:swap": a_stay,
    "nights:tell": a_guest(),
    "nights:undo": a_line_of_the_night,
    "nights:want_bed": a_guest(),
    "nights:wake_guest": a_guest(),
    "nights:warm_seat": a_guest(),
    "nights:welcome": a_guest(),
    "nights:woken": a_wake_up,
    "talks:accept": a_talk(),
    "talks:answer": a_question,
    "talks:count_heads": a_talk(),
    "talks:decline": a_talk(),
    "talks:pass_on": a_question,
    "talks:set_aside": a_question,
    "talks:sign": a_talk(name="A. Speaker", unknown="Much."),
    "talks:state_point": a_talk(text="It began.", source="Home Office", source_on="2026-11-01"),
    "talks:take_out_point": a_point,
    "talks:talk": a_talk(),
    "talks:withdraw": a_talk(),
    "tracing:message": an_offered_message,
    "tracing:offer": a_message,
    "tracing:open": an_offered_message,
    "tracing:settle": an_offered_message,
    "paper:decide": a_line_of_paper,
    "paper:undo": a_line_from_paper,
    "visits:ask_bed": a_guest(house="calais"),
    "visits:call_off_bus": a_bus,
    "visits:take_back_bed": a_guest(),
    "visits:take_seats": a_bus,
    "visits:arrive": a_guest(),
    "visits:end_ticket": a_ticket,
    "visits:free_slot": a_shower,
    "visits:give_locker": a_guest(),
    "visits:give_slot": a_guest(),
    "visits:leave": a_guest(),
    "visits:pass_on_letter": a_letter,
    "visits:return_locker": a_locker,
    "visits:undo": a_line,
}

BELONG_TO_THE_NETWORK: dict[str, str] = {
    "complaints:answer": "read by two people outside the house, and never inside it: tests/complaints",
    "complaints:close": "as complaints:answer",
    "complaints:complaint": "as complaints:answer",
    "complaints:voice": "as complaints:answer",
    "complaints:end_reader": "who reads is one list of the network",
    "editing:approve": "the guide belongs to the network: a colleague of any house is the second person",
    "editing:confirm": "as editing:approve",
    "editing:page": "as editing:approve",
    "editing:question": "a question is asked of the network; nobody knows at which house",
    "editing:restore": "as editing:approve",
    "editing:statement": "as editing:approve",
    "editing:wording": "as editing:approve",
    "voices:approve": "as editing:approve",
    "voices:record": "as editing:approve",
    "voices:sound": "as editing:approve",
    "voices:take_back": "as editing:approve",
    "funding:statement": "an agreement pays for the whole network",
    "goods:count": "kinds and sizes are one list of the network; what lies on the shelf is the site's own",
    "goods:discard": "as goods:count",
    "goods:give_without_card": "as goods:count",
    "goods:receive": "as goods:count",
    "goods:variant": "as goods:count",
    "rights:talk": "a talk that a house accepted is announced to everybody: tests/rights/test_officials_explain.py",
    "talks:ask": "anybody may ask, as rights:talk",
}
"""Addresses whose rows every site may see, and why."""

OWN_ACCOUNT = {
    "mfa_remove_webauthn": "allauth finds only one's own keys",
    "mfa_edit_webauthn": "allauth finds only one's own keys",
}
