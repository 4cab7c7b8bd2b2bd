"""What people type leads to the right page: misspelt, in other scripts, in whole sentences, in their language."""

import json
import random
from datetime import date

import pytest

from halte.config import cli
from halte.rights.finding import asked, in_files
from halte.rights.finding.asked import Question
from halte.rights.finding.measuring import right, with_one_typing_error
from halte.rights.finding.ranking import Index, fold, sound
from halte.rights.headings import ORDER
from halte.rights.reading import READING
from halte.rights.searching import index_file

pytestmark = pytest.mark.one_database

DAY = date(2026, 11, 24)
DRAW = random.Random(1967)


@pytest.fixture(scope="module")
def every_topic() -> dict[str, Index]:
    """The topics of the fact file by what people type for them alone, as if no page said anything yet."""
    return {language: asked.by_words_alone(language) for language in (*asked.FIVE, *asked.SIX)}


def share(questions: list[Question], indexes: dict[str, Index]) -> float:
    return sum(right(one, indexes[one.language]) for one in questions) / len(questions)


def test_nineteen_questions_in_twenty_of_the_fact_file_are_answered_by_one_of_three_topics(every_topic):
    questions = asked.fact_file()
    assert len(questions) == 65 * 5

    assert share(questions, every_topic) >= 0.95


def test_so_are_questions_that_nobody_tuned_it_on(every_topic):
    for languages, least in ((asked.FIVE, 76), (asked.SIX, 84)):
        questions = [one for one in asked.own() if one.language in languages]
        assert len(questions) >= least

        assert share(questions, every_topic) >= 0.95


@pytest.mark.parametrize("language", asked.SIX)
def test_every_other_language_is_asked_too_and_answers(language, every_topic):
    questions = [one for one in (*asked.in_six_others(), *asked.own()) if one.language == language]
    assert len(questions) >= 28
    assert {slug for one in questions for slug in one.right} >= set(ORDER["urgent"])

    assert share(questions, every_topic) >= 0.95
    assert share([with_one_typing_error(one, DRAW) for one in questions for _time in range(3)], every_topic) >= 0.85


def test_one_typing_error_costs_few_of_them(every_topic):
    spoilt = [with_one_typing_error(one, DRAW) for one in asked.fact_file() for _time in range(3)]

    assert share(spoilt, every_topic) >= 0.85


def test_shuffled_answers_would_be_noticed(every_topic):
    """What the figures above are worth: topics drawn by lot are right for one question in ten, not for nineteen."""
    slugs = list(asked.phrases("en"))
    lots = [bool(one.right & set(DRAW.sample(slugs, 3))) for one in asked.fact_file()]

    assert sum(lots) / len(lots) < 0.3


@pytest.mark.parametrize(
    ("question", "language", "topic"),
    [
        ("were can i sleap tonigth", "en", "shelter-tonight"),
        ("kalè dormir", "fr", "shelter-tonight"),
        ("115 no answer", "ar", "shelter-tonight"),
        ("اين انام الليله", "ar", "shelter-tonight"),
        ("أَيْنَ أَنَامُ اللَّيْلَة", "ar", "shelter-tonight"),
        ("asile demande", "ar", "asylum-apply"),
        ("boat sinking", "ar", "danger-at-sea"),
        ("bateau coule", "en", "danger-at-sea"),
        ("addresse postal", "fr", "postal-address"),
    ],
)
def test_a_page_answers_with_the_right_topic_first(question, language, topic, reader):
    answer = reader.get(f"/guide/{language}/search/", {"q": question})

    assert slugs_on(answer.content.decode(), language)[0] == topic


def test_the_page_and_the_command_rank_alike(reader, capsys, monkeypatch, tmp_path):
    monkeypatch.setattr("halte.config.guide_reading._today", lambda: DAY)
    monkeypatch.setenv("HALTE_DATA", str(tmp_path))
    monkeypatch.delenv("HALTE_DATABASE", raising=False)
    for one in [one for one in asked.fact_file() if one.language in {"en", "fr", "ar"}][::7]:
        assert cli.main(["guide", "search", one.text, "--lang", one.language, "--json"]) == 0

        told = [row["topic"] for row in json.loads(capsys.readouterr().out)]
        page = reader.get(f"/guide/{one.language}/search/", {"q": one.text}).content.decode()
        assert slugs_on(page, one.language) == told


def test_a_language_that_the_guide_has_not_is_refused_in_one_sentence(capsys):
    assert cli.main(["guide", "search", "bed", "--lang", "xx"]) == 2

    assert capsys.readouterr().err.count("\n") == 1


@pytest.mark.parametrize(
    "question", ["", "   ", "?!", "\u0301", "\u200c\u202e", "qqqqxxxx", "a" * 5000, "<b>", "'\"\\"]
)
def test_nothing_that_is_typed_breaks_the_page_or_its_index(question, reader):
    answer = reader.get("/guide/ar/search/", {"q": question})

    assert answer.status_code == 200
    assert "<b>" not in answer.content.decode()


def test_a_question_without_an_answer_leads_to_a_person(reader):
    page = reader.get("/guide/fr/search/", {"q": "qqqqxxxx"}).content.decode()

    assert READING["fr"]["nothing"] in page


def test_a_question_is_kept_nowhere(reader, guide):
    answer = reader.get("/guide/en/search/", {"q": "my husband beats me"})

    assert answer.headers["Cache-Control"] == "private, no-store"
    assert not answer.cookies
    assert "max-age" in reader.get("/guide/en/search/").headers["Cache-Control"]


def test_the_index_holds_no_word_of_what_may_not_be_told_any_more(guide, on_day):
    def said_of_shelter(day: date) -> str:
        topics = {topic["slug"]: topic for topic in json.loads(index_file("en", day))["topics"]}
        return " ".join(topics["shelter-tonight"]["phrases"]["text"])

    assert "doctors" in said_of_shelter(date(2026, 12, 31))
    assert "doctors" not in said_of_shelter(date(2027, 1, 1))


def test_words_meet_across_keyboards_and_scripts():
    assert fold("Où DORMIR, كيف؟ ک ۱۱۵") == ["ou", "dormir", "كيف", "115"]
    assert fold("می‌خوابم") == fold("ميخوابم")
    assert sound("dublin") == sound("دبلن") == sound("دوبلین".replace("ی", "ي"))


def test_files_and_tables_are_searched_by_the_same_words(guide):
    for language in ("en", "fr", "ar"):
        loaded = json.loads(index_file(language, DAY))["topics"]
        on_file = in_files.words(language, DAY)

        assert [(one["slug"], one["title"]) for one in loaded] == [(one.slug, one.title) for one in on_file]
        assert [one["phrases"] for one in loaded] == [
            {name: list(told) for name, told in one.phrases.items()} for one in on_file
        ]


def slugs_on(page: str, language: str) -> list[str]:
    found = page.partition('id="found"')[2].partition("</ol>")[0]
    return [part.partition("/")[0] for part in found.split(f'href="/guide/{language}/')[1:]]
