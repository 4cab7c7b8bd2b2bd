"""Everything that reads talks: for guests what is accepted and signed, for officials numbers, for the house its own."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from halte.accounts.actor import Actor
from halte.accounts.roles import HOUSE, QUESTIONS
from halte.common.languages import ALL, BY_CODE, Language
from halte.rights import queries as guide
from halte.rights import words as guide_words
from halte.rights.models import (
    FactSheet,
    Headcount,
    Point,
    Progress,
    Question,
    QuestionState,
    SheetTranslation,
    Statement,
    Talk,
    TalkState,
)
from halte.rights.shown import PageShown, TopicShown
from halte.rights.talks import translating
from halte.rights.talks.asking import OPEN_AFTER, ticket_key
from halte.rights.talks.rules import told
from halte.rights.talks.shown import AnswerShown, PointShown, SheetShown, TalkShown, signed, translated
from halte.rights.talks.words import WORDS, moment


@dataclass(frozen=True)
class Heads:
    """How many listened in one language; `people` is None where so few did that it is not told."""

    language: Language
    people: int | None


def announced(language: str, at: datetime) -> list[TalkShown]:
    """Talks that guests may read of, without their sheets: what is ahead first, then what is over, newest first."""
    topics = {topic.slug: topic for topic in guide.topics(language)}
    rows = [_shown(row, language, at, topics.get(row.matter)) for row in _public().order_by("starts_at")]
    return [row for row in rows if not row.is_over] + [row for row in reversed(rows) if row.is_over and not row.is_off]


def public_talks() -> list[UUID]:
    """Every talk that has a page in the guide."""
    return list(_public().values_list("id", flat=True))


def public_talk(language: str, talk_id: UUID, at: datetime) -> TalkShown | None:
    """A talk with its signed sheet beside the guide's own statements, and the answered questions."""
    row: Talk | None = _public().filter(id=talk_id).first()
    if row is None:
        return None
    page = guide.page(language, row.matter, on=row.site.today(at))
    topic = TopicShown(page.slug, page.pictogram, page.title, page.summary) if page else None
    return _shown(row, language, at, topic, sheet=_sheet(row, language, page), answers=_answers(row, language))


def open_for_questions(talk_id: UUID, at: datetime) -> Talk | None:
    """A talk to which somebody may still ask something."""
    found: Talk | None = _public().filter(id=talk_id, state=TalkState.ACCEPTED).first()
    return found if found is not None and found.starts_at + OPEN_AFTER >= at else None


def talks(actor: Actor) -> list[Talk]:
    """The talks of the actor's house, newest first; an official sees those they offered."""
    return list(_seen_by(actor).order_by("-starts_at"))


def talk(actor: Actor, talk_id: UUID) -> Talk | None:
    """One talk of the actor's house; an official finds those they offered."""
    found: Talk | None = _seen_by(actor).filter(id=talk_id).first()
    return found


def sheets(actor: Actor, of: Talk) -> list[FactSheet]:
    """The versions of its fact sheet with their statements, newest first; unsigned ones only for who writes them."""
    rows = FactSheet.objects.seen_by(actor).filter(talk=of).prefetch_related("points").order_by("-number")
    return [row for row in rows if row.signed_on or of.offered_by == actor.id]


def sheet(actor: Actor, sheet_id: UUID) -> FactSheet | None:
    """One signed sheet of the actor's house."""
    rows = FactSheet.objects.seen_by(actor).select_related("talk").filter(id=sheet_id, signed_on__isnull=False)
    found: FactSheet | None = rows.first()
    return found


def sheet_translation(actor: Actor, translation_id: UUID) -> SheetTranslation | None:
    """One sheet of the actor's house in another language."""
    found: SheetTranslation | None = SheetTranslation.objects.seen_by(actor).filter(id=translation_id).first()
    return found


def in_languages(of: FactSheet) -> list[tuple[Language, SheetTranslation | None]]:
    """Each language in which a signed sheet can be read, and what stands or waits in it; what waits comes first."""
    rows = {row.language: row for row in of.translations.order_by("progress")}
    return [(one, rows.get(one.code)) for one in ALL if one.code != of.written_in]


def to_translate(actor: Actor) -> list[tuple[FactSheet, list[tuple[Language, SheetTranslation | None]]]]:
    """Signed sheets of the actor's house, and in which languages nobody reads them yet: those of the talk first.

    What waits for a second person stands beside its language. A sheet that a newer one replaced is not among them.
    """
    rows = FactSheet.objects.seen_by(actor).filter(talk__state=TalkState.ACCEPTED, signed_on__isnull=False)
    newest: dict[UUID, FactSheet] = {}
    for row in rows.select_related("talk").prefetch_related("translations").order_by("talk__starts_at", "number"):
        newest[row.talk_id] = row
    return [(one, missing) for one in newest.values() if (missing := _missing(one))]


def _missing(of: FactSheet) -> list[tuple[Language, SheetTranslation | None]]:
    stands = {row.language for row in of.translations.all() if row.progress == Progress.APPROVED}
    waits = {row.language: row for row in of.translations.all() if row.progress == Progress.IN_REVIEW}
    wanted = [one for one in ALL if one.code not in {of.written_in, *stands}]
    heard = {*of.talk.languages, *of.talk.interpreters}
    return [(one, waits.get(one.code)) for one in sorted(wanted, key=lambda one: one.code not in heard)]


def point(actor: Actor, point_id: UUID) -> Point | None:
    """One statement on a sheet of the actor's house."""
    found: Point | None = Point.objects.seen_by(actor).select_related("sheet__talk").filter(id=point_id).first()
    return found


def questions(actor: Actor, of: Talk) -> list[Question]:
    """Questions as the actor may see them: unread ones for who reads them first, then what was passed on."""
    states = [QuestionState.PASSED_ON, QuestionState.ANSWERED]
    if actor.may(QUESTIONS):
        states.append(QuestionState.ASKED)
    return list(Question.objects.seen_by(actor).filter(talk=of, state__in=states))


def question(actor: Actor, question_id: UUID) -> Question | None:
    """One question that the actor may see."""
    found = Question.objects.seen_by(actor).select_related("talk").filter(id=question_id)
    row: Question | None = found.exclude(state=QuestionState.SET_ASIDE).first()
    if row is None or (row.state == QuestionState.ASKED and not actor.may(QUESTIONS)):
        return None
    return row if actor.may(HOUSE) or row.talk.offered_by == actor.id else None


def by_ticket(typed: str) -> Question | None:
    """The question to an official that a ticket code belongs to."""
    rows: Any = Question.objects.everywhere(because="a ticket is fetched without a site")
    found: Question | None = rows.filter(ticket_key=ticket_key(typed)).select_related("talk").first()
    return found


def on_the_matter(slug: str, language: str, at: datetime) -> list[TalkShown]:
    """Talks on the matter of a topic that are still ahead."""
    rows = _public().filter(matter=slug, state=TalkState.ACCEPTED, starts_at__gte=at - timedelta(hours=12))
    found = [_shown(row, language, at, None) for row in rows.order_by("starts_at")[:3]]
    return [one for one in found if not one.is_over]


def heads(actor: Actor, of: Talk) -> list[Heads]:
    """How many listened, by language: exact for the house, rounded and never small for an official."""
    exact = actor.may(HOUSE)
    rows = {row.language: row.people for row in Headcount.objects.seen_by(actor).filter(talk=of)}
    return [Heads(one, rows[one.code] if exact else told(rows[one.code])) for one in ALL if rows.get(one.code)]


def may_lie_beside(matter: str) -> list[tuple[str, str]]:
    """The guide's statements on a matter that an official's may lie beside: code and English words."""
    rows = Statement.objects.filter(topic__slug=matter, wordings__language="en").values_list("code", "wordings__text")
    return [(code, text) for code, text in rows]


def _public() -> Any:
    rows: Any = Talk.objects.everywhere(because="announced talks are read by anyone").select_related("site")
    states = [TalkState.ACCEPTED, TalkState.WITHDRAWN, TalkState.DECLINED]
    return rows.filter(was_announced=True, state__in=states)


def _seen_by(actor: Actor) -> Any:
    rows: Any = Talk.objects.seen_by(actor).select_related("site")
    return rows if actor.may(HOUSE) else rows.filter(offered_by=actor.id)


def _shown(
    row: Talk,
    language: str,
    at: datetime,
    topic: TopicShown | None,
    *,
    sheet: SheetShown | None = None,
    answers: tuple[AnswerShown, ...] = (),
) -> TalkShown:
    is_off = row.state != TalkState.ACCEPTED
    return TalkShown(
        row=row,
        language=language,
        when=moment(row.starts_at.astimezone(row.site.zone), language),
        house=row.site.name,
        spoken=_named(row.languages),
        interpreters=_named(row.interpreters),
        topic=topic,
        is_off=is_off,
        is_over=row.site.today(row.starts_at) < row.site.today(at),
        may_ask=not is_off and row.starts_at + OPEN_AFTER >= at,
        sheet=sheet,
        answers=answers,
    )


def _named(codes: list[str]) -> tuple[Language, ...]:
    return tuple(BY_CODE[code] for code in codes if code in BY_CODE)


def _sheet(row: Talk, language: str, page: PageShown | None) -> SheetShown | None:
    rows: Any = FactSheet.objects.everywhere(because="signed sheets are read by anyone")
    sheet = rows.filter(talk=row, signed_on__isnull=False).prefetch_related("points").order_by("-number").first()
    if sheet is None:
        return None
    statements = {one.code: one for one in page.statements} if page else {}
    standing = translating.standing(sheet, language)
    said = standing.texts if standing else {}
    return SheetShown(
        number=sheet.number,
        written_in=BY_CODE[sheet.written_in],
        signed=signed(sheet.signed_name, row.institution, sheet.signed_on, language),
        unknown=said.get(translating.UNKNOWN, sheet.unknown),
        signed_unknown=sheet.unknown if said else "",
        points=tuple(
            PointShown(
                text=said.get(f"{point.place}.text", point.text),
                figure=said.get(f"{point.place}.figure", point.figure),
                signed_text=f"{point.figure} {point.text}".strip() if said else "",
                source=point.source,
                source_address=point.source_address,
                source_on=guide_words.day(point.source_on, language),
                beside=statements.get(point.beside),
                language=language,
            )
            for point in sheet.points.all()
        ),
        language=language,
        translated=translated(standing.translator, standing.approved_on or standing.written_on, language)
        if standing
        else "",
        label="" if standing is None or standing.translator else guide_words.WORDS[language].not_reviewed,
    )


def _answers(row: Talk, language: str) -> tuple[AnswerShown, ...]:
    rows: Any = Question.objects.everywhere(because="answered questions are read by anyone")
    return tuple(
        AnswerShown(
            question=one.text,
            answer=one.answer,
            answer_language=one.answered_in,
            answered=_answered(one.answered_on, language),
            language=language,
        )
        for one in rows.filter(talk=row, state=QuestionState.ANSWERED).order_by("answered_on", "id")
    )


def _answered(on: date, language: str) -> str:
    return WORDS[language]["answered"].format(date=guide_words.day(on, language))
