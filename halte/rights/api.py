"""The guide for programs: the same page as a guest reads, with what stands behind each statement."""

from datetime import date
from typing import Literal

from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as _
from ninja import Field, Router, Schema, Status

from halte.accounts.doors import open_to_all
from halte.rights import queries
from halte.rights.rules import Confidence, Danger, Kind, Showing, State
from halte.rights.shown import PageShown, SourceShown, StatementShown, direction

router = Router(tags=["guide"], auth=None)


class SourceOut(Schema):
    """Where facts were read."""

    number: int
    title: str
    title_language: str
    address: str = Field(description="Without https://; empty when the source has none.")
    date: str = Field(description="A year, month, day or two years, or `undated`.")
    about: bool = Field(description="The date is a guess.")

    @staticmethod
    def resolve_date(source: SourceShown) -> str:
        return source.dated


class StatementOut(Schema):
    """One thing that a guest is told. Past its last day it comes without words, number and law."""

    id: str
    kind: Kind
    showing: Showing
    text: str = Field(description="`[fr: une domiciliation]` marks words of another language.")
    more: str
    phone: str
    law: str
    registered_from: date | None = Field(description="It holds for asylum requests registered from this day on.")
    registered_until: date | None = Field(description="It holds for asylum requests registered up to this day.")
    applies_to: list[str]
    confidence: Confidence
    danger_if_wrong: Danger
    sources: list[int] = Field(description="Numbers of the page's sources.")
    checked_by: str
    checked_on: date
    show_until: date | None
    approved_by: str = Field(description="The lawyer; empty while none approved it.")
    approved_on: date | None

    @staticmethod
    def resolve_id(statement: StatementShown) -> str:
        return statement.code

    @staticmethod
    def resolve_danger_if_wrong(statement: StatementShown) -> Danger:
        return statement.danger

    @staticmethod
    def resolve_sources(statement: StatementShown) -> list[int]:
        return [source.number for source in statement.sources]


class GuidePageOut(Schema):
    """A page of the guide, as it stands on the day of asking."""

    topic: str
    language: str
    direction: Literal["ltr", "rtl"]
    title: str
    summary: str
    translation: State
    label: str = Field(description="What must be shown beside the text, in its language; empty when nothing must.")
    translator: str
    translated_on: date
    languages: list[str]
    statements: list[StatementOut]
    sources: list[SourceOut]

    @staticmethod
    def resolve_topic(page: PageShown) -> str:
        return page.slug

    @staticmethod
    def resolve_direction(page: PageShown) -> str:
        return direction(page.language)

    @staticmethod
    def resolve_translation(page: PageShown) -> State:
        return page.state


class NoSuchPage(Schema):
    """There is no such page."""

    code: Literal["rights.no_such_page"] = "rights.no_such_page"
    message: str


@router.get("/guide/{language}/{topic}", response={200: GuidePageOut, 404: NoSuchPage}, operation_id="guide_page")
@open_to_all
def guide_page(request: HttpRequest, language: str, topic: str) -> Status[PageShown] | Status[NoSuchPage]:
    """One page of the rights guide, in one language, as it stands today. No token is needed."""
    page = queries.page(language, topic, on=timezone.localdate())
    if page is None:
        return Status(404, NoSuchPage(message=_("There is no such page in this language.")))
    return Status(200, page)
