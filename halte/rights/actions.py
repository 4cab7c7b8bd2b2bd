"""Everything that changes the guide."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from uuid import UUID

from halte import journal
from halte.common.models import HalteModel
from halte.journal import RetryKey
from halte.rights import files, writing
from halte.rights.files import CONTENT, TopicFile
from halte.rights.models import Citation, GuideFile, KeptBy, Page, Source, Statement, Topic, Wording


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
    shared = {name: files.as_written(folder / name) for name in files.SHARED if (folder / name).exists()}
    if "sources.toml" in shared:
        shared["sources.toml"] = _with_what_editors_keep(shared["sources.toml"])
    if not _changes(topics) and not _differ(shared):
        return Loaded()
    with journal.act(actor=journal.ForTheNetwork.of(actor), at=at, key=key, kind="rights.guide_loaded") as act:
        changed = _changes(topics)
        written = tuple(topic.slug for topic in topics if topic.slug in changed)
        removed = tuple(sorted(changed - set(written)))
        for topic in topics:
            if topic.slug in changed:
                _write_topic(topic)
        Topic.objects.filter(slug__in=removed).delete()
        for slug in removed:
            GuideFile.objects.filter(name__startswith=f"{slug}/").delete()
        _upsert([GuideFile(name=name, text=text) for name, text in shared.items()], by=["name"])
        Source.objects.filter(citations__isnull=True, kept_by=KeptBy.FILES).delete()
        act.about(written=len(written), removed=len(removed))
    return Loaded(written=written, removed=removed)


def _changes(topics: Sequence[TopicFile]) -> set[str]:
    """Slugs of the topics that differ between files and tables, other than those that editors keep."""
    kept = dict(Topic.objects.values_list("slug", "kept_by"))
    in_tables = set(Topic.objects.filter(kept_by=KeptBy.FILES).values_list("slug", "digest"))
    in_files = {(topic.slug, topic.digest) for topic in topics}
    return {slug for slug, _digest in in_tables ^ in_files if kept.get(slug) != KeptBy.EDITORS}


def _differ(shared: Mapping[str, str]) -> bool:
    stored = dict(GuideFile.objects.filter(name__in=files.SHARED).values_list("name", "text"))
    return any(stored.get(name) != text for name, text in shared.items())


def _with_what_editors_keep(file: str) -> str:
    """The file of sources, with those that editors changed as they left them."""
    for source in Source.objects.filter(kept_by=KeptBy.EDITORS):
        file = writing.with_source(file, source.key, source.in_file)
    return file


def _write_topic(topic: TopicFile) -> None:
    row, _made = Topic.objects.update_or_create(
        slug=topic.slug, defaults={"pictogram": topic.pictogram, "place": topic.order, "digest": topic.digest}
    )
    _write_pages(row, topic)
    statements = _write_statements(row, topic)
    _write_wordings(statements, topic)
    _write_citations(statements, topic)
    GuideFile.objects.filter(name__startswith=f"{topic.slug}/").delete()
    _upsert([GuideFile(name=name, text=text) for name, text in topic.written], by=["name"])


def _write_pages(row: Topic, topic: TopicFile) -> None:
    pages = [
        Page(topic=row, **{name: value for name, value in asdict(page).items() if name != "wordings"})
        for page in topic.pages
    ]
    row.pages.exclude(language__in=[page.language for page in pages]).delete()
    _upsert(pages, by=["topic", "language"])


def _write_statements(row: Topic, topic: TopicFile) -> dict[str, UUID]:
    """Write the statements, and give their identifiers by code."""
    row.statements.exclude(code__in=[statement.code for statement in topic.statements]).delete()
    recheck = dict(row.statements.filter(recheck_since__isnull=False).values_list("code", "recheck_since"))
    rows = []
    for place, statement in enumerate(topic.statements):
        values = asdict(statement) | {"place": place, "applies_to": list(statement.applies_to)}
        del values["sources"]
        since = recheck.get(statement.code)
        values["recheck_since"] = since if since and statement.checked_on < since else None
        rows.append(Statement(topic=row, **values))
    _upsert(rows, by=["topic", "code"])
    return dict(row.statements.values_list("code", "id"))


def _write_wordings(statements: dict[str, UUID], topic: TopicFile) -> None:
    rows = [
        Wording(statement_id=statements[code], language=page.language, **asdict(wording))
        for page in topic.pages
        for code, wording in page.wordings.items()
    ]
    languages = [page.language for page in topic.pages]
    Wording.objects.filter(statement__in=statements.values()).exclude(language__in=languages).delete()
    _upsert(rows, by=["statement", "language"])


def _write_citations(statements: dict[str, UUID], topic: TopicFile) -> None:
    kept = set(Source.objects.filter(kept_by=KeptBy.EDITORS).values_list("key", flat=True))
    _upsert([Source(**asdict(source)) for source in topic.sources if source.key not in kept], by=["key"])
    sources = dict(Source.objects.values_list("key", "id"))
    Citation.objects.filter(statement__in=statements.values()).delete()
    Citation.objects.bulk_create(
        Citation(statement_id=statements[statement.code], source_id=sources[key], place=place)
        for statement in topic.statements
        for place, key in enumerate(statement.sources)
    )


def _upsert(rows: Sequence[HalteModel], *, by: list[str]) -> None:
    """Write rows of one table in one go; one that stands already keeps its identifier."""
    if rows:
        table = type(rows[0])
        told = [field.name for field in table._meta.concrete_fields if field.name not in {"id", *by}]
        table._default_manager.bulk_create(rows, update_conflicts=True, unique_fields=by, update_fields=told)
