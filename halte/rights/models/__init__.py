"""The guide: topics, their statements, and each in the languages of the guests."""

from halte.rights.models.checks import Check
from halte.rights.models.choices import LANGUAGES, CheckState, Confidence, Danger, KeptBy, Kind, Progress, State
from halte.rights.models.texts import Revision, Wording
from halte.rights.models.topics import Citation, GuideFile, Page, Source, Statement, Topic

__all__ = [
    "LANGUAGES",
    "Check",
    "CheckState",
    "Citation",
    "Confidence",
    "Danger",
    "GuideFile",
    "KeptBy",
    "Kind",
    "Page",
    "Progress",
    "Revision",
    "Source",
    "State",
    "Statement",
    "Topic",
    "Wording",
]
