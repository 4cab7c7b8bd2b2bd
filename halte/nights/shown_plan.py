"""The plan in plain words: for every family, group and guest what was found and why, and how good it is as a whole."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from halte.accounts.actor import Actor
from halte.guests.models import Counted
from halte.nights.models import NightPlan, PlanLine
from halte.sites.models import PlaceNeed, RoomKind

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

    from halte.nights.choices import RoomForParty

WORDS: "Mapping[str, StrOrPromise]" = {
    "last_room": gettext_lazy("Their room of last night."),
    "own_family": gettext_lazy("Beside their family."),
    "room_for_them": gettext_lazy("A room that is safe for them: %(what)s."),
    "two_rooms": gettext_lazy("Rooms beside each other, as they agreed."),
    "no_such_room": gettext_lazy("This house has no room for them: %(what)s."),
    "nothing_offers": gettext_lazy("No room that is safe for them has: %(what)s. Ask whether they would do without."),
    "too_many_for_one_room": gettext_lazy("No room has %(what)s free beds. Ask whether they agree to several rooms."),
    "mixed_friends": gettext_lazy("These friends count differently and share no room. Ask whether they sleep apart."),
    "full": gettext_lazy("Every room that is safe for them is full. A bed that becomes free would do."),
    "ask_where_safe": gettext_lazy("They have not said in which rooms they are safe. Ask them in private."),
    "changed": gettext_lazy("Their place was given while the plan was made. Plan again."),
}
GOALS: "Mapping[str, StrOrPromise]" = {
    "placed_first": gettext_lazy("People placed first who have a bed"),
    "placed_before": gettext_lazy("People placed before others who have a bed"),
    "placed_in_turn": gettext_lazy("People in turn who have a bed"),
    "nights_without": gettext_lazy("Earlier nights without a place, of those who have a bed now"),
    "last_room": gettext_lazy("People in their room of last night"),
    "language": gettext_lazy("People who share a language with somebody in their room"),
}


@dataclass(frozen=True)
class Answer:
    """What one party was answered."""

    lines: tuple[PlanLine, ...]
    may_have: "tuple[RoomForParty, ...]" = ()
    """The rooms that a person may choose instead."""

    @property
    def first(self) -> PlanLine:
        """The line that stands for all: what is changed, is changed for all."""
        return self.lines[0]

    @property
    def rooms(self) -> list[str]:
        """The rooms, by the number on the door."""
        return sorted({line.room.code for line in self.lines if line.room})

    @property
    def why(self) -> str:
        """The reason in words."""
        what = ", ".join(_word(code) for code in self.first.about)
        if self.first.why == "full" and self.first.about:
            return _("%(reason)s Or a person places them first.") % {"reason": WORDS["full"]}
        return str(WORDS.get(self.first.why, "")) % {"what": what}


@dataclass(frozen=True)
class Goal:
    """What a goal reached, and the most that any plan could have reached."""

    words: "StrOrPromise"
    value: int
    bound: int


def newest(actor: Actor, night: date) -> NightPlan | None:
    """The plan that stands for a night."""
    plans = NightPlan.objects.seen_by(actor).filter(night=night, undone_at__isnull=True)
    found: NightPlan | None = plans.order_by("-made_at", "-id").first()
    return found


def answers(plan: NightPlan) -> list[Answer]:
    """Every answer of a plan: those without a bed first, then room by room."""
    gathered: dict[object, list[PlanLine]] = {}
    for line in plan.lines.select_related("guest__site", "guest__on_card_of__site", "room").order_by("guest"):
        gathered.setdefault(line.party, []).append(line)
    found = [Answer(tuple(lines)) for lines in gathered.values()]
    return sorted(found, key=lambda answer: (answer.rooms, str(answer.first.party)))


def goals(plan: NightPlan) -> list[Goal]:
    """The goals that had somebody to reach, in their order."""
    return [Goal(GOALS.get(name, name), value, bound) for name, value, bound in plan.goals if bound]


def _word(code: str) -> str:
    for choices in (RoomKind, PlaceNeed, Counted):
        if code in choices.values:
            return str(choices(code).label)
    return code
