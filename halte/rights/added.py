"""What an editor adds to the guide, and what cannot be added."""

from dataclasses import asdict, dataclass, replace
from datetime import date
from functools import partial

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from halte.rights import beginning, writing
from halte.rights.agreeing import RESERVED, SLUG
from halte.rights.headings import MORE, ORDER
from halte.rights.models import WRITTEN_IN, NewStatement, Topic
from halte.rights.rules import as_other_words, held_together
from halte.rights.saying import Footing, Words
from halte.rights.saying.footing import why_no_footing


@dataclass(frozen=True)
class NewTopic:
    """A topic that does not stand yet: its name in addresses, its sign, and its head in its original language."""

    slug: str
    pictogram: str
    language: str
    title: str
    summary: str
    heading: str = MORE
    """Under which heading readers find it; the most urgent are told with their signs."""


@dataclass(frozen=True)
class Added:
    """A statement to add: to a topic, or as the first of a new one.

    Args:
        signature: Who checked it against its sources, as readers see it.
    """

    to: Topic | NewTopic
    code: str
    words: Words
    footing: Footing
    signature: str

    @classmethod
    def read(cls, row: NewStatement) -> "Added":
        """What waits."""
        to: Topic | NewTopic = row.topic or NewTopic(**row.new_topic)
        return cls(to, row.code, Words(row.text, row.more), Footing.read(row.values), row.signature)

    @property
    def language(self) -> str:
        """The original language of its topic."""
        return self.to.language if isinstance(self.to, NewTopic) else beginning.original_of(self.to).language

    @property
    def held_together(self) -> "Added":
        """The same, with each French sign held to its word."""
        held, to = partial(held_together, language=self.language), self.to
        if isinstance(to, NewTopic):
            to = replace(to, title=held(to.title), summary=held(to.summary))
        return replace(self, to=to, words=Words(held(self.words.text), held(self.words.more)))


def why_refused(added: Added, *, on: date) -> str | Promise:
    """Why this cannot stand from a day on; empty when it can. Words and footing obey the rules of every statement."""
    if isinstance(added.to, NewTopic) and (why := _why_no_topic(added.to)):
        return why
    if not SLUG.fullmatch(added.code):
        return _("write small letters, digits and hyphens.")
    if isinstance(added.to, Topic) and added.to.statements.filter(code=added.code).exists():
        return _("this id stands here twice.")
    if not added.words.text:
        return _("a statement says something.")
    rests = added.footing
    for name, said in asdict(added.words).items():
        if len(as_other_words(said, added.language)) > beginning.LONGEST[name]:
            return _("this text is too long.")
        if why := writing.why_refused(
            said, language=added.language, law=rests.law, phone=rests.phone, pre_pact=rests.pre_pact
        ):
            return why
    said = {added.language: f"{added.words.text} {added.words.more}".strip()}
    return why_no_footing(rests, before=None, said=said, original=added.language, on=on)


def _why_no_topic(new: NewTopic) -> str | Promise:
    if not SLUG.fullmatch(new.slug):
        return _("write small letters, digits and hyphens.")
    if new.slug in RESERVED or Topic.objects.filter(slug=new.slug).exists():
        return _("another page of the guide has this address.")
    if new.heading not in ORDER:
        return _("“%(word)s” is not known.") % {"word": new.heading}
    if new.language not in dict(WRITTEN_IN):
        return _("“%(word)s” is not known.") % {"word": new.language}
    for said, at_most in ((new.title, beginning.LONGEST["title"]), (new.summary, beginning.LONGEST["summary"])):
        if why := writing.why_no_head(said, language=new.language, at_most=at_most):
            return why
    return ""
