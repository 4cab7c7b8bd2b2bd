"""What guests read of the demo's houses. Their streets are invented, so no map says where they stand."""

from halte.common.retry import RetryKey
from halte.config.demo import places
from halte.config.demo.places import DAY_A, DAY_BOULOGNE, DAY_DUNKIRK, HOSTEL, SitePlan
from halte.config.demo.world import World
from halte.rights.places import actions
from halte.rights.places.actions import Told

POSTAL_CODES = {DAY_A: "62100", HOSTEL: "62100", DAY_DUNKIRK: "59760", DAY_BOULOGNE: "62200"}
NUMBERS = {
    DAY_A: "03 21 00 00 11",
    HOSTEL: "03 21 00 00 12",
    DAY_DUNKIRK: "03 28 00 00 13",
    DAY_BOULOGNE: "03 21 00 00 14",
}
SPOKEN = {
    DAY_A: ("en", "fr", "ar", "ti"),
    HOSTEL: ("en", "fr", "ps", "fa"),
    DAY_DUNKIRK: ("en", "fr", "ckb"),
    DAY_BOULOGNE: ("en", "fr"),
}


def publish(world: World) -> None:
    """Each manager wrote what guests read of the house; the small one is full today."""
    for plan in places.sites():
        actions.publish(actor=world.managers[plan.code], told=_told(plan), at=world.at, key=RetryKey.new())
    actions.say_full(actor=world.managers[DAY_BOULOGNE], full=True, at=world.at, key=RetryKey.new())


def _told(plan: SitePlan) -> Told:
    return Told(
        name=plan.name,
        kind=plan.kind,
        address=plan.address,
        postal_code=POSTAL_CODES[plan.code],
        town=plan.town,
        phone=NUMBERS[plan.code],
        languages=SPOKEN[plan.code],
    )
