"""Pages that go to a translator as XLIFF and come back: all of a file is put in review, or nothing."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from halte import journal
from halte.accounts.actor import Actor
from halte.accounts.roles import GUIDE
from halte.common import french
from halte.common.retry import RetryKey
from halte.rights import beginning, xliff
from halte.rights.beside import Pair, pairs_of
from halte.rights.models import BegunPage, Revision
from halte.rights.refusals import NothingNew, NotYourText, XliffRefused
from halte.rights.revising import put_in_review
from halte.rights.saying import Words
from halte.rights.xliff import Returned, Unit


@dataclass(frozen=True)
class Taken:
    """What came of a file: texts that wait for a second person, or a page that was begun in a new language."""

    revisions: tuple[Revision, ...] = ()
    begun: BegunPage | None = None


def written_out(slug: str, language: str) -> bytes | None:
    """One page as XLIFF, for a translation that stands or for a new one; None when there is no such original."""
    pairs = list(pairs_of(slug, language))
    if pairs:
        source = pairs[0].original.language
        units = [unit for pair in pairs for unit in _units(pair)]
    elif topic := beginning.may_begin(slug, language):
        source = beginning.original_of(topic).language
        units = [Unit(one.name, one.source, one.target, note=one.note) for one in beginning.texts(topic, language)]
    else:
        return None
    return xliff.write(slug=slug, source_language=source, language=language, units=units)


def take_in(*, actor: Actor, content: bytes, at: datetime, key: RetryKey) -> Taken:
    """What a translator gave back waits for a second person, text by text; readers see what they saw before.

    Keeps:
        The whole file or nothing. It names exactly the texts of its page, each with the original as it stands.
        A text is held to the same rules as one that is typed. One that was left empty, or is as it stands, changes
        nothing.
        A language in which the topic did not stand is begun as a draft, which may be incomplete.

    Raises:
        NotYourText, XliffRefused, NothingNew. Nothing is written when any of these is raised.
    """
    if not actor.may(GUIDE):
        raise NotYourText
    returned = xliff.read(content)
    with journal.act(actor=journal.ForTheNetwork.of(actor), at=at, key=key, kind="rights.translation_taken_in") as act:
        taken = _begin(actor, returned, at) or Taken(revisions=_change(actor, returned, at))
        act.about(language=returned.language, texts=len(taken.revisions) or len(returned.units))
    return taken


def _change(actor: Actor, returned: Returned, at: datetime) -> tuple[Revision, ...]:
    pairs = list(pairs_of(returned.slug, returned.language))
    if not pairs or returned.source_language != pairs[0].original.language:
        raise XliffRefused(where="XLIFF", why=_("the guide has no such page, or not in this language."))
    _refuse_other_names({unit.name for pair in pairs for unit in _units(pair)}, set(returned.units))
    on = timezone.localdate(at)
    changed = [(pair, words) for pair in pairs if (words := _words(pair, returned.units, on))]
    if not changed:
        raise NothingNew
    return tuple(put_in_review(actor, pair.translated, words, at) for pair, words in changed)


def _begin(actor: Actor, returned: Returned, at: datetime) -> Taken | None:
    topic = beginning.may_begin(returned.slug, returned.language)
    if topic is None or returned.source_language != beginning.original_of(topic).language:
        return None
    texts = beginning.texts(topic, returned.language)
    _refuse_other_names({one.name for one in texts}, set(returned.units))
    written = {}
    for one in texts:
        source, written[one.name] = returned.units[one.name]
        _refuse_other_source(one.name, source, one.source)
    if not any(written.values()):
        raise NothingNew
    if wrong := beginning.what_is_wrong(texts, written, returned.language):
        raise XliffRefused(where=wrong[0], why=wrong[1])
    return Taken(begun=beginning.put_down(actor, topic, returned.language, written, at))


def _units(pair: Pair) -> Iterator[Unit]:
    """The halves that the original says: what it leaves out has nothing to translate."""
    before, now = pair.original.stands, pair.translated.stands
    for name, source, target in zip(pair.names, (before.text, before.more), (now.text, now.more), strict=True):
        if source:
            yield Unit(name, source, target, pair.translated.outdated, pair.note)


def _refuse_other_names(wanted: set[str], there: set[str]) -> None:
    if unknown := sorted(there - wanted):
        raise XliffRefused(where=unknown[0], why=_("the page has no text of this name."))
    if missing := sorted(wanted - there):
        raise XliffRefused(where=missing[0], why=_("this text is missing: give back all that was written out."))


def _refuse_other_source(name: str, given: str, stands: str) -> None:
    if french.let_go(given) != french.let_go(stands):
        raise XliffRefused(where=name, why=_("its original changed since: write the page out again."))


def _words(pair: Pair, units: dict[str, tuple[str, str]], on: date) -> Words | None:
    """What the file says of one text; None when it changes nothing."""
    now = pair.translated.stands
    targets = dict(zip(pair.names, (now.text, now.more), strict=True))
    for unit in _units(pair):
        source, target = units[unit.name]
        _refuse_other_source(unit.name, source, unit.source)
        targets[unit.name] = target or unit.target
    words, said = Words(*targets.values()), pair.translated
    if said.columns(words) == said.columns(now) and not pair.translated.outdated:
        return None
    if all(not units[unit.name][1] for unit in _units(pair)):
        return None
    if why := pair.translated.why_refused(words, on=on):
        raise XliffRefused(where=pair.names[0], why=why)
    if len(words.text) > beginning.LONGEST["text"] or len(words.more) > beginning.LONGEST["more"]:
        raise XliffRefused(where=pair.names[0], why=_("this text is too long."))
    return words
