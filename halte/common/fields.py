"""What each field knows: every model field says its purpose, how sensitive it is and how long it is kept."""

from dataclasses import dataclass
from enum import Enum
from typing import Any, TypeVar

from django.db.models import Field


class Sensitivity(Enum):
    """Who is hurt if this field is read aloud in a police station."""

    NONE = "none"
    PSEUDONYM = "points to a person only together with a card or a key"
    PERSONAL = "says something about a person"
    CONFIDENTIAL = "could harm a person"
    SECRET = "opens something"  # noqa: S105


class Keep(Enum):
    """How long a field is kept. The days of the door and of nights are each site's own (`sites.rules`)."""

    ALWAYS = "as long as the site exists"
    REGISTER = "with the register of acts; side rows are erased with the guest"
    GUEST = "until the guest is erased, or 1 year after the last visit"
    STAY = "1 year after the night"
    DOOR = "30 days"
    MESSAGE = "30 days, 7 days after an answer, or with the guest"
    DAY = "until noon of the next day"
    CASE = "2 years after last contact"
    TALK = "until a colleague read it, at most 30 days after the talk"
    COMPLAINT = "90 days after it was closed, 1 year after it was said"
    QUESTION = "90 days after it was answered, 1 year after it was asked"
    MARK = "until editors dealt with the page, at most 1 year"
    STAFF = "90 days after the last membership ends"
    READER = "as long as they read complaints from outside the house"
    SESSION = "until the session ends, at most 12 hours"
    WRONG_TRY = "15 minutes to 12 hours; cleared at the next wrong try after that, and every noon"
    RETRY = "2 days"
    MONEY = "10 years after the last payment (French commercial code, L123-22)"


@dataclass(frozen=True)
class Knowledge:
    """What one field knows, why, and until when."""

    purpose: str
    sensitivity: Sensitivity
    keep: Keep


AnyField = TypeVar("AnyField", bound="Field[Any, Any]")


def knows(
    field: AnyField, purpose: str, *, sensitivity: Sensitivity = Sensitivity.NONE, keep: Keep = Keep.ALWAYS
) -> AnyField:
    """The same field, with what it knows written on it for the data register."""
    field.knowledge = Knowledge(purpose, sensitivity, keep)  # type: ignore[attr-defined]
    return field


def knowledge_of(field: Any) -> Knowledge | None:
    """What a field says it knows; None when it says nothing."""
    return getattr(field, "knowledge", None)
