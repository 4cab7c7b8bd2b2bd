"""Everything that changes the guide."""

from collections.abc import Collection, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from uuid import UUID

from halte import journal
from halte.journal import NETWORK, RetryKey
from halte.rights import files
from halte.rights.files import CONTENT, PageFile, SourceFile, StatementFile, TopicFile
from halte.rights.models import Citation, KeptBy, Page, Source, Statement, Topic, Wording


@dataclass(frozen=True)
class ForTheNetwork:
    """Whoever acts, acting for all sites: the guide belongs to none of them."""

    id: UUID
    device: UUID | None
    site_id: UUID = NETWORK


@dataclass(frozen=True)
class Loaded:
    """What loading changed: slugs of topics written, and of topics taken out."""

    written: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()


def load_guide(*, actor: journal.Acting, at: datetime, key: RetryKey, folder: Path = CONTENT) -> Loaded:
    """Bring the guide in step with its files.

    Keeps:
        All of the files or nothing: a mistake in one file leaves the guide as it was.
        Unchanged files write nothing, not even a line in the register.
        What editors keep by themselves (`kept_by`) is never touched. Rows that stay keep their identifiers.

    Raises:
        GuideFileWrong: A file cannot be used; it names the file and the key.
        AlreadyDone: This key loaded before.
    """
    topics = files.read_guide(folder)
    if not _changes(topics):
        return Loaded()
    network = ForTheNetwork(id=actor.id, device=actor.device)
    with journal.act(actor=network, at=at, key=key, kind="rights.guide_loaded") as act:
        changed = _changes(topics)
        written = tuple(topic.slug for topic in topics if topic.slug in changed)
        removed = tuple(sorted(changed - set(written)))
        for topic in topics:
            if topic.slug in changed:
                _write_topic(topic)
        Topic.objects.filter(slug__in=removed).delete()
        Source.objects.filter(citations__isnull=True).delete()
        act.about(written=len(written), removed=len(removed))
    return Loaded(written=written, removed=removed)


def _changes(topics: Sequence[TopicFile]) -> set[str]:
    """Slugs of the topics that differ between files and tables, other than those that editors keep."""
    kept = dict(Topic.objects.values_list("slug", "kept_by"))
    in_tables = set(Topic.objects.filter(kept_by=KeptBy.FILES).values_list("slug", "digest"))
    in_files = {(topic.slug, topic.digest) for topic in topics}
    return {slug for slug, _digest in in_tables ^ in_files if kept.get(slug) != KeptBy.EDITORS}


def _write_topic(topic: TopicFile) -> None:
    row, _made = Topic.objects.update_or_create(
        slug=topic.slug, defaults={"pictogram": topic.pictogram, "place": topic.order, "digest": topic.digest}
    )
    row.statements.exclude(code__in=[statement.code for statement in topic.statements]).delete()
    row.pages.exclude(language__in=[page.language for page in topic.pages]).delete()
    sources = {source.key: _write_source(source) for source in topic.sources}
    for page in topic.pages:
        _write_page(row, page)
    for place, statement in enumerate(topic.statements):
        _write_statement(row, place, statement, sources, topic.pages)


def _write_source(source: SourceFile) -> Source:
    values = asdict(source)
    return Source.objects.update_or_create(key=values.pop("key"), defaults=values)[0]


def _write_page(topic: Topic, page: PageFile) -> None:
    values = asdict(page)
    values.pop("wordings")
    Page.objects.update_or_create(topic=topic, language=values.pop("language"), defaults=values)


def _write_statement(
    topic: Topic, place: int, statement: StatementFile, sources: dict[str, Source], pages: Collection[PageFile]
) -> None:
    values = asdict(statement) | {"place": place, "applies_to": list(statement.applies_to)}
    cited = [sources[key] for key in values.pop("sources")]
    row, _made = Statement.objects.update_or_create(topic=topic, code=values.pop("code"), defaults=values)
    row.citations.exclude(source__in=cited).delete()
    for number, source in enumerate(cited):
        Citation.objects.update_or_create(statement=row, source=source, defaults={"place": number})
    row.wordings.exclude(language__in=[page.language for page in pages]).delete()
    for page in pages:
        wording = asdict(page.wordings[statement.code])
        Wording.objects.update_or_create(statement=row, language=page.language, defaults=wording)
