"""What the night refuses, said so that a night host can act on it."""

from django.utils.translation import gettext_lazy as _

from halte.common.refusal import Refusal


class BedTaken(Refusal):
    """Another desk gave this bed first, or someone stays on in it."""

    code = "nights.bed_taken"
    message = _("This bed is taken for this night. Choose another one.")


class GuestHasBed(Refusal):
    """One guest, one bed."""

    code = "nights.guest_has_bed"
    message = _("This guest already has a bed for this night.")


class AlreadyWanted(Refusal):
    """The guest is on the waiting list."""

    code = "nights.already_wanted"
    message = _("This guest is already on the waiting list.")


class NotWaiting(Refusal):
    """The waiting already ended."""

    code = "nights.not_waiting"
    message = _("This guest is not on the waiting list any more.")


class NotHere(Refusal):
    """Nothing of that kind at the actor's site."""

    code = "nights.not_here"
    message = _("This is not known in this house.")
    status = 404


class NightOutOfReach(Refusal):
    """The night is over, or too far away."""

    code = "nights.night_out_of_reach"
    message = _("A bed can be given for tonight and the next 30 nights.")
    status = 422


class NoBedFits(Refusal):
    """No free bed suits the guest."""

    code = "nights.no_bed_fits"
    message = _("No free bed suits this guest tonight. Put them on the waiting list, or choose a bed on the board.")


class SleepsInCot(Refusal):
    """A newborn takes no bed."""

    code = "nights.sleeps_in_cot"
    message = _("This child sleeps in a cot beside their family and takes no bed.")


class WhichBed(Refusal):
    """Two cards of one person have a bed each."""

    code = "nights.which_bed"
    message = _("Both cards have a bed tonight. Choose the one that is kept.")
    status = 422


class WhereSafe(Refusal):
    """Nobody said yet in which rooms the guest is safe."""

    code = "nights.where_safe"
    message = _("Choose the rooms where this guest says they are safe: women, men or under 18.")
    status = 422


class AskInPrivate(Refusal):
    """The guest is to be asked in private where they are safe."""

    code = "nights.ask_in_private"
    message = _("Ask this guest in private where they are safe, then choose a room with them.")
    status = 422


class BedClosed(Refusal):
    """The bed or its room cannot be used."""

    code = "nights.bed_closed"
    message = _("This bed is closed. Choose another one.")


class RoomFull(Refusal):
    """The legal maximum of the room is reached."""

    code = "nights.room_full"
    message = _("This room holds as many people as it may. Choose another one.")


class RoomNotForThem(Refusal):
    """The room is of another kind, or holds people this guest may not be placed with."""

    code = "nights.room_not_for_them"
    message = _("This room is not for this guest. Choose another one.")


class FamilyTogether(Refusal):
    """A family is not split without its agreement."""

    code = "nights.family_together"
    message = _("This guest belongs to a family. Give the whole family a room, or a bed beside the others.")


class RoomTooSmall(Refusal):
    """Not enough places for everyone."""

    code = "nights.room_too_small"
    message = _("There are not enough free beds in this room for everyone.")


class NobodyToShelter(Refusal):
    """No member of the group needs a bed."""

    code = "nights.nobody_to_shelter"
    message = _("Nobody of this family or group needs a bed for this night.")


class NoBedHeld(Refusal):
    """The guest has no bed, or has it no longer."""

    code = "nights.no_bed_held"
    message = _("This guest has no bed for this night any more. Open the board again.")


class AlreadyInside(Refusal):
    """The guest came in before."""

    code = "nights.already_inside"
    message = _("This guest is already inside.")


class NotInside(Refusal):
    """The guest is not in the house."""

    code = "nights.not_inside"
    message = _("This guest is not inside.")


class SameBed(Refusal):
    """Nothing would change."""

    code = "nights.same_bed"
    message = _("This is the bed they already have.")
    status = 422


class NextNightOpened(Refusal):
    """The next night already counts on this guest."""

    code = "nights.next_night_opened"
    message = _("The next night has begun. Free the bed there instead.")


class NightAlreadyOpened(Refusal):
    """Who stays on was written down before."""

    code = "nights.already_opened"
    message = _("This night was already opened.")


class ProposalAnswered(Refusal):
    """Someone answered the proposal first."""

    code = "nights.proposal_answered"
    message = _("This proposal was already answered.")


class NobodyMissing(Refusal):
    """Everyone who has a bed came."""

    code = "nights.nobody_missing"
    message = _("Nobody who has a bed tonight is still expected.")


class NobodyExpected(Refusal):
    """All numbers are zero."""

    code = "nights.nobody_expected"
    message = _("Type how many women, men and children may come.")
    status = 422


class TooManyExpected(Refusal):
    """A crowd."""

    code = "nights.too_many_expected"
    message = _("Places are held for at most 60 people at once.")
    status = 422


class HoldNotSo(Refusal):
    """The hour is over, or belongs to another night."""

    code = "nights.hold_not_so"
    message = _("Choose an hour of this night that is still to come.")
    status = 422


class HoldOver(Refusal):
    """The places are free already."""

    code = "nights.hold_over"
    message = _("These places are not held any more. Look at the board for a free bed.")


class HeldBefore(Refusal):
    """Somebody answered this."""

    code = "nights.held_before"
    message = _("Somebody answered this before. Open the page again.")


class PlaceLacks(Refusal):
    """The bed does not offer what the guest needs."""

    code = "nights.place_lacks"
    message = _("This bed has not what they need: %(what)s. Choose another one, or ask whether they would do without.")


class NotToWake(Refusal):
    """They were woken, or nobody is to wake them."""

    code = "nights.not_to_wake"
    message = _("They are awake already, or do not want to be woken.")


class EverybodyKnows(Refusal):
    """Whoever waits was told before."""

    code = "nights.everybody_knows"
    message = _("Everyone who waits knows already.")


class NoSeatLeft(Refusal):
    """Fewer warm seats are left than people asked."""

    code = "nights.no_seat_left"
    message = _("There are not enough warm seats left tonight.")


class AskThemFirst(Refusal):
    """A place beside a family, and they have not said yes."""

    code = "nights.ask_them_first"
    message = _("This place is beside somebody who decides. Tell nobody at the door; ask them, on their own panel.")


class NoFamilyHere(Refusal):
    """Nobody of a family with a bed."""

    code = "nights.no_family_here"
    message = _("A place beside somebody is held for a family that has its beds.")


class AwayTooLong(Refusal):
    """Longer than the rules keep a bed."""

    code = "nights.away_too_long"
    message = _("A bed is kept for %(most)s nights in a row at most; %(left)s are left. Choose an earlier night.")
    status = 422


class AwayNights(Refusal):
    """The nights of an absence are wrong."""

    code = "nights.away_nights"
    message = _("Choose tonight or a later night, and a last night that is not before the first.")
    status = 422


class NotAway(Refusal):
    """Nobody said that they are away."""

    code = "nights.not_away"
    message = _("They did not say that they are away.")


class KeepsNoBed(Refusal):
    """A house that opens its nights empty."""

    code = "nights.keeps_no_bed"
    message = _("This house keeps no bed from one night to the next.")


class EndNeedsReason(Refusal):
    """Whoever sleeps here stays until a place is offered."""

    code = "nights.end_needs_reason"
    message = _("Whoever sleeps here stays until a place is offered to them. Choose why this stay ends.")
    status = 422


class NeedsMeasure(Refusal):
    """No measure stands."""

    code = "nights.needs_measure"
    message = _("Only a measure that two people agreed on ends a stay against their wish. There is none.")


class NotYetCalled(Refusal):
    """A call that was not made yet."""

    code = "nights.not_yet_called"
    message = _("This hour has not come yet. Write a call down after it was made.")
    status = 422


class NobodyWaits(Refusal):
    """Nothing to plan."""

    code = "nights.nobody_waits"
    message = _("Nobody waits for a bed. There is nothing to plan.")


class RoundHasBegun(Refusal):
    """The round that runs has seen nothing yet: another one would only be empty."""

    code = "nights.round_has_begun"
    message = _("This round has just begun: no room was seen in it yet.")


class LaterActs(Refusal):
    """Something was done since that rests on it."""

    code = "nights.later_acts"
    message = _("Something was done with this bed or guest since. Put it right with a new act.")


TAKEN = {"one_bed_one_night": BedTaken, "one_guest_one_night": GuestHasBed}
