"""Why a proposal, an opinion or a decision cannot stand."""

from django.utils.translation import gettext_lazy as _

from halte.common.refusal import Refusal


class NoPlaceNamed(Refusal):
    """A proposal names no place, or a place for nobody."""

    code = "governance.no_place_named"
    message = _("A proposal names at least one place, and for how many people it is.")
    status = 422


class PlacesDoNotAddUp(Refusal):
    """The places named hold another number of people than the proposal wants."""

    code = "governance.places_do_not_add_up"
    message = _("The places named hold %(named)s people, the proposal wants %(wanted)s. Make them the same.")
    status = 422


class PlaceNamedTwice(Refusal):
    """The same place stands twice in a proposal."""

    code = "governance.place_named_twice"
    message = _("The same place stands twice in this proposal.")
    status = 422


class CodeTaken(Refusal):
    """Another proposal has this code."""

    code = "governance.code_taken"
    message = _("A proposal of this name and month stands already. Give this one another name.")


class NotCounted(Refusal):
    """A number is cited that no closed day holds."""

    code = "governance.not_counted"
    message = _("%(code)s was not counted at %(site)s on %(on)s, or that day is not closed. Only tallies are evidence.")
    status = 422


class NoReasons(Refusal):
    """An opinion, a no or a condition came without words."""

    code = "governance.no_reasons"
    message = _("Say why in a sentence: everybody will read it.")
    status = 422


class NotYet(Refusal):
    """The day lies in the future."""

    code = "governance.not_yet"
    message = _("This day has not come yet.")
    status = 422


class DecidedAlready(Refusal):
    """The proposal was decided."""

    code = "governance.decided_already"
    message = _("This proposal is decided. Make a new proposal to change what was decided.")


class NothingGranted(Refusal):
    """A yes grants places; a no grants none."""

    code = "governance.nothing_granted"
    message = _("A yes grants at least one place somewhere; a no grants none.")
    status = 422


class PlaceOfAnotherProposal(Refusal):
    """A granted place is not one that the proposal names."""

    code = "governance.place_of_another_proposal"
    message = _("This place is not named in the proposal.")
    status = 422


class RepliedAlready(Refusal):
    """This body answered to the numbers of this morning."""

    code = "governance.replied_already"
    message = _("This body has replied to this morning's numbers.")
