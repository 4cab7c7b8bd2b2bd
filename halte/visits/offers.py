"""What a guest may have from the day centre, here and now, and why not."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from django.urls import reverse
from django.utils.formats import date_format, time_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from halte.accounts.actor import Actor
from halte.guests.models import Guest
from halte.sites.models import Service, SiteKind
from halte.visits import queries
from halte.visits.models import CountedService, Letter, LetterKind, Numbered, Tagged, TagKind, Ticket
from halte.visits.queries import Holding
from halte.visits.rules import lowest_free
from halte.web.offers import Offer, OfferAction, Pill, Tone

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

CLOSED_TODAY = gettext_lazy("Closed today")


def offers(*, actor: Actor, guest: Guest, at: datetime) -> list[Offer]:
    """The tiles of showers, meals, lockers, mail, charging and bags."""
    has = queries.holding(guest, at)
    closed = queries.closed_services(actor, at)
    house = actor.site.rules_at(at)
    today = queries.showers(actor, at, house)
    counted = queries.service_counts(actor, at)
    things = list(queries.here_now(actor))
    return [
        *_bed_elsewhere(actor, guest, at),
        _shower(actor, guest, at, has, today, Service.SHOWER in closed, house.showers_per_guest_a_day),
        _meal(guest, counted),
        _mail(actor, has, at),
        _locker(actor, guest, has, Service.LOCKER in closed, house.lockers),
        _charging(actor, guest, counted, things, at),
        _bags(actor, guest, things, at),
    ]


def _bed_elsewhere(actor: Actor, guest: Guest, at: datetime) -> list[Offer]:
    """At a day centre: a bed in another house in one tap, and the sheet to take along."""
    if actor.site.kind != SiteKind.DAY_CENTRE:
        return []
    asked = queries.bed_asked(guest, at)
    if asked:
        pill = Pill(Tone.WAIT, _("Asked: %(house)s") % {"house": asked.house.name}, "bed")
        actions = [OfferAction(_("No bed wanted any more"), reverse("visits:take_back_bed", args=[guest.id]))]
    else:
        pill, ask = None, reverse("visits:ask_bed", args=[guest.id])
        actions = [
            OfferAction(_("Ask %(house)s for a bed") % {"house": house.name}, ask, {"house": house.code})
            for house in queries.houses_with_beds(actor, at)
        ]
    sheet = reverse("desk:sheet", args=[guest.language or "fr"])
    actions.append(OfferAction(_("Sheet for tonight: 115"), sheet, opens=True))
    return [Offer("bed_elsewhere", _("Bed in another house"), "bed", [], pill, actions, order=12)]


def _shower(
    actor: Actor,
    guest: Guest,
    at: datetime,
    has: Holding,
    today: queries.Showers,
    closed: bool,
    a_day: int,
) -> Offer:
    coming = [row for row in has.showers if row.starts_at and row.starts_at >= at - timedelta(minutes=today.minutes)]
    lines: list[StrOrPromise] = [
        _("Had one at %(time)s.") % _said(actor, row) for row in has.showers if row not in coming
    ]
    free = [] if closed else today.free_after(at)
    why_not: StrOrPromise = ""
    if closed:
        why_not = CLOSED_TODAY
    elif len(has.showers) >= a_day:
        why_not = _("Already today")
    elif not free:
        why_not = _("No slot left today")
    else:
        lines.append(_("Next free %(time)s.") % {"time": _clock(actor, free[0].starts_at)})
    label = _("Give %(time)s") % {"time": _clock(actor, free[0].starts_at)} if free else _("Give a shower")
    actions = [OfferAction(label, reverse("visits:give_slot", args=[guest.id]), {}, not why_not, why_not)]
    actions += [
        OfferAction(_("Does not come"), reverse("visits:free_slot", args=[row.id]))
        for row in coming
        if row.starts_at and row.starts_at > at
    ]
    pill = Pill(Tone.WAIT, _("%(time)s, cabin %(cabin)s") % _said(actor, coming[0]), "clock") if coming else None
    return Offer("shower", Service.SHOWER.label, "shower", lines, pill, actions, order=30)


def _said(actor: Actor, row: Numbered) -> dict[str, object]:
    assert row.starts_at
    return {"time": _clock(actor, row.starts_at), "cabin": row.number}


def _clock(actor: Actor, at: datetime) -> str:
    return time_format(at.astimezone(actor.site.zone), "H:i")


def _meal(guest: Guest, counted: dict[str, int]) -> Offer:
    meals, drinks = counted.get("meal", 0), counted.get("drink", 0)
    today = _("Today %(meals)s meals, %(drinks)s hot drinks.") % {"meals": meals, "drinks": drinks}
    return Offer(
        "meal",
        Service.MEAL.label,
        "meal",
        [_("For everyone, always."), today],
        actions=[
            _count(guest, CountedService.MEAL, _("Count a meal")),
            _count(guest, CountedService.DRINK, _("Count a hot drink")),
        ],
        order=40,
    )


def _charging(actor: Actor, guest: Guest, counted: dict[str, int], things: list[Tagged], at: datetime) -> Offer:
    n = counted.get("charging", 0)
    lines: list[StrOrPromise] = [ngettext("%(n)s phone today.", "%(n)s phones today.", n) % {"n": n}]
    phones = [row for row in things if row.kind == TagKind.PHONE and row.guest_id == guest.id]
    actions = [_take_in(actor, guest, TagKind.PHONE, things, at), *(_hand_back(guest, row) for row in phones)]
    actions.append(_count(guest, CountedService.CHARGING, _("Count a phone without a tag")))
    return Offer("charging", Service.CHARGING.label, "charge", lines, _has(phones), actions, order=80)


def _bags(actor: Actor, guest: Guest, things: list[Tagged], at: datetime) -> Offer:
    bags = [row for row in things if row.kind == TagKind.BAG and row.guest_id == guest.id]
    lines: list[StrOrPromise] = [_("Kept until it is handed back, over night too.")]
    actions = [_take_in(actor, guest, TagKind.BAG, things, at), *(_hand_back(guest, row) for row in bags)]
    return Offer("bags", _("Bag store"), "bag", lines, _has(bags), actions, order=75)


def _has(things: list[Tagged]) -> Pill | None:
    numbers = " · ".join(str(row.number) for row in things)
    return Pill(Tone.WAIT, _("Here with tag %(numbers)s") % {"numbers": numbers}, "tag") if things else None


def _take_in(actor: Actor, guest: Guest, kind: TagKind, things: list[Tagged], at: datetime) -> OfferAction:
    lowest = lowest_free({row.number for row in things if row.kind == kind}, queries.tags_of(actor.site, kind, at))
    why_not = "" if lowest else _("Every tag is in use")
    words = _("Take a phone, tag %(number)s") if kind == TagKind.PHONE else _("Take a bag, tag %(number)s")
    fields = {"kind": kind.value, "guest": str(guest.id)}
    return OfferAction(words % {"number": lowest or ""}, reverse("visits:take_in"), fields, not why_not, why_not)


def _hand_back(guest: Guest, row: Tagged) -> OfferAction:
    words = _("Phone %(number)s is back") if row.kind == TagKind.PHONE else _("Bag %(number)s is back")
    fields = {"kind": row.kind, "number": str(row.number), "guest": str(guest.id)}
    return OfferAction(words % {"number": row.number}, reverse("visits:hand_back"), fields)


def _count(guest: Guest, service: CountedService, label: StrOrPromise) -> OfferAction:
    # The guest only says which panel to show again: what is counted is tied to nobody.
    return OfferAction(label, reverse("visits:count_service"), {"service": service.value, "guest": str(guest.id)})


def _locker(actor: Actor, guest: Guest, has: Holding, closed: bool, lockers: int) -> Offer:
    if has.locker is not None:
        number = {"number": has.locker.number}
        action = OfferAction(
            _("Locker %(number)s is back") % number, reverse("visits:return_locker", args=[has.locker.id])
        )
        return Offer(
            "locker", Service.LOCKER.label, "locker", [_("Has locker %(number)s.") % number], None, [action], 70
        )
    taken = queries.lockers_taken(actor)
    lowest = None if closed else lowest_free(taken.keys(), lockers)
    why_not = CLOSED_TODAY if closed else _("Every locker is in use") if lowest is None else ""
    free = max(0, lockers - len(taken))
    line = ngettext("%(n)s of %(all)s free.", "%(n)s of %(all)s free.", free) % {"n": free, "all": lockers}
    label = _("Give locker %(number)s") % {"number": lowest} if lowest else _("Give a locker")
    give = OfferAction(label, reverse("visits:give_locker", args=[guest.id]), {}, not why_not, why_not)
    return Offer("locker", Service.LOCKER.label, "locker", [line], None, [give], 70)


def _mail(actor: Actor, has: Holding, at: datetime) -> Offer:
    if not has.letters:
        return Offer("mail", Service.MAIL.label, "mail", [_("No letter waits.")], order=60)
    registered = sum(letter.kind == LetterKind.REGISTERED for letter in has.letters)
    waits = ngettext("%(n)s letter waits", "%(n)s letters wait", len(has.letters)) % {"n": len(has.letters)}
    pill = Pill(Tone.WAIT, _("Registered: note the date") if registered else waits, "mail")
    return Offer(
        "mail",
        Service.MAIL.label,
        "mail",
        [_since(letter) for letter in has.letters],
        pill,
        [
            OfferAction(_give_letter(letter), reverse("visits:pass_on_letter", args=[letter.id]))
            for letter in has.letters
        ],
        order=60,
    )


def _since(letter: Letter) -> str:
    return _("%(kind)s since %(day)s.") % {
        "kind": letter.get_kind_display(),
        "day": date_format(letter.received_on, "l j F"),
    }


def _give_letter(letter: Letter) -> str:
    return _("Give the registered letter") if letter.kind == LetterKind.REGISTERED else _("Give the letter")


def for_card(*, guest: Guest, at: datetime) -> list[Offer]:
    """What the guest's own page says of the day: the number in the queue, letters, a shower, a locker."""
    actor, has = Actor.guest(guest.site), queries.holding(guest, at)
    found = [_own_ticket(actor, ticket, at) for ticket in has.tickets]
    if has.letters:
        n = len(has.letters)
        title = ngettext("%(n)s letter is waiting", "%(n)s letters are waiting", n) % {"n": n}
        registered = any(letter.kind == LetterKind.REGISTERED for letter in has.letters)
        pill = Pill(Tone.WAIT, _("Registered: fetch it soon"), "clock") if registered else None
        found.append(Offer("mail", title, "mail", [], pill, order=60))
    for row in has.showers:
        if row.starts_at and row.starts_at >= at:
            when = _("%(time)s, cabin %(cabin)s") % _said(actor, row)
            found.append(Offer("shower", Service.SHOWER.label, "shower", [when], order=30))
    if has.locker:
        found.append(Offer("locker", Service.LOCKER.label, "locker", [str(has.locker.number)], order=70))
    return found


def _own_ticket(actor: Actor, ticket: Ticket, at: datetime) -> Offer:
    title = _("%(queue)s, number %(number)s") % {"queue": ticket.get_queue_display(), "number": ticket.number}
    if ticket.called_at:
        return Offer("advice", title, "talk", [], Pill(Tone.GO, _("Called now"), "check"), order=50)
    before = sum(row.number < ticket.number for row in queries.waiting(actor, ticket.queue, at))
    words = ngettext("%(n)s before you", "%(n)s before you", before) % {"n": before}
    return Offer("advice", title, "talk", [], Pill(Tone.WAIT, words, "clock"), order=50)
