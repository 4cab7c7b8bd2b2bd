"""A measure: two people decide that somebody stays away until a date. The appeal stays open by a code."""

import hashlib
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from cryptography.hazmat.primitives.ciphers.aead import AESSIV
from django.db.models import Q
from django.http import Http404
from django.utils.translation import gettext_lazy as _

from halte import journal
from halte.accounts.actor import Actor
from halte.common import ids, keys
from halte.common.refusal import Refusal
from halte.common.retry import RetryKey
from halte.guests.belongings import Told, of_guests
from halte.guests.models import Guest, Measure
from halte.guests.refusals import GuestElsewhere
from halte.sites.cold import check_other_place
from halte.sites.models import Site

NOTE_LASTS = timedelta(days=30)
LONGEST = timedelta(days=183)


class TwoDecide(Refusal):
    """One alone decides no measure."""

    code = "guests.two_decide"
    message = _("A measure needs two people: a colleague agrees on their own sign-in.")


class NoMeasure(Refusal):
    """There is no such measure, or it is over."""

    code = "guests.no_measure"
    message = _("There is no such measure here, or it is over.")
    status = 404


class DayTooFar(Refusal):
    """The last day is over, or more than six months away."""

    code = "guests.day_too_far"
    message = _("Choose a day from tomorrow on, at most six months away.")
    status = 422


def ask_for(
    *,
    actor: Actor,
    guest: Guest,
    until: date,
    note: str,
    at: datetime,
    key: RetryKey,
    other_place: str = "",
) -> tuple[Measure, str]:
    """One colleague writes a measure down. Nothing holds before another one agrees.

    Keeps:
        The note is encrypted, never in the register, never searched, and gone after thirty days.
        While the cold plan is on, nobody is sent away without another place.

    Returns:
        The measure, and the code of its appeal: given to the guest, stored nowhere.

    Raises:
        DayTooFar: The day is over, or more than six months away.
        NoOtherPlace: The cold plan is on, and none was named.
    """
    with journal.act(actor=actor, at=at, key=key, kind="guests.measure_asked") as act:
        today = actor.site.today(at)
        if guest.site_id != actor.site_id:
            raise GuestElsewhere
        if not today < until <= today + LONGEST:
            raise DayTooFar
        check_other_place(actor.site, at, other_place)
        code = ids.new_secret()[-16:]
        measure = Measure.objects.create(
            site=actor.site,
            guest=guest,
            until=until,
            written_on=today,
            note_box=_closed(actor.site, note),
            asked_by=actor.id,
            appeal_key=_key_of(code),
            other_place=other_place,
        )
        act.about([guest], until=until)
    return measure, code


def agree(*, actor: Actor, measure_id: UUID, at: datetime, key: RetryKey, other_place: str = "") -> None:
    """A second colleague agrees: from now on the desk says until when somebody is away.

    Raises:
        TwoDecide: The same colleague wrote it.
        NoMeasure: It is over, or was agreed to before.
        NoOtherPlace: The cold plan is on, and neither of the two named one.
    """
    with journal.act(actor=actor, at=at, key=key, kind="guests.measure_agreed") as act:
        measure = _measure(actor, measure_id, agreed_by__isnull=True)
        if measure.asked_by == actor.id:
            raise TwoDecide
        measure.other_place = other_place or measure.other_place
        check_other_place(actor.site, at, measure.other_place)
        measure.agreed_by = actor.id
        measure.save(update_fields=["agreed_by", "other_place"])
        act.about(_whose(measure))


def end(*, actor: Actor, measure_id: UUID, at: datetime, key: RetryKey) -> None:
    """The measure is over before its last day, or was never agreed to.

    Raises:
        NoMeasure: It is over.
    """
    with journal.act(actor=actor, at=at, key=key, kind="guests.measure_ended") as act:
        measure = _measure(actor, measure_id)
        measure.ended_on, measure.note_box = actor.site.today(at), b""
        measure.save(update_fields=["ended_on", "note_box"])
        act.about(_whose(measure))


def answer(*, actor: Actor, measure_id: UUID, words: str, ends: bool, at: datetime, key: RetryKey) -> None:
    """What the guest said about a measure is answered, in words that the code of the appeal opens.

    Raises:
        NoMeasure: Nothing was said about it, or it is not of this site.
    """
    with journal.act(actor=actor, at=at, key=key, kind="guests.appeal_answered") as act:
        measure = Measure.objects.seen_by(actor).filter(id=measure_id).exclude(appeal_box=b"").first()
        if measure is None:
            raise NoMeasure
        measure.answer_box = _closed(actor.site, words)
        measure.ended_on = actor.site.today(at) if ends else measure.ended_on
        measure.save(update_fields=["answer_box", "ended_on"])
        act.about(_whose(measure))


def appeal(*, code: str, words: str, at: datetime, key: RetryKey) -> Measure:
    """Whoever holds the code says something about the measure. No card and no name is needed for it.

    Raises:
        NoMeasure: No measure has this code.
    """
    measure = of_code(code)
    if measure is None:
        raise NoMeasure
    with journal.act(actor=Actor.guest(measure.site), at=at, key=key, kind="guests.appealed"):
        measure.appeal_box = _closed(measure.site, words)
        measure.save(update_fields=["appeal_box"])
    return measure


def of_code(code: str) -> Measure | None:
    """The measure whose appeal a code opens, at any site."""
    rows: Any = Measure.objects.everywhere(because="the code of an appeal says no site")
    found: Measure | None = rows.filter(appeal_key=_key_of(ids.normal(code))).select_related("site").first()
    return found


def away(guest: Guest, today: date) -> Measure | None:
    """The measure that holds today, with the longest date; only what two people decided."""
    rows: Any = Measure.objects.filter(guest=guest, until__gte=today, ended_on__isnull=True, agreed_by__isnull=False)
    found: Measure | None = rows.order_by("-until").first()
    return found


def asked(guest: Guest, today: date) -> list[Measure]:
    """The measures of a guest that are not over: agreed to, or waiting for a second colleague."""
    rows: Any = Measure.objects.filter(guest=guest, until__gte=today, ended_on__isnull=True)
    return list(rows.select_related("site").order_by("-until"))


def appeals(actor: Actor) -> list[Measure]:
    """What guests said about measures of the site and nobody answered yet; some are linked to nobody any more."""
    rows: Any = Measure.objects.seen_by(actor).exclude(appeal_box=b"").filter(answer_box=b"")
    return list(rows.select_related("site").order_by("written_on"))


def found(actor: Actor, measure_id: UUID) -> Measure:
    """A measure of the actor's own site, over or not.

    Raises:
        Http404: There is none here.
    """
    rows: Any = Measure.objects.seen_by(actor).filter(id=measure_id)
    measure: Measure | None = rows.first()
    if measure is None:
        raise Http404
    return measure


def note_of(measure: Measure) -> str:
    """Why, for those who may read it; empty after thirty days."""
    return _opened(measure.site, bytes(measure.note_box))


def said_of(measure: Measure) -> tuple[str, str]:
    """What the guest said about it, and the answer."""
    return _opened(measure.site, bytes(measure.appeal_box)), _opened(measure.site, bytes(measure.answer_box))


def forget_within(actor: Actor, at: datetime) -> int:
    """Notes older than thirty days, and measures that are over or linked to nobody; within an act of forgetting."""
    today = actor.site.today(at)
    before = today - NOTE_LASTS
    rows: Any = Measure.objects.seen_by(actor)
    noted: int = rows.filter(written_on__lt=before).exclude(note_box=b"").update(note_box=b"")
    over = Q(guest__isnull=True, written_on__lt=before) | Q(until__lt=before) | Q(ended_on__lt=before)
    deleted: int = rows.filter(over).delete()[0]
    return noted + deleted


class OfMeasures:
    """What measures do with everything of one guest."""

    def carry_over(
        self, act: journal.Act, *, actor: Actor, old: Guest, new: Guest, bed_of: Guest | None, at: datetime
    ) -> None:
        """A measure is about a person: it goes on with the living card."""
        Measure.objects.seen_by(actor).filter(guest=old).update(guest=new)

    def let_go(self, act: journal.Act, *, actor: Actor, guest: Guest, at: datetime) -> None:
        """Nothing is kept free by a measure."""

    def hand_over(self, act: journal.Act, *, actor: Actor, guest: Guest, at: datetime) -> None:
        """A measure is nobody's thing."""

    def told(self, *, guest: Guest, at: datetime) -> list[Told]:
        """Until when, on the guest's own page. Why is said by people, and the code of the appeal opens the rest."""
        measure = away(guest, guest.site.today(at))
        if measure is None:
            return []
        return [Told(_("Measure"), [_("Away until %(day)s") % {"day": f"{measure.until:%d.%m.%Y}"}])]

    def erase(self, act: journal.Act, *, actor: Actor, guest: Guest, at: datetime) -> None:
        """Only date, site, note and appeal stay, linked to nobody: neither to the guest nor to who decided."""
        rows: Any = Measure.objects.seen_by(actor).filter(guest=guest)
        rows.filter(agreed_by__isnull=True).delete()
        rows.update(guest=None, asked_by=None, agreed_by=None)


of_guests("measures", OfMeasures())


def _measure(actor: Actor, measure_id: UUID, **more: Any) -> Measure:
    found: Measure | None = (
        Measure.objects.seen_by(actor)
        .filter(id=measure_id, ended_on__isnull=True, **more)
        .select_related("guest")
        .first()
    )
    if found is None:
        raise NoMeasure
    return found


def _whose(measure: Measure) -> list[Guest]:
    return [measure.guest] if measure.guest else []


def _key_of(code: str) -> bytes:
    return hashlib.sha256(b"appeal/" + code.encode()).digest()


def _closed(site: Site, words: str) -> bytes:
    return AESSIV(keys.of_site(site.id, "measures")).encrypt(words.encode(), None) if words else b""


def _opened(site: Site, box: bytes) -> str:
    return AESSIV(keys.of_site(site.id, "measures")).decrypt(box, None).decode() if box else ""
