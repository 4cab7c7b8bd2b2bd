"""Roles: given at one site, ended by a date or a colleague, gone at the next request."""

from datetime import date, timedelta

import pytest

from halte.accounts import actions
from halte.accounts.models import Membership, Staff
from halte.accounts.roles import Role, given_by


def role_of(actor):
    return Membership.objects.get(staff_id=actor.id)


def test_an_ended_role_opens_nothing_from_the_next_request_on(signed_in, greeter, manager, now, a_key):
    client = signed_in(greeter)
    assert client.get("/desk/").status_code == 200

    actions.end_role(actor=manager, membership=role_of(greeter), at=now, key=a_key())

    assert client.get("/desk/").url == "/account/login/?next=/desk/"
    again = signed_in(greeter)
    assert again.get("/desk/").url == "/account/"
    assert "no role" in again.get("/account/").content.decode()


def test_without_a_role_the_front_door_leads_to_ones_own_account(signed_in, greeter, manager, now, a_key):
    actions.end_role(actor=manager, membership=role_of(greeter), at=now, key=a_key())

    response = signed_in(greeter).get("/", follow=True)

    assert response.status_code == 200
    assert response.redirect_chain[-1][0] == "/account/"


def test_a_volunteers_role_ends_by_itself_after_90_days(manager, staff_at, calais, now, a_key):
    newcomer = Staff.objects.get(pk=staff_at(calais).id)

    held = actions.give_role(actor=manager, staff=newcomer, role=Role.GREETER, at=now, key=a_key())

    today = calais.today(now)
    assert held.until == today + timedelta(days=90)
    assert Membership.objects.filter(id=held.id).valid_on(held.until).exists()
    assert not Membership.objects.filter(id=held.id).valid_on(held.until + timedelta(days=1)).exists()


def test_a_role_that_ran_out_can_be_given_again(manager, staff_at, calais, now, a_key):
    newcomer = Staff.objects.get(pk=staff_at(calais).id)
    actions.give_role(actor=manager, staff=newcomer, role=Role.GREETER, at=now, key=a_key())

    later = now + timedelta(days=100)
    again = actions.give_role(actor=manager, staff=newcomer, role=Role.GREETER, at=later, key=a_key())

    assert again.since == calais.today(later)


def test_a_role_is_not_held_twice(manager, greeter, now, a_key):
    with pytest.raises(actions.RoleHeldAlready):
        actions.give_role(actor=manager, staff=Staff.objects.get(pk=greeter.id), role=Role.GREETER, at=now, key=a_key())


def test_another_sites_role_cannot_be_ended(manager, elsewhere, now, a_key):
    role = Membership.objects.get(staff_id=elsewhere.id, role=Role.GREETER)

    with pytest.raises(actions.NotHere):
        actions.end_role(actor=manager, membership=role, at=now, key=a_key())


def test_nobody_ends_their_own_role(manager, now, a_key):
    with pytest.raises(actions.OwnRole):
        actions.end_role(actor=manager, membership=role_of(manager), at=now, key=a_key())


@pytest.mark.parametrize("role", [Role.COORDINATOR, Role.TREASURER, Role.AUTHORITY, Role.FUNDER])
def test_a_manager_makes_nobody_stronger_than_a_manager(manager, role, now, a_key):
    with pytest.raises(actions.RoleNotYours):
        actions.invite(actor=manager, role=role, at=now, key=a_key())


def test_a_coordinator_gives_every_role():
    assert given_by(frozenset({Role.COORDINATOR})) == frozenset(Role)
    assert given_by(frozenset({Role.GREETER})) == frozenset()


def test_whoever_works_at_two_sites_chooses_where_they_are(signed_in, greeter, dunkirk):
    staff = Staff.objects.get(pk=greeter.id)
    Membership.objects.create(site=dunkirk, staff=staff, role=Role.GREETER, since=date(2026, 1, 1))
    client = signed_in(greeter)
    assert "Calais" in client.get("/desk/").content.decode()

    client.post("/account/site/", {"site": "dunkirk"})

    assert client.get("/account/").context["actor"].site == dunkirk


def test_nobody_chooses_a_site_where_they_do_not_work(signed_in, greeter, dunkirk):
    client = signed_in(greeter)

    client.post("/account/site/", {"site": "dunkirk"})

    assert client.get("/account/").context["actor"].site.code == "calais"


def test_the_screens_speak_the_chosen_language(signed_in, greeter):
    client = signed_in(greeter)

    client.post("/account/language/", {"language": "fr", "key": "6f2b6d1e-5b5e-4a0e-9f3e-1c2d3e4f5a6b"})

    assert Staff.objects.get(pk=greeter.id).language == "fr"
    assert '<html lang="fr"' in client.get("/account/").content.decode()
