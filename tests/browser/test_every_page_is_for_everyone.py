"""Every page of every role is legible, quiet and fits a phone: light and dark, at a desk and in a hand.

The house is walked once, by one colleague of each role, in the demo's small Calais; each test reads what was found.
"""

from collections import defaultdict
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from axe_playwright_python.sync_playwright import Axe
from django.urls import reverse

from halte.accounts.actor import Actor
from halte.accounts.models import Membership, Staff
from halte.accounts.roles import EVERYONE, Role
from halte.config import demo
from halte.funding.models import Agreement, Expense
from halte.goods.models import Variant
from halte.governance.models import Proposal
from halte.guests.models import Guest
from halte.nights.models import Stay
from halte.sites.models import Bed, Room
from tests.guards.addresses import addresses

DESK, PHONE, SMALL_PHONE = 1280, 360, 320
AXE = Axe().axe_script
ON_A_PHONE = [
    *("scrollable-region-focusable", "button-name", "link-name", "label"),
    *("aria-hidden-focus", "nested-interactive", "region", "skip-link"),
]
"""What a page shows on a phone alone has a name and a place, and can be reached."""
NO_PAGE = {
    *("account_logout", "reports:export", "reports:public_export", "rights:worker", "rights:find_index"),
    "nights:out_worker",
    *("desk:fresh", "visits:board", "guests:look_news"),
}
"""Answers that are no page: leaving, files, a worker, and parts that a page asks for."""

NOT_THERE = ("/guide/xx/", "/nothing/", "/account/invitation/nothing/")
"""Pages that say that something is not there: they are read by people, too."""

ORDER = ("gwen", "hanna", "david", "ivan", "jeanne", "kate", "bruno", "chloe", "amina", "elsa", "farid", "louis")
"""Who opens a page that several may open: the first of these."""

PROMISES = ("axe", "errors", "elsewhere", "edges", "faults", "seen")
Found = dict[str, dict[str, str]]
_found: Found = {}


@pytest.fixture
def found(browse: Any, settings: Any, tmp_path: Path) -> Found:
    """What the one walk through the house found: promise, page, what is wrong there."""
    if not _found:
        settings.DATA = tmp_path
        _found.update(_walk(browse))
    return _found


def test_everyone_can_read_and_use_every_page(found):
    assert not found["axe"], _listed(found["axe"])


def test_no_page_logs_an_error(found):
    assert not found["errors"], _listed(found["errors"])


def test_no_page_asks_another_host_for_anything(found):
    assert not found["elsewhere"], _listed(found["elsewhere"])


def test_nothing_hangs_over_the_edge_of_a_phone(found):
    assert not found["edges"], _listed(found["edges"])


def test_no_page_answers_with_a_fault(found):
    assert not found["faults"], _listed(found["faults"])


def test_the_walk_saw_the_whole_house(found):
    errors = {where.rpartition(" ")[2] for where, status in found["seen"].items() if status != "200"}
    assert errors == {"/visits/nothing/", "/desk/", "/account/keys/paper/", *NOT_THERE}
    assert len(found["seen"]) > 100


def _listed(wrong: dict[str, str]) -> str:
    return "".join(f"\n{where}\n    {what}" for where, what in wrong.items())


def _walk(browse: Any) -> Found:
    demo.load(at=datetime.now(UTC), one_in=40)
    for person in Staff.objects.all():
        Authenticator.objects.create(user=person, type=Authenticator.Type.TOTP, data={})
    told: Found = defaultdict(dict)
    for name, paths in _pages().items():
        _visit(browse, name, paths, told, language="en", with_axe=True)
    Staff.objects.update(language="fr")
    for name, paths in _pages().items():
        _visit(browse, name, paths, told, language="fr" if name else "ar", with_axe=False)
    return {promise: told[promise] for promise in PROMISES}


def _visit(browse: Any, name: str, paths: list[str], told: Found, *, language: str, with_axe: bool) -> None:
    watched = browse(actor=_actor(name) if name else None, language=language, width=PHONE, proven=bool(name))
    for path in paths:
        if path in told["no page"]:
            continue
        where = f"{name or 'nobody'} {language} {path}"
        if with_axe and _only_takes_a_press(watched, path):
            told["no page"][path] = name
            continue
        watched.errors.clear()
        watched.elsewhere.clear()
        answer = watched.open(path)
        if with_axe and answer.request.redirected_from:
            told["no page"][path] = name
            continue
        told["seen"][where] = str(answer.status)
        if answer.status >= 500:
            told["faults"][where] = str(answer.status)
        for width in (PHONE, SMALL_PHONE):
            watched.page.set_viewport_size({"width": width, "height": 800})
            if (needed := watched.page.evaluate("document.documentElement.scrollWidth")) > width:
                told["edges"][f"{where} at {width}"] = str(needed)
        if with_axe:
            _ask_axe(watched.page, where, told)
        # A browser logs the answer of an error page itself as an error.
        errors = [error for error in watched.errors if answer.status == 200 or "status of 4" not in error]
        if errors:
            told["errors"][where] = " | ".join(errors)
        if watched.elsewhere:
            told["elsewhere"][where] = " ".join(watched.elsewhere)
    watched.page.context.close()


def _only_takes_a_press(watched: Any, path: str) -> bool:
    """What a view may be asked is told without running it."""
    asked = watched.page.context.request.fetch(watched.home + path, method="OPTIONS")
    return asked.status == 405 and "GET" not in asked.headers["allow"]


def _ask_axe(page: Any, where: str, told: Found) -> None:
    """All rules at a desk; on a phone those that a narrow page may break, and in the dark the colours."""
    page.evaluate(AXE)
    for width, scheme, rules in (
        (DESK, "light", {}),
        (PHONE, "light", {"runOnly": ON_A_PHONE}),
        (PHONE, "dark", {"runOnly": ["color-contrast"]}),
    ):
        page.set_viewport_size({"width": width, "height": 800})
        page.emulate_media(color_scheme=scheme)
        found = page.evaluate("rules => axe.run(document, rules)", {"resultTypes": ["violations"]} | rules)
        for violation in found["violations"]:
            nodes = " ".join(node["html"][:160] for node in violation["nodes"][:2])
            told["axe"][f"{where} at {width}, {scheme}: {violation['id']}"] = nodes
    page.emulate_media(color_scheme="light")


def _pages() -> dict[str, list[str]]:
    """Which pages each colleague opens; nobody's are those of guests and passers-by."""
    pages: dict[str, list[str]] = defaultdict(list)
    for address in addresses():
        if address.is_api or address.converters or address.name in NO_PAGE:
            continue
        pages[_who_opens(address.door)].append(address.url())
    for door, path in _pages_about_something():
        pages[_who_opens(door)].append(path)
    pages["kate"].append("/desk/")
    return pages


def _who_opens(door: Any) -> str:
    if door == "everyone":
        return ""
    allowed = EVERYONE if isinstance(door, str) else frozenset(door)
    roles = {name: Membership.objects.get(staff__sign_in_name=name).role for name in ORDER}
    return next(name for name in ORDER if Role(roles[name]) in allowed)


def _pages_about_something() -> Iterator[tuple[Any, str]]:
    """Pages that need a row: one of each kind."""
    manager = frozenset({Role.MANAGER})
    stay = Stay.objects.everywhere(because="any bed will do").filter(ended_at=None).latest("night")
    night = stay.night.isoformat()
    free = Bed.objects.everywhere(because="any").filter(room=stay.bed.room).exclude(id=stay.bed_id).first()
    room = Room.objects.everywhere(because="any").get(id=stay.bed.room_id)
    guest = Guest.objects.everywhere(because="any").get(id=stay.guest_id)
    for path in (
        f"/desk/guest/{guest.id}/",
        reverse("guests:about", args=[guest.id]),
        f"/nights/{night}/",
        f"/nights/{night}/waiting/",
        f"/nights/{night}/rooms/{room.id}/",
        f"/nights/{night}/beds/{stay.bed_id}/",
        f"/nights/{night}/beds/{free.id}/",
        f"/goods/give/{guest.id}/",
        f"/goods/{Variant.objects.first().id}/",
        f"/sites/rooms/{room.id}/",
        "/visits/nothing/",
    ):
        yield manager, path
    for proposal in Proposal.objects.all():
        yield frozenset({Role.AUTHORITY}), f"/governance/proposals/{proposal.code}/"
        yield "everyone", f"/governance/public/{proposal.code}/"
    treasurer = frozenset({Role.TREASURER})
    yield treasurer, f"/funding/agreements/{Agreement.objects.first().id}/"
    for expense in Expense.objects.everywhere(because="any")[:2]:
        yield treasurer, f"/funding/expenses/{expense.id}/"
    for path in ("/guide/ar/", "/guide/ar/shelter-tonight/", "/guide/fr/asylum-apply/", "/guide/en/danger-at-sea/"):
        yield "everyone", path
    for path in ("/guide/ar/search/?q=%D9%86%D9%88%D9%85", "/guide/en/search/", "/guide/ar/day-centres/poster/"):
        yield "everyone", path
    for path in (f"/say/?site={guest.site.code}", "/c/nothing", "/styleguide/desk/", *NOT_THERE):
        yield "everyone", path


def _actor(name: str) -> Actor:
    role = Membership.objects.select_related("staff", "site").get(staff__sign_in_name=name)
    return Actor(id=role.staff_id, site=role.site, roles=frozenset({Role(role.role)}), called=role.staff.called)
