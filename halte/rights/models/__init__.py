"""The guide: topics, their statements, and each in the languages of the guests."""

from halte.rights.models.asked import AskedQuestion, PageMark
from halte.rights.models.begun import BegunPage, NewStatement
from halte.rights.models.by_two import ByTwo
from halte.rights.models.checks import Check
from halte.rights.models.choices import (
    LANGUAGES,
    WAITS,
    CheckState,
    Confidence,
    Danger,
    KeptBy,
    Kind,
    MarkKind,
    Progress,
    State,
    VoiceState,
)
from halte.rights.models.places import Place, PlaceKind
from halte.rights.models.talks import (
    WRITTEN_IN,
    FactSheet,
    Government,
    Headcount,
    Point,
    Question,
    QuestionState,
    SheetTranslation,
    Talk,
    TalkState,
)
from halte.rights.models.texts import Revised, Revision, Wording
from halte.rights.models.topics import Citation, GuideFile, Page, Source, Statement, Topic
from halte.rights.models.voices import Recording

__all__ = [
    "LANGUAGES",
    "WAITS",
    "WRITTEN_IN",
    "AskedQuestion",
    "BegunPage",
    "ByTwo",
    "Check",
    "CheckState",
    "Citation",
    "Confidence",
    "Danger",
    "FactSheet",
    "Government",
    "GuideFile",
    "Headcount",
    "KeptBy",
    "Kind",
    "MarkKind",
    "NewStatement",
    "Page",
    "PageMark",
    "Place",
    "PlaceKind",
    "Point",
    "Progress",
    "Question",
    "QuestionState",
    "Recording",
    "Revised",
    "Revision",
    "SheetTranslation",
    "Source",
    "State",
    "Statement",
    "Talk",
    "TalkState",
    "Topic",
    "VoiceState",
    "Wording",
]
