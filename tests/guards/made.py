"""Example rows that every house has: guests, rooms, staff and their devices."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from halte.accounts import actions as account_actions
from halte.accounts.actor import Actor
from halte.accounts.models import DeviceKind, Membership
from halte.accounts.roles import Role
from halte.common.ids import new_secret
from halte.common.retry import RetryKey
from halte.guests import actions as guest_actions
from halte.guests import decoys, measures
from halte.guests.models import AlarmKind, Guest, LookAlarm
from halte.journal.models import Line
from halte.sites.models import Bed, Room, Site
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


def a_guest_who_reads(site: Site, now: datetime) -> Row:
    where, _posted = a_guest()(site, now)
    return where | {"language": "ar"}, {}


def two_apart(site: Site, now: datetime) -> Row:
    one = guest(site, now)
    given = {"actor": Actor.system(site), "at": now, "key": key()}
    made = guest_actions.keep_apart(one=one, other=guest(site, now), **given)
    return {"guest_id": one.id, "kept_id": made.id}, {}


def a_measure(site: Site, now: datetime) -> Row:
    about, until = guest(site, now), site.today(now) + timedelta(days=5)
    given = {"actor": Actor.system(site), "at": now, "key": key()}
    made, code = measures.ask_for(guest=about, until=until, note="A quarrel.", **given)
    measures.appeal(code=code, words="I was not there.", at=now, key=key())
    return {"measure_id": made.id}, {"held": "yes", "words": "We looked again."}


def a_decoy(site: Site, now: datetime) -> Row:
    made = decoys.make_decoy(actor=Actor.system(site), secret=new_secret(), at=now, key=key())
    return {"decoy_id": made.id}, {}


def a_look_alarm(site: Site, now: datetime) -> Row:
    made = LookAlarm.objects.create(
        site=site, kind=AlarmKind.MANY, by=Actor.system(site).id, cards=31, since=now, last_at=now
    )
    return {"alarm_id": made.id}, {}


def room(site: Site) -> Room:
    made = Room.objects.create(site=site, code="101", kind="men", legal_maximum=2)
    Bed.objects.create(site=site, room=made, label="1")
    return made


def a_room(site: Site, now: datetime) -> Row:
    return {"room_id": room(site).id}, {}


def a_room_for_beds(site: Site, now: datetime) -> Row:
    return {"room_id": room(site).id}, {"lower": "1", "upper": "0"}


def a_closed_room(site: Site, now: datetime) -> Row:
    made = room(site)
    Room.objects.filter(id=made.id).update(closed_since=now)
    return {"room_id": made.id}, {}


def a_bed(site: Site, now: datetime) -> Row:
    return {"bed_id": room(site).beds.get().id}, {"state": "broken"}


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
