"""The search of the guide: what a language can be searched by, and which topics answer a question."""

import json
from datetime import date
from functools import lru_cache

from django.db.models import Q

from halte.common import languages as known
from halte.rights import queries
from halte.rights.finding.asked import TopicTexts, topic_words
from halte.rights.finding.ranking import FORMULA, Index, TopicWords, build
from halte.rights.models import Wording
from halte.rights.shown import TopicShown


def index_file(language: str, on: date) -> str:
    """What a phone needs to search one language without a network; the server searches by the same words.

    Keeps:
        No word of a statement past its last day, nor of a deadline from before the Pact, is in it.
    """
    topics = [
        {"slug": topic.slug, "title": topic.title, "phrases": topic.phrases}
        for topic in _words(language, _texts(language, on))
    ]
    return json.dumps({"formula": FORMULA, "topics": topics}, ensure_ascii=False, separators=(",", ":"))


def search(language: str, question: str, on: date) -> list[TopicShown]:
    """Topics that answer a question, the best first."""
    shown = {topic.slug: topic for topic in queries.topics(language)}
    return [shown[slug] for slug, _score in search_with_scores(language, question, on)]


def search_with_scores(language: str, question: str, on: date) -> list[tuple[str, float]]:
    """Slugs of the topics that answer a question with what each scored, the best first."""
    return _prepared(language, _texts(language, on)).rank(question)


@lru_cache(maxsize=len(known.ALL))
def _prepared(language: str, topics: tuple[TopicTexts, ...]) -> Index:
    """The index, made anew as soon as a text is another."""
    return build(_words(language, topics))


def _words(language: str, topics: tuple[TopicTexts, ...]) -> list[TopicWords]:
    return [topic_words(language, topic) for topic in topics]


def _texts(language: str, on: date) -> tuple[TopicTexts, ...]:
    said: dict[str, list[str]] = {}
    told = Wording.objects.filter(language=language, statement__pre_pact=False).filter(
        Q(statement__show_until=None) | Q(statement__show_until__gte=on)
    )
    for slug, text, more in told.order_by("statement__topic__place", "statement__place").values_list(
        "statement__topic__slug", "text", "more"
    ):
        said.setdefault(slug, []).extend([text, more])
    return tuple(
        TopicTexts(topic.slug, topic.title, topic.summary, tuple(said.get(topic.slug, ())))
        for topic in queries.topics(language)
    )
