"""What cards refuse, said so that a desk can act on it."""

from django.utils.translation import gettext_lazy as _

from halte.common.refusal import Refusal


class NotACard(Refusal):
    """What was scanned or typed is no card."""

    code = "guests.not_a_card"
    message = _("This is not a card of ours. Scan again, or give a new card: no questions.")
    status = 422


class CardTaken(Refusal):
    """Another desk made this card live at the same moment."""

    code = "guests.card_taken"
    message = _("This card is already in use. Scan it again.")


class CardNotLive(Refusal):
    """The card was replaced or closed."""

    code = "guests.card_not_live"
    message = _("This card was switched off. Give a new card: no questions.")


class NobodyInGroup(Refusal):
    """A family or group needs at least two cards."""

    code = "guests.nobody_in_group"
    message = _("A family or group needs at least two cards.")
    status = 422


class AlreadyInGroup(Refusal):
    """Someone belongs to another family or group today."""

    code = "guests.already_in_group"
    message = _("One of these cards already belongs to a family or group. Part it from that one first.")


class AlreadyTogether(Refusal):
    """They are one family or group already."""

    code = "guests.already_together"
    message = _("These cards are together already.")


class CardInUse(Refusal):
    """Something was given to the card since it was made."""

    code = "guests.card_in_use"
    message = _("Something was done with this card since. Take that back first.")


class GuestElsewhere(Refusal):
    """The card belongs to another site."""

    code = "guests.guest_elsewhere"
    message = _("There is no such card here.")
    status = 404


class UnknownWish(Refusal):
    """Not one of the things a place can offer."""

    code = "guests.unknown_wish"
    message = _("A place cannot offer this. Choose from the list.")
    status = 422


class HasOwnCard(Refusal):
    """They are on nobody's card."""

    code = "guests.has_own_card"
    message = _("This guest has a card of their own.")


class SameCard(Refusal):
    """A card cannot be made one with itself, or with that of somebody on it."""

    code = "guests.same_card"
    message = _("Scan the other card of this guest: these two belong together already.")
    status = 422


class StayTogether(Refusal):
    """They are of one family or group."""

    code = "guests.stay_together"
    message = _("These two stay together. Let one of them go on alone first.")


class ApartAlready(Refusal):
    """They are kept apart already."""

    code = "guests.apart_already"
    message = _("These two are kept apart already.")


class ApartNoMore(Refusal):
    """It ended before."""

    code = "guests.apart_no_more"
    message = _("These two are not kept apart any more.")


class ErasingPaused(Refusal):
    """Two people said that nothing is erased yet."""

    code = "guests.erasing_paused"
    message = _("Two people decided that nothing of this card is erased before a day. A manager can tell you which.")


class TwoPeople(Refusal):
    """Whoever asked cannot agree too."""

    code = "guests.two_people"
    message = _("A second colleague has to agree: ask somebody else to press this.")


class NotClosed(Refusal):
    """Only what a closed card holds can be paused or handed over."""

    code = "guests.not_closed"
    message = _("This card is live. Close it first.")


class PauseTooLong(Refusal):
    """A day that is over, or too far away."""

    code = "guests.pause_too_long"
    message = _("Choose a day from tomorrow to six months from now.")
    status = 422


class NotASign(Refusal):
    """A sign is three different pictures."""

    code = "guests.not_a_sign"
    message = _("Choose three different pictures, one after the other.")
    status = 422


class SecondProof(Refusal):
    """A sign alone opens nothing."""

    code = "guests.second_proof"
    message = _("The number of tonight's bed is needed too, or a colleague who knows this person.")
    status = 422


class SignUnknown(Refusal):
    """Whatever of it was wrong."""

    code = "guests.sign_unknown"
    message = _("No card is found this way. Give a new card: no questions.")
    status = 404


class TooManySigns(Refusal):
    """Five tries in vain since noon."""

    code = "guests.too_many_signs"
    message = _("Five tries were in vain. Give a new card: no questions.")
    status = 429


class DecoyOfSomebody(Refusal):
    """A decoy is a card of nobody: this one was used, or waits for somebody."""

    code = "guests.decoy_of_somebody"
    message = _("This card is somebody's. Scan a blank one that nobody used.")


class AlarmSeen(Refusal):
    """A colleague ticked it before."""

    code = "guests.alarm_seen"
    message = _("A colleague ticked this before.")


class AlarmAboutYou(Refusal):
    """Nobody ticks what is told about themselves."""

    code = "guests.alarm_about_you"
    message = _("This is about you: somebody else ticks it.")
    status = 403
