"""Law, sources, how sure, for whom and until when: an editor proposes, a second person lets it stand, words stay."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest
from django.test import Client

from halte.accounts.actor import Actor
from halte.common.retry import RetryKey
from halte.rights import checking, revising
from halte.rights.checking import Seen
from halte.rights.files import CONTENT, read_sources, read_topic
from halte.rights.models import Check, CheckState, Progress, Revision, Statement, Wording
from halte.rights.queries import as_files
from halte.rights.refusals import NothingNew, NotInReview, NotYourText, TextRefused, WriterApproves
from halte.rights.saying import Footing
from tests.rights.a_footing import NEW_SOURCE, PAGE, stands, statement, written_out

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("a_few_topics")]
TODAY = date(2026, 11, 24)
TOMORROW = date(2026, 11, 25)


def other(code: str = "asylum-refused") -> Footing:
    return replace(
        stands(code),
        law="CASF L999-1",
        confidence="K",
        danger="grave",
        show_until=date(2027, 6, 30),
        applies_to=("women", "families"),
        registered_from=date(2026, 7, 1),
        sources=(),
    )


def read(client: Client) -> str:
    return client.get(PAGE).content.decode()


def test_readers_see_the_old_until_a_second_person_approves_and_no_translation_is_outdated(
    propose: Callable[..., Revision], approve: Callable[..., None], writer: Actor, now: datetime, client: Client
):
    revision = propose(statement(), other())
    assert "L999-1" not in read(client)
    with pytest.raises(WriterApproves):
        revising.approve(actor=writer, revision=revision, at=now, key=RetryKey.new())
    approve(revision)

    page = read(client)
    assert "CASF L999-1" in page
    assert "For: women · families" in page
    assert "registered your asylum request on 1 July 2026 or later" in page
    assert "valid until 30 June 2027" in page
    assert stands() == other()
    assert not Wording.objects.filter(outdated=True).exists()
    with pytest.raises(NotInReview):
        approve(revision)


def test_what_stood_before_comes_back_by_two_people_and_the_file_to_the_byte(
    propose: Callable[..., Revision],
    approve: Callable[..., None],
    second: Actor,
    writer: Actor,
    now: datetime,
    tmp_path: Path,
):
    before = stands()
    approve(propose(statement(), replace(other(), show_until=None)))
    changed = as_files()["shelter-tonight/topic.toml"].decode().splitlines()
    old = (CONTENT / "shelter-tonight/topic.toml").read_text(encoding="utf-8").splitlines()
    assert set(changed) - set(old) == {
        'law = "CASF L999-1"',
        'danger = "grave"',
        'applies_to = ["women", "families"]',
        "registered_from = 2026-07-01",
        "sources = []",
    }, "this statement alone; another one is K too"
    folder = written_out(tmp_path)
    assert read_topic(folder / "shelter-tonight", read_sources(folder / "sources.toml")), "and it is read again"
    again = revising.restore(
        actor=second, revision=Revision.objects.get(progress=Progress.LOADED), at=now, key=RetryKey.new()
    )
    revising.approve(actor=writer, revision=again, at=now, key=RetryKey.new())
    assert stands() == before
    assert as_files()["shelter-tonight/topic.toml"] == (CONTENT / "shelter-tonight/topic.toml").read_bytes()


def test_kind_number_sign_and_figures_change_alike_and_come_back_to_the_byte(
    propose: Callable[..., Revision],
    approve: Callable[..., None],
    second: Actor,
    writer: Actor,
    now: datetime,
    client: Client,
):
    before = stands()
    Statement.objects.filter(id=statement().id).update(approved_by="A lawyer", approved_on=TODAY)
    to = replace(before, kind="step", phone="115", pictogram="phone", figures=(("court-year", "2013"),))
    approve(propose(statement(), replace(before, pictogram="talk")))
    assert statement().approved_on, "a lawyer's approval is of no picture"
    approve(propose(statement(), to))

    assert not statement().approved_on
    assert client.get(PAGE).content.decode().count('href="tel:115"') == 2
    file = as_files()["shelter-tonight/topic.toml"].decode()
    old = (CONTENT / "shelter-tonight/topic.toml").read_text(encoding="utf-8").splitlines()
    assert set(file.splitlines()) - set(old) == {'figures = { court-year = "2013" }'}
    approve(propose(statement("ask-our-desk"), replace(stands("ask-our-desk"), pre_pact=True, show_until=TOMORROW)))
    assert "pre_pact = true" in as_files()["shelter-tonight/topic.toml"].decode()
    for code, to in (("asylum-refused", before), ("ask-our-desk", replace(stands("ask-our-desk"), pre_pact=False))):
        approve(propose(statement(code), to))
    approve(propose(statement("ask-our-desk"), replace(stands("ask-our-desk"), show_until=None)))
    assert as_files()["shelter-tonight/topic.toml"] == (CONTENT / "shelter-tonight/topic.toml").read_bytes()


def test_a_lawyers_approval_ends_where_what_they_saw_changed_and_stays_where_a_day_did(
    propose: Callable[..., Revision], approve: Callable[..., None], writer: Actor, now: datetime
):
    def signed() -> bool:
        return statement().approved_on is not None

    Statement.objects.filter(id=statement().id).update(approved_by="A lawyer", approved_on=TODAY)
    seen = Seen("Halte editors", "legifrance.gouv.fr", date(2027, 1, 1))
    checking.still_right(actor=writer, statement=statement(), seen=seen, at=now, key=RetryKey.new())

    approve(propose(statement(), replace(stands(), show_until=date(2027, 6, 30))))
    assert signed()
    assert Check.objects.get().state == CheckState.REPLACED, "whoever looked saw another last day"
    approve(propose(statement(), replace(stands(), law="CASF L999-1")))
    assert not signed()


WRONG = {
    "certain without a source": ({"sources": ()}, "names a source"),
    "a source that is not there": ({"sources": ("NOWHERE",)}, "not there"),
    "nobody": ({"applies_to": ()}, "for whom"),
    "everyone and some": ({"applies_to": ("everyone", "women")}, "not both"),
    "unknown people": ({"applies_to": ("others",)}, "for whom"),
    "an end before its start": (
        {"registered_from": date(2026, 7, 1), "registered_until": date(2026, 6, 30)},
        "before registered_from",
    ),
    "a day that is over": ({"show_until": TODAY}, "after today"),
    "a day too far": ({"show_until": date(2029, 1, 1)}, "two years"),
    "a new source that leads elsewhere": (
        {"new_source": replace(NEW_SOURCE, address="javascript://x")},
        "without https",
    ),
    "a new source of no day": ({"new_source": replace(NEW_SOURCE, dated="2026-13-01")}, "own date"),
    "a number on a fact": ({"phone": "115"}, "only a step"),
    "a number nobody can call": ({"kind": "step", "phone": "19"}, "can be called"),
    "a sign nobody drew": ({"pictogram": "dragon"}, "drawn"),
    "a figure that the words do not say": ({"figures": (("year", "2014"),)}, "do not say 2014"),
    "two figures under one name": ({"figures": (("year", "2013 2014"),)}, "one figure"),
    "a number before the Pact": ({"pre_pact": True}, "never shown as a number"),
    "a source read tomorrow": ({"new_source": replace(NEW_SOURCE, read_on=date(2027, 1, 1))}, "still to come"),
}


@pytest.mark.parametrize(("change", "says"), WRONG.values(), ids=WRONG.keys())
def test_what_does_not_agree_is_refused_in_words(
    propose: Callable[..., Revision], change: dict[str, object], says: str
):
    with pytest.raises(TextRefused, match=says):
        propose(statement(), replace(stands(), **change))
    assert not Revision.objects.exists()


def test_a_day_is_not_taken_off_what_rests_on_a_law(propose: Callable[..., Revision], approve: Callable[..., None]):
    approve(propose(statement(), replace(stands(), show_until=date(2027, 6, 30))))
    with pytest.raises(TextRefused, match="until when"):
        propose(statement(), replace(stands(), show_until=None))


def test_another_article_never_turns_a_quoted_one_into_a_number(propose: Callable[..., Revision]):
    row = statement()
    Statement.objects.filter(id=row.id).update(pre_pact=True, law="CASF L345-2-2")
    Wording.objects.filter(statement=row).update(text="L345-2-2 says so.", more="")
    with pytest.raises(TextRefused, match="pre_pact"):
        propose(statement(), replace(stands(), law="CASF L345-9"))


def test_the_same_is_nothing_new_and_translators_write_words_alone(propose: Callable[..., Revision], translator: Actor):
    with pytest.raises(NothingNew):
        propose(statement(), stands())
    with pytest.raises(NotYourText):
        propose(statement(), other(), actor=translator)
