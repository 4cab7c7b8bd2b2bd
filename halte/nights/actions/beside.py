"""A place beside a family, until an hour, for one who may come. At the door nobody is told; the family says yes."""

from datetime import date, datetime
from uuid import uuid4

from halte import journal
from halte.accounts.actor import Actor
from halte.common.refusal import refusing
from halte.common.retry import RetryKey
from halte.guests import queries as guest_queries
from halte.guests.actions.many import make_several_within
from halte.guests.actions.together import join_within
from halte.guests.models import Group, Guest
from halte.guests.refusals import AlreadyInGroup
from halte.nights import expecting, placing, queries, refusals, rules
from halte.nights.actions.parties import check_hours, end_party, never_known, new_party, open_party
from halte.nights.held import AskedBy, HeldEnd, HeldParty
from halte.nights.models import EndReason, Stay

BESIDE = {"one_place_beside_a_family": refusals.HeldBefore, "one_group_at_a_time": AlreadyInGroup}


def hold_beside(
    *, actor: Actor, guest: Guest, counted: str, night: date, until: datetime, at: datetime, key: RetryKey
) -> HeldParty:
    """A bed in the room of a family is held until an hour, for one who may come and belongs to them.

    Keeps:
        Nobody else is placed there. After the hour it is free by itself. Whoever comes is told nothing: only the family
        says yes, with `say_yes`.

    Args:
        guest: One of the family, who asks for it.
        counted: How whoever may come counts: a woman, a man, a child.

    Raises:
        NoFamilyHere: The guest is of no family, or it has no bed tonight.
        NoBedFits: No bed is free in their room.
        HeldBefore: A place is held beside them already.
        HoldNotSo, NightOutOfReach.
    """
    with (
        refusing(refusals.TAKEN | BESIDE),
        journal.act(actor=actor, at=at, key=key, kind="nights.held_beside") as act,
    ):
        check_hours(actor, night, until, at)
        family = _family(actor, guest)
        if not queries.stay_of(actor, guest, night, at):
            raise refusals.NoFamilyHere
        if expecting.held_beside(actor, guest, night):
            raise refusals.HeldBefore
        expected = make_several_within(act, actor=actor, people=[(uuid4(), counted)], at=at)
        join_within(actor=actor, guest=expected[0], group=family, at=at)
        beds = rules.one_room(queries.people_of(expected, night), queries.house(actor, night, at))
        if not beds:
            raise refusals.NoBedFits
        party = new_party(
            actor,
            expected,
            night=night,
            until=until,
            made_at=at,
            asked_by=AskedBy.GUEST,
            nameless=True,
            beside=family,
        )
        placing.give_all(act, actor, beds, night, at)
        act.about([guest, *expected], night=night, number=party.number)
        act.results(party=party.id.hex)
    return party


def say_yes(*, actor: Actor, party: HeldParty, guest: Guest, at: datetime, key: RetryKey) -> Stay:
    """The family said yes to the one who came: he is in the bed beside them, and belongs to them, in one act.

    Args:
        guest: Whoever came, with a card of their own. A bed they were given apart tonight is free again.

    Raises:
        HoldOver: The place is free already.
        NotHere, CardNotLive: It is no card of this house, or it was switched off.
        AlreadyInGroup: They belong to another family or group.
        RoomNotForThem, RoomFull: The room takes them no more, or they are kept apart from somebody there.
    """
    with (
        refusing(refusals.TAKEN | BESIDE),
        journal.act(actor=actor, at=at, key=key, kind="nights.joined_beside") as act,
    ):
        found = open_party(actor, party)
        if found.beside is None:
            raise refusals.NoFamilyHere
        guest = placing.welcome_guest(actor, guest)
        apart = queries.stay_of(actor, guest, found.night, at)
        if apart:
            _end(placing.written_down(apart, found.night, at), at, EndReason.MOVED)
        beds = queries.holding(actor, found.night, at).filter(guest__in=found.people.values("guest"))
        held = beds.select_related("bed__room").first()
        if held is None:
            raise refusals.HoldOver
        _end(held, at, EndReason.MOVED)
        never_known(actor, [held.guest_id])
        join_within(actor=actor, guest=guest, group=found.beside, at=at)
        person = placing.as_person(guest, found.night)
        room = placing.room_of(actor, held.bed, found.night, at)
        placing.check_place(actor, person, held.bed, room, found.night, at, without=True)
        stay = placing.give_all(act, actor, {guest.id: held.bed_id}, found.night, at, arrived=True)[0]
        end_party(found, at, HeldEnd.CAME)
        act.about([guest], night=found.night)
        act.results(party=found.id.hex, stay=stay.id.hex)
    return stay


def _family(actor: Actor, guest: Guest) -> Group:
    membership = guest_queries.membership_of(placing.own_guest(actor, guest))
    if membership is None or not membership.group.is_family:
        raise refusals.NoFamilyHere
    family: Group = membership.group
    return family


def _end(stay: Stay, at: datetime, reason: EndReason) -> None:
    stay.ended_at, stay.end_reason = at, reason
    stay.save(update_fields=["ended_at", "end_reason"])
