"""How acts about cards are spoken of in "Just done"."""

from django.utils.translation import gettext_lazy as _

from halte.guests.looking import LOOKED
from halte.journal.recent import Said, keep_quiet, say

say(
    {
        "guests.card_made": Said("card", _("New card")),
        "guests.card_reissued": Said("card", _("Card replaced")),
        "guests.company_added": Said("plus", _("One more on a card")),
        "guests.own_card_given": Said("card", _("A card of their own")),
        "guests.pairing_offered": Said("phone", _("Link shown for a phone")),
        "guests.phone_paired": Said("phone", _("Phone paired")),
        "guests.pairing_ended": Said("phone", _("Pairing ended")),
        "guests.card_found": Said("card", _("Lost card found by its sign")),
        "guests.card_closed": Said("card", _("Card closed by staff")),
        "guests.erased": Said("check", _("A guest was erased")),
        "guests.erased_again": Said("check", _("Erased again after a restore")),
        "guests.merged": Said("card", _("Two cards made one")),
        "guests.sign_chosen": Said("star", _("A sign of their own")),
        "guests.told": Said("talk", _("Wishes noted")),
        "guests.kept_apart": Said("people", _("Kept apart")),
        "guests.together": Said("family", _("Stay together")),
    }
)

keep_quiet(LOOKED)
