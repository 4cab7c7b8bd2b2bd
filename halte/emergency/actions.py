"""Everything that changes what is at hand: help called, numbers, languages and trainings, visits with a paper."""

from collections.abc import Collection, Mapping
from datetime import date, datetime, timedelta

from django.utils.translation import gettext_lazy as _

from halte import journal
from halte.accounts import duty
from halte.accounts.actor import Actor
from halte.accounts.roles import HOUSE, NIGHT_DESK, Role
from halte.common.refusal import Refusal, refusing
from halte.common.retry import RetryKey
from halte.emergency.models import HelpCall, Outcome, Paper, PaperVisit, SiteNumbers, Speaks, Trained, Training
from halte.emergency.queries import SHOWN_FOR

CALLS_KEPT = timedelta(days=30)


class NotOfTheHouse(Refusal):
    """Only who works in the house does this."""

    code = "emergency.not_of_the_house"
    message = _("Only who works in this house can do this.")
    status = 403


class NotWhoLeads(Refusal):
    """Only who leads the night does this."""

    code = "emergency.not_who_leads"
    message = _("Only a night host or a manager of this house can do this.")
    status = 403


class NobodyCalls(Refusal):
    """No help is being called."""

    code = "emergency.nobody_calls"
    message = _("This is over already.")


class SamePerson(Refusal):
    """One person wrote the answer down and agrees to it."""

    code = "emergency.same_person"
    message = _("Two different people answer. Ask a colleague to agree, with their own sign-in.")


class NoManager(Refusal):
    """Neither of the two is a manager of the house."""

    code = "emergency.no_manager"
    message = _("One of the two who answer is a manager of this house. Call the manager.")


class AgreedAlready(Refusal):
    """Two people have answered."""

    code = "emergency.agreed_already"
    message = _("Two people have answered this already.")


def call_help(*, actor: Actor, at: datetime, key: RetryKey) -> HelpCall:
    """Every screen of the house says that help was called, when and by whom."""
    with journal.act(actor=actor, at=at, key=key, kind="emergency.help_called") as act:
        made: HelpCall = HelpCall.objects.create(site=actor.site, at=at, by=actor.id)
        act.results(call=made.id.hex)
    return made


def ask_for_interpreter(*, actor: Actor, language: str, at: datetime, key: RetryKey) -> HelpCall:
    """Every screen of the house says in which language somebody in the hall wants to speak."""
    with journal.act(actor=actor, at=at, key=key, kind="emergency.interpreter_asked") as act:
        made: HelpCall = HelpCall.objects.create(site=actor.site, at=at, by=actor.id, language=language)
        act.results(call=made.id.hex)
    return made


def help_is_here(*, actor: Actor, at: datetime, key: RetryKey) -> None:
    """The screens of the house say no more that help was called; then they tell who wants an interpreter, if anybody.

    Raises:
        NobodyCalls: It is over already.
    """
    with journal.act(actor=actor, at=at, key=key, kind="emergency.help_came"):
        standing = HelpCall.objects.seen_by(actor).filter(over_at__isnull=True, at__gt=at - SHOWN_FOR)
        # Whoever asked for an interpreter while help was called is not forgotten with that call.
        if not (standing.filter(language="").update(over_at=at) or standing.update(over_at=at, language="")):
            raise NobodyCalls


def set_numbers(*, actor: Actor, numbers: Mapping[str, str], at: datetime, key: RetryKey) -> None:
    """The house calls these numbers from now on. The line in the register does not say which."""
    with journal.act(actor=actor, at=at, key=key, kind="emergency.numbers_set"):
        SiteNumbers.objects.update_or_create(site=actor.site, defaults=dict(numbers))


def say_what_i_can(
    *, actor: Actor, languages: Collection[str], trained: Mapping[Training, date | None], at: datetime, key: RetryKey
) -> None:
    """A colleague says in which languages they interpret and what they were trained in: this, and no more.

    Args:
        trained: What, and the day of the training when they remember it.

    Raises:
        NotOfTheHouse: The actor does not work in the house.
    """
    if not actor.may(HOUSE):
        raise NotOfTheHouse
    with journal.act(actor=actor, at=at, key=key, kind="emergency.skills_said"):
        mine = {"site": actor.site, "staff_id": actor.id}
        Speaks.objects.seen_by(actor).filter(staff=actor.id).delete()
        Trained.objects.seen_by(actor).filter(staff=actor.id).delete()
        Speaks.objects.bulk_create([Speaks(language=code, **mine) for code in sorted(set(languages))])
        Trained.objects.bulk_create([Trained(what=what, on=on, **mine) for what, on in trained.items()])


def let_go_of_key(*, actor: Actor, at: datetime, key: RetryKey) -> None:
    """The register says who let the key of the house go, a moment before nothing can be written any more.

    Raises:
        NotWhoLeads: The actor does not lead the night.
    """
    if not actor.may(NIGHT_DESK):
        raise NotWhoLeads
    with journal.act(actor=actor, at=at, key=key, kind="emergency.key_let_go"):
        pass


def write_down_visit(*, actor: Actor, paper: Paper, outcome: Outcome, at: datetime, key: RetryKey) -> PaperVisit:
    """A visit with a paper stands, with what one colleague answers; it counts once a second one agrees.

    Keeps:
        Nothing of what the paper says is stored: no name, no number.

    Raises:
        NotOfTheHouse: The actor does not work in the house.
    """
    if not actor.may(HOUSE):
        raise NotOfTheHouse
    with journal.act(actor=actor, at=at, key=key, kind="emergency.paper_came") as act:
        made: PaperVisit = PaperVisit.objects.create(
            site=actor.site,
            at=at,
            on=actor.site.today(at),
            paper=paper,
            outcome=outcome,
            answered_by_1=actor.id,
        )
        act.about(paper=paper.value, outcome=outcome.value)
        act.results(visit=made.id.hex)
    return made


def agree(*, actor: Actor, visit: PaperVisit, at: datetime, key: RetryKey) -> PaperVisit:
    """A second colleague agrees to the answer.

    Keeps:
        Two different people answer, one of them a manager of the house. The database holds that they differ.

    Raises:
        NotOfTheHouse, SamePerson, NoManager, AgreedAlready. Nothing is written when any of these is raised.
    """
    if not actor.may(HOUSE):
        raise NotOfTheHouse
    with (
        refusing({"two_different_people_answer": SamePerson}),
        journal.act(actor=actor, at=at, key=key, kind="emergency.paper_answered") as act,
    ):
        mine = PaperVisit.objects.seen_by(actor).filter(id=visit.id, answered_by_2__isnull=True)
        first = mine.values_list("answered_by_1", flat=True).first()
        if first is None:
            raise AgreedAlready
        managers = duty.holders(actor.site, Role.MANAGER, at)
        if not {first, actor.id} & managers:
            raise NoManager
        mine.update(answered_by_2=actor.id, agreed_at=at)
        act.about(paper=visit.paper, outcome=visit.outcome)
        act.results(visit=visit.id.hex)
    visit.refresh_from_db()
    return visit


def forget_calls(*, actor: Actor, at: datetime, key: RetryKey) -> int:
    """Who called help is deleted after thirty days; in which language somebody wanted to speak, the same night.

    Returns:
        How many rows were deleted.
    """
    with journal.act(actor=actor, at=at, key=key, kind="emergency.forgotten") as act:
        HelpCall.objects.seen_by(actor).filter(at__lte=at - SHOWN_FOR).exclude(language="").update(language="")
        deleted: int = HelpCall.objects.seen_by(actor).filter(at__lt=at - CALLS_KEPT).delete()[0]
        act.about(n=deleted)
    return deleted
