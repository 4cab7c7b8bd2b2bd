"""Erase me: afterwards no table of the house holds anything of the guest, and no line can be tied to them."""

import pytest
from django.apps import apps
from django.db import connection

from halte.common.retry import RetryKey
from halte.guests import actions, belongings, queries
from halte.guests.models import Group, Guest, Membership
from halte.journal import forgetting
from halte.journal.models import Line, Retry, Subject
from halte.nights.models import Stay
from halte.visits.models import DoorCount, Tagged, Ticket


def points_at_guests():
    """Every table with a relation to a guest, and the relation."""
    for model in apps.get_models(include_auto_created=True):
        for field in model._meta.local_fields:
            if field.is_relation and field.related_model is Guest:
                yield model, field.name


def everything_stored() -> str:
    """Every value of every table, as text; identifiers in hexadecimal."""
    said = []
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f'SELECT * FROM "{table}"')
            said += [repr(bytes(v) if isinstance(v, memoryview) else v) for row in cursor.fetchall() for v in row]
    return "\n".join(said)


def erase(actor, guest, now):
    return actions.erase_guest(actor=actor, guest=guest, at=now, key=RetryKey.new())


def test_no_table_points_at_the_guest_and_none_holds_their_identifier(known_everywhere, greeter, now):
    guest_id = known_everywhere.id
    assert guest_id.hex in everything_stored()

    erase(greeter, known_everywhere, now)

    for model, field in points_at_guests():
        assert not model._base_manager.filter(**{field: guest_id}).exists(), f"{model._meta.label}.{field}"
    stored = everything_stored()
    assert guest_id.hex not in stored
    assert str(guest_id) not in stored
    assert repr(guest_id.bytes) not in stored
    assert repr(bytes(known_everywhere.card_key)) not in stored
    assert repr(bytes(known_everywhere.spoken_box)) not in stored


def test_without_forgetting_the_register_would_still_know_them(known_everywhere, greeter, now, monkeypatch):
    monkeypatch.setattr(forgetting, "forget", lambda guests: None)

    erase(greeter, known_everywhere, now)

    assert known_everywhere.id.hex in everything_stored()


def test_every_service_whose_tables_point_at_guests_says_what_it_does_with_them():
    services = {model._meta.app_label for model, _field in points_at_guests()} - {"guests"}

    assert services <= set(belongings._services)


def test_the_line_says_that_somebody_was_erased_and_not_who(known_everywhere, greeter, now):
    lines = Line.objects.count()

    erase(greeter, known_everywhere, now)

    line = Line.objects.get(kind="guests.erased")
    assert Line.objects.count() == lines + 1
    assert not Subject.objects.filter(line=line).exists()
    assert not Retry.objects.get(line=line).results
    assert b'"subjects":[]' in bytes(line.body)


def test_what_was_counted_and_what_lies_here_stays_as_a_number_of_nobody(known_everywhere, greeter, now):
    erase(greeter, known_everywhere, now)

    assert DoorCount.objects.get().number == 1
    assert Ticket.objects.get().guest is None
    assert Tagged.objects.get().guest is None


def test_the_others_stay_as_they_were(known_everywhere, greeter, now):
    (mate,) = queries.together_with(known_everywhere)
    others = set(Guest.objects.exclude(id=known_everywhere.id))

    erase(greeter, known_everywhere, now)

    assert set(Guest.objects.all()) == others
    assert Membership.objects.get().guest == mate
    assert Subject.objects.filter(guest=mate.id).exists()


def test_whoever_is_on_the_card_goes_with_it_and_so_does_the_family(a_guest, greeter, now, a_key):
    mother = a_guest(counted="woman")
    actions.add_company(actor=greeter, guest=mother, counted="child", at=now, key=a_key())

    assert erase(greeter, mother, now) == 2

    assert not Guest.objects.exists()
    assert not Group.objects.exists()


def test_a_card_that_was_made_one_with_it_goes_too(a_guest, greeter, now, a_key):
    old, new = a_guest(), a_guest()
    actions.merge_cards(actor=greeter, old=old, new=new, at=now, key=a_key())

    erase(greeter, new, now)

    assert not Guest.objects.exists()
    assert old.id.hex not in everything_stored()


def test_the_bed_is_free_at_once(known_everywhere, greeter, now):
    erase(greeter, known_everywhere, now)

    assert not Stay.objects.exists()


def test_no_other_house_erases_a_guest(known_everywhere, elsewhere, now):
    with pytest.raises(actions.GuestElsewhere):
        erase(elsewhere, known_everywhere, now)


def test_before_it_is_done_the_guest_hears_what_waits_for_them(known_everywhere, now):
    waiting = [told for told in belongings.told_everywhere(known_everywhere, now) if told.waits]

    assert {str(told.what) for told in waiting} >= {
        "Your bed",
        "Letters that wait for you",
        "Your appointments",
        "Your locker",
        "Phones and bags we keep for you",
    }


def test_told_is_everything_in_sentences(known_everywhere, now):
    told = {
        str(one.what): [str(line) for line in one.lines] for one in belongings.told_everywhere(known_everywhere, now)
    }

    assert told["Things you were given"] == ["Nov. 24, 2026: blanket"]
    assert told["Your bed"] == ["Nov. 24, 2026: room 001, bed 1"]
    assert told["Your locker"] == ["1"]
    assert told["Phones and bags we keep for you"] == ["Bag 7"]
