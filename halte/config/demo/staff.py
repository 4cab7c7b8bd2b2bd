"""Who works in the demo: one invented person for each role, with a fixed sign-in name."""

from dataclasses import dataclass

from halte.accounts.roles import Role
from halte.config.demo.places import DAY_A, DAY_BOULOGNE, DAY_DUNKIRK, HOSTEL


@dataclass(frozen=True)
class StaffPlan:
    """One invented colleague: the name to sign in with, where they work and where to look first."""

    sign_in_name: str
    called: str
    role: Role
    site: str
    page: str
    language: str = "en"


STAFF = (
    StaffPlan("amina", "Amina", Role.GREETER, DAY_A, "/desk/"),
    StaffPlan("bruno", "Bruno", Role.NIGHT_HOST, HOSTEL, "/nights/"),
    StaffPlan("chloe", "Chloé", Role.GOODS_KEEPER, HOSTEL, "/goods/"),
    StaffPlan("david", "David", Role.ADVISER, DAY_A, "/advice/"),
    StaffPlan("elsa", "Elsa", Role.EDITOR, DAY_A, "/editing/"),
    StaffPlan("farid", "Farid", Role.TRANSLATOR, DAY_A, "/editing/"),
    StaffPlan("gwen", "Gwen", Role.MANAGER, HOSTEL, "/sites/"),
    StaffPlan("hanna", "Hanna", Role.COORDINATOR, DAY_A, "/reports/"),
    StaffPlan("ivan", "Ivan", Role.TREASURER, HOSTEL, "/funding/"),
    StaffPlan("jeanne", "Jeanne", Role.AUTHORITY, HOSTEL, "/governance/"),
    StaffPlan("kate", "Kate", Role.FUNDER, HOSTEL, "/funding/"),
    StaffPlan("louis", "Louis", Role.SPEAKER, DAY_A, "/talks/"),
)
"""One sign-in per role."""

MANAGERS = (
    StaffPlan("marie", "Marie", Role.MANAGER, DAY_A, "/sites/", language="fr"),
    StaffPlan("nils", "Nils", Role.MANAGER, DAY_DUNKIRK, "/sites/"),
    StaffPlan("odile", "Odile", Role.MANAGER, DAY_BOULOGNE, "/sites/", language="fr"),
)
"""The other houses have a manager each."""
