"""A signed fact sheet in the languages of the guests: the house translates it, its figures stay as signed."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from halte import journal
from halte.accounts.actor import Actor
from halte.accounts.roles import GUIDE, Role
from halte.common import languages
from halte.common.refusal import refusing
from halte.common.retry import RetryKey
from halte.rights import by_two, writing
from halte.rights.figures import figures
from halte.rights.models import FactSheet, Progress, SheetTranslation
from halte.rights.refusals import NotInReview, NotYourText, TextRefused, WriterApproves

UNKNOWN = "unknown"
LONGEST = {"figure": 60, "text": 400, UNKNOWN: 1400}
"""Characters that a translation may have; the originals have fewer."""


@dataclass(frozen=True)
class Asked:
    """One text of a sheet: what the speaker signed, and what is written for it so far."""

    name: str
    source: str
    target: str

    @property
    def longest(self) -> int:
        """Characters it may have."""
        return LONGEST[self.name.rpartition(".")[2]]


def may_translate(actor: Actor, sheet: FactSheet, language: str) -> bool:
    """Whether somebody may write a sheet in a language: it is signed, and in another one."""
    signed = sheet.signed_on is not None and language != sheet.written_in
    return signed and language in languages.BY_CODE and actor.may(GUIDE)


def waiting(sheet: FactSheet, language: str) -> SheetTranslation | None:
    """What waits for a second person."""
    return sheet.translations.filter(language=language, progress=Progress.IN_REVIEW).first()


def standing(sheet: FactSheet, language: str) -> SheetTranslation | None:
    """What guests read."""
    return sheet.translations.filter(language=language, progress=Progress.APPROVED).first()


def texts(sheet: FactSheet, language: str) -> list[Asked]:
    """All that a translation needs, with what is written so far, here or for the same words of the version before."""
    now = waiting(sheet, language) or standing(sheet, language)
    written = dict(now.texts) if now else {}
    known = {} if now else _known_before(sheet, language)
    return [
        Asked(name, said, written.get(name) or known.get(said) or (said if name.endswith(".figure") else ""))
        for name, said in originals(sheet)
    ]


def originals(sheet: FactSheet) -> Iterator[tuple[str, str]]:
    """The name of each text of a sheet, and what the speaker signed."""
    for point in sheet.points.order_by("place"):
        if point.figure:
            yield f"{point.place}.figure", point.figure
        yield f"{point.place}.text", point.text
    yield UNKNOWN, sheet.unknown


def translate(
    *, actor: Actor, sheet: FactSheet, language: str, written: Mapping[str, str], at: datetime, key: RetryKey
) -> SheetTranslation:
    """Somebody writes a signed sheet in another language; it waits for a second person.

    Keeps:
        Every text is there, and says the very figures that the speaker signed.
        It obeys the rules of every text of the guide: no markup, no address, nothing that hides.

    Raises:
        NotYourText, TextRefused. Nothing is written when any of these is raised.
    """
    if not may_translate(actor, sheet, language):
        raise NotYourText
    for name, said in originals(sheet):
        if why := _why_refused(said, written.get(name, ""), language):
            raise TextRefused(why)
    with (
        journal.act(actor=actor, at=at, key=key, kind="rights.sheet_translated") as act,
        refusing({"one_sheet_translation_waits": NotInReview}),
    ):
        _rows(actor, sheet, language).filter(progress=Progress.IN_REVIEW).delete()
        translation: SheetTranslation = SheetTranslation.objects.create(
            site=actor.site,
            sheet=sheet,
            language=language,
            texts={name: written[name] for name, _said in originals(sheet)},
            progress=Progress.IN_REVIEW,
            written_by=actor.id,
            written_on=actor.site.today(at),
        )
        act.about(version=sheet.number, language=language)
        act.results(translation=translation.id.hex)
    return translation


def approve(
    *, actor: Actor, translation: SheetTranslation, signature: str, at: datetime, key: RetryKey
) -> SheetTranslation:
    """A second person lets it stand: guests read it from now on, with the speaker's own words behind it.

    Keeps:
        Who wrote it does not approve it; the database holds this too.
        Unless a translator signs it, it says in its own language that none reviewed it.

    Args:
        signature: The public name of a translator who answers for it; empty for none.

    Raises:
        NotYourText, WriterApproves, NotInReview. Nothing is written when any of these is raised.
    """
    if not actor.may(GUIDE):
        raise NotYourText
    with (
        journal.act(actor=actor, at=at, key=key, kind="rights.sheet_translation_approved") as act,
        refusing({"who_translated_a_sheet_is_not_approver": WriterApproves}),
    ):
        rows: QuerySet[SheetTranslation] = SheetTranslation.objects.seen_by(actor).select_related("sheet")
        row = by_two.approved(rows, translation.id, by=actor, on=actor.site.today(at))
        _rows(actor, row.sheet, row.language).filter(progress=Progress.APPROVED).delete()
        row.translator = signature if Role.TRANSLATOR in actor.roles else ""
        row.save()
        act.about(version=row.sheet.number, language=row.language)
    return row


def _rows(actor: Actor, sheet: FactSheet, language: str) -> QuerySet[SheetTranslation]:
    rows: QuerySet[SheetTranslation] = SheetTranslation.objects.seen_by(actor).filter(sheet=sheet, language=language)
    return rows


def _known_before(sheet: FactSheet, language: str) -> dict[str, str]:
    """What was written for the same words in the version before."""
    older = sheet.talk.sheets.filter(number__lt=sheet.number).order_by("-number").first()
    before = standing(older, language) if older else None
    if older is None or before is None:
        return {}
    return {said: before.texts.get(name, "") for name, said in originals(older)}


def _why_refused(source: str, said: str, language: str) -> str | Promise:
    if not said:
        return _("this text is missing.")
    for line in said.splitlines():
        if why := writing.why_refused(line, language=language, law="", phone="", pre_pact=False):
            return why
    if figures(said) != figures(source):
        return _("it says other figures than the speaker signed.")
    return ""
