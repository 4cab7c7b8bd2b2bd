"""What every screen has at hand in the demo: numbers, languages, trainings, and who reads complaints. All invented."""

from halte.accounts.models import Staff
from halte.common.retry import RetryKey
from halte.complaints import actions as complaints
from halte.complaints import queries
from halte.complaints.models import About
from halte.config.demo.places import DAY_A, HOSTEL
from halte.config.demo.world import World
from halte.emergency import actions as emergency
from halte.emergency.models import Outcome, Paper, Training

NUMBERS = {
    "manager": "03 21 00 00 01",
    "lawyer": "03 20 00 00 02",
    "interpreters": "03 21 00 00 03",
    "paid_line": "01 00 00 00 04",
    "paid_code": "2014",
}
CAN: dict[str, tuple[list[str], list[Training]]] = {
    "amina": (["ar", "ti"], [Training.FIRST_AID]),
    "bruno": (["ps", "fa"], [Training.FIRST_AID, Training.FIRE]),
    "gwen": (["en"], [Training.MENTAL_FIRST_AID]),
    "david": (["so", "am"], []),
}
READERS = ("nils", "odile", "marie")
"""Managers: each reads what is said of other houses, and never what is said of their own."""


def put_at_hand(world: World) -> None:
    """Every house can call somebody, and colleagues said what they can."""
    for manager in world.managers.values():
        emergency.set_numbers(actor=manager, numbers=NUMBERS, at=world.at, key=RetryKey.new())
    for name, (languages, trainings) in CAN.items():
        emergency.say_what_i_can(
            actor=world.staff[name],
            languages=languages,
            trained=dict.fromkeys(trainings),
            at=world.at,
            key=RetryKey.new(),
        )
    visit = emergency.write_down_visit(
        actor=world.staff["bruno"],
        paper=Paper.PREFECT,
        outcome=Outcome.NOTHING_HELD,
        at=world.at,
        key=RetryKey.new(),
    )
    emergency.agree(actor=world.managers[HOSTEL], visit=visit, at=world.at, key=RetryKey.new())
    _complain(world)


def _complain(world: World) -> None:
    """One complaint, answered."""
    for name in READERS:
        staff = Staff.objects.get(sign_in_name=name)
        complaints.name_reader(actor=world.staff["hanna"], staff=staff, at=world.at, key=RetryKey.new())
    code = complaints.say(
        site=world.sites[DAY_A],
        about=About.CLEAN,
        words="The lock of the second shower does not close. Invented.",
        language="en",
        at=world.at,
        key=RetryKey.new(),
    )
    said = queries.by_ticket(code)
    reader = next(one for one in world.managers.values() if said and queries.complaint(one, said.id))
    if said is not None:
        complaints.answer(
            actor=reader,
            complaint=said,
            words="The lock was changed on Monday. Thank you for saying it. Invented.",
            at=world.at,
            key=RetryKey.new(),
        )
