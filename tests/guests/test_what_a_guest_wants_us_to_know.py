"""What a guest wants us to know: all of it may stay empty, none of it says why."""

from uuid import uuid4

import pytest

from halte.accounts.models import Staff
from halte.guests import actions, queries
from halte.guests.models import Guest, PlacedOrder
from halte.journal.models import Line


@pytest.fixture
def desk(client, greeter):
    """A browser at the desk."""
    client.force_login(Staff.objects.get(pk=greeter.id), backend="allauth.account.auth_backends.AuthenticationBackend")
    return client


def press(desk, guest, page, **given):
    return desk.post(f"/cards/{guest.id}/{page}/", {"key": str(uuid4()), **given})


def test_language_room_and_what_the_place_must_offer(desk, a_guest):
    guest = a_guest()

    press(desk, guest, "about", language="ti", counted="woman", needs=["lower_bunk", "quiet"])
    press(desk, guest, "about", language="ti", counted="woman", needs=["quiet"])

    guest.refresh_from_db()
    assert (guest.language, guest.counted) == ("ti", "woman")
    assert [need.need for need in guest.needs.all()] == ["quiet"]


def test_nothing_has_to_be_said(desk, a_guest):
    guest = a_guest(language="ti", counted="woman")

    assert press(desk, guest, "about").status_code == 302

    guest.refresh_from_db()
    assert (guest.language, guest.counted) == ("", "")


def test_the_register_holds_none_of_it(desk, a_guest):
    guest = a_guest()

    press(desk, guest, "about", language="ti", counted="woman", needs=["quiet"])
    press(desk, guest, "place", placed="first")

    said = b"".join(bytes(line.body) for line in Line.objects.all())
    assert not any(word in said for word in (b'ti"', b"woman", b"quiet", b"first"))
    assert Guest.objects.get().placed == PlacedOrder.FIRST


def test_a_second_card_joins_the_family(desk, greeter, a_guest):
    mother, child, baby = a_guest(), a_guest(), a_guest()

    press(desk, mother, "together", code=child.spoken, is_family="yes")
    press(desk, baby, "together", code=mother.spoken, is_family="yes")

    assert set(queries.together_with(mother)) == {child, baby}
    assert queries.membership_of(baby).group.is_family


def test_two_families_are_not_mixed_by_mistake(desk, a_family):
    one, other = a_family(members=2), a_family(members=2)
    here = one.memberships.first().guest
    there = other.memberships.first().guest

    answer = press(desk, here, "together", code=there.spoken, is_family="yes")

    assert answer.status_code == 422
    assert "Part it from that one first" in answer.content.decode()


def test_whoever_leaves_a_family_is_on_their_own(desk, a_family):
    guest = a_family(members=3).memberships.first().guest

    press(desk, guest, "part")

    assert queries.together_with(guest) == []


def test_another_sites_card_is_unknown_in_every_act(greeter, elsewhere, a_guest, now, a_key):
    guest = a_guest(actor=elsewhere)
    given = {"actor": greeter, "guest": guest, "at": now}
    acts = [
        lambda: actions.reissue_card(**given, key=a_key()),
        lambda: actions.close_card(**given, key=a_key()),
        lambda: actions.part(**given, key=a_key()),
        lambda: actions.place(**given, placed=PlacedOrder.FIRST, key=a_key()),
        lambda: actions.tell_about(**given, language="", counted="", needs=[], key=a_key()),
        lambda: actions.keep_together(actor=greeter, guests=[guest, a_guest()], is_family=True, at=now, key=a_key()),
    ]

    for act in acts:
        with pytest.raises(actions.GuestElsewhere):
            act()
