"""The autumn of 2014 in the public record and in the accounts: proposal, opinions, meeting, decision.

After public sources (Voix du Nord, 25 August 2014; joint declaration of the two ministers, 20 September 2014; ASH,
3 November 2014). The hostel for 400 that opens here never opened: from there on the story is invented.
"""

from datetime import date

from halte.common.retry import RetryKey
from halte.config.demo.places import DAY_A, HOSTEL
from halte.config.demo.world import World
from halte.governance import actions as governance
from halte.governance.actions import PlaceNamed
from halte.governance.models import Answer, Body, Verdict
from halte.sites.models import SiteKind

PROPOSED, MET, DECIDED, OPENS = date(2014, 8, 25), date(2014, 9, 20), date(2014, 11, 3), date(2015, 1, 15)

TEXT = (
    "Some 1,500 people sleep in the woods and dunes around the town, and the first frosts are near. The town offers a "
    "house for 400, with smaller houses in two towns nearby, so that nobody has to sleep outside this winter. "
    "Told after public reports of 2014; what follows from it here is invented."
)
OPINIONS = (
    (Body.COUNCIL, Verdict.WITH_CONDITIONS, date(2014, 9, 1), "The State pays for the house and for its running."),
    (Body.PREFECT, Verdict.FAVOURABLE, date(2014, 9, 12), "The ground is sound and outside the port; 400 is possible."),
    (
        Body.UNITED_KINGDOM,
        Verdict.WITH_CONDITIONS,
        MET,
        "The United Kingdom takes part in the cost for three years; what it pays for is accounted for each year.",
    ),
    (
        Body.ASSOCIATION,
        Verdict.WITH_CONDITIONS,
        date(2014, 10, 6),
        "Nobody is asked for a name, families stay together, and no list leaves the house.",
    ),
)
CONDITIONS = (
    "One house for 400, so that it can be staffed at night; women, families and minors in rooms of their own; "
    "at most six in a room; open to all, free to come and go. The two smaller houses are looked at again in spring."
)


def tell(world: World) -> None:
    """The story stands in the public record, and the hostel is open by its decision."""
    mayor = world.staff["jeanne"]
    proposal = governance.propose(
        actor=mayor,
        code="calais-2014-400",
        title="400 beds in Calais and nearby for the winter",
        places_wanted=400,
        made_by=Body.MAYOR,
        places=[
            PlaceNamed("Calais B", HOSTEL, "Calais", 300),
            PlaceNamed("Grande-Synthe, night house", "grande-synthe-night", "Grande-Synthe", 60),
            PlaceNamed("Boulogne, night house", "boulogne-night", "Boulogne-sur-Mer", 40),
        ],
        at=world.at,
        key=RetryKey.new(),
        text=TEXT,
        made_on=PROPOSED,
    )
    for body, verdict, on, reasons in OPINIONS:
        governance.give_opinion(
            actor=mayor,
            proposal=proposal,
            body=body,
            verdict=verdict,
            reasons=reasons,
            at=world.at,
            key=RetryKey.new(),
            given_on=on,
        )
    governance.hold_meeting(
        actor=mayor,
        proposal=proposal,
        bodies=[Body.MINISTER, Body.UNITED_KINGDOM, Body.MAYOR],
        held_on=MET,
        at=world.at,
        key=RetryKey.new(),
        town="Calais",
    )
    house = proposal.places.get(site_code=HOSTEL)
    governance.decide(
        actor=mayor,
        proposal=proposal,
        body=Body.MINISTER,
        answer=Answer.WITH_CONDITIONS,
        granted={house.id: 400},
        at=world.at,
        key=RetryKey.new(),
        opens_on=OPENS,
        decided_on=DECIDED,
        conditions=CONDITIONS,
    )
    world.sites[HOSTEL].refresh_from_db()


def ask_for_more(world: World) -> None:
    """A second proposal, of this week, waits for its opinions: more places while the frost lasts."""
    mayor = world.staff["jeanne"]
    evidence = [
        governance.Cited(world.sites[DAY_A], world.day(DAY_A, days_ago), "visits.arrivals") for days_ago in (4, 3, 2)
    ]
    proposal = governance.propose(
        actor=mayor,
        code="boulogne-frost-30",
        title="30 beds in Boulogne while the frost lasts",
        places_wanted=30,
        made_by=Body.MAYOR,
        places=[PlaceNamed("Boulogne, sports hall", "boulogne-hall", "Boulogne-sur-Mer", 30, SiteKind.HOSTEL)],
        at=world.at,
        key=RetryKey.new(),
        text="The hall is warm, has showers, and stands empty at night. Invented.",
        evidence=evidence,
        made_on=world.day(DAY_A, 2),
    )
    governance.give_opinion(
        actor=mayor,
        proposal=proposal,
        body=Body.ASSOCIATION,
        verdict=Verdict.FAVOURABLE,
        reasons="Our team can staff it from Friday on. Invented.",
        at=world.at,
        key=RetryKey.new(),
        given_on=world.day(DAY_A, 1),
    )
