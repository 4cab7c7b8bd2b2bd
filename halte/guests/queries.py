"""Finding a guest: by card, by spoken code, never by name."""

from datetime import date, timedelta
from uuid import UUID

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from halte.accounts.actor import Actor
from halte.common import ids
from halte.common.refusal import Refusal
from halte.common.tries import Limit
from halte.guests.acquaintances import check_not_known
from halte.guests.models import ErasePause, Group, Guest, GuestState, KeptApart, Membership, spoken_box

UNKNOWN = Limit("codes", at_most=20, within=timedelta(minutes=15))
"""So many codes that no card has, typed by one person or at one device: more is guessing, and a new card needs none."""

ALONE_HOLDS = timedelta(days=7)
"""How long a pause of erasing holds before a second colleague agreed."""


class CodeUnknown(Refusal):
    """No card of this site has this code."""

    code = "guests.code_unknown"
    message = _("No card here has this code. Check the last character, or give a new card.")
    status = 404


class CodeShared(Refusal):
    """Two cards of this site share the spoken code."""

    code = "guests.code_shared"
    message = _("Two cards share this spoken code. Scan the card instead.")


class TooManyUnknown(Refusal):
    """Somebody typed one code after another that no card here has."""

    code = "guests.too_many_unknown"
    message = _("Too many codes that no card here has. Scan the card, or give a new card: no questions.")
    status = 429


def secret_in(typed: str) -> str | None:
    """The card's secret in what a scanner typed: a bare secret, or a link that ends in one."""
    last = ids.normal(typed.strip().rstrip("/").rpartition("/")[2])
    return last if ids.is_secret(last) else None


def by_secret(actor: Actor, secret: str) -> Guest | None:
    """The guest whose card was scanned, at the actor's own site."""
    guest: Guest | None = (
        Guest.objects.seen_by(actor)
        .select_related("site", "decoy")
        .filter(card_key=ids.key_at_site(secret, actor.site_id))
        .first()
    )
    return _opened(actor, guest) if guest is not None else None


def by_spoken(actor: Actor, typed: str) -> Guest:
    """The guest whose spoken code was said or typed.

    Keeps:
        Codes cannot be tried out one after the other: after twenty that no card has, only a scan opens a panel for
        whoever typed them.

    Raises:
        CodeUnknown: It is no code, or no live card of the site has it.
        CodeShared: Two live cards have it.
        TooManyUnknown: The same person or device typed too many unknown codes within a quarter of an hour.
    """
    code = ids.normal(typed)
    if not ids.is_code(code):
        raise CodeUnknown
    if UNKNOWN.is_over(actor.id, actor.device):
        raise TooManyUnknown
    found = list(
        Guest.objects.seen_by(actor)
        .select_related("site", "decoy")
        .filter(spoken_box=spoken_box(actor.site, code), state=GuestState.LIVE)[:2]
    )
    if not found:
        UNKNOWN.note(actor.id, actor.device)
        raise CodeUnknown
    if len(found) > 1:
        raise CodeShared
    return _opened(actor, found[0])


def guest(actor: Actor, guest_id: UUID) -> Guest | None:
    """A guest of the actor's own site.

    Raises:
        ColleagueOpens: The actor said that they know this person; `by_secret` and `by_spoken` raise it too.
    """
    found: Guest | None = (
        Guest.objects.seen_by(actor).select_related("site", "on_card_of__site", "decoy").filter(id=guest_id).first()
    )
    return _opened(actor, found) if found is not None else None


def not_shown(actor: Actor, found: Guest) -> Guest:
    """Whom a page found and does not show is not looked at: beside a line that names nobody, a look would name them."""
    actor.opened.remove(found)
    return found


def _opened(actor: Actor, found: Guest) -> Guest:
    """The last door of every panel and file; `looking` writes down who went through."""
    check_not_known(actor, found)
    actor.opened.append(found)
    return found


def people_on_card(guest: Guest) -> list[Guest]:
    """Everyone on one card, its holder first; asked for any of them. One person, as a rule."""
    holder = guest.on_card_of or guest
    company = Guest.objects.filter(on_card_of=holder, state=GuestState.LIVE).select_related("site", "on_card_of__site")
    return [holder, *sorted(company, key=lambda one: one.number_on_card)]


def is_paused(guest: Guest, today: date) -> bool:
    """Whether nothing of a closed card is erased today: two people said so, or one did within the last week."""
    pause = ErasePause.objects.filter(guest=guest, until__gte=today).first()
    return pause is not None and (pause.agreed_by is not None or today <= pause.asked_on + ALONE_HOLDS)


def membership_of(guest: Guest) -> Membership | None:
    """The family or group a guest belongs to now."""
    found: Membership | None = (
        Membership.objects.filter(guest=guest, until__isnull=True).select_related("group").first()
    )
    return found


def apart_from(guest: Guest) -> list[KeptApart]:
    """Everyone from whom a guest is kept apart; for those who may know it."""
    rows = KeptApart.objects.filter(Q(one=guest) | Q(other=guest)).select_related("one__site", "other__site", "site")
    return list(rows.order_by("since", "id"))


def together_with(guest: Guest) -> list[Guest]:
    """The others of the guest's family or group."""
    membership = membership_of(guest)
    if membership is None:
        return []
    return list(
        Guest.objects.filter(memberships__group=membership.group, memberships__until__isnull=True).exclude(id=guest.id)
    )


def group(actor: Actor, group_id: UUID) -> Group | None:
    """A family or group of the actor's own site."""
    found: Group | None = Group.objects.seen_by(actor).filter(id=group_id).first()
    return found
