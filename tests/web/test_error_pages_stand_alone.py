"""When everything else has fallen, a page still says in a plain sentence what to do."""

import pytest
from django.template.loader import render_to_string
from django.utils import translation

from halte.common.refusal import Refusal
from halte.web import views

STATUSES = [400, 403, 404, 409, 429, 500, 503]
OWN_LANGUAGES = STATUSES[:-2]


@pytest.mark.parametrize("status", STATUSES)
def test_an_error_page_needs_neither_database_nor_request(status):
    page = render_to_string(f"{status}.html")

    assert page.count("<h1>") == 1
    assert 'href="/"' in page
    assert "<title></title>" not in page


@pytest.mark.parametrize("status", OWN_LANGUAGES)
def test_an_error_page_turns_with_the_language(status):
    with translation.override("ar"):
        page = render_to_string(f"{status}.html")

    assert '<html lang="ar" dir="rtl"' in page


@pytest.mark.parametrize("status", [500, 503])
def test_the_last_pages_speak_english_and_french_whatever_happened(status):
    page = render_to_string(f"{status}.html")

    assert "counted twice" in page
    assert "rien n’est compté deux fois" in page


def test_a_refusal_is_said_in_its_own_sentence_and_cannot_smuggle_markup():
    class NoPlace(Refusal):
        message = "No place tonight in <b>%(room)s</b>."

    page = views.refused(NoPlace(room="3"))

    assert page.status_code == 409
    assert "No place tonight in &lt;b&gt;3&lt;/b&gt;." in page.content.decode()


def test_the_handlers_answer_with_their_status(rf):
    request = rf.get("/anything/")

    assert views.bad_request(request).status_code == 400
    assert views.permission_denied(request).status_code == 403
    assert views.csrf_failure(request).status_code == 403
    assert views.page_not_found(request).status_code == 404
    assert views.server_error(request).status_code == 500
