"""A site's rules stand in versions: none is changed, lines cite the number."""

from dataclasses import fields, replace
from datetime import timedelta
from uuid import uuid4

import pytest

from halte.accounts.models import Staff
from halte.sites import actions, forms
from halte.sites.models import RulesVersion
from halte.sites.rules import Rules, RulesWrong


def test_new_rules_are_in_force_from_their_moment_on(manager, calais, now, a_key):
    actions.set_rules(actor=manager, rules=Rules(lockers=12), at=now, key=a_key())

    assert calais.rules_at(now).lockers == 12
    assert calais.rules_at(now).version == 1
    assert calais.rules_at(now - timedelta(seconds=1)) == Rules()


def test_a_version_is_never_changed(manager, calais, now, a_key):
    actions.set_rules(actor=manager, rules=Rules(lockers=12), at=now, key=a_key())
    second = replace(calais.rules_at(now), shower_cabins=3)

    actions.set_rules(actor=manager, rules=second, at=now, key=a_key())

    settings = [version.settings for version in RulesVersion.objects.order_by("number")]
    assert settings == [{"lockers": 12}, {"lockers": 12, "shower_cabins": 3}]


def test_rules_are_not_set_over_a_version_that_was_not_seen(manager, now, a_key):
    actions.set_rules(actor=manager, rules=Rules(lockers=12), at=now, key=a_key())

    with pytest.raises(actions.RulesChanged):
        actions.set_rules(actor=manager, rules=Rules(lockers=13), at=now, key=a_key())


def test_the_same_rules_again_make_no_version(manager, now, a_key):
    with pytest.raises(actions.NothingChanged):
        actions.set_rules(actor=manager, rules=Rules(), at=now, key=a_key())


def test_house_rules_and_rules_keep_each_other(manager, calais, now, a_key):
    actions.set_rules(actor=manager, rules=Rules(lockers=12), at=now, key=a_key())

    actions.set_house_rules(actor=manager, texts={"fr": "Bienvenue.", "en": ""}, seen_version=1, at=now, key=a_key())

    assert calais.rules_at(now).lockers == 12
    assert RulesVersion.objects.get(number=2).house_rules == {"fr": "Bienvenue."}


def test_a_rule_that_does_not_exist_is_refused():
    with pytest.raises(RulesWrong):
        Rules.parse({"lokers": 3}, version=1)
    with pytest.raises(RulesWrong):
        Rules.parse({"lockers": True}, version=1)


def test_every_rule_has_words_and_a_place_on_the_page():
    names = {field.name for field in fields(Rules)} - {"version"}

    assert set(forms.WORDS) == names
    assert sorted(name for _title, _sign, group in forms.GROUPS for name in group) == sorted(names)


def test_a_manager_sets_them_on_the_page(client, manager, calais, now):
    client.force_login(Staff.objects.get(pk=manager.id), backend="allauth.account.auth_backends.AuthenticationBackend")
    form = client.get("/sites/rules/").context["form"]
    given = {name: form[name].value() for name in forms.WORDS}
    given = {name: value for name, value in given.items() if value is not False}

    answer = client.post(
        "/sites/rules/",
        given | {"version": 0, "shower_opens_minute": "08:15", "key": str(uuid4())},
    )

    assert answer.status_code == 302
    assert RulesVersion.objects.get().settings == {"shower_opens_minute": 8 * 60 + 15}
    assert "08:15" in client.get("/sites/rules/").content.decode()
