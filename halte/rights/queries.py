"""Everything that reads the guide. It belongs to the whole network, so nothing here asks for an actor."""

import tomllib
from datetime import date

from django.db.models import Prefetch

from halte.common import languages as known
from halte.rights import rules
from halte.rights.files import SLUG
from halte.rights.files.order import NAME
from halte.rights.headings import MORE, in_order
from halte.rights.models import Citation, GuideFile, Page, Recording, Statement, Wording
from halte.rights.rules import Confidence, Danger, Kind, Showing, State
from halte.rights.shown import PageShown, SourceShown, StatementShown, TopicShown
from halte.rights.voices import queries as voices


def languages(slug: str | None = None) -> tuple[str, ...]:
    """The languages in which the guide, or one topic, can be read, in the house's order."""
    if slug is not None and not SLUG.fullmatch(slug):
        return ()
    pages = Page.objects.filter(topic__slug=slug) if slug is not None else Page.objects.all()
    written = set(pages.values_list("language", flat=True).distinct())
    return tuple(language.code for language in known.ALL if language.code in written)


def topics(language: str) -> list[TopicShown]:
    """The topics of a language in their order."""
    pages = Page.objects.filter(language=language).select_related("topic").order_by("topic__place", "topic__slug")
    return [TopicShown(page.topic.slug, page.topic.pictogram, page.title, page.summary) for page in pages]


LAST = MORE
"""The heading of what stands under no other."""


def order() -> dict[str, list[str]]:
    """Which topics stand under which heading, the headings in their order."""
    kept = GuideFile.objects.filter(name=NAME).values_list("text", flat=True).first()
    return in_order(tomllib.loads(kept) if kept else {})


def as_files() -> dict[str, bytes]:
    """The guide's files as they were loaded, to the byte, by folder and name."""
    return {name: text.encode() for name, text in GuideFile.objects.values_list("name", "text")}


def page(language: str, slug: str, on: date, registered: date | None = None, spoken: str = "") -> PageShown | None:
    """A page as it stands on a day; None when there is none.

    Keeps:
        A statement past its last day, and a deadline from before the Pact that says a number, come without words.
        Sources are those of what is shown, numbered in the order of the page.

    Args:
        registered: When the reader's asylum request was registered; None shows what holds for any date, each with
            its own.
        spoken: The language in which it is heard, when that is another.
    """
    if language not in known.BY_CODE or not SLUG.fullmatch(slug):
        return None
    row = Page.objects.filter(language=language, topic__slug=slug).select_related("topic").first()
    if row is None:
        return None
    numbered: dict[str, SourceShown] = {}
    rows = sorted(_statements(row), key=lambda statement: list(Kind).index(Kind(statement.kind)))
    heard = voices.heard(rows, spoken or language)
    statements = tuple(
        _shown(statement, language, on, numbered, heard.get(statement.id))
        for statement in rows
        if registered is None
        or rules.concerns(registered, first=statement.registered_from, last=statement.registered_until)
    )
    return PageShown(
        slug=slug,
        language=language,
        pictogram=row.topic.pictogram,
        title=row.title,
        summary=row.summary,
        state=State(row.state),
        translator=row.translator,
        translated_on=row.translated_on,
        outdated=row.outdated,
        languages=languages(slug),
        statements=statements,
        sources=tuple(numbered.values()),
        registered=registered,
        registrations=rules.spans([(row.registered_from, row.registered_until) for row in rows]),
    )


def _statements(row: Page) -> list[Statement]:
    wordings = Wording.objects.filter(language=row.language)
    cited = Citation.objects.select_related("source")
    found = Statement.objects.filter(topic_id=row.topic_id, wordings__language=row.language).prefetch_related(
        Prefetch("wordings", wordings, to_attr="in_language"), Prefetch("citations", cited, to_attr="cited")
    )
    return list(found)


def _shown(
    row: Statement, language: str, on: date, numbered: dict[str, SourceShown], heard: Recording | None
) -> StatementShown:
    wording: Wording = row.in_language[0]  # type: ignore[attr-defined]
    showing = rules.showing(
        confidence=Confidence.KNOWLEDGE if row.recheck_since else Confidence(row.confidence),
        show_until=row.show_until,
        number_withheld=row.pre_pact
        and any(
            rules.says_a_number(said, language=language, law=row.law, phone=row.phone)
            for said in (wording.text, wording.more)
        ),
        on=on,
    )
    told = showing is not Showing.ASK_US
    return StatementShown(
        code=row.code,
        language=language,
        kind=Kind(row.kind),
        showing=showing,
        pictogram=row.pictogram,
        voice=heard.file if heard and told and heard.said_of == voices.digest(wording) else "",
        text=wording.text if told else "",
        more=wording.more if told else "",
        outdated=wording.outdated and told,
        phone=row.phone if told else "",
        law=row.law if told else "",
        registered_from=row.registered_from,
        registered_until=row.registered_until,
        applies_to=tuple(row.applies_to),
        confidence=Confidence(row.confidence),
        danger=Danger(row.danger),
        sources=_sources(row, language, numbered) if told else (),
        checked_by=row.checked_by,
        checked_on=row.checked_on,
        show_until=row.show_until,
        approved_by=row.approved_by,
        approved_on=row.approved_on,
    )


def _sources(row: Statement, language: str, numbered: dict[str, SourceShown]) -> tuple[SourceShown, ...]:
    found = []
    for citation in row.cited:  # type: ignore[attr-defined]
        source = citation.source
        found.append(
            numbered.setdefault(
                source.key,
                SourceShown(
                    number=len(numbered) + 1,
                    title=source.title,
                    title_language=source.language,
                    address=source.address,
                    dated=source.dated,
                    about=source.about,
                    language=language,
                ),
            )
        )
    return tuple(found)
