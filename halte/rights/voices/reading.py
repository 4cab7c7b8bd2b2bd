"""Pages of a language that is only spoken: pictures and voices, told under the rules of the written page."""

from dataclasses import dataclass, replace
from datetime import date

from halte.rights import queries as guide
from halte.rights.models import Topic, VoiceState
from halte.rights.rules import Kind
from halte.rights.shown import PageShown
from halte.rights.voices import queries


@dataclass(frozen=True)
class SpokenTopic:
    """A topic of which at least one statement can be heard."""

    slug: str
    pictogram: str
    title: str
    title_language: str


def topics(language: str, on: date) -> list[SpokenTopic]:
    """The topics that speak in a language, in their order."""
    found = []
    spoken = Topic.objects.filter(
        statements__recordings__language=language, statements__recordings__state=VoiceState.HEARD
    )
    for topic in spoken.distinct().order_by("place", "slug"):
        if page := spoken_page(language, topic.slug, on):
            found.append(SpokenTopic(topic.slug, topic.pictogram, page.title, page.language))
    return found


def spoken_page(language: str, slug: str, on: date) -> PageShown | None:
    """What can be heard of a topic on a day; None when nothing can.

    Keeps:
        A statement that a written page would not tell is not heard either, nor one whose words changed since.
    """
    topic = Topic.objects.filter(slug=slug).first()
    source = queries.read_from(topic.id, language) if topic else ""
    page = guide.page(source, slug, on=on, spoken=language) if source else None
    heard = tuple(statement for statement in page.statements if statement.voice) if page else ()
    return replace(page, statements=heard, sources=()) if page and heard else None


PERSON = "talk"
"""The sign of somebody to ask: it ends every strip, and leads to where and when."""


def strip(page: PageShown) -> list[str]:
    """The topic in pictures: its sign, then those of its steps; a person to ask stands after them."""
    steps = [statement.pictogram for statement in page.statements if statement.kind is Kind.STEP]
    signs = dict.fromkeys([page.pictogram, *(sign for sign in steps if sign)])
    return [sign for sign in signs if sign != PERSON]


def is_heard(page: PageShown) -> bool:
    """Whether all that it tells has a voice, so that nobody needs to read or to look."""
    return all(statement.voice for statement in page.statements if not statement.ask_us)
