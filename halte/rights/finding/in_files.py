"""The search by the guide's own files, where no centre holds them: what the bench measures, and a first look."""

from datetime import date
from pathlib import Path

from halte.rights.files import CONTENT, PageFile, TopicFile, read_guide
from halte.rights.finding.asked import TopicTexts, topic_words
from halte.rights.finding.ranking import Index, TopicWords, build


def index(language: str, on: date, folder: Path = CONTENT) -> Index:
    """The topics of a folder, ready to be searched in one language."""
    return build(words(language, on, folder))


def words(language: str, on: date, folder: Path = CONTENT) -> list[TopicWords]:
    """What the topics of a folder can be found by: the same as once they are loaded."""
    return [
        topic_words(language, TopicTexts(topic.slug, page.title, page.summary, _told(topic, page, on)))
        for topic in read_guide(folder)
        for page in topic.pages
        if page.language == language
    ]


def _told(topic: TopicFile, page: PageFile, on: date) -> tuple[str, ...]:
    return tuple(
        said
        for statement in topic.statements
        if not statement.pre_pact and (statement.show_until is None or statement.show_until >= on)
        for said in (page.wordings[statement.code].text, page.wordings[statement.code].more)
    )
