"""What a guest may have tonight, and why not."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from django.urls import reverse
from django.utils.formats import date_format, time_format
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from halte.accounts.actor import Actor
from halte.guests import queries as guest_queries
from halte.guests.models import Counted, Group, Guest
from halte.nights import expecting, promise, queries, rules, watch
from halte.nights.doors import AT_THE_DOOR
from halte.nights.models import ProposalKind, Stay, Want
from halte.sites.models import Room, RoomKind
from halte.web.offers import Offer, OfferAction, Pill, Tone

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

WELCOME = "welcome"
"""The act that the desk does with a blanket as well."""

SAFE_ROOMS = {
    RoomKind.WOMEN: gettext_lazy("Welcome: women's room"),
    RoomKind.MEN: gettext_lazy("Welcome: men's room"),
    RoomKind.MINORS: gettext_lazy("Welcome: under 18"),
}
"""One tap for whoever never said how they count: the guest says where they are safe, the button says it too."""


@dataclass(frozen=True)
class Tile:
    """What the tile needs to know of the asking: whose panel, which night, who asks."""

    actor: Actor
    guest: Guest
    night: date
    at: datetime

    @property
    def keeps_beds(self) -> bool:
        """Whether a bed can be kept here for somebody who is away, by whoever asks."""
        rules = self.actor.site.rules_at(self.at)
        return self.actor.may(AT_THE_DOOR) and rules.stays_continue and rules.nights_kept_away > 0

    def clock(self, moment: datetime) -> str:
        """A moment on the clock of the house."""
        return time_format(moment.astimezone(self.actor.site.zone), "H:i")

    def press(
        self, label: "StrOrPromise", name: str, *args: object, why_not: str = "", does: str = "", **fields: str
    ) -> OfferAction:
        """A button that posts to one of our views and comes back to this panel."""
        if not self.actor.may(AT_THE_DOOR):
            why_not = _("The night desk does this")
        url = reverse(f"nights:{name}", args=args)
        return OfferAction(label, url, {"next": "panel", **fields}, not why_not, why_not, does=does)

    def about_guest(
        self, label: "StrOrPromise", name: str, why_not: str = "", does: str = "", **fields: str
    ) -> OfferAction:
        """A button about this guest tonight."""
        return self.press(label, name, self.night, self.guest.id, why_not=why_not, does=does, **fields)


def offers(*, actor: Actor, guest: Guest, at: datetime) -> list[Offer]:
    """The tile "Bed tonight", in houses that have beds."""
    tile = Tile(actor, guest, actor.site.tonight(at), at)
    if guest.in_cot:
        return [_in_cot(tile)]
    stay = queries.stay_of(actor, guest, tile.night, at)
    if stay:
        return [_has_bed(tile, stay)]
    if not Room.objects.seen_by(actor).exists():
        return []
    membership = guest_queries.membership_of(guest)
    want = queries.want_of(actor, guest, tile.night)
    lines, pill = _waits(tile, want)
    if membership and membership.group.is_family:
        actions = _family(tile, membership.group)
    else:
        free = queries.free_by_kind(actor, tile.night, at)
        lines.append(_("Free beds: %(free)s.") % {"free": sum(free.values())})
        actions = _alone(tile, free)
    if want:
        actions.append(tile.press(_("No bed wanted any more"), "cancel_want", tile.night, guest.id))
    else:
        actions.append(tile.about_guest(_("Want a bed"), "want_bed"))
    return [_tile(lines, pill, actions)]


def _in_cot(tile: Tile) -> Offer:
    """A newborn takes no bed: the tile says beside whom the cot stands."""
    room = queries.room_of_family(tile.actor, tile.guest, tile.night, tile.at)
    where = _("Room %(room)s, beside their family.") % {"room": room.code} if room else _("Beside their family.")
    return _tile([where], Pill(Tone.OK, _("Sleeps in a cot")), [])


def _tile(lines: "list[StrOrPromise]", pill: Pill | None, actions: list[OfferAction]) -> Offer:
    return Offer("nights", _("Bed tonight"), "bed", lines, pill, actions, order=10)


def _waits(tile: Tile, want: Want | None) -> "tuple[list[StrOrPromise], Pill | None]":
    if want is None:
        return [], None
    place = promise.place_in_line(tile.actor, want, tile.at)
    before = _("%(low)s to %(high)s before them.") % {"low": place.low, "high": place.high}
    asked = _("Asked at %(time)s.") % {"time": tile.clock(want.asked_at)}
    lines: list[StrOrPromise] = [format_html("{} <b>{}</b>", asked, before)]
    if place.know_by:
        lines.append(_("They will know by %(time)s.") % {"time": tile.clock(place.know_by)})
    elif want.told_at:
        lines.append(_("They know since %(time)s that there is no bed yet.") % {"time": tile.clock(want.told_at)})
    return lines, Pill(Tone.WAIT, _("On the waiting list"))


def _alone(tile: Tile, free: dict[str, int]) -> list[OfferAction]:
    """Someone who comes alone, or with friends: a bed now, in a room that is safe for them."""
    counted = tile.guest.counted
    if tile.guest.ask_in_private:
        return [OfferAction(_("Ask in private first"), reverse("guests:about", args=[tile.guest.id]), opens=True)]
    if not counted:
        return [
            tile.about_guest(
                label,
                "welcome",
                "" if free.get(kind) else _("No free bed: %(rooms)s") % {"rooms": kind.label},
                WELCOME,
                kind=kind.value,
            )
            for kind, label in SAFE_ROOMS.items()
        ]
    kinds = [kind for kind, counts in rules.COUNTED_IN.items() if counts == counted] + [RoomKind.QUIET]
    why_not = "" if any(free.get(kind) for kind in kinds) else _("No free bed for them tonight")
    return [
        tile.about_guest(_("Welcome for the night"), "welcome", why_not, WELCOME),
        tile.about_guest(_("Give a bed"), "give_bed", why_not),
    ]


def _family(tile: Tile, group: Group) -> list[OfferAction]:
    proposal = queries.proposals(tile.actor, tile.night).filter(group=group).first()
    if proposal:
        url = reverse("nights:waiting", args=[tile.night])
        words = _("Proposed: %(what)s. Answer it on the waiting list.")
        why_not = words % {"what": ProposalKind(proposal.kind).label}
        return [OfferAction(_("Give the family a room"), url, {}, False, why_not)]
    guest = str(tile.guest.id)
    return [
        tile.press(
            _("Welcome the family for the night"),
            "shelter_group",
            tile.night,
            group.id,
            does=WELCOME,
            guest=guest,
            arrived="1",
        ),
        tile.press(_("Give the family a room"), "shelter_group", tile.night, group.id, guest=guest),
    ]


def _has_bed(tile: Tile, stay: Stay) -> Offer:
    where = _("Room %(room)s, bed %(bed)s.") % {"room": stay.bed.room.code, "bed": stay.bed.label}
    lines: list[StrOrPromise] = [format_html("<b>{}</b>", where)]
    here = stay.night == tile.night
    alone = tile.guest.counted == Counted.CHILD and guest_queries.membership_of(tile.guest) is None
    if alone:
        lines.append(_("Under 18 and alone: call with them."))
    if here and stay.inside and stay.arrived_at:
        pill = Pill(Tone.OK, _("Inside since %(time)s") % {"time": tile.clock(stay.arrived_at)})
        actions = [tile.press(_("Left"), "left", tile.night, stay.id)]
    elif here and stay.left_at:
        pill = Pill(Tone.WAIT, _("Out since %(time)s, the bed is kept") % {"time": tile.clock(stay.left_at)})
        actions = [tile.about_guest(_("Arrived"), "arrived")]
    else:
        pill = _away(stay) if stay.away_on(tile.night) else Pill(Tone.WAIT, _("Expected"))
        actions = [tile.about_guest(_("Arrived"), "arrived")]
    if not stay.inside and (party := queries.held_for(tile.actor, tile.guest, tile.night)):
        lines.append(_("Held until %(until)s.") % {"until": tile.clock(party.until)})
    if stay.carried or not here:
        lines.append(_("Stays on from last night."))
    if wake_up := watch.wake_up_of(tile.actor, tile.guest, tile.night):
        lines.append(_("To be woken at %(time)s.") % {"time": tile.clock(wake_up.wake_at)})
    if stay.away_from and stay.away_from > tile.night:
        lines.append(_("Away from the night of %(night)s on.") % {"night": date_format(stay.away_from, "D j M")})
    if stay.leaving:
        lines.append(_("Leaves tomorrow."))
        actions.append(tile.press(_("Stays after all"), "leaving", tile.night, stay.id, leaving="0"))
    else:
        actions.append(tile.press(_("Says leaving"), "leaving", tile.night, stay.id, leaving="1"))
        if tile.actor.may(AT_THE_DOOR) and _in_family(tile.guest):
            actions += _beside(tile, stay, lines)
        if (stay.carried or stay.arrived_at) and tile.keeps_beds:
            away = reverse("nights:away", args=[tile.night, stay.id])
            actions.append(OfferAction(_("Away for some nights"), away, opens=True))
    if here and stay.inside and tile.actor.may(AT_THE_DOOR):
        wake = reverse("nights:wake_guest", args=[tile.night, tile.guest.id])
        actions.append(OfferAction(_("Wake them"), wake, opens=True))
    if alone:
        url = reverse("nights:young", args=[tile.night])
        actions.append(OfferAction(_("Young person alone"), url, opens=True))
    return _tile(lines, pill, actions)


def _beside(tile: Tile, stay: Stay, lines: "list[StrOrPromise]") -> list[OfferAction]:
    """A place beside a family: the one that is held, or one that could be while a bed of their room is free."""
    url = reverse("nights:beside", args=[tile.night, tile.guest.id])
    held = expecting.held_beside(tile.actor, tile.guest, tile.night)
    if held:
        until = {"time": tile.clock(held.until), "number": held.number}
        lines.append(_("A place beside them is held until %(time)s, number %(number)s.") % until)
        return [OfferAction(_("Who came to them"), url, opens=True)]
    free = queries.free_on(tile.actor, tile.night, tile.at).filter(room=stay.bed.room_id)
    return [OfferAction(_("Hold a place beside them"), url, opens=True)] if free.exists() else []


def _in_family(guest: Guest) -> bool:
    membership = guest_queries.membership_of(guest)
    return membership is not None and membership.group.is_family


def _away(stay: Stay) -> Pill:
    until = date_format(stay.away_until or stay.night, "D j M")
    return Pill(Tone.WAIT, _("Away until the night of %(night)s, the bed is kept") % {"night": until})


def for_card(*, guest: Guest, at: datetime) -> list[Offer]:
    """What the guest's own page says of tonight: room and bed of everyone on the card, or how many come before."""
    actor = Actor.guest(guest.site)
    tile = Tile(actor, guest, guest.site.tonight(at), at)
    people = guest_queries.people_on_card(guest)
    stays = [stay for one in people if (stay := queries.stay_of(actor, one, tile.night, at))]
    if stays:
        where = _("Room %(room)s, bed %(bed)s")
        beds: list[StrOrPromise] = [where % {"room": stay.bed.room.code, "bed": stay.bed.label} for stay in stays]
        if party := queries.held_for(actor, guest, tile.night):
            kept = _("Held for you until")
            beds.append(format_html('{} <bdi dir="ltr">{}</bdi>', kept, tile.clock(party.until)))
        if wake_up := watch.wake_up_of(actor, guest, tile.night):
            beds.append(_("You will be woken at %(time)s.") % {"time": tile.clock(wake_up.wake_at)})
        if until := max((stay.away_until for stay in stays if stay.away_until), default=None):
            kept = _("Your bed is kept. You are away until:")
            beds.append(format_html('{} <bdi dir="ltr">{}</bdi>', kept, f"{until:%d.%m.%Y}"))
        return [Offer("nights", _("Tonight"), "bed", beds, order=10)]
    want = queries.want_of(actor, guest, tile.night)
    if want is None:
        return [_warm_seat()] if promise.sits_warm(actor, guest, tile.night) else []
    before, *more = promise.place_in_line(actor, want, at).words
    return [Offer("nights", _("A bed tonight"), "bed", list(more), Pill(Tone.WAIT, before, "clock"), order=10)]


def _warm_seat() -> Offer:
    return Offer("nights", _("Tonight"), "home", [_sits_warm()], order=10)


def _sits_warm() -> str:
    return _("No bed is free. You have a warm seat here, with light and staff, all night.")


def for_sheet(*, guest: Guest, at: datetime) -> list[str]:
    """What a sheet of paper says to one who has no bed here, in the active language: how it stands with them."""
    actor, night = Actor.guest(guest.site), guest.site.tonight(at)
    want = queries.want_of(actor, guest, night)
    if want:
        return promise.place_in_line(actor, want, at).words
    return [_sits_warm()] if promise.sits_warm(actor, guest, night) else []
