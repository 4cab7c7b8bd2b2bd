"""A guest of whom the whole house knows something."""

from datetime import timedelta

import pytest

from halte.advice import actions as advice_actions
from halte.goods.models import Given, Kind, Variant
from halte.guests import actions
from halte.guests.models import PairedPhone
from halte.nights import actions as night_actions
from halte.visits import actions as visit_actions
from halte.visits.models import BedAsked, Tagged


@pytest.fixture
def known_everywhere(greeter, night_desk, adviser, calais, dunkirk, a_room, a_guest, now, a_key):
    """A guest of whom every service holds something."""
    guest = a_guest(counted="man", language="ar")
    mate = a_guest(counted="man")
    given = {"at": now, "key": a_key()}
    actions.keep_together(actor=greeter, guests=[guest, mate], is_family=False, **given)
    actions.tell_about(actor=greeter, guest=guest, language="ar", counted="man", needs=["quiet"], at=now, key=a_key())
    night = calais.tonight(now)
    room = a_room(kind="men", beds=2)
    night_actions.want_bed(actor=night_desk, guest=guest, night=night, at=now, key=a_key())
    agreed = {"without": True, "at": now, "key": a_key()}
    night_actions.give_bed(actor=night_desk, guest=guest, bed=room.beds.first(), night=night, **agreed)
    night_actions.hold_for(
        actor=night_desk,
        guest=guest,
        night=night,
        until=now + timedelta(hours=4),
        asked_by="line_115",
        at=now,
        key=a_key(),
    )
    actions.keep_apart(actor=adviser, one=guest, other=a_guest(), at=now, key=a_key())
    hour = now.replace(hour=9) + timedelta(days=1)
    advice_actions.book(actor=adviser, guest=guest, starts_at=hour, at=now, key=a_key())
    visit_actions.arrive(actor=greeter, guest=guest, at=now, key=a_key())
    visit_actions.give_locker(actor=greeter, guest=guest, at=now, key=a_key())
    visit_actions.take_ticket(actor=greeter, guest=guest, at=now, key=a_key())
    visit_actions.receive_letter(actor=greeter, guest=guest, at=now, key=a_key())
    variant = Variant.objects.create(kind=Kind.objects.create(code="blanket"))
    Given.objects.create(site=calais, guest=guest, variant=variant, at=now, on=calais.today(now))
    Tagged.objects.create(site=calais, guest=guest, kind="bag", number=7, on=calais.today(now), taken_at=now)
    BedAsked.objects.create(site=calais, guest=guest, house=dunkirk, night=night, asked_at=now)
    PairedPhone.objects.create(site=calais, guest=guest, token_hash=b"t" * 32, until=now + timedelta(days=14))
    actions.choose_sign(actor=greeter, guest=guest, pictures=["sun", "boat", "bird"], at=now, key=a_key())
    return guest
