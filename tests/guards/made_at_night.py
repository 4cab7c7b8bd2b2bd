"""Example rows of the night."""

from datetime import datetime, timedelta

from halte.accounts.actor import Actor
from halte.desk.actions import hold_beds
from halte.guests import actions as guest_actions
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
from halte.sites.models import PlacesAsked, Site
from tests.guards.made import Row, guest, key, room


def stay(site: Site, now: datetime) -> Stay:
    bed = room(site).beds.get()
    given = {"actor": Actor.system(site), "night": site.tonight(now), "at": now, "key": key()}
    return night_actions.give_bed(guest=guest(site, now), bed=bed, **given)


def a_stay(site: Site, now: datetime) -> Row:
    return {"stay_id": stay(site, now).id}, {}


def a_stay_to_fetch(site: Site, now: datetime) -> Row:
    return {"stay_id": stay(site, now).id}, {"first": "1"}


def a_line_of_the_night(site: Site, now: datetime) -> Row:
    stay(site, now)
    return {"line_id": Line.objects.get(site=site.id, kind="nights.given").id}, {}


def a_room_to_move(site: Site, now: datetime) -> Row:
    made = room(site)
    return {"room_id": made.id}, {"to": str(made.id)}


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


def a_want(site: Site, now: datetime) -> Row:
    waiting = guest(site, now)
    Want.objects.create(site=site, guest=waiting, night=site.tonight(now), asked_at=now)
    return {"guest_id": waiting.id}, {}


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
