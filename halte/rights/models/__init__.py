"""The guide: topics, their statements, and each in the languages of the guests."""

from halte.rights.models.asked import AskedQuestion, PageMark
from halte.rights.models.checks import Check
from halte.rights.models.choices import (
    LANGUAGES,
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
from halte.rights.models.texts import Revision, Wording
from halte.rights.models.topics import Citation, GuideFile, Page, Source, Statement, Topic
from halte.rights.models.voices import Recording

__all__ = [
    "LANGUAGES",
    "AskedQuestion",
    "Check",
    "CheckState",
    "Citation",
    "Confidence",
    "Danger",
    "GuideFile",
    "KeptBy",
    "Kind",
    "MarkKind",
    "Page",
    "PageMark",
    "Progress",
    "Recording",
    "Revision",
    "Source",
    "State",
    "Statement",
    "Topic",
    "VoiceState",
    "Wording",
]
