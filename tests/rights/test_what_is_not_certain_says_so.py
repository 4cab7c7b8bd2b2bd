"""What a guest is told is sourced, dated and unexpired, or it says plainly that it is not (design, promise 7)."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from halte.rights import queries, rules
from halte.rights.models import Page, Statement, Wording
from halte.rights.rules import Confidence, Showing, State
from halte.rights.words import WORDS
from tests.rights.conftest import LANGUAGES, PAGES

pytestmark = pytest.mark.one_database

DAYS = st.dates(date(2020, 1, 1), date(2040, 12, 31))
ANY_DIGIT = st.characters(categories=["Nd", "Nl", "No"])


@given(st.sampled_from(Confidence), DAYS, DAYS, st.booleans())
def test_a_statement_past_its_last_day_is_never_shown(
    confidence: Confidence, until: date, on: date, withheld: bool
) -> None:
    how = rules.showing(confidence=confidence, show_until=until, number_withheld=withheld, on=on)

    assert (how is Showing.ASK_US) == (withheld or on > until)


@given(st.sampled_from(Confidence), st.none() | DAYS, DAYS, st.booleans())
def test_what_no_source_confirms_is_never_shown_as_certain(
    confidence: Confidence, until: date | None, on: date, withheld: bool
) -> None:
    how = rules.showing(confidence=confidence, show_until=until, number_withheld=withheld, on=on)

    if confidence is Confidence.KNOWLEDGE:
        assert how is not Showing.CERTAIN
    elif how is not Showing.ASK_US:
        assert how is Showing.CERTAIN


@given(st.text(), ANY_DIGIT, st.text(), st.sampled_from(["en", "fr", "ar", "fa", "ps", "am", "vi"]))
def test_a_digit_of_any_script_counts_as_a_number(before: str, digit: str, after: str, language: str) -> None:
    assert rules.says_a_number(before + digit + after, language=language)


@given(
    st.integers(1, 400), st.sampled_from(["{} days", "within {} days of L531-27", "CESEDA L531-27, {}", "{}/L531-27"])
)
def test_quoting_the_law_hides_no_number(number: int, sentence: str) -> None:
    assert rules.says_a_number(sentence.format(number), language="en", law="CESEDA L531-27", phone="115") == (
        number != 115
    )


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("You have twenty-one days.", "en"),
        ("You have one month.", "en"),
        ("within a week", "en"),
        ("dans un délai d'un mois", "fr"),
        ("sous quinze jours", "fr"),
        ("خلال شهر واحد", "ar"),
        ("أمامك أسبوعان", "ar"),
        ("خلال خمسة عشر يومًا", "ar"),
        ("٢١ يومًا", "ar"),
        ("፳፩ ቀን", "am"),
    ],
)
def test_a_deadline_in_words_counts_as_a_number(text: str, language: str) -> None:
    assert rules.says_a_number(text, language=language)


@pytest.mark.parametrize("text", ["See CESEDA L531-27.", "Call 115.", "Ask us today."])
def test_a_legal_reference_and_a_phone_are_not_deadlines(text: str) -> None:
    assert not rules.says_a_number(text, language="en", law="CESEDA L531-27", phone="115")


def test_the_ambulance_cannot_lend_its_number_to_a_deadline() -> None:
    assert rules.says_a_number("within 15 days", language="en", phone="15")


def test_each_unconfirmed_statement_carries_its_mark_on_the_page(reader: Client) -> None:
    for language, slug in PAGES:
        page = reader.get(f"/guide/{language}/{slug}/").content.decode()
        unconfirmed = Statement.objects.filter(topic__slug=slug, confidence="K").count()

        assert page.count(WORDS[language].not_confirmed) == unconfirmed


def test_an_expired_statement_vanishes_and_its_place_says_ask_us_today(
    reader: Client, on_day: Callable[[date], None]
) -> None:
    on_day(date(2027, 1, 31))
    last_day = reader.get("/guide/en/shelter-tonight/").content.decode()
    on_day(date(2027, 2, 1))
    day_after = reader.get("/guide/en/shelter-tonight/").content.decode()

    assert "Call 115 and ask" in last_day
    assert "tel:115" in last_day
    assert "Call 115 and ask" not in day_after
    assert "tel:115" not in day_after
    assert "31 January 2027" not in day_after
    assert day_after.count(WORDS["en"].ask_us) == last_day.count(WORDS["en"].ask_us) + 1


def test_a_deadline_from_before_the_pact_is_withheld_even_if_an_editor_wrote_its_number(reader: Client) -> None:
    Wording.objects.filter(statement__code="do-not-wait", language="en").update(text="Ask within 90 days.")

    page = reader.get("/guide/en/asylum-apply/").content.decode()

    assert "90" not in page
    assert WORDS["en"].ask_us in page


def test_the_guide_prints_no_number_from_before_the_pact(guide: object) -> None:
    for statement in Statement.objects.filter(pre_pact=True).prefetch_related("wordings"):
        for wording in statement.wordings.all():
            assert not any(character.isnumeric() for character in wording.text + wording.more)
    assert Statement.objects.filter(pre_pact=True).exists()


def test_a_translation_that_no_translator_reviewed_says_so_in_its_language(reader: Client) -> None:
    for language, slug in PAGES:
        page = reader.get(f"/guide/{language}/{slug}/").content.decode()

        labels = [WORDS[language].not_reviewed, WORDS[language].by_machine]
        assert sum(label in page for label in labels) == (language != "en"), (language, slug)


def test_a_machine_translation_says_so_and_an_approved_one_needs_no_label(reader: Client) -> None:
    pages = Page.objects.filter(language="ar", topic__slug="day-centres")

    pages.update(state=State.MACHINE)
    assert WORDS["ar"].by_machine in reader.get("/guide/ar/day-centres/").content.decode()
    pages.update(state=State.APPROVED)
    approved = reader.get("/guide/ar/day-centres/").content.decode()
    assert WORDS["ar"].by_machine not in approved
    assert WORDS["ar"].not_reviewed not in approved


def test_every_page_says_that_no_lawyer_approved_it_until_one_did(reader: Client) -> None:
    for language, slug in PAGES:
        assert WORDS[language].no_lawyer in reader.get(f"/guide/{language}/{slug}/").content.decode()

    Statement.objects.filter(topic__slug="day-centres").update(approved_by="Me X", approved_on=date(2026, 11, 24))

    assert WORDS["en"].no_lawyer not in reader.get("/guide/en/day-centres/").content.decode()


def test_every_page_says_when_it_was_checked_and_names_law_and_sources(reader: Client) -> None:
    page = reader.get("/guide/en/shelter-tonight/").content.decode()

    assert "Checked on 23 November 2026" in page
    assert "Halte editors" in page
    assert '<bdi lang="fr">CASF L345-2-2</bdi>' in page
    assert 'href="https://senat.fr/rap/l14-425/l14-42518.html"' in page
    assert "valid until 31 January 2027" in page


def test_every_certain_statement_has_a_source_with_a_title_and_a_date(guide: object) -> None:
    for statement in Statement.objects.exclude(confidence="K").prefetch_related("citations__source"):
        sources = [citation.source for citation in statement.citations.all()]
        assert sources
        assert all(source.title and source.dated for source in sources)


def test_a_withheld_statement_takes_its_source_off_the_page(guide: object) -> None:
    before = queries.page("en", "shelter-tonight", date(2026, 12, 31))
    after = queries.page("en", "shelter-tonight", date(2026, 12, 31) + timedelta(days=1))

    assert before is not None
    assert after is not None
    assert len(after.sources) == len(before.sources) - 1
    assert [source.number for source in after.sources] == list(range(1, len(after.sources) + 1))


def test_what_a_guest_can_do_now_comes_first(guide: object) -> None:
    for language in LANGUAGES:
        page = queries.page(language, "asylum-apply", date(2026, 11, 24))
        assert page is not None
        assert [kind for kind, _heading, _found in page.parts] == ["step", "warning", "fact"]
