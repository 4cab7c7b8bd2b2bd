"""What the card itself says of a guest, in words for them: there is not much."""

from datetime import datetime

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from halte.common import languages
from halte.guests import pairing
from halte.guests.belongings import Told
from halte.guests.models import Guest, OwnSign
from halte.guests.queries import people_on_card, together_with
from halte.sites.models import PlaceNeed


def told_of_card(guest: Guest, at: datetime) -> list[Told]:
    """The card, what the guest told us, who is with them, and what opens this page."""
    found = [
        Told(
            _("Your card"),
            [guest.spoken, _("First day here: %(day)s") % {"day": date_format(guest.made_on, "DATE_FORMAT")}],
        )
    ]
    if language := languages.BY_CODE.get(guest.language):
        found.append(Told(_("Your language"), [language.own_name]))
    if guest.counted:
        found.append(Told(_("For rooms, counts as"), [guest.get_counted_display()]))
    needs = [PlaceNeed(row.need).label for row in guest.needs.all()]
    if needs:
        found.append(Told(_("The place must offer"), needs))
    if with_them := len(people_on_card(guest)) - 1 + len(together_with(guest)):
        said = ngettext("%(n)s other person", "%(n)s other people", with_them) % {"n": with_them}
        found.append(Told(_("You stay together with"), [said]))
    if OwnSign.objects.filter(guest=guest).exists():
        found.append(Told(_("Your own sign"), [_("You chose three pictures. Nobody here can see which.")]))
    if phones := pairing.phones_of(guest, at):
        found.append(Told(_("Paired phones"), [str(phones)]))
    return found
