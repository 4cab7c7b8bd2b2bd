"""Everything that changes the public record: propose, give an opinion, meet, decide."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from halte import journal
from halte.accounts.actor import Actor
from halte.common.refusal import refusing
from halte.common.retry import RetryKey
from halte.governance.models import (
    Answer,
    Body,
    Commitment,
    Decision,
    Evidence,
    Meeting,
    Opinion,
    Proposal,
    ProposalPlace,
    Reply,
    Verdict,
)
from halte.governance.refusals import (
    CodeTaken,
    DecidedAlready,
    NoPlaceNamed,
    NoReasons,
    NotCounted,
    NothingGranted,
    NotYet,
    PlaceNamedTwice,
    PlaceOfAnotherProposal,
    PlacesDoNotAddUp,
    RepliedAlready,
)
from halte.reports import queries as numbers
from halte.reports.models import MorningNote
from halte.sites.models import Site, SiteKind


@dataclass(frozen=True)
class PlaceNamed:
    """One place that a proposal names. `site_code` may be that of a site that waits to be opened."""

    name: str
    site_code: str
    town: str
    places: int
    kind: SiteKind = SiteKind.HOSTEL
    address: str = ""


@dataclass(frozen=True)
class Cited:
    """One tally that a proposal rests on."""

    site: Site
    on: date
    code: str


def propose(
    *,
    actor: Actor,
    code: str,
    title: str,
    places_wanted: int,
    made_by: Body,
    places: Sequence[PlaceNamed],
    at: datetime,
    key: RetryKey,
    text: str = "",
    evidence: Sequence[Cited] = (),
    made_on: date | None = None,
) -> Proposal:
    """A proposal to open one or several places stands in the public record, with the tallies it rests on.

    Keeps:
        The numbers are copied as they stand now: later days change nothing of what was cited.

    Args:
        made_on: When it was made on paper; the day of `at` when missing.

    Raises:
        NoPlaceNamed, PlacesDoNotAddUp, PlaceNamedTwice, NotYet, CodeTaken.
        NotCounted: A cited number stands in no closed day.
        Nothing is written when any of these is raised.
    """
    day = made_on or actor.site.today(at)
    _check_places(places, places_wanted)
    if day > actor.site.today(at):
        raise NotYet
    network = journal.ForTheNetwork.of(actor)
    with (
        refusing({"one_place_once_in_a_proposal": PlaceNamedTwice}),
        journal.act(actor=network, at=at, key=key, kind="governance.proposed") as act,
    ):
        if Proposal.objects.filter(code=code).exists():
            raise CodeTaken
        proposal = Proposal.objects.create(
            code=code,
            title=title,
            text=text,
            places_wanted=places_wanted,
            made_by=made_by,
            written_by=actor.id,
            made_on=day,
        )
        ProposalPlace.objects.bulk_create([_place(proposal, place, position) for position, place in enumerate(places)])
        Evidence.objects.bulk_create([_cite(proposal, cited) for cited in dict.fromkeys(evidence)])
        act.about(proposal=proposal.id, code=code, places=places_wanted, named=len(places), on=day)
        act.results(proposal=proposal.id.hex)
    return proposal


def _check_places(places: Sequence[PlaceNamed], wanted: int) -> None:
    if not places or min(place.places for place in places) < 1:
        raise NoPlaceNamed
    named = sum(place.places for place in places)
    if named != wanted:
        raise PlacesDoNotAddUp(named=named, wanted=wanted)


def _place(proposal: Proposal, place: PlaceNamed, position: int) -> ProposalPlace:
    return ProposalPlace(
        proposal=proposal,
        name=place.name,
        kind=place.kind,
        site_code=place.site_code,
        town=place.town,
        address=place.address,
        places=place.places,
        position=position,
    )


def _cite(proposal: Proposal, cited: Cited) -> Evidence:
    value = numbers.tally(cited.site, cited.on, cited.code)
    if value is None:
        raise NotCounted(code=cited.code, site=cited.site, on=cited.on)
    return Evidence(proposal=proposal, site=cited.site, on=cited.on, code=cited.code, value=value)


def give_opinion(
    *,
    actor: Actor,
    proposal: Proposal,
    body: Body,
    verdict: Verdict,
    reasons: str,
    at: datetime,
    key: RetryKey,
    given_on: date | None = None,
) -> Opinion:
    """A body says what it thinks of a proposal; its earlier opinion, if any, no longer stands but stays readable.

    Raises:
        NoReasons, NotYet.
        DecidedAlready: The proposal was decided before.
    """
    day = given_on or actor.site.today(at)
    if not reasons.strip():
        raise NoReasons
    if day > actor.site.today(at):
        raise NotYet
    with journal.act(actor=journal.ForTheNetwork.of(actor), at=at, key=key, kind="governance.opinion_given") as act:
        _still_open(proposal)
        Opinion.objects.filter(proposal=proposal, body=body, superseded_at__isnull=True).update(superseded_at=at)
        opinion = Opinion.objects.create(
            proposal=proposal, body=body, verdict=verdict, reasons=reasons, given_on=day, written_by=actor.id
        )
        act.about(proposal=proposal.id, body=body.value, verdict=verdict.value, on=day)
        act.results(opinion=opinion.id.hex)
    return opinion


def hold_meeting(
    *,
    actor: Actor,
    proposal: Proposal,
    bodies: Collection[Body],
    held_on: date,
    at: datetime,
    key: RetryKey,
    town: str = "",
) -> Meeting:
    """That bodies met about a proposal stands in the public record.

    Raises:
        NotYet: The day lies in the future.
    """
    if held_on > actor.site.today(at):
        raise NotYet
    with journal.act(actor=journal.ForTheNetwork.of(actor), at=at, key=key, kind="governance.meeting_held") as act:
        codes = sorted({body.value for body in bodies})
        meeting = Meeting.objects.create(proposal=proposal, held_on=held_on, town=town, bodies=codes)
        act.about(proposal=proposal.id, bodies=codes, on=held_on)
        act.results(meeting=meeting.id.hex)
    return meeting


def decide(
    *,
    actor: Actor,
    proposal: Proposal,
    body: Body,
    answer: Answer,
    granted: Mapping[UUID, int],
    at: datetime,
    key: RetryKey,
    opens_on: date | None = None,
    decided_on: date | None = None,
    conditions: str = "",
) -> Decision:
    """A proposal is decided; a yes opens its sites and promises their places in the same act.

    Keeps:
        A proposal is decided once. A site opens with the decision or not at all.

    Args:
        granted: Places by the id of the proposal's place; a place left out is not granted.
        opens_on: The first day of the sites; the day of the decision when missing.

    Returns:
        The decision; its `commitments` name the sites.

    Raises:
        NothingGranted, NoReasons, NotYet, PlaceOfAnotherProposal, DecidedAlready. Nothing is written then.
    """
    day = decided_on or actor.site.today(at)
    given = {place: number for place, number in granted.items() if number > 0}
    _check_decision(answer, given, conditions, day, actor.site.today(at))
    with (
        refusing({"one_decision_per_proposal": DecidedAlready}),
        journal.act(actor=journal.ForTheNetwork.of(actor), at=at, key=key, kind="governance.decided") as act,
    ):
        _still_open(proposal)
        decision = Decision.objects.create(
            proposal=proposal, body=body, answer=answer, conditions=conditions, decided_on=day, written_by=actor.id
        )
        commitments = _open_sites(decision, given, opens_on or day)
        places = sum(commitment.places for commitment in commitments)
        act.about(proposal=proposal.id, body=body.value, answer=answer.value, places=places, on=day)
        act.about(sites=[commitment.site.id for commitment in commitments])
        act.results(decision=decision.id.hex)
    return decision


def _check_decision(answer: Answer, given: Mapping[UUID, int], conditions: str, day: date, today: date) -> None:
    if bool(given) != (answer != Answer.NO):
        raise NothingGranted
    if answer != Answer.YES and not conditions.strip():
        raise NoReasons
    if day > today:
        raise NotYet


def _still_open(proposal: Proposal) -> None:
    if Decision.objects.filter(proposal=proposal).exists():
        raise DecidedAlready


def _open_sites(decision: Decision, given: Mapping[UUID, int], opens_on: date) -> list[Commitment]:
    places = list(ProposalPlace.objects.filter(proposal=decision.proposal, id__in=given))
    if len(places) != len(given):
        raise PlaceOfAnotherProposal
    return Commitment.objects.bulk_create(
        [
            Commitment(
                decision=decision, place=place, site=_open_site(place, opens_on), places=given[place.id], since=opens_on
            )
            for place in places
        ]
    )


def _open_site(place: ProposalPlace, opens_on: date) -> Site:
    """The site that waits under this code opens; else it is made. One that is open already stays as it is."""
    site, made = Site.objects.get_or_create(
        code=place.site_code,
        defaults={
            "name": place.name,
            "kind": place.kind,
            "town": place.town,
            "address": place.address,
            "opened_on": opens_on,
        },
    )
    if not made and site.opened_on is None:
        site.opened_on = opens_on
        site.save(update_fields=["opened_on"])
    return site


def reply(*, actor: Actor, note: MorningNote, body: Body, text: str, at: datetime, key: RetryKey) -> Reply:
    """A body answers to the numbers of a morning, beside which its reply stands.

    Keeps:
        One reply of each body a morning; the numbers never change, so every reply answers the same.

    Raises:
        RepliedAlready: This body answered.
    """
    with (
        refusing({"one_reply_per_body_and_morning": RepliedAlready}),
        journal.act(actor=actor, at=at, key=key, kind="governance.replied") as act,
    ):
        mine = MorningNote.objects.seen_by(actor).get(id=note.id)
        made: Reply = Reply.objects.create(
            site=actor.site, note=mine, body=body, text=text, written_at=at, written_by=actor.id
        )
        act.about(body=str(body), on=mine.on)
        act.results(reply=made.id.hex)
    return made


@journal.undoes("governance.replied")
def _not_replied(*, actor: Actor, at: datetime, act: journal.Act, results: Mapping[str, Any]) -> None:
    Reply.objects.seen_by(actor).filter(id=results["reply"]).update(ended_at=at)
