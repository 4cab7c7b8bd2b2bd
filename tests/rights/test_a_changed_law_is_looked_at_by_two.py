"""A law changes: all that rests on it is listed, somebody looks at each, and two people let legal text stand again."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from django.db import IntegrityError, transaction

from halte.accounts.actor import Actor
from halte.accounts.roles import Role
from halte.common.retry import RetryKey
from halte.journal.models import Line
from halte.rights import checking, revising, writing
from halte.rights.actions import Loaded
from halte.rights.checking import Seen
from halte.rights.files import CONTENT, read_sources, read_topic
from halte.rights.models import Check, CheckState, Statement, Wording
from halte.rights.queries import as_files, page
from halte.rights.refusals import (
    CheckerConfirms,
    CheckGone,
    LastDayMissing,
    LastDayNotInReach,
    NoSuchArticle,
    NotYourText,
)
from halte.rights.saying import Words
from halte.sites.models import Site
from tests.guards.askers import browser
from tests.rights.conftest import GUIDE

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 24)
UNTIL = date(2027, 11, 1)
RIGHT = Seen("Halte editors", "legifrance.gouv.fr", UNTIL)


@pytest.fixture
def guide(a_few_topics: Loaded) -> Loaded:
    return a_few_topics


def statement(code: str = "anyone-at-any-time", topic: str = "shelter-tonight") -> Statement:
    return Statement.objects.select_related("topic").get(code=code, topic__slug=topic)


@pytest.fixture
def broadcast(guide: Loaded, writer: Actor, now: datetime) -> list[Statement]:
    """The article on emergency shelter changed."""
    return checking.law_changed(actor=writer, article="L345-2-2", at=now, key=RetryKey.new())


@pytest.fixture
def look(writer: Actor, now: datetime) -> Callable[..., Check]:
    def again(of: Statement, seen: Seen = RIGHT, *, actor: Actor = writer) -> Check:
        return checking.still_right(actor=actor, statement=of, seen=seen, at=now, key=RetryKey.new())

    return again


@pytest.fixture
def second_look(second: Actor, now: datetime) -> Callable[[Check], Statement]:
    def agrees(check: Check) -> Statement:
        return checking.confirm(actor=second, check=check, at=now, key=RetryKey.new())

    return agrees


def not_confirmed() -> set[str]:
    shown = page("en", "shelter-tonight", TODAY)
    assert shown is not None
    return {one.code for one in shown.statements if one.not_confirmed}


def test_a_changed_article_marks_all_that_rests_on_it_in_one_act(
    guide: Loaded, writer: Actor, translator: Actor, now: datetime
):
    lines = Line.objects.count()
    found = checking.law_changed(actor=writer, article="L345-2-2", at=now, key=RetryKey.new())
    assert {row.code for row in found} >= {"anyone-at-any-time", "without-papers-too", "asylum-refused"}
    assert "you-may-stay" not in {row.code for row in found}
    assert Line.objects.count() == lines + 1
    assert not_confirmed() >= {"anyone-at-any-time"}
    with pytest.raises(NoSuchArticle):
        checking.law_changed(actor=writer, article="L345-2", at=now, key=RetryKey.new())
    with pytest.raises(NotYourText):
        checking.law_changed(actor=translator, article="L345-2-2", at=now, key=RetryKey.new())


def test_legal_text_stands_again_when_a_second_person_looked_too(
    broadcast: list[Statement], look: Callable[..., Check], second_look: Callable[[Check], Statement], now: datetime
):
    Statement.objects.filter(id=statement().id).update(approved_by="A lawyer", approved_on=TODAY)
    check = look(statement())
    assert "anyone-at-any-time" in not_confirmed()
    assert statement().checked_on != now.date()

    second_look(check)

    row = statement()
    assert "anyone-at-any-time" not in not_confirmed()
    assert (row.show_until, row.recheck_since, row.checked_on) == (UNTIL, None, now.date())
    assert row.approved_on is None, "a lawyer approved what the law said before it changed"
    assert len(not_confirmed()) >= 2, "the others still wait"


def test_whoever_looked_does_not_confirm_and_the_database_holds_it(
    broadcast: list[Statement], look: Callable[..., Check], writer: Actor, translator: Actor, now: datetime
):
    check = look(statement())
    with pytest.raises(CheckerConfirms):
        checking.confirm(actor=writer, check=check, at=now, key=RetryKey.new())
    with pytest.raises(NotYourText):
        checking.confirm(actor=translator, check=check, at=now, key=RetryKey.new())
    with pytest.raises(NotYourText):
        look(statement(), actor=translator)
    with pytest.raises(IntegrityError, match="checker_is_not_confirmer"), transaction.atomic():
        Check.objects.filter(id=check.id).update(confirmed_by=writer.id)


def test_a_look_of_before_the_law_or_the_words_changed_is_of_no_use(
    broadcast: list[Statement],
    look: Callable[..., Check],
    second_look: Callable[[Check], Statement],
    writer: Actor,
    second: Actor,
    now: datetime,
):
    before_the_law = look(statement())
    checking.law_changed(actor=writer, article="L345-2-2", at=now, key=RetryKey.new())
    with pytest.raises(CheckGone):
        second_look(before_the_law)

    before_the_words = look(statement())
    wording = Wording.objects.select_related("statement__topic").get(statement=statement(), language="en")
    words = Words("Anyone without a home can ask for a bed.")
    revision = revising.propose(actor=writer, of=wording, to=words, at=now, key=RetryKey.new())
    revising.approve(actor=second, revision=revision, at=now, key=RetryKey.new())
    with pytest.raises(CheckGone):
        second_look(before_the_words)

    older, newer = look(statement()), look(statement())
    with pytest.raises(CheckGone):
        second_look(older)
    assert second_look(newer).recheck_since is None


def test_what_rests_on_no_law_stands_on_one_word_and_says_it_in_one_line(guide: Loaded, look: Callable[..., Check]):
    plain = next(row for row in Statement.objects.all() if not checking.needs_two(row))
    lines = Line.objects.count()

    check = look(plain, Seen("Halte editors", "asked the town"))

    plain.refresh_from_db()
    assert (check.state, plain.checked_on) == (CheckState.STANDS, check.checked_on)
    assert Line.objects.count() == lines + 1


@pytest.mark.parametrize(
    ("until", "refused"),
    [(None, LastDayMissing), (timedelta(0), LastDayNotInReach), (timedelta(days=731), LastDayNotInReach)],
)
def test_legal_text_gets_a_last_day_in_reach(
    guide: Loaded, look: Callable[..., Check], now: datetime, until: timedelta | None, refused: type[Exception]
):
    with pytest.raises(refused):
        look(statement(), Seen("Halte editors", "the law", None if until is None else now.date() + until))
    assert not Check.objects.exists()


def test_what_ended_is_listed_and_comes_back_after_two_looks(
    guide: Loaded, look: Callable[..., Check], second_look: Callable[[Check], Statement]
):
    Statement.objects.filter(id=statement().id).update(show_until=TODAY - timedelta(days=1))
    assert statement() in checking.expired(TODAY)
    assert statement() not in checking.expiring(TODAY, date(2027, 1, 23))

    second_look(look(statement()))

    assert statement() not in checking.expired(TODAY)


def test_the_coming_sixty_days_list_what_ends_soonest_first(guide: Loaded):
    found = [row.show_until for row in checking.expiring(TODAY, date(2027, 1, 23))]
    assert found == sorted(found)
    assert date(2026, 12, 31) in found
    assert date(2027, 3, 31) not in found


def test_the_gravest_of_what_must_be_checked_again_comes_first(broadcast: list[Statement]):
    order = [row.danger for row in checking.recheck()]
    assert order == sorted(order, key=["grave", "serious", "light"].index)
    assert len(order) == len(broadcast)


def test_the_file_says_the_new_days_of_this_statement_alone(
    broadcast: list[Statement],
    look: Callable[..., Check],
    second_look: Callable[[Check], Statement],
    a_few_files: Path,
):
    second_look(look(statement()))

    name = "shelter-tonight/topic.toml"
    old, new = (CONTENT / name).read_text(encoding="utf-8").splitlines(), as_files()[name].decode().splitlines()
    assert "show_until = 2027-11-01" in new
    assert len([line for line in new if line not in old]) <= 3
    assert {key: text for key, text in as_files().items() if key != name} == {
        str(path.relative_to(a_few_files)): path.read_bytes()
        for path in a_few_files.rglob("*.toml")
        if str(path.relative_to(a_few_files)) != name
    }


def test_every_statement_of_the_guide_can_be_given_new_days_in_its_file():
    days = {"checked_by": 'Who "looked"', "checked_on": date(2027, 1, 2), "show_until": date(2027, 12, 31)}
    for topic in GUIDE:
        file = dict(topic.written)[f"{topic.slug}/topic.toml"]
        for one in topic.statements:
            dated = writing.with_values(file, one.code, days)
            gone = {"checked_by": None, "checked_on": None, "show_until": one.show_until}
            assert len(dated) > len(file)
            if "checked_by = " not in file.partition("[[statements]]")[2]:
                assert sorted(writing.with_values(dated, one.code, gone).splitlines()) == sorted(file.splitlines())


def test_a_file_with_new_days_loads_again(a_folder: Path):
    path = a_folder / "shelter-tonight" / "topic.toml"
    days = {"checked_by": "Somebody", "checked_on": date(2027, 1, 2), "show_until": date(2027, 12, 31)}
    path.write_text(writing.with_values(path.read_text(encoding="utf-8"), "anyone-at-any-time", days), encoding="utf-8")

    topic = read_topic(path.parent, read_sources(a_folder / "sources.toml"))
    found = next(one for one in topic.statements if one.code == "anyone-at-any-time")
    assert (found.checked_by, found.show_until) == ("Somebody", date(2027, 12, 31))


def test_the_pages_lead_from_the_list_to_the_second_look(broadcast: list[Statement], calais: Site, dunkirk: Site):
    first, other = browser(calais, Role.EDITOR), browser(dunkirk, Role.EDITOR)
    address = f"/editing/statement/{statement().id}/"
    assert address in first.get("/editing/").content.decode()

    said = {"key": str(RetryKey.new().value), "signature": "Lea", "looked_at": "the law", "show_until": ""}
    refused = first.post(address, said)
    assert refused.status_code == 422
    assert 'value="the law"' in refused.content.decode(), "what was typed stands"
    until = (date.today() + timedelta(days=200)).isoformat()  # noqa: DTZ011
    assert first.post(address, said | {"show_until": until, "key": str(RetryKey.new().value)}).status_code == 302
    check = Check.objects.get()
    assert "editing/check" not in first.get(address).content.decode(), "whoever looked finds no button"
    other.post(f"/editing/check/{check.id}/confirm/", {"key": str(RetryKey.new().value)})
    assert statement().checked_by == "Lea"
