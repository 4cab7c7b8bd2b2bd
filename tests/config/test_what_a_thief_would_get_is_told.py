"""The morning of the data officer: what a thief would get is one page, and it is made from the tables."""

from datetime import date, timedelta

from django.utils import timezone

from halte.common.fields import Sensitivity
from halte.config import data_register, forgotten, jobs, thief
from halte.config.third_party_fields import LINKS
from halte.guests.models import Guest
from halte.journal.models import Line, Subject
from tests.pages import signed_in, words_of


def test_every_field_that_knows_a_person_stands_on_the_page():
    told = {(kept.table, field) for kind in thief.readable() for kept in kind.tables for field, *_said in kept.fields}

    known = {
        (row.table, row.field)
        for model in data_register.models()
        if model._meta.label not in LINKS
        for row in data_register.rows(model)
        if row.knowledge.sensitivity is not Sensitivity.NONE
    }
    assert told == known
    assert ("nights.Stay", "guest") in told


def test_the_page_says_what_is_safe_without_the_key(manager, greeter, elsewhere):
    page = words_of(signed_in(manager).get("/thief/").content.decode())

    assert "Nothing: the database and the files are encrypted as a whole." in page
    assert "nights.Stay" in page
    assert signed_in(greeter).get("/thief/").status_code == 403
    assert signed_in(elsewhere).get("/thief/").status_code == 200


def test_a_manager_sees_the_last_run_of_forgetting_and_what_it_found(manager, calais, a_guest, settings, tmp_path):
    settings.DATA = tmp_path
    browser, now = signed_in(manager), timezone.now()
    calais.opened_on = (now - timedelta(days=2)).date()
    calais.save()
    assert "The run of the last noon is missing" in words_of(browser.get("/thief/").content.decode())
    Guest.objects.filter(pk=a_guest().pk).update(made_on=date(2025, 1, 1))
    Subject.objects.all().delete()

    jobs.run_due(now)

    page = words_of(browser.get("/thief/").content.decode())
    assert "The run of the last noon is missing" not in page
    assert "Last run: " in page
    found = {str(what): n for what, n in forgotten.last_run(calais, timezone.now()).numbers}
    assert found == {"Guests who came no more for a year": 1}
    assert forgotten.last_run(calais, now + timedelta(days=3)).is_late


def test_every_act_of_forgetting_has_its_number_on_the_page(calais, settings, tmp_path):
    settings.DATA = tmp_path
    now = timezone.now()
    calais.opened_on = (now - timedelta(days=2)).date()
    calais.save()

    jobs.run_due(now)

    done = set(Line.objects.filter(site=calais.id).values_list("kind", flat=True))
    assert {kind for kind in done if "forgotten" in kind} <= set(forgotten.KINDS)
