"""A page never mixes languages: staff pages speak English or French, guests' pages the eleven languages."""

import pytest


@pytest.mark.parametrize(
    ("asked", "spoken"), [("ar", "en"), ("ar,fr;q=0.5", "fr"), ("ti,en;q=0.1", "en"), ("fr-FR", "fr"), ("", "en")]
)
@pytest.mark.django_db
def test_a_page_that_is_not_for_guests_speaks_a_language_of_the_staff(client, asked, spoken):
    page = client.get("/account/login/", headers={"Accept-Language": asked}).content.decode()

    assert f'<html lang="{spoken}"' in page
    assert 'dir="ltr"' in page


@pytest.mark.django_db
def test_a_page_for_guests_speaks_theirs(client):
    page = client.get("/c/any", headers={"Accept-Language": "ar"}).content.decode()

    assert '<html lang="ar"' in page
    assert 'dir="rtl"' in page


@pytest.mark.django_db
def test_a_phone_that_asks_for_dari_gets_it(client):
    page = client.get("/c/any", headers={"Accept-Language": "prs-AF,prs;q=0.9"}).content.decode()

    assert '<html lang="fa"' in page
